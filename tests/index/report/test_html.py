import re
from collections.abc import Callable, Sequence
from html import escape
from random import Random

import pytest

from index.report.web.html import read_html, tables_in
from index.types import Table
from tests.generator.drafts import Draft
from tests.generator.html_layouts import PAGE_LAYOUTS
from tests.generator.printing import Zero
from tests.generator.tables import Span
from tests.generator.text_layouts import one_a_line, text_of, with_pipes, with_tabs
from tests.index.report.invented import PROSE, TITLE, draft, figures
from tests.index.report.reading import (
    findings_of,
    outline_of,
    statuses_of,
    texts_of,
    values_of,
)

EXPECTED = figures()
Page = Callable[[Draft], str]


def clean(report: Draft) -> str:
    return PAGE_LAYOUTS["clean"](report, Random(1))


def site(report: Draft) -> str:
    return PAGE_LAYOUTS["site"](report, Random(1))


def lines_in(tag: str, lines: list[str]) -> str:
    body = "".join(f"<{tag}>{escape(line)}</{tag}>" for line in lines if line)
    return f"<html><body><div>{body}</div></body></html>"


def a_paragraph_each(report: Draft) -> str:
    return lines_in("p", text_of(report, one_a_line, Random(1), "\n").split("\n"))


def pipes_in_paragraphs(report: Draft) -> str:
    return lines_in("div", text_of(report, with_pipes, Random(1), "\n").split("\n"))


def preformatted(report: Draft) -> str:
    return f"<html><body><pre>{escape(text_of(report, with_tabs, Random(1)))}</pre></body></html>"


def broken_by_br(report: Draft) -> str:
    lines = escape(text_of(report, one_a_line, Random(1), "\n")).split("\n")
    return f"<html><body><table><tr><td>{'<br>'.join(lines)}</td></tr></table></body></html>"


def one_big_table(report: Draft) -> str:
    """Title, prose and figures are rows of one table (V59)."""

    def wide(text: str) -> str:
        return f"<tr><td colspan=10>{escape(text)}</td></tr>"

    rows = [wide(report.title), *map(wide, report.before)]
    for part in report.parts:
        rows.append(wide(part.heading))
        for block in part.blocks:
            if isinstance(block, str):
                rows.append(wide(block))
                continue
            for row in block.rows:
                cells = "".join(
                    f"<td colspan={s.cols} rowspan={s.rows}>{escape(s.text)}</td>" for s in row
                )
                rows.append(f"<tr>{cells}</tr>")
    return f"<html><body><table>{''.join([*rows, *map(wide, report.after)])}</table></body></html>"


def rows_never_opened(report: Draft) -> str:
    page = clean(report)
    return page.replace("</tr>\n<tr>", "</tr>\n").replace("<table><tr>", "<table>")


def cut_in_two(report: Draft) -> str:
    page = PAGE_LAYOUTS["flat"](report, Random(1))
    place = page.rindex("<tr>", 0, page.index("（四）无法提供"))
    return f"{page[:place]}</table><p></p><table>{page[place:]}"


def deeply_nested(report: Draft) -> str:
    return clean(report).replace("<body>", "<body>" + "<div><font>" * 400)


def a_hidden_copy(report: Draft) -> str:
    other = (
        "<table><tr><td>行政许可</td><td>999</td></tr><tr><td>行政处罚</td><td>9</td></tr></table>"
    )
    hidden = f'<div style="DISPLAY: none">{other}</div><div hidden>{other}</div>'
    return site(report).replace('<div class="article">', f'{hidden}<div class="article">')


def a_contents_box(report: Draft) -> str:
    links = "".join(f"<li><a href='#'>{escape(part.heading)}</a></li>" for part in report.parts)
    return site(report).replace('<div class="article">', f"<ul>{links}</ul><div>")


def a_box_for_each_section(report: Draft) -> str:
    return re.sub("(<p><strong>)", r"</div><div class='section'>\1", site(report))


def hidden_until_scripted(report: Draft) -> str:
    return clean(report).replace("<body>", "<body><div style='display:none'>")


