"""All words that are known, each with its senses, and the words of every day beside them."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from bot.understand.reading.texts import has_han, plain_question
from bot.understand.reading.tokens import Sense
from bot.understand.vocabulary import words
from bot.understand.vocabulary.concepts import CONCEPTS
from bot.understand.vocabulary.departments import DEPARTMENTS
from bot.understand.vocabulary.fillers import (
    ADDRESS,
    COUNTERS,
    FILLERS,
    FILLERS_EN,
    PHRASES_EN,
    WEAK,
)
from bot.understand.vocabulary.terms import TERMS
from bot.understand.vocabulary.topics import TOPICS
from index.settings import DATA_DIR
from index.vocabulary.metrics import METRIC, METRICS

EVERYDAY = DATA_DIR / "words" / "everyday.txt"
# Labels that people use for something else: 申请答复数 is what was handled.
_SAID_OTHERWISE = frozenset(("answered_total",))


@lru_cache(maxsize=1)
def lexicon() -> dict[str, tuple[Sense, ...]]:
    """Every word with its senses, in one width and lower case."""
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
    for key, names in words.MEMBERS.items():
        yield from ((f"来自{name}", ("member", key)) for name in names if not name.isascii())
    lists = (
        ("cue", words.FOLLOW_UP), ("never", words.NOT_IN_REPORTS), ("quantity", words.QUANTITY),
        ("conjunction", words.CONJUNCTIONS), ("every", words.EVERY), ("negation", words.NEGATIONS),
        ("except", words.EXCEPT), ("except", tuple(w for w in words.EXCEPTED if len(w) > 1)),
        ("hypothetical", words.HYPOTHETICAL), ("yes_no", words.YES_NO), ("filler", FILLERS),
        ("filler", FILLERS_EN),
        ("filler", PHRASES_EN), ("counter", COUNTERS), ("weak", WEAK), ("topic", TOPICS),
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
    return piece in lexicon()


@lru_cache(maxsize=1)
def everyday() -> frozenset[str]:
    """Words of every day that are none of ours: they keep their characters together."""
    lines = EVERYDAY.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def longest_word() -> int:
    """How many characters a Chinese word has at most."""
    return max(len(word) for word in lexicon() if has_han(word))
