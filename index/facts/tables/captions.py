"""Which tables of a report are not its own: those of another year, or of one body of a whole."""

import re
from collections.abc import Iterator

from index.types import Block, Paragraph, Report, Table

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:年|\b)")
_LAST_YEAR = re.compile("上年|上一年|去年|往年")
_THIS_YEAR = re.compile("本年|今年|当年|[比较]上|同比")
_WHOLE = re.compile("全[省市州盟县区旗镇乡]|汇总")
_BODY = re.compile("办公[室厅]|本级|本机关|[局委]机关|[局委](?=收到|政府信息)")
_OFFICES = ("办公室", "办公厅")
_LONGEST_CAPTION = 40
_TITLE_ROWS = 2


def tables_of_other_years(report: Report) -> frozenset[int]:
    """The tables, counted through the report, whose captions name another year and not its own."""
    return frozenset(
        number
        for _, number, captions in _captioned(report)
        if any(_is_other(text, report.year) for text in captions)
    )


def tables_of_parts(report: Report) -> dict[int, str]:
    """The tables of one body that stand beside a table of the whole place, with their captions.

    An office that reports is not its county: of its tables nobody can tell which is meant.
    """
    if report.issuer.name.endswith(_OFFICES):
        return {}
    parts: dict[int, str] = {}
    told = [(section, number, c[0]) for section, number, c in _captioned(report) if c]
    for section in {section for section, _, _ in told}:
        beside = {number: text for s, number, text in told if s == section}
        whole = [text for text in beside.values() if _WHOLE.search(text)]
        if len(whole) == 1 and len(whole[0]) <= _LONGEST_CAPTION:
            parts |= {number: text for number, text in beside.items() if _is_part(text)}
    return parts


def _is_part(caption: str) -> bool:
    is_body = bool(_BODY.search(caption)) and not _WHOLE.search(caption)
    return is_body and len(caption) <= _LONGEST_CAPTION


def _captioned(report: Report) -> Iterator[tuple[int, int, list[str]]]:
    """The section, the number and the captions of each table."""
    number = 0
    for at, section in enumerate(report.sections):
        above = ""
        for block in section.blocks:
            if isinstance(block, Paragraph):
                above = block.text
                continue
            yield at, number, _captions(block, above)
            number += 1
            above = ""


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
