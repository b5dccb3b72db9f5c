from decimal import Decimal

import pytest

from bot.queries import Condition, Operation, PlaceScope
from bot.types import Route
from index import Corpus
from tests.bot.answer.held import (
    BAISHI,
    BUREAU,
    COUNTY,
    COUNTY_SCOPE,
    LIUHE,
    QINGXI,
    TOWNS,
    WUSHI,
    ask,
    everybody,
    ids,
    numbers,
    shown,
    towns,
)


def test_a_ranking_is_best_first_and_ties_share_a_rank_in_the_order_of_names(
    corpus: Corpus,
) -> None:
    found = ask(corpus, Operation.RANK, "new_received", towns(corpus), scope=TOWNS)
    assert [(v.issuer, v.value) for v in found.values] == [
        (LIUHE, 30),
        (QINGXI, 30),
        (BAISHI, 0),
    ]
    assert "1. 柳河乡人民政府　30件\n1. 清溪镇人民政府　30件\n3. 白石乡人民政府　0件" in found.text
    assert "缺：乌石镇人民政府" in found.text
    assert found.coverage is not None
    assert found.coverage.as_json() == {"held": 3, "of": None, "missing": [WUSHI]}


@pytest.mark.parametrize(
    ("top", "is_ascending", "expected"),
    [(1, False, [LIUHE, QINGXI]), (2, False, [LIUHE, QINGXI]), (1, True, [BAISHI])],
)
def test_who_ties_with_the_last_asked_for_is_not_cut_off(
    corpus: Corpus, top: int, is_ascending: bool, expected: list[str]
) -> None:
    found = ask(
        *(corpus, Operation.RANK, "new_received", towns(corpus)),
        scope=TOWNS,
        top=top,
        is_ascending=is_ascending,
    )
    assert [v.issuer for v in found.values] == expected


def test_a_consolidated_report_is_not_ranked_or_added_and_that_is_said(corpus: Corpus) -> None:
    for operation in (Operation.RANK, Operation.SUM, Operation.MEAN):
        found = ask(corpus, operation, "penalties", everybody(corpus), scope=COUNTY_SCOPE)
        used = {v.issuer for v in (*found.values, *found.used)}
        assert COUNTY not in used
        assert BUREAU in used
        assert "青山县人民政府的报告是汇总报告" in found.text


def test_it_is_said_too_where_the_scope_came_without_it(corpus: Corpus) -> None:
    rest = [i for i in everybody(corpus) if i not in ids(corpus, COUNTY)]
    found = ask(corpus, Operation.SUM, "penalties", rest, scope=COUNTY_SCOPE)
    assert numbers(found) == [12]
    assert "青山县人民政府的报告是汇总报告" in found.text


def test_what_is_said_of_each_place_by_itself_leaves_nobody_out(corpus: Corpus) -> None:
    found = ask(
        *(corpus, Operation.LIST, "penalties", everybody(corpus)),
        scope=COUNTY_SCOPE,
        condition=Condition(">", Decimal(5)),
    )
    assert [v.issuer for v in found.values] == [COUNTY, LIUHE]


def test_a_sum_over_places_has_no_issuer_and_states_what_it_covers(corpus: Corpus) -> None:
    found = ask(corpus, Operation.SUM, "new_received", towns(corpus), scope=TOWNS)
    assert shown(found) == [(None, 2024, "new_received", "total", 60)]
    assert (found.values[0].region, found.values[0].status) == (None, "computed")
    assert sum((v.value or Decimal(0) for v in found.used), Decimal(0)) == 60
    assert found.coverage is not None
    assert (found.coverage.held, found.coverage.missing) == (3, (WUSHI,))
    assert "青山县各乡镇2024年新收政府信息公开申请合计60件（3个单位）" in found.text


def test_a_sum_with_an_approximate_figure_is_approximate(corpus: Corpus) -> None:
    found = ask(corpus, Operation.SUM, "n_proactive", towns(corpus), scope=TOWNS)
    assert (found.values[0].value, found.values[0].status) == (420, "approximate")
    assert "约420条" in found.text
    assert any("约数" in caveat for caveat in found.caveats)


def test_a_sum_equals_that_of_sql_over_the_same_facts(corpus: Corpus) -> None:
    with corpus.snapshot() as db:
        marks = ",".join(map(str, towns(corpus)))
        (micros,) = db.execute(
            "select sum(f.micros) from facts f join reports r on r.id = f.report_id "
            f"where f.metric like 'denied_%' and r.year = 2024 and r.issuer_id in ({marks})"
        ).fetchone()
    found = ask(corpus, Operation.SUM, "denied", towns(corpus), scope=TOWNS)
    assert found.values[0].value == Decimal(micros) / 1_000_000


def test_one_held_town_is_not_the_county(corpus: Corpus) -> None:
    found = ask(corpus, Operation.SUM, "new_received", ids(corpus, LIUHE), scope=TOWNS)
    assert shown(found) == [(None, 2024, "new_received", "total", 30)]
    assert found.coverage is not None


