import random

import pytest

from index.passages.compare import compare_texts

PEOPLE = ["经办人员", "信息员", "各站所", "窗口单位", "村级干部", "牵头科室", "宣传专班", "档案室"]
DEEDS = [
    "更新栏目不够及时",
    "对政策的解读停留在转发文件",
    "与群众在线交流的次数偏少",
    "熟悉业务的人手没有配齐",
    "公开前的保密审查走得太慢",
    "微信公众号发布的内容比较单一",
    "没有把历史文件整理入库",
    "答复申请时引用条款不够准确",
    "公开栏张贴的内容更换不勤",
    "年度培训只办了一期",
]
ENDS = ["，需要继续改进。", "，群众对此有意见。", "；", "，下一年重点解决。"]
FRESH = [
    "全年举办开放日两场，邀请代表走进政务大厅。",
    "新建的便民查询点设在图书馆一楼。",
    "依托广播每周播报一次惠民补贴发放名单。",
    "首次把财政预算表做成图解。",
    "与邻县交换了目录编制的经验。",
]


def kinds(earlier: str, later: str) -> list[tuple[str, str | None, str | None]]:
    pairs = compare_texts({5: earlier}, {5: later}).pairs
    return [(pair.kind, pair.left, pair.right) for pair in pairs]


def test_each_sentence_is_kept_changed_new_or_dropped() -> None:
    earlier = "一是渠道单一，更新较慢。二是人手不足。三是解读形式少，群众看不懂。"
    later = "一是渠道单一，更新仍较慢。三是解读形式少，群众看不懂。四是档案没有入库。"
    assert kinds(earlier, later) == [
        ("changed", "一是渠道单一，更新较慢。", "一是渠道单一，更新仍较慢。"),
        ("dropped", "二是人手不足。", None),
        ("kept", "三是解读形式少，群众看不懂。", "三是解读形式少，群众看不懂。"),
        ("new", None, "四是档案没有入库。"),
    ]


def test_changed_numbers_are_told_where_all_else_is_the_same() -> None:
    (pair,) = compare_texts(
        {1: "全年主动公开信息120条，其中网站80条。"}, {1: "全年主动公开信息98条，其中网站80条。"}
    ).pairs
    assert (pair.kind, pair.numbers) == ("changed", (("120", "98"),))


def test_a_number_that_is_all_of_a_short_sentence_is_still_the_same_sentence() -> None:
    assert [kind for kind, *_ in kinds("受理申请3件。", "受理申请1207件。")] == ["changed"]


def test_spaces_and_widths_are_no_change() -> None:
    assert [
        k for k, *_ in kinds("共收到申请 12 件，均已办结。", "共收到申请１２件，均已办结。")
    ] == ["kept"]


def test_a_sentence_that_moved_is_kept() -> None:
    assert [
        k for k, *_ in kinds("甲项工作滞后。乙项工作领先。", "乙项工作领先。甲项工作滞后。")
    ] == [
        "kept",
        "kept",
    ]


def test_sections_are_compared_each_with_its_own() -> None:
    compared = compare_texts({1: "渠道单一。", 5: "人手不足。"}, {1: "人手不足。", 6: "无。"})
    assert [(p.kind, p.section) for p in compared.pairs] == [
        ("dropped", 1),
        ("new", 1),
        ("dropped", 5),
        ("new", 6),
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "share"),
    [
        ("渠道单一。", "渠道单一。", 1.0),
        ("渠道单一。", "人手不足。", 0.0),
        ("渠道单一。", "", 0.0),
        ("", "", 0.0),
        ("渠道单一。", "渠道单一。人手不足。", 0.5),
    ],
)
def test_the_share_that_was_copied(earlier: str, later: str, share: float) -> None:
    assert compare_texts({5: earlier}, {5: later}).copied_share == share


@pytest.mark.parametrize("seed", range(20))
def test_every_sentence_stands_in_the_result_once(seed: int) -> None:
    earlier, later, _ = _edited(random.Random(seed))
    pairs = kinds("".join(earlier), "".join(later))
    assert sorted(left for _, left, _ in pairs if left) == sorted(earlier)
    assert [right for _, _, right in pairs if right] == later


def test_edits_by_a_known_script_are_aligned() -> None:
    """F1 of the aligned pairs, over 200 pairs of texts."""
    right = found = expected = 0
    for seed in range(200):
        earlier, later, script = _edited(random.Random(seed))
        pairs = {(left, new) for _, left, new in kinds("".join(earlier), "".join(later))}
        right += len(pairs & script)
        found += len(pairs)
        expected += len(script)
    assert 2 * right / (found + expected) >= 0.98


def _edited(
    chance: random.Random,
) -> tuple[list[str], list[str], set[tuple[str | None, str | None]]]:
    """A text, an edited text, and which sentence became which."""
    deeds = chance.sample(DEEDS, 8)
    earlier = [
        f"{chance.choice(PEOPLE)}{chance.randrange(2, 90)}人{deed}{chance.choice(ENDS)}"
        for deed in deeds
    ]
    later: list[str] = []
    script: set[tuple[str | None, str | None]] = set()
    fresh = chance.sample(FRESH, len(FRESH))
    for sentence in earlier:
        edit = chance.choice(["keep", "keep", "number", "word", "end", "drop", "add"])
        new: str | None = sentence
        if edit == "number":
            new = "".join("7" if ch.isdigit() else ch for ch in sentence)
        elif edit == "word":
            new = sentence.replace("不够", "仍不").replace("没有", "尚未").replace("的", "之")
        elif edit == "end":
            new = sentence[:-1] + "，已列入计划。"
        elif edit == "drop":
            new = None
        elif edit == "add" and fresh:
            later.append(fresh.pop())
            script.add((None, later[-1]))
        script.add((sentence, new))
        if new is not None:
            later.append(new)
    return earlier, later, script
