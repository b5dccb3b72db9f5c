import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ask import examples, make_ask
from bot.types import Ask, Context, Lang, Route
from index import Corpus
from tests.bot.answer.held import LIUHE, fill


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ask")
    with Corpus.open(made, is_writable=True) as written:
        fill(written)
    return made


@pytest.fixture(scope="module")
def ask(folder: Path) -> Iterator[Ask]:
    with Corpus.open(folder) as corpus:
        yield make_ask(corpus, today=_today, lang=Lang.ZH)


def _today() -> date:
    return date(2025, 6, 1)


def test_a_question_becomes_an_answer_and_something_to_remember(ask: Ask) -> None:
    turn = ask("柳河乡2024年收到多少件政府信息公开申请？", None)
    assert [(v.issuer, v.value) for v in turn.answer.values] == [(LIUHE, 30)]
    assert turn.context.question == "柳河乡2024年收到多少件政府信息公开申请？"
    assert Context.from_json(turn.context.to_json()) == turn.context


def test_a_follow_up_takes_over_what_it_leaves_out(ask: Ask) -> None:
    first = ask("柳河乡2024年收到多少件申请？", None)
    second = ask("那2023年呢", first.context)
    assert [(v.year, v.value) for v in second.answer.values] == [(2023, 24)]
    assert "沿用上文" in second.answer.text


def test_english_is_answered_in_english(ask: Ask) -> None:
    answer = ask("How many applications did 柳河乡 receive in 2024?", None).answer
    assert answer.lang is Lang.EN
    assert [v.value for v in answer.values] == [30]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "？",
            "😀😀",
            "'; drop table facts; --",
            "<b>申请</b>",
            "\x00\x01\x02",
            "\x02申请\x03",
        ),
        *(
            "申" * 5000,
            "2024",
            "柳河乡",
            "…" * 300,
            "a" * 5000,
            "{issuer}",
            "%s%d",
            "\ud800",
            "٣٤٥年",
        ),
    ],
)
def test_any_text_has_an_answer(ask: Ask, text: str) -> None:
    turn = ask(text, None)
    assert turn.answer.text.strip()
    assert isinstance(turn.answer.route, Route)
    assert json.loads(json.dumps(turn.answer.as_json()))["q"] == text
    inner = turn.answer.marked
    assert inner.count("\x02") == inner.count("\x03")


_PIECES = st.sampled_from(
    [
        "柳河乡",
        "2024年",
        "申请",
        "处罚",
        "排名",
        "占比",
        "多少",
        "呢",
        "和",
        "青山县",
        "公开",
        "问题",
        "怎么说",
        "how many",
    ]
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_PIECES | st.text(max_size=6), max_size=8))
def test_pieces_of_questions_in_any_order_have_an_answer(ask: Ask, pieces: list[str]) -> None:
    first = ask("".join(pieces), None)
    again = ask("".join(pieces), first.context)
    for answer in (first.answer, again.answer):
        assert answer.text.strip()
        assert (answer.route is Route.NONE) == (answer.reason is not None)
        assert not (answer.reason and answer.values)
    assert ask("".join(pieces), None).answer == first.answer


@pytest.mark.parametrize("lang", list(Lang))
def test_the_examples_have_an_answer(folder: Path, lang: Lang) -> None:
    with Corpus.open(folder) as corpus:
        brain = make_ask(corpus, today=_today, lang=lang)
        found = examples(corpus, lang)
        assert len(found) == 3
        routes = [brain(question, None).answer for question in found]
    assert all(a.values or a.passages for a in routes), [(a.q, a.text) for a in routes]
    assert all(a.lang is lang for a in routes)


def test_what_is_offered_instead_has_an_answer(ask: Ask) -> None:
    for question in ("柳河乡2021年收到多少件申请", "柳河乡2020年现行有效的规范性文件有几件"):
        refused = ask(question, None).answer
        assert refused.route is Route.NONE
        assert refused.choices
        for choice in refused.choices:
            assert ask(choice.q, None).answer.values, choice.q


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    with Corpus.open(tmp_path) as corpus:
        answer = make_ask(corpus, today=_today, lang=Lang.ZH)("柳河乡2024年申请", None).answer
        assert (answer.route, answer.reason) == (Route.NONE, "empty_store")
        assert "nianbao ingest" in answer.text
        assert examples(corpus, Lang.ZH) == ()


_CHILD = """
import sys
from datetime import date
from pathlib import Path
from bot.ask import make_ask
from bot.types import Lang
from index import Corpus
with Corpus.open(Path(sys.argv[1])) as corpus:
    ask = make_ask(corpus, today=lambda: date(2025, 6, 1), lang=Lang.ZH)
    for question in sys.argv[2:]:
        assert ask(question, None).answer.route.value == "numbers", question
heavy = ("torch", "sentence_transformers", "chromadb", "telegram", "numpy", "pypinyin")
print([name for name in heavy if name in sys.modules])
"""


def test_the_path_of_a_number_loads_nothing_heavy(folder: Path) -> None:
    questions = ("柳河乡2024年收到多少件申请", "青山县各乡镇2024年处罚排名", "柳河乡公开率是多少")
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(folder), *questions],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "[]", done.stderr
