"""The headings of the six sections, in the wordings that reports give them.

A line is matched by its title, never by its numeral alone: rows 一 to 四 of table three begin
exactly as headings do.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from index.text import number_in_words
from index.vocabulary.traditional import simplify

OVERVIEW, PROACTIVE, APPLICATIONS, DISPUTES, PROBLEMS, OTHER = range(1, 7)

# How sure a line is a heading: the title of the form, its topic, nothing but its numeral.
OFFICIAL, TOPICAL, BARE = 10, 3, 1
# What a bracketed numeral takes off: （一） stands before points of a section as well.
BRACKETED = 4

_S = r"[ \t\u00a0\u3000]*"
_ORDINAL = re.compile(
    rf"[（(]{_S}(?P<bracketed>[一二三四五六七八]){_S}[）)][、.．]?"
    rf"|(?P<chinese>[一二三四五六七八九十]{{1,3}}){_S}(?:[、，,．.:：]+|(?<=[一二三四五六七八九十])"
    rf"(?=[ \t\u00a0\u3000]))|第(?P<part>[一二三四五六七八九十]{{1,2}})(?:部分|章|节)[、:：]?"
    rf"|(?P<arabic>\d{{1,2}})(?:[、．]|\.(?!\d))"
)
_INFO = r"(?:政府|政务)?信息公开"
_OFFICIAL = {
    OVERVIEW: (
        r"(?:工作)?(?:总体|基本|整体)(?:工作)?(?:情况|概况|概述)|(?:工作)?概[述况]"
        rf"|{_INFO}(?:工作)?(?:的)?(?:总体|基本|整体)情况|(?:总体|基本|整体)(?:工作)?(?:情况)?概[述况]"
        r"|工作总体情况|工作基本情况"
    ),
    PROACTIVE: r"(?:行政机关)?主动公开(?:政府|政务)信息(?:的)?(?:工作)?情况",
    APPLICATIONS: (
        rf"(?:行政机关)?(?:收到|受理)(?:和|及|与|、)?(?:处理|办理)(?:的)?{_INFO}申请(?:的)?情况"
    ),
    DISPUTES: (
        rf"(?:因)?{_INFO}(?:工作)?(?:被|引发的?|引起的?)?(?:申请|提起)?(?:的)?行政复议"
        r"(?:、|和|及|与|，)?(?:被)?(?:提起)?(?:的)?行政诉讼(?:的)?(?:案件)?情况"
    ),
    PROBLEMS: (
        rf"(?:{_INFO})?(?:工作)?(?:中)?(?:存在|面临)(?:的)?(?:主要)?(?:问题|不足)"
        r"(?:以?及|和|与|、)?(?:其)?(?:改进|整改)(?:措施|工作)?(?:的)?(?:情况)?"
    ),
    OTHER: r"(?:其他|其它)(?:需要|需|应当|须)?(?:报告|说明)(?:的)?(?:事项|情况|内容|问题)",
}
_TITLES = {
    number: re.compile(rf"(?:20\d\d年(?:度)?)?(?:{pattern})")
    for number, pattern in _OFFICIAL.items()
}
_ANY_TITLE = re.compile("|".join(pattern.pattern for pattern in _TITLES.values()))
# What a heading is about, the first that fits; for the older reports, whose titles are free.
_TOPICS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (PROBLEMS, re.compile("问题|不足|改进|下一步|打算|努力方向")),
    (DISPUTES, re.compile("复议|诉讼|申诉|举报投诉|投诉举报")),
    (
        APPLICATIONS,
        re.compile("依申请|申请公开|公开申请|申请办理|申请情况|不予公开|收费|费用|减免"),
    ),
    (PROACTIVE, re.compile("主动公开|回应|解读|公开平台|公开渠道|公开内容|重点领域")),
    (OVERVIEW, re.compile("概述|概况|总体|基本情况|整体情况|组织领导|工作情况|开展情况")),
    (OTHER, re.compile("其他|其它|附表|附件|机构|经费|会议|培训|统计表|监督保障|说明")),
)
_AFTER_TITLE = re.compile(
    r"[\s：:。，,、；;（(—]|20\d\d|今年|本年|全年|我|本|根据|按照|为|截至|[一二]是|[一二]、|无|\d"
)
_END_MARKS = " \t\u00a0\u3000：:。，,、；;.．*#"
_TITLE_ENDS = ("情况", "问题", "措施", "打算", "事项", "方向")
_BARE_ENDS = (*_TITLE_ENDS, "改进", "整改", "不足", "经费")
_SENTENCE = re.compile("[。；;！!？?]")
_TITLE_ONLY = re.compile(r"[^。；;！!？?，,：:\d]{2,32}")
_LONGEST_TITLE = 36
_LONGEST_WORD = 8
_LONGEST_BODY = 120  # that is looked at behind a numeral
# A title so long is one, whatever is glued behind it.
_LONG_TITLE = 10
_LEADERS = re.compile(r"[.．…·\s]{2,}\d{1,3}\s*$")
_ROW_START = re.compile(
    "(?:本年度?|上年度?|上一年度?)?(?:新收|结转)(?:下|政府|申请)|本年度?办理结果|结转下"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that may open a section: its topic, its printed numeral, how sure it is.

    `title` is the heading as printed and `rest` the text that was glued behind it.
    """

    number: int
    ordinal: int | None
    sureness: int
    title: str
    rest: str = ""
    is_bracketed: bool = False


