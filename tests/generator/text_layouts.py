"""Plain-text layouts: how tables look after copying from a page, a document, an extractor."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from random import Random

from tests.generator.drafts import Draft
from tests.generator.figures import below
from tests.generator.tables import Span, SpanTable

Lines = list[str]
TableLayout = Callable[[SpanTable, Random], Lines]


def text_of(draft: Draft, table_layout: TableLayout, rng: Random, gap: str = "\n\n") -> str:
    """The report as text, its tables in one layout."""
    chunks = [draft.title, *draft.before]
    for part in draft.parts:
        chunks.append(part.heading)
        for block in part.blocks:
            chunks.append(block if isinstance(block, str) else "\n".join(table_layout(block, rng)))
    return gap.join([*chunks, *draft.after]) + "\n"


def expand(table: SpanTable, *, is_repeating: bool = False) -> list[list[str]]:
    """The table as a rectangle: a merged cell's text at its first place, or at all of them."""
    grid: dict[tuple[int, int], str] = {}
    for y, row in enumerate(table.rows):
        x = 0
        for span in row:
            while (y, x) in grid:
                x += 1
            for dy in range(span.rows):
                for dx in range(span.cols):
                    is_first = dx == dy == 0
                    grid[(y + dy, x + dx)] = span.text if is_first or is_repeating else ""
            x += span.cols
    width = 1 + max(x for _, x in grid)
    return [[grid.get((y, x), "") for x in range(width)] for y in range(len(table.rows))]


def texts(row: Sequence[Span]) -> list[str]:
    """The cells of a row without their merging: what a page loses when it is flattened."""
    return [span.text for span in row]


def with_tabs(table: SpanTable, rng: Random) -> Lines:
    """Tabs, every merged place kept as an empty cell."""
    return ["\t".join(row) for row in expand(table)]


def with_ragged_tabs(table: SpanTable, rng: Random) -> Lines:
    """Tabs, but wide labels take fewer places than they cover and a stray tab ends the row."""
    lines = []
    for row, spans in zip(expand(table), table.rows, strict=True):
        label = next((s for s in spans if s.cols > 1), None)
        is_wide_label = label is not None and table.number == 3 and row[-1] != ""
        if is_wide_label and label is not None and label.text[:2] in ("一、", "二、", "四、"):
            row = [row[0], "", *row[3:], ""]
        elif is_wide_label and label is not None and label.text[:1] == "（":
            row = [row[0], row[1], *row[3:], ""]
        lines.append("\t".join(row))
    return lines


def with_pipes(table: SpanTable, rng: Random) -> Lines:
    """Pipes between the cells, merged places as empty cells (V43)."""
    return [" | ".join(row).strip() for row in expand(table)]


def with_stray_pipes(table: SpanTable, rng: Random) -> Lines:
    """Pipes at both ends, doubled where cells were merged (V43)."""
    return ["|" + "|".join(row) + "|" + "|" * below(rng, 3) for row in expand(table)]


def with_half_pipes(table: SpanTable, rng: Random) -> Lines:
    """Every cell on its own line, ending in a pipe (V44)."""
    return [f"{text} |" for row in table.rows for text in texts(row)]


def one_a_line(table: SpanTable, rng: Random) -> Lines:
    """Every cell on its own line (V42)."""
    return [text for row in table.rows for text in texts(row)]


def one_a_line_apart(table: SpanTable, rng: Random) -> Lines:
    """Every cell on its own line, blank lines between (V42)."""
    return [line for text in one_a_line(table, rng) for line in (text, "")]


def with_spaces(table: SpanTable, rng: Random) -> Lines:
    """Columns held apart by runs of spaces."""
    return [(" " * (2 + below(rng, 4))).join(t for t in texts(row) if t) for row in table.rows]


def with_numbers_between(table: SpanTable, rng: Random) -> Lines:
    """A table copied from a PDF viewer: numbers stand between the lines of their label."""
    return _copied(table, 1)


def with_numbers_first(table: SpanTable, rng: Random) -> Lines:
    """The same where numbers stand beside the first line of their label."""
    return _copied(table, 0)


