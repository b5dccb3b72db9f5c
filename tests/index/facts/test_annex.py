from dataclasses import replace

import pytest

from index.facts.tables.read import facts_from_tables
from index.facts.tables.reading import TableReading
from index.types import Era, Section, Table
from index.vocabulary.eras import era_of
from tests.index.facts.printed import Rows, lonely, values
from tests.index.facts.reports import report

ANNEX: Rows = (
    ("统计指标", "单位", "统计数"),
    ("一、主动公开情况", "", ""),
    ("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "385"),
    ("其中：主动公开规范性文件数", "条", "4"),
    ("2.政府网站公开政府信息数", "条", "285"),
    ("4.政务微信公开政府信息数", "条", "116"),
    ("三、依申请公开情况", "", ""),
    ("（一）收到申请数", "件", "9"),
    ("1.当面申请数", "件", "2"),
    ("2.传真申请数", "件", "0"),
    ("3.网络申请数", "件", "6"),
    ("4.信函申请数", "件", "1"),
    ("（二）申请办结数", "件", "9"),
    ("四、行政复议数量", "件", "3"),
    ("（一）维持具体行政行为数", "件", "2"),
    ("（二）被依法纠错数", "件", "1"),
    ("（三）其他情形数", "件", "0"),
    ("五、行政诉讼数量", "件", "1"),
    ("（一）维持具体行政行为或者驳回原告诉讼请求数", "件", "0"),
    ("（二）被依法纠错数", "件", "0"),
    ("（三）其他情形数", "件", "1"),
    ("七、依申请公开信息收取的费用", "万元", "0.12"),
)
RIGHT = {
    "n_proactive": "385",
    "n_website": "285",
    "n_wechat": "116",
    "new_received": "9",
    "n_app_person": "2",
    "n_app_fax": "0",
    "n_app_online": "6",
    "n_app_letter": "1",
    "handled_total": "9",
    "review_total": "3",
    "review_upheld": "2",
    "review_corrected": "1",
    "review_other": "0",
    "suits_total": "1",
    "suits_upheld": "0",
    "suits_corrected": "0",
    "suits_other": "1",
    "app_fees_wan": "0.12",
}


def _read(rows: Rows, *, is_grid: bool = False) -> dict[str, str]:
    told = report({1: ""}, era=Era.E1, year=2016)
    section = Section(0, "附表", (Table(rows, is_grid),))
    reading = facts_from_tables(
        type(told)(told.issuer, told.year, told.era, told.title, told.source, (section,))
    )
    return values(reading, 1)


@pytest.mark.parametrize("is_grid", [True, False])
def test_each_row_is_read_by_its_label(is_grid: bool) -> None:
    assert _read(ANNEX, is_grid=is_grid) == RIGHT


def test_one_cell_a_line_is_read_as_well() -> None:
    told = _read(lonely(ANNEX))
    assert told == RIGHT


def test_of_two_columns_the_years_is_taken() -> None:
    rows: Rows = (
        ("指标名称", "计量单位", "本年度", "历年累计"),
        ("主动公开政府信息数", "条", "14", "52"),
        ("收到申请数", "件", "2", "9"),
    )
    assert _read(rows, is_grid=True) == {"n_proactive": "14", "new_received": "2"}


def test_a_year_left_blank_is_not_the_sum_beside_it() -> None:
    rows: Rows = (
        ("统计指标", "单位", "本年度", "历年累计"),
        ("主动公开政府信息数", "条", "14", "52"),
        ("传真申请数", "件", "", "7"),
    )
    assert _read(rows, is_grid=True) == {"n_proactive": "14", "n_app_fax": "0"}
    flowing = (("统计指标 单位 本年度 历年累计",), *(tuple(c for c in row if c) for row in rows))
    assert _read((*rows[:1], *flowing[1:]))["n_app_fax"] == "unreadable"


def test_a_number_with_its_unit_is_no_unit() -> None:
    rows: Rows = (("统计指标", "统计数"), ("收到申请数", "4件"), ("当面申请数", "12 件"))
    assert _read(rows, is_grid=True) == {"new_received": "4", "n_app_person": "12"}


def test_small_tables_of_their_own_for_reviews_and_suits_are_both_read() -> None:
    head = ("统计指标", "单位", "统计数")
    told = report({1: ""}, era=Era.E1, year=2016)
    start = next(i for i, row in enumerate(ANNEX) if row[0].startswith("四、"))
    tables = (ANNEX[:start], (head, *ANNEX[start : start + 4]), (head, *ANNEX[start + 4 :]))
    section = Section(0, "附表", tuple(Table(rows, True) for rows in tables))
    reading = facts_from_tables(
        type(told)(told.issuer, told.year, told.era, told.title, told.source, (section,))
    )
    assert values(reading, 1) == RIGHT


@pytest.mark.parametrize("is_grid", [True, False])
def test_of_columns_by_level_the_sum_is_the_reports(is_grid: bool) -> None:
    rows: Rows = (
        ("统计指标", "单位", "县政府", "部门", "乡镇", "合计"),
        ("主动公开政府信息数", "条", "120", "380", "412", "912"),
        ("收到申请数", "件", "1", "5", "7", "13"),
    )
    told = {"n_proactive": "912", "new_received": "13"}
    assert _read(rows, is_grid=is_grid) == told
    first = tuple((*row[:2], row[-1], *row[2:-1]) for row in rows)
    assert _read(first, is_grid=is_grid) == told
    without = tuple(row[:-1] for row in rows)
    assert set(_read(without, is_grid=is_grid).values()) == {"unreadable"}


@pytest.mark.parametrize(
    "heads", [("2015年", "2016年"), ("2016年度", "2015年度"), ("上年度", "本年度")]
)
@pytest.mark.parametrize("is_grid", [True, False])
def test_of_two_years_the_reports_own_is_taken(heads: tuple[str, str], is_grid: bool) -> None:
    own = heads.index(next(h for h in heads if "2016" in h or "本" in h))
    rows: Rows = (
        ("统计指标", "单位", *heads),
        ("主动公开政府信息数", "条", "380", "412"),
        ("收到申请数", "件", "5", "7"),
    )
    told = _read(rows, is_grid=is_grid)
    assert told == {"n_proactive": ("380", "412")[own], "new_received": ("5", "7")[own]}


@pytest.mark.parametrize("is_grid", [True, False])
def test_a_row_of_a_local_form_is_kept_under_its_own_name(is_grid: bool) -> None:
    rows = (*ANNEX[:12], ("5.电子邮件申请数", "件", "1"), *ANNEX[12:])
    told = report({1: ""}, era=Era.E1, year=2016)
    section = Section(0, "附表", (Table(rows, is_grid),))
    reading = facts_from_tables(replace(told, sections=(section,)))
    assert reading.unmapped[0].row == "5.电子邮件申请数"
    told_of = [cell.row for f in reading.findings if f.rule == "row_unknown" for cell in f.cells]
    assert told_of == ["5.电子邮件申请数"]
    assert values(reading, 1) == RIGHT


@pytest.mark.parametrize("is_grid", [True, False])
def test_rows_that_no_later_form_has_are_kept_as_they_stood(is_grid: bool) -> None:
    rows = (*ANNEX, ("政府公报公开政府信息数", "条", "21"), ("微博微信回应事件数", "次", "3"))
    told = report({1: ""}, era=Era.E1, year=2016)
    section = Section(0, "附表", (Table(rows, is_grid),))
    reading = facts_from_tables(replace(told, sections=(section,)))
    kept = {row.row: row.cells for row in reading.unmapped}
    assert kept["政府公报公开政府信息数"] == ("条", "21")
    assert kept["微博微信回应事件数"] == ("次", "3")
    assert "row_unknown" not in {finding.rule for finding in reading.findings}


def test_a_row_that_ends_with_its_unit_left_its_number_out() -> None:
    rows: Rows = (*ANNEX[:12], (ANNEX[12][0], ANNEX[12][1]), *ANNEX[13:])
    assert _read(rows) == RIGHT | {"handled_total": "0"}


OLDER: Rows = (
    ("指标名称", "代码", "计量单位", "本期实际", "本年累计"),
    ("甲", "乙", "丙", "1", "2"),
    ("主动公开信息数", "01", "条", "40", "186"),
    ("其中：全文电子化的主动公开信息数", "02", "条", "40", "180"),
    ("政府信息公开申请总数", "09", "条", "3", "12"),
    ("其中：1.当面申请数", "10", "条", "1", "5"),
    ("4.网上申请数", "13", "条", "1", "4"),
    ("对申请的答复总数", "16", "条", "3", "12"),
    ("其中：1.同意公开答复数", "17", "条", "2", "9"),
    ("3.不同意公开答复总数", "19", "条", "1", "3"),
    ("（3）免予公开范围1", "22", "条", "0", "1"),
    ("行政复议数", "28", "件", "0", "1"),
    ("行政诉讼数", "29", "件", "0", "0"),
)
OLDER_RIGHT = {
    "n_proactive": "186",
    "new_received": "12",
    "n_app_person": "5",
    "n_app_online": "4",
    "answered_total": "12",
    "granted": "9",
    "denied": "3",
    "review_total": "1",
    "suits_total": "0",
}


def _older(rows: Rows, *, is_grid: bool, text: str = "") -> TableReading:
    told = report({1: text}, era=Era.E0, year=2010)
    section = Section(0, "附表", (Table(rows, is_grid),) if rows else ())
    return facts_from_tables(replace(told, sections=(*told.sections, section)))


@pytest.mark.parametrize("is_grid", [True, False])
def test_the_coded_annex_of_a_province_is_read_for_the_whole_year(is_grid: bool) -> None:
    reading = _older(OLDER, is_grid=is_grid)
    assert values(reading, 1) == OLDER_RIGHT
    assert reading.findings == ()
    assert "（3）免予公开范围1" in {row.row for row in reading.unmapped}


def test_codes_among_lines_are_never_taken_for_numbers() -> None:
    told = values(_older(lonely(OLDER), is_grid=False), 1)
    assert set(told.values()) == {"unreadable"}


def test_a_report_without_an_annex_lacks_one_only_where_it_announces_it() -> None:
    assert _older((), is_grid=True).findings == ()
    (finding,) = _older((), is_grid=True, text="有关数字见附表。").findings
    assert finding.rule == "table_missing"


@pytest.mark.parametrize(("year", "era"), [(2010, Era.E0), (2013, Era.E0), (2016, Era.E1)])
def test_the_annex_of_a_province_is_of_its_time(year: int, era: Era) -> None:
    rows = (
        *OLDER,
        ("3.电子邮件申请数", "12", "条", "0", "1"),
        ("1.当面申请数", "10", "条", "1", "5"),
    )
    assert era_of((Table(rows),), year) is era
    assert era_of((Table(ANNEX),), year) is Era.E1


def test_an_empty_line_behind_a_unit_is_an_empty_cell() -> None:
    lines: list[tuple[str, ...]] = []
    for row in ANNEX:
        lines += [(cell,) for cell in row if cell] if row[1] == "" else [(cell,) for cell in row]
    blank = tuple(("",) if cell == ("0",) else cell for cell in lines)
    told = _read(blank)
    assert told == RIGHT
    gone = tuple(cell for cell in lines if cell != ("0",))
    assert {told for key, told in _read(gone).items() if RIGHT[key] == "0"} == {"unreadable"}


def test_a_line_more_in_each_row_is_that_of_remarks() -> None:
    lines: list[tuple[str, ...]] = [(head,) for head in ("统计指标", "单位", "统计数", "备注")]
    for row in ANNEX[1:]:
        lines += (
            [(cell,) for cell in row if cell] if row[1] == "" else [*((c,) for c in row), ("",)]
        )
    blank = tuple(("",) if cell == ("0",) else cell for cell in lines)
    assert _read(blank) == RIGHT


@pytest.mark.parametrize("number", ["21, 720", "21 720", "21，720"])
def test_blanks_beside_thousands_marks_are_none_between_numbers(number: str) -> None:
    rows: Rows = (("统计指标", "统计数"), ("收到申请数", number), ("当面申请数", "12"))
    assert _read(rows, is_grid=True) == {"new_received": "21720", "n_app_person": "12"}
