"""Blocks to sections, by their headings; numbered 1 to 6 whatever numeral is printed.

Of all lines that may be headings, the chain is taken whose numerals rise and whose titles are
the surest. So an enumeration inside the prose (一、 二、) does not open a section, and a numeral
that is missing, doubled or wrong does not close one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.report.chrome import (
    cuts,
    is_around,
    is_footer,
    is_signature,
    is_title,
    title_apart,
    titles_in,
)
from index.report.headings import (
    BARE,
    BRACKETED,
    OFFICIAL,
    OTHER,
    OVERVIEW,
    TOPICAL,
    Heading,
    Mark,
    heading_of,
    whole_heading,
)
from index.report.topics import covered, marks_by_topic
from index.types import Block, Paragraph, Section, Table

# Fewer points make no outline: one line that reads like a heading may be anything.
_LEAST_SCORE = 2 * TOPICAL
_MOST_CANDIDATES = 400
_PAGE_NUMBER = re.compile(r"[\s.．…·⋯_—-]*\d{0,3}")  # behind a line of a table of contents
_FEWEST_CONTENTS = 3
_NUMBERS = range(OVERVIEW, OTHER + 1)
_BOX_WORDS = (
    "索引号",
    "发布机构",
    "发布日期",
    "公开日期",
    "主题分类",
    "信息名称",
    "发文字号",
    "文号",
)


@dataclass(frozen=True, slots=True)
class Outline:
    """A report in its parts: what it is called, what stands around it, its sections."""

    titles: tuple[str, ...]
    around: tuple[str, ...]
    before: tuple[str, ...]
    sections: tuple[Section, ...]
    after: tuple[str, ...]
    has_headings: bool = True


def outline(blocks: Sequence[Block]) -> Outline:
    """The sections of one report and what stands before and after them."""
    blocks = _with_whole_headings(blocks)
    marks, contents = _marks(blocks)
    chain = _chain(marks)
    if covered(chain) < len(_NUMBERS):
        chain = max(chain, marks_by_topic(blocks), key=covered)
    first = chain[0].at if chain else len(blocks)
    opening = [b for i, b in enumerate(blocks[:first]) if i not in contents]
    if not chain:
        opening, sections = _opening_apart(opening)
    else:
        sections = _cut(blocks, chain)
        opening, lost = _lost_overview(opening, chain[0].heading)
        sections = [*lost, *sections]
    titles, around, before = _read_opening(opening)
    sections, after = _without_end(sections)
    kept = tuple(b for b in before if isinstance(b, Table) or b.text)
    opened = [Section(0, "", kept)] if kept else []
    return Outline(
        tuple(titles),
        tuple(around),
        tuple(b.text for b in kept if isinstance(b, Paragraph)),
        tuple(_joined([*opened, *sections])),
        tuple(after),
        has_headings=bool(chain),
    )


def _with_whole_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, headings that were broken over two of them put together."""
    whole: list[Block] = []
    for block in blocks:
        above = whole[-1] if whole else None
        if isinstance(block, Paragraph) and isinstance(above, Paragraph):
            heading = whole_heading(above.text, block.text)
            if heading is not None:
                whole[-1] = Paragraph(heading)
                continue
        whole.append(block)
    return whole


def sure_headings(blocks: Sequence[Block]) -> list[Mark]:
    """The headings with the form's own titles, without those of a table of contents."""
    marks, _ = _marks(blocks)
    return [mark for mark in marks if mark.heading.sureness == OFFICIAL]


def _marks(blocks: Sequence[Block]) -> tuple[list[Mark], set[int]]:
    """All lines that may be headings, and the blocks that are a table of contents."""
    marks = [
        Mark(i, heading)
        for i, block in enumerate(blocks)
        if isinstance(block, Paragraph) and (heading := heading_of(block.text)) is not None
    ]
    contents = _contents(marks)
    return [m for m in marks if m.at not in contents][:_MOST_CANDIDATES], contents


def _contents(marks: Sequence[Mark]) -> set[int]:
    """The blocks of a table of contents: headings in a row that all come again."""
    listed: set[int] = set()
    i = 0
    while i < len(marks):
        end = i + 1
        while end < len(marks) and marks[end].at == marks[end - 1].at + 1:
            if not _rises(marks[end - 1].heading, marks[end].heading):
                break
            end += 1
        run = marks[i:end]
        if len(run) >= _FEWEST_CONTENTS and run[0].heading.number == OVERVIEW:
            numbers = {m.heading.number for m in run}
            elsewhere = {m.heading.number for m in (*marks[:i], *marks[end:])}
            is_bare = all(_PAGE_NUMBER.fullmatch(m.heading.rest) for m in run)
            if numbers <= elsewhere and is_bare:
                listed.update(m.at for m in run)
        i = end
    return listed


def _chain(marks: Sequence[Mark]) -> list[Mark]:
    """The best run of headings: each may follow the one before."""
    official = {m.heading.number for m in marks if m.heading.sureness == OFFICIAL}
    best: list[tuple[int, int]] = []  # score, place of the one before
    for i, mark in enumerate(marks):
        score, before = (0, -1) if mark.heading.sureness > BARE else (-1000, -1)
        for k in range(i):
            if best[k][0] <= score:
                continue
            if _rises(marks[k].heading, mark.heading) or (
                mark.heading.number not in official
                and _repeats_numeral(marks[k].heading, mark.heading)
            ):
                score, before = best[k][0], k
        best.append((score + _worth(mark.heading), before))
    if not best:
        return []
    at = max(range(len(best)), key=best.__getitem__)
    if best[at][0] < _LEAST_SCORE:
        return []
    chain = []
    while at >= 0:
        chain.append(marks[at])
        at = best[at][1]
    return chain[::-1]


