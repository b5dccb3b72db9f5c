"""A question cut into words that are known, each with all its senses, and what is left over.

The cut that leaves the least unexplained wins, then the one with the fewest words, then the one
that begins with the longest.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.understand import words
from bot.understand.concepts import CONCEPTS
from bot.understand.departments import DEPARTMENTS
from bot.understand.fillers import ADDRESS, COUNTERS, FILLERS, FILLERS_EN, WEAK
from bot.understand.terms import TERMS
from bot.understand.topics import TOPICS
from index.settings import DATA_DIR
from index.vocabulary.metrics import METRIC, METRICS
from index.vocabulary.traditional import simplify

Sense = tuple[str, str]  # (table, key)

_LATIN = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?|%")
_INITIALS = re.compile(r"(?<![a-z0-9])[a-z]{2,5}(?=(?:19|20)[0-9]{2})")  # qsx2024年
_BETWEEN = re.compile(r"[ :(,/-]*")
_HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿〇]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_UNKNOWN_COST, _WORD_COST, _PLACE_COST, _WEAK_COST, _FIXED_COST = 6.0, 1.0, 0.8, 1.5, 0.9
_DESCRIBE_COST = 1.3  # what frames a question gives way to what it asks: 有|哪些单位
# A word of every day is dearer than one of ours and cheaper than two of its characters: 快|递.
_EVERYDAY_COST = 1.95
EVERYDAY = DATA_DIR / "words" / "everyday.txt"
_MAX_WORDS = 9  # of an English phrase, or of a name in letters
_POSSESSIVE = re.compile(
    r"\b(?!(?:it|what|there|that|who|here|he|she|let|how|where|one|people)')([a-z]+)'s?(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch `start:end` of the text with its senses; none: nothing explains it."""

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...] = ()

    def keys(self, table: str) -> tuple[str, ...]:
        """What it means in one table."""
        return tuple(key for name, key in self.senses if name == table)

    def has(self, *tables: str) -> bool:
        """Whether it has a sense in any of these tables."""
        return any(name in tables for name, _ in self.senses)

    @property
    def is_unknown(self) -> bool:
        """Whether nothing explains it."""
        return not self.senses


# Labels that people use for something else: 申请答复数 is what was handled.
_SAID_OTHERWISE = frozenset(("answered_total",))

LookUp = Callable[[str], tuple[Sense, ...]]


def plain_question(question: str) -> str:
    """The question in one width, lower case and simplified characters, blanks single."""
    text = unicodedata.normalize("NFKC", _CONTROL.sub(" ", question))
    text = simplify(text).replace("’", "'").replace("‘", "'")
    text = re.sub(r"\s+", " ", _without_accents(text)).strip().lower()
    return _POSSESSIVE.sub(r"\1", text)