def test_the_mean_counts_zeros_and_names_the_median(corpus: Corpus) -> None:
    found = ask(corpus, Operation.MEAN, "new_received", towns(corpus), scope=TOWNS)
    assert numbers(found) == [20]
    assert found.formula == "(柳河乡人民政府 30 + 清溪镇人民政府 30 + 白石乡人民政府 0) ÷ 3 = 20件"
    assert "中位数30件" in found.text
    assert "3个单位，含0" in found.text


def test_places_are_counted_and_listed_by_a_condition(corpus: Corpus) -> None:
    none = Condition("=", Decimal(0))
    wanted = ("new_received", towns(corpus))
    counted = ask(corpus, Operation.COUNT, *wanted, scope=TOWNS, condition=none)
    listed = ask(corpus, Operation.LIST, *wanted, scope=TOWNS, condition=none)
    assert [(v.issuer, v.value, v.unit) for v in counted.values] == [(None, 1, "个")]
    assert [v.issuer for v in counted.used] == [BAISHI]
    assert [v.issuer for v in listed.values] == [BAISHI]
    nobody = ask(
        corpus, Operation.LIST, *wanted, scope=TOWNS, condition=Condition(">", Decimal(99))
    )
    assert (nobody.route, nobody.values) == (Route.NUMBERS, ())
    assert "没有" in nobody.text


def test_nothing_is_summed_where_no_report_has_the_number(corpus: Corpus) -> None:
    found = ask(corpus, Operation.SUM, "n_wechat", towns(corpus), scope=TOWNS)
    assert (found.route, found.reason, found.values) == (Route.NONE, "not_reported", ())
    unheld = ask(corpus, Operation.RANK, "new_received", towns(corpus), (2021,), scope=TOWNS)
    assert (unheld.route, unheld.reason) == (Route.NONE, "no_report")


def test_a_rate_over_places_is_computed_from_their_sums(corpus: Corpus) -> None:
    found = ask(corpus, Operation.SUM, "disclosure_rate", towns(corpus), scope=TOWNS)
    assert numbers(found) == [54.84]
    ranked = ask(corpus, Operation.RANK, "disclosure_rate", towns(corpus), scope=TOWNS)
    assert [v.issuer for v in ranked.values] == [LIUHE]  # 0/0 has no rank


def test_a_place_that_has_no_report_is_the_sum_of_its_bodies(corpus: Corpus) -> None:
    rest = [i for i in everybody(corpus) if i not in ids(corpus, COUNTY)]
    scope = PlaceScope(COUNTY_SCOPE.region, (), "青山县", is_whole=True)
    found = ask(corpus, Operation.VALUE, "penalties", rest, scope=scope)
    assert shown(found) == [(None, 2024, "penalties", "total", 12)]


def test_every_place_of_a_scope_is_listed_in_a_comparison(corpus: Corpus) -> None:
    found = ask(corpus, Operation.COMPARE, "new_received", towns(corpus), scope=TOWNS)
    assert numbers(found) == [None, 30, 30, 0]
    assert found.values[0].status == "not_reported"


def test_a_whole_is_never_added_to_its_part(corpus: Corpus) -> None:
    for metrics in (["denied", "denied_law"], ["handled_total", "granted"]):
        found = ask(corpus, Operation.SUM, metrics, ids(corpus, LIUHE))
        assert len(found.values) == 2
        assert any("不再相加" in caveat for caveat in found.caveats)
    both = ask(
        corpus, Operation.SUM, "new_received", ids(corpus, LIUHE), members=["natural", "total"]
    )
    assert len(both.values) == 2


def test_numbers_of_one_report_are_added_where_it_means_something(corpus: Corpus) -> None:
    found = ask(corpus, Operation.SUM, ["licences", "penalties"], ids(corpus, LIUHE))
    assert numbers(found) == [12]
    disputes = ask(corpus, Operation.SUM, ["review_total", "suits_total"], ids(corpus, LIUHE))
    assert numbers(disputes) == [6]
    assert any("重复计算" in caveat for caveat in disputes.caveats)
    mixed = ask(corpus, Operation.SUM, ["licences", "fees_wan"], ids(corpus, LIUHE))
    assert len(mixed.values) == 2


def test_the_share_of_a_place_is_of_the_sum_of_the_others(corpus: Corpus) -> None:
    found = ask(
        *(corpus, Operation.SHARE, "new_received", ids(corpus, LIUHE)),
        over_issuers=towns(corpus),
        over_scope=TOWNS,
    )
    assert shown(found) == [(LIUHE, 2024, "new_received", "total", 50.0)]
    of_county = ask(
        *(corpus, Operation.SHARE, "new_received", ids(corpus, LIUHE)),
        over_issuers=ids(corpus, COUNTY),
    )
    assert numbers(of_county) == [6.0]
    assert "青山县人民政府" in of_county.text