def an_article_shown_by_a_script(report: Draft) -> str:
    """The site is seen at once, and the article only when a script has run."""
    hidden = '<div class="article" style="visibility: hidden; opacity: 0;">'
    return site(report).replace('<div class="article">', hidden)


def numbers_in_inner_tables(report: Draft) -> str:
    """The seven numbers of a row in a table of their own, in one cell."""
    page = PAGE_LAYOUTS["flat"](report, Random(1))
    number = r"<td>[^<]{1,5}</td>"
    return re.sub(rf"({number}{{7}})</tr>", r"<td><table><tr>\1</tr></table></td></tr>", page)


def a_table_a_number(report: Draft) -> str:
    """Each number in a table of its own, all of it in a table that arranges the page."""
    page = PAGE_LAYOUTS["flat"](report, Random(1))
    page = re.sub(r"<td>(\d{1,5})</td>", r"<td><table><tr><td>\1</td></tr></table></td>", page)
    return re.sub("<body>(.*)</body>", r"<body><table><tr><td>\1</table></body>", page)


def a_column_a_cell(report: Draft) -> str:
    """Table three with a whole column in each cell, a line a number."""
    page = clean(report)
    three = next(
        b for part in report.parts for b in part.blocks if not isinstance(b, str) and b.number == 3
    )
    rows = [[span.text for span in row][-8:] for row in three.rows[3:]]
    heads = (
        "项目",
        "自然人",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
        "总计",
    )
    columns = "".join(f"<td>{'<br>'.join(map(escape, c))}</td>" for c in zip(*rows, strict=True))
    table = f"<table><tr><td>{'</td><td>'.join(heads)}</td></tr><tr>{columns}</tr></table>"
    return re.sub(
        r"<table><tr><td colspan=\"3\" rowspan=\"3\">.*?</table>", table, page, flags=re.DOTALL
    )


def a_group_a_row(report: Draft) -> str:
    """The rows of a group of table three as one, their cells stacked beside the group."""
    page = PAGE_LAYOUTS["flat"](report, Random(1))
    rows = page.split("\n")
    for group, count in (("（三）不予公开", 8), ("（五）不予处理", 5)):
        first = next(i for i, row in enumerate(rows) if f"<td>{group}</td>" in row)
        cells = [re.findall(r"<td>(.*?)</td>", row)[2:] for row in rows[first : first + count]]
        stacked = "".join(f"<td>{'<br>'.join(column)}</td>" for column in zip(*cells, strict=True))
        rows[first : first + count] = [f"<tr><td></td><td>{group}</td>{stacked}</tr>"]
    return "\n".join(rows)


def a_break_for_each_line_of_source(report: Draft) -> str:
    """Groups stacked in one row, and <br> wherever the source has a line break."""
    page = a_group_a_row(report)
    return page.replace("</td><td>", "</td><br/><td>").replace("</tr>", "</tr><br/>")


def a_list_a_row(report: Draft) -> str:
    """Each row a list of definitions: its label the term, its cells behind it."""

    def listed(row: Sequence[Span]) -> str:
        return f"<dl><dt>{row[0].text}</dt>{''.join(f'<dd>{s.text}</dd>' for s in row[1:])}</dl>"

    body = [f"<h1>{report.title}</h1>", *(f"<p>{text}</p>" for text in report.before)]
    for part in report.parts:
        body.append(f"<p>{part.heading}</p>")
        for block in part.blocks:
            body += [f"<p>{block}</p>"] if isinstance(block, str) else map(listed, block.rows)
    body += [f"<p>{text}</p>" for text in report.after]
    return f"<html><body>{''.join(body)}</body></html>"


@pytest.mark.parametrize("zero", [Zero.DIGIT, Zero.EMPTY])
def test_rows_that_are_lists_of_definitions_keep_their_empty_cells(zero: Zero) -> None:
    assert values_of(a_list_a_row(draft(zero=zero)), "a.html") == EXPECTED


OTHERS: dict[str, Page] = {
    page.__name__: page
    for page in (
        a_paragraph_each,
        pipes_in_paragraphs,
        preformatted,
        broken_by_br,
        one_big_table,
        rows_never_opened,
        cut_in_two,
        deeply_nested,
        a_hidden_copy,
        a_contents_box,
        a_box_for_each_section,
        hidden_until_scripted,
        an_article_shown_by_a_script,
        numbers_in_inner_tables,
        a_table_a_number,
        a_column_a_cell,
        a_group_a_row,
        a_break_for_each_line_of_source,
    )
}


