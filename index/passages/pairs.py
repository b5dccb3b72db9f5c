"""Draws what the shipped model learns from: pairs of texts that mean the same, and others."""

import re
from collections.abc import Sequence

import numpy as np

from index.passages.material import Concept, Material
from index.passages.tokens import is_han

Texts = list[str]

_CLAUSES = "，"
_CHOICES = re.compile(r"\{([^{}]+)\}")


class Pairs:
    """Draws lefts and rights, the nth of one meaning the nth of the other; seeded."""

    def __init__(self, material: Material, random: np.random.Generator) -> None:
        self._material = material
        self._random = random
        self._words = [token for token in material.tokens if len(token) > 1]
        # Drawn by the root of their frequency, so that rare words are met too.
        often = np.array([material.tokens[w] for w in self._words], np.float64) ** 0.5
        self._chances = np.cumsum(often / often.sum())
        self._swaps = _swaps(material.synonyms)
        self._longest = max(map(len, self._swaps), default=0)

    def of_concepts(self, sayings: int, negatives: int) -> tuple[Texts, Texts]:
        """A pair of every concept, some of sayings, and background that belongs to none."""
        lefts, rights = self._of_sayings(sayings)
        for concept in self._material.concepts:
            left = self._worded(self._asked(concept), concept, instead=0.15, beside=0.2)
            right = self._worded(self._told(concept), concept, instead=0.15, beside=0.3)
            lefts.append(self._framed(self._swapped(left), self._material.question_frames))
            rights.append(self._glued(self._swapped(self._blurred(right))))
        count = negatives if self._material.background else 0
        return lefts, [*rights, *(self._background() for _ in range(count))]

    def of_synonyms(self, count: int) -> tuple[Texts, Texts]:
        """Two words of each of some groups."""
        groups = self._material.synonyms
        count = min(count, len(groups))
        chosen = [groups[i] for i in self._random.choice(len(groups), count, replace=False)]
        pairs = [self._random.choice(len(g), 2, replace=False) for g in chosen]
        return (
            [g[i] for g, (i, _) in zip(chosen, pairs, strict=True)],
            [g[j] for g, (_, j) in zip(chosen, pairs, strict=True)],
        )

    def of_fields(self, count: int) -> tuple[Texts, Texts]:
        """Some words of a matter, and others of the same."""
        fields = self._material.fields
        count = min(count, len(fields))
        lefts, rights = [], []
        for i in self._random.choice(len(fields), count, replace=False):
            words = list(fields[i])
            self._random.shuffle(words)
            size = 1 + int(self._random.integers(0, 2))
            lefts.append(_CLAUSES.join(words[:size]))
            rights.append(_CLAUSES.join(words[size : size + 2]))
        return lefts, rights

    def of_wording(self, count: int) -> tuple[Texts, Texts]:
        """Texts that share words, which must stay alike whatever the words mean."""
        lefts, rights = [], []
        for _ in range(count):
            words = self._drawn(9)
            shared = words[:3]
            left = shared[: 2 + int(self._random.random() < 0.5)] + words[3:4]
            right = shared + words[4 : 5 + int(self._random.integers(0, 4))]
            self._random.shuffle(right)
            lefts.append("".join(left))
            rights.append("".join(right))
        concepts = self._material.concepts
        for concept in concepts[:: max(1, len(concepts) // 32)]:
            text = self._pick(concept.formal)
            size = max(4, len(text) // 2)
            start = int(self._random.integers(0, max(1, len(text) - size)))
            lefts.append(text[start : start + size])
            rights.append(text)
        return lefts, rights

    def _of_sayings(self, count: int) -> tuple[Texts, Texts]:
        lefts, rights = [], []
        sayings = self._material.sayings
        count = min(count, len(sayings))
        for i in self._random.choice(len(sayings), count, replace=False):
            formal, *others = sayings[i]
            left = self._swapped(self._pick(others))
            lefts.append(self._framed(left, self._material.question_frames))
            rights.append(self._glued(self._swapped(self._blurred(formal))))
        return lefts, rights

    def _asked(self, concept: Concept) -> str:
        kind = self._random.random()
        if concept.english and kind < 0.2:
            return self._pick(concept.english)
        if kind < 0.35:
            return self._pick(concept.formal)
        return self._pick(concept.everyday or concept.formal)

    def _told(self, concept: Concept) -> str:
        """A formal wording, at times two, as a longer sentence has them."""
        text = self._pick(concept.formal)
        is_long = self._random.random() < 0.3
        return f"{text}{_CLAUSES}{self._pick(concept.formal)}" if is_long else text

    def _blurred(self, text: str) -> str:
        """The text, at times among words that have nothing to do with it."""
        if self._random.random() >= 0.4:
            return text
        count = int(self._random.integers(1, 4))
        words = "".join(self._drawn(count))
        is_before = self._random.random() < 0.5
        return f"{words}{_CLAUSES}{text}" if is_before else f"{text}{_CLAUSES}{words}"

    def _worded(self, text: str, concept: Concept, *, instead: float, beside: float) -> str:
        """The text, or a few words of its concept in its place or beside it."""
        if not concept.words:
            return text
        kind = self._random.random()
        count = 3 if kind < instead else 2
        words = _CLAUSES.join(self._pick(concept.words) for _ in range(count))
        if kind < instead:
            return words
        return f"{text}{_CLAUSES}{words}" if kind < instead + beside else text

    def _glued(self, text: str) -> str:
        text = self._framed(text, self._material.passage_frames)
        if self._material.background and self._random.random() < 0.2:
            text += _CLAUSES + self._chosen(self._pick(self._material.background))
        return text

    def _background(self) -> str:
        text = self._chosen(self._pick(self._material.background))
        return self._framed(self._swapped(text), self._material.passage_frames)

    def _framed(self, text: str, frames: Sequence[str]) -> str:
        if not frames or self._random.random() >= 0.3:
            return text
        return self._pick(frames).replace("{}", text)

    def _drawn(self, count: int) -> Texts:
        """Some words of the language, whatever they mean."""
        rows = np.searchsorted(self._chances, self._random.random(count), side="right")
        return [self._words[min(int(row), len(self._words) - 1)] for row in rows]

    def _swapped(self, text: str) -> str:
        """The text, at times with some words in the place of others that mean the same."""
        if self._random.random() >= 0.5:
            return text
        out, at = [], 0
        while at < len(text):
            word = self._word_at(text, at)
            is_swapped = word in self._swaps and self._random.random() < 0.5
            out.append(self._pick(self._swaps[word]) if is_swapped else word)
            at += len(word)
        return "".join(out)

    def _word_at(self, text: str, at: int) -> str:
        """The longest word that has others, or one character."""
        for end in range(min(at + self._longest, len(text)), at + 1, -1):
            if text[at:end] in self._swaps:
                return text[at:end]
        return text[at]

    def _chosen(self, text: str) -> str:
        """One of the choices in each pair of braces: {春|夏|秋|冬}."""
        return _CHOICES.sub(lambda match: self._pick(match[1].split("|")), text)

    def _pick(self, texts: Sequence[str]) -> str:
        return texts[int(self._random.integers(0, len(texts)))]


def _swaps(groups: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """For each word the words that may stand for it."""
    swaps: dict[str, list[str]] = {}
    for group in groups:
        words = [word for word in group if is_han(word)]
        for word in words:
            if len(word) > 1 and len(words) > 1:
                swaps.setdefault(word, []).extend(w for w in words if w != word)
    return swaps
