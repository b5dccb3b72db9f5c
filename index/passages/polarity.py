"""Whether a passage affirms what a question denies, or the other way round: by its wording.

Vectors lie by what is spoken of, and 没有公众号 and 开通了公众号 speak of the same. Only the words
that the question denies or affirms are looked for, in the clauses in which they stand; a passage
that puts it in words of its own contradicts nothing.
"""

import re
from dataclasses import dataclass

from index.passages.fulltext import fold

_DENIED = re.compile(
    r"(?<![有能会可是要])(?:从来|尚|还|并|从|仍)?(?:没有|没|未曾|未能|未|无|不够|不太|不)"
    r"(?:够|太|很|能|会|曾|再|去|给)?([\u4e00-\u9fff]{2,})"
)
_AFFIRMED = re.compile(
    r"(?:已经|已|都)([\u4e00-\u9fff]{2,})|([\u4e00-\u9fff]+)了([\u4e00-\u9fff]+)"
)
# What looks like a denial and is none.
_IDLE = re.compile(
    r"不断|不仅|不但|不只|不同|不少|不动产|不论|不管|不得不|不可或缺|无论|无障碍|无偿|未来|没有不"
)
_CLAUSE = re.compile(r"[，。；：！？,;:!?\n]")
_NEGATIVE = re.compile(
    r"[不没未无非缺少欠弱零难]|滞后|有待|仍需|空白|(?<![\d.])0(?=[件条次人起份宗])"
)
_ENOUGH = 0.6  # of the pairs of what is denied, for a clause to speak of it
_NEAR = 4  # characters between a denial and what it denies


@dataclass(frozen=True, slots=True)
class Polarity:
    """What a question denies, and what it says is so."""

    denied: tuple[str, ...] = ()
    affirmed: tuple[str, ...] = ()

    def contradicts(self, text: str) -> bool:
        """Whether a text says of the same words the opposite, and nowhere what is asked."""
        if not self.denied and not self.affirmed:
            return False
        clauses = [_IDLE.sub("", clause) for clause in _CLAUSE.split(fold(text))]
        return any(_is_only_affirmed(words, clauses) for words in self.denied) or any(
            _is_only_denied(words, clauses) for words in self.affirmed
        )


def polarity_of(query: str) -> Polarity:
    """What a question denies or affirms in so many words; most do neither."""
    asked = _IDLE.sub("", fold(query))
    denied = tuple(match[1] for match in _DENIED.finditer(asked))
    if denied or _NEGATIVE.search(asked):
        return Polarity(denied)
    found = (match[1] or max(match[2], match[3], key=len) for match in _AFFIRMED.finditer(asked))
    return Polarity((), tuple(words for words in found if len(words) > 1))


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
