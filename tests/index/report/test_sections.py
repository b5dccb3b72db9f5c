import pytest

from tests.index.report.invented import PROSE, text
from tests.index.report.reading import numbers_of, outline_of, outlines_of, texts_of

TITLE = "清溪镇2023年政府信息公开工作年度报告"
OFFICIAL = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


def lines(*parts: str) -> str:
    return "\n".join((TITLE, *parts)) + "\n"


def test_section_text_is_the_prose_as_it_stands_without_table_cells() -> None:
    texts = texts_of(text())
    assert texts[1] == "\n".join(PROSE[1])
    assert texts[2] == texts[3] == texts[4] == ""
    assert texts[5] == "\n".join(PROSE[5])


def test_enumerations_inside_the_prose_open_no_section() -> None:  # V21
    inside = ("一、加强领导。成立专班。", "二、主动公开情况", "公开80条。", "三、依申请公开情况")
    again = ("一、存在的问题", "不够全面。", "二、改进措施", "逐月检查。")
    source = lines(OFFICIAL[0], *inside, *OFFICIAL[1:5], *again, OFFICIAL[5], "无")
    texts = texts_of(source)
    assert sorted(texts) == [1, 2, 3, 4, 5, 6]
    assert texts[1] == "\n".join(inside)
    assert texts[5] == "\n".join(again)


@pytest.mark.parametrize(
    ("headings", "numbers"),
    [
        (("一、概述", "三、主动公开情况", "六、存在问题"), [1, 2, 5]),
        (("一、概述", "二、主动公开情况", "二、依申请公开情况", "三、存在问题"), [1, 2, 3, 5]),
        (tuple(h.replace(h[0], "一", 1) for h in OFFICIAL), [1, 2, 3, 4, 5, 6]),
        (tuple(h[2:] for h in OFFICIAL), [1, 2, 3, 4, 5, 6]),
    ],
    ids=["skipped", "doubled", "all one", "none"],
)
def test_numerals_may_be_skipped_doubled_or_missing(  # V24
    headings: tuple[str, ...], numbers: list[int]
) -> None:
    source = lines(*(line for h in headings for line in (h, "工作有序开展。")))
    assert numbers_of(source) == numbers


def test_headings_may_be_spaced_glued_or_punctuated() -> None:  # V25
    source = lines(
        "一 概 述", "甲。", "二、主动公开政府信息情况本年公开8条。", "五、存在问题、", "乙。"
    )
    assert texts_of(source) == {1: "甲。", 2: "本年公开8条。", 5: "乙。"}


def test_older_sections_are_numbered_by_their_topic() -> None:  # V26
    headings = (
        "一、概述",
        "二、主动公开政府信息的情况",
        "三、回应解读情况",
        "四、依申请公开政府信息的情况",
        "五、收费及减免情况",
        "六、复议、诉讼和举报投诉情况",
        "七、存在的主要问题和改进措施",
        "八、附表",
    )
    source = lines(*(line for h in headings for line in (h, f"这是{h[2:6]}。")))
    parted = outline_of(source)
    assert [s.number for s in parted.sections] == [1, 2, 3, 4, 5, 6]
    assert "三、回应解读情况" in parted.sections[1].text
    assert "五、收费及减免情况" in parted.sections[2].text


def test_prose_beside_a_table_stays_in_its_section() -> None:  # V27
    said = "本年主动公开政府信息88条。"
    heads = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数"
    rows = ("规章\t0\t0\t0", "行政规范性文件\t1\t0\t2")
    source = lines(*OFFICIAL[:2], said, heads, *rows, "以上数据截至年底。", *OFFICIAL[2:])
    parted = outline_of(source)
    assert parted.sections[1].text == f"{said}\n以上数据截至年底。"
    assert len(parted.sections[1].tables) == 1


def test_points_above_the_second_heading_are_the_overview_whose_heading_was_lost() -> None:  # V31
    source = lines("（一）主动公开", "公开12条。", "（二）依申请公开", "收到2件。", *OFFICIAL[1:])
    assert texts_of(source)[1] == "（一）主动公开\n公开12条。\n（二）依申请公开\n收到2件。"


def test_a_table_of_contents_opens_no_section() -> None:
    contents = [f"{heading}………{page}" for page, heading in enumerate(OFFICIAL, 1)]
    source = lines("目录", *contents, *(x for h in OFFICIAL for x in (h, f"说明{h[2:4]}。")))
    texts = texts_of(source)
    assert sorted(texts) == [1, 2, 3, 4, 5, 6]
    assert texts[1] == "说明总体。"