@pytest.mark.parametrize("page", [a_group_a_row, a_break_for_each_line_of_source])
def test_stacked_cells_keep_their_empty_lines(page: Page) -> None:
    assert values_of(page(draft(zero=Zero.EMPTY)), "a.html") == EXPECTED


def laid_out(layout: str) -> Page:
    return lambda report: PAGE_LAYOUTS[layout](report, Random(1))


PAGES: dict[str, Page] = {**{name: laid_out(name) for name in PAGE_LAYOUTS}, **OTHERS}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_page_gives_every_cell_and_the_prose(page: Page) -> None:  # V42, V43, V58, V59, V80
    source = page(draft())
    assert values_of(source, "a.html") == EXPECTED
    assert findings_of(source, "a.html") == ()
    texts = texts_of(source, "a.html")
    assert {number: texts[number] for number in PROSE} == {
        number: "\n".join(prose) for number, prose in PROSE.items()
    }
    assert texts[2] == texts[3] == texts[4] == ""


def test_the_site_around_the_report_is_no_part_of_it() -> None:  # V80, V81
    parted = outline_of(site(draft()), "a.html")
    prose = "\n".join(section.text for section in parted.sections)
    assert not re.search("版权所有|首页|登录|浏览次数|智能问答|2022年政府信息公开", prose)
    assert not any(section.tables for section in parted.sections if section.number < 2)


def test_the_title_and_the_breadcrumb_are_handed_on() -> None:
    content = read_html(site(draft()), "a.html")
    assert content.titles[0] == TITLE
    assert any("当前位置" in line for line in content.around)


def test_a_page_whose_tables_are_pictures_has_its_sections() -> None:  # V69
    page = re.sub("<table>.*?</table>", "<img src='1.jpg'/>", clean(draft()), flags=re.DOTALL)
    parted = outline_of(page, "a.html")
    assert [section.number for section in parted.sections] == [0, 1, 2, 3, 4, 5, 6]
    assert {f.rule for f in findings_of(page, "a.html")} == {"table_missing"}


def test_columns_below_each_other_are_never_read_as_rows() -> None:
    page = a_column_a_cell(draft(zero=Zero.EMPTY)).replace("<br>", "</p><p>")
    told = values_of(page, "a.html")
    assert all(told[key] == value for key, value in EXPECTED.items() if told.get(key) is not None)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p><span>3</span><span>5</span></p>", "35"),
        ("<p>商业<br/>企业</p>", "商业\n企业"),
        ("<b>1</b><sup></sup>2", "12"),
        ("&nbsp;", ""),
        ("<p>一、本年新收政府\n   信息公开申请数量</p>", "一、本年新收政府信息公开申请数量"),
        ("<!-- 9 --><o:p>7</o:p>", "7"),
        ("<script>var n = 3</script>4", "4"),
        ("<span style='display:none'>8</span>6", "6"),
        ("<div><table><tr><td>5</td></tr></table></div>", "5"),
        ("<del>77</del>2", "2"),
        ("<s>77</s>2", "2"),
        ("<span style='text-decoration: line-through'>77</span>2", "2"),
        ("2<sup>[1]</sup>", "2"),
        ("2<sup>1</sup>", "2[1]"),
        ("<input type='text' value='12' readonly>", "12"),
        ("<input type='hidden' value='9'>3", "3"),
        ("<select><option>0</option><option selected>4</option></select>", "4"),
        ("<textarea>15</textarea>", "15"),
        ("<i class='iconfont'>&#xe60a;</i>8", "8"),
        ("<p>12 <i>\ue62c</i></p>", "12"),
        ("<i>\ue60a</i>", "\ufffd"),
        ("1<i>\ue60a</i>7", "1\ufffd7"),
        ("<i>3</i>", "3"),
        ("<span class='v' data-v='12'></span>", "\ufffd"),
        ("<span data-to='4425'></span>", "\ufffd"),
        ("<em v-text='row.n'></em>", "\ufffd"),
        ("<p data-v-1a2b><br></p>", ""),
        ("<span data-mce-style='width: 12px'></span>", ""),
        ("<span data-v='12'>12</span>", "12"),
    ],
)
def test_a_cell_is_what_people_see_in_it(cell: str, text: str) -> None:
    rows = f"<tr><td>行政许可</td><td>{cell}</td></tr><tr><td>行政处罚</td><td>1</td></tr>"
    assert tables_in(f"<table>{rows}</table>") == [
        Table((("行政许可", text), ("行政处罚", "1")), is_grid=True)
    ]