def _without_accents(text: str) -> str:
    """Latin letters without their marks: Lüsigang as Lusigang."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    bare = re.sub(r"(?<=[A-Za-z])[\u0300-\u036f]+", "", parts)
    return unicodedata.normalize("NFC", bare)


def read_tokens(text: str, fixed: tuple[Token, ...], names: LookUp, longest: int) -> list[Token]:
    """The best cut of a text; `fixed` stretches are offered as they are, `names` finds places."""
    lexicon, longest = _lexicon(), max(_longest_word(), longest)
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
        offers = [*_offers(text, at, lexicon, names, longest), *starts.get(at, ())]
        for token in sorted(offers, key=lambda t: -t.end):
            price = cost[token.end] + _price(token)
            if price < cost[at]:
                cost[at], best[at] = price, token
    tokens = [_without_everyday(token) for token in _walk(text, best)]
    tokens = _apart(_license(_other_kinds(tokens)), text)
    return _join_unknown(tokens, text)


def _without_everyday(token: Token) -> Token:
    """A word of every day explains nothing: it only keeps its characters together."""
    return Token(token.start, token.end, token.text) if token.has("everyday") else token


def has_han(text: str) -> bool:
    """Whether any Chinese character stands in a text."""
    return bool(_HAN.search(text))


def is_latin(text: str) -> bool:
    """Whether a text is in Latin letters only."""
    return bool(re.fullmatch(r"[a-z][a-z' -]*", text))


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
    text: str, at: int, lexicon: dict[str, tuple[Sense, ...]], names: LookUp, longest: int
) -> Iterator[Token]:
    everyday = _everyday()
    for end in _ends(text, at, longest):
        piece = text[at:end]
        senses = lexicon.get(piece, ()) + names(piece)
        if senses:
            yield Token(at, end, piece, senses)
        elif piece in everyday:
            yield Token(at, end, piece, (("everyday", ""),))
    match = _LATIN.match(text, at)
    end = match.end() if match else at + 1
    letters = _INITIALS.match(text, at)
    if letters:
        yield Token(at, letters.end(), letters.group())
    is_mark = not match and not _HAN.match(text[at])
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
    if token.has("year", "amount", "metric", "part_of_year", "section"):
        return _FIXED_COST
    if token.has("describe") and len(token.senses) == 1:
        return _DESCRIBE_COST
    is_weak = all(table in ("weak", "counter") for table, _ in token.senses)
    return _WEAK_COST if is_weak else _WORD_COST


def _join_unknown(tokens: list[Token], text: str) -> list[Token]:
    """Neighbouring pieces that nothing explains are one."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last and last.is_unknown and token.is_unknown and _touch(last, token, text):
            joined[-1] = Token(last.start, token.end, text[last.start : token.end])
        else:
            joined.append(token)
    return joined


def _touch(one: Token, other: Token, text: str) -> bool:
    return not text[one.end : other.start].strip() and (
        one.end == other.start or (is_latin(one.text) and is_latin(other.text))
    )


def _other_kinds(tokens: list[Token]) -> list[Token]:
    """郭仓乡 is not 郭仓镇: a short name before another kind is a name that we do not know."""
    found: list[Token] = []
    for token in tokens:
        last = found[-1] if found else None
        is_short = last is not None and last.end == token.start and _is_short(last)
        if last is not None and is_short and token.text in _KINDS_OF_PLACES:
            found[-1:] = [Token(last.start, token.end, last.text + token.text)]
        else:
            found.append(token)
    return found


_KINDS_OF_PLACES = ("乡", "镇", "县", "市", "区", "村", "街道", "旗")


def _is_short(token: Token) -> bool:
    names = [key for table, key in token.senses if table in ("short", "region", "division")]
    return bool(names) and all(not key.endswith(_KINDS_OF_PLACES) for key in names)


# What says nothing by itself, and nothing at all if it is a part of another word.
_SLIGHT = frozenset(("filler", "weak", "counter", "describe"))


def _apart(tokens: list[Token], text: str) -> list[Token]:
    """A character that makes a word of every day with its neighbour explains nothing (快|件申请).

    Nor does a form of address that nobody is addressed with (先生 within a question).
    """
    found: list[Token] = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        is_hidden = _is_crossed(token, before, after, text) or (
            token.has("address") and not _is_address(before)
        )
        found.append(Token(token.start, token.end, token.text) if is_hidden else token)
    return found


def _is_crossed(token: Token, before: Token | None, after: Token | None, text: str) -> bool:
    is_slight = {table for table, _ in token.senses} <= _SLIGHT
    if len(token.text) > 1 or not is_slight or token.is_unknown:
        return False
    ends = (token.end + 1, token.end + 2)
    is_before = after is not None and after.start == token.end and _is_cut(after)
    if is_before and any(text[token.start : end] in _everyday() for end in ends):
        return True
    is_after = before is not None and before.end == token.start and _is_cut(before)
    return is_after and text[token.start - 1 : token.end] in _everyday()


def _is_cut(token: Token) -> bool:
    return len(token.text) > 1 and not token.has(
        "body", "region", "short", "core", "division", "year", "amount", "part_of_year"
    )


def _is_address(before: Token | None) -> bool:
    """Whether somebody is addressed: at the beginning, after a comma or a greeting."""
    is_start = before is None or before.has("mark", "address")
    return is_start or (before is not None and before.text in _BEFORE_ADDRESS)


