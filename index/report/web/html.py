"""HTML to blocks: the article without the site around it, its tables as rectangles."""

import re
from collections.abc import Iterable, Sequence

from lxml import etree
from lxml.etree import _Element

from index.report.chrome import is_title, titles_in
from index.report.content import Content
from index.report.headings import heading_of
from index.report.web.article import Stretch, article_of
from index.report.web.markup import BLOCKS, is_dropped, text_between
from index.report.web.rows import HOLDERS, rows_in
from index.report.web.tables import rows_to_read, text_of
from index.types import Block, Paragraph, Table

# A cell right behind a row or at the head of a table opens a row: browsers know, lxml does not.
_ROW_LOST = re.compile(
    r"(</tr\s*>\s*|<table\b[^<>]*>\s*|<t(?:body|head|foot)\b[^<>]*>\s*)(?=<t[dh]\b)", re.IGNORECASE
)
_MOST_BEFORE, _MOST_AFTER = 80, 40
_NEAR = 8
_FEW_ROWS = 10  # fewer than the tables of a report have
_TITLE_NAMES = ("articletitle", "og:title", "dc.title", "title", "pubtitle")
_PLACE_NAMES = ("contentsource", "sitename", "columnname", "author", "publisher", "source")


def read_html(text: str, source: str) -> Content:
    """The article of a page as blocks, and its titles and surroundings."""
    root = _parsed(text)
    if root is None:
        return Content("html", ())
    blocks, stretches = _read(root, is_hidden_read=False)
    if len(blocks) < 3 or sum(len(b.rows) for b in blocks if isinstance(b, Table)) < _FEW_ROWS:
        shown = _read(root, is_hidden_read=True)
        # The text is shown by a script; else what is hidden was left over from a template.
        if len(blocks) < 3 or (_holds_more(shown[0], blocks) and not _is_article(blocks)):
            blocks, stretches = shown
    start, end = article_of(blocks, stretches)
    before = _lines(blocks[:start])
    around = [*before[-_MOST_BEFORE:], *_lines(blocks[end:])[:_MOST_AFTER]]
    titles = _titles(root)
    titles += _near_titles(before, is_needed=not any(map(is_title, titles)))
    return Content(
        "html",
        tuple(blocks[start:end]),
        tuple(dict.fromkeys(titles)),
        tuple(dict.fromkeys([*_metas(root, _PLACE_NAMES), *around])),
    )


def _is_article(blocks: Sequence[Block]) -> bool:
    """Whether what is seen has the sections of a report."""
    lines = (block.text for block in blocks if isinstance(block, Paragraph))
    return sum(heading_of(line) is not None for line in lines) > 1


def _holds_more(shown: Sequence[Block], blocks: Sequence[Block]) -> bool:
    """Whether what is hidden holds the tables, and most of the text."""
    has_tables = any(isinstance(block, Table) for block in shown)
    return has_tables and _size(shown) > 2 * _size(blocks)


def _size(blocks: Sequence[Block]) -> int:
    """How many characters are read."""
    paragraphs = sum(len(b.text) for b in blocks if isinstance(b, Paragraph))
    tables = (b for b in blocks if isinstance(b, Table))
    return paragraphs + sum(len(cell) for table in tables for row in table.rows for cell in row)


def tables_in(markup: str) -> list[Block]:
    """The blocks of a piece of HTML that stands in a text."""
    root = _parsed(markup)
    return [] if root is None else _read(root, is_hidden_read=False)[0]


def _parsed(text: str) -> _Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(_ROW_LOST.sub(r"\1<tr>", text).encode("utf-8"), parser)
    except etree.XMLSyntaxError:  # nothing in it
        return None


def _read(root: _Element, *, is_hidden_read: bool) -> tuple[list[Block], list[Stretch]]:
    walk = _Walk(is_hidden_read)
    walk.take(root)
    return walk.blocks, walk.stretches


