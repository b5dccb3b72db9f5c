"""Which stretch of a page is the report: the smallest that holds its sections, or its prose."""

from collections.abc import Sequence
from typing import NamedTuple

from index.report.labels import is_telling
from index.report.sections import sure_headings
from index.types import Block, Table

# Prose and tables may stand outside of the article (a notice, a box): not more than this.
_SHARE, _SHARE_WITHOUT_HEADINGS = 0.8, 0.97
_TABLE_WEIGHT = 400


class Stretch(NamedTuple):
    """The blocks that one element of the page holds: from `start`, before `end`."""

    start: int
    end: int


def article_of(blocks: Sequence[Block], stretches: Sequence[Stretch]) -> tuple[int, int]:
    """Where the article begins and ends among the blocks of a page."""
    marks = sure_headings(blocks)
    places = [mark.at for mark in marks]
    weights = [0]
    for block in blocks:
        weights.append(weights[-1] + _weight(block))
    share = _SHARE
    if len({mark.heading.number for mark in marks}) < 2:
        places, share = [], _SHARE_WITHOUT_HEADINGS
    needed = weights[-1] * share
    fitting = [
        s
        for s in stretches
        if weights[s.end] - weights[s.start] >= needed
        and all(s.start <= place < s.end for place in places)
    ]
    if not fitting or not (needed or places):
        return 0, len(blocks)
    best = min(fitting, key=lambda s: s.end - s.start)
    return best.start, best.end


def _weight(block: Block) -> int:
    if isinstance(block, Table):
        labels = sum(is_telling(cell) for cell in {c for row in block.rows for c in row})
        return _TABLE_WEIGHT if labels > 2 else 0
    return len(block.text) if "。" in block.text else 0
