import pytest

from index.errors import UnreadableReport
from tests.index.report.invented import text
from tests.index.report.reading import outlines_of

ONE = "清溪县柳河镇人民政府2022年政府信息公开工作年度报告"
OTHER = "清溪县柳河镇人民政府2023年政府信息公开工作年度报告"


def body(title: str) -> str:
    return text(title=title)


def test_reports_under_titles_of_their_own_are_told_apart() -> None:  # V85
    parts = outlines_of(body(ONE) + body(OTHER))
    assert [part.titles for part in parts] == [(ONE,), (OTHER,)]
    assert [[len(s.tables) for s in part.sections] for part in parts] == [
        [0, 0, 1, 1, 1, 0, 0]
    ] * 2


def test_two_bodies_in_one_page_are_told_apart() -> None:  # V85
    other = "清溪县白水镇人民政府\n2023年政府信息公开工作年度报告"
    parts = outlines_of(body(OTHER) + body(other))
    assert [part.titles[0][:9] for part in parts] == ["清溪县柳河镇人民政", "清溪县白水镇人民政"]


def test_reports_without_titles_between_them_are_refused() -> None:
    untitled = body(ONE).split("\n", 1)[1]
    with pytest.raises(UnreadableReport, match="不止一份"):
        outlines_of(body(ONE) + untitled.replace("412条", "413条"))


def test_a_copy_for_print_is_no_second_report() -> None:
    untitled = body(ONE).split("一、总体情况", 1)[1]
    (part,) = outlines_of(body(ONE) + "一、总体情况" + untitled)
    assert [section.number for section in part.sections] == [0, 1, 2, 3, 4, 5, 6]
    assert [len(section.tables) for section in part.sections] == [0, 0, 1, 1, 1, 0, 0]


def test_a_copy_for_phones_with_its_preamble_and_the_site_below_is_no_second_report() -> None:
    preamble, untitled = body(ONE).split("\n", 1)[1].split("一、总体情况", 1)
    copy = f"{preamble}一、总体情况{untitled}"
    (part,) = outlines_of(
        f"{body(ONE)}\n{copy}\n版权所有：柳河镇人民政府 联系电话：0000-0000000 网站地图\n"
    )
    assert [len(section.tables) for section in part.sections] == [0, 0, 1, 1, 1, 0, 0]


def test_titles_of_other_years_in_a_list_are_no_reports() -> None:
    links = "\n".join(f"柳河镇{year}年政府信息公开工作年度报告" for year in (2021, 2020, 2019))
    (part,) = outlines_of(f"{links}\n{body(OTHER)}\n相关链接\n{links}\n")
    assert part.titles[0] == OTHER
    assert "2019" not in "".join(section.text for section in part.sections)


@pytest.mark.parametrize(
    "annex",
    [
        "清溪县柳河镇2016年政府信息公开情况统计表",
        "政府信息公开情况统计表（2016年度）",
        "附件：政府信息公开情况统计表(2016年)",
        "清溪县柳河镇政府信息公开情况统计表【2016年度】",
    ],
)
def test_the_title_above_the_statistics_is_no_second_report(annex: str) -> None:
    title = "清溪县柳河镇2016年政府信息公开工作年度报告"
    rows = "统计指标\t单位\t统计数\n收到申请数\t件\t5\n当面申请数\t件\t2\n"
    (part,) = outlines_of(f"{title}\n一、概述\n{'全年公开有序。' * 30}\n六、附表\n{annex}\n{rows}")
    assert len(part.sections[-1].tables) == 1


def test_a_title_over_two_lines_below_a_list_of_reports_with_dates_is_its_own() -> None:
    links = "\n".join(f"青石镇{y}年政府信息公开工作年度报告{y + 1}-01-20" for y in (2022, 2021))
    torn = body(OTHER).replace(OTHER, f"{OTHER[:-2]}\n{OTHER[-2:]}", 1)
    (part,) = outlines_of(f"{links}\n{torn}")
    assert part.titles[0] == OTHER


def test_the_label_of_a_title_is_no_part_of_it() -> None:
    (part,) = outlines_of(f"名称： {OTHER}\n文号：无\n{body(OTHER)}")
    assert part.titles == (OTHER, OTHER)


def test_a_title_without_its_year_at_the_head_of_each_page_begins_no_report() -> None:
    lines = body(ONE).split("\n")
    head = ONE.replace("2022年", "")
    for at in sorted((i for i, line in enumerate(lines) if "一是" in line or "五、" in line)):
        lines[at] = f"\x0c{head}\n{lines[at]}"
    (part,) = outlines_of("\n".join(lines))
    assert part.titles == (ONE,)
    assert [section.number for section in part.sections] == [0, 1, 2, 3, 4, 5, 6]


def test_a_second_report_whose_title_names_no_year_is_not_mixed_with_the_first() -> None:
    other = body(ONE.replace("2022年", "")).replace("412条", "413条")
    with pytest.raises(UnreadableReport, match="不止一份"):
        outlines_of(body(ONE) + other)
