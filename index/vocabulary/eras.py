"""The forms of report by era: the labels that give each away, and the rows each prints."""

from collections.abc import Sequence

from index.types import Era, Table
from index.vocabulary.labels import plain_label

# Pieces of labels that only one form has, without marks; the cited document is no evidence.
_TELLS: dict[Era, tuple[str, ...]] = {
    Era.E3: (
        "本年制发件数",
        "本年废止件数",
        "现行有效件",
        "本年处理决定数量",
        "本年收费金额",
        "逾期不补正",
        "逾期未按收费通知",
        "逾期不缴费",
        "逾期未缴费",
    ),
    Era.E2: (
        "本年新制作数量",
        "本年新公开数量",
        "对外公开总数量",
        "上一年项目数量",
        "本年增减",
        "其他对外管理服务事项",
        "采购项目数量",
        "采购总金额",
    ),
    Era.E1: (
        "统计指标",
        "主动公开政府信息数",
        "主动公开规范性文件数",
        "收到申请数",
        "当面申请数",
        "申请办结数",
        "按时办结数",
        "申请答复数",
        "同意公开答复数",
        "被依法纠错数",
    ),
}
# Labels of the annexes that provinces had of their own before the national one.
_OLDER = ("本期实际", "历年累计", "全文电子化", "电子邮件申请数", "免予公开范围", "不予公开范围")
_FIRST_OF_E1 = 2014
# Rows of table three that stand in the forms of 2019 and of 2021 alike.
_APPLICATIONS = (
    "本年新收政府信息公开申请数量",
    "上年结转政府信息公开申请数量",
    "结转下年度继续办理",
)


def era_of(tables: Sequence[Table], year: int) -> Era:
    """The form that tables follow, by their labels; by the year where they do not tell."""
    labels = _labels_in(tables)
    counts = {era: sum(tell in labels for tell in tells) for era, tells in _TELLS.items()}
    if counts[Era.E3] or counts[Era.E2]:
        return Era.E3 if counts[Era.E3] >= counts[Era.E2] else Era.E2
    if any(row in labels for row in _APPLICATIONS):
        return Era.E3 if year >= 2021 else Era.E2
    if counts[Era.E1] >= 2 and not (year < _FIRST_OF_E1 and any(t in labels for t in _OLDER)):
        return Era.E1
    return era_of_year(year)


def era_of_year(year: int) -> Era:
    """The form that was in force for reports about a year."""
    if year >= 2021:
        return Era.E3
    if year >= 2019:
        return Era.E2
    return Era.E1 if year >= _FIRST_OF_E1 else Era.E0


def _labels_in(tables: Sequence[Table]) -> str:
    cells = {cell for table in tables for row in table.rows for cell in row}
    return "\n".join(plain_label(cell) for cell in cells if 1 < len(cell) < 80)
