"""Figures of search quality: sparse, dense and hybrid on the same questions."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.passages.embed import Embedder
from index.passages.fulltext import terms_of
from index.passages.search import bm25, clean_query, rarity_of
from index.types import Passage
from tests.index.passages.retrieval.dataset import Asked, TestSet
from tests.index.passages.shelf import Shelf

Order = Callable[[str], Sequence[str]]
DEPTH = 10


@dataclass(frozen=True, slots=True)
class Figures:
    """What share of questions found what they sought."""

    questions: int
    hit1: float
    hit5: float
    hit10: float
    recall10: float
    mrr10: float

    def __str__(self) -> str:
        shares = (self.hit1, self.hit5, self.hit10, self.recall10, self.mrr10)
        return f"{self.questions:4d}  " + "  ".join(f"{share:.3f}" for share in shares)


@dataclass(frozen=True, slots=True)
class Arena:
    """Texts in a real store, and the three ways to order them."""

    shelf: Shelf
    texts: tuple[str, ...]

    @classmethod
    def fill(cls, folder: Path, embedder: Embedder, texts: Sequence[str]) -> "Arena":
        """A store in which every text is a passage of its own, thirty to a report."""
        arena = cls.kept(folder, embedder, texts)
        arena.shelf.flush()
        return arena

    @classmethod
    def kept(cls, folder: Path, embedder: Embedder, texts: Sequence[str]) -> "Arena":
        """The same, in SQLite alone: without vectors, until `flush` or `rebuild` makes them."""
        shelf = Shelf.open(folder, embedder)
        with shelf.db.atomic():
            for number in range(0, len(texts), 30):
                report = number // 30 + 1
                shelf.add_report(report)
                shelf.store.save(report, _passages(texts[number : number + 30]))
        return cls(shelf, tuple(texts))

    def ways(self) -> dict[str, Order]:
        """Sparse, dense and hybrid."""
        return {
            "sparse": sparse_order(self.texts),
            "dense": dense_order(self.shelf.embedder, self.texts),
            "hybrid": self.hybrid,
        }

    def hybrid(self, question: str) -> list[str]:
        """The search itself."""
        return [hit.passage.text for hit in self.shelf.store.search(question, None, None, DEPTH)]


def sparse_order(texts: Sequence[str]) -> Order:
    """BM25 over characters and pairs, of all texts."""
    postings: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        terms = terms_of(text)
        for term in {*terms.pairs, *terms.singles}:
            postings.setdefault(term, []).append(number)
    rarity = {term: rarity_of(len(found), len(texts)) for term, found in postings.items()}

    def order(question: str) -> list[str]:
        query = clean_query(question)
        terms = terms_of(query)
        found = {n for t in {*terms.pairs, *terms.singles} for n in postings.get(t, ())}
        numbers = sorted(found)
        scores = np.array(bm25([texts[n] for n in numbers], query, rarity))
        best = np.argsort(-scores, kind="stable")[:DEPTH]
        return [texts[numbers[i]] for i in best if scores[i] > 0]

    return order


def dense_order(embedder: Embedder, texts: Sequence[str]) -> Order:
    """Cosines with all texts."""
    matrix = embedder.embed_passages(texts)

    def order(question: str) -> list[str]:
        scores = matrix @ embedder.embed_queries([clean_query(question)])[0]
        return [texts[i] for i in np.argsort(-scores, kind="stable")[:DEPTH]]

    return order


def measure(questions: Sequence[Asked], order: Order) -> Figures:
    """The figures of one way to order, over some questions."""
    ranks = [_ranks(asked, order(asked.text)) for asked in questions]
    firsts = [min(found, default=math.inf) for found in ranks]
    recalls = [
        len(found) / min(DEPTH, len(asked.relevant))
        for found, asked in zip(ranks, questions, strict=True)
    ]
    hit1, hit5, hit10 = (float(np.mean([first <= n for first in firsts])) for n in (1, 5, 10))
    mrr = float(np.mean([1 / first for first in firsts]))
    return Figures(len(questions), hit1, hit5, hit10, float(np.mean(recalls)), mrr)


def groups(test_set: TestSet) -> Iterator[tuple[str, list[Asked]]]:
    """The questions by kind, and those whose concept was not trained."""
    asked = test_set.questions
    for kind in ("lexical", "paraphrase", "english"):
        yield kind, [q for q in asked if q.kind == kind and not q.is_withheld]
    yield "withheld", [q for q in asked if q.is_withheld and q.kind != "lexical"]
    yield "all", list(asked)


def _ranks(asked: Asked, found: Sequence[str]) -> list[int]:
    return [i for i, text in enumerate(found, 1) if text in asked.relevant]


def _passages(texts: Sequence[str]) -> list[Passage]:
    passages, at = [], 0
    for text in texts:
        passages.append(Passage(1, at, at + len(text), text))
        at += len(text) + 1
    return passages