class Mark(NamedTuple):
    """A heading and the block that it stands in."""

    at: int
    heading: Heading


@lru_cache(maxsize=4_096)
def heading_of(text: str) -> Heading | None:
    """The heading that a paragraph is or begins with, None where it cannot be one."""
    text = text.strip("*# \t\u00a0\u3000")
    if not text:
        return None
    match = _ORDINAL.match(text)
    ordinal, start = (None, 0) if match is None else (_value(match), match.end())
    if match is None and len(text) > _LONGEST_TITLE:
        return None
    body = _squeezed(text[start : start + _LONGEST_BODY])
    official = _official(body)
    if official is not None:
        number, length = official
        is_bracketed = match is not None and match["bracketed"] is not None
        end = start + _reach(text[start:], length)
        rest = text[end:].lstrip(_END_MARKS)
        if not rest or _LEADERS.search(text[end:][-_LONGEST_TITLE:]):
            return Heading(number, ordinal, OFFICIAL, text, is_bracketed=is_bracketed)
        is_clear = length >= _LONG_TITLE or _AFTER_TITLE.match(text[end:]) is not None
        if match is not None and is_clear and not is_bracketed:
            return Heading(number, ordinal, OFFICIAL, text[:end].rstrip(_END_MARKS), rest)
    if match is None or not (match["chinese"] or match["part"]) or len(body) > _LONGEST_TITLE:
        return None
    return _free(text, body, ordinal)


def _free(text: str, body: str, ordinal: int | None) -> Heading | None:
    """A heading of one's own wording: known by its topic, else only by its numeral."""
    title = body.strip(_END_MARKS).replace(":", "：")
    if not title or _SENTENCE.search(title) or _ROW_START.match(title):
        return None
    title, _, rest = title.partition("：")
    if "，" in title and not title.endswith(_TITLE_ENDS):
        return None
    for number, pattern in _TOPICS:
        if pattern.search(title):
            if not rest:
                return Heading(number, ordinal, TOPICAL, text)
            head, _, rest = text.replace(":", "：", 1).partition("：")
            return Heading(number, ordinal, TOPICAL, head, rest.strip())
    return Heading(OTHER, ordinal, BARE, text) if len(title) >= 2 else None


def topical_heading(text: str, title: str, *, is_bare: bool) -> Heading | None:
    """A line as a heading by its topic alone, `title` being what it says behind its numeral.

    One without any mark must read like a title to its end.
    """
    if len(title) > _LONGEST_TITLE:
        return None
    body = _squeezed(title[:_LONGEST_BODY]).strip(_END_MARKS)
    official = _official(body)
    if official is not None and official[1] == len(body):
        return Heading(official[0], None, OFFICIAL, text)
    heading = _free(text, body, None) if _TITLE_ONLY.fullmatch(body) else None
    if heading is None or heading.sureness == BARE or heading.rest:
        return None
    is_title = body.endswith(_BARE_ENDS) or len(body) <= _LONGEST_WORD
    return heading if is_title or not is_bare else None


def _official(body: str) -> tuple[int, int] | None:
    """The number of the title that a text begins with, and the title's length."""
    if not _ANY_TITLE.match(body):
        return None
    found = [(match.end(), number) for number, p in _TITLES.items() if (match := p.match(body))]
    length, number = max(found)
    return number, length


def _squeezed(text: str) -> str:
    """The text without blanks and in one script."""
    return simplify("".join(text.split()))


def _reach(text: str, length: int) -> int:
    """How far into a text so many of its characters reach, blanks not counted."""
    places = (i for i, ch in enumerate(text, 1) if not ch.isspace())
    return next(islice(places, length - 1, None))


def _value(match: re.Match[str]) -> int | None:
    if match["arabic"]:
        return int(match["arabic"])
    return number_in_words(match["chinese"] or match["part"] or match["bracketed"])


def whole_heading(text: str, below: str) -> str | None:
    """A heading that was broken over two lines, put together; None where it is none."""
    if len(text) > 60 or len(below) > _LONGEST_TITLE or not _ORDINAL.match(text):
        return None
    first = heading_of(text)
    if first is not None and first.sureness == OFFICIAL:
        return None
    joined = heading_of(text + below)
    is_whole = joined is not None and joined.sureness == OFFICIAL and not joined.rest
    return text + below if is_whole else None
