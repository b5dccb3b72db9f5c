"""Makes the shipped model from our phrases: `python -m index.passages.train [FOLDER]`.

A bag of token vectors, learned so that the everyday and the formal wordings of one concept lie
together and everything else apart. Each step takes one pair of every concept, so that no pair is
wrongly held against another of the same meaning. Lessons with seeds of their own are joined
and brought back to the directions in which texts differ most. Needs numpy and tokenizers, not
torch; fixed seeds and one order of adding up, so that the same text gives the same model.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from index.passages.embed import SHIPPED_MODEL, STATIC_FOLDER
from index.passages.lesson import Lesson, Matrix, Recipe
from index.passages.material import Material, read_material
from index.passages.tokens import Vocabulary, tokenizer_of, vocabulary_of

_NOTHING = 1e-9
# Of a text that was never met, one word that was often met would decide alone.
_EVENNESS = 0.7


@dataclass(frozen=True, slots=True)
class Trained:
    """The tokens with their scores, and a vector for each."""

    vocabulary: Vocabulary
    table: Matrix


def main() -> None:
    """Train with the shipped recipe and write the shipped folder, or the one that is named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED_MODEL
    write_model(train(read_material()), folder)


def train(material: Material, recipe: Recipe | None = None) -> Trained:
    """Learn a vector for every token."""
    recipe = recipe or Recipe()
    vocabulary = vocabulary_of(material)
    tables = [_learn(material, recipe, vocabulary, seed) for seed in recipe.seeds]
    joined = np.concatenate(tables, axis=1)
    axes = _main_axes(_embed(_all_texts(material), vocabulary, joined), recipe.dimensions)
    return Trained(vocabulary, _evened(joined @ axes))


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
    tokenizer = json.loads(tokenizer_of(trained.vocabulary).to_str())
    (inner / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), "utf-8"
    )


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


def _learn(material: Material, recipe: Recipe, vocabulary: Vocabulary, seed: int) -> Matrix:
    lesson = Lesson(material, recipe, vocabulary, seed)
    for step in range(recipe.steps):
        lesson.take(step)
    table = lesson.folded()
    # Of one size, so that each lesson counts alike.
    scaled: Matrix = table / np.sqrt((table**2).sum(axis=1).mean())
    return scaled


def _all_texts(material: Material) -> list[str]:
    concepts = [t for c in material.concepts for t in (*c.formal, *c.everyday, *c.english)]
    sayings = [text for saying in material.sayings for text in saying]
    return [
        *concepts,
        *sayings,
        *material.background,
        *(w for group in material.synonyms for w in group),
    ]


def _embed(texts: list[str], vocabulary: Vocabulary, table: Matrix) -> Matrix:
    encodings = tokenizer_of(vocabulary).encode_batch_fast(texts, add_special_tokens=False)
    vectors = np.stack([table[encoding.ids].sum(axis=0) for encoding in encodings])
    unit: Matrix = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _NOTHING)
    return unit


def _evened(table: Matrix) -> Matrix:
    """The same directions, their lengths closer together."""
    lengths = np.maximum(np.linalg.norm(table, axis=1, keepdims=True), _NOTHING)
    evened: Matrix = (table * lengths ** (_EVENNESS - 1)).astype(np.float32)
    return evened


def _main_axes(vectors: Matrix, count: int) -> Matrix:
    """The directions in which vectors differ most, each pointing to its largest part."""
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    axes = axes[:, ::-1][:, :count]
    largest = np.abs(axes).argmax(axis=0)
    signed: Matrix = axes * np.sign(axes[largest, np.arange(axes.shape[1])])
    return signed


if __name__ == "__main__":
    main()
