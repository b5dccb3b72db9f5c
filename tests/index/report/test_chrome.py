"""Titles among the lines of a page: put together where broken, without the site's words."""

import pytest

from index.report.chrome import titles_in

REPORT = "2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "above",
    [
        ("政务公开", "互动交流"),
        ("互动交流", "政务公开"),
        ("首页", "政务公开"),
        ("政务服务", "互动交流"),
        ("信息公开", "走进清水"),
        ("政务公开", "办事服务"),
        ("政务公开", "数据开放"),
    ],
)
@pytest.mark.parametrize(
    "title", [f"清水县林业局{REPORT}", REPORT, f"清水县人民政府办公室{REPORT}"]
)
def test_the_words_of_a_site_are_no_part_of_the_title(above: tuple[str, ...], title: str) -> None:
    assert [found.text for found in titles_in([*above, title])] == [title]


@pytest.mark.parametrize(
    "lines",
    [
        ("清水县林业局", REPORT),
        ("清水县林业局", "2023年度", "政府信息公开工作年度报告"),
        ("清水县", "青石镇人民政府", REPORT),
        ("清水县林业局", "关于", REPORT),
        ("清水县", "2023年", "政府信息公开工作年度报告"),
        ("清水县林业局2023年政府", "信息公开工作", "年度报告"),
        ("清水县林业局关于公开", "2023年政府信息公开工作", "年度报告"),
    ],
)
def test_a_title_broken_over_lines_is_put_together(lines: tuple[str, ...]) -> None:
    assert [found.text for found in titles_in(lines)] == ["".join(lines)]
