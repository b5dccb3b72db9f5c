"""Several reports in one file: told apart by their titles, or refused; never mixed."""

from collections.abc import Sequence
from itertools import pairwise

from index.errors import UnreadableReport
from index.report.chrome import titles_in
from index.report.headings import DISPUTES, OVERVIEW
from index.report.plain import has_form_table
from index.report.sections import sure_headings
from index.text import compact
from index.types import Block, Paragraph
from index.vocabulary.traditional import simplify

_LEAST_TEXT = 150


def reports_in(blocks: Sequence[Block], source: str) -> list[tuple[Block, ...]]:
    """The blocks of each report that a file holds; most hold one."""
    lines = [b.text if isinstance(b, Paragraph) and len(b.text) < 80 else "。" for b in blocks]
    titles = [title for title in titles_in(lines) if not title.text.endswith("统计表")]
    ends = [*(title.start for title in titles[1:]), len(blocks)]
    full = [
        title
        for title, end in zip(titles, ends, strict=False)
        if _is_report(blocks[title.end : end])
    ]
    cuts = [b.start for a, b in pairwise(full) if _spelled(a.text) != _spelled(b.text)]
    bounds = [0, *cuts, len(blocks)]
    parts = [tuple(blocks[a:b]) for a, b in pairwise(bounds)]
    for part in parts:
        if _begins_again(part):
            raise UnreadableReport(
                source,
                "文件里有不止一份年报，又没有各自的标题，无法分开；请拆成每份一个文件后再导入 "
                "(several reports without titles of their own: split the file)",
            )
    return parts


def _spelled(title: str) -> str:
    return simplify(compact(title))


def _is_report(blocks: Sequence[Block]) -> bool:
    """Whether so much stands under a title that it is a report of its own."""
    prose = sum(len(b.text) for b in blocks if isinstance(b, Paragraph) and "。" in b.text)
    return prose >= _LEAST_TEXT or has_form_table(blocks)


def _begins_again(blocks: Sequence[Block]) -> bool:
    """Whether the sections begin a second time."""
    highest = 0
    for mark in sure_headings(blocks):
        if mark.heading.number == OVERVIEW and highest >= DISPUTES and mark.heading.ordinal == 1:
            return True
        highest = max(highest, mark.heading.number)
    return False
