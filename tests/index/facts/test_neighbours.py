from collections.abc import Iterable

from index.facts.checks.neighbours import check_years
from index.types import Era, Fact, FoundFact
from tests.index.facts.forms import cell


def _of(year: int, facts: Iterable[Fact], era: Era = Era.E3) -> list[FoundFact]:
    return [FoundFact(year, 1, year, era, fact) for fact in facts]


def _docs(valid: int, issued: int, repealed: int) -> list[Fact]:
    return [
        cell(2, "normdocs_valid", valid),
        cell(2, "normdocs_issued", issued),
        cell(2, "normdocs_repealed", repealed),
    ]


def test_what_was_carried_over_must_arrive_column_by_column() -> None:
    before = [cell(3, "carried_out", 5), cell(3, "carried_out", 4, "natural")]
    after = [cell(3, "carried_in", 5), cell(3, "carried_in", 3, "natural")]
    findings = check_years(_of(2022, before) + _of(2023, after), 2023)
    assert [(f.rule, f.is_holding) for f in findings] == [("Y1", True), ("Y1", False)]
    assert findings[1].message == "“自然人”一列：2022年结转下年 4，2023年上年结转 3，相差 1。"
    assert (findings[1].left, findings[1].right) == (4, 3)


def test_it_is_checked_between_the_two_forms_as_well() -> None:
    facts = _of(2020, [cell(3, "carried_out", 2)], Era.E2) + _of(2021, [cell(3, "carried_in", 2)])
    assert [(f.rule, f.is_holding) for f in check_years(facts, 2021)] == [("Y1", True)]


def test_what_is_in_force_is_what_was_and_was_made_less_what_was_repealed() -> None:
    facts = _of(2022, _docs(32, 5, 1)) + _of(2023, _docs(34, 4, 2)) + _of(2024, _docs(40, 4, 2))
    (held,) = check_years(facts, 2023)
    (broken,) = check_years(facts, 2024)
    assert (held.rule, held.is_holding) == ("Y2", True)
    assert (broken.rule, broken.is_holding, broken.left, broken.right) == ("Y2", False, 36, 40)
    assert "统计口径" in broken.message
    assert {cell.row for cell in broken.cells} == {"行政规范性文件"}


def test_the_numbers_of_another_form_are_not_compared() -> None:
    facts = _of(2020, _docs(9, 5, 1), Era.E2) + _of(2021, _docs(34, 4, 2))
    assert check_years(facts, 2021) == ()


def test_items_go_on_from_year_to_year_in_the_older_form() -> None:
    before = [cell(2, "licence_items", 20), cell(2, "licence_items_change", -3)]
    after = [cell(2, "licence_items", 18)]
    (finding,) = check_years(_of(2019, before, Era.E2) + _of(2020, after, Era.E2), 2020)
    assert (finding.rule, finding.is_holding, finding.left, finding.right) == ("Y3", False, 17, 18)


def test_unread_cells_and_years_that_are_missing_say_nothing() -> None:
    unread = _of(2022, [cell(3, "carried_out", None)]) + _of(2023, [cell(3, "carried_in", 2)])
    assert check_years(unread, 2023) == ()
    assert check_years(_of(2021, [cell(3, "carried_out", 2)]), 2023) == ()
    assert check_years([], 2023) == ()
