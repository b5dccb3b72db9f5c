"""Tables of last year beside those of this one."""

from dataclasses import replace

import pytest

from index.facts.tables.captions import tables_of_other_years
from index.facts.tables.read import facts_from_tables
from index.types import Paragraph, Report, Section, Table
from tests.index.facts.printed import THREE, printed, read, values, with_row

LAST = with_row(THREE, "（七）总计", "1", "2", "3", "4", "5", "6", "21")


def beside(caption: str, *, is_title: bool = False, is_alone: bool = False) -> Report:
    """A report whose third section has last year's table as well, below a caption."""
    report = printed()
    rows = ((caption, *("",) * 7), *LAST) if is_title else LAST
    last = (() if is_title else (Paragraph(caption),)) + (Table(rows),)
    own = () if is_alone else (Table(THREE),)
    sections = tuple(
        Section(3, s.title, (*own, *last)) if s.number == 3 else s for s in report.sections
    )
    return replace(report, sections=sections)


YEAR = printed().year


@pytest.mark.parametrize(
    ("caption", "is_title"),
    [
        (f"附：{YEAR - 1}年度申请办理情况", True),
        (f"附：{YEAR - 1}年度申请办理情况", False),
        ("上年度申请办理情况", False),
    ],
)
def test_a_table_of_last_year_does_not_count(caption: str, is_title: bool) -> None:
    reading = facts_from_tables(beside(caption, is_title=is_title))
    assert values(reading, 3) == values(read(), 3)


def test_a_year_left_over_in_the_only_caption_does_not_lose_the_table() -> None:
    report = beside(f"{YEAR - 1}年度申请办理情况", is_alone=True)
    assert tables_of_other_years(report)
    assert values(facts_from_tables(report), 3)["handled_total"] == "21"


@pytest.mark.parametrize(
    "caption", ["与上年相比，本年申请情况如下", f"{YEAR}年度（{YEAR - 1}年同期）", "见下表"]
)
def test_a_caption_that_also_names_this_year_leaves_two_tables_that_differ(caption: str) -> None:
    reading = facts_from_tables(beside(caption))
    assert values(reading, 3)["handled_total"] == "unreadable"


@pytest.mark.parametrize("is_first", [True, False])
def test_a_table_of_the_office_beside_that_of_the_county_is_left_out(is_first: bool) -> None:
    tables = [
        (Paragraph("（一）全县收到和处理政府信息公开申请情况"), Table(THREE)),
        (Paragraph("（二）县政府办公室收到和处理政府信息公开申请情况"), Table(LAST)),
    ]
    blocks = [block for pair in (tables if is_first else tables[::-1]) for block in pair]
    report = printed()
    sections = tuple(
        replace(s, blocks=tuple(blocks)) if s.number == 3 else s for s in report.sections
    )
    reading = facts_from_tables(replace(report, sections=sections))
    assert values(reading, 3) == values(read(), 3)
    assert "table_of_part" in [finding.rule for finding in reading.findings]
    # Whether the office means its county or itself nobody can tell.
    office = replace(report.issuer, name="云溪县人民政府办公室")
    told = facts_from_tables(replace(report, issuer=office, sections=sections))
    assert "unreadable" in values(told, 3).values()
