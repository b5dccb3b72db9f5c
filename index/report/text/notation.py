"""Tables in the notation of wikis, and rows that lost their line breaks, as lines of text."""

import re
from collections.abc import Iterable, Sequence
from html import unescape

from index.report.labels import is_telling, is_unit
from index.report.lines import is_value

_ENTITY = re.compile(r"&(?:nbsp|e[mn]sp|thinsp|quot|amp|lt|gt|[lr]dquo|#\d{2,5});")
_QUOTED = re.compile(r"\s{0,3}(?:>\s?)+(?=\|)")
_LEADERS = re.compile(r"(?<=[^\s.…|])(?:…{2,}|\.{4,})\s*(?=[\d+-])")
_DOUBLE = re.compile(r"\|\|(?:[^|]*\|\|)+")
_CELL = re.compile(r"\s*[|!](?:[^|\[\]{}]*\|(?!\|))?(?P<text>.*)")
_FEWEST_CELLS, _FEWEST_LABELS = 30, 6  # of a table whose line breaks were lost


def plain_lines(lines: Sequence[str]) -> list[str]:
    """The lines, tables of wikis as rows, and a table in one line as a line a cell."""
    plain: list[str] = []
    is_doubled = _is_doubled(lines)
    for line in lines:
        if "&" in line and _ENTITY.search(line):
            line = unescape(line)
        if line.lstrip()[:1] == ">" and "|" in line:
            line = _QUOTED.sub("", line)
        if "……" in line or "...." in line:
            line = _LEADERS.sub("  ", line)
        if is_doubled and _DOUBLE.fullmatch(line.strip()):
            line = line.strip().replace("||", "|")
        plain += _unrolled(line)
    return _without_wiki(plain) if any(line.startswith("{|") for line in plain) else plain


def _is_doubled(lines: Sequence[str]) -> bool:
    """Whether || parts the cells; in a single row it stands around cells that are empty."""
    piped = [line for line in lines if line.count("|") > 1]
    return 2 * sum(bool(_DOUBLE.fullmatch(line.strip())) for line in piped) > len(piped)


def _unrolled(line: str) -> list[str]:
    """A table in one line as a line a cell."""
    if len(line) < 4 * _FEWEST_CELLS or "|" in line:
        return [line]
    cells = [cell.strip() for cell in line.split("\t")] if "\t" in line else line.split()
    filled = [cell for cell in cells if cell]
    labels = sum(map(is_telling, filled))
    numbers = sum(is_value(cell) or is_unit(cell) for cell in filled)
    is_table = labels >= _FEWEST_LABELS and labels + numbers > 0.8 * len(filled)
    if not is_table or len(filled) < _FEWEST_CELLS:
        return [line]
    return cells if "\t" in line else filled


def _without_wiki(lines: Iterable[str]) -> list[str]:
    """The lines, tables between {| and |} as rows of tabs."""
    plain: list[str] = []
    rows: list[list[str]] | None = None
    for line in lines:
        text = line.strip()
        if text.startswith("{|"):
            rows = [[]]
        elif rows is None:
            plain.append(line)
        elif text.startswith("|}"):
            plain += ["\t".join(row) for row in rows if row]
            rows = None
        elif text.startswith(("|-", "|+")):
            rows.append([])
        else:
            rows[-1] += _wiki_cells(line)
    return plain if rows is None else list(lines)


def _wiki_cells(line: str) -> list[str]:
    match = _CELL.fullmatch(line)
    if match is None:
        return [line.strip()] if line.strip() else []
    return [cell.strip() for cell in re.split(r"\|\||!!", match["text"])]
