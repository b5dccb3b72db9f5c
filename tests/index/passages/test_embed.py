"""Other models than the shipped one: by name or path, with options, or a clear refusal."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import ModelUnavailable, StoreError
from index.passages.embed import load_embedder
from index.passages.store import PassageStore
from tests.index.passages.shelf import Shelf, connection

TEXTS = ("信息公开渠道单一", "全年组织业务培训三期")
LETTERS = sorted({ch for text in TEXTS for ch in text})


def test_a_folder_that_is_no_model_is_refused_in_a_sentence(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers")
    with pytest.raises(ModelUnavailable, match=str(tmp_path)):
        load_embedder(str(tmp_path))


def test_without_the_extra_the_sentence_says_what_to_install(tmp_path: Path) -> None:
    code = """
import sys
sys.modules["sentence_transformers"] = None
from index.errors import ModelUnavailable
from index.passages.embed import load_embedder
try:
    load_embedder("BAAI/bge-small-zh-v1.5")
except ModelUnavailable as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install '.[models]'" in done.stdout
    assert "BAAI/bge-small-zh-v1.5" in done.stdout


@pytest.fixture(scope="module")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transformer with random weights, saved as sentence-transformers saves one."""
    pytest.importorskip("sentence_transformers")
    import torch
    from sentence_transformers import SentenceTransformer, models
    from transformers import BertConfig, BertModel, BertTokenizer

    folder = tmp_path_factory.mktemp("model")
    inner = folder / "bert"
    inner.mkdir()
    (inner / "vocab.txt").write_text(
        "\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS]) + "\n", "utf-8"
    )
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=5 + len(LETTERS), hidden_size=32, num_hidden_layers=1,
        num_attention_heads=2, intermediate_size=64, max_position_embeddings=64,
    )  # fmt: skip
    BertModel(config).save_pretrained(inner)
    BertTokenizer(str(inner / "vocab.txt")).save_pretrained(inner)
    body = models.Transformer(str(inner), max_seq_length=64)
    SentenceTransformer(modules=[body, models.Pooling(32)], device="cpu").save(
        str(folder / "saved")
    )
    return folder / "saved"


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
def test_a_transformer_on_disk_is_kept_and_searched(shelf: Shelf, small_model: Path) -> None:
    shelf.add(1, TEXTS[0] + "。")
    other = PassageStore.open(
        connection(shelf.db),
        shelf.folder / "chroma",
        is_writable=True,
        embedder=load_embedder(f"{small_model}?device=cpu&batch=1&query=问："),
    )
    with pytest.raises(StoreError, match="nianbao rebuild"):
        other.search("渠道", None, None)
    other.rebuild()
    assert [h.report_id for h in other.search("信息公开渠道", None, None)] == [1]
    held = json.loads(
        shelf.db.execute("select value from meta where key = 'vectors'").fetchone()[0]
    )
    assert held["dimensions"] == 32
    other.close()
    # The shipped model is another one now.
    with pytest.raises(StoreError, match="nianbao rebuild"):
        PassageStore.open(
            connection(shelf.db),
            shelf.folder / "chroma",
            is_writable=False,
            embedder=shelf.embedder,
        ).search("渠道", None, None)


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
def test_prompts_change_what_is_embedded(small_model: Path) -> None:
    plain = load_embedder(f"{small_model}?device=cpu")
    prompted = load_embedder(f"{small_model}?device=cpu&query=公开&passage=业务")
    assert not (plain.embed_queries(TEXTS) == prompted.embed_queries(TEXTS)).all()
    assert not (plain.embed_passages(TEXTS) == prompted.embed_passages(TEXTS)).all()
    assert plain.dimensions == 32


def test_the_shipped_model_is_read_once() -> None:
    assert load_embedder() is load_embedder()
