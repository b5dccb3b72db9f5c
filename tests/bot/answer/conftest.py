"""One store for all tests of answers; nothing writes to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Corpus
from tests.bot.answer.held import fill


@pytest.fixture(scope="package")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    folder: Path = tmp_path_factory.mktemp("answers")
    with Corpus.open(folder, is_writable=True) as written:
        fill(written)
    with Corpus.open(folder) as read:
        yield read
