"""Several reports in one file: told apart by their titles, or refused; never mixed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.errors import UnreadableReport
from index.report.chrome import FoundTitle, titles_in
from index.report.headings import DISPUTES, OVERVIEW
from index.report.sections import sure_headings
from index.report.text.plain import has_form_table
from index.text import compact
from index.types import Block, Paragraph, Table
from index.vocabulary.traditional import simplify

_LEAST_TEXT = 150
_COUNT = re.compile(r"(?:公开|申请).*(?:\d\s*[余多]?[条件篇]|[未没]).*。|[未没].*申请.*。")
_YEAR = re.compile(r"20\d\d")
_SUBJECT = re.compile("(?:政府|政务)?(?:信息|政务)公开")
# The caption of a report's own annex: 政府信息公开情况统计表（2018年度）.
_CAPTION = re.compile(r"统计表(?:[(（\[【〔][^()（）]{0,20}[)）\]】〕]|\d{4}年度?)*$")
_LINE = 30  # shorter ones may be a title or a date


def reports_in(blocks: Sequence[Block], source: str) -> list[tuple[Block, ...]]:
    """The blocks of each report that a file holds; most hold one."""
    lines = [b.text if isinstance(b, Paragraph) and len(b.text) < 80 else "。" for b in blocks]
    titles = [title for title in titles_in(lines) if not _CAPTION.search(title.text)]
    titles = [t for i, t in enumerate(titles) if not _is_running_head(t, titles[:i])]
    ends = [*(title.start for title in titles[1:]), len(blocks)]
    full = [
        title
        for title, end in zip(titles, ends, strict=False)
        if _is_report(blocks[title.end : end])
        or (_is_brief(blocks[title.end : end]) and _is_another(title.text, titles))
    ]
    cuts = [b.start for a, b in pairwise(full) if _spelled(a.text) != _spelled(b.text)]
    bounds = [0, *cuts, len(blocks)]
    parts = [tuple(blocks[a:b]) for a, b in pairwise(bounds)]
    parts = [_without_copy(part) for part in parts]
    for part in parts:
        if _beginnings(part)[1:]:
            raise UnreadableReport(
                source,
                "文件里有不止一份年报，又没有各自的标题，无法分开；请拆成每份一个文件后再导入 "
                "(several reports without titles of their own: split the file)",
            )
    return parts


def _is_running_head(title: FoundTitle, before: Sequence[FoundTitle]) -> bool:
    """Whether a title stands at the head of a page: that of the report, without its year."""
    year, body = _named(title.text)
    return not year and any(other == body and said for said, other in map(_named_of, before))


def _named_of(title: FoundTitle) -> tuple[str, str]:
    return _named(title.text)


def _spelled(title: str) -> str:
    return simplify(compact(title))


def _is_report(blocks: Sequence[Block]) -> bool:
    """Whether so much stands under a title that it is a report of its own."""
    if len(sure_headings(blocks)) > 1:
        return True
    prose = sum(len(b.text) for b in blocks if isinstance(b, Paragraph) and "。" in b.text)
    return prose >= _LEAST_TEXT or has_form_table(blocks)


def _is_brief(blocks: Sequence[Block]) -> bool:
    """Whether a sentence with a count stands under a title: all that some towns report."""
    texts = (b.text for b in blocks if isinstance(b, Paragraph))
    return any(_COUNT.search(text) for text in texts)


def _is_another(title: str, titles: Sequence[FoundTitle]) -> bool:
    """Whether a title names another year or body than one before or behind it does."""
    year, body = _named(title)
    others = [_named(other.text) for other in titles]
    return bool(year) and any(
        other_year and (other_year != year or not (body in other or other in body))
        for other_year, other in others
    )


def _named(title: str) -> tuple[str, str]:
    """The year that a title names, and what stands before its subject."""
    text = _spelled(title)
    year = _YEAR.search(text)
    return year.group() if year else "", _YEAR.sub("", _SUBJECT.split(text)[0]).strip("年度")


def _without_copy(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A report that the page holds twice (for print, for phones), once."""
    starts = _beginnings(blocks)
    if len(starts) != 2:
        return blocks
    first, second = starts
    before, end = set(blocks[:first]), second
    while end > first and blocks[end - 1] in before:  # the preamble, again
        end -= 1
    matter, copy = _matter(blocks[first:end]), _matter(blocks[second:])
    rest = copy[len(matter) :]  # what a site prints below
    is_copy = copy[: len(matter)] == matter and not any(isinstance(b, Table) for b in rest)
    return blocks[:end] if is_copy else blocks


def _matter(blocks: Sequence[Block]) -> list[str | Table]:
    texts = (b if isinstance(b, Table) else b.text for b in blocks)
    return [text for text in texts if isinstance(text, Table) or len(text) > _LINE]


def _beginnings(blocks: Sequence[Block]) -> list[int]:
    """Where the sections begin, and where they begin again."""
    starts: list[int] = []
    highest = 0
    for mark in sure_headings(blocks):
        number, ordinal = mark.heading.number, mark.heading.ordinal
        if number == OVERVIEW and (not starts or (highest >= DISPUTES and ordinal == 1)):
            starts.append(mark.at)
            highest = 0
        highest = max(highest, number)
    return starts
