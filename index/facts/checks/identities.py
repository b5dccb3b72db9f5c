"""Identities that must hold within a report: findings, never a silent repair."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from index.facts.tables.cells import NUMBER, kind_of, read_cell
from index.facts.tables.form_three import COLUMNS, OUTCOMES_E2, OUTCOMES_E3
from index.text import plain
from index.types import Cell, Fact, Finding, Report, Status, UnmappedRow
from index.vocabulary.metrics import MEMBER, METRIC
from index.vocabulary.metrics.disputes import BLOCKS, OUTCOMES

ZERO = Decimal(0)
Key = tuple[str, str]  # a metric and a member
_FOUR = ("new_received", "carried_in", "handled_total", "carried_out")
_ANNEX_SUMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("new_received", ("n_app_person", "n_app_fax", "n_app_online", "n_app_letter")),
    ("handled_total", ("handled_on_time", "handled_extended")),
    (
        "answered_total",
        (
            "answered_already_public",
            "granted",
            "partial",
            "denied",
            "answered_not_ours",
            "answered_not_existing",
            "answered_to_correct",
            "answered_other_way",
        ),
    ),
    ("review_total", ("review_upheld", "review_corrected", "review_other")),
    ("suits_total", ("suits_upheld", "suits_corrected", "suits_other")),
)
_HOLDS = {
    "I1": "新收加结转等于办理结果加结转下年",
    "I2": "各项办理结果相加等于总计",
    "I3": "各类申请人相加等于总计",
    "I5": "四种结果相加等于总计",
    "E1a": "附表分项相加等于总数",
}
_COUNTED = {"I1": "列", "I2": "列", "I3": "行", "I5": "组", "E1a": "项"}


@dataclass(frozen=True, slots=True)
class Identity:
    """Two sums of cells that must be equal; `name` is what it is said of: 自然人, 予以公开."""

    rule: str
    table: int
    name: str
    left: tuple[Key, ...]
    right: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """All its cells."""
        return self.left + self.right


class _Sums(NamedTuple):
    identity: Identity
    left: Decimal
    right: Decimal

    @property
    def is_holding(self) -> bool:
        return self.left == self.right

    def value_that_closes(self, key: Key, value: Decimal) -> Decimal:
        """What a cell would have to be for the sums to be equal."""
        gap = self.right - self.left
        return value + gap if key in self.identity.left else value - gap


def check_facts(
    report: Report, facts: Sequence[Fact], unmapped: Sequence[UnmappedRow] = ()
) -> tuple[Finding, ...]:
    """What holds and what does not between the cells of a report's tables."""
    cells = {(f.metric, f.member): f for f in facts if f.table is not None}
    sums = [s for s in _summed(cells) if not _is_made_up(s, unmapped)]
    findings: list[Finding] = []
    for rule in _HOLDS:
        of_rule = [s for s in sums if s.identity.rule == rule]
        if of_rule:
            findings += _told(rule, of_rule, cells)
    for table in sorted({s.identity.table for s in sums}):
        findings += _suspect([s for s in sums if s.identity.table == table], cells)
    return tuple(findings)


def _is_made_up(sums: _Sums, unmapped: Sequence[UnmappedRow]) -> bool:
    """Whether rows that only a local form has make up what a sum of the annex lacks."""
    gap = sums.right - sums.left
    if sums.identity.rule != "E1a" or gap <= 0:
        return False
    added = [
        value
        for row in unmapped
        if row.table == 1
        for cell in row.cells
        if kind_of(cell) is NUMBER and (value := read_cell(cell).value) is not None
    ]
    return gap in added or gap == sum(added)


