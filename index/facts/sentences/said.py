"""Sentences beside tables: what the text says of a figure that a table holds as well."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from index.facts.sentences.split import one_width
from index.facts.sentences.statements import METRIC_SCALE, ZERO, Statement
from index.text import plain
from index.types import Cell, Fact, Finding, Report
from index.vocabulary.metrics import METRIC

_APPLICATIONS = ("new_received", "requests_total")
_OUTCOMES = (
    "granted",
    "partial",
    "denied",
    "unable",
    "refused",
    "other",
    "carried_out",
    "carried_in",
)
_DISPUTES = ("review_total", "suits_total")
_DOCUMENTS = ("normdocs_issued", "normdocs_repealed", "normdocs_valid")
_RULE = {
    **dict.fromkeys(_OUTCOMES, "N2"),
    **dict.fromkeys(_DISPUTES, "N3"),
    **dict.fromkeys(_DOCUMENTS, "N4"),
}
_IN_WAN = re.compile(r"\d(?:[.．](?P<decimals>\d+))?\s*万")
_FEE_PART = re.compile(r"(\d+)件，(?:共)?收取(?:了)?(?:信息处理费)?(?:共)?([\d,.]+)元")


def check_said(
    statements: Sequence[Statement], facts: Sequence[Fact], report: Report
) -> tuple[Finding, ...]:
    """Where the text repeats a figure of a table: whether it is the same."""
    values = {f.metric: f.value for f in facts if f.member == "total" and f.value is not None}
    places = {f.metric: f for f in facts if f.member == "total"}
    found: list[Finding] = []
    for statement in statements:
        if statement.part or statement.is_approximate:
            continue
        if statement.metric in METRIC_SCALE:  # 0.15万元 are told in yuan, the annex in 万元
            scaled = statement.value / METRIC_SCALE[statement.metric]
            statement = replace(statement, value=scaled)
        finding = _beside_table(statement, values, places)
        if finding is not None:
            found.append(finding)
    found += _published_parts(statements)
    found += _fee_parts(statements, report)
    found += _growth(statements)
    return _brief(found)


def _beside_table(
    said: Statement, values: dict[str, Decimal], places: dict[str, Fact]
) -> Finding | None:
    metric = said.metric
    if metric in _APPLICATIONS:
        return _received(said, values, places)
    rule = _RULE.get(metric)
    printed = _value(metric, values)
    if printed is None:
        return None
    if rule is None:
        if metric not in places:
            return None
        rule = "said_differs"
    label = METRIC[metric].label
    is_same = _is_same(said, printed)
    note = "（正文可能只计当年备案或收到的案件）" if rule == "N3" else ""
    message = f"正文与表格一致：{label} {plain(printed)}。"
    if not is_same:
        message = (
            f"正文写“{said.raw}”，表格中{label}为 {plain(printed)}，请核对{note}。"
            f"原文：{said.sentence.text}"
        )
    return Finding(rule, message, is_same, said.value, printed, _cells(metric, said, places))


def _received(
    said: Statement, values: dict[str, Decimal], places: dict[str, Fact]
) -> Finding | None:
    """N1: the text may mean new applications, those with last year's, or those answered."""
    new = values.get("new_received")
    if new is None:
        return None
    carried, handled = values.get("carried_in"), values.get("handled_total")
    readings = [new]
    if carried is not None:
        readings.append(new + carried)
    if handled is not None:
        readings.append(handled)
    is_same = said.value in readings
    if is_same:
        message = f"正文所说申请数 {plain(said.value)} 与表三相符。"
    else:
        parts = [f"本年新收 {plain(new)}"]
        parts += [f"加上年结转共 {plain(new + carried)}"] if carried else []
        parts += [f"办理结果总计 {plain(handled)}"] if handled is not None else []
        message = (
            f"正文写申请“{said.raw}”，与表三的{'、'.join(parts)}都不同。原文：{said.sentence.text}"
        )
    return Finding("N1", message, is_same, said.value, new, _cells("new_received", said, places))


def _is_same(said: Statement, value: Decimal) -> bool:
    """Whether a figure is the one that is said, which in 万 may be rounded: 27.63万条."""
    match = None if said.metric in METRIC_SCALE else _IN_WAN.search(said.raw)
    if match is None:
        return said.value == value
    return abs(said.value - value) < Decimal(10_000).scaleb(-len(match["decimals"] or ""))


def _value(metric: str, values: dict[str, Decimal]) -> Decimal | None:
    """A metric's value in the tables, summed from its parts where only these are printed."""
    if metric in values:
        return values[metric]
    parts = [_value(part, values) for part in METRIC[metric].parts]
    known = [part for part in parts if part is not None]
    return sum(known, ZERO) if parts and len(known) == len(parts) else None


