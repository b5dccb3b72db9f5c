"""Whose wording a sentence is, and the parts of a report under their headings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import answer
from bot.answer.quotations.authors import likeness
from bot.answer.quotations.headings import names_heading
from bot.queries import DiffQuery, PassageQuery, Refusal, YearChoice
from bot.types import Answer, Route
from index import Corpus, ingest_files
from tests.bot.answer.held import asked
from tests.questions.sought_county import write_county

LIUSHU, SHIMEN = "柳树镇人民政府", "石门乡人民政府"
OFFICE = "澜江县人民政府办公室"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    folder: Path = tmp_path_factory.mktemp("county")
    write_county(folder)
    store = tmp_path_factory.mktemp("store")
    with Corpus.open(store, is_writable=True) as corpus:
        assert {r.result for r in ingest_files(corpus, [folder]).results} == {"saved"}
    with Corpus.open(store) as corpus:
        yield corpus


def ids(corpus: Corpus, *names: str) -> tuple[int, ...]:
    held = {issuer.name: issuer.id for issuer in corpus.holdings().issuers}
    return tuple(held[name] for name in names) or tuple(held.values())


def sought(corpus: Corpus, topic: str, mode: str, *names: str, **more: object) -> Answer:
    years = more.get("years")
    chosen = YearChoice(years, "asked") if isinstance(years, tuple) else YearChoice(mode="all")
    refusal = more.get("otherwise")
    query = PassageQuery(
        asked(), topic, mode, ids(corpus, *names), None, chosen,
        is_yes_no=bool(more.get("is_yes_no")),
        otherwise=refusal if isinstance(refusal, Refusal) else None,
    )  # fmt: skip
    return answer(query, corpus)


def test_every_report_with_a_sentence_is_named_once_beside_it(county: Corpus) -> None:
    found = sought(county, "一是政策解读针对性不强，解读材料照搬文件原文", "source")
    assert {(q.issuer, q.year) for q in found.passages} == {(OFFICE, 2023), (OFFICE, 2024)}
    assert found.text.count("照搬文件原文") == 1
    assert "有 2 份报告写过这句话" in found.text
    assert found.coverage is not None
    assert (found.coverage.held, found.coverage.of) == (2, 11)


def test_nearly_the_same_sentence_is_told_apart_from_the_same(county: Corpus) -> None:
    found = sought(
        county, "严格执行“三审三校”制度，落实信息保密审查，确保内容准确、安全", "source"
    )
    head, _, near = found.text.partition("写法相近的：")
    assert "都没有这句话" in head
    assert "落实信息发布保密审查机制" in near
    assert {q.issuer for q in found.passages} >= {LIUSHU, "东山镇人民政府"}


def test_a_sentence_that_nobody_wrote_is_said_to_be_nobodys(county: Corpus) -> None:
    found = sought(county, "组织无人机巡查河道并公布影像", "source")
    assert "都没有这句话" in found.text
    assert (found.passages, found.route, found.reason) == ((), Route.NONE, "not_reported")


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("加强业务培训", "加强业务培训", 1.0, 1.0),
        ("加强业务培训", "进一步加强业务培训力度", 1.0, 1.0),
        ("加强业务培训", "拓宽公开渠道", 0.0, 0.0),
        ("", "拓宽公开渠道", 0.0, 0.0),
    ],
)
def test_likeness_is_the_share_of_wording(one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(one, other) <= most


def test_a_part_is_quoted_from_its_heading_to_the_next(county: Corpus) -> None:
    found = sought(county, "政府信息管理", "quote", LIUSHU, years=(2023,))
    (quote,) = found.passages
    assert quote.quote.startswith("（三）政府信息管理。")
    assert quote.quote.endswith("准确、安全。")


@pytest.mark.parametrize(
    ("topic", "is_heading"),
    [("监督保障情况", True), ("平台建设", True), ("培训", False), ("监督举报电话", False)],
)
def test_headings_are_known_by_name(topic: str, is_heading: bool) -> None:
    assert names_heading(topic) is is_heading


def test_two_years_of_a_part_are_compared_alone(county: Corpus) -> None:
    query = DiffQuery(asked(), ids(county, SHIMEN)[0], (2023, 2024), None, "监督保障")
    found = answer(query, county)
    assert "逐一整改到位" in found.text
    assert "村务公开栏" not in found.text


def test_what_is_far_from_the_topic_is_not_shown(county: Corpus) -> None:
    found = sought(county, "个人隐私", "quote", "澜江县民政局")
    assert all("隐私" in q.quote for q in found.passages)
    assert not any(q.section == 0 for q in found.passages)


def test_no_is_said_of_a_term_and_not_of_what_is_close(county: Corpus) -> None:
    term = sought(county, "区块链", "mention", LIUSHU, is_yes_no=True)
    close = sought(county, "与老百姓沟通得少", "mention", LIUSHU, is_yes_no=True)
    assert (term.verdict, close.verdict) == (False, None)
    assert "互动交流不够" in close.text


def test_what_no_number_answers_is_refused_unless_the_reports_speak_of_it(county: Corpus) -> None:
    refusal = Refusal(asked(), "no_metric", ("明白纸",))
    said = sought(county, "明白纸送到哪里", "quote", "澜江县农业农村局", otherwise=refusal)
    other = sought(county, "外星人来访", "quote", "澜江县农业农村局", otherwise=refusal)
    assert said.route is Route.PASSAGES
    assert any("田间地头" in q.quote for q in said.passages)
    assert (other.route, other.reason, other.passages) == (Route.NONE, "no_metric", ())


def test_a_whole_report_is_summed_up_from_its_parts_in_order(county: Corpus) -> None:
    found = sought(county, "", "summary", LIUSHU, years=(2024,))
    places = [(q.section, q.start) for q in found.passages]
    assert places == sorted(places)
    assert {q.section for q in found.passages} == {1, 5, 6}
