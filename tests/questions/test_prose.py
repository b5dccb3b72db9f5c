"""Numbers that only sentences state, and that were not read: the sentence is quoted beside."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.ask import make_ask
from bot.types import Ask, Lang
from index import Corpus, ingest_files
from index.settings import DATA_DIR

SAMPLE = "清水乡人民政府2024年政府信息公开工作年度报告.txt"
PROSE = """
（一）主动公开。全年主动公开政府信息320条。
（二）平台建设。局长信箱全年收到群众来信42封，办结41封。公众号“云溪水利”粉丝达3.2万人。门户网站访问量12.6万人次。
12345热线转来工单356件。微信群8个，覆盖村民2300余人。处理网民留言27条。
（三）局长接待日共举办12期，接待来访群众86人次。开展政府开放日活动3场。印发宣传册2000册，制作短视频15个。
（四）政协委员提案办理3件，人大代表建议办理5件。

"""


@pytest.fixture(scope="module")
def on_prose(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("prose")
    text = next((DATA_DIR / "samples").rglob(SAMPLE)).read_text("utf-8")
    start = text.index("（一）")
    text = text[:start] + PROSE.strip() + "\n\n" + text[text.index("二、", start) :]
    text = text.replace("清水乡人民政府", "云溪县水利局").replace("清水乡", "云溪县水利局")
    report = Path(folder) / SAMPLE.replace("清水乡人民政府", "云溪县水利局")
    report.write_text(text, "utf-8")
    with Corpus.open(folder / "store", is_writable=True) as corpus:
        assert [r.result for r in ingest_files(corpus, [report]).results] == ["saved"]
    with Corpus.open(folder / "store") as corpus:
        yield make_ask(corpus, today=lambda: date(2025, 6, 15), lang=Lang.ZH)


@pytest.mark.parametrize(
    ("q", "quote"),
    [
        ("水利局2024年局长信箱收到多少封信", "局长信箱全年收到群众来信42封"),
        ("水利局2024年领导信箱收到多少", "局长信箱全年收到群众来信42封"),
        ("水利局2024年公众号粉丝有多少", "粉丝达3.2万人"),
        ("水利局2024年12345工单多少件", "12345热线转来工单356件"),
        ("水利局2024年热线办了多少件", "12345热线转来工单356件"),
        ("水利局2024年微信群有几个", "微信群8个"),
        ("水利局2024年局长接待日办了几次", "局长接待日共举办12期"),
        ("水利局2024年开放日活动几场", "开展政府开放日活动3场"),
        ("水利局2024年接待来访多少人次", "接待来访群众86人次"),
        ("水利局2024年短视频多少个", "制作短视频15个"),
        ("水利局2024年政协提案几件", "政协委员提案办理3件"),
        ("水利局2024年人大建议几件", "人大代表建议办理5件"),
        ("How many followers does the water bureau have on WeChat in 2024?", "粉丝达3.2万人"),
    ],
)
def test_the_sentence_is_quoted_where_no_number_was_read(
    on_prose: Ask, q: str, quote: str
) -> None:
    answer = on_prose(q, None).answer
    assert not answer.values
    assert answer.reason in ("not_reported", "no_metric", "out_of_scope")
    assert quote in answer.text


@pytest.mark.parametrize("q", ["水利局2024年局长是谁", "水利局2024年人口多少"])
def test_what_no_sentence_speaks_of_is_refused_alone(on_prose: Ask, q: str) -> None:
    answer = on_prose(q, None).answer
    assert answer.reason == "out_of_scope"
    assert "“" not in answer.text.partition("\n")[2]


def test_two_numbers_of_one_kind_are_quoted_and_none_is_chosen(on_prose: Ask) -> None:
    # Letters, work orders and messages are one indicator, and the report gives one of each.
    answer = on_prose("水利局2024年网民留言多少条", None).answer
    assert not answer.values
    assert "处理网民留言27条" in answer.text


def test_a_number_of_what_was_asked_is_answered(on_prose: Ask) -> None:
    visits = on_prose("水利局2024年网站访问量多少", None).answer
    assert [value.value for value in visits.values] == [126_000]
