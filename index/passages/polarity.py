"""Whether a passage speaks well or ill of what a question speaks well or ill of.

Vectors lie by what is spoken of: 网站更新慢 is as near to 及时更新网站 as to 时效性有待提高.
So the words are looked at clause by clause: those that say good or ill of anything, which are
data (data/words/stances.txt), and the very words that a question denies or affirms. What speaks
neither well nor ill contradicts nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from index.passages.fulltext import fold
from index.settings import DATA_DIR

_STANCES = DATA_DIR / "words" / "stances.txt"

_DENIED = re.compile(
    r"(?<![有能会可是要])(?:从来|尚|还|并|从|仍)?(?:没有|没|未曾|未能|未|无|不够|不太|不)"
    r"(?:够|太|很|能|会|曾|再|去|给)?([\u4e00-\u9fff]{2,})"
)
_AFFIRMED = re.compile(
    r"(?:已经|已|都)([\u4e00-\u9fff]{2,})|([\u4e00-\u9fff]+)了([\u4e00-\u9fff]+)"
)
# Whether it is so, or what was done about it: what says the opposite answers as well.
_OPEN = re.compile(
    r"吗|是否|是不是|有没有|有无|能不能|怎么办|咋办|(?:怎么|如何|怎样)(?:改|解决|应对|处理|克服)|措施"
    r"|^(?:is|are|was|were|do|does|did|has|have|can) ",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[，。；：！？,;:!?\n]")
_NEGATIVE = re.compile(
    r"[不没未无非缺少欠弱零难]|滞后|有待|仍需|空白|(?<![\d.])0(?=[件条次人起份宗])"
)
_NO = r"(?:从未|尚未|未曾|未能|没有|不够|不太|不甚|不尽|不很|缺乏|缺少|缺|欠|不|未|没|无|零|难以)"
_NOT = r"[不没未](?!有?$)"  # 改了没 denies nothing
_IDLE = r"(..?)[不没]\1|不同(?!步)"  # 公不公开 asks
_BETWEEN = r"[^，。；]{0,3}?"  # what may stand between a denial and what it denies
_ENOUGH = 0.6  # of the pairs of what is denied, for a clause to speak of it
_NEAR = 4  # characters between a denial and what it denies


@dataclass(frozen=True, slots=True)
class Polarity:
    """What a question denies, what it says is so, and whether it speaks well (1) or ill (-1)."""

    denied: tuple[str, ...] = ()
    affirmed: tuple[str, ...] = ()
    stance: int = 0
    aspects: tuple[int, ...] = ()  # the matters, by number, of which it speaks so

    def contradicts(self, text: str) -> bool:
        """Whether a text says the opposite of what is asked, and nowhere what is asked."""
        if not self.denied and not self.affirmed and not self.stance:
            return False
        if self._of_aspects(text) == -self.stance != 0:
            return True
        if self.stance and _stance_of(text, is_asked=False) == -self.stance:
            return True
        if not self.denied and not self.affirmed:
            return False
        clauses = [_bared(clause) for clause in _CLAUSE.split(fold(text))]
        return any(_is_only_affirmed(words, clauses) for words in self.denied) or any(
            _is_only_denied(words, clauses) for words in self.affirmed
        )

    def agrees(self, text: str) -> bool:
        """Whether a text speaks as well or as ill as the question."""
        return self.stance != 0 and _stance_of(text, is_asked=False) == self.stance

    def is_of_the_same(self, text: str) -> bool:
        """Whether a text speaks so of the very matter: of slowness where 慢 is asked."""
        return self.stance != 0 and self._of_aspects(text) == self.stance

    def _of_aspects(self, text: str) -> int:
        """How a text speaks of the matters of the question: ill, well, or not at all."""
        stances = {_stance_of(text, is_asked=False, aspect=aspect) for aspect in self.aspects}
        return self.stance if self.stance in stances else -self.stance * (-self.stance in stances)


NEUTRAL = Polarity()


def polarity_of(query: str) -> Polarity:
    """What a question denies or affirms, and how it speaks; most do none of it."""
    if _OPEN.search(query):
        return NEUTRAL
    asked = _bared(fold(query))
    stance = _stance_of(query, is_asked=True)
    denied = tuple(match[1] for match in _DENIED.finditer(asked))
    aspects = _aspects_of(query, stance) if stance else ()
    if denied or _NEGATIVE.search(asked):
        return Polarity(denied, (), stance, aspects)
    found = (match[1] or max(match[2], match[3], key=len) for match in _AFFIRMED.finditer(asked))
    return Polarity((), tuple(words for words in found if len(words) > 1), stance, aspects)


def _aspects_of(query: str, stance: int) -> tuple[int, ...]:
    """The matters of which a question speaks well or ill, as it does on the whole."""
    return tuple(
        aspect
        for aspect in range(len(_aspects()))
        if _stance_of(query, is_asked=True, aspect=aspect) == stance
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """What speaks well or ill in a question, or in a report."""

    denied_bad: re.Pattern[str]
    denied_good: re.Pattern[str]
    bad: re.Pattern[str]
    good: re.Pattern[str]
    mended: re.Pattern[str]

    def stance_of(self, clause: str) -> int:
        """-1 for ill, 1 for well, 0 for neither."""
        if self.mended.search(clause):
            return 0  # 解决更新慢的问题 is neither
        rest = self.denied_bad.sub("", clause)
        if self.denied_good.search(rest) or self.bad.search(rest):
            return -1
        return 1 if rest != clause or self.good.search(rest) else 0


@lru_cache(maxsize=10_000)
def _stance_of(text: str, *, is_asked: bool, aspect: int | None = None) -> int:
    """-1 where any clause speaks ill, 1 where one speaks well and none ill, 0 elsewhere."""
    words = _words(is_asked=is_asked, aspect=aspect)
    stances = {words.stance_of(_bared(clause)) for clause in _CLAUSE.split(fold(text))}
    return -1 if -1 in stances else max(stances)


def _bared(clause: str) -> str:
    """A clause without what only looks like a denial."""
    return _idle().sub("", clause)


@cache
def _lists() -> Mapping[str, list[str]]:
    lists: dict[str, list[str]] = {mark: [] for mark in ".!<>"}
    for line in _STANCES.read_text("utf-8").splitlines():
        if line.startswith((".", "!")):
            lists[line[0]] += line[1:].split()
        elif line and not line.startswith("#"):
            ill, _, well = line.removeprefix("=").partition("|")
            lists["<"] += ill.split()
            lists[">"] += well.split()
    return lists


@cache
def _aspects() -> list[tuple[list[str], list[str]]]:
    """The words that speak ill and well of one matter, for each that is one."""
    lines = _STANCES.read_text("utf-8").splitlines()
    halves = [line[1:].partition("|") for line in lines if line.startswith("=")]
    return [(ill.split(), well.split()) for ill, _, well in halves]


@cache
def _idle() -> re.Pattern[str]:
    return re.compile(f"{_any_of(_lists()['.'])}|{_IDLE}")


@cache
def _words(*, is_asked: bool, aspect: int | None) -> _Words:
    """The words that count in a question or a report; of one matter alone where one is named."""
    ill_and_well = (_lists()["<"], _lists()[">"]) if aspect is None else _aspects()[aspect]
    bad, good, mended = (
        [word.lstrip("~") for word in words if is_asked or not word.startswith("~")]
        for words in (*ill_and_well, _lists()["!"])
    )
    ill = _spoken(bad)
    well = _spoken(word for word in good if not word.startswith("^"))
    wanted = _any_of(word.lstrip("^") for word in good)
    denied = f"{_NO}{_BETWEEN}(?:{wanted})"
    if is_asked and aspect is None:  # who asks why something is not done complains, whatever it is
        denied += f"|{_NOT}"
    return _Words(
        re.compile(f"{_NO}{_BETWEEN}(?:{ill})"),
        re.compile(denied),
        re.compile(ill),
        re.compile(well),
        re.compile(_any_of(mended)),
    )


def _spoken(words: Iterable[str]) -> str:
    """A pattern of words; a character alone, mostly part of another word, counts at an end."""
    several = [*words]
    alone = _any_of(word for word in several if len(word) == 1)
    longer = _any_of(word for word in several if len(word) > 1)
    return (
        f"{longer}|(?<=[较偏过太很])(?:{alone})|(?:{alone})(?=$|[的得了吗呢啊])"
        if alone
        else longer
    )


def _any_of(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda w: (-len(w), w))))


def _is_only_affirmed(words: str, clauses: list[str]) -> bool:
    speaking = [clause for clause in clauses if _speaks_of(words, clause)]
    return bool(speaking) and not any(map(_NEGATIVE.search, speaking))


def _is_only_denied(words: str, clauses: list[str]) -> bool:
    speaking = [clause for clause in clauses if _speaks_of(words, clause)]
    return bool(speaking) and all(_denies(clause, words) for clause in speaking)


def _denies(clause: str, words: str) -> bool:
    """Whether a denial stands right before the words in a clause."""
    first = min(at for pair in _pairs(words) if (at := clause.find(pair)) >= 0)
    return re.search(r"没有|没|未|尚无|无", clause[max(0, first - _NEAR) : first]) is not None


def _speaks_of(words: str, clause: str) -> bool:
    pairs = _pairs(words)
    return sum(pair in clause for pair in pairs) >= _ENOUGH * len(pairs)


def _pairs(words: str) -> list[str]:
    return [words[i : i + 2] for i in range(len(words) - 1)]
