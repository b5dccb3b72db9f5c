import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from bot.answer import answer
from bot.findings import folded, in_chinese, in_english, is_contradiction
from bot.queries import Asked, CheckQuery, Operation, YearChoice
from bot.show import checked_text, stored_check_text
from bot.types import Lang
from index import Corpus
from index.facts.checks.identities import check_facts
from index.facts.tables.reading import missing_table, place_in_form
from index.types import Cell, Checked, Fact, Finding, Status
from tests.bot.answer.held import ask
from tests.index.digests import digest

COLUMNS = ("natural", "enterprise", "research", "ngo", "legal", "other_org", "total")
ROWS = ("new_received", "carried_in", "granted", "partial", "handled_total", "carried_out")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def cell_fact(metric: str, member: str, value: int) -> Fact:
    place = place_in_form(3, 3, metric, member)
    printed = (str(value), Status.REPORTED, 3, member, 3, place.row, place.column)
    return Fact(metric, Decimal(value), *printed)


@pytest.fixture(scope="module")
def broken() -> tuple[Finding, ...]:
    """A table in which no column and no row adds up."""
    facts = [
        cell_fact(metric, member, at * 7 + len(member))
        for at, metric in enumerate(ROWS)
        for member in COLUMNS
    ]
    report = digest({}).report
    table = Cell(1, None, "主动公开政府信息数", "")
    told = Finding("N5", "主动公开各分项相加更多。", False, Decimal(5), Decimal(9), (table,))
    return (*check_facts(report, facts), told, *missing_table(4).findings)


@pytest.fixture(scope="module")
def held(
    broken: tuple[Finding, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Corpus]:
    folder: Path = tmp_path_factory.mktemp("findings")
    with Corpus.open(folder, is_writable=True) as written:
        published = Fact("n_proactive", Decimal(5), "5条", Status.REPORTED, 1, sentence="5条。")
        written.save(digest({}, facts=[published], findings=broken), is_flushed=False)
    with Corpus.open(folder) as read:
        yield read


def test_what_is_missing_or_joined_is_no_contradiction() -> None:
    assert is_contradiction(Finding("I1", "", False))
    assert not is_contradiction(Finding("I1", "", is_holding=True))
    assert not is_contradiction(Finding("total_computed", ""))


def test_many_findings_of_one_rule_are_folded(broken: tuple[Finding, ...]) -> None:
    by_rule = {one.told[0].rule: one for one in folded(f for f in broken if not f.is_holding)}
    assert by_rule["I1"].count == 7
    assert (len(by_rule["I1"].told), by_rule["I1"].others[-1]) == (2, "总计")
    assert by_rule["N5"].count == len(by_rule["N5"].told) == 1


def test_a_check_is_told_in_few_lines_in_both_languages(
    held: Corpus, broken: tuple[Finding, ...]
) -> None:
    (issuer,) = held.holdings().issuers
    for lang in Lang:
        query = CheckQuery(Asked("q", lang), issuer.id, YearChoice((2024,), "asked"))
        found = answer(query, held)
        lines = found.text.splitlines()
        assert len(lines) < 16, found.text
        if lang is Lang.EN:
            bare = re.sub("“[^”]*”", "", found.text).replace(issuer.name, "")
            kept = [line for line in bare.splitlines() if "more of this kind" not in line]
            assert not _CHINESE.search("\n".join(kept)), found.text
        else:
            assert "另请留意：" in lines
            assert "同样的另有 5 处" in found.text
            assert found.text.count("2024年") == 1


def test_every_rule_has_an_english_sentence(broken: tuple[Finding, ...]) -> None:
    for finding in broken:
        if not finding.is_holding:
            assert not _CHINESE.search(re.sub("“[^”]*”", "", in_english(finding)))
    assert in_english(Finding("new_rule", "新的规则")).startswith("a check (new_rule) fails")
    assert in_chinese(Finding("x", "年份取自文件名，请核对")) == "年份取自文件名，请核对。"


def test_a_finding_on_a_figure_of_the_text_stands_beside_that_figure(held: Corpus) -> None:
    issuers = tuple(i.id for i in held.holdings().issuers)
    found = ask(held, Operation.VALUE, "n_proactive", issuers)
    assert [c for c in found.caveats if "各分项相加更多" in c]


def test_a_missing_table_is_told_where_a_number_of_it_is_asked(held: Corpus) -> None:
    issuers = tuple(i.id for i in held.holdings().issuers)
    found = ask(held, Operation.VALUE, "review_total", issuers)
    assert (found.values, found.reason) == ((), "not_reported")
    assert [c for c in found.caveats if "没有找到表四" in c]
    other = ask(held, Operation.VALUE, "n_wechat", issuers)
    assert not [c for c in other.caveats if "没有找到" in c]


def test_the_terminal_names_a_column_instead_of_all_its_cells(
    held: Corpus, broken: tuple[Finding, ...]
) -> None:
    report = held.report(held.holdings().issuers[0].id, 2024)
    assert report is not None
    text = stored_check_text(report)
    assert "一列的" in text or "一行的" in text
    assert len(text.splitlines()) < 60
    assert "! [table_missing]" in text
    made = digest({}).report
    assert "✗ [I1]" in checked_text(Checked("a.html", made, broken))
