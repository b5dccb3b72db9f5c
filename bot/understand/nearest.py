"""The metrics nearest to words that no metric accounts for: offered, never answered."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from bot.understand.concepts import CONCEPTS
from bot.understand.signatures import SIGNATURES
from bot.understand.texts import has_han
from index.vocabulary.metrics import METRICS

_MOST = 3
# Parts of labels that so many have in common that they tell nothing.
_COMMON = frozenset(
    ("信息", "公开", "政府", "数量", "本年", "申请", "行政", "处理", "total", "of", "the", "by")
)


def near_metrics(words: tuple[str, ...]) -> tuple[str, ...]:
    """The few metrics whose labels and wordings share most with these words."""
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
    needs: dict[str, set[str]] = {}
    for signature in SIGNATURES:
        if len(signature.needs) == 1:
            needs.setdefault(signature.metric, set()).update(signature.needs)
    found: dict[str, frozenset[str]] = {}
    for metric in METRICS:
        wordings = [w for key in needs.get(metric.key, ()) for w in CONCEPTS[key]]
        named = (metric.label, metric.english.lower(), *wordings)
        parts = frozenset(part for name in named for part in _parts(name)) - _COMMON
        if parts:
            found[metric.key] = parts
    return found


def _parts(word: str) -> Iterator[str]:
    """Pairs of characters, or words in letters."""
    if has_han(word):
        yield from (a + b for a, b in pairwise(word))
    else:
        yield from (part for part in word.split() if len(part) > 2)
