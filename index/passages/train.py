"""Makes the shipped model from our phrases: `python -m index.passages.train`.

A bag of token vectors, learned so that the everyday and the formal wordings of one concept lie
together and everything else apart. Each step takes one pair of every concept, so that no pair is
wrongly held against another of the same meaning. Needs numpy and tokenizers, not torch; one seed,
double precision, so that the same text gives the same model.
"""

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from index.passages.embed import SHIPPED_MODEL, STATIC_FOLDER
from index.settings import DATA_DIR

PHRASES = DATA_DIR / "phrases"

Matrix = npt.NDArray[np.float64]
Ids = npt.NDArray[np.int64]

UNKNOWN, START = "[UNK]", "▁"
_DOMAIN_FREQUENCY = 300  # of our own words, which the dictionary lacks
_HAN = re.compile(r"[㐀-鿿]")
_WORD = re.compile(r"[a-z]+")
_ENDINGS = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ies",
    "ied",
    "ers",
    "er",
    "es",
    "ed",
    "ly",
    "s",
    "y",
    "e",
)
_INFLECTED = ("s", "es", "ed", "d", "ing", "er", "ly")


@dataclass(frozen=True, slots=True)
class Concept:
    """A meaning and its wordings."""

    key: str
    formal: tuple[str, ...]
    everyday: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """All that the model learns from."""

    concepts: tuple[Concept, ...]
    synonyms: tuple[tuple[str, ...], ...]
    background: tuple[str, ...]
    question_frames: tuple[str, ...]
    passage_frames: tuple[str, ...]
    tokens: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What was found best on phrases held back from training (never on the test set)."""

    dimensions: int = 128
    steps: int = 600
    rate: float = 0.02
    warm_up: int = 60
    scale: float = 14.0
    dropout: float = 0.1
    synonym_pairs: int = 40
    lexical_pairs: int = 96
    negatives: int = 64
    seed: int = 20240501


@dataclass(frozen=True, slots=True)
class Trained:
    """The tokens with their scores, and a vector for each."""

    vocabulary: tuple[tuple[str, float], ...]
    table: Matrix


def main() -> None:
    """Train with the shipped recipe and write the shipped folder."""
    write_model(train(read_material()), SHIPPED_MODEL)


def read_material(folder: Path = PHRASES) -> Material:
    """Read the phrases from their files."""
    concepts = [
        concept
        for path in sorted(folder.glob("*.txt"))
        for concept in _concepts(path.read_text("utf-8"))
    ]
    frames = _lines(folder / "frames.txt")
    tokens = (line.split("\t") for line in _lines(folder / "tokens.txt"))
    return Material(
        concepts=tuple(concepts),
        synonyms=tuple(tuple(line.split()) for line in _lines(folder / "synonyms.txt")),
        background=tuple(_lines(folder / "background.txt")),
        question_frames=tuple(f[2:] for f in frames if f.startswith("< ")),
        passage_frames=tuple(f[2:] for f in frames if f.startswith("> ")),
        tokens={token: int(frequency) for token, frequency in tokens},
    )


def train(material: Material, recipe: Recipe | None = None) -> Trained:
    """Learn a vector for every token."""
    recipe = recipe or Recipe()
    vocabulary = _vocabulary(material)
    lesson = _Lesson.prepare(material, recipe, vocabulary)
    for step in range(recipe.steps):
        lesson.take(step)
    return Trained(vocabulary, lesson.folded())


def write_model(trained: Trained, folder: Path) -> None:
    """Write a folder that sentence-transformers loads: rows of bytes, and a scale for each."""
    inner = folder / STATIC_FOLDER
    inner.mkdir(parents=True, exist_ok=True)
    (folder / "1_Normalize").mkdir(exist_ok=True)
    (folder / "1_Normalize" / "config.json").write_text("{}\n", "utf-8")
    (folder / "modules.json").write_text(json.dumps(_MODULES, indent=2) + "\n", "utf-8")
    (folder / "config_sentence_transformers.json").write_text(
        json.dumps({"similarity_fn_name": "cosine"}, indent=2) + "\n", "utf-8"
    )
    scales = np.abs(trained.table).max(axis=1) / 127
    rows = np.rint(trained.table / np.where(scales > 0, scales, 1)[:, None])
    save_file(
        {"embeddings": rows.astype(np.int8), "weights": scales.astype(np.float32)},
        inner / "model.safetensors",
    )
    tokenizer = json.loads(_tokenizer(trained.vocabulary).to_str())
    (inner / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), "utf-8"
    )


def write_tokens(dictionary: Path, words: int = 16_400) -> None:
    """Choose the tokens from jieba's dictionary: common characters, common words, and our own."""
    entries = {}
    for line in dictionary.read_text("utf-8").splitlines():
        word, frequency = line.split()[:2]
        entries[word] = int(frequency)
    ours = "\n".join(
        path.read_text("utf-8")
        for path in sorted(PHRASES.glob("*.txt"))
        if path.name != "tokens.txt"
    )
    ours_pieces = {ours[i : i + n] for n in (2, 3, 4, 5) for i in range(len(ours) - n + 1)}
    chinese = [w for w in entries if len(w) > 1 and all(map(_HAN.match, w))]
    common = sorted(chinese, key=lambda w: (-entries[w], w))[:words]
    chosen = {*common, *(w for w in chinese if w in ours_pieces)}
    lines = [f"{c}\t{max(entries.get(c, 1), 1)}" for c in _common_characters()]
    lines += [f"{w}\t{max(entries[w], 1)}" for w in sorted(chosen)]
    (PHRASES / "tokens.txt").write_text("\n".join(lines) + "\n", "utf-8")


