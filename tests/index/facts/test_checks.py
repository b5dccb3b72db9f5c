from decimal import Decimal

import pytest

from index.facts.checks.identities import check_facts, with_scan_status
from index.types import Era, Fact, Finding, Status, UnmappedRow
from tests.index.facts.forms import cell, changed, table_four, table_three
from tests.index.facts.reports import report

TOWN = report({1: "正文"})
RIGHT = (
    *table_three(
        {
            "new_received": 12,
            "carried_in": 3,
            "granted": 8,
            "partial": 1,
            "denied_query": 2,
            "refused_mass": 1,
            "refused_publication": 1,
            "handled_total": 13,
            "carried_out": 2,
        },
        {"new_received": 4, "granted": 4, "handled_total": 4},
    ),
    *table_four([1, 0, 2, 0, 3, 0, 0, 0, 0, 0, 1, 1, 0, 0, 2]),
)


def _broken(findings: tuple[Finding, ...]) -> dict[str, list[Finding]]:
    told: dict[str, list[Finding]] = {}
    for finding in findings:
        if not finding.is_holding:
            told.setdefault(finding.rule, []).append(finding)
    return told


def test_what_holds_is_one_finding_for_each_identity() -> None:
    findings = check_facts(TOWN, RIGHT)
    assert [(f.rule, f.is_holding) for f in findings] == [
        ("I1", True),
        ("I2", True),
        ("I3", True),
        ("I5", True),
    ]
    assert "7 列全部成立" in findings[0].message
    assert "25 行全部成立" in findings[2].message


def test_the_sums_take_in_every_reason_of_every_group() -> None:
    # 行政查询事项 belongs to 不予公开, 大量反复 and 出版物 to 不予处理: none may be left out.
    for metric in ("denied_query", "refused_mass", "refused_publication"):
        wrong = changed(RIGHT, {(metric, "natural"): 7, (metric, "total"): 7})
        told = _broken(check_facts(TOWN, wrong))
        assert {f.cells[-1].column for f in told["I2"]} == {"自然人", "总计"}, metric


def test_a_failed_identity_says_by_how_much_in_which_cells_and_words() -> None:
    wrong = changed(RIGHT, {("carried_out", "natural"): 3, ("carried_out", "total"): 3})
    told = _broken(check_facts(TOWN, wrong))
    assert set(told) == {"I1"}
    first = told["I1"][0]
    assert first.message == (
        "“自然人”一列：本年新收 12 + 上年结转 3 = 15，办理结果总计 13 + 结转下年 3 = 16，相差 1。"
    )
    assert (first.left, first.right) == (Decimal(15), Decimal(16))
    assert [(c.table, c.column) for c in first.cells] == [(3, "自然人")] * 4
    assert [f.message.partition("：")[0] for f in told["I1"]] == ["“自然人”一列", "“总计”一列"]


@pytest.mark.parametrize(
    ("metric", "member", "wrong", "right"),
    [
        ("granted", "natural", 9, 8),
        ("handled_total", "total", 71, 17),
        ("new_received", "enterprise", 0, 4),
        ("denied_law", "ngo", 1, 0),
        ("carried_in", "total", 30, 3),
    ],
)
def test_the_one_cell_that_explains_everything_is_named_and_left_as_it_is(
    metric: str, member: str, wrong: int, right: int
) -> None:
    facts = changed(RIGHT, {(metric, member): wrong})
    findings = check_facts(TOWN, facts)
    (suspect,) = _broken(findings)["suspect_cell"]
    place = next(f for f in facts if (f.metric, f.member) == (metric, member))
    assert [(c.row, c.column) for c in suspect.cells] == [(place.row, place.column)]
    assert (suspect.left, suspect.right) == (wrong, right)
    assert f"若为 {right} 则全部成立" in suspect.message
    assert place.value == wrong


def test_no_cell_is_named_where_several_could_be_wrong() -> None:
    one = changed(RIGHT, {("review_total", "total"): 9})
    two = changed(RIGHT, {("granted", "natural"): 9, ("partial", "enterprise"): 5})
    for facts in (one, two):
        told = _broken(check_facts(TOWN, facts))
        assert told
        assert "suspect_cell" not in told


def test_what_cannot_be_computed_is_not_checked() -> None:
    facts = changed(RIGHT, {("granted", "natural"): None, ("review_other", "total"): None})
    findings = check_facts(TOWN, facts)
    assert not _broken(findings)
    said = {f.rule: f.message for f in findings}
    assert "6 列" in said["I2"]
    assert "24 行" in said["I3"]
    assert "2 组" in said["I5"]


