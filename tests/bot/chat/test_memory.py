"""chats.db: what is remembered, across restarts, for 30 days, and not after /forget."""

import sqlite3
import threading
from pathlib import Path

import pytest

from bot.chat.memory import KEPT_SECONDS, Asked, Kept, Memory
from bot.types import Answer, Choice, Context, Lang, Route, Turn
from index.errors import StoreError, StoreTooNew
from tests.bot.chat.brain import QUOTE, SOURCE


def turn(question: str, lang: Lang = Lang.ZH) -> Turn:
    answer = Answer(
        question,
        Route.NUMBERS,
        lang,
        "12件",
        choices=(Choice("甲", "甲？"),),
        sources=(SOURCE,),
        passages=(QUOTE,),
    )
    return Turn(Context(question, '{"year": 2024}'), answer)


def test_a_restart_forgets_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new" / "chats.db"
    first = Memory.open(path)
    number = first.remember(1, 10, "问", turn("问", Lang.EN))
    first.close()
    again = Memory.open(path)
    assert again.context(1) == Context("问", '{"year": 2024}')
    assert again.lang(1) is Lang.EN
    assert again.kept(1, number) == Kept(Lang.EN, (Choice("甲", "甲？"),), (SOURCE,), (QUOTE,))
    again.close()


def test_chats_know_nothing_of_each_other(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "chats.db")
    number = memory.remember(1, 10, "问", turn("问"))
    assert memory.context(2) is None
    assert memory.lang(2) is None
    assert memory.kept(2, number) is None
    assert memory.asked(2, 10) is None
    memory.close()


def test_an_edited_question_finds_what_stood_before_it(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "chats.db")
    memory.remember(1, 10, "一", turn("一"))
    memory.remember(1, 11, "二", turn("二"))
    memory.remember(1, 12, "三", turn("三"))
    assert memory.asked(1, 10) == Asked("一", None)
    assert memory.asked(1, 11) == Asked("二", turn("一").context)
    memory.remember(1, 11, "二改", turn("二改"))
    assert memory.asked(1, 11) == Asked("二改", turn("一").context)
    memory.close()


def test_an_offer_has_buttons_but_is_no_context(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "chats.db")
    memory.remember(1, 10, "问", turn("问"))
    offer = Kept(Lang.ZH, (Choice("例", "例"),))
    number = memory.offer(1, offer)
    assert memory.kept(1, number) == offer
    assert memory.context(1) == turn("问").context
    memory.close()


def test_rows_older_than_30_days_are_deleted(tmp_path: Path) -> None:
    now = [1_000_000.0]
    memory = Memory.open(tmp_path / "chats.db", clock=lambda: now[0])
    memory.remember(1, 10, "旧", turn("旧"))
    now[0] += KEPT_SECONDS / 2
    memory.remember(2, 10, "新", turn("新"))
    now[0] += KEPT_SECONDS / 2 + 1
    memory.tidy()
    assert (memory.context(1), memory.lang(1)) == (None, None)
    assert memory.context(2) == turn("新").context
    memory.close()
    now[0] += KEPT_SECONDS
    again = Memory.open(tmp_path / "chats.db", clock=lambda: now[0])
    assert again.context(2) is None
    again.close()


def test_forgetting_deletes_the_words_themselves_and_no_number_is_used_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "chats.db"
    memory = Memory.open(path)
    number = memory.remember(1, 10, "一个秘密", turn("一个秘密"))
    memory.remember(2, 10, "别人的", turn("别人的"))
    memory.forget(1)
    assert (memory.context(1), memory.lang(1), memory.kept(1, number)) == (None, None, None)
    assert memory.context(2) is not None
    assert memory.remember(1, 11, "新", turn("新")) > number
    memory.close()
    stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert "一个秘密".encode() not in stored
    assert "别人的".encode() in stored


def test_only_the_last_hundred_turns_of_a_chat_are_kept(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "chats.db")
    other = memory.remember(2, 1, "别人的", turn("别人的"))
    numbers = [memory.remember(1, n, "问", turn("问")) for n in range(103)]
    assert [memory.kept(1, n) is None for n in numbers] == [True] * 3 + [False] * 100
    assert memory.kept(2, other) is not None
    memory.close()


def test_many_sources_are_kept_in_part_and_the_rest_counted() -> None:
    kept = Kept.from_answer(Answer("q", Route.NUMBERS, Lang.ZH, "…", sources=(SOURCE,) * 100))
    assert (len(kept.sources), kept.unlisted) == (60, 40)


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    Memory.open(tmp_path / "chats.db").close()
    assert (tmp_path / "chats.db").stat().st_mode & 0o077 == 0


def test_rows_of_another_version_are_as_good_as_gone(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "chats.db")
    number = memory.remember(1, 10, "问", turn("问"))
    with sqlite3.connect(tmp_path / "chats.db") as db:
        db.execute("""update turns set context = '{"mood": 1}', answer = '{"lang": "zh"}'""")
    db.close()
    assert memory.context(1) is None
    assert memory.kept(1, number) is None
    memory.close()


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    with sqlite3.connect(path) as db:
        db.execute("pragma user_version = 99")
    db.close()
    with pytest.raises(StoreTooNew, match="99"):
        Memory.open(path)


@pytest.mark.parametrize("kind", ["folder", "text", "under a file"])
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "chats.db"
    if kind == "folder":
        path.mkdir()
    elif kind == "text":
        path.write_text("不是数据库" * 100)
    else:
        path.write_text("")
        path = path / "chats.db"
    with pytest.raises(StoreError, match=r"chats\.db"):
        Memory.open(path)


def test_threads_may_share_it(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "chats.db")

    def ask_often(chat: int) -> None:
        for number in range(20):
            memory.remember(chat, number, "问", turn(f"{chat}-{number}"))
            assert memory.context(chat) == turn(f"{chat}-{number}").context

    threads = [threading.Thread(target=ask_often, args=(chat,)) for chat in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [memory.context(chat) for chat in range(4)] == [
        turn(f"{c}-19").context for c in range(4)
    ]
    memory.close()
