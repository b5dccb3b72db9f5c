"""What elements of HTML mean for the flow of text, and its white space."""

import re

from lxml.etree import _Element

_DROPPED = frozenset(("script", "style", "noscript", "template", "head", "iframe", "object"))
_DROPPED |= {"embed", "svg", "select", "button", "input", "textarea", "audio", "video", "canvas"}
BLOCKS = frozenset(("address", "article", "aside", "blockquote", "body", "caption", "center"))
BLOCKS |= {"dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"}
BLOCKS |= {"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li"}
BLOCKS |= {"main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td"}
BLOCKS |= {"tfoot", "th", "thead", "tr", "ul"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
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
    if style is not None and "n" in style and _HIDDEN.search(style):
        return True
    return element.get("hidden") is not None


def text_between(text: str) -> str:
    """Text between two breaks as a browser shows it.

    A line break in the source between two Chinese characters is no blank: editors wrap there.
    """
    if text.isalnum():
        return text
    if "\n" in text or "\r" in text:
        text = _WRAPPED.sub("", text)
    return _BLANKS.sub(" ", text).strip()