def test_a_sentence_that_the_editor_wrapped_is_whole_again() -> None:
    said = "<p>我镇认真\n   落实条例 2023\n年要求。</p>"
    page = f"<p>一、总体情况</p>{said}<p>二、主动公开政府信息情况</p>"
    assert texts_of(page, "a.html")[1] == "我镇认真落实条例 2023 年要求。"


def test_empty_cells_stay_in_their_column() -> None:
    page = clean(draft()).replace("<td>31</td>", "<td></td>", 1)
    assert statuses_of(page, "a.html")[("new_received", "natural")] == "blank"


def test_one_table_may_be_flattened_and_the_others_not() -> None:
    page = clean(draft())
    start = page.index("<table>", page.index("三、收到和处理"))
    end = page.index("</table>", start)
    cells = re.findall("<td[^>]*>([^<]*)</td>", page[start:end])
    flat = "".join(f"<p>{cell}</p>" for cell in cells)
    assert values_of(f"{page[:start]}{flat}{page[end:]}", "a.html") == EXPECTED


def test_a_list_of_other_years_beside_the_report_gives_it_no_title() -> None:  # V80
    others = "".join(f"<li>{TITLE.replace('2023', str(year))}</li>" for year in (2020, 2019))
    page = clean(draft()).replace("<body>", f"<body><ul>{others}</ul>", 1)
    assert others in page
    assert not any("2020" in t or "2019" in t for t in read_html(page, "a.html").titles)


def test_a_link_to_the_report_of_another_year_begins_no_report() -> None:  # V81
    link = f"<p>上一篇：{TITLE.replace('2023', '2022')}</p>"
    rows = "".join(f"<tr><td>{label}</td><td>9</td></tr>" for label in ("行政许可", "行政处罚"))
    page = clean(draft()).replace("</body>", f"{link}<table>{rows}</table></body>", 1)
    assert link in page
    assert not any("2022" in title for title in read_html(page, "a.html").titles)
    assert outline_of(page, "a.html").titles[0] == TITLE


def test_tabs_at_the_ends_of_typed_lines_are_empty_cells() -> None:
    heads = "\t".join(("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3)
    line = "\t\t7\t\t7\t\t\t8\t9\t17\t\t\t\t\t"
    typed = f"<h3>四、政府信息公开行政复议、行政诉讼情况</h3><pre>{heads}\n{line}</pre>"
    page = clean(draft())
    start = page.index("<p", page.index("行政复议、行政诉讼情况") - 60)
    end = page.index("</table>", start) + len("</table>")
    told = values_of(page[:start] + typed + page[end:], "a.html")
    assert told[("review_other", "total")] == told[("review_total", "total")] == 7
    assert told[("suits_direct_other", "total")] == 8
    assert told[("suits_after_total", "total")] == 0


def test_hidden_tables_of_a_template_are_none_of_a_report_without_tables() -> None:
    """Reports before 2019 have prose alone; an editor's template may lie hidden among it."""
    page = clean(draft())
    table = page[page.index("<table>") : page.rindex("</table>") + len("</table>")]
    hidden = f"<div style='display:none'><p>三、收到和处理政府信息公开申请情况</p>{table}</div>"
    told = "<p>2013年，我镇收到申请3件，均已办结。</p>"
    seen = f"<p>一、概述</p>{hidden}{told}<p>二、主动公开政府信息的情况</p>{told}<p>三、问题</p>"
    assert not any(values_of(f"<html><body>{seen}</body></html>", "a.html", 2013).values())