_MODULES = [
    {
        "idx": 0,
        "name": "0",
        "path": STATIC_FOLDER,
        "type": "sentence_transformers.models.StaticEmbedding",
    },
    {
        "idx": 1,
        "name": "1",
        "path": "1_Normalize",
        "type": "sentence_transformers.models.Normalize",
    },
]


def _common_characters() -> list[str]:
    """The 6,763 characters of GB 2312, in its order."""
    rows = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [ch for row in rows if (ch := row.decode("gb2312", "ignore"))]


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _concepts(text: str) -> Iterable[Concept]:
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.splitlines() if not line.startswith("#")]
        if lines and (head := re.match(r"\[([\w.]+)\]", lines[0])):
            yield Concept(
                head[1],
                *(
                    tuple(line[2:].strip() for line in lines if line.startswith(mark))
                    for mark in ("= ", "- ", "? ")
                ),
            )


# The vocabulary and the tokenizer


def _vocabulary(material: Material) -> tuple[tuple[str, float], ...]:
    """Tokens with the logarithm of their share, which is what Unigram weighs paths by."""
    frequencies = dict(material.tokens)
    for group in material.synonyms:
        for word in group:
            if all(map(_HAN.match, word)) and len(word) > 1:
                frequencies.setdefault(word, _DOMAIN_FREQUENCY)
    for word in sorted(_english_words(material)):
        frequencies[START + word] = _DOMAIN_FREQUENCY
    frequencies["12345"] = _DOMAIN_FREQUENCY  # the citizens' hotline is known by its number
    total = sum(frequencies.values())
    scored = [(token, math.log(f / total)) for token, f in frequencies.items()]
    return ((UNKNOWN, 0.0), (START, -1.0), *scored)


def _english_words(material: Material) -> set[str]:
    texts = [t for c in material.concepts for t in (*c.english, *c.everyday, *c.formal)]
    texts += [word for group in material.synonyms for word in group]
    seen = {w for text in texts for w in _WORD.findall(text.lower()) if len(w) > 1}
    # Forms that were not written but will be typed share the stem of one that was.
    stems = {_stem(w) for w in seen}
    made = {form for w in seen if len(w) > 3 for form in _forms(w) if _stem(form) in stems}
    return seen | made


def _forms(word: str) -> Iterable[str]:
    bases = {word, word.removesuffix("e")} | ({word[:-1] + "i"} if word.endswith("y") else set())
    return (base + ending for base in sorted(bases) for ending in _INFLECTED)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def _tokenizer(vocabulary: Sequence[tuple[str, float]]) -> Tokenizer:
    # Unigram rather than longest match: one unknown character then costs itself, not its clause.
    tokenizer = Tokenizer(models.Unigram(list(vocabulary), unk_id=0))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"(?<!\d)(?!12345(?!\d))\d+"), " "),
            normalizers.Replace(Regex(r"[^\p{L}\p{N}]+"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Split(Regex("[a-z]+"), "isolated"),
            # Marks where a Latin word begins, so that no word is read inside another.
            pre_tokenizers.Metaspace(replacement=START, prepend_scheme="always", split=False),
        ]
    )
    return tokenizer


