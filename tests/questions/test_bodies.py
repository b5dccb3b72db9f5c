"""Every question over several bodies, over the samples."""

from collections.abc import Iterator

import pytest

from bot.types import Ask
from index.settings import DATA_DIR
from tests.questions.golden import HERE, Golden, fault, read_goldens
from tests.questions.test_golden import answered, opened

TODAY, GOLDENS = read_goldens(HERE / "bodies.txt")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    yield from opened(tmp_path_factory.mktemp("bodies"), DATA_DIR / "samples", TODAY)


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.id)
def test_a_question_over_several_bodies(ask: Ask, golden: Golden) -> None:
    answer = answered(ask, golden)
    assert fault(answer, golden.expected) is None, answer.text
