"""A question cut into words that are known, each with all its senses, and what is left over.

The cut that leaves the least unexplained wins, then the one with the fewest words, then the one
that begins with the longest.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from bot.understand.reading.lexicon import everyday, lexicon, longest_word
from bot.understand.reading.neighbours import settle
from bot.understand.reading.texts import has_han, is_latin
from bot.understand.reading.tokens import LookUp, Sense, Token

_LATIN = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?|%")
_INITIALS = re.compile(r"(?<![a-z0-9])[a-z]{2,5}(?=(?:19|20)[0-9]{2})")  # qsx2024年
_BETWEEN = re.compile(r"[ :(,/-]*")
_UNKNOWN_COST, _WORD_COST, _PLACE_COST, _WEAK_COST, _FIXED_COST = 6.0, 1.0, 0.8, 1.5, 0.9
_DESCRIBE_COST = 1.3  # what frames a question gives way to what it asks: 有|哪些单位
# A word of every day is dearer than one of ours and cheaper than two of its characters: 快|递.
_EVERYDAY_COST = 1.95
_MAX_WORDS = 9  # of an English phrase, or of a name in letters


def read_tokens(text: str, fixed: tuple[Token, ...], names: LookUp, longest: int) -> list[Token]:
    """The best cut of a text; `fixed` stretches are offered as they are, `names` finds places."""
    known, longest = lexicon(), max(longest_word(), longest)
    size = len(text)
    cost: list[float] = [0.0] * (size + 1)
    best: list[Token | None] = [None] * size
    starts: dict[int, list[Token]] = defaultdict(list)
    for token in fixed:
        starts[token.start].append(token)
    for at in range(size - 1, -1, -1):
        if text[at] == " ":
            cost[at] = cost[at + 1]
            continue
        cost[at] = float("inf")
        offers = [*_offers(text, at, known, names, longest), *starts.get(at, ())]
        for token in sorted(offers, key=lambda t: -t.end):
            price = cost[token.end] + _price(token)
            if price < cost[at]:
                cost[at], best[at] = price, token
    tokens = [_without_everyday(token) for token in _walk(text, best)]
    return settle(tokens, text)


def _without_everyday(token: Token) -> Token:
    """A word of every day explains nothing: it only keeps its characters together."""
    return Token(token.start, token.end, token.text) if token.has("everyday") else token


def _walk(text: str, best: list[Token | None]) -> Iterator[Token]:
    at = 0
    while at < len(text):
        token = best[at]
        if token is None:
            at += 1
            continue
        yield token
        at = token.end


def _offers(
    text: str, at: int, known: dict[str, tuple[Sense, ...]], names: LookUp, longest: int
) -> Iterator[Token]:
    of_every_day = everyday()
    for end in _ends(text, at, longest):
        piece = text[at:end]
        senses = known.get(piece, ()) + names(piece)
        if senses:
            yield Token(at, end, piece, senses)
        elif piece in of_every_day:
            yield Token(at, end, piece, (("everyday", ""),))
    match = _LATIN.match(text, at)
    end = match.end() if match else at + 1
    letters = _INITIALS.match(text, at)
    if letters:
        yield Token(at, letters.end(), letters.group())
    is_mark = not match and not has_han(text[at])
    yield Token(at, end, text[at:end], (("mark", text[at]),) if is_mark else ())


def _ends(text: str, at: int, longest: int) -> Iterator[int]:
    """Where a word that begins here may end: anywhere in Chinese, after whole words in English."""
    match = _LATIN.match(text, at)
    if not match or match.group().isdigit():
        first = match.end() if match else at + 1
        yield from range(first, min(len(text), at + longest) + 1)
        return
    if at and _LATIN.match(text[at - 1]) and not text[at - 1 : at].isdigit():
        return
    end = match.end()
    for _ in range(_MAX_WORDS):
        yield end
        following = _BETWEEN.match(text, end)
        match = _LATIN.match(text, following.end() if following else end)
        if not match:
            return
        end = match.end()


def _price(token: Token) -> float:
    if token.is_unknown:
        return _UNKNOWN_COST * (1 if is_latin(token.text) else len(token.text))
    if token.has("body", "region", "short", "core"):
        return _PLACE_COST
    if token.has("mark"):
        return 0.0
    if token.has("everyday"):
        return _EVERYDAY_COST
    if token.has("year", "amount", "bound", "metric", "part_of_year", "section", "multiple"):
        return _FIXED_COST
    if token.has("describe") and len(token.senses) == 1:
        return _DESCRIBE_COST
    is_weak = all(table in ("weak", "counter") for table, _ in token.senses)
    return _WEAK_COST if is_weak else _WORD_COST
