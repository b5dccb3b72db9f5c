"""English words in Chinese: hospital as 医院, so that an English word is looked up in the reports.

A glossary of what reports speak of, and no translation: word order and grammar are left aside.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.settings import DATA_DIR

GLOSSARY = DATA_DIR / "words" / "english.txt"

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?", re.IGNORECASE)
# Words that say nothing of what is looked for.
_IDLE = frozenset(
    """
    a an the this that these those it its their they them he she his her our we us i you your my
    of in on at to for from by with without about into over under between among as than like per
    and or but any some all each every both other others another
    own same such so very just also even ever still yet again
    is are was were be been being am do does did done has have had having can could will would
    should may might must shall get gets got getting make makes made making give gives gave given
    let lets keep keeps put puts take takes took say says said saying tell tells told mention
    mentions mentioned mentioning write writes wrote written talk talks talked speak speaks spoke
    describe describes described report reports reported reporting annual show shows showed find
    found look looks list lists want wants wanted wish need needs needed use uses used using try
    tries tried
    who what which when where why how whose whom there here anyone anybody anything someone
    somebody something everyone nobody nothing one ones thing things way ways kind kinds sort lot
    lots body bodies office offices place places year years case cases matter matters issue issues
    please find me if then because while after before during since until out up down off
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_LEAST = 3  # letters of a stem


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of an English text, and what reports call it; nothing where not known."""

    english: str
    chinese: tuple[str, ...]


def terms_in(text: str) -> tuple[Term, ...]:
    """The words of an English text that tell what is looked for, the longest phrases first."""
    said = [match[0].lower() for match in _WORD.finditer(text)]
    terms: list[Term] = []
    at = 0
    while at < len(said):
        size, chinese = _longest(said, at)
        words = " ".join(said[at : at + size])
        if chinese or words not in _IDLE:
            terms.append(Term(words, chinese))
        at += size
    return tuple(dict.fromkeys(terms))


def in_chinese(text: str) -> str:
    """What reports call the things that an English text speaks of; empty if none is known."""
    return " ".join(dict.fromkeys(term.chinese[0] for term in terms_in(text) if term.chinese))


def _longest(said: list[str], at: int) -> tuple[int, tuple[str, ...]]:
    by_form, by_stem, longest = _glossary()
    for size in range(min(longest, len(said) - at), 0, -1):
        words = said[at : at + size]
        if size == 1 and words[0] in _IDLE:
            continue
        found = by_form.get(" ".join(words)) or by_stem.get(_stems(words))
        if found:
            return size, found
    return 1, ()


_Table = dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _glossary() -> tuple[_Table, _Table, int]:
    """Chinese words by English ones as they are written and by stems, and the longest's words.

    Of two with one stem the shorter has it: parked is of park, and parking is itself.
    """
    by_form = dict(read_glossary())
    by_stem: _Table = {}
    for english in sorted(by_form, key=len):
        by_stem.setdefault(_stems(english.split()), by_form[english])
    return by_form, by_stem, max(key.count(" ") + 1 for key in by_form)


def read_glossary(path: Path = GLOSSARY) -> list[tuple[str, tuple[str, ...]]]:
    """Every entry: an English word or phrase in lower case, and its Chinese words."""
    entries = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            english, _, chinese = line.partition("=")
            for phrase in english.split("|"):
                words = " ".join(_WORD.findall(phrase.lower()))
                entries.append((words, tuple(chinese.split())))
    return entries


def _stems(words: list[str]) -> str:
    return " ".join(map(_stem, words))


def _stem(word: str) -> str:
    """A word without the endings of plural and of verbs; the same for all forms of one."""
    word = re.sub(r"['’]s?$", "", word)
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""),
                            ("s", "")):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    doubled = re.search(r"([bdfgmnprt])\1$", word)
    return (word[:-1] if doubled else word).removesuffix("e")
