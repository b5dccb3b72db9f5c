"""How well questions find passages, among ten thousand sentences that answer none."""

from collections.abc import Iterator
from dataclasses import fields

import pytest

from index.passages.embed import Embedder
from tests.index.passages.retrieval.dataset import background, read_test_set
from tests.index.passages.retrieval.measure import Arena, Figures, groups, measure

BACKGROUND = 10_000
Measured = dict[str, dict[str, Figures]]


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Measured]:
    test_set = read_test_set()
    texts = [told.text for told in test_set.passages] + background(BACKGROUND)
    arena = Arena.fill(tmp_path_factory.mktemp("arena"), embedder, texts)
    yield {
        way: {group: measure(asked, order) for group, asked in groups(test_set)}
        for way, order in arena.ways().items()
    }
    arena.shelf.close()


@pytest.mark.parametrize(
    ("group", "figure", "floor"),
    [
        ("lexical", "hit10", 1.0),
        ("paraphrase", "hit5", 0.90),
        ("paraphrase", "hit10", 0.95),
        ("withheld", "hit10", 0.75),
        ("english", "hit10", 0.94),
    ],
)
def test_the_search_stays_above_its_floors(
    measured: Measured, group: str, figure: str, floor: float
) -> None:
    assert getattr(measured["hybrid"][group], figure) >= floor


def test_the_search_is_nowhere_worse_than_wording_alone(measured: Measured) -> None:
    worse = [
        (group, f.name)
        for group, sparse in measured["sparse"].items()
        for f in fields(Figures)
        if getattr(measured["hybrid"][group], f.name) < getattr(sparse, f.name) - 0.02
    ]
    assert worse == []
