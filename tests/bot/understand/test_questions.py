"""Questions and the queries that they are, over invented holdings: a table a kind of question."""

from pathlib import Path

import pytest

from bot.queries import Clarification, PassageQuery, Refusal
from tests.bot.understand.holdings import ask, shown

TABLES = Path(__file__).parent / "questions"


def rows_of(table: str) -> list[tuple[str, str]]:
    lines = (TABLES / table).read_text("utf-8").splitlines()
    rows = [line.rsplit(" => ", 1) for line in lines if line and not line.startswith("#")]
    return [(question, expected.strip()) for question, expected in rows]


ALL = [row for table in sorted(TABLES.glob("*.txt")) for row in rows_of(table.name)]


@pytest.mark.parametrize(("question", "expected"), ALL, ids=[row[0] for row in ALL])
def test_a_question_is_understood(question: str, expected: str) -> None:
    *before, last = question.split(" >> ")
    assert shown(ask(last, *before)) == expected


NOTHING_SAID = [*rows_of("nothing_said.txt"), *rows_of("english_nothing_said.txt")]


def test_enough_is_asked_that_must_get_no_number() -> None:
    assert len(NOTHING_SAID) >= 80
    assert len(ALL) >= 400


def test_what_is_offered_instead_leads_somewhere() -> None:
    for question, _ in NOTHING_SAID:
        query = ask(question)
        if isinstance(query, PassageQuery) and query.otherwise is not None:
            query = query.otherwise
        assert isinstance(query, (Clarification, Refusal))
        for choice in query.choices:
            found = ask(choice.q, lang=query.asked.lang)
            assert not isinstance(found, (Clarification, Refusal)), (choice, shown(found))


def test_a_complete_question_takes_nothing_from_the_turn_before() -> None:
    for question, expected in ALL:
        is_of_bodies = "newest" in expected and ("@all" in expected or "@已收录" in expected)
        if " >> " in question or expected.startswith(_LEANING) or is_of_bodies:
            continue  # 哪些乡镇申请不足10件: those of the county that was spoken of
        assert shown(ask(question, "白马渡镇2018年行政处罚多少次")) == expected


_LEANING = ("none", "clarify", "help", "term", "catalog")
