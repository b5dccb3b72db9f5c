"""Texts to vectors: the shipped model read without torch, or any sentence-transformers model."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qsl

import numpy as np
import numpy.typing as npt

from index.errors import ModelUnavailable
from index.settings import DATA_DIR

Vectors = npt.NDArray[np.float32]
_Bytes = npt.NDArray[np.int8]

SHIPPED_MODEL = DATA_DIR / "model"
STATIC_FOLDER = "0_StaticEmbedding"
_NOTHING = 1e-12

# Models that expect an instruction before a question and do not say so in their own files.
_QUERY_PROMPTS: Mapping[str, str] = {
    f"BAAI/bge-{size}-zh{version}": "为这个句子生成表示以用于检索相关文章："
    for size in ("small", "base", "large")
    for version in ("", "-v1.5")
}


class Embedder(Protocol):
    """Makes vectors of length one; a text in which nothing is known gives a vector of zeros."""

    @property
    def name(self) -> str:
        """What the model is called, for people."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    @property
    def fingerprint(self) -> str:
        """What changes when the same name stands for other vectors; may be empty."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """A row for each question."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """A row for each passage."""


def load_embedder(model: str | None = None) -> Embedder:
    """The shipped model, or the one that is named; raises ModelUnavailable.

    A name or path may end in options, as an address does: `name?device=cpu&batch=64&query=…`.
    `query` and `passage` are prompts, put before the texts.
    """
    if model is None or Path(model) == SHIPPED_MODEL:
        return _shipped()
    name, _, options = model.partition("?")
    return SentenceTransformerEmbedder.load(name, dict(parse_qsl(options)))


@lru_cache(maxsize=1)  # 40 MB, of which searching and understanding need no two
def _shipped() -> Embedder:
    return StaticEmbedder.read(SHIPPED_MODEL)


class StaticEmbedder:
    """A table of token vectors: a text is the mean of its tokens, brought to length one."""

    def __init__(
        self, name: str, fingerprint: str, tokenizer: "_Tokenizer", rows: _Bytes, scales: Vectors
    ) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self.dimensions: int = rows.shape[1]
        self._tokenizer = tokenizer
        self._rows = rows  # kept as bytes: a quarter of the memory, and few are used at a time
        self._scales = scales

    @classmethod
    def read(cls, folder: Path) -> "StaticEmbedder":
        """Read a folder in sentence-transformers' format; raises ModelUnavailable."""
        # Only needed when something is searched or kept; a number needs neither.
        from safetensors.numpy import load
        from tokenizers import Tokenizer

        inner = folder / STATIC_FOLDER
        try:
            raw = (inner / "model.safetensors").read_bytes()
            spelling = (inner / "tokenizer.json").read_bytes()
            tensors = load(raw)
            tokenizer = Tokenizer.from_str(spelling.decode())
            rows, scales = tensors["embeddings"], tensors["weights"]
        except Exception as error:  # safetensors and tokenizers raise bare Exceptions of their own
            raise ModelUnavailable(
                f"随程序提供的向量模型无法读取：{folder}（{error}）。"
                f"The shipped embedding model cannot be read: {folder}."
            ) from error
        digest = hashlib.sha256(raw + spelling).hexdigest()[:12]
        return cls("nianbao-static", digest, tokenizer, rows, scales)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """A row for each question."""
        return self.embed_passages(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """A row for each passage."""
        out = np.zeros((len(texts), self.dimensions), np.float32)
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        for row, encoding in enumerate(encodings):
            if encoding.ids:
                out[row] = self._scales[encoding.ids] @ self._rows[encoding.ids]
        return _unit(out)


class SentenceTransformerEmbedder:
    """Any model that sentence-transformers loads, by name or path."""

    def __init__(self, name: str, model: "_Model", options: Mapping[str, str]) -> None:
        self.name = name
        self.fingerprint = ""  # the store compares a probe, see PassageStore
        self.dimensions: int = int(model.get_sentence_embedding_dimension() or 0)
        self._model = model
        self._batch = int(options.get("batch", "32"))
        self._query_prompt = options.get("query", _QUERY_PROMPTS.get(name))
        self._passage_prompt = options.get("passage")

    @classmethod
    def load(cls, name: str, options: Mapping[str, str]) -> "SentenceTransformerEmbedder":
        """Load a model; raises ModelUnavailable when that cannot be done here."""
        try:
            # Takes seconds and hundreds of megabytes.
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise ModelUnavailable(
                f"使用向量模型 {name} 需要安装附加组件：pip install '.[models]'。"
                f"The embedding model {name} needs the extra `models`: pip install '.[models]'."
            ) from error
        try:
            model = SentenceTransformer(
                name,
                device=options.get("device"),
                # A folder needs nothing from the network, and must not wait for it.
                local_files_only=Path(name).is_dir(),
            )
        except Exception as error:  # whatever a hub, a file or torch may raise
            first = str(error).strip().splitlines()[0] if str(error).strip() else "?"
            raise ModelUnavailable(
                f"向量模型 {name} 无法加载：{first} "
                f"The embedding model {name} cannot be loaded here."
            ) from error
        return cls(name, model, options)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """A row for each question, with the model's own or the given prompt."""
        return self._embed(self._model.encode_query, texts, self._query_prompt)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """A row for each passage, with the model's own or the given prompt."""
        return self._embed(self._model.encode_document, texts, self._passage_prompt)

    def _embed(self, encode: "_Encode", texts: Sequence[str], prompt: str | None) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        vectors = encode(
            list(texts),
            prompt=prompt,
            batch_size=self._batch,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(vectors, np.float32)


class _Encode(Protocol):
    def __call__(
        self,
        sentences: list[str],
        *,
        prompt: str | None,
        batch_size: int,
        normalize_embeddings: bool,
        show_progress_bar: bool,
        convert_to_numpy: bool,
    ) -> Vectors: ...


class _Model(Protocol):
    encode_query: _Encode
    encode_document: _Encode

    def get_sentence_embedding_dimension(self) -> int | None: ...


class _Encoding(Protocol):
    @property
    def ids(self) -> list[int]: ...


class _Tokenizer(Protocol):
    def encode_batch_fast(
        self, input: list[str], *, add_special_tokens: bool
    ) -> Sequence[_Encoding]: ...


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.maximum(lengths, _NOTHING)).astype(np.float32)
    return unit
