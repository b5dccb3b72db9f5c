"""Tables told as lists, a line a row, to rows of tabs: 规章：1、0、5 or 规章：本年制发件数1，….

Behind a label stand its numbers, or numbers that each have the name of a column; or these follow
on lines of their own. Only lines are taken in which every word is a label, a name or a filler.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from index.report.labels import is_label
from index.report.lines import is_value
from index.text import decimal_from, normalise
from index.vocabulary.labels import LabelBook, plain_label
from index.vocabulary.metrics.applications import MEMBERS
from index.vocabulary.metrics.disputes import OUTCOMES
from index.vocabulary.metrics.regulations import COLUMN_FRAGMENTS, REGULATIONS

_LONGEST = 400
_FEWEST_ROWS, _FEWEST_NAMED = 5, 3
_FULL_ROWS = (7, 15)  # of numbers, which sums check
_BULLETS = tuple("-*+•·●◆■○▪>")
_BULLET = re.compile(r"^\s*(?:[-*+•·●◆■○▪]\s*(?=\D)|>\s+)")
_COLON = re.compile(r"(?P<label>.{2,60}?)\s*[:：]\s*(?P<rest>[^:：\s][^:：]*?)[。；;]?\s*")
# What parts numbers, the surest first; a mark for none may stand between slashes: 1 / / / 0.
_BETWEEN = tuple(
    re.compile(mark)
    for mark in (
        r"\s*[、；;]\s*",
        r"\s/\s",
        r"\s*[|｜]\s*",
        r"\s*，\s*",
        r",\s+",
        r",",
        r"/",
        r"\s+",
    )
)
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[,，]\d{3})+(?!\d)")
_ONE = re.compile(rf"{_GROUPED.pattern}(?:\.\d+)?\s?[^\d\s,，]{{0,2}}")
_BLANK = re.compile(r"\s")
_COLUMNS_TWO = LabelBook(
    [(column, column) for m in REGULATIONS for column in m.columns], COLUMN_FRAGMENTS
)
_APPLICANTS = tuple(m.columns[0] for m in MEMBERS if m.key != "organisations")
_SUMS = next(m.columns for m in MEMBERS if m.key == "organisations")
_OUTCOMES = tuple(label for _, label, _ in OUTCOMES)
_BY_NAME = {column: m.columns[0] for m in MEMBERS for column in m.columns}
_TOTAL = _APPLICANTS[-1]
_NAMES = {*_BY_NAME, *_OUTCOMES, *(column for m in REGULATIONS for column in m.columns)}
_NAMED = re.compile(
    rf"(?P<name>{'|'.join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))}"
    rf"|(?:本年度?)?(?:{'|'.join(COLUMN_FRAGMENTS)})(?:件?数量?|件)?)"
    r"\s*(?:[（(][^（）()\d]{1,10}[）)]\s*)?[:：=为]?\s*"
    r"(?P<value>[+-]?\d[\d,]*(?:\.\d+)?|无|/|—+|-)\s*(?:件|条|个|份|万元|元|[（(]件[）)])?"
)
_BEGIN_NAMES = tuple({name[0] for name in (*_NAMES, *COLUMN_FRAGMENTS, "本年")})
_WORDS = re.compile("自然人|企业|总计|结果|制|数|收费金额")  # one of them is in any such line
_MARKS = re.compile("[，、；,;（(）)]")
_GOES_ON = tuple("，、；）)")
# What may stand between named numbers: heads of several, brackets around them, marks.
_FILLER = re.compile(
    r"(?:其中|包括|包含|含|分别为|法人或其他组织|申请人情况|申请人|来自|以及|共|[、；;，,。:：（）()【】|｜/\-—·\s])*"
)
_LABEL = re.compile(
    r"(?P<label>.+?)\s*[:：]?\s*(?:(?:共计?|合计|为)?(?P<total>\d[\d,]*)\s*件?)?\s*"
    + _FILLER.pattern
)
_SIGNS = tuple("+＋−")
_UNTOLD = "（未列明）"

Row = tuple[list[str], str]  # labels, and what stands behind them


def listed(lines: Sequence[str]) -> list[str]:
    """The lines, rows of lists as rows of tabs."""
    lines = _with_ends(_on_one_line(lines))
    is_labelled = sum("：" in line or ":" in line for line in lines) >= _FEWEST_NAMED
    read = [_row(line) for line in lines] if is_labelled else []
    rows = {i: row for i, row in enumerate(read) if row is not None}
    if len({plain_label(labels[0]) for labels, _ in rows.values() if labels}) >= _FEWEST_NAMED:
        told = max((_cells(rows, mark) for mark in _BETWEEN), key=_full_rows)
        if len(told) >= _FEWEST_ROWS:
            lines = ["\t".join(told.get(i, [line])) for i, line in enumerate(lines)]
    named = [_named(line) for line in lines]
    if sum(row is not None for row in named) < _FEWEST_NAMED:
        return list(lines)
    return list(_with_heads(lines, _beside_others(lines, named)))


def _cells(rows: Mapping[int, Row], mark: re.Pattern[str]) -> dict[int, list[str]]:
    """The rows whose numbers a mark parts, by their lines."""
    told: dict[int, list[str]] = {}
    for i, (labels, rest) in rows.items():
        numbers = _by(mark, rest)
        if numbers and (labels or len(numbers) in _FULL_ROWS):
            told[i] = [*labels, *numbers]
    return told


def _full_rows(rows: Mapping[int, list[str]]) -> tuple[int, int]:
    """How many rows have all their numbers, and how many have more than one."""
    widths = [sum(map(is_value, row)) for row in rows.values()]
    return sum(width in _FULL_ROWS for width in widths), sum(width > 1 for width in widths)


def _on_one_line(lines: Sequence[str]) -> Sequence[str]:
    """The lines, named numbers behind the label that they follow on lines of their own."""
    if sum(_is_name_with_number(line) for line in lines) < _FEWEST_NAMED:
        return lines
    whole: list[str] = []
    label = -1  # where the last line stands that was nothing but a label
    for line in lines:
        text = _bare(line)
        if label >= 0 and _is_name_with_number(line):
            mark = "，" if "：" in whole[label] else "："
            whole[label] = f"{whole[label].rstrip('：:')}{mark}{text.rstrip('。；;，,')}"
            continue
        if text:
            label = len(whole) if is_label(text.rstrip("：:")) else -1
            line = text.rstrip("：:") if label >= 0 else line
        whole.append(line)
    return whole


def _with_ends(lines: Sequence[str]) -> Sequence[str]:
    """The lines, those that break off among named numbers with what ends them."""
    whole: list[str] = []
    for line in lines:
        above = whole[-1] if whole else ""
        is_end = len(line) < _LONGEST and line.strip() and names_numbers(above)
        row = _named(f"{above}{line.strip()}") if is_end else None
        before = _named(above) if row is not None else None
        if row is not None and (before is None or len(row[1]) > len(before[1])):
            whole[-1] = f"{above}{line.strip()}"
        else:
            whole.append(line)
    return whole


def _bare(line: str) -> str:
    text = line.strip()
    return _BULLET.sub("", line).strip() if text.startswith(_BULLETS) else text


def _is_name_with_number(line: str) -> bool:
    text = _bare(line) if len(line) < 40 else ""
    return text.startswith(_BEGIN_NAMES) and _NAMED.fullmatch(text.rstrip("。；;，,")) is not None


def _row(line: str) -> Row | None:
    """A label and what stands behind its colon; or numbers alone."""
    if len(line) > _LONGEST or "\t" in line:
        return None
    text = _bare(line)
    match = _COLON.fullmatch(text) if "：" in text or ":" in text else None
    if match is None:
        is_number = text[:1].isdigit() or text[:1] in tuple("/-—无")
        return ([], text.strip("。 ")) if is_number else None
    labels = _labels_in(match["label"])
    return (labels, match["rest"]) if labels else None


def names_numbers(text: str) -> bool:
    """Whether a line tells numbers by the names of their columns, with marks between them."""
    if not _MARKS.search(text) or not _WORDS.search(text):
        return False
    named = [
        m for m in _NAMED.finditer(text) if _MARKS.match(text, m.end()) or m.end() == len(text)
    ]
    # A line may also go on with the last of them: ，总计 3.
    return len(named) > (text[:1] not in _GOES_ON)


def parted(text: str) -> list[str]:
    """The numbers of a row, by the mark that parts them; nothing where other words stand there."""
    if not is_value(text[:1]) and text[:1] not in _SIGNS:  # so it begins with no number
        return []
    return max((_by(mark, text) for mark in _BETWEEN), key=lambda cells: len(cells) in _FULL_ROWS)


def _by(mark: re.Pattern[str], text: str) -> list[str]:
    if _ONE.fullmatch(text):
        return [text]
    cells = mark.split(text)
    if len(cells) > 1 and all(is_value(cell) and not _BLANK.search(cell) for cell in cells):
        is_open = mark.pattern == "," and _GROUPED.search(text) is not None
        return [" ".join(cells)] if is_open and len(cells) not in _FULL_ROWS else cells
    return [text] if is_value(text) else []


def _labels_in(text: str) -> list[str]:
    text = text.strip()
    words = text.split()
    if len(words) > 1 and all(map(is_label, words)):
        return words
    return [text] if is_label(text) else []


Named = tuple[list[str], dict[str, str]]  # labels, and numbers by the names of their columns


def _named(line: str) -> Named | None:
    """Labels and numbers that each have a name: 规章：本年制发件数0，本年废止件数1."""
    if len(line) > _LONGEST or "\t" in line or "|" in line or not _WORDS.search(line):
        return None
    text = _bare(line)
    first = next((m for m in _NAMED.finditer(text) if m.start() > 1), None)
    before = _LABEL.fullmatch(text, 0, first.start()) if first is not None else None
    labels = _labels_in(before["label"]) if before is not None else []
    if first is None or before is None or not labels:
        return None
    values = {_TOTAL: before["total"]} if before["total"] else {}
    end = first.start()
    for pair in _NAMED.finditer(text, end):
        is_part = _FILLER.fullmatch(text, end, pair.start()) is not None
        if not is_part or values.setdefault(pair["name"], pair["value"]) != pair["value"]:
            return None
        end = pair.end()
    return (labels, values) if _FILLER.fullmatch(text, end) else None


def _beside_others(lines: Sequence[str], named: Sequence[Named | None]) -> list[Named | None]:
    """The named rows that stand in a list of such; a sentence that tells one stands alone."""
    kept: list[Named | None] = [None] * len(lines)
    run: list[int] = []
    for i, (line, row) in enumerate(zip(lines, named, strict=True)):
        if row is not None:
            run.append(i)
        elif line.strip() and not is_label(_bare(line)):
            run = []
        if len(run) >= _FEWEST_NAMED:
            for at in run:
                kept[at] = named[at]
    return kept


def _with_heads(lines: Sequence[str], named: Sequence[Named | None]) -> Iterator[str]:
    """The lines, named numbers below heads."""
    before: tuple[str, ...] = ()
    for line, row in zip(lines, named, strict=True):
        if row is None:
            yield line
            continue
        labels, values = row
        is_two = all(map(_COLUMNS_TWO.find, values))
        told = values if is_two else _completed(values)
        if (*told,) != before:
            before = (*told,)
            head = "信息内容" if is_two else ""
            yield "\t".join((*[""] * (len(labels) - 1), head, *told))
        yield "\t".join((*labels, *told.values()))


def _completed(values: dict[str, str]) -> dict[str, str]:
    """The numbers of all columns, where those that are told leave nothing for the others.

    Else the others are told to be open, so that nobody takes them for zero.
    """
    columns = _OUTCOMES if values.keys() & set(_OUTCOMES[:-1]) else _APPLICANTS
    known = {_BY_NAME.get(name, name): text for name, text in values.items()}
    missing = [name for name in columns if name not in known]
    if not missing or (missing == [_TOTAL] and _SUMS[0] not in known):
        return values if not missing else {name: known.get(name, "") for name in columns}
    numbers = {name: _number(text) for name, text in known.items()}
    told = [numbers.get(name) for name in columns[:-1] if name in known]
    parts = [number for number in told if number is not None]
    is_whole = len(parts) == len(told) and numbers.get(_TOTAL) == sum(parts)
    is_none = numbers.get(_SUMS[0]) == 0 and not known.keys() & set(_APPLICANTS[1:-1])
    rest = "" if is_whole or (is_none and _TOTAL not in missing) else _UNTOLD
    return {name: known.get(name, rest) for name in columns}


def _number(text: str) -> Decimal | None:
    return decimal_from(normalise(text)) if any(map(str.isdigit, text)) else Decimal(0)
