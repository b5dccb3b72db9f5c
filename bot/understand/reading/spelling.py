"""English words with a slip of the finger: aplications, recieve, penaltys."""

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.understand.reading.lexicon import lexicon
from bot.understand.reading.texts import is_latin
from bot.understand.reading.tokens import Token

_SHORTEST = 6  # letters of a word that can be told by its others
_WORD = re.compile(rf"[a-z]{{{_SHORTEST},}}")
_TWICE = re.compile(r"([a-z])\1+")


def spelt_right(text: str, tokens: Iterable[Token]) -> str | None:
    """The text with English words as they are spelt; None where nothing is to be mended.

    Only slips that leave no other word: a letter doubled or not, two letters that changed
    places, one that was left out, and the plural of penalty.
    """
    mended = text
    for token in sorted(tokens, key=_start, reverse=True):
        if token.is_unknown and is_latin(token.text):
            words = _WORD.sub(_mended, mended[token.start : token.end])
            mended = mended[: token.start] + words + mended[token.end :]
    return mended if mended != text else None


_WORD = re.compile(r"[a-z]+")


def _mended(match: re.Match[str]) -> str:
    word = match.group()
    return (_meant(word) if len(word) >= _SHORTEST else None) or word


def _start(token: Token) -> int:
    return token.start


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    return tuple(
        word for word in lexicon() if len(word) >= _SHORTEST and word.isascii() and word.isalpha()
    )


def _meant(typed: str) -> str | None:
    """The one word that was meant; of several only if they mean the same."""
    if typed.endswith("ys") and typed[:-2] + "ies" in lexicon():
        return typed[:-2] + "ies"
    found = [word for word in _words() if word[0] == typed[0] and _is_slip(typed, word)]
    senses = {lexicon()[word] for word in found}
    return found[0] if len(senses) == 1 else None


def _is_slip(typed: str, word: str) -> bool:
    if _TWICE.sub(r"\1", typed) == _TWICE.sub(r"\1", word):
        return True
    if len(typed) == len(word):
        wrong = [i for i, (a, b) in enumerate(zip(typed, word, strict=True)) if a != b]
        is_pair = len(wrong) == _PAIR and wrong[1] - wrong[0] == 1
        return is_pair and typed[wrong[0]] == word[wrong[1]] and typed[wrong[1]] == word[wrong[0]]
    if len(typed) + 1 != len(word) or len(typed) <= _SHORTEST:
        return False
    at = next((i for i, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b), None)
    return at is not None and typed[at:] == word[at + 1 :]


_PAIR = 2
