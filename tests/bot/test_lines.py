import json
from collections.abc import Sequence

import pytest

from bot.lines import answers, converse
from bot.types import Answer, Ask, Choice, Context, Lang, Route, Turn
from index.errors import StoreError


def echo(question: str, context: Context | None) -> Turn:
    """An answer that says what was asked, and what was asked before it."""
    if question == "broken":
        raise RuntimeError("a defect")
    if question == "locked":
        raise StoreError("正被占用")
    before = context.question if context else "nothing"
    choices = (Choice("甲", "甲的问题"), Choice("乙", "乙的问题")) if question == "哪个" else ()
    answer = Answer(question, Route.HELP, Lang.ZH, f"{question} after {before}", choices=choices)
    return Turn(Context(question), answer)


ASK: Ask = echo


def batch(*objects: object) -> list[bytes]:
    return [json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in objects]


def said(lines: Sequence[bytes]) -> list[str]:
    return [a.text if isinstance(a, Answer) else "error" for a in answers(ASK, lines)]


def test_lines_of_one_chat_are_one_conversation() -> None:
    lines = batch(
        {"q": "1", "chat": "a"},
        {"q": "2", "chat": "b"},
        {"q": "3", "chat": "a"},
        {"q": "4"},
        {"q": "5", "chat": None},
        {"q": "6", "chat": "a"},
    )
    assert said(lines) == [
        "1 after nothing",
        "2 after nothing",
        "3 after 1",
        "4 after nothing",
        "5 after nothing",
        "6 after 3",
    ]


def test_a_chat_may_be_a_number_and_is_not_the_text_of_it() -> None:
    lines = batch({"q": "1", "chat": 7}, {"q": "2", "chat": "7"}, {"q": "3", "chat": 7})
    assert said(lines) == ["1 after nothing", "2 after nothing", "3 after 1"]


@pytest.mark.parametrize(
    "line",
    [
        b"not json\n",
        b"\n",
        b"[]\n",
        b'"q"\n',
        b'{"question": "1"}\n',
        b'{"q": 5}\n',
        b'{"q": null}\n',
        b'{"q": "1", "chat": ["a"]}\n',
        b'{"q": "\xff"}\n',
        b"[" * 100_000 + b"\n",
    ],
    ids=["text", "blank", "list", "string", "no q", "number", "null", "chat", "bytes", "deep"],
)
def test_a_line_that_is_no_question_is_an_error_in_its_place(line: bytes) -> None:
    lines = [*batch({"q": "1", "chat": "a"}), line, *batch({"q": "2", "chat": "a"})]
    assert said(lines) == ["1 after nothing", "error", "2 after 1"]


@pytest.mark.parametrize(
    ("question", "told"), [("broken", "RuntimeError"), ("locked", "正被占用")]
)
def test_a_question_that_fails_costs_no_other(question: str, told: str) -> None:
    lines = batch({"q": "1", "chat": "a"}, {"q": question, "chat": "a"}, {"q": "2", "chat": "a"})
    _, error, after = answers(ASK, lines)
    assert isinstance(error, str)
    assert told in error
    assert isinstance(after, Answer)
    assert after.text == "2 after 1"


def talk(*questions: str) -> list[str]:
    heard: list[str] = []
    converse(ASK, questions, lambda answer: heard.append(answer.text))
    return heard


def test_a_talk_remembers_its_last_question_and_passes_over_blank_lines() -> None:
    assert talk("1\n", " \n", "2") == ["1 after nothing", "2 after 1"]


def test_the_number_of_a_choice_stands_for_its_question() -> None:
    assert talk("哪个", "2", "2") == [
        "哪个 after nothing",
        "乙的问题 after 哪个",
        "2 after 乙的问题",
    ]


@pytest.mark.parametrize("word", ["退出", "exit", "QUIT"])
def test_a_word_ends_the_talk(word: str) -> None:
    assert talk("1", word, "2") == ["1 after nothing"]
