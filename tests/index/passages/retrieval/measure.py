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
        shelf = Shelf.open(folder, embedder)
        with shelf.db.atomic():
            for number in range(0, len(texts), 30):
                report = number // 30 + 1
                shelf.add_report(report)
                shelf.store.save(report, _passages(texts[number : number + 30]))
        shelf.flush()
        return cls(shelf, tuple(texts))

    def ways(self) -> dict[str, Order]:
        """Sparse, dense and hybrid."""
        return {"sparse": self.sparse(), "dense": self.dense(), "hybrid": self.hybrid}

    def sparse(self) -> Order:
        """BM25 over characters and pairs, of all texts."""
        terms = [terms_of(text) for text in self.texts]
        counts: dict[str, int] = {}
        for found in terms:
            for term in {*found.pairs, *found.singles}:
                counts[term] = counts.get(term, 0) + 1
        rarity = {term: rarity_of(count, len(self.texts)) for term, count in counts.items()}

        def order(question: str) -> list[str]:
            scores = np.array(bm25(self.texts, clean_query(question), rarity))
            best = np.argsort(-scores, kind="stable")[:DEPTH]
            return [self.texts[i] for i in best if scores[i] > 0]

        return order

    def dense(self) -> Order:
        """Cosines with all texts."""
        embedder = self.shelf.embedder
        matrix = embedder.embed_passages(self.texts)

        def order(question: str) -> list[str]:
            scores = matrix @ embedder.embed_queries([clean_query(question)])[0]
            return [self.texts[i] for i in np.argsort(-scores, kind="stable")[:DEPTH]]

        return order

    def hybrid(self, question: str) -> list[str]:
        """The search itself."""
        return [hit.passage.text for hit in self.shelf.store.search(question, None, None, DEPTH)]


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
