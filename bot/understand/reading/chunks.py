"""Stretches of a question between 和 or commas, each of which may name its own metric."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.understand.reading.tokens import Token
from bot.understand.vocabulary.signatures import find_metrics

_COMMAS = frozenset(",，;；。.?？!！:：")
_TWO = 2


@dataclass(slots=True)
class Chunk:
    """A stretch between 和 or commas: what it names."""

    tokens: list[Token] = field(default_factory=list)
    is_listed: bool = False  # 和 or 、 stands before it
    is_after_mark: bool = False  # 、 stands before it
    has_quantity: bool = False

    @property
    def concepts(self) -> frozenset[str]:
        """The concepts that it names."""
        plain = (token for token in self.tokens if not token.has("metric"))
        return frozenset(key for token in plain for key in token.keys("concept"))

    @property
    def labels(self) -> tuple[str, ...]:
        """The metrics that it names by their very labels."""
        return tuple(t.keys("metric")[0] for t in self.tokens if t.has("metric"))

    @property
    def members(self) -> tuple[str, ...]:
        """The applicants that it names."""
        found = (key for token in self.tokens for key in token.keys("member"))
        return tuple(dict.fromkeys(found))


def chunks_of(tokens: list[Token]) -> list[Chunk]:
    """The stretches of a question; a comma parts them only where each is asked for."""
    merged = _merged(list(_chunks(tokens)), any(t.has("every") for t in tokens))
    return [part for chunk in merged for part in _counted_apart(chunk)]


def _counted_apart(chunk: Chunk) -> list[Chunk]:
    """收到几件办结几件结转几件: each of them with its own how many, before or behind it."""
    tokens = chunk.tokens
    asked = [i for i, t in enumerate(tokens) if t.has("quantity") and _HOW_MANY.search(t.text)]
    if len(asked) < _TWO:
        return [chunk]
    is_before = any(t.has("concept", "metric", "member") for t in tokens[asked[-1] + 1 :])
    cuts = asked[1:] if is_before else [i + 1 for i in asked[:-1]]
    pieces = [tokens[i:j] for i, j in zip([0, *cuts], [*cuts, len(tokens)], strict=True)]
    parts = [
        Chunk(piece, bool(i) or chunk.is_listed, chunk.is_after_mark, has_quantity=True)
        for i, piece in enumerate(pieces)
    ]
    return parts if all(part.concepts or part.labels for part in parts) else [chunk]


_HOW_MANY = re.compile(r"几|多少|how")


def _chunks(tokens: list[Token]) -> Iterator[Chunk]:
    chunk = Chunk()
    for token in tokens:
        is_list = token.has("conjunction") or token.text == "、"
        if is_list or token.text in _COMMAS:
            if chunk.tokens:
                yield chunk
                chunk = Chunk(is_listed=is_list)
            chunk.is_listed = chunk.is_listed or is_list
            chunk.is_after_mark = chunk.is_after_mark or token.text == "、"
            continue
        chunk.tokens.append(token)
        chunk.has_quantity = chunk.has_quantity or token.has("quantity", "yes_no")
    if chunk.tokens:
        yield chunk


def _merged(chunks: list[Chunk], has_every: bool) -> list[Chunk]:
    """A comma parts two metrics only where each is asked for: 申请,收到几件 is one."""
    merged: list[Chunk] = []
    for one, chunk, other in zip(chunks, chunks[1:], chunks[2:], strict=False):
        # requests, grants and denials: in English a comma stands in a list as well
        is_english = bool(other.tokens) and other.tokens[0].text.isascii()
        if is_english and other.is_listed and one.concepts and one.concepts <= _PLAIN:
            chunk.is_listed = chunk.is_listed or bool(chunk.concepts)
    if len(chunks) > 1 and all(map(_is_bare, chunks)):  # penalties, licences, applications
        for chunk in chunks[1:]:
            chunk.is_listed = True
    is_list = sum(bool(chunk.concepts) for chunk in chunks) > _TWO
    _list_in_english(chunks)
    for chunk in chunks:
        last = merged[-1] if merged else None
        is_apart = (
            last is not None
            and (last.concepts or last.labels)
            and (chunk.concepts or chunk.labels)
            and (chunk.is_listed or has_every or (last.has_quantity and chunk.has_quantity))
            and (has_every or is_list or not _is_one_cell(last, chunk))
        )
        if last is None or is_apart:
            merged.append(chunk)
        else:
            last.tokens += chunk.tokens
            last.has_quantity = last.has_quantity or chunk.has_quantity
    return merged


def _is_bare(chunk: Chunk) -> bool:
    """Whether a stretch is the name of a number, or of a place and a year, and nothing else."""
    things = [t for t in chunk.tokens if not t.has("mark", "filler", *_WHERE)]
    is_named = len(chunk.labels) == 1 or bool(find_metrics(chunk.concepts)[0])
    return all(t.has("concept", "metric") for t in things) and (is_named or not things)


_WHERE = ("body", "region", "short", "core", "division", "department", "year")


def _list_in_english(chunks: list[Chunk]) -> None:
    """Granted, partial, denied: three or more one after another are listed by commas alone."""
    runs: list[list[Chunk]] = [[]]
    for chunk in chunks:
        is_named = bool(chunk.concepts or chunk.labels)
        if is_named and all(t.text.isascii() for t in chunk.tokens if t.has("concept", "metric")):
            runs[-1].append(chunk)
        else:
            runs.append([])
    for run in runs:
        if len(run) > _TWO:
            for chunk in run[1:]:
                chunk.is_listed = True


_PLAIN = frozenset(("app", "receive", "licence", "penalty", "coercion", "proactive", "publish"))
_BLOCKS = frozenset(("review", "suit", "direct", "after", "app", "cases"))
_ENDINGS = frozenset(("upheld", "corrected", "other_result", "pending", "lost", "won"))


def _is_one_cell(one: Chunk, other: Chunk) -> bool:
    """未经复议直接起诉、结果维持的: a block and its outcome, parted as in the table."""
    is_block = bool(one.concepts) and one.concepts <= _BLOCKS and not one.has_quantity
    return other.is_after_mark and is_block and bool(other.concepts & _ENDINGS)
