"""What is said once of several things in a row: 废止的规章和规范性文件, 复议、诉讼各维持几件."""

from collections.abc import Iterator

from bot.understand.reading.chunks import Chunk
from bot.understand.reading.tokens import Token

_SHARED = frozenset(
    (
        "upheld",
        "corrected",
        "other_result",
        "pending",
        "lost",
        "won",
        "repealed",
        "valid",
        "issued",
    )
)
_THINGS = frozenset(("review", "suit", "direct", "after", "rule", "normdoc", "document"))
_BESIDE = frozenset(("cases", "decision"))


def shared_words(chunks: list[Chunk]) -> dict[int, frozenset[str]]:
    """For stretches that only name a thing, what is said of it with its neighbours."""
    found: dict[int, frozenset[str]] = {}
    for row in _rows(chunks):
        said = [i for i in row if _SHARED & chunks[i].concepts]
        if len(said) != 1 or len(row) < _TWO:
            continue
        at = said[0]
        is_first = at == row[0] and _is_before(chunks[at].tokens)
        is_last = at == row[-1] and _is_behind(chunks[at].tokens)
        if is_first or (is_last and not any(chunks[i].has_quantity for i in row[:-1])):
            words = _SHARED & chunks[at].concepts
            found |= {i: words for i in row if i != at}
    return found


_TWO = 2


def _rows(chunks: list[Chunk]) -> Iterator[list[int]]:
    """Stretches in a row, joined by 和 or 、, that name nothing but such things."""
    row: list[int] = []
    for i, chunk in enumerate(chunks):
        things = chunk.concepts - _SHARED - _BESIDE
        is_thing = bool(things) and things <= _THINGS and not chunk.labels
        if row and not (is_thing and chunk.is_listed):
            yield row
            row = []
        if is_thing:
            row.append(i)
    if row:
        yield row


def _is_before(tokens: list[Token]) -> bool:
    """Whether the word that is shared stands before the thing."""
    return _first(tokens, _SHARED) < _first(tokens, _THINGS)


def _is_behind(tokens: list[Token]) -> bool:
    return _first(tokens, _THINGS) < _first(tokens, _SHARED)


def _first(tokens: list[Token], concepts: frozenset[str]) -> int:
    found = (i for i, t in enumerate(tokens) if concepts & set(t.keys("concept")))
    return next(found, len(tokens))
