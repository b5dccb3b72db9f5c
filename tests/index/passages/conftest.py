"""A real store in a temporary folder, and reports to put into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.passages.embed import Embedder, load_embedder
from tests.index.passages.server import chroma_server
from tests.index.passages.shelf import Shelf


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return load_embedder()


@pytest.fixture
def shelf(tmp_path: Path, embedder: Embedder) -> Iterator[Shelf]:
    shelf = Shelf.open(tmp_path, embedder)
    yield shelf
    shelf.close()


@pytest.fixture(scope="session")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Chroma server; each store has a collection of its own in it."""
    with chroma_server(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture(params=["embedded", "server"])
def either_shelf(
    request: pytest.FixtureRequest, tmp_path: Path, embedder: Embedder
) -> Iterator[Shelf]:
    """A store whose vectors lie in this process, and one whose vectors lie on a server."""
    url = request.getfixturevalue("chroma_url") if request.param == "server" else None
    shelf = Shelf.open(tmp_path, embedder, url)
    yield shelf
    shelf.close()
