"""What reading a table gives, and how a cell with its place becomes a fact."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from index.facts.tables.cells import TEXT, Reading, kind_of
from index.facts.tables.rows import LabelledRow
from index.types import Cell, Fact, Finding, Status, UnmappedRow
from index.vocabulary.metrics import MEMBER, METRIC
from index.vocabulary.metrics.annex import ANNEX_ROWS

TABLE_NAMES = {
    1: "附表（政府信息公开情况统计表）",
    2: "表二（主动公开政府信息情况）",
    3: "表三（收到和处理政府信息公开申请情况）",
    4: "表四（行政复议、行政诉讼情况）",
}


@dataclass(frozen=True, slots=True)
class TableReading:
    """The facts of a report's tables, what was odd, and the rows that no label matched."""

    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    unmapped: tuple[UnmappedRow, ...] = ()

    def __add__(self, other: "TableReading") -> "TableReading":
        return TableReading(
            self.facts + other.facts,
            self.findings + other.findings,
            self.unmapped + other.unmapped,
        )


# Fewer printed zeros do not show that an empty cell is an exception.
_FEWEST_ZEROS = 3
# So many rows of numbers without a name are no page numbers.
_NAMELESS = 4
_FEW_READ = 3  # a third of the cells
_FORM = (2, 3, 4)
_WIDE = 3  # the table with several numbers in a row
# Most bodies may not issue rules, and leave their row empty.
_OFTEN_EMPTY = frozenset(("rules_issued", "rules_repealed", "rules_valid", "rules_published"))
_OFTEN_EMPTY |= {"rules_public_total"}


@dataclass(slots=True)
class Draft:
    """A table while it is read: the cells found so far, by metric and member."""

    table: int
    section: int
    cells: dict[tuple[str, str], Reading] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unmapped: list[UnmappedRow] = field(default_factory=list)
    missing: int = 0  # rows of the form that the table lacks among those it has

    def place(self, metric: str, member: str = "total") -> Cell:
        """Where a metric's cell stands in the form."""
        return place_in_form(self.table, self.section, metric, member)

    @property
    def whole(self) -> Cell:
        """The table itself."""
        return Cell(self.section, self.table, "", "")

    def add_unreadable(self, keys: Iterable[tuple[str, str]], reason: str) -> None:
        """Say that these cells could not be read, and why."""
        cells = tuple(self.place(*key) for key in keys)
        if cells:
            names = "、".join(dict.fromkeys(cell.row for cell in cells))
            message = f"{TABLE_NAMES[self.table]}“{names}”{reason}，未采用任何数字。"
            self.findings.append(Finding("cell_unreadable", message, cells=cells))

    def add_unmapped(self, rows: Iterable[LabelledRow], *, is_told: bool = True) -> None:
        """Keep rows that no label of the form matches; where there is a form, they are told."""
        for row in rows:
            label = " ".join(row.label.split())
            cells = tuple(row.filled)
            self.unmapped.append(UnmappedRow(self.table, label, cells))
            if not is_told:
                continue
            shown = "、".join(cells[:10])
            message = (
                f"{TABLE_NAMES[self.table]}有一行“{label}”不在格式之内，原样保留：{shown}。"
                if label
                else f"{TABLE_NAMES[self.table]}有一行数字前没有名称，原样保留：{shown}。"
            )
            place = Cell(self.section, self.table, label, "")
            self.findings.append(Finding("row_unknown", message, cells=(place,)))

    def add_missing(self, metrics: Sequence[str]) -> None:
        """Say which rows of the form the table lacks."""
        places = (self.place(metric) for metric in metrics)
        for row in dict.fromkeys(place.row for place in places):
            message = f"{TABLE_NAMES[self.table]}缺少“{row}”一行。"
            place = Cell(self.section, self.table, row, "")
            self.findings.append(Finding("row_missing", message, cells=(place,)))

    def add_gaps(self) -> None:
        """Say which cells are empty although zeros are printed, where no sum can tell.

        Of a row with several numbers all are named: a cell that was lost moves the others.
        """
        gaps = [k for k, cell in self.cells.items() if _is_gap(cell) and not self._may_be_empty(k)]
        if not gaps:
            return
        zeros = sum(cell.value == 0 and not _is_gap(cell) for cell in self.cells.values())
        if zeros >= max(len(gaps), _FEWEST_ZEROS):
            rows = {metric for metric, _ in gaps} if self.table == _WIDE else set()
            gaps = [key for key in self.cells if key in gaps or key[0] in rows]
            cells = tuple(self.place(*key) for key in gaps)
            names = "、".join(dict.fromkeys(cell.row for cell in cells))
            table = TABLE_NAMES[self.table]
            message = f"{table}“{names}”有空单元格，而别处的零都填了；按0读取，请核对。"
            self.findings.append(Finding("cell_empty", message, cells=cells))

    def _may_be_empty(self, key: tuple[str, str]) -> bool:
        """Whether a cell is often left empty: the totals of single rows, the row of rules."""
        return key[0] in _OFTEN_EMPTY or (self.table == _WIDE and key[1] == "total")

    def add_cut(self, order: Sequence[str], *, least: int) -> None:
        """Say of the last row that it may be cut off, where so many are missing behind it."""
        last = max((i for i, key in enumerate(order) if (key, "total") in self.cells), default=-1)
        if last < 0 or len(order) - 1 - last < least:
            return
        row = self.place(order[last]).row
        cells = [self.place(*key) for key in self.cells]
        cells = [cell for cell in cells if cell.row == row]
        message = f"{TABLE_NAMES[self.table]}在“{row}”一行中断，这一行的数字可能不全，请核对。"
        self.findings.append(Finding("cut_off", message, cells=tuple(cells)))

    def is_without_digits(self) -> bool:
        """Whether no cell that was found holds a digit."""
        return not any(ch.isdigit() for cell in self.cells.values() for ch in cell.raw)

    def result(self) -> TableReading:
        """The facts and findings; a table without any digit reports nothing."""
        if self.cells and self.is_without_digits():
            empty = {k: Reading(None, c.raw, Status.NOT_REPORTED) for k, c in self.cells.items()}
            message = f"{TABLE_NAMES[self.table]}整张没有一个数字，视为未填报，不当作0。"
            finding = Finding("table_empty", message, cells=(self.whole,))
            return TableReading(self._facts(empty), (finding,), tuple(self.unmapped))
        self._doubt_out_of_step()
        return TableReading(self._facts(self.cells), tuple(self.findings), tuple(self.unmapped))

    def _doubt_out_of_step(self) -> None:
        """Take no cell for read where rows of numbers lost their names, or most cannot be read.

        Whatever name stands beside the other numbers may then be that of another row, whether
        or not they add up. Where names are not lost, a row of table three whose applicants add
        up to its total holds together by itself.
        """
        nameless = sum(not row.row for row in self.unmapped)
        read = sum(cell.value is not None for cell in self.cells.values())
        whole = len(self.cells) + self.missing * len(MEMBER)
        is_torn = self.table == _WIDE and read * _FEW_READ < whole
        if self.table not in _FORM or not (nameless >= _NAMELESS or is_torn):
            return
        lost = [
            key
            for key, cell in self.cells.items()
            if cell.value is not None and (nameless >= _NAMELESS or not self._adds_up(key[0]))
        ]
        for key in lost:
            self.cells[key] = Reading(None, self.cells[key].raw, Status.UNREADABLE)
        self.add_unreadable(lost, "所在的表大半读不出或数字没有名称，名称和数字可能错开")

    def _adds_up(self, metric: str) -> bool:
        """Whether the applicants of a row add up to its total, and are more than one."""
        total = self.cells.get((metric, "total"))
        others = [c.value for (m, who), c in self.cells.items() if m == metric and who != "total"]
        known = [value for value in others if value is not None]
        is_whole = len(known) == len(others) and sum(map(bool, known)) > 1
        return total is not None and is_whole and sum(known) == total.value

    def _facts(self, cells: Mapping[tuple[str, str], Reading]) -> tuple[Fact, ...]:
        table, section = self.table, self.section
        facts = []
        for (metric, member), cell in cells.items():
            place = place_in_form(table, section, metric, member)
            facts.append(
                Fact(
                    metric,
                    cell.value,
                    cell.raw,
                    cell.status,
                    section,
                    member,
                    table,
                    place.row,
                    place.column,
                )
            )
        return tuple(facts)


