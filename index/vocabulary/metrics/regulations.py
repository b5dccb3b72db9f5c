"""Table two: rules, licences, penalties, fees. Labels from 国办公开办函〔2021〕30号 (E3), 〔2019〕60号 (E2)."""

from index.types import Era, Metric

_E2, _E3, _BOTH = (Era.E2,), (Era.E3,), (Era.E2, Era.E3)
_MADE = "2019—2020年为“本年新制作数量”，2021年起为“本年制发件数”。"
_RULES = ("规章",)
_NORMDOCS = ("行政规范性文件", "规范性文件")
_LICENCE = ("行政许可",)
_SERVICE = ("其他对外管理服务事项",)
_PENALTY = ("行政处罚",)
_COERCION = ("行政强制",)
_FEE = ("行政事业性收费",)
_PROCUREMENT = ("政府集中采购",)
_MADE_COLUMNS = ("本年制发件数", "本年新制作数量")
_DECISIONS = ("本年处理决定数量", "处理决定数量")
_ITEMS, _CHANGE = ("上一年项目数量",), ("本年增/减",)


def _row(
    key: str,
    label: str,
    english: str,
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    eras: tuple[Era, ...],
    unit: str = "件",
    caveat: str | None = None,
) -> Metric:
    return Metric(
        key, label, english, unit, eras, 2, 2, rows=rows, columns=columns, caveat=caveat
    )


REGULATIONS: tuple[Metric, ...] = (
    _row("rules_issued", "规章本年制发件数", "rules issued this year", _RULES, _MADE_COLUMNS, _BOTH, caveat=_MADE),
    _row("rules_repealed", "规章本年废止件数", "rules repealed this year", _RULES, ("本年废止件数",), _E3),
    _row("rules_valid", "规章现行有效件数", "rules in force", _RULES, ("现行有效件数",), _E3),
    _row("normdocs_issued", "行政规范性文件本年制发件数", "normative documents issued this year", _NORMDOCS, _MADE_COLUMNS, _BOTH, caveat=_MADE),
    _row("normdocs_repealed", "行政规范性文件本年废止件数", "normative documents repealed this year", _NORMDOCS, ("本年废止件数",), _E3),
    _row("normdocs_valid", "行政规范性文件现行有效件数", "normative documents in force", _NORMDOCS, ("现行有效件数",), _E3),
    _row("licences", "行政许可处理决定数量", "administrative licence decisions", _LICENCE, _DECISIONS, _BOTH),
    _row("services", "其他对外管理服务事项处理决定数量", "decisions on other public services", _SERVICE, _DECISIONS, _E2),
    _row("penalties", "行政处罚处理决定数量", "administrative penalty decisions", _PENALTY, _DECISIONS, _BOTH),
    _row("coercions", "行政强制处理决定数量", "administrative coercion decisions", _COERCION, _DECISIONS, _BOTH),
    _row("fees_wan", "行政事业性收费金额", "administrative fees charged", _FEE, ("本年收费金额",), _E3, "万元"),
    _row("rules_published", "规章本年新公开数量", "rules newly published", _RULES, ("本年新公开数量",), _E2),
    _row("rules_public_total", "规章对外公开总数量", "rules published in total", _RULES, ("对外公开总数量",), _E2),
    _row("normdocs_published", "规范性文件本年新公开数量", "normative documents newly published", _NORMDOCS, ("本年新公开数量",), _E2),
    _row("normdocs_public_total", "规范性文件对外公开总数量", "normative documents published in total", _NORMDOCS, ("对外公开总数量",), _E2),
    _row("licence_items", "行政许可上一年项目数量", "licence items of the previous year", _LICENCE, _ITEMS, _E2, "项"),
    _row("licence_items_change", "行政许可项目本年增/减", "change in licence items", _LICENCE, _CHANGE, _E2, "项"),
    _row("service_items", "其他对外管理服务事项上一年项目数量", "service items of the previous year", _SERVICE, _ITEMS, _E2, "项"),
    _row("service_items_change", "其他对外管理服务事项本年增/减", "change in service items", _SERVICE, _CHANGE, _E2, "项"),
    _row("penalty_items", "行政处罚上一年项目数量", "penalty items of the previous year", _PENALTY, _ITEMS, _E2, "项"),
    _row("penalty_items_change", "行政处罚项目本年增/减", "change in penalty items", _PENALTY, _CHANGE, _E2, "项"),
    _row("coercion_items", "行政强制上一年项目数量", "coercion items of the previous year", _COERCION, _ITEMS, _E2, "项"),
    _row("coercion_items_change", "行政强制项目本年增/减", "change in coercion items", _COERCION, _CHANGE, _E2, "项"),
    _row("fee_items", "行政事业性收费上一年项目数量", "fee items of the previous year", _FEE, _ITEMS, _E2, "项"),
    _row("fee_items_change", "行政事业性收费项目本年增/减", "change in fee items", _FEE, _CHANGE, _E2, "项"),
    _row("procurement_projects", "政府集中采购项目数量", "central procurement projects", _PROCUREMENT, ("采购项目数量",), _E2, "个"),
    _row("procurement_amount_yuan", "政府集中采购总金额", "central procurement amount", _PROCUREMENT, ("采购总金额",), _E2, "元"),
)

# Pieces of column heads that no other head of table two contains (V53, V66).
COLUMN_FRAGMENTS: dict[str, str] = {
    "制发": "本年制发件数",
    "废止": "本年废止件数",
    "现行有效": "现行有效件数",
    "新制作": "本年新制作数量",
    "新公开": "本年新公开数量",
    "对外公开总": "对外公开总数量",
    "处理决定": "处理决定数量",
    "收费金额": "本年收费金额",
    "上一年项目": "上一年项目数量",
    "本年增": "本年增/减",
    "采购项目": "采购项目数量",
    "采购总金额": "采购总金额",
    "采购金额": "采购总金额",
}
