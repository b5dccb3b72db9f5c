"""What elements of HTML mean for the flow of text, and its white space."""

import re
from functools import lru_cache

from lxml.etree import _Element

_DROPPED = frozenset(("script", "style", "noscript", "template", "head", "iframe", "object"))
_DROPPED |= {"embed", "svg", "select", "button", "input", "textarea", "audio", "video", "canvas"}
_DROPPED |= {"del", "s", "strike"}  # struck out: what was there before
_TYPED = frozenset(("input", "textarea", "select", "sup", "sub"))
_TYPES = frozenset(("", "text", "number", "tel"))
BLOCKS = frozenset(("address", "article", "aside", "blockquote", "body", "caption", "center"))
BLOCKS |= {"dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"}
BLOCKS |= {"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li"}
BLOCKS |= {"main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td"}
BLOCKS |= {"tfoot", "th", "thead", "tr", "ul"}
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|text-decoration[^;]*line-through",
    re.I,
)
# A picture from a font of pictures, in the characters that everybody may use as they like. Where
# nothing else stands in a cell, it may be what the cell says.
_ICON = re.compile(r"\s*[\ue000-\uf8ff]\s*")
ICON = "\x01"
# What a script would put into an empty element: a number kept in an attribute, or a binding.
_KEPT = re.compile(r"data-(?:v|val|value|num|number|count|text|to|target|end|final)")
_BOUND = frozenset(
    ("v-text", "v-html", "ng-bind", "ng-bind-html", "x-text", "data-bind", "th:text")
)
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d]"
_WRAPPED = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n]\s*(?={_WIDE})")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def is_dropped(element: _Element, tag: str, *, is_hidden_read: bool) -> bool:
    """Whether an element is no text for people, or none that they see."""
    if tag in _DROPPED:
        return True
    if is_hidden_read or not element.attrib:
        return False
    style = element.get("style")
    if style is not None and _hides(style):
        return True
    return element.get("hidden") is not None


@lru_cache(maxsize=1_024)  # editors give cells and runs the same few styles
def _hides(style: str) -> bool:
    return _HIDDEN.search(style) is not None


def text_in_cell(element: _Element, tag: str) -> str | None:
    """What an element shows in a cell otherwise than by its text: fields, and small figures.

    A figure above the line is a note or a power: in brackets, it is no digit of the number.
    """
    if tag not in _TYPED:
        is_icon = tag == "i" and not len(element) and _ICON.fullmatch(element.text or "")
        return ICON if is_icon else None
    if tag == "input":
        is_text = (element.get("type") or "").lower() in _TYPES
        return (element.get("value") or "") if is_text else ""
    if tag == "select":
        options = list(element.iter("option"))
        chosen = [o for o in options if o.get("selected") is not None] or options[:1]
        return "".join(str(text) for option in chosen for text in option.itertext())
    text = "".join(map(str, element.itertext()))
    if tag == "textarea":
        return text
    return f"[{text.strip()}]" if text.strip().isdigit() else ""


def is_filled_by_script(cell: _Element) -> bool:
    """Whether a cell is empty only because its number is put in by a script."""
    return any(
        name in _BOUND or (_KEPT.fullmatch(name) is not None and any(map(str.isdigit, value)))
        for element in cell.iter()
        for name, value in map(_said, element.attrib.items())
    )


def _said(attribute: tuple[str | bytes, str | bytes]) -> tuple[str, str]:
    name, value = attribute
    return str(name), str(value)


def text_between(text: str) -> str:
    """Text between two breaks as a browser shows it.

    A line break in the source between two Chinese characters is no blank: editors wrap there.
    """
    text = text.strip()
    if not text or text.isalnum():
        return text
    if "\n" in text or "\r" in text:
        text = _WRAPPED.sub("", text)
    return _BLANKS.sub(" ", text)
