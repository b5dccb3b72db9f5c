"""A real store in a temporary folder, and reports to put into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.passages.embed import Embedder, load_embedder
from tests.index.passages.shelf import Shelf


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return load_embedder()


@pytest.fixture
def shelf(tmp_path: Path, embedder: Embedder) -> Iterator[Shelf]:
    shelf = Shelf.open(tmp_path, embedder)
    yield shelf
    shelf.close()
