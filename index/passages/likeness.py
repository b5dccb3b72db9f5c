"""How like in meaning short wordings are to a word, by the shipped model and without torch."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.passages.embed import Embedder, Vectors, load_embedder


@dataclass(frozen=True, slots=True)
class Wordings:
    """Wordings as vectors, in their order."""

    embedder: Embedder
    vectors: Vectors

    def likeness(self, word: str) -> list[float]:
        """How like each wording is to a word; all are 0 to one in which nothing is known."""
        (row,) = self.embedder.embed_queries([word])
        return [float(cosine) for cosine in self.vectors @ row]


def read_wordings(wordings: Sequence[str]) -> Wordings:
    """The vectors of some wordings; raises ModelUnavailable."""
    embedder = load_embedder()
    return Wordings(embedder, embedder.embed_passages(wordings))
