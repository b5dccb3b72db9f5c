"""TXT and Markdown, and text that was flattened by whoever copied it, to blocks.

Lines that are labels of the form or numbers make a table, with the short lines between them;
all else is prose. A line of digits that belongs to no table stays prose: nothing is dropped.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from index.report.content import Content
from index.report.labels import is_annex_head, is_label, is_unit
from index.report.lines import Form, Role, TextLine, is_row_of_numbers, is_value, read_line
from index.report.spaced import with_columns
from index.report.stacked import rows_of_columns
from index.report.text.cut_labels import with_whole_labels
from index.report.text.notation import plain_lines
from index.report.text.separated import tabbed
from index.report.text.wrapped import unwrapped
from index.types import Block, Paragraph, Table
from index.vocabulary.labels import plain_label

_MARKUP = re.compile(r"^\s{0,3}#{1,6}\s+")
_BOLD = re.compile(r"^(\*\*|__)(?P<text>(?:(?!\1).)+)\1[:：]?$")
_TABLE_OPENS = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_SHUTS = re.compile(r"</table\s*>", re.IGNORECASE)
_PAGE_TAG = re.compile(r"</?(?:html|body)\b[^>]*>", re.IGNORECASE)  # around such a table
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CAPTION = re.compile(r".{6,}(?:情况|统计|一览)表?(?:[（(].{1,12}[）)])?$")
# What the second of two tables has above it, where a city and its office each have one.
_CAPTION_OF_FORM = re.compile(
    r".{2,30}(?:收到和处理(?:政府)?信息公开申请|主动公开政府信息|行政复议、(?:行政)?诉讼)(?:的?情况)表?"
)
_BARRIERS = (Role.PROSE, Role.HEADING)
_FEWEST_LABELS = 2
# Of the lines of a table that have a blank one beside them, where these only hold cells apart.
_MOSTLY_APART = 0.95
_MOST_LARGE = 0.1  # of the lines of a table with a cell a line
_FEWEST_RULES, _MOST_WRAPPED = 4, 10  # of a table with a rule below each row
# A label of each of the tables two, three and four.
_SIGNS = (
    frozenset(("信息内容", "行政许可")),
    frozenset(("予以公开", "重复申请", "属于国家秘密")),
    frozenset(("结果维持", "尚未审结")),
)


def read_plain(text: str, source: str, *, is_markdown: bool = False) -> Content:
    """A text file as blocks; headings of Markdown are read in both kinds of file."""
    titles = tuple(
        line.lstrip("# ").strip("* ") for line in text.splitlines() if line.startswith("# ")
    )
    blocks: list[Block] = []
    for piece, is_markup in _with_markup_apart(text):
        if is_markup:
            blocks.extend(_tables_in(piece))
        else:
            whole = plain_lines(with_columns(piece.splitlines()))
            lines = (line for unbroken in whole for line in _broken(unbroken))
            blocks.extend(blocks_of_text(map(_without_markup, lines)))
    return Content("txt", tuple(blocks), titles)


def _with_markup_apart(text: str) -> Iterator[tuple[str, bool]]:
    """A text cut at the tables that stand in it as HTML."""
    start = 0
    while opens := _TABLE_OPENS.search(text, start):
        shuts = _TABLE_SHUTS.search(text, opens.end())
        if shuts is None:
            break
        yield _PAGE_TAG.sub("", text[start : opens.start()]), False
        yield text[opens.start() : shuts.end()], True
        start = shuts.end()
    yield _PAGE_TAG.sub("", text[start:]) if start else text, False


def _tables_in(markup: str) -> Iterable[Block]:
    """The tables that converters leave in Markdown as HTML."""
    from index.report.web.html import tables_in

    return tables_in(markup)


def _broken(line: str) -> list[str]:
    """A line cut at its <br>; in a row of a table they wrap a cell, or part rows in each cell."""
    if "<" not in line:
        return [line]
    if "|" not in line:
        return _BREAK.split(line)
    columns = [[text.strip() for text in _BREAK.split(cell)] for cell in line.split("|")]
    inner = columns[1:-1] if columns[0] == columns[-1] == [""] else columns
    rows = rows_of_columns(inner)
    if rows is not None:
        return [f"| {' | '.join(row)} |" for row in rows]
    return [_BREAK.sub("", line)]


def _without_markup(line: str) -> str:
    if line[:1] in "# " and line.lstrip()[:1] == "#":
        line = _MARKUP.sub("", line)
    if line[:2] in ("**", "__"):
        bold = _BOLD.match(line.strip())
        return bold["text"] if bold else line
    return line


def blocks_of_text(lines: Iterable[str], *, is_whole: bool = False) -> Iterator[Block]:
    """Lines as paragraphs and tables, in order; `is_whole` if none can be broken at a width."""
    lines = tabbed(list(lines))
    whole = with_whole_labels(lines if is_whole else unwrapped(lines))
    read = _with_captions(_with_annex([read_line(line) for line in whole]))
    start = 0
    for is_barrier, group in groupby(read, key=_is_barrier):
        stretch = list(group)
        start += len(stretch)
        if is_barrier:
            yield from _prose(stretch)
        else:
            yield from _stretch(stretch)


def _is_barrier(line: TextLine) -> bool:
    return line.role in _BARRIERS


def _with_annex(lines: list[TextLine]) -> list[TextLine]:
    """Rows that open a block of the annex look like headings; between its rows they are rows."""
    is_inside = False
    for i, line in enumerate(lines):
        if line.role is Role.PROSE or (line.role is Role.HEADING and not line.is_annex_block):
            is_inside = False
        elif line.is_annex_block and line.role is Role.HEADING:
            if is_inside or _is_before_annex_rows(lines[i + 1 : i + 6]):
                lines[i] = line._replace(role=Role.TABLE, labels=1)
                is_inside = True
        elif "统" in line.text and any(map(is_annex_head, line.cells)):
            is_inside = True
    return lines


def _with_captions(lines: list[TextLine]) -> list[TextLine]:
    """The lines; one that names a table right above its rows is none of them."""
    for i, line in enumerate(lines):
        if line.role is not Role.EITHER or line.form is not Form.SINGLE:
            continue
        if _CAPTION_OF_FORM.fullmatch(line.text):
            lines[i] = line._replace(role=Role.PROSE)
        elif _CAPTION.search(line.text):
            below = next((n for n in lines[i + 1 :] if n.role is not Role.BLANK), line)
            if below.form in (Form.TABS, Form.PIPES):
                lines[i] = line._replace(role=Role.PROSE)
    return lines


def _is_before_annex_rows(lines: Sequence[TextLine]) -> bool:
    filled = [line for line in lines if line.role is not Role.BLANK][:2]
    return bool(filled) and (
        is_unit(filled[0].text)
        or is_value(filled[0].text)
        or all(line.role is Role.TABLE for line in filled)
    )


def _stretch(lines: Sequence[TextLine]) -> Iterator[Block]:
    """Lines without a heading or a sentence among them: prose, a table, prose."""
    sure = [i for i, line in enumerate(lines) if line.role is Role.TABLE]
    if not sure or not _is_table(lines[sure[0] : sure[-1] + 1]):
        yield from _prose(lines)
        return
    first, last = sure[0], _last(lines, sure[-1])
    yield from _prose(lines[:first])
    table = table_of(lines[first : last + 1])
    if table is not None:
        yield table
    yield from _prose(lines[last + 1 :])


def _last(lines: Sequence[TextLine], last: int) -> int:
    """The last line of a table: a row that ends in a word has no number to show for it."""
    for i in range(last + 1, len(lines)):
        if lines[i].form not in (Form.TABS, Form.PIPES):
            break
        last = i
    return last


def _is_table(lines: Sequence[TextLine]) -> bool:
    labels = sum(line.labels for line in lines)
    numbers = sum(line.numbers for line in lines)
    if labels and numbers > 1:
        labels += sum(line.common for line in lines)
    if labels >= _FEWEST_LABELS and (numbers or labels >= 2 * _FEWEST_LABELS):
        return True
    if any(map(is_row_of_numbers, lines)):
        return True
    if all(is_value(line.text) for line in lines if line.text):
        return numbers >= 15
    columns = [line for line in lines if line.form in (Form.TABS, Form.PIPES)]
    return len(columns) > 1 and any(len(line.cells) > 2 for line in columns)


def table_of(lines: Sequence[TextLine]) -> Table | None:
    """The table that these lines make."""
    lines = _with_whole_cells(lines)
    lines = [line for line in lines if line.form is not Form.RULE]
    piped = [line for line in lines if line.form is Form.PIPES]
    if piped:
        lines = _without_outer_pipes(lines, piped)
    lines = _without_gaps(lines)
    rows = _with_thousands_whole([line.cells or ("",) for line in lines])
    width = max(map(_filled_width, rows))
    if not width:
        return None
    return Table(tuple(row[:width] for row in rows))


def _with_thousands_whole(rows: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
    """The rows; where each cell has a line of its own, 1 389 is one number, not two cells."""
    several = [row for row in rows if len(row) > 1]
    if not several or len(several) > _MOST_LARGE * len(rows) or not all(map(_is_large, several)):
        return rows
    return [row if len(row) == 1 else (" ".join(row),) for row in rows]


def _is_large(row: Sequence[str]) -> bool:
    """Whether cells may be the thousands and the rest of one number."""
    first, *others = row
    is_lead = first.isdecimal() and len(first) < 4 and first[0] != "0"
    return is_lead and all(cell.isdecimal() and len(cell) == 3 for cell in others)


def _filled_width(row: Sequence[str]) -> int:
    """How far the cells reach that hold anything: marks behind them part nothing."""
    width = len(row)
    while width and not row[width - 1]:
        width -= 1
    return width


def _with_whole_cells(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines, cells that go over several of them whole: where a rule stands below each row."""
    groups = [list(group) for is_rule, group in groupby(lines, key=_is_rule) if not is_rule]
    rules = sum(map(_is_rule, lines))
    if rules < _FEWEST_RULES or len(groups) < rules - 1 or max(map(len, groups)) == 1:
        return lines
    whole = [_joined(group) for group in groups]
    joined = [line for line in whole if line is not None]
    return joined if len(joined) == len(whole) else lines


