"""What holds for any text: one query, quickly, always the same, and a true remembrance."""

import subprocess
import sys
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.queries import Clarification, FactQuery, Refusal, Understood
from bot.types import Context, Lang
from bot.understand.frames import frame_from
from bot.understand.route import understand
from index.types import Holdings
from index.vocabulary.metrics import METRICS
from tests.bot.understand.holdings import HOLDINGS, TODAY, ask, shown

_PIECES = (
    "清水乡", "云溪县", "教育局", "2024年", "去年", "收到", "申请", "多少", "占比", "最多",
    "哪些", "乡镇",
    "不", "吗", "和", "、", "，", " ", "企业", "结转", "how many", "applications", "in",
    "Qingshui",
    "2023", "超过100件", "前三名", "全县", "呢", "报告里怎么说", "问题", "<b>", "';--", "\x00",
    "🙂", "其他",
)  # fmt: skip
_HELD_ONE = understand("清水乡2024年收到多少申请", None, HOLDINGS, TODAY, Lang.ZH)


def _read(text: str, before: Understood | None = None) -> Understood:
    context = Context("", before.slots) if before else None
    return understand(text, context, HOLDINGS, TODAY, Lang.ZH)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_understood_somehow_and_gives_no_number(text: str) -> None:
    assert isinstance(_read(text), Understood)
    assert not isinstance(_read(text, _HELD_ONE).query, FactQuery) or any(
        c.isalnum() for c in text
    )


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=9).map("".join))
def test_any_mixture_of_words_is_understood_the_same_each_time(text: str) -> None:
    first = _read(text, _HELD_ONE)
    assert first == _read(text, _HELD_ONE)
    assert first.slots == "{}" or frame_from(first.slots) is not None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_remembered_text_is_survived(slots: str) -> None:
    assert isinstance(_read("那2023年呢", Understood(_HELD_ONE.query, slots)), Understood)


def test_what_is_remembered_is_read_back_as_it_was() -> None:
    for question in (
        "清水乡2024年自然人申请占比",
        "云溪县哪些局处罚超过50件",
        "清水乡存在什么问题",
    ):
        slots = _read(question).slots
        frame = frame_from(slots)
        assert frame is not None
        assert frame.to_json() == slots


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "😀😀😀", "？？", "\x00\x01", "申" * 5000, "a" * 5000,
        "清水乡2024年收到多少申请" + "啊" * 400,
        "'; drop table facts; --", "<img src=x onerror=alert(1)>", "1", "0x7f", "\u202e多少", "…",
    ],
)  # fmt: skip
def test_nonsense_gets_no_number_even_after_a_good_turn(text: str) -> None:
    start = time.perf_counter()
    found = _read(text, _HELD_ONE)
    assert time.perf_counter() - start < 0.2
    assert isinstance(found.query, Refusal)
    assert found.query.reason in ("unclear", "out_of_scope", "no_metric")
    assert found.slots == _HELD_ONE.slots


def test_an_empty_store_refuses_every_question() -> None:
    found = understand("清水乡2024年收到多少申请", None, Holdings(), TODAY, Lang.ZH).query
    assert isinstance(found, Refusal)
    assert found.reason == "empty_store"


def test_the_order_of_what_is_held_changes_nothing() -> None:
    turned = replace(HOLDINGS, issuers=HOLDINGS.issuers[::-1])
    for question in (
        "清水乡2024年收到多少申请",
        "教育局处罚多少",
        "云溪县住建局许可多少",
        "青石县2024年申请",
    ):
        assert shown(ask(question)) == shown(ask(question, holdings=turned)) or (
            set(ask(question, holdings=turned).issuers) == set(ask(question).issuers)  # type: ignore[union-attr]
        )


def test_a_renamed_body_is_found_by_its_new_name_only() -> None:
    named = replace(HOLDINGS.issuers[7], name="甘泉乡人民政府")
    moved = replace(HOLDINGS, issuers=(*HOLDINGS.issuers[:7], named, *HOLDINGS.issuers[8:]))
    assert shown(ask("甘泉乡2024年收到多少申请", holdings=moved)).startswith("value new_received")
    assert isinstance(ask("清水乡2024年收到多少申请", holdings=moved), (Refusal, Clarification))


def test_only_one_body_is_held_and_none_is_named() -> None:
    alone = Holdings(HOLDINGS.issuers[7:8], 1)
    assert shown(ask("2024年收到多少申请", holdings=alone)) == "value new_received @清水乡 2024"


@pytest.mark.parametrize("metric", METRICS, ids=[metric.key for metric in METRICS])
def test_every_metric_is_found_by_its_own_labels(metric: object) -> None:
    found = next(m for m in METRICS if m is metric)
    if found.key == "answered_total":
        pytest.skip("申请答复数 is what people call the applications handled")
    for question in (
        f"临江市2024年{found.label}是多少",
        f"Linjiang 2024: {found.english}, how many?",
    ):
        assert shown(ask(question)) == f"value {found.key} @临江市 2024"


def test_a_plain_question_loads_no_dictionary() -> None:
    code = (
        "import sys; from tests.bot.understand.holdings import ask;"
        "ask('清水乡2024年收到多少申请');"
        "print([m for m in ('pypinyin', 'rapidfuzz', 'torch', 'chromadb') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("How many applications did 清水乡 receive in 2024?", Lang.EN),
        ("qingshui 2024 申请多少", Lang.ZH),
        ("清水乡2024年", Lang.ZH),
        ("Qingshui 2024 licences", Lang.EN),
        ("清水乡GDP", Lang.ZH),
    ],
)
def test_the_language_is_that_of_the_question(question: str, lang: Lang) -> None:
    query = ask(question)
    assert query.asked.lang is lang  # type: ignore[union-attr]


def test_a_correction_is_said() -> None:
    query = ask("石乔镇2024年申请多少")
    assert isinstance(query, FactQuery)
    assert query.asked.corrected == (("石乔镇", "石桥镇"),)


def test_what_was_carried_over_is_said() -> None:
    query = ask("2023年呢", "清水乡2024年收到多少申请")
    assert isinstance(query, FactQuery)
    assert query.asked.carried == ("清水乡人民政府", "本年新收政府信息公开申请数量")


def test_other_readings_are_offered() -> None:
    query = ask("清水乡2024年公开了多少条")
    assert isinstance(query, FactQuery)
    assert [r.metrics for r in query.readings] == [("granted",)]