def test_a_report_without_headings_is_an_overview() -> None:
    parted = outline_of("庚镇2012年政府信息公开工作总结\n2012年公开信息30条。\n一是加强领导。\n")
    assert [(s.number, s.text) for s in parted.sections] == [
        (1, "2012年公开信息30条。\n一是加强领导。")
    ]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("清溪镇2019年政府信息公开年度工作\n报 告", "清溪镇2019年政府信息公开年度工作报 告"),
        (
            "清溪镇人民政府\n2019年政府信息公开工作年度报告",
            "清溪镇人民政府2019年政府信息公开工作年度报告",
        ),
        ("\n\n清溪镇 2019 年政府信息公开工作年报", "清溪镇 2019 年政府信息公开工作年报"),
        (
            "云溪县 清溪镇\n2019年度政府信息\n公开工作年度报告",
            "云溪县 清溪镇2019年度政府信息公开工作年度报告",
        ),
    ],
)
def test_a_title_that_is_broken_is_put_together(first: str, title: str) -> None:  # V05
    parted = outline_of("\n".join((first, *OFFICIAL)))
    assert parted.titles == (title,)
    assert parted.before == ()


def test_the_sites_own_lines_are_told_from_the_report() -> None:  # V80, V81, V83
    above = ("首页 > 政务公开 > 年报", "索引号: 0001/2024-00012", "字号: 大 中 小", "浏览次数: 35")
    below = (
        "清溪镇人民政府",
        "2024年1月12日",
        "【打印本页】",
        "版权所有：清溪县 电话:0000-1234567",
    )
    source = "\n".join((*above, TITLE, *OFFICIAL, "无", *below))
    parted = outline_of(source)
    assert parted.around == above
    assert parted.after == below
    assert parted.sections[-1].text == "无"


def test_a_covering_letter_is_not_the_report() -> None:  # V84
    letter = (
        "清政〔2012〕9号",
        "县政府：",
        "现将报告上报。",
        "清溪镇人民政府",
        "二〇一二年三月二日",
    )
    source = "\n".join(
        (
            *letter,
            "清溪镇2011年政府信息公开年度报告",
            *OFFICIAL,
            "无",
            "主题词：信息 报告",
            "共印5份",
        )
    )
    parted = outline_of(source)
    assert parted.titles[0] == "清溪镇2011年政府信息公开年度报告"
    assert parted.sections[-1].text == "无"
    assert parted.after == ("主题词：信息 报告", "共印5份")


_OLDER = (
    "概述",
    "主动公开政府信息情况",
    "回应解读情况",
    "依申请公开情况",
    "收费情况",
    "复议诉讼情况",
    "工作机构和经费",
    "问题及改进",
)
_BRACKETED = tuple(
    f"（{numeral}）{h}" for numeral, h in zip("一二三四五六七八", _OLDER, strict=True)
)


@pytest.mark.parametrize(
    "headings",
    [
        _OLDER,
        tuple(f"{h}：" for h in _OLDER),
        tuple(f"一、{h}" for h in _OLDER),
        tuple(f"【{h}】" for h in _OLDER),
        tuple(f"{number}.{h}" for number, h in enumerate(_OLDER, 1)),
        _BRACKETED,
        tuple(h.removesuffix("情况") for h in _OLDER),
    ],
    ids=["none", "colons", "all one", "boxes", "figures", "brackets", "words"],
)
def test_topics_make_the_outline_where_numerals_do_not(headings: tuple[str, ...]) -> None:
    said = [f"第{number}段，工作有序开展。" for number in range(8)]
    texts = texts_of(lines(*(line for pair in zip(headings, said, strict=True) for line in pair)))
    assert texts == {
        1: said[0],
        2: f"{said[1]}\n{headings[2]}\n{said[2]}",
        3: f"{said[3]}\n{headings[4]}\n{said[4]}",
        4: said[5],
        5: said[7],
        6: said[6],
    }


def test_points_of_the_overview_make_no_outline() -> None:
    points = ("（一）主动公开情况", "公开8条。", "（二）依申请公开情况", "收到2件。")
    source = lines(*points, "（三）监督保障情况", "逐月检查。", "（四）存在的问题", "更新不及时。")
    assert [number for number in numbers_of(source) if number in (2, 3)] == []


@pytest.mark.parametrize("page", ["\t{}", " …… {}", "........{}"])
def test_a_table_of_contents_without_its_name_is_no_report(page: str) -> None:
    contents = "\n".join(f"{title}{page.format(i)}" for i, title in enumerate(OFFICIAL, start=1))
    title, rest = text().split("\n", 1)
    (part,) = outlines_of(f"{title}\n{contents}\n{rest}")
    (expected,) = outlines_of(text())
    assert [(s.number, s.text) for s in part.sections] == [
        (s.number, s.text) for s in expected.sections
    ]