class _Walk:
    """The document in order: text gathered to paragraphs, tables to rectangles."""

    def __init__(self, is_hidden_read: bool) -> None:
        self.blocks: list[Block] = []
        self.stretches: list[Stretch] = []
        self._pieces: list[str] = []
        self._tables: dict[_Element, Table | None] = {}
        self._is_hidden_read = is_hidden_read
        self._preformatted = 0

    def take(self, root: _Element) -> None:
        """Read all of it."""
        starts: list[int] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: _Element | None = None
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if skipped is None and self._is_skipped(element, tag):
                    skipped = element
                    walk.skip_subtree()
                elif skipped is None:
                    self._open(element, tag, starts)
                continue
            if skipped is None:
                self._close(tag, starts)
            elif skipped is element:
                skipped = None
            if element.tail and skipped is None and element is not root:
                self._add(element.tail)
        self._flush()

    def _is_skipped(self, element: _Element, tag: str) -> bool:
        if is_dropped(element, tag, is_hidden_read=self._is_hidden_read):
            return True
        if (
            tag in ("sup", "sub")
            and "".join(map(str, element.itertext())).strip("[]()（） ").isdigit()
        ):
            return True  # a note: no digit of the number before it
        if tag == "table":
            if element not in self._tables:
                self._tables.update(rows_to_read(element, self._is_hidden_read))
        elif tag in HOLDERS and element not in self._tables:
            self._tables.update(rows_in(element, self._is_hidden_read))
        if element not in self._tables:
            return False
        self._flush()
        table = self._tables[element]
        if table is not None:
            self.blocks.append(table)
        return True

    def _open(self, element: _Element, tag: str, starts: list[int]) -> None:
        if tag in BLOCKS:
            self._flush()
            starts.append(len(self.blocks))
            self._preformatted += tag == "pre"
        elif tag == "br":
            self._flush()
        if element.text:
            self._add(element.text)

    def _close(self, tag: str, starts: list[int]) -> None:
        if tag in BLOCKS:
            self._flush()
            start = starts.pop()
            self._preformatted -= tag == "pre"
            if len(self.blocks) > start:
                self.stretches.append(Stretch(start, len(self.blocks)))

    def _add(self, text: str) -> None:
        if not self._preformatted:
            self._pieces.append(text)
            return
        first, *others = text.split("\n")
        self._pieces.append(first)
        for line in others:
            self._flush()
            self._pieces.append(line)

    def _flush(self) -> None:
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        text = _of_line(text) if self._preformatted else text_between(text)
        if text:
            self.blocks.append(Paragraph(text))


def _of_line(text: str) -> str:
    """A line that was typed: tabs at its ends are empty cells where others part cells."""
    bare = text.strip()
    return text.strip(" \r\n") if "\t" in bare else bare


def _lines(blocks: Iterable[Block]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines.extend(" ".join(dict.fromkeys(c for c in row if c)) for row in block.rows)
    return [line for line in lines if line]


def _titles(root: _Element) -> list[str]:
    """What the page gives as its title, the surest first."""
    found = list(_metas(root, _TITLE_NAMES[:1]))
    headings = [text_of(h) for h in root.iter("h1", "h2", "h3")]
    found += [line for h in headings for line in [" ".join(h.split("\n"))] if is_title(line)]
    found += _metas(root, _TITLE_NAMES[1:])
    found += [text_between("".join(map(str, t.itertext()))) for t in root.iter("title")][:1]
    return [title for title in found if title]


def _metas(root: _Element, names: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        content = text_between(meta.get("content") or "")
        if name in names and content:
            found.setdefault(name, content)
    return [found[name] for name in names if name in found]


def _near_titles(lines: list[str], *, is_needed: bool) -> list[str]:
    """The title just above the article, where it stands outside of it.

    Of several, which list other reports, none is its own unless the page has no title else.
    """
    titles = dict.fromkeys(title.text for title in titles_in(lines[-_NEAR:]))
    return list(titles)[-1:] if is_needed or len(titles) == 1 else []
