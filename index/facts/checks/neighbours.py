"""Identities between two years of one issuer: what was carried over must arrive."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from index.facts.tables.form_three import COLUMNS
from index.text import plain
from index.types import Cell, Era, Fact, Finding, FoundFact
from index.vocabulary.metrics import MEMBER, METRIC

_VALID = (
    ("规章", "rules_valid", "rules_issued", "rules_repealed"),
    ("行政规范性文件", "normdocs_valid", "normdocs_issued", "normdocs_repealed"),
)
_ITEMS = ("licence_items", "service_items", "penalty_items", "coercion_items", "fee_items")
METRICS = (
    "carried_out",
    "carried_in",
    *(metric for _, *row in _VALID for metric in row),
    *(key for items in _ITEMS for key in (items, f"{items}_change")),
)
MEMBERS = COLUMNS
RULES = "Y*"  # the findings of this module, as a pattern

_Year = Mapping[tuple[str, str], FoundFact]


def check_years(facts: Sequence[FoundFact], year: int) -> tuple[Finding, ...]:
    """What holds between a year and the one before, from the facts of both; the later's."""
    before = {(f.fact.metric, f.fact.member): f for f in facts if f.year == year - 1}
    after = {(f.fact.metric, f.fact.member): f for f in facts if f.year == year}
    if not before or not after:
        return ()
    return (*_carried(before, after, year), *_valid(before, after, year), *_items(before, after))


def _carried(before: _Year, after: _Year, year: int) -> Iterator[Finding]:
    """Y1: what one year carried over is what the next begins with, column by column."""
    holding = 0
    broken = []
    for column in COLUMNS:
        out, arrived = before.get(("carried_out", column)), after.get(("carried_in", column))
        left, right = _value(out), _value(arrived)
        if out is None or arrived is None or left is None or right is None:
            continue
        if left == right:
            holding += 1
            continue
        message = (
            f"“{MEMBER[column].label}”一列：{year - 1}年结转下年 {plain(left)}，"
            f"{year}年上年结转 {plain(right)}，相差 {plain(abs(left - right))}。"
        )
        cells = (_place(arrived.fact), _place(out.fact))
        broken.append(Finding("Y1", message, False, left, right, cells))
    if holding:
        message = f"{year - 1}年结转下年等于{year}年上年结转：{holding} 列成立。"
        yield Finding("Y1", message, True)
    yield from broken


def _valid(before: _Year, after: _Year, year: int) -> Iterator[Finding]:
    """Y2: what is in force now was in force, or was made, and is not repealed."""
    for label, valid, issued, repealed in _VALID:
        facts = [before.get((valid, "total"))]
        facts += [after.get((key, "total")) for key in (issued, repealed, valid)]
        known = [f for f in facts if f is not None and f.era is Era.E3]
        values = [value for f in known if (value := _value(f)) is not None]
        if len(values) != len(facts):
            continue
        was, made, gone, now = values
        left = was + made - gone
        sums = (
            f"{year - 1}年现行有效 {plain(was)} + {year}年制发 {plain(made)} - 废止 {plain(gone)} "
            f"= {plain(left)}"
        )
        end = (
            f"等于{year}年现行有效数。"
            if left == now
            else f"{year}年现行有效填的是 {plain(now)}，相差 {plain(abs(left - now))}；"
            "清理、机构合并或统计口径变化也会造成不符。"
        )
        cells = () if left == now else tuple(_place(f.fact) for f in known)
        yield Finding("Y2", f"{label}：{sums}，{end}", left == now, left, now, cells)


def _items(before: _Year, after: _Year) -> Iterator[Finding]:
    """Y3: the number of items a year began with, and what changed, is where the next begins."""
    for items in _ITEMS:
        facts = [before.get((items, "total")), before.get((f"{items}_change", "total"))]
        facts.append(after.get((items, "total")))
        known = [f for f in facts if f is not None and f.era is Era.E2]
        values = [value for f in known if (value := _value(f)) is not None]
        if len(values) != len(facts):
            continue
        was, change, now = values
        left = was + change
        name = METRIC[items].rows[0]
        message = (
            f"{name}：上一年项目数量 {plain(was)}，本年增/减 {plain(change)}，合 {plain(left)}；"
            f"次年填的上一年项目数量为 {plain(now)}{'。' if left == now else '，不一致。'}"
        )
        cells = () if left == now else tuple(_place(f.fact) for f in known)
        yield Finding("Y3", message, left == now, left, now, cells)


def _value(found: FoundFact | None) -> Decimal | None:
    return None if found is None else found.fact.value


def _place(fact: Fact) -> Cell:
    return Cell(fact.section, fact.table, fact.row, fact.column)