def _worth(heading: Heading) -> int:
    return heading.sureness - BRACKETED * heading.is_bracketed


def _rises(one: Heading, other: Heading) -> bool:
    """Whether a heading may follow another."""
    if one.sureness == other.sureness == OFFICIAL and other.number > one.number:
        return True
    first = one.number if one.ordinal is None and one.sureness == OFFICIAL else one.ordinal
    second = other.ordinal
    if first is None or second is None:
        return False
    if BARE in (one.sureness, other.sureness):
        return second == first + 1
    return second > first


def _repeats_numeral(one: Heading, other: Heading) -> bool:
    """Whether a heading has the numeral of the one before it by mistake."""
    return (
        one.ordinal == other.ordinal is not None
        and other.sureness > BARE
        and other.number > one.number
    )


def _cut(blocks: Sequence[Block], chain: Sequence[Mark]) -> list[Section]:
    sections = []
    ends = [mark.at for mark in chain[1:]] + [len(blocks)]
    for mark, end in zip(chain, ends, strict=True):
        content = blocks[mark.at + 1 : end]
        if mark.heading.rest:
            content = [Paragraph(mark.heading.rest), *content]
        sections.append(Section(mark.heading.number, mark.heading.title, tuple(content)))
    return sections


def _joined(sections: Sequence[Section]) -> list[Section]:
    """Sections in the order of the form; what has one number becomes one."""
    joined: dict[int, Section] = {}
    for section in sections:
        before = joined.get(section.number)
        if before is None:
            joined[section.number] = section
            continue
        heading = (Paragraph(section.title),) if section.title else ()
        blocks = (*before.blocks, *heading, *section.blocks)
        joined[section.number] = replace(before, blocks=blocks)
    return [joined[number] for number in sorted(joined)]


def _opening_apart(blocks: Sequence[Block]) -> tuple[list[Block], list[Section]]:
    """A report without headings: its titles and what stands above them, and all the rest."""
    last = 0
    for i, block in enumerate(blocks):
        if isinstance(block, Paragraph) and is_title(block.text):
            last = i + 1
        elif not isinstance(block, Paragraph) or len(block.text) > 80:
            break
    while last < len(blocks):
        block = blocks[last]
        if not isinstance(block, Paragraph) or not is_around(block.text):
            break
        last += 1
    rest = tuple(blocks[last:])
    return list(blocks[:last]), [Section(OVERVIEW, "", rest)] if rest else []


def _lost_overview(blocks: list[Block], first: Heading) -> tuple[list[Block], list[Section]]:
    """Points （一）（二） above heading 二 are the overview, whose own heading was lost."""
    if first.number == OVERVIEW:
        return blocks, []
    for i, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.text.startswith(("（一）", "(一)", "（一)")):
            return blocks[:i], [Section(OVERVIEW, "", tuple(blocks[i:]))]
    return blocks, []


def _read_opening(blocks: Sequence[Block]) -> tuple[list[str], list[str], list[Block]]:
    """Titles, the site's own lines, and the prose between."""
    around: list[str] = []
    prose: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and _is_box(block):
            around.extend(" ".join(dict.fromkeys(c for c in row if c)) for row in block.rows)
        elif isinstance(block, Paragraph) and is_around(block.text):
            title, line = title_apart(block.text)
            around.append(line)
            prose.extend([Paragraph(title)] if title else [])
        else:
            prose.append(block)
    lines = [b.text if isinstance(b, Paragraph) else "。" for b in prose]
    titles = titles_in(lines)
    taken = {i for title in titles for i in range(title.start, title.end)}
    rest = [b for i, b in enumerate(prose) if i not in taken]
    # A list of other years' reports may stand above; the nearest to the text is its own.
    return [title.text for title in reversed(titles)], around, rest


def _is_box(table: Table) -> bool:
    cells = "".join(cell for row in table.rows for cell in row)
    return len(cells) < 1_000 and any(word in cells for word in _BOX_WORDS)


def _without_end(sections: list[Section]) -> tuple[list[Section], list[str]]:
    """The last section without signature and footer, which are handed on apart."""
    if not sections:
        return sections, []
    last = sections[-1]
    blocks = list(last.blocks)
    after: list[str] = []
    for i, block in enumerate(blocks):
        if isinstance(block, Paragraph) and cuts(block.text) and _is_end(blocks[i:]):
            after = [b.text for b in blocks[i:] if isinstance(b, Paragraph)]
            blocks = blocks[:i]
            break
    while blocks:
        block = blocks[-1]
        if not isinstance(block, Paragraph):
            break
        below = after[0] if after else None
        if not (is_signature(block.text, below) or is_footer(block.text) or is_title(block.text)):
            break
        after.insert(0, block.text)
        blocks.pop()
    return [*sections[:-1], replace(last, blocks=tuple(blocks))], after


def _is_end(blocks: Sequence[Block]) -> bool:
    texts = [b.text for b in blocks if isinstance(b, Paragraph)]
    return len(texts) == len(blocks) and not any(len(text) > 80 and "。" in text for text in texts)
