"""Which table of the form a line belongs to, and which lines belong to none."""

from dataclasses import replace

from index.facts.tables.read import facts_from_tables
from index.types import Era, Section, Table
from tests.index.facts.printed import FOUR, THREE, TWO, lonely, printed, read, values

RIGHT = {table: values(read(), table) for table in (2, 3, 4)}


def _values(rows: tuple[tuple[str, ...], ...]) -> dict[int, dict[str, str]]:
    told = printed(two=rows, three=None, four=None)
    reading = facts_from_tables(told)
    return {table: values(reading, table) for table in (2, 3, 4)}


def test_all_three_tables_in_one_are_told_apart() -> None:
    assert _values((*TWO, *THREE, *FOUR)) == RIGHT
    assert _values(lonely((*TWO, *THREE, *FOUR))) == RIGHT


def test_a_table_cut_by_a_page_goes_on_after_its_heads() -> None:
    told = printed(three=THREE[:15])
    rest = Section(3, "", (Table((*THREE[:3], *THREE[15:])),))
    reading = facts_from_tables(
        replace(told, sections=(*told.sections[:2], rest, told.sections[2]))
    )
    assert {table: values(reading, table) for table in (2, 3, 4)} == RIGHT


def test_foreign_tables_are_left_out() -> None:
    foreign = (
        ("单位", "行政许可", "行政处罚"),
        ("云溪县公安局", "12", "34"),
        ("云溪县教育局", "5", "0"),
    )
    contents = (("一、总体情况", "1"), ("二、主动公开政府信息情况", "2"))
    told = printed()
    extra = Section(1, "一、总体情况", (Table(foreign), Table(contents)))
    reading = facts_from_tables(replace(told, sections=(extra, *told.sections)))
    assert {table: values(reading, table) for table in (2, 3, 4)} == RIGHT


def test_labels_that_stand_in_several_tables_belong_to_their_block() -> None:
    told = _values((*TWO, *THREE, *FOUR))
    assert (told[3]["other_other"], told[3]["handled_total"]) == ("0", "11")
    assert (told[4]["review_other"], told[4]["review_total"]) == ("2", "3")


def test_no_table_at_all_is_three_findings_and_no_number() -> None:
    reading = read(None, None, None)
    assert reading.facts == ()
    assert [f.rule for f in reading.findings] == ["table_missing"] * 3
    assert [f.rule for f in read(None, None, None, era=Era.E1).findings] == ["table_missing"]