_BEFORE_ADDRESS = ("请问", "问", "问下", "问一下", "麻烦", "劳驾", "你好", "您好", "谢谢", "各位")


def _license(tokens: list[Token]) -> list[Token]:
    """Counters and light verbs that make up a word of their own explain nothing (成本, 方案)."""
    found: list[Token] = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i and tokens[i - 1].end == token.start else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        after = after if after and after.start == token.end else None
        found.append(
            token
            if _is_licensed(token, before, after)
            else Token(token.start, token.end, token.text)
        )
    return found


def _is_licensed(token: Token, before: Token | None, after: Token | None) -> bool:
    tables = {table for table, _ in token.senses}
    if not tables or not tables <= {"weak", "counter"}:
        return True
    if before is not None and "counter" in tables:
        is_number = before.has("quantity", "amount", "every", "number")
        if is_number or before.text in "这那哪一":
            return True
    beside = [t for t in (before, after) if t is not None]
    return not any(t.is_unknown or {x for x, _ in t.senses} <= {"weak", "counter"} for t in beside)


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    lines = EVERYDAY.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def _longest_word() -> int:
    return max(len(word) for word in _lexicon() if has_han(word))


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[Sense, ...]]:
    found: dict[str, dict[Sense, None]] = defaultdict(dict)
    for word, sense in _entries():
        found[word.lower()][sense] = None
    return {word: tuple(senses) for word, senses in found.items()}


def _entries() -> Iterator[tuple[str, Sense]]:
    tables: tuple[tuple[str, dict[str, tuple[str, ...]]], ...] = (
        ("concept", CONCEPTS), ("op", words.OPERATIONS), ("member", words.MEMBERS),
        ("ask", words.QUESTION_KINDS), ("term", TERMS),
        ("kind", {key: names for key, (_, names) in words.KINDS.items()}), ("whole", words.WHOLE),
        ("not_done", words.NOT_DONE),
    )  # fmt: skip
    for table, wordings in tables:
        for key, names in wordings.items():
            yield from ((name, (table, key)) for name in names)
    lists = (
        ("cue", words.FOLLOW_UP), ("never", words.NOT_IN_REPORTS), ("quantity", words.QUANTITY),
        ("conjunction", words.CONJUNCTIONS), ("every", words.EVERY), ("negation", words.NEGATIONS),
        ("hypothetical", words.HYPOTHETICAL), ("yes_no", words.YES_NO), ("filler", FILLERS),
        ("filler", FILLERS_EN), ("counter", COUNTERS), ("weak", WEAK), ("topic", TOPICS),
        ("any_body", words.ANY_BODY), ("describe", words.DESCRIBE), ("address", ADDRESS),
    )  # fmt: skip
    for table, names in lists:
        for name in names:
            is_weak = table == "filler" and name in WEAK
            yield name, ("weak" if is_weak else table, "")
    for metric in METRICS:
        if metric.key not in _SAID_OTHERWISE:
            for label in (*_spoken(plain_question(metric.label)), plain_question(metric.english)):
                yield label.rstrip(")"), ("metric", metric.key)
    for official, (chinese, english) in enumerate(DEPARTMENTS):
        yield from ((name, ("department", str(official))) for name in (*chinese, *english))


def _spoken(label: str) -> Iterator[str]:
    """A label as it stands, without its year or its number, and with other words for all."""
    for said in (label, label.replace("本年度", "").replace("本年", "")):
        yield said
        if len(said.removesuffix("数量")) >= _SHORTEST_LABEL:
            yield said.removesuffix("数量")
    if label == METRIC["other"].label:
        yield from (label + ending for ending in _ALL_OF_IT)
    for ending in _ALL_OF_IT:
        bare = label.removesuffix(ending)
        if bare != label:
            bares = dict.fromkeys((bare, bare.replace("本年度", "")))
            yield from (b + other for b in bares for other in _ALL_OF_IT)


_SHORTEST_LABEL = 8
_ALL_OF_IT = ("合计", "总计", "总数")


def known_word(piece: str) -> bool:
    """Whether the vocabulary has exactly this word."""
    return piece in _lexicon()
