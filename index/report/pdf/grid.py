"""Ruling lines to tables: frames, the cells in them, and the characters in the cells.

Cells are the smallest rectangles between rules; those that no rule divides are one. Outer edges
count as ruled, drawn or not, and so does a page break, where browsers draw nothing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from index.report.pdf.lines import lines_of, text_of
from index.report.pdf.shapes import Glyph, Rule

_NEAR = 3.0  # points; rules of a table closer than this are one, and touch
_SAME = 0.8  # points; rules closer than this are one wherever they are
_MOST_CELLS = 20_000
# The share of a boundary that must be ruled for it to divide two cells.
_RULED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Frame:
    """Rules that hang together, and the characters between them."""

    left: float
    top: float
    right: float
    bottom: float
    rules: tuple[Rule, ...]
    glyphs: tuple[Glyph, ...] = ()
    breaks: tuple[float, ...] = ()  # where pages end in it

    def holds(self, glyph: Glyph) -> bool:
        """Whether a character stands in it."""
        x = (glyph.x0 + glyph.x1) / 2
        return self.left - 1 <= x <= self.right + 1 and self.spans(glyph)

    def spans(self, glyph: Glyph) -> bool:
        """Whether a character stands as high as it."""
        return self.top - 1 <= glyph.middle <= self.bottom + 1


@dataclass(slots=True)
class Box:
    """A cell: the rows and columns it reaches over (ends excluded), and its text."""

    top: int
    bottom: int
    left: int
    right: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a frame; `breaks` are the rows that begin a page."""

    boxes: tuple[Box, ...]
    height: int
    width: int
    breaks: tuple[int, ...] = ()


def frames_of(rules: Sequence[Rule]) -> list[Frame]:
    """The groups of rules that touch one another and make at least two cells."""
    pieces = _merged(rules, _SAME)
    levels = [i for i, rule in enumerate(pieces) if rule.is_level]
    uprights = [i for i, rule in enumerate(pieces) if not rule.is_level]  # from left to right
    places = [pieces[i].at for i in uprights]
    group = _Groups(len(pieces))
    for i in levels:
        level = pieces[i]
        first = bisect_left(places, level.start - _NEAR)
        for j in uprights[first : bisect_right(places, level.end + _NEAR)]:
            if pieces[j].start - _NEAR <= level.at <= pieces[j].end + _NEAR:
                group.join(i, j)
    groups = [[pieces[i] for i in members] for members in group.all()]
    return [
        frame
        for rules in _with_loose(groups)
        if (frame := _frame(_merged(rules, _NEAR))) is not None
    ]


def _with_loose(groups: list[list[Rule]]) -> list[list[Rule]]:
    """The groups, with uprights that touch nothing put to the one group beside them.

    A cell that is taller than a page has no level rule there.
    """
    frames = [rules for rules in groups if any(rule.is_level for rule in rules)]
    loose = [rules for rules in groups if not any(rule.is_level for rule in rules)]
    for upright in (rule for rules in loose for rule in rules):
        beside = [rules for rules in frames if _is_beside(upright, rules)]
        if len(beside) == 1:
            beside[0].append(upright)
    return frames


def _is_beside(upright: Rule, rules: Sequence[Rule]) -> bool:
    """Whether an upright goes down beside most of a group, and beyond it hardly."""
    uprights = [rule for rule in rules if not rule.is_level]
    top = min((rule.start for rule in uprights), default=0.0)
    bottom = max((rule.end for rule in uprights), default=0.0)
    shared = min(upright.end, bottom) - max(upright.start, top)
    return shared > 0.8 * (upright.end - upright.start) and shared > 0.5 * (bottom - top) > 0


def _merged(rules: Iterable[Rule], reach: float) -> list[Rule]:
    """Rules drawn piece by piece, or as double lines within `reach`, as one."""
    merged: list[Rule] = []
    for is_level, group in groupby(sorted(rules, key=_order), key=_direction):
        for at, pieces in _clusters(list(group), reach):
            start, end = pieces[0].start, pieces[0].end
            for piece in pieces[1:]:
                if piece.start <= end + _NEAR:
                    end = max(end, piece.end)
                else:
                    merged.append(Rule(is_level, at, start, end))
                    start, end = piece.start, piece.end
            merged.append(Rule(is_level, at, start, end))
    return merged


def _order(rule: Rule) -> tuple[bool, float]:
    return rule.is_level, rule.at


def _direction(rule: Rule) -> bool:
    return rule.is_level


def _start(rule: Rule) -> float:
    return rule.start


def _clusters(rules: Sequence[Rule], reach: float) -> Iterator[tuple[float, list[Rule]]]:
    """Rules of one direction that lie at one place, sorted along it."""
    begin = 0
    for i in range(1, len(rules) + 1):
        if i == len(rules) or rules[i].at - rules[begin].at > reach:
            pieces = sorted(rules[begin:i], key=_start)
            yield sum(piece.at for piece in pieces) / len(pieces), pieces
            begin = i


def _frame(rules: list[Rule]) -> Frame | None:
    levels = [rule for rule in rules if rule.is_level]
    uprights = [rule for rule in rules if not rule.is_level]
    if not levels or not uprights or len(rules) < 4:
        return None
    left = min([rule.at for rule in uprights] + [rule.start for rule in levels])
    right = max([rule.at for rule in uprights] + [rule.end for rule in levels])
    top = min([rule.at for rule in levels] + [rule.start for rule in uprights])
    bottom = max([rule.at for rule in levels] + [rule.end for rule in uprights])
    frame = Frame(left, top, right, bottom, tuple(rules))
    xs, ys = _places(frame)
    cells = (len(xs) - 1) * (len(ys) - 1)
    return frame if 1 < cells <= _MOST_CELLS else None


