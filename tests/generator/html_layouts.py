"""HTML layouts: government sites with and without chrome, word processors, broken mark-up."""

from collections.abc import Callable
from html import escape
from random import Random

from tests.generator.drafts import Draft
from tests.generator.figures import below
from tests.generator.tables import Span, SpanTable
from tests.generator.text_layouts import expand

PageLayout = Callable[[Draft, Random], str]


def clean_page(draft: Draft, rng: Random) -> str:
    """Only the article, merged cells as rowspan and colspan."""
    return _page(draft.title, article(draft))


def site_page(draft: Draft, rng: Random) -> str:
    """The article inside a site's chrome: breadcrumb, index box, lists, footer (V80, V81)."""
    year = draft.year
    index = f"{below(rng, 900000000) + 100000000}/{year + 1}-{below(rng, 90000) + 10000:05d}"
    above = (
        '<div class="top"><a href="/">网站首页</a> | <a href="/zwgk/">政务公开</a> | '
        '<a href="/login">登录</a> | <a href="/zn/">智能问答</a></div>'
        '<div class="nav">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> '
        "&gt; 政府信息公开年报</div>"
        "<script>var visits = 2035; document.title = '年报';</script>"
        f'<ul class="list"><li>{year - 1}年政府信息公开工作年度报告</li>'
        f"<li>{year - 2}年政府信息公开工作年度报告</li></ul>"
        f"<table class='meta'><tr><td>索引号：</td><td>{index}</td><td>公开日期：</td>"
        f"<td>{year + 1}-01-{below(rng, 20) + 10}</td></tr></table>"
        f"<h1>{escape(draft.title)}</h1><p class='info'>发布日期：{year + 1}-01-"
        f"{below(rng, 20) + 10} 字号：大 中 小 浏览次数：{below(rng, 3000)}</p>"
    )
    below_it = (
        '<div class="share">分享到： 打印 关闭</div><div class="foot">版权所有 示例网站 '
        "备案号：示ICP备00000000号 联系电话：0000-0000000</div>"
    )
    return _page(draft.title, f'{above}<div class="article">{article(draft, "")}</div>{below_it}')


def nested_page(draft: Draft, rng: Random) -> str:
    """The article in a cell of a layout table, its tables nested in it (V58, V59)."""
    wide = "<tr>" + "<td>&nbsp;</td>" * 12 + "</tr>"
    return _page(
        draft.title,
        "<table width='100%'>"
        f"<tr><td colspan='12'>{escape(draft.title)}</td></tr>{wide}"
        f"<tr><td></td><td colspan='11'>{article(draft, '')}</td></tr></table>",
    )


def unclosed_page(draft: Draft, rng: Random) -> str:
    """Cells and rows that are never closed, as HTML 4 allowed."""
    page = clean_page(draft, rng)
    return page.replace("</td>", "").replace("</tr>", "").replace("</p>", "")


def overlong_page(draft: Draft, rng: Random) -> str:
    """Rowspans that reach past the end of the table."""
    return _page(draft.title, article(draft, extra_rows=1 + below(rng, 6)))


def office_page(draft: Draft, rng: Random) -> str:
    """The mark-up a word processor writes: fonts, nested paragraphs, fixed widths."""

    def cell(text: str, attributes: str) -> str:
        inner = f'<font face="仿宋" size="3" style="font-size: 12pt">{escape(text)}</font>'
        return (
            f'<td{attributes} style="border: 1px solid #000000; padding: 0cm 0.19cm">'
            f'<p align="center" style="orphans: 0; widows: 0">\n{inner or "<br/>"}</p>\n</td>'
        )

    body = article(draft, cell=cell)
    body = body.replace("<table>", '<table width="642" cellpadding="7"><col width="120"/>')
    return _page(draft.title, body.replace("<p>", '<p style="text-indent: 0.74cm"><span>'))


def flat_page(draft: Draft, rng: Random) -> str:
    """No merged cells: the grid is filled up with empty ones."""
    return _page(draft.title, article(draft, is_flat=True))