# The lesson


@dataclass(slots=True)
class _Lesson:
    """The state of training: vectors, Adam's moments, and the random source."""

    material: Material
    recipe: Recipe
    random: np.random.Generator
    encode: Callable[[list[str]], list[list[int]]]
    parts: list[Ids]  # of each token: itself, and its characters or its stem
    vectors: Matrix
    words: list[str]
    weights: Matrix  # how often each word is drawn for lexical pairs
    swaps: dict[str, tuple[str, ...]]
    swap_pattern: re.Pattern[str]
    first: Matrix = field(init=False)
    second: Matrix = field(init=False)
    times: Ids = field(init=False)

    @classmethod
    def prepare(
        cls, material: Material, recipe: Recipe, vocabulary: Sequence[tuple[str, float]]
    ) -> "_Lesson":
        random = np.random.default_rng(recipe.seed)
        tokens = [token for token, _ in vocabulary]
        parts = _parts(tokens)
        rows = 1 + max(int(p.max()) for p in parts if p.size)
        vectors = random.normal(0, recipe.dimensions**-0.5, (rows, recipe.dimensions))
        tokenizer = _tokenizer(vocabulary)

        def encode(texts: list[str]) -> list[list[int]]:
            return [e.ids for e in tokenizer.encode_batch_fast(texts, add_special_tokens=False)]

        words = [t for t in material.tokens if len(t) > 1]
        weights = np.array([material.tokens[w] for w in words], np.float64) ** 0.5
        swaps = {
            word: tuple(w for w in group if _HAN.match(w) and w != word)
            for group in material.synonyms
            for word in group
            if len(word) > 1 and _HAN.match(word)
        }
        pattern = re.compile(
            "|".join(sorted(map(re.escape, swaps), key=len, reverse=True)) or "$^"
        )
        lesson = cls(
            material, recipe, random, encode, parts, vectors, words, weights / weights.sum(),
            swaps, pattern,
        )  # fmt: skip
        lesson.first = np.zeros_like(vectors)
        lesson.second = np.zeros_like(vectors)
        lesson.times = np.zeros(rows, np.int64)
        return lesson

    def take(self, step: int) -> None:
        """One step down the gradient of three tasks."""
        blocks = (self._concept_pairs(), self._synonym_pairs(), self._lexical_pairs())
        texts = [text for lefts, rights in blocks for text in (*lefts, *rights)]
        bags = self._bags(texts)
        sums = np.add.reduceat(self.vectors[bags.ids], bags.starts, axis=0)
        lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
        unit = sums / lengths
        slope = np.zeros_like(unit)
        at = 0
        for lefts, rights in blocks:
            left = slice(at, at + len(lefts))
            right = slice(left.stop, left.stop + len(rights))
            slope[left], slope[right] = _contrast(unit[left], unit[right], self.recipe.scale)
            at = right.stop
        slope = (slope - (slope * unit).sum(axis=1, keepdims=True) * unit) / lengths
        self._descend(bags, slope, step)

    def folded(self) -> Matrix:
        """The vector of each token: its own and those of its parts; nothing for marks."""
        table = np.stack([self.vectors[p].sum(axis=0) for p in self.parts])
        table[:2] = 0
        return table

    def _concept_pairs(self) -> tuple[list[str], list[str]]:
        lefts, rights = [], []
        for concept in self.material.concepts:
            right = self._pick(concept.formal)
            kind = self.random.random()
            if concept.english and kind < 0.2:
                left = self._pick(concept.english)
            elif kind < 0.35:
                left = self._pick(concept.formal)
            else:
                left = self._pick(concept.everyday or concept.formal)
            lefts.append(self._framed(self._swapped(left), self.material.question_frames, 0.3))
            rights.append(self._glued(self._swapped(right)))
        count = min(self.recipe.negatives, len(self.material.background))
        return lefts, [*rights, *(self._mixed_background() for _ in range(count))]

    def _synonym_pairs(self) -> tuple[list[str], list[str]]:
        groups = self.material.synonyms
        count = min(self.recipe.synonym_pairs, len(groups))
        chosen = [groups[i] for i in self.random.choice(len(groups), count, replace=False)]
        pairs = [self.random.choice(len(g), 2, replace=False) for g in chosen]
        return (
            [g[i] for g, (i, _) in zip(chosen, pairs, strict=True)],
            [g[j] for g, (_, j) in zip(chosen, pairs, strict=True)],
        )

    def _lexical_pairs(self) -> tuple[list[str], list[str]]:
        """Texts that share words must stay alike, whatever the words mean."""
        count = self.recipe.lexical_pairs
        lefts, rights = [], []
        drawn = self.random.choice(len(self.words), (count, 9), p=self.weights)
        for row in drawn:
            words = [self.words[i] for i in row]
            shared = words[:3]
            left = shared[: 2 + int(self.random.random() < 0.5)] + words[3:4]
            right = shared + words[4 : 5 + int(self.random.integers(0, 4))]
            self.random.shuffle(right)
            lefts.append("".join(left))
            rights.append("".join(right))
        for concept in self.material.concepts[:: max(1, len(self.material.concepts) // 32)]:
            text = self._pick(concept.formal)
            size = max(4, len(text) // 2)
            start = int(self.random.integers(0, max(1, len(text) - size)))
            lefts.append(text[start : start + size])
            rights.append(text)
        return lefts, rights

    def _pick(self, texts: Sequence[str]) -> str:
        return texts[int(self.random.integers(0, len(texts)))]

    def _framed(self, text: str, frames: Sequence[str], chance: float) -> str:
        if not frames or self.random.random() >= chance:
            return text
        return self._pick(frames).replace("{}", text)

    def _glued(self, text: str) -> str:
        text = self._framed(text, self.material.passage_frames, 0.3)
        if self.material.background and self.random.random() < 0.2:
            text += "，" + self._pick(self.material.background)
        return text

    def _mixed_background(self) -> str:
        text = self._pick(self.material.background)
        return self._framed(self._swapped(text), self.material.passage_frames, 0.3)

    def _swapped(self, text: str) -> str:
        def swap(match: re.Match[str]) -> str:
            others = self.swaps[match[0]]
            return self._pick(others) if others and self.random.random() < 0.25 else match[0]

        return self.swap_pattern.sub(swap, text)

    def _bags(self, texts: list[str]) -> "_Bags":
        starts: list[int] = []
        chosen: list[Ids] = []
        at = 0
        for ids in self.encode(texts):
            kept = [i for i in ids if i > 1]
            if len(kept) > 2:
                mask = self.random.random(len(kept)) >= self.recipe.dropout
                kept = [i for i, keep in zip(kept, mask, strict=True) if keep] or kept
            bag = [self.parts[i] for i in kept] or [np.zeros(1, np.int64)]
            starts.append(at)
            at += sum(part.size for part in bag)
            chosen += bag
        counts = np.diff([*starts, at])
        return _Bags(np.concatenate(chosen), np.array(starts), counts)

    def _descend(self, bags: "_Bags", slope: Matrix, step: int) -> None:
        order = np.argsort(bags.ids, kind="stable")
        rows, starts = np.unique(bags.ids[order], return_index=True)
        owner = np.repeat(np.arange(len(bags.counts)), bags.counts)[order]
        gradient = np.add.reduceat(slope[owner], starts, axis=0)
        recipe = self.recipe
        warm = min(1.0, (step + 1) / recipe.warm_up)
        rate = recipe.rate * warm * (1 - step / recipe.steps)
        self.times[rows] += 1
        times = self.times[rows][:, None]
        self.first[rows] = 0.9 * self.first[rows] + 0.1 * gradient
        self.second[rows] = 0.999 * self.second[rows] + 0.001 * gradient**2
        first = self.first[rows] / (1 - 0.9**times)
        second = self.second[rows] / (1 - 0.999**times)
        self.vectors[rows] -= rate * first / (np.sqrt(second) + 1e-8)


@dataclass(frozen=True, slots=True)
class _Bags:
    ids: Ids
    starts: Ids
    counts: Ids


def _parts(tokens: Sequence[str]) -> list[Ids]:
    """The rows that add up to a token: its own, and those of its characters or its stem."""
    rows = {token: i for i, token in enumerate(tokens)}
    stems: dict[str, int] = {}
    parts = []
    for i, token in enumerate(tokens):
        extra: list[int] = []
        if token.startswith(START) and len(token) > 1:
            stem = _stem(token[1:])
            extra = [stems.setdefault(stem, len(tokens) + len(stems))]
        elif len(token) > 1:
            extra = [rows[ch] for ch in token if ch in rows]
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


if __name__ == "__main__":
    main()
