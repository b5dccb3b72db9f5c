"""Which tables of a report are those of another year, set beside its own for comparison."""

import re

from index.types import Block, Paragraph, Report, Table

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:年|\b)")
_LAST_YEAR = re.compile("上年|上一年|去年|往年")
_THIS_YEAR = re.compile("本年|今年|当年|[比较]上|同比")
_LONGEST_CAPTION = 40
_TITLE_ROWS = 2


def tables_of_other_years(report: Report) -> frozenset[int]:
    """The tables, counted through the report, whose captions name another year and not its own."""
    others = set()
    number = 0
    for section in report.sections:
        above = ""
        for block in section.blocks:
            if isinstance(block, Paragraph):
                above = block.text
                continue
            if any(_is_other(text, report.year) for text in _captions(block, above)):
                others.add(number)
            number += 1
            above = ""
    return frozenset(others)


def _captions(block: Block, above: str) -> list[str]:
    """The title of a table: in its first rows, else in the line above it."""
    if not isinstance(block, Table):
        return []
    titles = []
    for row in block.rows[:_TITLE_ROWS]:
        texts = {cell for cell in row if cell}
        if len(texts) == 1 and _YEAR.search(title := texts.pop()):
            titles.append(title)
    return (titles or [above])[:1]


def _is_other(caption: str, year: int) -> bool:
    if len(caption) > _LONGEST_CAPTION:
        return False
    years = {int(found) for found in _YEAR.findall(caption)}
    if years:
        return year not in years
    return bool(_LAST_YEAR.search(caption)) and not _THIS_YEAR.search(caption)
