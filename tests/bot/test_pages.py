from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answer import answer
from bot.ask import make_ask
from bot.pages import asks_for_next, next_page, split_page
from bot.queries import Asked, PassageQuery
from bot.types import Answer, Lang, Route
from index import Corpus
from tests.index.digests import digest

BODIES = 23


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """Towns that all write of a disclosure corner, each in words of its own."""
    folder: Path = tmp_path_factory.mktemp("pages")
    with Corpus.open(folder, is_writable=True) as written:
        for body in range(BODIES):
            prose = (
                f"存在的问题：第{body}村的政务公开专区设备老旧，群众查阅不便，资料摆放{body}处。"
            )
            name = f"虚构{body:02}乡人民政府"
            written.save(
                digest({}, name=name, region="虚构省/虚构市/青山县", prose=prose, file=f"{body}"),
                is_flushed=False,
            )
        written.flush()
    with Corpus.open(folder) as read:
        yield read


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("哪些单位提到政务公开专区，第2页", ("哪些单位提到政务公开专区", 2)),
        ("哪些单位提到政务公开专区？，第 13 页？", ("哪些单位提到政务公开专区？", 13)),
        (
            "What did others write about corners, page 3",
            ("What did others write about corners", 3),
        ),
        ("第2页", ("第2页", 1)),
        ("报告第1页写了什么", ("报告第1页写了什么", 1)),
    ],
)
def test_a_page_stands_at_the_end_of_a_question(question: str, expected: tuple[str, int]) -> None:
    assert split_page(question) == expected


def test_the_next_page_counts_on() -> None:
    assert next_page("谁提到专区？", Lang.ZH) == "谁提到专区，第2页"
    assert next_page("谁提到专区，第2页", Lang.ZH) == "谁提到专区，第3页"
    assert next_page("Who says it?", Lang.EN) == "Who says it, page 2"


def shown(found: Answer) -> list[str]:
    """Whose words stand in the text."""
    return [line.rpartition("（")[2][:4] for line in found.text.splitlines() if line[:1] == "“"]


@pytest.mark.parametrize("mode", ["mention", "others", "quote"])
def test_pages_together_show_all_once(many: Corpus, mode: str) -> None:
    issuers = tuple(issuer.id for issuer in many.holdings().issuers)
    said: list[str] = []
    for page in range(1, 9):
        asked = Asked("谁提到政务公开专区" + (f"，第{page}页" if page > 1 else ""), Lang.ZH)
        query = PassageQuery(asked, "政务公开专区", mode, issuers, page=page)
        found = answer(query, many)
        said += shown(found)
        if not found.choices:
            break
        (choice,) = found.choices
        assert choice.q == f"谁提到政务公开专区，第{page + 1}页"
        assert choice.label.startswith("再看")
    assert len(said) == len(set(said)) == BODIES
    beyond = answer(PassageQuery(asked, "政务公开专区", mode, issuers, page=page + 1), many)
    assert (beyond.route, beyond.text) == (Route.NONE, "没有更多了。")


def test_the_question_on_a_button_gives_the_next_page(many: Corpus) -> None:
    ask = make_ask(many, today=lambda: date(2025, 6, 1), lang=Lang.ZH)
    first = ask("哪些单位提到政务公开专区", None)
    assert first.answer.route is Route.PASSAGES
    (choice,) = first.answer.choices
    second = ask(choice.q, first.context).answer
    assert second.q == choice.q
    assert second.route is Route.PASSAGES
    assert not set(shown(first.answer)) & set(shown(second))


@pytest.mark.parametrize(
    ("said", "is_next"),
    [
        ("还有呢", True),
        ("下一页", True),
        ("好，更多", True),
        ("再看 10 条", True),
        ("show more", True),
        ("next page?", True),
        ("还有谁", False),
        ("还有哪些单位提到培训", False),
        ("more applications than in 2023?", False),
    ],
)
def test_what_asks_for_the_next_page_is_told_from_other_questions(
    said: str, is_next: bool
) -> None:
    assert asks_for_next(said) is is_next


def test_a_talk_goes_on_with_the_next_page(many: Corpus) -> None:
    ask = make_ask(many, today=lambda: date(2025, 6, 1), lang=Lang.ZH)
    first = ask("哪些单位提到政务公开专区", None)
    second = ask("还有呢", first.context)
    third = ask("下一页", second.context)
    turns = (first, second, third)
    seen = [{(q.issuer, q.year) for q in turn.answer.passages} for turn in turns]
    assert second.answer.q == "还有呢"
    assert all(f"虚构{number:02}" in turns[number // 10].answer.text for number in range(BODIES))
    assert all(seen)


def test_where_no_list_was_shown_nothing_goes_on(many: Corpus) -> None:
    ask = make_ask(many, today=lambda: date(2025, 6, 1), lang=Lang.ZH)
    assert ask("还有呢", None).answer.route is Route.NONE
    hello = ask("你好", None)
    assert ask("还有呢", hello.context).answer.route is Route.NONE
