"""For which year a report is: titles, stated periods, prose, and what never counts."""

import pytest

from index.errors import UnreadableReport
from index.report.whose.identity import Clues, identify
from index.report.whose.years import (
    most_named,
    period_in,
    with_digits,
    years_in_title,
    years_named,
)
from index.vocabulary.regions import Regions, load_regions
from tests.index.report.clued import clues

BODY = "云溪县清水乡人民政府"
TITLE = f"{BODY}政府信息公开工作年度报告"


@pytest.fixture(scope="module")
def regions() -> Regions:
    return load_regions()


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("清水乡2024年政府信息公开工作年度报告", (2024,)),
        ("2025清水乡2024年度政府信息公开工作年度报告", (2024,)),
        ("2024清水乡2024年度政府信息公开工作年度报告", (2024,)),
        ("2025年1月清水乡2024年政府信息公开工作年度报告", (2024,)),
        ("2025-01-20清水乡2024年政府信息公开工作年度报告", (2024,)),
        ("20250120清水乡2024年政府信息公开工作年度报告", (2024,)),
        ("2025年公布的清水乡2024年度政府信息公开报告", (2024,)),
        ("云政〔2025〕9号清水乡2024年政府信息公开工作年度报告", (2024,)),
        ("清水乡政府信息公开年度报告(2024年1月1日至2024年12月31日)", (2024,)),
        ("清水乡2024政府信息公开年度报告", (2024,)),
        ("清水乡24年度政府信息公开年度报告", (2024,)),
        ("清水乡政府信息公开年度报告", ()),
        ("清水乡20241年政府信息公开年度报告", ()),
        ("清水乡政府信息公开年度报告(2025年1月20日)", ()),
        ("2025年发布清水乡政府信息公开年度报告", ()),
        ("清水乡2023-2024年度政府信息公开年度报告", (2023, 2024)),
        ("清水乡2023年、2024年政府信息公开年度报告", (2023, 2024)),
    ],
)
def test_a_title_names_its_year(title: str, years: tuple[int, ...]) -> None:
    assert years_in_title(title) == years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二〇二四年", "2024年"),
        ("二零二四年", "2024年"),
        ("二○二四年", "2024年"),
        ("二O一九年", "2019年"),
        ("二〇一〇年", "2010年"),
        ("２０２４年", "2024年"),
        ("2 0 2 4 年", "2024年"),
        ("2024\u3000年", "2024年"),
        ("三十九条", "三十九条"),
    ],
)
def test_years_in_numerals_become_digits(text: str, expected: str) -> None:
    assert with_digits(text) == expected


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("统计期限自2024年1月1日至2024年12月31日", 2024),
        ("统计期限自2024年1月1日起至12月31日止", 2024),
        ("时间为2024年01月01日-2024年12月31日", 2024),
        ("从2024年1月1日到2024年12月底", 2024),
        ("2024年1月1日至当年12月31日", 2024),
        ("2008年5月1日至2008年12月31日", 2008),
        # V15, V16: damaged
        ("2021年1月1日至202121年12月31日", 2021),
        ("统计期限自20211月1日至202112月31日", 2021),
        ("201711日至1231日", 2017),
        ("20201月1日至202012月31日", 2020),
        # two years, or none
        ("2023年1月1日至2024年12月31日", None),
        ("2023年1月1日至2023年12月31日，2024年1月1日至2024年12月31日", None),
        ("2023年1月1日至2023年12月31日发展，统计期限为2024年1月1日至2024年12月31日", 2024),
        ("截至2024年12月31日", None),
        ("自2024年1月1日起施行", None),
    ],
)
def test_a_stated_period_gives_its_year(text: str, year: int | None) -> None:
    assert period_in(text) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024年公开3条，比2023年多1条。2024年收到申请0件。", 2024),
        ("2024年公开3条，2023年公开2条。", None),
        ("国务院令（2019年修订）；云政〔2019〕1号；2024年公开。", 2024),
        ("2025年1月20日印发，2024年公开", 2024),
        ("本年公开3条", None),
        ("规划到2035年。2035年实现。2024年公开。", 2024),
    ],
)
def test_the_year_most_named_counts_without_dates(text: str, year: int | None) -> None:
    assert most_named(years_named(text)) == year


