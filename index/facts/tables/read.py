"""Tables to facts: every cell of the form's tables, or a finding that says why not."""

import re
from collections.abc import Sequence

from index.facts.tables.annex import read_annex
from index.facts.tables.blanks import Blanks
from index.facts.tables.blocks import ANNEX, FOUR, THREE, TWO, blocks_of
from index.facts.tables.captions import tables_of_other_years, tables_of_parts
from index.facts.tables.in_order import read_in_order
from index.facts.tables.reading import TableReading, missing_table
from index.facts.tables.rows import Line, lines_of
from index.facts.tables.table_four import read_table_four
from index.facts.tables.table_three import read_table_three
from index.facts.tables.table_two import read_table_two
from index.facts.tables.torn import tears_digits
from index.types import Era, Finding, Report

_ANNOUNCED = re.compile(r"附表|统计表|附件[一二三\d]?[:：]?[^。\n]{0,20}(?:统计|情况表)")

__all__ = ["TableReading", "facts_from_tables"]


def facts_from_tables(report: Report) -> TableReading:
    """The facts of a report's tables, with what is missing, unknown or unreadable in them."""
    lines = tuple(lines_of(report))
    blocks = blocks_of(lines)
    others = tables_of_other_years(report)
    parts = tables_of_parts(report)
    if parts:
        blocks = blocks_of(line for line in lines if line.table not in parts)
    if others:  # kept only where the report has no other: a year left over in a caption
        left = others | parts.keys()
        own = blocks_of(line for line in lines if line.table not in left)
        blocks |= {block: found for block, found in own.items() if found}
    if report.era in (Era.E0, Era.E1):
        return _of_annex(blocks[ANNEX], report)
    two, three, four = blocks[TWO], blocks[THREE], blocks[FOUR]
    applications = read_table_three(three, report.era) if three else missing_table(3)
    disputes = read_table_four(four) if four else missing_table(4)
    reading = read_in_order(report, 3, applications)
    reading += TableReading(findings=tuple(map(_left_out, parts.values())))
    reading += read_in_order(report, 4, disputes)
    if not two:
        return missing_table(2) + reading
    is_torn = tears_digits(reading.facts)
    is_last = not three and not four and all(s.number <= TWO for s in report.sections)
    blanks = Blanks(lines)
    return read_table_two(two, report.era, blanks, is_torn=is_torn, is_last=is_last) + reading


def _left_out(caption: str) -> Finding:
    message = f"“{caption}”是其中一个单位的表，这里采用全部单位的表，这一张未采用。"
    return Finding("table_of_part", message)


def _of_annex(lines: Sequence[Line], report: Report) -> TableReading:
    """What the annex holds; before 2014 only some reports had one, and announced it."""
    is_national = report.era is Era.E1
    if lines:
        return read_annex(lines, report.year, is_national=is_national)
    is_announced = is_national or any(_ANNOUNCED.search(s.text) for s in report.sections)
    return missing_table(1) if is_announced else TableReading()
