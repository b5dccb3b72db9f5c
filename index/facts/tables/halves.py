"""Table three whose columns stand below each other, or of which one column was left out."""

from collections.abc import Iterable, Sequence

from index.facts.tables.cells import EMPTY, TEXT, kind_of, read_cell
from index.facts.tables.rows import LabelledRow

Known = list[tuple[str, LabelledRow]]  # a row of the form, by its key


def join_halves(known: Known, columns: Sequence[str]) -> Known:
    """The rows below several heads that share the columns out between them, each row once."""
    parts: dict[int, Known] = {}
    for key, row in known:
        parts.setdefault(id(row.head), []).append((key, row))
    if len(parts) < 2 or not _share(parts.values(), columns):
        return known
    whole: dict[str, dict[str, str]] = {}
    first: dict[str, LabelledRow] = {}
    for key, row in known:
        cells = _by_column(row, columns)
        if cells is None or cells.keys() & whole.get(key, {}).keys():
            return known
        whole.setdefault(key, {}).update(cells)
        first.setdefault(key, row)
    if any(len(cells) < len(columns) for cells in whole.values()):
        return known
    return [(key, _row(first[key], [whole[key][c] for c in columns])) for key in whole]


def _share(parts: Iterable[Known], columns: Sequence[str]) -> bool:
    """Whether the heads of these tables name every column once, among all of them."""
    named: list[str] = []
    for part in parts:
        heads = {c for _, row in part if row.head for c in row.head.names} & set(columns)
        named += heads
    return sorted(named) == sorted(columns)


def lost_column(known: Known, columns: Sequence[str]) -> str | None:
    """The column that the heads lack and that holds nothing: the others make up every total.

    The rows then get an empty cell there.
    """
    total = columns[-1]
    lost: set[str] = set()
    found: list[dict[str, str]] = []
    for _, row in known:
        cells = _by_column(row, columns)
        if cells is None or len(cells) != len(columns) - 1 or total not in cells:
            return None
        lost |= set(columns) - cells.keys()
        found.append(cells)
    if len(lost) != 1 or not all(_closes(cells, total) for cells in found):
        return None
    column = lost.pop()
    figures = sum(any(_value(c[name]) for c in found) for name in columns[:-1] if name != column)
    if figures == 1:
        return None  # nobody could tell whether it stands below the right head
    for (_, row), cells in zip(known, found, strict=True):
        row.cells = [cells.get(name, "") for name in columns]
        row.cells_line, row.head = None, None
    return column


def _by_column(row: LabelledRow, columns: Sequence[str]) -> dict[str, str] | None:
    """The cells of a row by the heads above them; None where they do not tell."""
    head, line = row.head, row.cells_line
    if head is None or line is None or not head.fits(line):
        return None
    cells: dict[str, str] = {}
    taken: set[int] = set()
    for column in columns:
        places = {p for p in head.places.get(column, ()) if p > row.label_at}
        texts = {line.cells[p] for p in places}
        if len(texts) > 1:
            return None
        if texts:
            cells[column] = texts.pop()
            taken |= places
    others = (k for i, k in enumerate(line.kinds) if i not in taken and i > row.label_at)
    if any(kind not in (EMPTY, TEXT) for kind in others):
        return None
    return cells


def _row(row: LabelledRow, cells: list[str]) -> LabelledRow:
    return LabelledRow(row.label, row.line, cells, label_at=row.label_at)


def _closes(cells: dict[str, str], total: str) -> bool:
    values = [read_cell(text).value for name, text in cells.items() if name != total]
    known = [value for value in values if value is not None]
    is_told = kind_of(cells[total]) is not EMPTY or not any(known)
    return is_told and len(known) == len(values) and sum(known) == read_cell(cells[total]).value


def _value(text: str) -> bool:
    return bool(read_cell(text).value)
