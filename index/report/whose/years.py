"""The year that a report is about, as titles, stated periods and prose name it.

The year of publication is never taken: dates, numbers of documents and years in which something
was published are left out before years are counted.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from index.text import compact, number_in_words

FIRST_YEAR = 2008  # the first regulation on disclosure came into force

_IN_WORDS = re.compile(
    r"[二2][〇零○Oo0][〇零○Oo0一二三四五六七八九1-9][〇零○Oo0一二三四五六七八九1-9](?=年)"
)
_WIDE_DIGIT = re.compile(r"[０-９]")
_LETTER_ZERO = re.compile(r"[Oo]")
# They begin with 20, and only then look back, so that a text without years is passed over fast.
_DOCUMENT = re.compile(r"20\d\d(?:[\])〕】〉]第?\d+号|[〕\]])")
_PUBLISHED = re.compile(
    r"20(?<!\d20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:对外)?(?:公开)?"
    r"(?:发布|公布|印发|编制|填报|上报|报送|刊发|施行|修订)"
)
_DATE = re.compile(
    r"20(?<!\d20)\d\d(?:年\d{1,2}月(?:\d{1,2}日)?|([-/.])\d{1,2}\1\d{1,2}|\d{4}(?!\d))"
)
# 发布日期：2025-01-20; a line that is nothing but a date signs a report.
_DAY = r"20\d\d(?:年\d{1,2}月|[-/.]\d{1,2}[-/.])\d{1,2}"
_PUBLISHED_ON = re.compile(
    rf"(?:发布|公开|公布|生成|成文|发文|印发)(?:日期|时间)[:：]?({_DAY})|^\(?({_DAY})日?\)?$"
)
_NUMBER = re.compile(r"\d+")
_LONGEST = 300
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NAMED = re.compile(r"20(?<!\d20)\d\d(?=年)")
_SHORT_YEAR = re.compile(r"(?<!\d)([012]\d)年度?(?!来|\d)")
_RANGE = re.compile(r"(?<!\d)20\d\d年?度?(?:[-—–~～至、和及与]|以及)+20\d\d(?!\d)年?度?(?!\d*月)")
# 统计期限自2024年1月1日至12月31日, also where 年, 月 or 日 were lost, or digits doubled.
_PERIOD = re.compile(
    r"20(?<!\d20)(\d\d)年?(?:0?[1-9]月?)(?:[0-3]?\d日?)?(?:起|开始)?(?:至|到|[-—–~～])+"
    r"(?:(20\d\d)\d{0,2}年?|本年|当年|同年)?(?:1[012]月?|年底)(?:[23]\d日?|底)"
)
_ABOUT_PERIOD = re.compile(r"期限|期间|时间|时段|周期|所列|截止|起止|数据")


def with_digits(text: str) -> str:
    """The text without blanks, with years that are written otherwise, 二〇二四年, as 2024年."""
    text = "".join(text.split())
    if _WIDE_DIGIT.search(text):  # widths of a whole text are dear
        text = compact(text)
    return _IN_WORDS.sub(_digits, text)


def is_possible(year: int) -> bool:
    """Whether there can be a report about a year by now."""
    return FIRST_YEAR <= year <= date.today().year


def years_in_title(text: str) -> tuple[int, ...]:
    """The years that a title may mean: none, one, or several that it leaves open.

    A year that is followed by 年度 or 年 comes before a bare one (2025某县2024年度…), and the
    last before the subject before an earlier one.
    """
    text = _DOCUMENT.sub("", text)
    period = period_in(text)
    if period is not None:
        return (period,)
    if _RANGE.search(text):
        return _distinct(re.findall(r"(?<!\d)20\d\d(?!\d)", text))
    text = _DATE.sub("", _PUBLISHED.sub("", text))
    found = _distinct(_YEAR.findall(text))
    if len(found) > 1:
        for pattern in (r"(20\d\d)年度", r"(20\d\d)年", r"(20\d\d)年?(?=(?:政府|政务)?信息公开)"):
            marked = _distinct(re.findall(rf"(?<!\d){pattern}", text))
            if len(marked) == 1:
                return marked
    if not found:
        found = _distinct("20" + year for year in _SHORT_YEAR.findall(text))
    return found


def period_in(text: str) -> int | None:
    """The year of the period that a text states; None where it states none, or two."""
    near: set[int] = set()
    found: set[int] = set()
    for match in _PERIOD.finditer(text):
        start = 2000 + int(match[1])
        if match[2] and int(match[2]) != start:
            continue
        found.add(start)
        if _ABOUT_PERIOD.search(text[max(0, match.start() - 20) : match.start()]):
            near.add(start)
    found = near or found
    return found.pop() if len(found) == 1 else None


def years_named(text: str) -> Counter[int]:
    """How often a text names each year, without dates and numbers of documents."""
    text = _DATE.sub("", _PUBLISHED.sub("", _DOCUMENT.sub("", text)))
    return Counter(int(year) for year in _NAMED.findall(text))


def published_in(lines: Iterable[str]) -> tuple[int, int] | None:
    """The last year and month in which a report says it was published or signed."""
    found = (m for line in lines for m in _PUBLISHED_ON.finditer(with_digits(line[:_LONGEST])))
    days = (_NUMBER.findall(match[1] or match[2]) for match in found)
    return max(((int(year), int(month)) for year, month, *_ in days), default=None)


def most_named(years: Counter[int]) -> int | None:
    """The year named more often than any other; None where two are."""
    ranked = [pair for pair in years.most_common(3) if is_possible(pair[0])]
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _digits(match: re.Match[str]) -> str:
    text = _LETTER_ZERO.sub("0", match[0])
    digits = [
        char if char.isdigit() and char.isascii() else number_in_words(char) for char in text
    ]
    return "".join(map(str, digits))


def _distinct(years: Iterable[str]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(map(int, years)))
