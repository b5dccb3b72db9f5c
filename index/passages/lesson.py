"""How the vectors of tokens are learned: bags of tokens, contrasts, and Adam; numpy only."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.passages.material import Material
from index.passages.pairs import Pairs
from index.passages.tokens import START, Vocabulary, tokenizer_of

Matrix = npt.NDArray[np.float64]
Ids = npt.NDArray[np.int64]

_MARKS = 2  # the unknown token and the mark of a beginning, which mean nothing


@dataclass(frozen=True, slots=True)
class Recipe:
    """What was found best on phrases held back from training (never on the test set)."""

    dimensions: int = 128
    steps: int = 600
    rate: float = 0.02
    warm_up: int = 60
    scale: float = 7.0
    dropout: float = 0.1
    synonym_pairs: int = 100
    lexical_pairs: int = 96
    negatives: int = 160
    # Each lesson is learned from its own seed; what they agree on is more than chance.
    seeds: tuple[int, ...] = (20240501, 20240502, 20240503)


class Lesson:
    """The state of training: the vectors, and Adam's moments."""

    def __init__(
        self, material: Material, recipe: Recipe, vocabulary: Vocabulary, seed: int
    ) -> None:
        self._recipe = recipe
        self._random = np.random.default_rng(seed)
        self._pairs = Pairs(material, self._random)
        self._tokenizer = tokenizer_of(vocabulary)
        self._parts = _parts([token for token, _ in vocabulary])
        size = (len(vocabulary), recipe.dimensions)
        self._vectors: Matrix = self._random.normal(0, recipe.dimensions**-0.5, size)
        # A word that is never met is best taken for what its characters mean.
        self._vectors[[i for i, part in enumerate(self._parts) if part.size > 1]] = 0
        self._first = np.zeros(size)
        self._second = np.zeros(size)
        self._times = np.zeros(len(vocabulary), np.int64)

    def take(self, step: int) -> None:
        """One step down the gradient of three tasks."""
        recipe = self._recipe
        blocks = (
            self._pairs.of_concepts(recipe.negatives),
            self._pairs.of_synonyms(recipe.synonym_pairs),
            self._pairs.of_wording(recipe.lexical_pairs),
        )
        bags = self._bags([text for lefts, rights in blocks for text in (*lefts, *rights)])
        sums = np.add.reduceat(self._vectors[bags.ids], bags.starts, axis=0)
        lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
        unit = sums / lengths
        slope = np.zeros_like(unit)
        at = 0
        for lefts, rights in blocks:
            left = slice(at, at + len(lefts))
            right = slice(left.stop, left.stop + len(rights))
            slope[left], slope[right] = _contrast(unit[left], unit[right], recipe.scale)
            at = right.stop
        slope = (slope - (slope * unit).sum(axis=1, keepdims=True) * unit) / lengths
        self._descend(bags, slope, step)

    def folded(self) -> Matrix:
        """The vector of each token: its own and those of its characters; nothing for marks."""
        table = np.stack([self._vectors[part].sum(axis=0) for part in self._parts])
        table[:_MARKS] = 0
        return table

    def _bags(self, texts: list[str]) -> "_Bags":
        starts: list[int] = []
        chosen: list[Ids] = []
        at = 0
        for encoding in self._tokenizer.encode_batch_fast(texts, add_special_tokens=False):
            kept = [i for i in encoding.ids if i >= _MARKS]
            if len(kept) > 2:
                mask = self._random.random(len(kept)) >= self._recipe.dropout
                kept = [i for i, keep in zip(kept, mask, strict=True) if keep] or kept
            bag = [self._parts[i] for i in kept] or [np.zeros(1, np.int64)]
            starts.append(at)
            at += sum(part.size for part in bag)
            chosen += bag
        counts = np.diff([*starts, at])
        return _Bags(np.concatenate(chosen), np.array(starts), counts)

    def _descend(self, bags: "_Bags", slope: Matrix, step: int) -> None:
        """Adam, for the rows that were met."""
        order = np.argsort(bags.ids, kind="stable")
        rows, starts = np.unique(bags.ids[order], return_index=True)
        owner = np.repeat(np.arange(len(bags.counts)), bags.counts)[order]
        gradient = np.add.reduceat(slope[owner], starts, axis=0)
        warm = min(1.0, (step + 1) / self._recipe.warm_up)
        rate = self._recipe.rate * warm * (1 - step / self._recipe.steps)
        self._times[rows] += 1
        times = self._times[rows][:, None]
        self._first[rows] = 0.9 * self._first[rows] + 0.1 * gradient
        self._second[rows] = 0.999 * self._second[rows] + 0.001 * gradient**2
        first = self._first[rows] / (1 - 0.9**times)
        second = self._second[rows] / (1 - 0.999**times)
        self._vectors[rows] -= rate * first / (np.sqrt(second) + 1e-8)


@dataclass(frozen=True, slots=True)
class _Bags:
    ids: Ids
    starts: Ids
    counts: Ids


def _parts(tokens: Sequence[str]) -> list[Ids]:
    """The rows that add up to a token: its own, and those of its characters."""
    rows = {token: i for i, token in enumerate(tokens)}
    parts = []
    for i, token in enumerate(tokens):
        is_composed = len(token) > 1 and not token.startswith(START)
        extra = [rows[ch] for ch in token if ch in rows] if is_composed else []
        parts.append(np.array([i, *extra], np.int64))
    return parts


def _contrast(lefts: Matrix, rights: Matrix, scale: float) -> tuple[Matrix, Matrix]:
    """The slopes of InfoNCE: each left to its right among all rights, and half as much back."""
    n = len(lefts)
    logits = scale * lefts @ rights.T
    forth = _softmax(logits)
    back = _softmax(logits[:, :n].T)
    diagonal = np.arange(n)
    forth[diagonal, diagonal] -= 1
    back[diagonal, diagonal] -= 1
    forth /= n
    forth[:, :n] += 0.5 * back.T / n
    return scale * forth @ rights, scale * forth.T @ lefts


def _softmax(logits: Matrix) -> Matrix:
    shifted: Matrix = np.exp(logits - logits.max(axis=1, keepdims=True))
    shifted /= shifted.sum(axis=1, keepdims=True)
    return shifted
