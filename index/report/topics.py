"""Headings whose numerals say nothing: none, all the same one, or those of points.

Reports of the older forms are headed as their authors liked. Where the numerals make no outline,
the topics do, if all headings are marked alike.
"""

import re
from collections.abc import Iterator, Sequence

from index.report.headings import (
    APPLICATIONS,
    DISPUTES,
    OTHER,
    OVERVIEW,
    PROBLEMS,
    Mark,
    topical_heading,
)
from index.types import Block, Paragraph

_FEWEST = 3
_BOX = re.compile(r"[【\[〖［](?P<inside>[^】\]〗］]{2,40})[】\]〗］][：:]?")
_NUMERALS = (
    ("（一）", re.compile(r"[（(]\s*[一二三四五六七八九十]{1,2}\s*[）)][、.．]?")),
    ("一、", re.compile(r"[一二三四五六七八九十]{1,2}\s*[、，,．.:：]")),
    ("1.", re.compile(r"\d{1,2}\s*[、．.](?!\d)")),
)


def marks_by_topic(blocks: Sequence[Block]) -> list[Mark]:
    """The headings of one style that make the fullest outline; none where no style makes one."""
    styles: dict[str, list[Mark]] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            for style, mark in _marked(at, block.text):
                styles.setdefault(style, []).append(mark)
    outlines = [_outline(_without_lists(marks)) for marks in styles.values()]
    return max(outlines, key=covered, default=[])


def covered(marks: Sequence[Mark]) -> int:
    """How many different sections headings open."""
    return len({mark.heading.number for mark in marks})


def _marked(at: int, text: str) -> Iterator[tuple[str, Mark]]:
    """A line as a heading, with the way it is marked."""
    text = text.strip()
    box = _BOX.fullmatch(text)
    style, title = ("【】", box["inside"]) if box else ("", text)
    for name, numeral in _NUMERALS:
        match = numeral.match(title)
        if match is not None:
            style, title = style + name, title[match.end() :]
            break
    heading = topical_heading(text, title, is_bare=not style)
    if heading is not None:
        yield style, Mark(at, heading)


def _without_lists(marks: Sequence[Mark]) -> list[Mark]:
    """The headings with text below them: one above the next is of a table of contents."""
    places = {mark.at for mark in marks}
    return [mark for mark in marks if mark.at + 1 not in places]


def _outline(marks: Sequence[Mark]) -> list[Mark]:
    """Those whose topics come in the order of the form, from the overview on."""
    first = next((i for i, m in enumerate(marks) if m.heading.number == OVERVIEW), len(marks))
    chain: list[Mark] = []
    highest = OVERVIEW
    for mark in marks[first:]:
        number = mark.heading.number
        if number == OTHER or number >= highest:
            chain.append(mark)
            highest = highest if number == OTHER else number
    numbers = {mark.heading.number for mark in chain}
    is_whole = APPLICATIONS in numbers and bool(numbers & {DISPUTES, PROBLEMS})
    return chain if is_whole and len(chain) >= _FEWEST else []
