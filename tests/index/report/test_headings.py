import pytest

from index.report.headings import BARE, OFFICIAL, TOPICAL, heading_of


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("一、总体情况", 1),
        ("一、 总体情况", 1),
        ("一、　总体情况", 1),
        ("一 概 述", 1),
        ("一、总体情况、", 1),
        ("一.工作总体情况", 1),
        ("第一部分 总体情况", 1),
        ("一、工作基本情况", 1),
        ("总体情况", 1),
        ("**一、总体情况**", 1),
        ("一、總體情況", 1),
        ("二、主动公开政府信息情况", 2),
        ("二、主动公开政府信息的情况", 2),
        ("二、行政机关主动公开政府信息情况", 2),
        ("二、2022年主动公开政府信息情况", 2),
        ("2．主动公开政府信息情况", 2),
        ("三、收到和处理政府信息公开申请情况", 3),
        ("三、收到及处理政府信息公开申请情况：", 3),
        ("四、政府信息公开行政复议、行政诉讼情况", 4),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4),
        ("五、存在的主要问题及改进情况", 5),
        ("五、政府信息公开工作存在的主要问题及改进情况", 5),
        ("五、存在问题及改进情况", 5),
        ("六、其他需要报告的事项", 6),
        ("六、其他报告的事项", 6),
        ("七、其他需要报告事项", 6),
    ],
)
def test_the_titles_of_the_form_are_known_in_their_wordings(line: str, number: int) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert (heading.number, heading.sureness, heading.rest) == (number, OFFICIAL, "")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("二、回应解读情况", 2),
        ("三、依申请公开政府信息办理情况", 3),
        ("四、政府信息公开收费及减免情况", 3),
        ("五、复议诉讼和举报投诉情况", 4),
        ("六、明年工作打算", 5),
        ("七、机构建设和保障经费情况", 6),
        ("八、附表", 6),
    ],
)
def test_older_headings_are_known_by_their_topic(line: str, number: int) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert (heading.number, heading.sureness) == (number, TOPICAL)


@pytest.mark.parametrize(
    "line",
    [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
        "（三）不予公开",
        "2.其他法律行政法规禁止公开",
        "一是主动公开政府信息情况良好。",
        "总体情况良好",
        "一、总体情况良好，群众满意。",
        "主动公开政府信息情况：全年共公开80条。",
        "危及“三安全一稳定”",
        "2023年",
        "",
        "　",
    ],
)
def test_rows_of_tables_and_sentences_are_no_headings(line: str) -> None:
    heading = heading_of(line)
    assert heading is None or heading.sureness == BARE


@pytest.mark.parametrize(
    ("line", "title", "rest"),
    [
        ("一、总体情况2023年，我镇公开12条。", "一、总体情况", "2023年，我镇公开12条。"),
        ("一、总体情况。全年公开12条。", "一、总体情况", "全年公开12条。"),
        ("六、其他需要报告的事项：无。", "六、其他需要报告的事项", "无。"),
        ("四、复议诉讼情况：未发生。", "四、复议诉讼情况", "未发生。"),
        (
            "三、收到和处理政府信息公开申请情况本年收到2件。",
            "三、收到和处理政府信息公开申请情况",
            "本年收到2件。",
        ),
    ],
)
def test_text_that_is_glued_to_a_heading_is_told_apart(line: str, title: str, rest: str) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert (heading.title, heading.rest) == (title, rest)
