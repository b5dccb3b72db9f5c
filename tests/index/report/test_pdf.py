"""PDF files, drawn by hand; what they say is invented."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from index.errors import UnreadableReport
from index.report.content import Content
from index.report.pdf.read import read_pdf
from index.types import Paragraph
from tests.index.report.drawing import Page, pdf_of

XS = [50.0, 150.0, 250.0, 350.0]
ENDS = [*XS, 450.0]
HEADS = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
PROSE = (
    "全年主动公开政府信息二千余条，群众反映的问题逐件答复，办事指南随时更新，窗口人员轮流值守，"
)
LONG = PROSE[:44]  # fills a line from 50 on at size 11


def read(tmp_path: Path, *pages: Page, title: str = "") -> Content:
    path = tmp_path / "示例.pdf"
    path.write_bytes(pdf_of(*pages, title=title))
    return read_pdf(path)


def rows(content: Content) -> list[tuple[tuple[str, ...], ...]]:
    return [table.rows for table in content.tables]


def texts(content: Content) -> list[str]:
    return [block.text for block in content.blocks if isinstance(block, Paragraph)]


def letters(count: int) -> Page:
    """A page with enough text to be no scan."""
    return Page().text(50, 100, PROSE[:count])


def test_ruled_cells_make_a_grid(tmp_path: Path) -> None:
    page = Page().grid(ENDS, [100, 120, 140, 160])
    page.row(XS, 115, HEADS).row(XS, 135, ["规章", "2", "0", "11"])
    page.row(XS, 155, ["行政规范性文件", "", "/", "1,597"])
    content = read(tmp_path, page, title="示例县年报")
    assert rows(content) == [
        (tuple(HEADS), ("规章", "2", "0", "11"), ("行政规范性文件", "", "/", "1,597"))
    ]
    assert content.tables[0].is_grid
    assert content.titles == ("示例县年报",)
    assert content.format == "pdf"


def test_cells_that_no_rule_divides_are_one_and_repeated(tmp_path: Path) -> None:
    page = Page().line(50, 100, 450, 100).line(50, 120, 450, 120).line(50, 140, 450, 140)
    page.line(50, 100, 50, 140).line(450, 100, 450, 140)
    for x in (150, 250, 350):
        page.line(x, 120, x, 140)
    page.text(52, 115, "第二十条第（一）项").row(XS, 135, HEADS)
    page.text(50, 300, PROSE)
    assert rows(read(tmp_path, page)) == [(("第二十条第（一）项",) * 4, tuple(HEADS))]


def test_a_vertical_label_is_read_from_top_to_bottom(tmp_path: Path) -> None:
    page = Page().line(50, 100, 250, 100).line(90, 150, 250, 150).line(50, 200, 250, 200)
    for x in (50, 90, 180, 250):
        page.line(x, 100, x, 200)
    for i, letter in enumerate("三、本年度办理结果"):
        page.text(60, 112 + 10 * i, letter)
    page.row([90, 180], 130, ["（一）予以公开", "7"]).row([90, 180], 180, ["（二）部分公开", "0"])
    page.text(50, 300, PROSE)
    assert rows(read(tmp_path, page)) == [
        (
            ("三、本年度办理结果", "（一）予以公开", "7"),
            ("三、本年度办理结果", "（二）部分公开", "0"),
        )
    ]


def test_a_wrapped_label_is_one_label(tmp_path: Path) -> None:
    page = Page().grid([50, 150, 250], [100, 140, 160])
    page.text(52, 112, "2.其他法律行政").text(52, 124, "法规禁止公").text(52, 136, "开")
    page.text(152, 124, "5").row([50, 150], 155, ["3.危及“三安全", "0"]).text(50, 300, PROSE)
    assert rows(read(tmp_path, page))[0][0] == ("2.其他法律行政法规禁止公开", "5")


def test_numbers_on_two_lines_of_a_cell_are_not_joined(tmp_path: Path) -> None:
    page = Page().grid([50, 150, 180], [100, 130, 160])
    page.row([50, 150], 112, ["规章", "153"]).text(152, 126, "5")
    page.row([50, 150], 150, ["行政许可", "2"]).text(50, 300, PROSE)
    assert rows(read(tmp_path, page)) == [(("规章", "153\n5"), ("行政许可", "2"))]


def test_a_number_that_sticks_out_of_its_cell_stays_whole(tmp_path: Path) -> None:
    page = Page().grid([50, 150, 180, 250], [100, 130, 160])
    page.row([50, 150, 180], 115, ["行政许可", "1808595", ""]).text(50, 300, PROSE)
    page.row([50, 150, 180], 150, ["行政处罚", "28", "3"])
    assert rows(read(tmp_path, page)) == [(("行政许可", "1808595", ""), ("行政处罚", "28", "3"))]


def split_table(*, has_rules_at_break: bool, has_heads_again: bool) -> tuple[Page, Page]:
    one = Page().grid(ENDS, [700, 720, 740, 800] if has_rules_at_break else [700, 720, 740])
    for x in ENDS:
        one.line(x, 700, x, 800)
    one.row(XS, 715, HEADS).row(XS, 735, ["规章", "1", "2", "3"])
    one.row(XS, 755, ["行政规范性", "4", "5", "6"])
    tops = [40.0, 60.0] if has_heads_again else [40.0]
    below = tops[-1]
    two = Page().grid(ENDS, [*(tops if has_rules_at_break else tops[1:]), below + 30, below + 60])
    for x in ENDS:
        two.line(x, 40, x, below + 60)
    if has_heads_again:
        two.row(XS, 55, HEADS)
    two.text(52, below + 15, "文件").row(XS, below + 50, ["其他文件", "7", "8", "9"])
    return one, two


@pytest.mark.parametrize("has_rules_at_break", [True, False])
@pytest.mark.parametrize("has_heads_again", [True, False])
def test_a_row_that_a_page_break_cuts_is_made_whole(
    tmp_path: Path, has_rules_at_break: bool, has_heads_again: bool
) -> None:
    pages = split_table(has_rules_at_break=has_rules_at_break, has_heads_again=has_heads_again)
    assert rows(read(tmp_path, *pages)) == [
        (
            tuple(HEADS),
            ("规章", "1", "2", "3"),
            ("行政规范性文件", "4", "5", "6"),
            ("其他文件", "7", "8", "9"),
        )
    ]


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(["行政规范性文件", "", "", ""], id="a label without numbers"),
        pytest.param(["（二）部分公开", "", "", ""], id="an ordinal"),
        pytest.param(["其他主动公开文件", "4", "4", "4"], id="an unknown label with numbers"),
    ],
)
def test_a_new_row_below_a_page_break_stays_a_row(tmp_path: Path, first: list[str]) -> None:
    one = Page().grid(ENDS, [760, 780, 800]).row(XS, 775, HEADS).row(XS, 795, ["规章", *"123"])
    two = Page().grid(ENDS, [40, 60]).row(XS, 55, first)
    assert rows(read(tmp_path, one, two))[0][-2:] == (("规章", "1", "2", "3"), tuple(first))


def test_a_label_down_the_side_goes_on_over_the_break(tmp_path: Path) -> None:
    one = Page().grid([100, 250, 350], [740, 770, 800]).line(50, 740, 100, 740)
    one.line(50, 740, 50, 800).line(50, 800, 100, 800)
    two = Page().grid([100, 250, 350], [40, 70, 100]).line(50, 40, 100, 40)
    two.line(50, 40, 50, 100).line(50, 100, 100, 100)
    one.text(52, 760, "（三）不").row([100, 250], 760, ["1.属于国家秘密", "1"])
    one.row([100, 250], 790, ["2.其他法律行政法规禁止公开", "2"], 8)
    two.text(52, 60, "予公开").row([100, 250], 60, ["3.危及三安全一稳定", "3"])
    two.row([100, 250], 90, ["4.保护第三方合法权益", "4"])
    (table,) = rows(read(tmp_path, one, two))
    assert [row[0] for row in table] == ["（三）不予公开"] * 4


def test_two_tables_on_one_page_keep_their_columns(tmp_path: Path) -> None:
    page = (
        Page().grid([50, 150, 251.5], [100, 130, 160]).grid([50, 200, 254, 300], [300, 330, 360])
    )
    page.row([50, 150], 115, ["规章", "1"]).row([50, 150], 150, ["行政许可", "2"])
    page.row([50, 200, 254], 315, ["（七）总计", "3", "4"])
    page.row([50, 200, 254], 350, ["3.其他", "5", "6"])
    assert [len(table[0]) for table in rows(read(tmp_path, page.text(50, 500, PROSE)))] == [2, 3]


def test_a_frame_around_the_page_is_no_table(tmp_path: Path) -> None:
    page = (
        Page()
        .box(30, 30, 535, 780)
        .text(60, 100, PROSE[:30])
        .grid([60, 150, 250], [200, 230, 260])
    )
    page.row([60, 150], 215, ["规章", "1"]).row([60, 150], 250, ["行政许可", "2"])
    content = read(tmp_path, page)
    assert texts(content) == [PROSE[:30]]
    assert rows(content) == [(("规章", "1"), ("行政许可", "2"))]


@pytest.mark.parametrize("paint", ["S", "f"])
def test_borders_drawn_as_boxes_are_rules(tmp_path: Path, paint: str) -> None:
    page = Page().text(50, 400, PROSE)
    for y, texts_of_row in ((100, ["规章", "1"]), (130, ["行政许可", "2"])):
        for x, text in zip((50, 150), texts_of_row, strict=True):
            if paint == "S":
                page.box(x, y, 100, 30)
            else:
                page.box(x, y, 100, 0.7, "f").box(x, y + 29.3, 100, 0.7, "f")
                page.box(x, y, 0.7, 30, "f").box(x + 99.3, y, 0.7, 30, "f")
            page.text(x + 4, y + 20, text)
    assert rows(read(tmp_path, page)) == [(("规章", "1"), ("行政许可", "2"))]


def test_rows_without_rules_are_told_by_their_labels(tmp_path: Path) -> None:
    page = Page().text(50, 60, "二、主动公开政府信息情况").text(50, 100, "第二十条第（一）项")
    page.row([50, 115, 180, 245], 120, ["信息内", *HEADS[1:]])  # as close as columns can be
    page.text(52, 133, "容")
    page.row([50, 115, 180, 245], 146, ["规章", "2", "0", "11"])
    page.row([50, 115, 180, 245], 159, ["行政规范性", "109", "489", "597"]).text(52, 172, "文件")
    page.text(50, 220, PROSE[:30])
    content = read(tmp_path, page)
    assert rows(content) == [
        (
            ("第二十条第（一）项",),
            tuple(HEADS),
            ("规章", "2", "0", "11"),
            ("行政规范性文件", "109", "489", "597"),
        )
    ]
    assert texts(content) == ["二、主动公开政府信息情况", PROSE[:30]]


MEMBERS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
PLACES = [50.0, 220, 260, 310, 360, 430, 500, 530]


def test_empty_cells_without_rules_keep_their_columns(tmp_path: Path) -> None:
    page = Page().row(PLACES, 100, ["", *MEMBERS])
    page.row(PLACES, 120, ["一、本年新收政府信息公开申请数量", "3", "", "", "1", "", "", "4"])
    page.row(PLACES, 140, ["二、上年结转政府信息公开申请数量", "", "", "", "", "", "", "0"])
    table = rows(read(tmp_path, page))[0]
    assert table[1:] == (
        ("一、本年新收政府信息公开申请数量", "3", "", "", "1", "", "", "4"),
        ("二、上年结转政府信息公开申请数量", "", "", "", "", "", "", "0"),
    )


def partly_ruled(kind: str) -> Page:
    """A table of three rows of which only a part is ruled."""
    page = letters(44).row(XS, 130, HEADS).row(XS, 150, ["规章", "3", "0", "15"])
    page.row(XS, 170, ["行政规范性文件", "12", "4", "97"])
    page.row([50], 190, ["行政许可"]).row(XS[1:], 190, ["40", "8", "1"])
    ys = [118, 138, 158, 178, 198]
    match kind:
        case "labels":
            return page.grid([XS[0], XS[1] - 2], ys)
        case "rows":
            return page.grid([XS[0] - 2, 420], ys)
        case "frame":
            return page.box(XS[0] - 2, 118, 380, 80)
        case _:
            return page.line(XS[0], 138, 420, 138)


@pytest.mark.parametrize("kind", ["labels", "rows", "frame", "head"])
def test_a_table_that_is_ruled_in_part_is_read_by_its_columns(tmp_path: Path, kind: str) -> None:
    found = rows(read(tmp_path, partly_ruled(kind)))
    assert [row for table in found for row in table][1:] == [
        ("规章", "3", "0", "15"),
        ("行政规范性文件", "12", "4", "97"),
        ("行政许可", "40", "8", "1"),
    ]


def test_numbers_of_table_two_without_rules_stand_below_their_heads(tmp_path: Path) -> None:
    page = letters(44).row(XS, 130, HEADS).row(XS, 150, ["规章", "", "", "3"])
    page.row(XS, 170, ["行政规范性文件", "12", "", "45"]).text(52, 190, "第二十条第（五）项")
    page.row(XS, 210, ["信息内容", "本年处理决定数量"]).text(52, 230, "行政许可")
    assert rows(read(tmp_path, page)) == [
        (
            tuple(HEADS),
            ("规章", "", "", "3"),
            ("行政规范性文件", "12", "", "45"),
            ("第二十条第（五）项",),
            ("信息内容", "本年处理决定数量"),
            ("行政许可", ""),
        )
    ]


def test_a_number_between_two_heads_leaves_all_rows_as_they_are(tmp_path: Path) -> None:
    page = letters(44).row(XS, 130, HEADS).row(XS, 150, ["规章", "", "", "3"])
    page.text(52, 170, "行政规范性文件").text(222, 170, "12345678").text(352, 170, "4")
    assert rows(read(tmp_path, page))[0][1:] == (
        ("规章", "3"),
        ("行政规范性文件", "12345678", "4"),
    )


def test_a_watermark_across_the_page_is_in_no_cell(tmp_path: Path) -> None:
    page = Page().grid(ENDS, [100, 120, 140])
    page.row(XS, 115, HEADS).row(XS, 135, ["规章", "2", "0", "11"])
    mark = "2023".encode("utf-16-be").hex()
    page.commands.append(f"BT /F 60 Tf 0.87 0.5 -0.5 0.87 150 690 Tm <{mark}> Tj ET")
    assert rows(read(tmp_path, page)) == [(tuple(HEADS), ("规章", "2", "0", "11"))]


def test_what_is_struck_out_is_not_read(tmp_path: Path) -> None:
    page = Page().grid(ENDS, [100, 120, 140])
    page.row(XS, 115, HEADS).row(XS, 135, ["规章", "7712", "0", "11"]).line(152, 131.5, 162, 131.5)
    assert rows(read(tmp_path, page)) == [(tuple(HEADS), ("规章", "12", "0", "11"))]


def test_an_underline_strikes_nothing_out(tmp_path: Path) -> None:
    page = Page().grid(ENDS, [100, 120, 140])
    page.row(XS, 115, HEADS).row(XS, 135, ["规章", "77", "0", "11"]).line(152, 136, 162, 136)
    assert rows(read(tmp_path, page)) == [(tuple(HEADS), ("规章", "77", "0", "11"))]


def test_a_small_raised_digit_is_a_note(tmp_path: Path) -> None:
    page = Page().grid(ENDS, [100, 120, 140])
    page.row(XS, 115, HEADS).row(XS, 135, ["规章", "77", "0", "11"]).text(162.5, 131, "1", 6)
    assert rows(read(tmp_path, page)) == [(tuple(HEADS), ("规章", "77", "0", "11"))]


def test_labels_stand_beside_the_middle_of_what_they_name(tmp_path: Path) -> None:
    page = Page().row(PLACES, 90, ["", *MEMBERS])
    page.text(52, 110, "一、本年新收政府").text(52, 123, "信息公开申请数量")
    page.row(PLACES, 116.5, ["", *"1200003"])
    page.text(52, 140, "二、上年结转政府").text(52, 153, "信息公开申请数量")
    page.row(PLACES, 146.5, ["", *"0000000"])
    assert rows(read(tmp_path, page))[0][1:] == (
        ("一、本年新收政府信息公开申请数量", *"1200003"),
        ("二、上年结转政府信息公开申请数量", *"0000000"),
    )


def test_digits_below_a_number_without_rules_are_not_lost(tmp_path: Path) -> None:
    page = Page().row(XS, 100, HEADS).row(XS, 120, ["规章", "1", "2", "153"])
    page.text(352, 133, "5").row(XS, 150, ["行政规范性文件", "4", "5", "6"])
    assert rows(read(tmp_path, page))[0][1] == ("规章", "1", "2", "153 5")


def test_wrapped_lines_become_paragraphs(tmp_path: Path) -> None:
    page = Page().text(50, 100, "一、总体情况", 11)
    page.text(72, 130, LONG[:-2], 11).text(50, 150, "无一积压。", 11)
    page.text(72, 170, LONG[:-2], 11).text(50, 190, "全部办结。", 11)
    assert texts(read(tmp_path, page)) == [
        "一、总体情况",
        f"{LONG[:-2]}无一积压。",
        f"{LONG[:-2]}全部办结。",
    ]


def test_a_short_line_ends_a_paragraph_without_indents(tmp_path: Path) -> None:
    page = Page().text(50, 100, LONG, 11).text(50, 116, "件件有着落。", 11)
    page.text(50, 132, LONG, 11).text(50, 148, "事事有回音。", 11)
    assert texts(read(tmp_path, page)) == [f"{LONG}件件有着落。", f"{LONG}事事有回音。"]


def test_a_heading_after_a_full_line_is_no_part_of_it(tmp_path: Path) -> None:
    full = LONG[:-1] + "。"
    page = Page().text(50, 100, LONG, 11).text(50, 116, full, 11)
    page.text(50, 132, "五、存在的主要问题及改进情况", 11).text(50, 148, "渠道较少。", 11)
    assert texts(read(tmp_path, page)) == [
        LONG + full,
        "五、存在的主要问题及改进情况",
        "渠道较少。",
    ]


def test_a_signature_below_a_full_line_is_no_part_of_it(tmp_path: Path) -> None:
    page = Page().text(50, 100, LONG, 11).text(50, 116, LONG[:-1] + "。", 11)
    page.text(50, 132, "示例县人民政府", 11)
    assert texts(read(tmp_path, page))[-1] == "示例县人民政府"


def test_a_title_over_two_lines_is_one(tmp_path: Path) -> None:
    title = "示例自治州示例土家族苗族自治县人民政府办公室"
    page = Page().text(50, 160, LONG, 11).text(50, 176, LONG, 11).text(50, 192, LONG, 11)
    page.text(60, 80, title, 21).text(208, 108, "2024年年度报告", 21)
    assert texts(read(tmp_path, page))[0] == title + "2024年年度报告"


def test_prose_goes_on_over_a_page_without_its_number_and_head(tmp_path: Path) -> None:
    pages = []
    for i, text in enumerate(["件件有着落。", "事事有回音。", "处处有公开。"]):
        page = Page().text(250, 40, "示例县政府信息公开").text(290, 810, f"— {i + 1} —")
        page.text(50, 100, text, 11).text(72, 120, LONG[:-2], 11)
        pages.append(page)
    content = read(tmp_path, *pages)
    assert texts(content) == [
        "件件有着落。",
        f"{LONG[:-2]}事事有回音。",
        f"{LONG[:-2]}处处有公开。",
        LONG[:-2],
    ]
    assert content.around == ("示例县政府信息公开",)


def test_what_a_browser_prints_around_is_left_out(tmp_path: Path) -> None:
    page = letters(44).text(20, 20, "11/24/26, 3:02 PM", 8).text(250, 20, "示例县年报", 8)
    page.text(20, 830, "file:///tmp/a.html", 8).text(560, 830, "1/1", 8)
    content = read(tmp_path, page)
    assert texts(content) == [PROSE[:44]]
    assert content.around == ("示例县年报",)


def test_a_number_at_the_foot_of_a_table_is_no_page_number(tmp_path: Path) -> None:
    one = Page().row([50, 300], 780, ["规章", "7"]).row([50, 300], 800, ["行政许可", "12"])
    two = Page().row([50, 300], 40, ["行政处罚", "8"]).row([50, 300], 60, ["行政强制", "9"])
    one.text(50, 100, PROSE)
    assert rows(read(tmp_path, one, two))[0][1] == ("行政许可", "12")


def test_radicals_become_characters(tmp_path: Path) -> None:
    content = read(tmp_path, Page().text(50, 100, "示例县⼈⺠政府⻅⾯会，⻔⼾⽹站" + PROSE[:30]))
    assert texts(content) == ["示例县人民政府见面会，门户网站" + PROSE[:30]]


def test_bold_drawn_twice_is_read_once(tmp_path: Path) -> None:
    page = letters(44).text(50, 200, "11件22件").text(50.3, 200, "11件22件")
    assert texts(read(tmp_path, page))[1] == "11件22件"


def test_a_page_printed_sideways_is_turned(tmp_path: Path) -> None:
    page = Page(rotate=90)
    for i, text in enumerate(["一、总体情况", PROSE]):
        codes = text.encode("utf-16-be").hex()
        page.commands.append(f"BT /F 10 Tf 0 1 -1 0 {100 + 40 * i} 50 Tm <{codes}> Tj ET")
    page.line(200, 50, 200, 250).line(230, 50, 230, 250).line(260, 50, 260, 250)
    for y in (50, 150, 250):
        page.line(200, page.height - y, 260, page.height - y)
    page.commands = [c.replace("200 792", "200 50") for c in page.commands]
    content = read(tmp_path, page)
    assert texts(content)[:2] == ["一、总体情况", PROSE]


def test_letters_spaced_as_digits_stay_apart(tmp_path: Path) -> None:
    page = Page().grid([50, 150, 250], [100, 130, 160]).text(52, 115, "行政许可")
    for i, digit in enumerate("25847"):
        page.text(152 + 9 * i, 115, digit)
    page.row([50, 150], 150, ["规章", "1"]).text(50, 300, PROSE)
    assert rows(read(tmp_path, page))[0][0] == ("行政许可", "2 5 8 4 7")


def test_no_part_of_a_number_is_taken_where_a_digit_cannot_be_read(tmp_path: Path) -> None:
    page = Page().grid([50, 150, 250], [100, 130, 160]).row([50, 150], 115, ["规章", "1\ue0123"])
    page.row([50, 150], 150, ["行政许可", "2"]).text(
        50, 300, "\uf06c办结1\ue0123件，" + PROSE[:30]
    )
    content = read(tmp_path, page)
    assert rows(content) == [(("规章", "\ufffd"), ("行政许可", "2"))]
    assert texts(content) == ["办结\ufffd件，" + PROSE[:30]]
    (finding,) = content.findings
    assert finding.rule == "characters_lost"


def test_fonts_that_hide_their_characters_are_as_good_as_a_picture(tmp_path: Path) -> None:
    page = Page().text(50, 100, "\ue012" * 80)
    with pytest.raises(UnreadableReport, match="scan"):
        read(tmp_path, page)


def test_changed_bytes_are_read_or_refused(tmp_path: Path) -> None:
    rng = Random(7)
    data = pdf_of(*split_table(has_rules_at_break=True, has_heads_again=True))
    path = tmp_path / "changed.pdf"
    for _ in range(150):
        changed = bytearray(data)
        for _ in range(rng.choice((1, 5, 40))):
            changed[rng.randrange(len(changed))] = rng.randrange(256)
        path.write_bytes(changed)
        try:
            read_pdf(path)
        except UnreadableReport:
            continue


def test_a_layer_of_recognised_text_counts_as_a_scan(tmp_path: Path) -> None:
    page = Page().picture().text(50, 100, PROSE, mode=3)
    content = read(tmp_path, page)
    assert (content.format, texts(content)) == ("scan", [PROSE])


LOCKED = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
    f"/O <{'11' * 32}> /U <{'22' * 32}> >> /ID [<{'33' * 16}> <{'33' * 16}>]"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空"),
        (b"%PDF-1.7\n", "损坏"),
        (b"<html>no pdf</html>", "损坏"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "损坏"),
        (pdf_of(letters(44), trailer=LOCKED), "密码"),
        (pdf_of(Page()), "没有内容"),
        (pdf_of(), "损坏|没有内容"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "坏.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableReport, match=reason) as caught:
        read_pdf(path)
    assert "坏.pdf" in str(caught.value)


def test_any_truncation_is_read_or_refused(tmp_path: Path) -> None:
    data = pdf_of(*split_table(has_rules_at_break=True, has_heads_again=True))
    path = tmp_path / "cut.pdf"
    whole: Content | None = None
    for end in range(len(data), 0, -(1 + len(data) // 50)):
        path.write_bytes(data[:end])
        try:
            content = read_pdf(path)
        except UnreadableReport:
            continue
        whole = whole or content
        assert content.tables == whole.tables
    assert whole is not None


def repeated(make: Callable[[int], str], count: int) -> Page:
    page = letters(44)
    page.commands.append("\n".join(make(i) for i in range(count)))
    return page


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(repeated(lambda i: f"{i % 500} 0 m {i % 500} 800 l S", 9_000), id="hatching"),
        pytest.param(
            repeated(lambda i: f"0 {i} m 595 {i} l S {i} 0 m {i} 842 l S", 590), id="mesh"
        ),
        pytest.param(repeated(lambda i: f"{i % 595} {i % 842} l", 90_000), id="a long path"),
    ],
)
def test_drawings_do_not_hold_us_up(tmp_path: Path, page: Page) -> None:
    assert PROSE[:44] in texts(read(tmp_path, page))[0]


def test_labels_beside_ruled_numbers_belong_to_them(tmp_path: Path) -> None:
    page = Page().grid(ENDS[1:], [100, 120, 140]).grid([150.0, 450.0], [160, 180, 200])
    page.row(XS, 115, ["信息内容", *HEADS[1:]]).row(XS, 135, ["规章", "2", "0", "11"])
    page.row(XS, 175, ["信息内容", "本年处理决定数量"]).row(XS, 195, ["行政许可", "40"])
    told = [
        tuple(cell for cell in row if cell)
        for table in rows(read(tmp_path, page))
        for row in table
    ]
    assert ("规章", "2", "0", "11") in told
    assert ("行政许可", "40") in told


def test_a_list_of_named_numbers_that_wraps_is_read_as_one(tmp_path: Path) -> None:
    page = Page().text(50, 60, "三、收到和处理政府信息公开申请情况")
    labels = ("一、本年新收政府信息公开申请数量", "（一）予以公开", "（二）部分公开", "2.重复申请")
    for i, label in enumerate(labels):
        y = 90 + 30 * i
        page.text(50, y, f"{label}：自然人 1，法人或其他组织 2（其中商业企业 2），总计", 9)
        page.text(50, y + 12, "3", 9)
    told = [row for table in rows(read(tmp_path, page)) for row in table]
    assert [row[0] for row in told if row[-1] == "3"] == list(labels)
