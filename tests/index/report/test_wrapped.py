import pytest

from index.report.text.cut_labels import with_whole_labels
from index.report.text.wrapped import unwrapped
from tests.index.report.invented import figures, text
from tests.index.report.reading import texts_of, values_of

SAID = (
    "2023年，我镇坚持以公开为常态、不公开为例外，通过政府网站、政务新媒体、公示栏等渠道，主动公开"
    "政府信息，内容涉及民生保障、财政资金、项目建设等方面，工作有序开展，群众满意度逐年提高，全年没有"
    "收到投诉，也没有因公开工作被追究责任，各村都设立了公示栏并按月更新，便于群众随时查看和监督。"
)


def broken(line: str, width: int, indent: str) -> list[str]:
    line = indent + line
    return [line[i : i + width] for i in range(0, len(line), width)]


@pytest.mark.parametrize("indent", ["", "　　", "    "])
@pytest.mark.parametrize("width", [30, 36, 41])
def test_prose_that_was_broken_at_a_width_is_whole_again(width: int, indent: str) -> None:
    lines = broken(SAID, width, indent)
    assert [line.strip() for line in unwrapped(lines)] == [SAID]


def test_wide_rows_of_columns_say_nothing_of_how_wide_the_prose_is() -> None:
    row = f"申请人情况{' ' * 40}自然人{' ' * 40}总计"
    assert unwrapped([*broken(SAID, 36, ""), row]) == [SAID, row]


def test_short_lines_of_different_lengths_stay_apart() -> None:
    lines = [
        "我镇公开信息四百条",
        "一是加强领导",
        "二是健全制度，明确专人负责这项工作",
        "三是强化培训",
    ]
    assert unwrapped(lines) == lines


def test_two_numbers_that_meet_at_a_break_stay_apart() -> None:
    lines = [
        *broken(SAID, 30, "")[:3],
        "其中通过政府网站公开的信息共有三十余条而在公示栏公开了12",
        "34条信息。",
    ]
    assert unwrapped(lines)[-1] == "34条信息。"


def test_a_new_paragraph_is_known_by_its_indent() -> None:
    lines = [*broken(SAID, 30, "　　")[:3], *broken(SAID, 30, "　　")]
    assert len(unwrapped(lines)) == 2


def test_a_heading_that_was_broken_is_whole_again() -> None:
    above, below = "四、因政府信息公开工作被申请行政复议、提起行政", "诉讼情况"
    assert unwrapped(["前文。", above, below, "无"]) == ["前文。", above + below, "无"]


def test_tables_in_a_broken_text_keep_their_rows() -> None:
    source = text().replace("一是解读不够通俗。", "\n".join(broken(SAID, 40, "")))
    assert values_of(source) == figures()
    assert texts_of(source)[5].startswith(SAID)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("（五）不予处理 1.信访举报", "投诉类申请 3 0 0 0 12 0 15"),
        ("（五）不予处理 1.信访举报投 3 0 0 0 12 0 15", "诉类申请"),
    ],
)
def test_a_label_behind_that_of_its_group_goes_on_below(above: str, below: str) -> None:
    lines = with_whole_labels([above, below, "2.重复申请 0 0 0 0 0 0 0"])
    assert lines[0] == "（五）不予处理 1.信访举报投诉类申请 3 0 0 0 12 0 15"


def test_a_group_of_its_own_above_a_row_stays_above_it() -> None:
    lines = ["（五）不予处理", "1.信访举报投诉类申请 3 0 0 0 12 0 15"]
    assert with_whole_labels(lines) == lines


def test_a_note_in_brackets_goes_on_below_its_label() -> None:
    rest = "区分处理的，只计这一情形，不计其他情形） 12 0 0 0 0 0 12"
    lines = with_whole_labels(["（二）部分公开（", rest, "（三）不予公开"])
    assert lines == [f"（二）部分公开（{rest}", "（三）不予公开"]
