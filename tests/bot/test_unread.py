"""What is said of sums that a sentence prints, and of tables that are not there."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.ask import make_ask
from bot.types import Ask, Lang
from index import Corpus, ingest_files
from index.settings import DATA_DIR

SAMPLES = DATA_DIR / "samples" / "云溪县"
FILES = (
    "云溪县人民政府2023年政府信息公开工作年度报告.html",
    "望汀街道办事处2022年政府信息公开工作年度报告.txt",
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("unread")
    with Corpus.open(folder, is_writable=True) as corpus:
        found = list(ingest_files(corpus, [SAMPLES / name for name in FILES]).results)
        assert [r.result for r in found] == ["saved"] * len(FILES)
    with Corpus.open(folder) as corpus:
        yield make_ask(corpus, today=lambda: date(2025, 6, 15), lang=Lang.ZH)


def test_a_sum_that_the_sentence_prints_is_not_said_to_be_added_up(ask: Ask) -> None:
    said = ask("云溪县2023年建议提案多少件", None).answer
    assert [v.value for v in said.values] == [190]
    assert "两项合计190件" in said.text
    assert "相加得出" not in said.text


def test_a_table_that_is_not_there_was_not_left_empty(ask: Ask) -> None:
    said = ask("望汀街道2022年申请几件，复议几件", None).answer
    assert [v.value for v in said.values] == [9, None]
    assert "未填报" not in said.text
    assert "没有读到" in said.text
