"""What a clerk is told of a draft, and what of a sound one."""

import pytest

from index.facts.checks.drafts import check_draft
from index.types import Fact
from tests.index.facts.forms import cell
from tests.index.facts.reports import report

_DONE = {
    ("new_received", "natural"): 86,
    ("new_received", "total"): 179,
    ("handled_total", "total"): 178,
    ("carried_out", "total"): 5,
}


def _told(text: str, section: int = 1, facts: tuple[Fact, ...] = ()) -> list[tuple[str, str]]:
    found = check_draft(report({section: text}), facts)
    assert not any(f.is_holding for f in found)
    return [(f.rule, f.message) for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "今年共主动公开政府信息条，其中政策类XX条。",
        "本报告电子版可在网站（具体网址）下载。",
        "全年收到政府信息公开申请件，均已答复。",
        "联系电话：______。",
        "2024年×××乡公开信息××条。",
    ],
)
def test_what_a_template_left_is_told(text: str) -> None:
    assert [rule for rule, _ in _told(text)] == ["template_left"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年主动公开政府信息512条，均已更新。",
        "群众可在网站（www.example.invalid）查阅，也可致电办公室。",
        "各单位公开政府信息条目清晰，收到申请件件有回音。",
        "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
    ],
)
def test_a_sound_sentence_is_left_alone(text: str) -> None:
    assert _told(text) == []


def test_a_period_that_cannot_be_is_told() -> None:
    ((rule, message),) = _told("统计期限自2024年1月1日起至202024年12月31日止。", 0)
    assert rule == "period_odd"
    assert "202024年" in message


@pytest.mark.parametrize(
    ("made", "repealed", "valid", "is_told"),
    [(5, 0, 0, True), (5, 5, 0, False), (5, 2, 3, False), (5, 2, 2, True), (0, 3, 1, False)],
)
def test_fewer_in_force_than_were_made_is_told(
    made: int, repealed: int, valid: int, is_told: bool
) -> None:
    facts = tuple(
        cell(2, f"normdocs_{end}", number)
        for end, number in (("issued", made), ("repealed", repealed), ("valid", valid))
    )
    assert ([rule for rule, _ in _told("", 2, facts)] == ["in_force_low"]) == is_told


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("本年办理行政许可945件，行政处罚268件。", True),
        ("本年办理行政许可936件，行政处罚268件。", False),
        ("在网上公开行政许可12件。", False),
        ("其中行政许可12件涉及企业。", False),
        ("上年办理行政许可911件。", False),
    ],
)
def test_licences_are_held_against_table_two(text: str, differs: bool) -> None:
    facts = (cell(2, "licences", 936), cell(2, "penalties", 268))
    assert ([rule for rule, _ in _told(text, 2, facts)] == ["said_differs"]) == differs


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("收到政府信息公开申请179件，其中自然人申请85件。", True),
        ("收到政府信息公开申请179件，其中自然人申请86件。", False),
        ("收到政府信息公开申请179件，办结179件。", True),
        ("收到政府信息公开申请179件，办结178件。", False),
        ("收到政府信息公开申请179件，办结率100%。", True),
        ("收到政府信息公开申请179件，按时办结率100%。", False),
        ("办结人大代表建议、政协提案12件，均与申请人见面。", False),
    ],
)
def test_applications_are_held_against_table_three(text: str, differs: bool) -> None:
    facts = tuple(cell(3, m, n, who) for (m, who), n in _DONE.items())
    assert ([rule for rule, _ in _told(text, 1, facts)] == ["said_differs"]) == differs


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("收取信息处理费350元，其中办公室收取200元，法规科收取100元。", True),
        ("收取信息处理费300元，其中办公室收取200元，法规科收取100元。", False),
        ("收取信息处理费350元，涉及申请2件。", False),
    ],
)
def test_fees_are_added_up(text: str, differs: bool) -> None:
    assert ([rule for rule, _ in _told(text, 6)] == ["N7"]) == differs