def test_the_older_form_has_one_row_for_other_handling() -> None:
    facts = table_three(
        {"new_received": 5, "granted": 3, "other": 2, "handled_total": 5}, is_e2=True
    )
    findings = check_facts(report({1: ""}, era=Era.E2, year=2020), facts)
    assert [(f.rule, f.is_holding) for f in findings] == [("I1", True), ("I2", True), ("I3", True)]
    wrong = changed(facts, {("other", "natural"): 1, ("other", "total"): 1})
    assert set(_broken(check_facts(TOWN, wrong))) == {"I2"}


def test_a_block_of_table_four_that_does_not_add_up_is_told() -> None:
    facts = changed(RIGHT, {("suits_after_total", "total"): 3})
    (finding,) = _broken(check_facts(TOWN, facts))["I5"]
    assert (
        finding.message == "“复议后起诉”：四种结果相加 1 + 1 + 0 + 0 = 2，总计填的是 3，相差 1。"
    )


def test_the_annex_adds_up_by_its_own_sums() -> None:
    figures = {
        "new_received": 9,
        "n_app_person": 2,
        "n_app_fax": 0,
        "n_app_online": 6,
        "n_app_letter": 1,
        "handled_total": 9,
        "handled_on_time": 8,
        "handled_extended": 0,
    }
    facts = [cell(1, metric, value) for metric, value in figures.items()]
    findings = check_facts(report({1: ""}, era=Era.E1, year=2016), facts)
    assert [(f.rule, f.is_holding) for f in findings] == [("E1a", True), ("E1a", False)]
    assert "分项相加 8 + 0 = 8，总计填的是 9" in findings[1].message


def test_what_the_annex_lacks_may_stand_in_a_row_of_a_local_form() -> None:
    figures = {
        "new_received": 9,
        "n_app_person": 2,
        "n_app_fax": 0,
        "n_app_online": 5,
        "n_app_letter": 1,
    }
    facts = [cell(1, metric, value) for metric, value in figures.items()]
    told = report({1: ""}, era=Era.E1, year=2016)
    assert set(_broken(check_facts(told, facts))) >= {"E1a"}
    extra = UnmappedRow(1, "5.电子邮件申请数", ("件", "1"))
    assert _broken(check_facts(told, facts, (extra,))) == {}
    other = UnmappedRow(1, "5.电子邮件申请数", ("件", "3"))
    assert set(_broken(check_facts(told, facts, (other,)))) >= {"E1a"}


def test_a_report_without_tables_has_nothing_to_check() -> None:
    said = Fact("n_proactive", Decimal(5), "5条", Status.REPORTED, 1, sentence="公开5条。")
    assert check_facts(TOWN, [said]) == ()


# Scans


def _statuses(
    facts: list[Fact] | tuple[Fact, ...], form: str = "scan"
) -> dict[int | None, set[str]]:
    told: dict[int | None, set[str]] = {}
    for fact in with_scan_status(report({1: ""}, form=form), facts):
        told.setdefault(fact.table, set()).add(fact.status.value)
    return told


def test_a_scan_is_unverified_until_its_tables_close() -> None:
    facts = (*RIGHT, cell(2, "licences", 5))
    assert _statuses(facts) == {2: {"unverified"}, 3: {"reported"}, 4: {"reported"}}
    wrong = changed(facts, {("granted", "natural"): 9})
    assert _statuses(wrong)[3] == {"unverified"}
    unread = changed(facts, {("review_pending", "total"): None})
    assert _statuses(unread)[4] == {"unverified", "unreadable"}
    short = [f for f in facts if f.metric != "denied_law"]
    assert _statuses(short)[3] == {"unverified"}


def test_what_is_no_scan_stays_as_it_is() -> None:
    assert _statuses(RIGHT, form="pdf") == {3: {"reported"}, 4: {"reported"}}


def test_empty_cells_are_named_where_a_sum_fails() -> None:
    facts = [
        f._replace(status=Status.BLANK, raw="") if f.metric == "refused_repeat" else f
        for f in table_three({"new_received": 3, "granted": 2, "handled_total": 3})
    ]
    failed = [f for f in check_facts(report({}), facts) if f.rule == "I2" and not f.is_holding]
    assert failed
    assert all(any("重复申请" in c.row for c in finding.cells) for finding in failed)