def _is_rule(line: TextLine) -> bool:
    return line.form is Form.RULE


def _joined(lines: Sequence[TextLine]) -> TextLine | None:
    """Lines of one row as one; None where they hold the numbers of several rows."""
    if len({len(line.cells) for line in lines}) > 1 or len(lines) > _MOST_WRAPPED:
        return None
    columns = list(zip(*(line.cells for line in lines), strict=True))
    numbers = [sum(map(is_value, column)) for column in columns]
    if any(sum(map(is_label, c)) > 1 and not is_label("".join(c)) for c in columns):
        return None
    # One number that is too long for its column goes on below; whole rows are many numbers.
    if sum(n > 1 for n in numbers) > max(1, sum(n > 0 for n in numbers) // 2):
        return None
    return lines[0]._replace(cells=tuple("".join(column) for column in columns))


def _without_outer_pipes(lines: Sequence[TextLine], piped: Sequence[TextLine]) -> list[TextLine]:
    """Rows without the pipes at their ends, where every row has one there."""
    is_open = all(line.cells[0] == "" for line in piped)
    is_shut = all(line.cells[-1] == "" for line in piped)
    cut = slice(1 if is_open else 0, -1 if is_shut else None)
    return [
        line._replace(cells=line.cells[cut]) if line.form is Form.PIPES else line for line in lines
    ]


def _without_gaps(lines: list[TextLine]) -> list[TextLine]:
    """Without the blank lines that only hold cells apart; one that is a cell stays."""
    is_blank = [line.role is Role.BLANK for line in lines]
    if not any(is_blank):
        return lines
    if len(lines) > 2 and all(is_blank[1::2]):
        return lines[::2]
    is_apart = sum(a or b for a, b in pairwise(is_blank)) >= _MOSTLY_APART * (len(lines) - 1)
    if is_apart or any(line.form in (Form.TABS, Form.PIPES, Form.GAPS) for line in lines):
        return [line for line in lines if line.role is not Role.BLANK]
    return lines


def _prose(lines: Iterable[TextLine]) -> Iterator[Paragraph]:
    for line in lines:
        if line.text and line.form is not Form.RULE:
            yield Paragraph(line.text)


def has_form_table(blocks: Iterable[Block]) -> bool:
    """Whether any table among blocks holds labels of the form."""
    return any(
        sum(map(is_label, cells)) > _FEWEST_LABELS for cells in map(_cells, blocks) if cells
    )


def has_whole_form(blocks: Iterable[Block]) -> bool:
    """Whether the tables among blocks are those of a form: two, three and four, or the annex."""
    cells = {plain_label(cell) for block in blocks for cell in _cells(block)}
    return all(cells & signs for signs in _SIGNS) or "统计指标" in cells


def _cells(block: Block) -> set[str]:
    return {c for row in block.rows for c in row} if isinstance(block, Table) else set()