def _places(frame: Frame) -> tuple[list[float], list[float]]:
    """Where columns and rows are divided, edges and page breaks included."""
    uprights = [rule.at for rule in frame.rules if not rule.is_level]
    levels = [rule.at for rule in frame.rules if rule.is_level]
    return (
        _apart([*uprights, frame.left, frame.right]),
        _apart([*levels, frame.top, frame.bottom, *frame.breaks]),
    )


def _apart(places: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _NEAR:
            kept.append(place)
    return kept


def grid_of(frame: Frame) -> Grid:
    """The cells of a frame with their texts."""
    xs, ys = _places(frame)
    columns, rows = len(xs) - 1, len(ys) - 1
    cells = _Groups(columns * rows)
    walls = _Walls(frame, xs, ys)
    for y in range(rows):
        for x in range(columns):
            here = y * columns + x
            if x + 1 < columns and not walls.is_right_of(x, y):
                cells.join(here, here + 1)
            if y + 1 < rows and not walls.is_below(x, y):
                cells.join(here, here + columns)
    owner: dict[int, int] = {}
    boxes = []
    for number, members in enumerate(cells.all()):
        places = [divmod(member, columns) for member in members]
        lines, across = zip(*places, strict=True)
        boxes.append(Box(min(lines), max(lines) + 1, min(across), max(across) + 1))
        owner |= dict.fromkeys(members, number)
    _fill(boxes, frame.glyphs, xs, ys, owner)
    breaks = tuple(_nearest(ys, place) for place in frame.breaks)
    return Grid(tuple(boxes), rows, columns, breaks)


def _nearest(places: Sequence[float], at: float) -> int:
    return min(range(len(places)), key=lambda i: abs(places[i] - at))


@dataclass(slots=True)
class _Walls:
    """Which boundaries between neighbouring cells are ruled."""

    frame: Frame
    xs: list[float]
    ys: list[float]
    _levels: dict[int, list[Rule]] = field(default_factory=dict)
    _uprights: dict[int, list[Rule]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for rule in self.frame.rules:
            places, kept = (self.ys, self._levels) if rule.is_level else (self.xs, self._uprights)
            kept.setdefault(_nearest(places, rule.at), []).append(rule)
        for at in self.frame.breaks:
            edge = Rule(True, at, self.frame.left, self.frame.right)
            self._levels.setdefault(_nearest(self.ys, at), []).append(edge)

    def is_right_of(self, x: int, y: int) -> bool:
        """Whether the cell is divided from the one to its right."""
        return _is_ruled(self._uprights.get(x + 1, ()), self.ys[y], self.ys[y + 1])

    def is_below(self, x: int, y: int) -> bool:
        """Whether the cell is divided from the one below."""
        return _is_ruled(self._levels.get(y + 1, ()), self.xs[x], self.xs[x + 1])


def _is_ruled(rules: Iterable[Rule], start: float, end: float) -> bool:
    covered = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules)
    return covered > _RULED_SHARE * (end - start)


def _fill(
    boxes: Sequence[Box],
    glyphs: Sequence[Glyph],
    xs: Sequence[float],
    ys: Sequence[float],
    owner: dict[int, int],
) -> None:
    """Give every character to the cell it stands in, a number as a whole."""
    held: dict[int, list[Glyph]] = {}
    for word in _words(glyphs):
        places = [_place(glyph, xs, ys) for glyph in word]
        chosen = [owner[y * (len(xs) - 1) + x] for x, y in places]
        usual = max(chosen, key=chosen.count)
        held.setdefault(usual, []).extend(word)
    for number, members in held.items():
        boxes[number].text = cell_text(members)


def _words(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Single characters, and digits that were drawn in one go: a number may stick out of its
    cell, and half of it must not be counted in the next."""
    word: list[Glyph] = []
    for glyph in glyphs:
        if word and not _goes_on(word[-1], glyph):
            yield word
            word = []
        word.append(glyph)
    if word:
        yield word


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    return (
        last.run == glyph.run
        and _is_numeral(last.text)
        and _is_numeral(glyph.text)
        and abs(glyph.x0 - last.x1) < 0.3 * glyph.size
        and abs(glyph.y - last.y) < 1
    )


def _is_numeral(text: str) -> bool:
    return text.isdigit() or text in ".,+-"


def _place(glyph: Glyph, xs: Sequence[float], ys: Sequence[float]) -> tuple[int, int]:
    return _index(xs, (glyph.x0 + glyph.x1) / 2), _index(ys, glyph.middle)


def _index(places: Sequence[float], at: float) -> int:
    inside = sum(place <= at for place in places) - 1
    return min(max(inside, 0), len(places) - 2)


def cell_text(glyphs: Sequence[Glyph]) -> str:
    """The text of a cell; wrapped words are joined, numbers on two lines are not."""
    text = ""
    for line in lines_of(glyphs):
        piece = text_of(line.glyphs)
        is_word = text and not (text[-1].isascii() and piece[0].isascii())
        text += piece if is_word or not text else "\n" + piece
    return text


class _Groups:
    """Things numbered from 0 that are joined into groups."""

    __slots__ = ("_parent",)

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def join(self, one: int, other: int) -> None:
        """Put two things, with all that is joined to them, into one group."""
        self._parent[self._root(other)] = self._root(one)

    def all(self) -> list[list[int]]:
        """The groups, in the order of their first members."""
        groups: dict[int, list[int]] = {}
        for member in range(len(self._parent)):
            groups.setdefault(self._root(member), []).append(member)
        return list(groups.values())

    def _root(self, member: int) -> int:
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member
