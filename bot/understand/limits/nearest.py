"""The metrics nearest to words that no metric accounts for: offered, never answered.

Chinese words go by meaning, with the shipped model; without it, and in English, by what they
share with labels and wordings.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.understand.reading.texts import has_han
from bot.understand.vocabulary.concepts import CONCEPTS
from bot.understand.vocabulary.signatures import SIGNATURES
from index import likeness_to
from index.errors import ModelUnavailable
from index.vocabulary.metrics import METRICS

_MOST = 3
# What is less like than this is not near: offering it would only puzzle.
_LIKE = 0.35
# Parts of labels that so many have in common that they tell nothing.
_COMMON = frozenset(
    ("信息", "公开", "政府", "数量", "本年", "申请", "行政", "处理", "total", "of", "the", "by")
)


def near_metrics(words: tuple[str, ...]) -> tuple[str, ...]:
    """The few metrics that are nearest to these words."""
    chinese = "".join(word for word in words if has_han(word))
    known = _meanings() if chinese else None
    return known.nearest(chinese) if known is not None else _sharing(words)


@dataclass(frozen=True, slots=True)
class _Meanings:
    """The wordings of metrics, and how like each is to a word."""

    metrics: tuple[str, ...]
    likeness: Callable[[str], list[float]]

    def nearest(self, word: str) -> tuple[str, ...]:
        """The metrics whose wordings are most like a word, best first."""
        best: dict[str, float] = {}
        for metric, like in zip(self.metrics, self.likeness(word), strict=True):
            best[metric] = max(like, best.get(metric, 0.0))
        near = sorted((m for m in best if best[m] >= _LIKE), key=lambda m: (-best[m], m))
        return tuple(near[:_MOST])


@lru_cache(maxsize=1)
def _meanings() -> _Meanings | None:
    """The Chinese wordings of all metrics by meaning; None where there is no model."""
    named = [
        (metric, wording)
        for metric, wordings in _wordings().items()
        for wording in wordings
        if has_han(wording)
    ]
    try:
        return _Meanings(tuple(m for m, _ in named), likeness_to([w for _, w in named]))
    except ModelUnavailable:
        return None


@lru_cache(maxsize=1)
def _wordings() -> dict[str, tuple[str, ...]]:
    """The labels of each metric, and the wordings of the concepts that alone name it."""
    needs: dict[str, set[str]] = {}
    for signature in SIGNATURES:
        if len(signature.needs) == 1:
            needs.setdefault(signature.metric, set()).update(signature.needs)
    return {
        metric.key: (
            metric.label,
            metric.english.lower(),
            *(w for key in sorted(needs.get(metric.key, ())) for w in CONCEPTS[key]),
        )
        for metric in METRICS
    }


def _sharing(words: tuple[str, ...]) -> tuple[str, ...]:
    """The metrics whose labels and wordings share most with these words."""
    said = {part for word in words for part in _parts(word)} - _COMMON
    if not said:
        return ()
    scores = {
        key: len(said & parts) / len(parts) for key, parts in _labels().items() if said & parts
    }
    best = sorted(scores, key=lambda key: (-scores[key], key))
    return tuple(best[:_MOST])


@lru_cache(maxsize=1)
def _labels() -> dict[str, frozenset[str]]:
    found = {
        key: frozenset(part for wording in wordings for part in _parts(wording)) - _COMMON
        for key, wordings in _wordings().items()
    }
    return {key: parts for key, parts in found.items() if parts}


def _parts(word: str) -> Iterator[str]:
    """Pairs of characters, or words in letters."""
    if has_han(word):
        yield from (a + b for a, b in pairwise(word))
    else:
        yield from (part for part in word.split() if len(part) > 2)
