from decimal import Decimal

import pytest

from bot.queries import Operation
from bot.types import Route
from index import Corpus
from tests.bot.answer.held import (
    APPLICANTS,
    LIUHE,
    QINGXI,
    TOWNS,
    ask,
    ids,
    numbers,
    shown,
    towns,
)


@pytest.mark.parametrize(
    ("metric", "fields", "value"),
    [
        ("granted", {"over": ("handled_total",)}, "48.39"),
        ("denied", {}, "25.81"),
        ("review_corrected", {}, "33.33"),
        ("new_received", {"members": ("natural",)}, "66.67"),
        (
            "new_received",
            {"members": ("organisations",), "over": ("new_received",), "over_member": "total"},
            "33.33",
        ),
        ("suits_direct_total", {}, "66.67"),
    ],
)
def test_a_share_is_in_per_cent_with_its_formula(
    corpus: Corpus, metric: str, fields: dict[str, object], value: str
) -> None:
    found = ask(corpus, Operation.SHARE, metric, ids(corpus, LIUHE), **fields)
    assert [(v.value, v.unit, v.status) for v in found.values] == [
        (Decimal(value), "%", "computed")
    ]
    assert found.formula
    assert f"{value}%" in found.text
    assert len(found.used) >= 2


def test_a_share_of_nothing_is_undefined(corpus: Corpus) -> None:
    found = ask(corpus, Operation.SHARE, "granted", ids(corpus, QINGXI))
    assert numbers(found) == [None]
    assert found.route is Route.NUMBERS
    assert any("无法计算" in caveat for caveat in found.caveats)


def test_a_share_over_places_pools_both_sides(corpus: Corpus) -> None:
    found = ask(corpus, Operation.SHARE, "granted", towns(corpus), scope=TOWNS)
    assert shown(found) == [(None, 2024, "granted", "total", 48.39)]


def test_a_share_of_what_is_not_guessed(corpus: Corpus) -> None:
    found = ask(corpus, Operation.SHARE, "penalties", ids(corpus, LIUHE))
    assert (found.route, found.values) == (Route.NONE, ())


def test_a_break_down_has_one_value_a_part_in_the_order_of_the_form(corpus: Corpus) -> None:
    found = ask(corpus, Operation.BREAKDOWN, "denied", ids(corpus, LIUHE))
    assert numbers(found) == [0, 1, 0, 2, 0, 1, 4, 0]
    assert sum(v.value or 0 for v in found.values) == 8
    assert "不予公开合计8件，其中：" in found.text
    assert ("denied", 8) in [(v.metric, v.value) for v in found.used]


def test_applicants_are_the_parts_of_what_was_received(corpus: Corpus) -> None:
    found = ask(corpus, Operation.BREAKDOWN, "new_received", ids(corpus, LIUHE))
    assert {v.member: v.value for v in found.values} == APPLICANTS
    named = ask(
        *(corpus, Operation.BREAKDOWN, "new_received", ids(corpus, LIUHE)),
        members=tuple(APPLICANTS),
        over=("new_received",),
    )
    assert shown(named) == shown(found)


def test_parts_may_be_named_with_their_whole(corpus: Corpus) -> None:
    parts = ["review_upheld", "review_corrected", "review_other", "review_pending"]
    found = ask(corpus, Operation.BREAKDOWN, parts, ids(corpus, LIUHE), over=("review_total",))
    assert numbers(found) == [1, 1, 0, 1]


def test_only_the_largest_part_is_the_value_where_it_was_asked_for(corpus: Corpus) -> None:
    found = ask(corpus, Operation.BREAKDOWN, "denied", ids(corpus, LIUHE), top=1)
    assert [(v.metric, v.value) for v in found.values] == [("denied_case_file", 4)]
    assert "最多的是属于行政执法案卷：4件" in found.text


def test_a_total_without_parts_is_given_alone(corpus: Corpus) -> None:
    found = ask(corpus, Operation.BREAKDOWN, "other", ids(corpus, LIUHE), (2020,))
    assert [(v.metric, v.value) for v in found.values] == [("other", 1)]
    assert "没有列出" in found.text


def test_a_break_down_of_what_is_not_held_is_none(corpus: Corpus) -> None:
    found = ask(corpus, Operation.BREAKDOWN, "denied", ids(corpus, QINGXI))
    assert (found.route, found.reason) == (Route.NONE, "not_reported")
