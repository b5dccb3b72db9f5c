"""The year of a report: told, or from its title, its stated period, its prose, its file name."""

from collections import Counter
from collections.abc import Sequence

from index.errors import UnreadableReport
from index.report.whose.clues import Clues
from index.report.whose.titles import Title
from index.report.whose.years import (
    FIRST_YEAR,
    is_possible,
    most_named,
    period_in,
    published_in,
    with_digits,
    years_in_title,
    years_named,
)
from index.types import Finding

_FEWEST_LISTED = 3
_LAST_MONTHS = 11  # some sign in the last weeks of the year on which they report


def decide_year(clues: Clues, titles: Sequence[Title]) -> tuple[int, tuple[Finding, ...]]:
    """The year of a report, and findings where signals disagree; refused where nothing decides."""
    opening = "\n".join(with_digits(paragraph) for paragraph in clues.opening)
    period, named = period_in(opening), years_named(opening)
    stated = next((title.years for title in titles if title.is_report and title.years), ())
    if _are_a_list(titles) and _possible(period) is not None:
        stated = (period,) if period is not None else stated
    published = published_in((*clues.around, *clues.before, *clues.after))
    year = clues.year if clues.year is not None else _of_title(stated, period, clues)
    findings: tuple[Finding, ...] = ()
    if year is None:
        often = most_named(named)
        year = _possible(period) or (often if _is_over(often, published) else None)
    elif clues.year is None and not is_possible(year):
        year = _possible(period) or year  # a slip in the title: 2032 for 2023
    elif clues.year is None and not _is_over(year, published):
        # Nobody reports on a year before it is over: the title names that of its publication.
        year = _year_before(year, period, named)
    if year is None:
        year, findings = _of_file(clues, published)
    if not is_possible(year):
        raise UnreadableReport(
            str(clues.path),
            f"年份 {year} 不可能（应为 {FIRST_YEAR} 年至今），请用 --year 指明报告年份 "
            f"({year} cannot be the year of a report; name it with --year)",
        )
    said = _other_years(year, titles, period, named)
    if published is not None and not _is_over(year, published):
        said.append(f"发布日期写{published[0]}年{published[1]}月")
    if said:
        message = f"按{year}年的报告读取，但写明的年份不一致：{'、'.join(said)}"
        findings = (*findings, Finding("signals_disagree", message))
    return year, findings


def _is_over(year: int | None, published: tuple[int, int] | None) -> bool:
    """Whether a year was as good as over when a report was published, as far as is known."""
    return year is None or published is None or (year, _LAST_MONTHS) <= published


def _year_before(year: int, period: int | None, named: Counter[int]) -> int:
    """The year before the one in the title, where the text says that it is about that."""
    about = period if period is not None else most_named(named)
    return year - 1 if about == year - 1 else year


def _are_a_list(titles: Sequence[Title]) -> bool:
    """Whether titles are a list of reports, in which the first need not be the report's own."""
    years = {year for title in titles if title.is_report for year in title.years}
    return len(years) >= _FEWEST_LISTED


def _of_title(stated: tuple[int, ...], period: int | None, clues: Clues) -> int | None:
    if len(stated) < 2:
        return stated[0] if stated else None
    if period in stated:
        return period
    raise UnreadableReport(
        str(clues.path),
        f"标题写了几个年份（{'、'.join(map(str, stated))}），请用 --year 指明报告年份 "
        "(the title names several years; name the year of the report with --year)",
    )


def _of_file(clues: Clues, published: tuple[int, int] | None) -> tuple[int, tuple[Finding, ...]]:
    """The year in the name of the file or its folder: the last resort."""
    for name in (clues.path.stem, *clues.folders):
        years = years_in_title(with_digits(name))
        if len(years) == 1 and is_possible(years[0]) and _is_over(years[0], published):
            message = f"正文没有写明年份，年份 {years[0]} 取自文件名“{name}”，请核对"
            return years[0], (Finding("year_from_file", message),)
    raise UnreadableReport(
        str(clues.path),
        "看不出是哪一年的报告，请用 --year 指明报告年份 "
        "(the report does not say for which year it is; name it with --year)",
    )


def _other_years(
    year: int, titles: Sequence[Title], period: int | None, named: Counter[int]
) -> list[str]:
    """The signals that name another year than the one that was decided."""
    stated = {y for t in titles if t.is_report and t.body and len(t.years) == 1 for y in t.years}
    said = [f"标题写{other}年" for other in sorted(stated - {year})]
    if period is not None and period != year:
        said.append(f"统计期限写{period}年")
    often = most_named(named)
    if often is not None and often != year and named[often] > 2 * named[year] + 1:
        said.append(f"正文多次写{often}年")
    return said


def _possible(year: int | None) -> int | None:
    return year if year is not None and is_possible(year) else None
