"""The shipped model is what our phrases make, and reads the same in both ways."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from index.passages.embed import SHIPPED_MODEL, STATIC_FOLDER, StaticEmbedder, Vectors
from tests.index.passages.retrieval.dataset import read_test_set
from tests.index.passages.retrieval.measure import dense_order, groups, measure

TEXTS = (
    "信息公开渠道单一，与群众互动不足",
    "老百姓看不懂文件",
    "Which reports say that too few people do the job?",
    "12345热线办理量2024件",
    "ꀀꀁ𠮷",
    "，。",
    "",
)


def table_of(folder: Path) -> tuple[list[str], Vectors]:
    inner = folder / STATIC_FOLDER
    tokenizer = Tokenizer.from_file(str(inner / "tokenizer.json"))
    tensors = load_file(inner / "model.safetensors")
    size = tokenizer.get_vocab_size()
    table = tensors["embeddings"].astype(np.float32) * tensors["weights"][:, None]
    return [tokenizer.id_to_token(i) for i in range(size)], table


def test_training_again_gives_the_shipped_model(tmp_path: Path) -> None:
    # One thread: on matrices as small as these, two mostly wait for each other.
    subprocess.run(
        [sys.executable, "-m", "index.passages.train", str(tmp_path)],
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"},
        check=True,
    )
    shipped_tokens, shipped = table_of(SHIPPED_MODEL)
    tokens, again = table_of(tmp_path)
    assert tokens == shipped_tokens
    lengths = np.linalg.norm(shipped, axis=1) * np.linalg.norm(again, axis=1)
    known = lengths > 0
    assert known.sum() >= len(tokens) - 2
    cosines = (shipped * again).sum(axis=1)[known] / lengths[known]
    assert cosines.min() >= 0.999
    assert figures(tmp_path) == figures(SHIPPED_MODEL)


def figures(folder: Path) -> dict[str, str]:
    test_set = read_test_set()
    order = dense_order(StaticEmbedder.read(folder), [p.text for p in test_set.passages])
    return {name: str(measure(asked, order)) for name, asked in groups(test_set)}


def test_the_folder_is_small_enough_for_git() -> None:
    size = sum(path.stat().st_size for path in SHIPPED_MODEL.rglob("*") if path.is_file())
    assert size <= 5_000_000


def test_each_shape_of_an_english_word_is_the_same_word() -> None:
    embedder = StaticEmbedder.read(SHIPPED_MODEL)
    one, other = embedder.embed_queries(["published notices", "publishing a notice"])
    assert float(one @ other) > 0.9


@pytest.mark.model
# What torch and its companions warn of is not ours to mend.
@pytest.mark.filterwarnings("ignore")
def test_both_readers_of_the_folder_give_the_same_vectors() -> None:
    transformers = pytest.importorskip("sentence_transformers")
    loaded = transformers.SentenceTransformer(str(SHIPPED_MODEL), local_files_only=True)
    expected = loaded.encode(list(TEXTS), convert_to_numpy=True)
    found = StaticEmbedder.read(SHIPPED_MODEL).embed_passages(TEXTS)
    np.testing.assert_allclose(found, np.nan_to_num(expected), atol=1e-5)
