"""Which bodies have a report: 有几个单位交了年报, 哪些乡镇没有2024年年报."""

import re

from bot.understand.reading.tokens import Token

_YEAR = (
    r"(?:[〇零一二三四五六七八九0-9]{2,4}年度?|去年度?|上年度?|上一年度?|前年|今年|本年度?|当年)"
    r"?的?"
)
_REPORT = r"(?:政府|政务)?(?:信息公开)?(?:工作)?(?:年度)?(?:工作)?(?:年报|报告)"
# 信息公开年度报告 is the name of the thing; 交了, 没交, 公布了 say that there is one.
_HANDED_IN = re.compile(
    r"(?P<no>(?:还|都|均|仍|尚)?(?:没有?|未|尚未))?(?:按时|及时|如期|已经|已|都|均)?"
    r"(?<!信息)(?<!政务)(?<!主动)"
    r"(?:公布|发布|公开|提交|上交|报送|上报|交|出具|出|编制|编写|报)(?P<done>过|了|出了?|上来|齐了?)?"
    rf"(?={_YEAR}{_REPORT})"
)
_HANDED_IN_IN_ENGLISH = re.compile(
    r"\b(?:have |has |had )?(?:published|issued|released|submitted|filed|handed in)"
    r"(?= (?:an?|their|its|the|any)?\s*(?:20\d\d )?(?:annual )?reports?\b)"
)
_ASKED = re.compile(r"哪|几|多少|谁|吗|没有?[?？]*$|有没有|是否|\b(?:which|how many|who)\b")
_OF_REPORT = re.compile(
    rf"(?:有|缺少?|没有?|无|未)了?{_YEAR}{_REPORT}|(?:年报|报告)(?:的|都)?有(?:哪|几|多少)"
    r"|\b(?:have|has|had|with|without|lack|lacks|lacking|no) "
    r"(?:an?|their|its|the|any)?\s*(?:20\d\d )?(?:annual )?reports?\b"
)
_LACKS = re.compile(
    rf"(?:没有?|无|未有?|缺少?|缺了)了?{_YEAR}{_REPORT}"
    r"|\b(?:without|lack|lacks|lacking|no|not have|don't have|doesn't have) "
    r"(?:an?|their|its|the|any)?\s*(?:20\d\d )?(?:annual )?reports?\b"
)
# What may stand behind the report: 哪些单位有年报提到了… asks for more than that.
_NOTHING_MORE = re.compile(
    r"(?:的?(?:单位|乡镇|部门|镇|局|街道|县|机构)?(?:一?共|总共|都)?(?:有|是)?"
    r"(?:几[个家份]|多少[个家份]?|哪些|哪几[个家]|谁)?)?[吗呢啊呀了的没有 ]*[?？。!！]*"
    r"(?: (?:for|about|in|of) (?:20\d\d|the year 20\d\d))?[?. ]*"
)
_BODIES = frozenset(("list_places", "count_places"))
_COUNTED = re.compile(r"的(?:单位|乡镇|部门|镇|局|街道|县|机构)(?:一?共|总共|都)?有(?:几|多少|哪)")


def plainly_held(text: str) -> str:
    """The text with 有 for what is said of a report that is there: 公布了, 交了, published."""
    if not _ASKED.search(text):
        return text

    def each(match: re.Match[str]) -> str:
        is_asked = _WHO.search(text[: match.start()]) or _DONE.search(text)
        is_said = match["no"] or match["done"] or is_asked
        if not is_said:
            return match.group()
        return "没有" if match["no"] else "有"

    return _HANDED_IN_IN_ENGLISH.sub("have", _HANDED_IN.sub(each, text))


_DONE = re.compile(r"(?:年报|报告)了?(?:吗|没有?|么)[?？。]*$")
_WHO = re.compile(r"哪|几[个家]|多少[个家]|谁|多少")


def asks_who_reports(text: str, tokens: tuple[Token, ...]) -> bool:
    """Whether bodies are asked for by whether there is a report of theirs."""
    is_of_bodies = any(_BODIES & set(t.keys("op")) for t in tokens) or _COUNTED.search(text)
    found = _OF_REPORT.search(text)
    return bool(is_of_bodies and found and _NOTHING_MORE.fullmatch(text[found.end() :]))


def asks_who_lacks(text: str) -> bool:
    """Whether it is those without one that are asked for."""
    return bool(_LACKS.search(text))
