"""The tables of an invented report as a reader hands them on: rows of cell texts."""

from dataclasses import replace

from index.facts.tables.read import facts_from_tables
from index.facts.tables.reading import TableReading
from index.text import plain
from index.types import Era, Report, Section, Table
from tests.index.facts.reports import TITLES, report

Rows = tuple[tuple[str, ...], ...]

TWO: Rows = (
    ("第二十条第（一）项", "", "", ""),
    ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
    ("规章", "0", "1", "2"),
    ("行政规范性文件", "5", "3", "42"),
    ("第二十条第（五）项", "", "", ""),
    ("信息内容", "本年处理决定数量", "", ""),
    ("行政许可", "1,234", "", ""),
    ("第二十条第（六）项", "", "", ""),
    ("信息内容", "本年处理决定数量", "", ""),
    ("行政处罚", "56", "", ""),
    ("行政强制", "7", "", ""),
    ("第二十条第（八）项", "", "", ""),
    ("信息内容", "本年收费金额（单位：万元）", "", ""),
    ("行政事业性收费", "12.3456", "", ""),
)
LABELS = """一、本年新收政府信息公开申请数量
二、上年结转政府信息公开申请数量
（一）予以公开
（二）部分公开（区分处理的，只计这一情形，不计其他情形）
1.属于国家秘密
2.其他法律行政法规禁止公开
3.危及“三安全一稳定”
4.保护第三方合法权益
5.属于三类内部事务信息
6.属于四类过程性信息
7.属于行政执法案卷
8.属于行政查询事项
1.本机关不掌握相关政府信息
2.没有现成信息需要另行制作
3.补正后申请内容仍不明确
1.信访举报投诉类申请
2.重复申请
3.要求提供公开出版物
4.无正当理由大量反复申请
5.要求行政机关确认或重新出具已获取信息
1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
3.其他
（七）总计
四、结转下年度继续办理""".splitlines()
# 12 new and 1 carried in, from people and one firm; 11 answered, 2 carried out.
NUMBERS = """10 2 0 0 0 0 12
1 0 0 0 0 0 1
4 1 0 0 0 0 5
1 0 0 0 0 0 1
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
1 0 0 0 0 0 1
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
1 0 0 0 0 0 1
1 0 0 0 0 0 1
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
1 0 0 0 0 0 1
1 0 0 0 0 0 1
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
10 1 0 0 0 0 11
1 1 0 0 0 0 2""".splitlines()
HEADS: Rows = (
    (
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        "申请人情况",
        *[""] * 6,
    ),
    ("", "自然人", "法人或其他组织", *[""] * 4, "总计"),
    ("", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""),
)
THREE: Rows = (
    *HEADS,
    *((label, *numbers.split()) for label, numbers in zip(LABELS, NUMBERS, strict=True)),
)
FOUR: Rows = (
    ("行政复议", *[""] * 4, "行政诉讼", *[""] * 9),
    (*[""] * 5, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4),
    ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3,
    ("1", "0", "2", "0", "3", "0", "0", "0", "0", "0", "1", "1", "0", "0", "2"),
)


def printed(
    two: Rows | None = TWO,
    three: Rows | None = THREE,
    four: Rows | None = FOUR,
    *,
    era: Era = Era.E3,
    is_grid: bool = False,
) -> Report:
    """A report with these tables in their sections; None leaves a table out."""
    tables = {2: two, 3: three, 4: four}
    sections = tuple(
        Section(number, TITLES[number], (Table(rows, is_grid),) if rows else ())
        for number, rows in tables.items()
    )
    return replace(report({}, era=era), sections=sections)


def read(
    two: Rows | None = TWO,
    three: Rows | None = THREE,
    four: Rows | None = FOUR,
    *,
    era: Era = Era.E3,
    is_grid: bool = False,
) -> TableReading:
    """What is read from a report with these tables."""
    return facts_from_tables(printed(two, three, four, era=era, is_grid=is_grid))


def values(reading: TableReading, table: int) -> dict[str, str]:
    """The cells of a table, by metric and member, with what became of them."""
    return {
        f"{f.metric} {f.member}".removesuffix(" total"): (
            f.status.value if f.value is None else plain(f.value)
        )
        for f in reading.facts
        if f.table == table
    }


def with_row(rows: Rows, label: str, *cells: str) -> Rows:
    """The rows with other cells behind a label."""
    assert any(row[0] == label for row in rows)
    return tuple((label, *cells) if row[0] == label else row for row in rows)


def lonely(rows: Rows) -> Rows:
    """One cell a line, empty ones left out (V42)."""
    return tuple((cell,) for row in rows for cell in row if cell)


def tell_rules(reading: TableReading) -> list[str]:
    """The rules of the findings, in order."""
    return [finding.rule for finding in reading.findings]