def _copied(table: SpanTable, place: int) -> Lines:
    lines: Lines = []
    for row in table.rows:
        filled = [text for text in texts(row) if text]
        numbers = filled[-7:] if table.number == 3 and len(filled) > 7 else []
        *groups, label = filled[: -len(numbers)] if numbers else [""]
        half = max(8, len(label) // 2)
        if not numbers:
            lines += [" ".join(filled)] if table.number != 3 else filled
        elif len(label) <= half + 2:
            lines += [*groups, " ".join((label, *numbers))]
        elif place:
            lines += [*groups, label[:half], " ".join(numbers), label[half:]]
        else:
            lines += [*groups, " ".join((label[:half], *numbers)), label[half:]]
    return lines


def with_commas(table: SpanTable, rng: Random) -> Lines:
    """A spreadsheet saved as text: commas, cells in quotes where they hold one."""
    return _separated(table, ",")


def with_semicolons(table: SpanTable, rng: Random) -> Lines:
    """The same where commas are decimal marks elsewhere."""
    return _separated(table, ";")


def _separated(table: SpanTable, mark: str) -> Lines:
    text = io.StringIO()
    csv.writer(text, delimiter=mark, lineterminator="\n").writerows(expand(table))
    return text.getvalue().splitlines()


def with_quoted_breaks(table: SpanTable, rng: Random) -> Lines:
    """Tabs as a spreadsheet copies them: a cell with a line break in it stands in quotes."""
    lines = []
    for row in expand(table):
        cells = (
            f'"{text[:4]}\n{text[4:]}"' if len(text) > 6 and not text[:1].isdigit() else text
            for text in row
        )
        lines += "\t".join(cells).split("\n")
    return lines


def as_markdown(table: SpanTable, rng: Random) -> Lines:
    """A Markdown table; merged places are empty cells."""
    grid = [[cell.replace("|", "\\|") for cell in row] for row in expand(table)]
    lines = ["| " + " | ".join(row) + " |" for row in grid]
    return [lines[0], "|" + " --- |" * len(grid[0]), *lines[1:]]


def as_markdown_repeated(table: SpanTable, rng: Random) -> Lines:
    """A Markdown table where a merged cell's text stands in each of its places (V58)."""
    grid = expand(table, is_repeating=True)
    lines = ["| " + " | ".join(row) + " |" for row in grid]
    return [lines[0], "|" + " --- |" * len(grid[0]), *lines[1:]]


def as_markdown_breaks(table: SpanTable, rng: Random) -> Lines:
    """A Markdown table whose long cells are broken by <br>."""
    return [
        re.sub(r"(?<=[\u4e00-\u9fff]{4})(?=[\u4e00-\u9fff]{4})", "<br>", line)
        for line in as_markdown(table, rng)
    ]


def as_markdown_grid(table: SpanTable, rng: Random) -> Lines:
    """A grid table: a rule below each row, long cells over several lines."""
    rows = [[[t[i : i + 8] for i in range(0, len(t), 8)] for t in r] for r in expand(table)]
    rule = "+" + "------+" * len(rows[0])
    lines = [rule]
    for row in rows:
        for i in range(max(1, *map(len, row))):
            lines.append("| " + " | ".join(c[i] if i < len(c) else "" for c in row) + " |")
        lines.append(rule)
    return lines


TEXT_LAYOUTS: dict[str, TableLayout] = {
    "tabs": with_tabs,
    "ragged_tabs": with_ragged_tabs,
    "pipes": with_pipes,
    "stray_pipes": with_stray_pipes,
    "half_pipes": with_half_pipes,
    "one_a_line": one_a_line,
    "one_a_line_apart": one_a_line_apart,
    "spaces": with_spaces,
    "numbers_between": with_numbers_between,
    "numbers_first": with_numbers_first,
    "commas": with_commas,
    "semicolons": with_semicolons,
    "quoted_breaks": with_quoted_breaks,
}
MARKDOWN_LAYOUTS: dict[str, TableLayout] = {
    "markdown": as_markdown,
    "markdown_repeated": as_markdown_repeated,
    "markdown_breaks": as_markdown_breaks,
    "markdown_grid": as_markdown_grid,
}
