"""What a question mentions, and what of it nothing explains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.types import Lang
from bot.understand.places.find import find_places
from bot.understand.places.gazetteer import Gazetteer
from bot.understand.places.kinds import with_kinds
from bot.understand.places.leaving_out import left_out, without_others
from bot.understand.places.mention import PlaceMention
from bot.understand.places.names import latin_names, lookup_of, may_be_mistyped, mistyped
from bot.understand.places.renamed import other_names
from bot.understand.places.spelt import in_characters
from bot.understand.reading.amounts import find_amounts
from bot.understand.reading.anybody import plainly_any
from bot.understand.reading.asides import without_asides
from bot.understand.reading.askers import with_askers
from bot.understand.reading.carrying import years_of_carrying
from bot.understand.reading.claims import is_yes_no
from bot.understand.reading.corrections import meant
from bot.understand.reading.cutting import read_tokens
from bot.understand.reading.headings import plainly_said
from bot.understand.reading.membership import plainly_among, plainly_first
from bot.understand.reading.metrics import Named, named_in
from bot.understand.reading.neighbours import with_applicants, with_plurals
from bot.understand.reading.premises import without_premise
from bot.understand.reading.reports_held import plainly_held
from bot.understand.reading.shared_outcomes import told_of_both
from bot.understand.reading.shortened import in_full
from bot.understand.reading.spelling import spelt_right
from bot.understand.reading.texts import has_han, is_latin, plain_question
from bot.understand.reading.tokens import Token
from bot.understand.reading.years import PART_OF_YEAR, YearMention, find_years
from index.vocabulary.english import terms_in
from index.vocabulary.regions import Regions

_REPEATED = re.compile(r"([㐀-鿿])[没不](?=\1)")  # 收没收费, 是不是
# 县住建局: the bureau of the county that is spoken of.
_LONE_COUNTY = re.compile(
    r"(?:^|(?<=[,，。 请问下]))县(?=(?:人民)?政府办|[\u4e00-\u9fff]{1,8}?局|(?:卫健|发改)委)"
)
# 云溪县办和云溪县政府: the office of the county.
_OFFICE = re.compile(r"(?<=[县区])办(?=[和与跟、]|20\d\d)")
_LEFT_OUT = re.compile(
    r"(?<=.)(?<![以之对另额])(?P<out>外)(?=[,，各的其]|所有|全)"
    r"|除[^,，。?？外]{1,14}(?<![以之对另额])(?P<then>外)(?![国来地籍])"
)
# 全公开了吗, 全都办结了: all of them.
_WHOLLY = re.compile(
    r"(?<![完健安])全都?(?=予以公开|公开|给|办|答复|同意|批准|驳回|拒绝|维持)(?!给我)"
)
_LONGEST_TO_CORRECT = 100
_HOW_MANY = re.compile(r"多少|几|how|what")
_PROPER = re.compile(r"(?<=[a-z0-9,] )[A-Z][a-z]+")
_QUOTED = re.compile(r"[“\"「『‘《]([^”\"」』’》]{2,60})[”\"」』’》]")
_EXPLAINED = ("year", "amount", "section", "number")
_COUNTED = ("concept", "metric", "member", "op", "filler", "kind", "quantity", "year")
_NAMES = ("body", "region", "short", "division", "core", "department", "whole", "any_body")


@dataclass(frozen=True, slots=True)
class Mentions:
    """A question taken apart."""

    text: str
    tokens: tuple[Token, ...]
    places: tuple[PlaceMention, ...]
    years: tuple[YearMention, ...]
    named: Named
    ops: frozenset[str]
    asks: frozenset[str]
    unknown: tuple[str, ...]
    corrected: tuple[tuple[str, str], ...]
    renamed: tuple[tuple[str, str, str], ...]
    doubtful: tuple[str, tuple[str, ...]] | None  # a name nearly like several held ones
    is_yes_no: bool
    lang: Lang
    proper: frozenset[str]  # words that were written with a capital letter
    left_out: tuple[PlaceMention, ...] = ()  # 除了清水乡以外
    read_as: str = ""  # a question in Pinyin as it is in characters
    premise: int | None = None  # how many applications it takes for known
    is_pointed: bool = False  # a place is one that the answer before named, by its rank

    def has(self, *tables: str) -> bool:
        """Whether any word has a sense in one of these tables."""
        return any(token.has(*tables) for token in self.tokens)

    def words(self, *tables: str) -> tuple[str, ...]:
        """The words that have a sense in one of these tables."""
        return tuple(token.text for token in self.tokens if token.has(*tables))

    @property
    def wants_number(self) -> bool:
        """Whether it asks how many; 数量 alone may stand in a yes or no (数量是否超过)."""
        return any(t.has("quantity") and _HOW_MANY.search(t.text) for t in self.tokens)

    @property
    def off_topic(self) -> tuple[str, ...]:
        """Words that reports write about but that no number of theirs counts."""
        places = (*self.places, *self.left_out)
        found = (t for t in self.tokens if t.has("topic", "term") and not t.has(*_COUNTED))
        return tuple(t.text for t in found if not any(p.covers(t.start) for p in places))

    @property
    def quoted(self) -> str:
        """What stands in quotation marks, if anything does."""
        match = _QUOTED.search(self.text)
        return match[1] if match else ""


def find_mentions(
    question: str, names: Gazetteer, regions: Regions, today: date, lang: Lang
) -> Mentions:
    """All that a question mentions; names that were mistyped are read as they were meant."""
    plain, premise = without_premise(in_full(plain_question(question)))
    plain = _WHOLLY.sub("全部", plain)
    plain = told_of_both(plainly_said(meant(plain)))
    plain = plainly_any(plainly_among(plainly_first(plainly_held(_OFFICE.sub("政府办", plain)))))
    text = without_others(_LONE_COUNTY.sub("", years_of_carrying(_joined(plain))))
    tokens, years = _cut(text, names, regions, today, None)
    corrected: tuple[tuple[str, str], ...] = ()
    doubtful = None
    found = spelt = None
    if any(t.is_unknown and is_latin(t.text) for t in tokens):
        found = latin_names(names)
        tokens, years = _cut(text, names, regions, today, found)
        spelt = _spelt(text, tokens, names)
        if spelt is not None:
            text = spelt
            tokens, years = _cut(text, names, regions, today, found)
    if len(text) <= _LONGEST_TO_CORRECT and may_be_mistyped(tokens):
        text, corrected, doubtful = mistyped(text, tokens, names, regions)
        if corrected:
            tokens, years = _cut(text, names, regions, today, found)
    named, gone = _places(text, tokens, names, regions)
    places = (*named, *gone)
    if len(named) > 1 or any(p.scope is not None and p.scope.kinds for p in named):
        tokens = [_who_of_them(token) for token in tokens]
    rest = [t for t in tokens if not _stands_in(t, places)]
    return Mentions(
        text,
        tuple(tokens),
        named,
        years,
        named_in(_without_shadowed(tokens, places)),
        frozenset(
            (*(k for t in rest for k in t.keys("op")), *(p.asked for p in named if p.asked))
        ),
        frozenset(key for t in rest for key in t.keys("ask")),
        tuple(_unknown(text, tokens, places)),
        corrected,
        other_names(named, tokens, names),
        doubtful,
        is_yes_no(text, tokens),
        language_of(question, tokens, lang),
        frozenset(word.lower() for word in _PROPER.findall(question)),
        gone,
        spelt or "",
        premise,
    )


def _who_of_them(token: Token) -> Token:
    """清水乡、桑桥镇谁申请最多: which of these, and not which kind of applicant."""
    if not (token.text.startswith("谁") and token.keys("concept") == ("applicant",)):
        return token
    return Token(token.start, token.end, token.text, (("concept", "app"), ("op", "list_places")))


def _spelt(text: str, tokens: list[Token], names: Gazetteer) -> str | None:
    """The question in characters, where it is typed in Pinyin; in English without its slips."""
    if not any(t.is_unknown and is_latin(t.text) for t in tokens):
        return None
    return in_characters(text, tokens, names) or spelt_right(text, tokens)


def _places(
    text: str, tokens: list[Token], names: Gazetteer, regions: Regions
) -> tuple[tuple[PlaceMention, ...], tuple[PlaceMention, ...]]:
    """The places that a question is about, and those that it leaves out."""
    found = find_places(text, tokens, names, regions)
    gone = left_out(tokens, found)
    return with_kinds(tuple(p for p in found if p not in gone), text, names), gone


# 宿迁 市: a kind of place that is written apart from its name.
_APART = re.compile(r"(?<=[㐀-鿿]) (?=(?:省|市|县|区|旗|镇|乡|街道)(?: |$|[0-9]))")
_PAIR_OF = re.compile(
    r"\b([a-z]+),? and ([a-z]+) (count|town|townshi|subdistric|distric)(?:ies|s|ps|ts)\b"
)
_SINGULAR = {"count": "county", "town": "town", "townshi": "township",
             "subdistric": "subdistrict", "distric": "district"}  # fmt: skip


# the one in Yunxi: as the Yunxi one.
_THE_ONE_IN = re.compile(r"\bthe one (?:in|of|at|from) (?P<place>[a-z]+(?: county| city)?)\b")


def _joined(text: str) -> str:
    """Names written apart put together, and those that share their kind told one by one."""

    def each(match: re.Match[str]) -> str:
        kind = _SINGULAR[match[3]]
        return f"{match[1]} {kind} and {match[2]} {kind}"

    text = _THE_ONE_IN.sub(r"the \g<place> one", text)
    return _PAIR_OF.sub(each, _APART.sub("", _closed(text)))


def _closed(text: str) -> str:
    """A question whose words are all written apart, without the blanks between them."""
    parts = [part for part in text.split(" ") if has_han(part)]
    size = sum(map(len, parts))
    is_apart = len(parts) > _SPACED and size < _SHORT * len(parts)
    return _BLANK.sub("", text) if is_apart else text


_SPACED, _SHORT = 4, 3
_BLANK = re.compile(r"(?<=[㐀-鿿]) (?=[㐀-鿿])|(?<=[0-9]) (?=[㐀-鿿])")


def language_of(question: str, tokens: list[Token], default: Lang) -> Lang:
    """Chinese if anything but names is Chinese, English if only names are."""
    said = [t for t in tokens if not t.has("mark", "amount", "number", *_NAMES)]
    quoted = " ".join(_QUOTED.findall(question))  # Whose wording is “…”: told in its language
    said = [t for t in said if not t.has("year") or is_latin(t.text)]
    said = [t for t in said if not (has_han(t.text) and t.text in quoted)]
    if any(has_han(t.text) for t in said):
        return Lang.ZH
    letters = sum(is_latin(t.text) for t in said)
    if has_han(question):  # in names and quotations only
        return Lang.EN if letters >= (2 if quoted else 3) else Lang.ZH
    is_known = any(is_latin(t.text) for t in said if not t.is_unknown)
    is_known = is_known or any(term.chinese for term in terms_in(question))
    return Lang.EN if is_known or letters >= 3 else default


def _cut(
    text: str,
    names: Gazetteer,
    regions: Regions,
    today: date,
    letters: dict[str, tuple[tuple[str, str], ...]] | None,
) -> tuple[list[Token], tuple[YearMention, ...]]:
    years = find_years(text, today.year, names.years)
    fixed = tuple(
        Token(y.start, y.end, text[y.start : y.end].strip(), (("year", str(i)),))
        for i, y in enumerate(years)
    )
    parts = tuple(
        Token(m.start(), m.end(), m.group(), (("part_of_year", ""),))
        for m in PART_OF_YEAR.finditer(text)
    )
    asks = tuple(
        Token(m.start(), m.end(), m.group(), (("yes_no", ""),)) for m in _REPEATED.finditer(text)
    )
    left = tuple(
        Token(*m.span(m.lastgroup or 0), "外", (("except", ""),)) for m in _LEFT_OUT.finditer(text)
    )
    fixed = (*fixed, *parts, *asks, *left, *find_amounts(text, (*fixed, *parts)))
    look_up, longest = lookup_of(names, regions, letters)
    tokens = with_plurals(with_applicants(read_tokens(text, fixed, look_up, longest)))
    tokens = without_asides(text, tokens)
    if letters is not None or not any(t.is_unknown and is_latin(t.text) for t in tokens):
        tokens = with_askers(text, tokens, names.bodies)
    kept = {int(key) for token in tokens for key in token.keys("year")}
    return tokens, tuple(y for i, y in enumerate(years) if i in kept)


def _stands_in(token: Token, places: tuple[PlaceMention, ...]) -> bool:
    return token.has(*_NAMES) and any(p.covers(token.start) for p in places)


def _without_shadowed(tokens: list[Token], places: tuple[PlaceMention, ...]) -> list[Token]:
    """Words inside the name of a place are not words of the question."""
    return [t for t in tokens if not _stands_in(t, places)]


def _unknown(text: str, tokens: list[Token], places: tuple[PlaceMention, ...]) -> Iterator[str]:
    for token in tokens:
        is_in_place = any(p.covers(token.start) for p in places)
        if (token.is_unknown and not is_in_place) or (
            token.has(*_NAMES)
            and not is_in_place
            and not token.has(
                "concept", "op", "ask", "topic", "filler", "term", "any_body", "whole"
            )
        ):
            yield token.text