def _is_gap(cell: Reading) -> bool:
    return cell.status is Status.BLANK and not cell.raw.strip()


_ANNEX_LABEL = {row.metric: row.label for row in ANNEX_ROWS if row.metric}


@cache  # the forms have some 400
def place_in_form(table: int, section: int, metric: str, member: str) -> Cell:
    """Row and column of a cell as the form names them."""
    known = METRIC[metric]
    row = known.rows[0] if known.rows else known.label
    column = known.columns[0] if known.columns else ""
    if table == 3:
        column = MEMBER[member].label
    elif table == 1:
        row, column = _ANNEX_LABEL.get(metric, row), "统计数"
    return Cell(section, table, row, column)


def missing_table(table: int) -> TableReading:
    """No facts, and one finding that says which table was not found."""
    message = (
        f"没有找到{TABLE_NAMES[table]}，或表中没有可辨认的行；如果它是图片或附件，数字无法读取。"
    )
    whole = Cell(table if table > 1 else 0, table, "", "")
    return TableReading(findings=(Finding("table_missing", message, cells=(whole,)),))


def join_words(rows: list[LabelledRow], is_known: Sequence[bool], width: int) -> None:
    """Give a word that stands on its own line, where a number should, back to its row."""
    for index in range(len(rows) - 1):
        row, word = rows[index], rows[index + 1]
        if (
            is_known[index]
            and not is_known[index + 1]
            and word.line.is_lonely
            and 1 < len(word.label) <= 4  # one character may be of a label that stands upright
            and 0 < len(row.filled) + 1 + len(word.filled) == width
            and kind_of(word.label) is TEXT
        ):
            row.cells = [*row.filled, word.label, *word.filled]
            word.cells = []