def _cells(metric: str, said: Statement, places: dict[str, Fact]) -> tuple[Cell, ...]:
    keys = [metric] if metric in places else list(METRIC[metric].parts)
    cells = [Cell(f.section, f.table, f.row, f.column) for k in keys if (f := places.get(k))]
    return (*cells, said.place)


_CHANNEL = re.compile(r"网站|网页|微信|公众号|微博|公开栏|公示栏|新媒体|视频号|抖音|渠道|平台")


def _published_parts(statements: Sequence[Statement]) -> Iterator[Finding]:
    """N5, N6: the kinds or channels that a sentence lists beside what was published in all.

    A list may be a choice, and the same item may stand in several channels: only kinds that come
    to more than all of it are told.
    """
    for said in statements:
        if said.metric != "n_proactive" or said.is_approximate:
            continue
        rest = said.sentence.compact[said.end :]
        later = [a for a in said.sentence.amounts if a.start >= said.end]
        values = [a.value for a in later if a.unit == "条" and not a.is_approximate]
        known = [value for value in values if value is not None]
        if len(known) < 2 or len(known) != len(later) or "比" in rest:
            continue
        added, is_channel = sum(known, ZERO), _CHANNEL.search(rest) is not None
        is_same = _is_same(said, added)
        if not is_same and (added < said.value or is_channel or "(" in rest):
            continue
        compared = (
            "相等"
            if is_same
            else f" {plain(said.value)} 条不等，多出 {plain(added - said.value)} 条"
        )
        message = f"主动公开各分项相加为 {plain(added)} 条，与总数{compared}。"
        rule = "N6" if is_channel else "N5"
        yield Finding(rule, message, is_same, said.value, added, (said.place,))


def _fee_parts(statements: Sequence[Statement], report: Report) -> Iterator[Finding]:
    """N7: what each body took adds up to what all took."""
    total = next((s for s in statements if s.metric == "n_info_fee" and s.value > 0), None)
    if total is None:
        return
    cases = next((s for s in statements if s.metric == "n_info_fee_cases" and s.value > 0), None)
    text = "".join(
        one_width(s.text) for s in report.sections if s.number == total.sentence.section
    )
    parts = [(Decimal(n), Decimal(yuan.replace(",", ""))) for n, yuan in _FEE_PART.findall(text)]
    if len(parts) < 2:
        return
    yield _sum_of_parts(total, sum((yuan for _, yuan in parts), ZERO), "元")
    if cases is not None:
        yield _sum_of_parts(cases, sum((n for n, _ in parts), ZERO), "件")


def _sum_of_parts(said: Statement, added: Decimal, unit: str) -> Finding:
    is_same = said.value == added
    message = (
        f"各单位信息处理费相加为 {plain(added)} {unit}，与总数"
        f"{'相等' if is_same else f' {plain(said.value)} {unit}不等'}。"
    )
    return Finding("N7", message, is_same, said.value, added, (said.place,))


_LAST_YEAR = re.compile(r"(?:比|较|与)?(?:上一?年度?|去年|20\d\d年)(?:同期)?(?:的|为|是|:)?[(]?$")
_CHANGE = re.compile(r"(?:同比)?(?P<way>增长|上升|增加|下降|减少|降低)了?(?:约)?$")


def _growth(statements: Sequence[Statement]) -> Iterator[Finding]:
    """A rate of growth that is printed beside the figures of both years."""
    for said in statements:
        sentence = said.sentence
        later = [a for a in sentence.amounts if a.start >= said.end and a.value is not None]
        if len(later) < 2 or later[1].unit != "%":
            continue
        before, rate = later[0], later[1]
        way = _CHANGE.search(sentence.compact[before.end : rate.start])
        is_last_year = _LAST_YEAR.search(sentence.compact[said.end : before.start])
        if way is None or not is_last_year or not before.value or rate.value is None:
            continue
        change = (said.value - before.value) / before.value * 100
        sign = -1 if way["way"] in ("下降", "减少", "降低") else 1
        is_same = abs(change - sign * rate.value) < 1
        message = (
            f"正文所印变化率 {plain(sign * rate.value)}%，按同一句的 {plain(before.value)} 与 "
            f"{plain(said.value)} 计算为 {change:.2f}%{'，相符' if is_same else '，请核对'}。"
        )
        left, right = sign * rate.value, change.quantize(Decimal("0.01"))
        yield Finding("growth", message, is_same, left, right, (said.place,))


def _brief(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """All that differs, and for each rule one finding for all that is the same."""
    broken = tuple(dict.fromkeys(f for f in found if not f.is_holding))
    holding: dict[str, Finding] = {}
    for finding in found:
        if finding.is_holding:
            holding.setdefault(finding.rule, finding)
    return (*holding.values(), *broken)