def repeated_page(draft: Draft, rng: Random) -> str:
    """A merged cell's text printed in each of its places (V58)."""
    return _page(draft.title, article(draft, is_flat=True, is_repeating=True))


def divs_page(draft: Draft, rng: Random) -> str:
    """Rows and cells are divs; spans are lost, empty cells stay."""
    return _page(draft.title, article(draft, table=_divs))


def grid_page(draft: Draft, rng: Random) -> str:
    """All cells are children of one element, laid out as a grid by its style."""
    return _page(draft.title, article(draft, table=_css_grid))


def apart_page(draft: Draft, rng: Random) -> str:
    """Each row is a table of its own."""
    return _page(draft.title, article(draft, table=_row_tables))


def article(
    draft: Draft,
    title_tag: str = "h1",
    *,
    extra_rows: int = 0,
    cell: Callable[[str, str], str] | None = None,
    is_flat: bool = False,
    is_repeating: bool = False,
    table: Callable[[SpanTable], str] | None = None,
) -> str:
    """Title, paragraphs and tables in order."""
    chunks = [f"<{title_tag}>{escape(draft.title)}</{title_tag}>"] if title_tag else []
    chunks += [_paragraph(text) for text in draft.before]
    for part in draft.parts:
        chunks.append(f"<p><strong>{escape(part.heading)}</strong></p>")
        for block in part.blocks:
            if isinstance(block, str):
                chunks.append(_paragraph(block))
            elif table is not None:
                chunks.append(table(block))
            elif is_flat:
                rows = expand(block, is_repeating=is_repeating)
                chunks.append(_flat_table(rows))
            else:
                chunks.append(_table(block, extra_rows, cell or _plain_cell))
    return "\n".join([*chunks, *(_paragraph(text) for text in draft.after)])


def _page(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8"/>'
        f"<title>{escape(title)}</title></head>\n<body>\n{body}\n</body></html>\n"
    )


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _flat_table(rows: list[list[str]]) -> str:
    lines = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in rows)
    return "<table>" + "\n".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def _divs(table: SpanTable) -> str:
    rows = (
        "".join(f"<div><span>{escape(span.text)}</span></div>" for span in row)
        for row in table.rows
    )
    return "<div class='table'>" + "\n".join(f"<div>{row}</div>" for row in rows) + "</div>"


def _css_grid(table: SpanTable) -> str:
    cells = (
        f"<div style='grid-column:span {span.cols};grid-row:span {span.rows}'>"
        f"{escape(span.text)}</div>"
        for row in table.rows
        for span in row
    )
    width = sum(span.cols for span in table.rows[0])
    style = f"display:grid;grid-template-columns:repeat({width}, 1fr)"
    return f"<div style='{style}'>{''.join(cells)}</div>"


def _row_tables(table: SpanTable) -> str:
    rows = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in expand(table))
    return "\n".join(f"<table><tr>{row}</tr></table>" for row in rows)


def _table(table: SpanTable, extra_rows: int, cell: Callable[[str, str], str]) -> str:
    lines = []
    for row in table.rows:
        tags = (cell(span.text, _attributes(span, extra_rows)) for span in row)
        lines.append(f"<tr>{''.join(tags)}</tr>")
    return "<table>" + "\n".join(lines) + "</table>"


def _plain_cell(text: str, attributes: str) -> str:
    return f"<td{attributes}>{escape(text) or '&nbsp;'}</td>"


def _attributes(span: Span, extra_rows: int) -> str:
    # Only the tall label 三、本年度办理结果 is made longer: it is the one that editors get wrong.
    rows = span.rows + extra_rows if span.rows > 12 else span.rows
    wide = f' colspan="{span.cols}"' if span.cols > 1 else ""
    tall = f' rowspan="{rows}"' if rows > 1 else ""
    return wide + tall


PAGE_LAYOUTS: dict[str, PageLayout] = {
    "clean": clean_page,
    "site": site_page,
    "nested": nested_page,
    "unclosed": unclosed_page,
    "overlong": overlong_page,
    "office": office_page,
    "flat": flat_page,
    "repeated": repeated_page,
    "divs": divs_page,
    "grid": grid_page,
    "apart": apart_page,
}