def with_scan_status(report: Report, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of a scan are unverified, but for tables whose identities all close."""
    if report.source.format != "scan":
        return tuple(facts)
    cells = {(f.metric, f.member): f for f in facts if f.table is not None}
    sure = {table for table in (3, 4) if _closes(table, cells)}
    return tuple(
        f if f.table in sure or f.value is None else f._replace(status=Status.UNVERIFIED)
        for f in facts
    )


def _closes(table: int, cells: Mapping[Key, Fact]) -> bool:
    """Whether every identity of a table can be computed and holds."""
    identities = [i for i in _identities(cells) if i.table == table]
    sums = [s for s in _summed(cells) if s.identity.table == table]
    whole = {3: 2 * len(COLUMNS) + len(_rows(cells)), 4: len(BLOCKS)}[table]
    return len(identities) == len(sums) == whole and all(s.is_holding for s in sums)


def _rows(cells: Mapping[Key, Fact]) -> tuple[str, ...]:
    outcomes = OUTCOMES_E2 if ("other", "total") in cells else OUTCOMES_E3
    return ("new_received", "carried_in", *outcomes, "handled_total", "carried_out")


def _identities(cells: Mapping[Key, Fact]) -> tuple[Identity, ...]:
    return _identities_of(frozenset(f.table for f in cells.values()), _rows(cells))


@lru_cache(maxsize=32)  # the forms are few
def _identities_of(tables: frozenset[int | None], rows: tuple[str, ...]) -> tuple[Identity, ...]:
    return tuple(_identities_in(tables, rows))


def _identities_in(tables: frozenset[int | None], rows: tuple[str, ...]) -> Iterator[Identity]:
    if 3 in tables:
        for column in COLUMNS:
            new, carried, handled, out = ((row, column) for row in _FOUR)
            name = MEMBER[column].label
            yield Identity("I1", 3, name, (new, carried), (handled, out))
            outcomes = tuple((row, column) for row in rows[2:-2])
            yield Identity("I2", 3, name, outcomes, (handled,))
        for row in rows:
            members = tuple((row, column) for column in COLUMNS[:-1])
            yield Identity("I3", 3, METRIC[row].label, members, ((row, "total"),))
    if 4 in tables:
        for block, label, _ in BLOCKS:
            *five, total = ((f"{block}_{outcome}", "total") for outcome, _, _ in OUTCOMES)
            yield Identity("I5", 4, label, tuple(five), (total,))
    if 1 in tables:
        for whole, summands in _ANNEX_SUMS:
            left = tuple((metric, "total") for metric in summands)
            yield Identity("E1a", 1, METRIC[whole].label, left, ((whole, "total"),))


def _summed(cells: Mapping[Key, Fact]) -> list[_Sums]:
    """The identities of which every cell is known, with their two sums."""
    values = {key: fact.value for key, fact in cells.items()}
    found = []
    for identity in _identities(cells):
        left = _sum(identity.left, values)
        right = _sum(identity.right, values)
        if left is not None and right is not None:
            found.append(_Sums(identity, left, right))
    return found


def _sum(keys: Iterable[Key], values: Mapping[Key, Decimal | None]) -> Decimal | None:
    total = ZERO
    for key in keys:
        value = values.get(key)
        if value is None:
            return None
        total += value
    return total


def _told(rule: str, sums: Sequence[_Sums], cells: Mapping[Key, Fact]) -> Iterator[Finding]:
    """One finding for all that hold, and one for each that does not."""
    broken = [s for s in sums if not s.is_holding]
    holding = len(sums) - len(broken)
    if holding:
        rest = "全部成立" if not broken else "成立"
        counted = f"{holding} {_COUNTED[rule]}"
        yield Finding(rule, f"{_HOLDS[rule]}：{counted}{rest}。", is_holding=True)
    for failed in broken:
        keys = [
            key
            for key in failed.identity.keys
            if cells[key].value
            or cells[key].status is Status.BLANK  # perhaps a number was lost there
            or key in failed.identity.right
            or len(failed.identity.keys) < 8
        ]
        places = tuple(_place(cells[key]) for key in keys)
        message = f"{_words(failed, cells)}，相差 {plain(abs(failed.left - failed.right))}。"
        yield Finding(rule, message, False, failed.left, failed.right, places)


def _words(failed: _Sums, cells: Mapping[Key, Fact]) -> str:
    identity = failed.identity
    left, right = plain(failed.left), plain(failed.right)
    if identity.rule == "I1":
        new, carried, handled, out = (plain(cells[key].value or ZERO) for key in identity.keys)
        return (
            f"“{identity.name}”一列：本年新收 {new} + 上年结转 {carried} = {left}，"
            f"办理结果总计 {handled} + 结转下年 {out} = {right}"
        )
    if identity.rule == "I2":
        return f"“{identity.name}”一列：各项办理结果相加为 {left}，“（七）总计”填的是 {right}"
    if identity.rule == "I3":
        return f"“{identity.name}”一行：各类申请人相加为 {left}，“总计”填的是 {right}"
    parts = " + ".join(plain(cells[key].value or ZERO) for key in identity.left)
    kind = "四种结果相加" if identity.rule == "I5" else "分项相加"
    return f"“{identity.name}”：{kind} {parts} = {left}，总计填的是 {right}"


def _suspect(sums: Sequence[_Sums], cells: Mapping[Key, Fact]) -> Iterator[Finding]:
    """The one cell of a table that explains all that fails, with the value that closes it."""
    failed = [s for s in sums if not s.is_holding]
    if not failed:
        return
    common = set(failed[0].identity.keys).intersection(*(s.identity.keys for s in failed[1:]))
    sound = {key for s in sums if s.is_holding for key in s.identity.keys}
    found = []
    for key in common - sound:
        value = cells[key].value or ZERO
        closing = {s.value_that_closes(key, value) for s in failed}
        if len(closing) == 1 and (wanted := closing.pop()) >= 0:
            found.append((key, wanted))
    if len(found) != 1:
        return
    (key, wanted), fact = found[0], cells[found[0][0]]
    place = _place(fact)
    name = "”“".join(part for part in (place.row, place.column) if part)
    message = (
        f"只有“{name}”这一格能解释以上全部不符：填的是 {plain(fact.value or ZERO)}，"
        f"若为 {plain(wanted)} 则全部成立。请核对原件；此处仍按原样采用。"
    )
    yield Finding("suspect_cell", message, False, fact.value, wanted, (place,))


def _place(fact: Fact) -> Cell:
    return Cell(fact.section, fact.table, fact.row, fact.column)
