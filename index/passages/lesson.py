"""How the vectors of tokens are learned: bags of tokens, contrasts, and Adam; numpy only."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.passages.material import Material
from index.passages.pairs import Pairs
from index.passages.tokens import START, Vocabulary, tokenizer_of

Matrix = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]

_WORD_LENGTH = 8  # a text as short as this comes again and again
_MARKS = 2  # the unknown token and the mark of a beginning, which mean nothing


@dataclass(frozen=True, slots=True)
class Recipe:
    """What was found best on phrases held back from training (never on the test set)."""

    dimensions: int = 128
    steps: int = 500
    rate: float = 0.02
    warm_up: int = 50
    scale: float = 10.0
    dropout: float = 0.1
    emphasis: float = 3.5  # of concepts over single words
    sayings: int = 240
    synonym_pairs: int = 640
    field_pairs: int = 80
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
        self._words: dict[str, list[int]] = {}
        self._parts = _parts([token for token, _ in vocabulary])
        size = (len(vocabulary), recipe.dimensions)
        start = self._random.normal(0, recipe.dimensions**-0.5, size)
        self._vectors: Matrix = start.astype(np.float32)
        # A word that is never met is best taken for what its characters mean.
        self._vectors[[i for i, part in enumerate(self._parts) if part.size > 1]] = 0
        self._first = np.zeros(size, np.float32)
        self._second = np.zeros(size, np.float32)
        self._times = np.zeros(len(vocabulary), np.int64)

    def take(self, step: int) -> None:
        """One step down the gradient of four tasks."""
        recipe = self._recipe
        blocks = (
            self._pairs.of_concepts(recipe.sayings, recipe.negatives),
            self._pairs.of_synonyms(recipe.synonym_pairs),
            self._pairs.of_fields(recipe.field_pairs),
            self._pairs.of_wording(recipe.lexical_pairs),
        )
        weights = (recipe.emphasis, 1.0, 1.0, 1.0)
        bags = self._bags([text for lefts, rights in blocks for text in (*lefts, *rights)])
        table = np.add.reduceat(self._vectors[bags.parts], bags.part_starts, axis=0)
        sums = np.add.reduceat(table[bags.tokens], bags.starts, axis=0)
        lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
        unit = sums / lengths
        slope = np.zeros_like(unit)
        at = 0
        for weight, (lefts, rights) in zip(weights, blocks, strict=True):
            left = slice(at, at + len(lefts))
            right = slice(left.stop, left.stop + len(rights))
            forth, back = _contrast(unit[left], unit[right], recipe.scale)
            slope[left], slope[right] = weight * forth, weight * back
            at = right.stop
        slope = (slope - (slope * unit).sum(axis=1, keepdims=True) * unit) / lengths
        self._descend(bags, slope, step)

    def folded(self) -> Matrix:
        """The vector of each token: its own and those of its characters; nothing for marks."""
        table = np.stack([self._vectors[part].sum(axis=0) for part in self._parts])
        table[:_MARKS] = 0
        return table

    def _bags(self, texts: list[str]) -> "_Bags":
        known = self._read(texts)
        sizes = np.array([len(ids) for ids in known])
        kept = self._kept(sizes)
        met, tokens = np.unique(np.concatenate(known)[kept], return_inverse=True)
        sizes = np.add.reduceat(kept.astype(np.int64), np.cumsum(sizes) - sizes)
        parts = [self._parts[i] for i in met]
        counts = np.array([part.size for part in parts])
        part_starts = np.cumsum(counts) - counts
        return _Bags(tokens, np.cumsum(sizes) - sizes, np.concatenate(parts), part_starts)

    def _read(self, texts: list[str]) -> list[list[int]]:
        """The tokens of each text; those of single words are remembered."""
        new = list(dict.fromkeys(text for text in texts if text not in self._words))
        encodings = self._tokenizer.encode_batch_fast(new, add_special_tokens=False)
        read = {
            text: [i for i in encoding.ids if i >= _MARKS] or [0]
            for text, encoding in zip(new, encodings, strict=True)
        }
        self._words |= {text: ids for text, ids in read.items() if len(text) <= _WORD_LENGTH}
        return [self._words.get(text) or read[text] for text in texts]

    def _kept(self, sizes: Ids) -> npt.NDArray[np.bool_]:
        """Which tokens are not dropped: all of a short text, and some of every other."""
        owners = np.repeat(np.arange(sizes.size), sizes)
        kept = self._random.random(owners.size) >= self._recipe.dropout
        is_left = np.bincount(owners[kept], minlength=sizes.size) > 0
        kept |= ~(is_left & (sizes > 2))[owners]
        return kept

    def _descend(self, bags: "_Bags", slope: Matrix, step: int) -> None:
        """Adam, for the rows that were met."""
        by_token = _added(slope, _owners(bags.starts, bags.tokens.size), bags.tokens)
        owners = _owners(bags.part_starts, bags.parts.size)
        gradient = _added(by_token, owners, bags.parts)
        rows = np.unique(bags.parts)
        warm = min(1.0, (step + 1) / self._recipe.warm_up)
        rate = self._recipe.rate * warm * (1 - step / self._recipe.steps)
        self._times[rows] += 1
        times = self._times[rows][:, None].astype(np.float32)
        self._first[rows] = 0.9 * self._first[rows] + 0.1 * gradient
        self._second[rows] = 0.999 * self._second[rows] + 0.001 * gradient**2
        first = self._first[rows] / (1 - 0.9**times)
        second = self._second[rows] / (1 - 0.999**times)
        self._vectors[rows] -= rate * first / (np.sqrt(second) + 1e-8)


@dataclass(frozen=True, slots=True)
class _Bags:
    """Texts as tokens (rows among those that were met), and those as the parts they add up to."""

    tokens: Ids
    starts: Ids
    parts: Ids
    part_starts: Ids


def _parts(tokens: Sequence[str]) -> list[Ids]:
    """The rows that add up to a token: its own, and those of its characters."""
    rows = {token: i for i, token in enumerate(tokens)}
    parts = []
    for i, token in enumerate(tokens):
        is_composed = len(token) > 1 and not token.startswith(START)
        extra = [rows[ch] for ch in token if ch in rows] if is_composed else []
        parts.append(np.array([i, *extra], np.int64))
    return parts


def _owners(starts: Ids, size: int) -> Ids:
    """For each member of some runs the number of its run."""
    return np.repeat(np.arange(starts.size), np.diff([*starts, size]))


def _added(values: Matrix, owners: Ids, targets: Ids) -> Matrix:
    """The values of the owners added up by target, in the order of the targets."""
    order = np.argsort(targets, kind="stable")
    _, starts = np.unique(targets[order], return_index=True)
    added: Matrix = np.add.reduceat(values[owners[order]], starts, axis=0)
    return added


def _contrast(lefts: Matrix, rights: Matrix, scale: float) -> tuple[Matrix, Matrix]:
    """The slopes of InfoNCE: each left to its right among all rights, and half as much back."""
    n = len(lefts)
    logits: Matrix = lefts @ rights.T
    logits *= scale
    forth = _softmax(logits)
    back = _softmax(logits[:, :n].T)
    diagonal = np.arange(n)
    forth[diagonal, diagonal] -= 1
    back[diagonal, diagonal] -= 1
    forth /= n
    forth[:, :n] += 0.5 * back.T / n
    forth *= scale
    return forth @ rights, forth.T @ lefts


def _softmax(logits: Matrix) -> Matrix:
    shifted: Matrix = np.exp(logits - logits.max(axis=1, keepdims=True))
    shifted /= shifted.sum(axis=1, keepdims=True)
    return shifted
