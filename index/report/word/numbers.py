"""Numbers that Word prints before paragraphs and does not store in their text: 一、（二）3."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from index.report.word.parts import name_of, value_of

_DIGITS = "〇一二三四五六七八九"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "japaneseDigitalTenThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "taiwaneseDigital",
    }
)


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


@dataclass(slots=True)
class Numbers:
    """Counts the numbered paragraphs of a document."""

    numbering: _Element | None
    styles: _Element | None
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _by_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for element in self.numbering if self.numbering is not None else ():
            if name_of(element) == "abstractNum":
                levels = _levels_of(element)
                self._levels[value_of(element, "abstractNumId") or ""] = levels
            elif name_of(element) == "num":
                abstract = _child_value(element, "abstractNumId")
                self._abstract[value_of(element, "numId") or ""] = abstract
        for style in self.styles if self.styles is not None else ():
            numbered = _numbered(style)
            if numbered is not None:
                self._by_style[value_of(style, "styleId") or ""] = numbered

    def next_for(self, paragraph: _Element) -> str:
        """The number printed before a paragraph; "" where none is, or only a bullet."""
        if not self._levels:
            return ""
        numbered = _numbered(paragraph) or self._by_style.get(_style_of(paragraph))
        if numbered is None:
            return ""
        number, depth = numbered
        list_id = self._abstract.get(number, "")
        levels = self._levels.get(list_id, {})
        level = levels.get(depth)
        if level is None or level.format in ("none", "bullet"):
            return ""
        counts = self._counts.setdefault(list_id, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        text = level.text
        for place, above in levels.items():
            count = counts.get(place, above.start)
            text = text.replace(f"%{place + 1}", _printed(count, above.format))
        return text


def _levels_of(abstract: _Element) -> dict[int, _Level]:
    levels = {}
    for element in abstract:
        depth = value_of(element, "ilvl") or ""
        if name_of(element) == "lvl" and depth.isdigit():
            start = _child_value(element, "start")
            levels[int(depth)] = _Level(
                _child_value(element, "numFmt") or "decimal",
                _child_value(element, "lvlText"),
                int(start) if start.isdigit() and len(start) < 6 else 1,
            )
    return levels


def _numbered(element: _Element) -> tuple[str, int] | None:
    """Which list a paragraph or a style belongs to, and how deep in it."""
    for properties in element:
        if name_of(properties) != "pPr":
            continue
        for numbered in properties:
            if name_of(numbered) == "numPr":
                depth = _child_value(numbered, "ilvl")
                number = _child_value(numbered, "numId")
                return (number, int(depth) if depth.isdigit() and len(depth) < 3 else 0)
    return None


def _style_of(paragraph: _Element) -> str:
    values = (_child_value(p, "pStyle") for p in paragraph if name_of(p) == "pPr")
    return next(values, "")


def _child_value(element: _Element, name: str) -> str:
    return next(_values(element, name), "")


def _values(element: _Element, name: str) -> Iterator[str]:
    return (value_of(e, "val") or "" for e in element if name_of(e) == name)


def _printed(number: int, format: str) -> str:
    if format in _CHINESE and 0 < number < 100:
        tens, ones = divmod(number, 10)
        ten = "" if tens == 0 else ("" if tens == 1 else _DIGITS[tens]) + "十"
        return ten + (_DIGITS[ones] if ones or not tens else "")
    if format == "decimalFullWidth":
        return str(number).translate({ord("0") + i: 0xFF10 + i for i in range(10)})
    if format == "decimalEnclosedCircleChinese" or format == "decimalEnclosedCircle":
        return chr(0x245F + number) if 0 < number <= 20 else str(number)
    return str(number)