@pytest.mark.parametrize(
    ("given", "year"),
    [
        (
            clues(
                TITLE, before="所列数据的统计期限自2024年1月1日至12月31日。", one="2025年将继续。"
            ),
            2024,
        ),
        (clues(TITLE, before="统计期限自20211月1日至202112月31日。"), 2021),
        (clues(TITLE, one="2024年公开3条，比2023年多1条。2024年无申请。"), 2024),
        (clues(TITLE, one="二〇〇九年，我乡公开信息三十九条。"), 2009),
        # V17: the year of publication is never the report's
        (
            clues(TITLE, around="发布日期：2025-01-20", one="2024年公开", after="2025年1月20日"),
            2024,
        ),
        (clues(f"{TITLE}（2025年1月20日）", one="2024年公开3条。"), 2024),
        (
            clues(f"{BODY}2023-2024年度政府信息公开年报", before="自2024年1月1日至2024年12月31日"),
            2024,
        ),
        (clues(f"{BODY}2023-2024年度政府信息公开年报", year=2023), 2023),
        (clues(TITLE, year=2024), 2024),
    ],
)
def test_the_year_is_found_where_the_title_has_none(
    regions: Regions, given: Clues, year: int
) -> None:
    found = identify(given, regions)
    assert found.year == year
    assert found.findings == ()


@pytest.mark.parametrize(
    ("given", "year", "said"),
    [
        # V14: last year's year left in the text
        (
            clues(f"{BODY}2021年政府信息公开年报", before="统计期限自2020年1月1日至12月31日。"),
            2021,
            "2020",
        ),
        (
            clues(f"{BODY}2021年政府信息公开年报", one="2020年公开3条。2020年无申请。"),
            2021,
            "2020",
        ),
        (clues((f"{BODY}2021年政府信息公开年报", f"{BODY}2020年政府信息公开年报")), 2021, "2020"),
        (clues(f"{BODY}2024年政府信息公开年报", year=2023), 2023, "2024"),
        (
            clues(f"{BODY}2042年政府信息公开年报", before="统计期限自2024年1月1日至12月31日。"),
            2024,
            "2042",
        ),
        # V17: no report on a year before it is over
        *(
            (clues(f"{BODY}2025年政府信息公开年报", **where, **about), 2024, "2025")
            for where in (
                {"around": "发布日期：2025-01-20 浏览：3"},
                {"after": "2025年1月20日"},
            )
            for about in (
                {"before": "统计期限自2024年1月1日至12月31日。"},
                {"one": "2024年公开3条。"},
            )
        ),
        (clues(f"{BODY}2025年政府信息公开年报", after="2025年1月20日"), 2025, "2025年1月"),
        (clues(TITLE, year=2023, before="统计期限自2024年1月1日至12月31日。"), 2023, "2024"),
    ],
)
def test_years_that_disagree_are_a_finding(
    regions: Regions, given: Clues, year: int, said: str
) -> None:
    found = identify(given, regions)
    assert found.year == year
    assert [finding.rule for finding in found.findings] == ["signals_disagree"]
    assert said in found.findings[0].message


@pytest.mark.parametrize(
    "given",
    [
        clues(TITLE, path="清水乡2024.html"),
        clues(TITLE, path="x/2024/清水乡.html", root="x"),
    ],
)
def test_the_name_of_a_file_is_the_last_resort(regions: Regions, given: Clues) -> None:
    found = identify(given, regions)
    assert found.year == 2024
    assert [finding.rule for finding in found.findings] == ["year_from_file"]


@pytest.mark.parametrize(
    "given",
    [
        clues(TITLE),
        clues(TITLE, after="2025年1月20日", around="发布日期：2025-01-20"),
        clues(TITLE, url="https://www.taikang.gov.cn/2025/0120/t20250120_1.html"),
        clues(TITLE, path="t20250120_1.html"),
        clues(TITLE, path="x/2025/清水乡.html", root="x", after="2025年1月20日"),
        clues(
            TITLE, one="2025年，将继续公开。2025年，将加强解读。", around="发布日期：2025-01-20"
        ),
        clues(TITLE, one="2024年公开3条，2023年公开2条。"),
        clues(f"{BODY}2023-2024年度政府信息公开年报"),
        clues(f"{BODY}2080年政府信息公开年报"),
        clues(f"{BODY}2007年政府信息公开年报"),
        clues(f"{BODY}1998年政府信息公开年报"),
        clues(TITLE, year=2080),
    ],
)
def test_a_year_that_nothing_decides_is_refused_with_the_way_out(
    regions: Regions, given: Clues
) -> None:
    with pytest.raises(UnreadableReport, match="--year"):
        identify(given, regions)


@pytest.mark.parametrize("date", ["2024年12月31日", "2025年1月3日", "2026年3月1日"])
def test_a_report_may_be_signed_in_the_last_weeks_of_its_year(regions: Regions, date: str) -> None:
    given = clues(f"{BODY}2024年政府信息公开年报", one="2024年公开3条。", after=date)
    found = identify(given, regions)
    assert (found.year, found.findings) == (2024, ())


def test_last_years_figure_beside_this_years_is_no_finding(regions: Regions) -> None:
    given = clues(
        f"{BODY}2024年政府信息公开年报",
        one="2024年公开30条，比2023年多10条，2023年20条，2022年5条。",
    )
    assert identify(given, regions).findings == ()
