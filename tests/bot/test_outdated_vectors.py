"""A store with another model's vectors: numbers are answered, wording asks for a rebuild."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.ask import make_ask
from bot.types import Ask, Lang, Route
from index import Corpus
from index.corpus.connections import STORE
from tests.bot.answer.held import fill


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    made = tmp_path_factory.mktemp("outdated")
    with Corpus.open(made, is_writable=True) as written:
        fill(written)
    _leave_to_another_model(made / STORE)
    with Corpus.open(made) as corpus:
        yield make_ask(corpus, today=lambda: date(2025, 6, 1), lang=Lang.ZH)


def _leave_to_another_model(path: Path) -> None:
    db = sqlite3.connect(path)
    held = json.loads(db.execute("select value from meta where key = 'vectors'").fetchone()[0])
    held["probe"] = [-x for x in held["probe"]]
    db.execute("update meta set value = ? where key = 'vectors'", (json.dumps(held),))
    db.commit()
    db.close()


def test_a_number_is_answered(ask: Ask) -> None:
    answer = ask("柳河乡2024年收到多少件申请？", None).answer
    assert [v.value for v in answer.values] == [30]


def test_the_number_beside_wording_is_answered(ask: Ask) -> None:
    answer = ask("柳河乡2024年收到多少件申请，关于人手不够怎么说的", None).answer
    assert [v.value for v in answer.values] == [30]
    assert "nianbao rebuild" in answer.text


@pytest.mark.parametrize("question", ["网站更新慢", "柳河乡2024年群众看不懂政策怎么说的"])
def test_wording_asks_for_a_rebuild(ask: Ask, question: str) -> None:
    answer = ask(question, None).answer
    assert (answer.route, answer.reason) == (Route.NONE, "unreadable")
    assert "nianbao rebuild" in answer.text


@pytest.mark.parametrize(
    "question", ["青山县法院2024年收到多少件申请", "柳河乡2024年热线接了多少个电话"]
)
def test_a_number_that_cannot_be_given_is_refused(ask: Ask, question: str) -> None:
    answer = ask(question, None).answer
    assert answer.route is Route.NONE
    assert "rebuild" not in answer.text


def test_the_very_words_are_found(ask: Ask) -> None:
    assert ask("哪些单位提到“公开渠道单一”", None).answer.route is Route.PASSAGES
