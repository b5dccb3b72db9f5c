"""Lines that were broken at a fixed width, put together again.

Text that was saved from a PDF or a mail is broken wherever a line was full. Only lines that reach
the width of the file and do not end a sentence go on in the next.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence

from index.report.headings import whole_heading
from index.report.lines import Form, Role, read_line

_NARROWEST, _WIDEST = 24, 90  # characters
_FEWEST_FULL = 3
_ENDS = "。！？；：!?;:…”』」"
_NO_PROSE = re.compile(r"[\t|｜│]|\S {2,}\S")

Measure = Callable[[str], int]


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines, each paragraph and each heading on one of its own."""
    is_full = _fullness(lines)
    joined: list[str] = []
    above = before = ""
    for line in lines:
        text = line.strip()
        heading = whole_heading(above.strip(), text) if above and text else None
        if heading is not None:
            joined[-1] = heading
        elif is_full is not None and is_full(before) and _goes_on(above, line):
            joined[-1] = above.rstrip() + text
        else:
            joined.append(line)
        above, before = joined[-1], line
    return joined


def _fullness(lines: Sequence[str]) -> Callable[[str], bool] | None:
    """What tells a line that was broken because it was full; None where lines were not broken.

    Programs count characters, or columns, of which a Chinese character takes two.
    """
    ends = [line for line in map(str.rstrip, lines) if line and not _NO_PROSE.search(line)]
    if not ends or not _NARROWEST <= max(map(len, ends)) <= _WIDEST:
        return None
    prose = [line for line in ends if _is_open(line)]
    if len(prose) < _FEWEST_FULL:
        return None
    measures: tuple[tuple[Measure, int], ...] = ((len, 1), (_columns, 3))
    best: Measure = _columns
    full = limit = 0
    for measure, tolerance in measures:
        least = max(map(measure, ends)) - tolerance
        count = sum(measure(line) >= least for line in prose)
        if count > full:
            best, full, limit = measure, count, least
    if full < _FEWEST_FULL:
        return None
    return lambda line: best(line.rstrip()) >= limit and _is_open(line)


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(ch) in "WFA" else 1 for ch in line)


def _is_open(line: str) -> bool:
    """Whether a sentence may go on behind a line."""
    text = line.strip()
    if not text or text[-1] in _ENDS or _NO_PROSE.search(text):
        return False
    return _is_prose(text)


def _goes_on(above: str, line: str) -> bool:
    text = line.strip()
    if not text or line[:1] in " \u3000\u00a0" or _NO_PROSE.search(text):
        return False
    if above.rstrip()[-1:].isdigit() and text[0].isdigit():
        return False  # one number or two: nobody can tell
    return _is_prose(text)


def _is_prose(text: str) -> bool:
    line = read_line(text)
    return line.form is Form.SINGLE and line.role in (Role.PROSE, Role.EITHER)
