import json

import pytest

from index.facts.query import Within, select_facts, select_figures, select_tally
from index.schema import empty_store


@pytest.mark.parametrize(
    ("within", "tables", "where", "parameters"),
    [
        (Within(), "facts f cross join reports r", "f.metric", [["a", "b"]]),
        (
            Within(years=[2024]),
            "reports r cross join facts f",
            "f.metric r.year",
            [["a", "b"], [2024]],
        ),
        (
            Within([1, 2], [2024]),
            "reports r cross join facts f",
            "f.metric r.issuer_id r.year",
            [["a", "b"], [1, 2], [2024]],
        ),
        (Within([]), "reports r cross join facts f", "f.metric r.issuer_id", [["a", "b"], []]),
    ],
)
def test_totals_are_selected_by_metric_or_by_report(
    within: Within, tables: str, where: str, parameters: list[list[object]]
) -> None:
    (sql,) = select_facts(["a", "b"], ["total"], within)
    conditions = " and ".join(
        f"{column} in (select value from json_each(?))" for column in where.split()
    )
    assert sql.text.endswith(f"from {tables} on f.report_id = r.id where {conditions}")
    assert [json.loads(parameter) for parameter in sql.parameters] == parameters


def test_totals_and_parts_come_from_two_tables() -> None:
    totals, parts = select_facts(["a"], ["natural", "total"], Within())
    assert "from facts f" in totals.text
    assert "from splits f" in parts.text
    assert json.loads(parts.parameters[1]) == ["natural"]


def test_no_values_stand_in_the_text() -> None:
    (sql,) = select_facts(["x'; drop table facts; --"], ["total"], Within([7], [2024]))
    assert "drop" not in sql.text
    assert "2024" not in sql.text


@pytest.mark.parametrize("member", ["total", "natural"])
def test_what_is_ranked_over_all_reports_is_read_from_indexes_alone(member: str) -> None:
    db = empty_store()
    within = Within(years=[2024])
    for sql in (select_figures("a", member, within), select_tally("a", ["b"], [member], within)):
        plan = [row[3] for row in db.execute(f"explain query plan {sql.text}", sql.parameters)]
        read = [step for step in plan if step.startswith(("SEARCH", "SCAN r", "SCAN f"))]
        assert len(read) == 2
        assert all("COVERING INDEX" in step for step in read)
    db.close()
