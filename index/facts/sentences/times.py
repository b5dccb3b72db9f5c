"""Which time a number in a sentence is of: this year, another, or a part of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from index.text import digits_in_words


class When(Enum):
    """The time of an amount, as the words before it say."""

    THIS_YEAR = auto()
    UNTIL_NOW = auto()  # 截至…: this year's, or that of all years
    OTHER_YEAR = auto()
    SEVERAL_YEARS = auto()
    PART = auto()  # of the year: a month, a quarter
    EACH = auto()  # 每月, 平均: in its clause only
    TARGET = auto()  # 力争, 不少于
    FUTURE = auto()  # 下一步, 明年: so is all that follows in the paragraph
    DONE = auto()  # 实际, 完成: what was aimed at is over


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of time at a place in a sentence."""

    at: int
    when: When
    is_aside: bool = False  # 回应60次，去年为61次，: of that number only


_TO = r"(?:至|到|-|—|–|~|～)+"
_YEAR = r"(?:20\d\d)"
_WHOLE = r"(?:度?(?:全年|整年|一年|当年)度?)?"
_SPOKEN_YEAR = r"[二][〇零○]?[〇零○一二三四五六七八九]{2,3}"
# Few characters begin any of the words: looking at the first saves trying them all.
_FIRST = (
    "0-9自从以截到至今本全年当该报去上前往后历近两二三四五六几多此十下一第每月日周季平明来力争预目不计拟"
    "比较与和同相对实完确由"
)
_TIME = re.compile(
    rf"(?=[{_FIRST}])(?:"
    # 2024年1月1日至12月31日
    rf"(?P<from>{_YEAR})年1月(?:1日)?(?:零时)?起?{_TO}(?:(?P<to>{_YEAR})年)?(?P<month>1[0-2]|\d)月"
    r"(?:\d{1,2}日|底|末|份)?"
    # 2008年5月1日至2009年12月31日
    rf"|(?P<long>{_YEAR})年\d{{1,2}}月(?:\d{{1,2}}日)?(?:零时)?起?{_TO}(?!(?P=long)){_YEAR}年"
    r"(?:\d{1,2}月(?:\d{1,2}日|底|末)?|底|末)?"
    rf"|(?P<first>{_YEAR})年?度?{_TO}(?P<last>{_YEAR})年"
    # 比去年, 较2023年同期: what follows is compared, and no figure of that year is meant.
    r"|(?P<compared>(?:比|较|与|和|同|相较|对比|相比)于?(?:去年"
    rf"|上一?年度?|前年|往年|历年|{_YEAR}年度?)(?:同期)?(?:相比)?)"
    r"|(?:自|从)(?P<since>[^，;。:]{0,24}?)(?:以来|起|开始|后)"
    r"(?:，?(?:截?至|到|截止)(?:到|至)?(?:20\d\d|本|今)?年?(?:\d{1,2}月(?:\d{1,2}日)?|底|末|年底|年末|目前|今|现在)*)?"
    # 由上年的210条增至260条: neither is that of what follows.
    rf"|(?:由|从)(?:去年|上一?年度?|前年|{_YEAR}年度?)(?:同期)?(?:全年)?的?(?P<was>(?=\d))"
    r"|(?P<ago>以来)"
    rf"|截[至止](?:到|至)?(?:(?P<until>{_YEAR})年(?:12月(?:31日|底|末)?|底|末)?"
    r"|(?P<now>12月(?:31日|底|末)|年底|年末|目前|现在|当前|今年底|本年底)?)"
    r"|(?P<end>(?:到|至)(?:年底|年末|目前|现在))"
    # 2015年全年: the whole of that year, not of this.
    rf"|(?<!\d)(?P<year>{_YEAR})年{_WHOLE}|(?P<spoken>{_SPOKEN_YEAR})年{_WHOLE}"
    rf"|(?<!\d)(?P<short>\d\d)年(?!来|以|间|内|前){_WHOLE}"
    # 1-6月: a part of the year; 1-12月 all of it
    r"|(?<![\d-])(?P<since_month>1[0-2]|[1-9])月?(?:-|—|–|~|～|至|到)(?P<until_month>1[0-2]|[1-9])月"
    r"|(?P<this>今年|本年|全年|年内|当年|该年|年度内|一年来|报告期)"
    rf"|(?P<other>(?:去年|(?<!较)上一?年度?(?!度?结转)|前年|往年){_WHOLE})"
    r"|(?P<several>历年|历史累计|近[两二三四五六几]年|[两二三四五]年来|十[三四五]五|多年来|此前)"
    r"|(?P<part>[上下前后]半年|[一二三四1-4]个?季度"
    r"|第[一二三四]季"
    r"|(?<![\d-])(?!12月(?:31日|底|末)|1月1日)(?:1[0-2]|[1-9])月(?!至12|-12|到12))"
    r"|(?P<each>每个?(?:年|月|季|周|日|天|半年)|[月日周季]均|平均)"
    r"|(?P<future>明年|来年|(?<!转)(?<!转至)(?<!转到)(?<!转入)(?<!结转到)下一?年度?(?!度?继续|度?办理)"
    r"|下一步|下一?阶段|今后)"
    r"|(?P<target>力争|争取|预计|目标|不少于|不低于|至少|拟(?=于|主动|通过|公开|发布|新增|举办|召开|开展|在)"
    r"|(?<!按)(?<!照)(?<!工作)(?<!规划)(?<!规划、)计划(?=编发|编印|推送|更新|培训|设立|建设|主动|通过|公开|发布|举办|召开|开展|组织|完成|于|在|到|新|明|下|再|全年|\d)"
    r"|确保(?=[^，;。]{0,16}\d[^，;。]{0,4}以上))"
    r"|(?P<done>实际|完成)"
    r")"
)
_TITLE = re.compile(r"《[^》]{1,60}》")
_BEGINS_THIS = ("今年", "本年", "年初", "一年", "1月", "当年")


def times_in(text: str, year: int) -> tuple[Mention, ...]:
    """The words of time in a text without white space, in a report about a year."""
    titles = [match.span() for match in _TITLE.finditer(text)]
    found = []
    for match in _TIME.finditer(text):
        if any(start < match.start() < end for start, end in titles):
            continue
        when = _when(match, year)
        if when is not None:
            is_aside = when is When.OTHER_YEAR and _ASIDE.match(text, match.end()) is not None
            is_told = is_aside and _TOLD.search(text[: match.start()]) is not None
            found.append(Mention(match.end(), when, is_told))
    return tuple(found)


def _when(match: re.Match[str], year: int) -> When | None:
    groups = match.groupdict()
    if groups["compared"] or groups["was"] is not None:
        return None
    for name, when in _PLAIN.items():
        if groups[name]:
            return when
    if groups["since_month"]:
        is_whole = (groups["since_month"], groups["until_month"]) == ("1", "12")
        return When.THIS_YEAR if is_whole else When.PART
    if groups["from"]:
        return _of_span(groups, year)
    if groups["first"] or groups["long"]:
        return When.SEVERAL_YEARS
    since = groups["since"]
    if groups["ago"]:
        since = re.split(r"[，;。:]", match.string[max(0, match.start() - 8) : match.start()])[-1]
    if since is not None:
        return When.THIS_YEAR if _is_of(since, year) else When.SEVERAL_YEARS
    return _of_year(groups, year)


def time_at(mentions: Sequence[Mention], begins: When, text: str, at: int) -> When:
    """The time at a place of a text that begins at some time."""
    now, since, outside = begins, 0, begins
    aimed_from, is_brief = begins, False
    for mention in mentions:
        if mention.at > at or now is When.FUTURE:
            break
        if _is_aside(text, mention.at, at):
            continue
        if mention.when is When.DONE:
            is_over = now is When.TARGET and _GOAL_BEFORE.search(text[since : mention.at])
            now = aimed_from if is_over else now
            continue
        aimed_from = now if mention.when is When.TARGET else aimed_from
        if is_brief and _ENDS_ASIDE.search(text, since, mention.at):
            now, is_brief = outside, False
        is_same_clause = now is When.TARGET and "，" not in text[since : mention.at]
        if not (is_same_clause and mention.when is When.THIS_YEAR):
            is_brief = mention.when is When.EACH or mention.is_aside
            outside = now if is_brief else outside
            now, since = mention.when, mention.at
    return outside if is_brief and _ENDS_ASIDE.search(text, since, at) else now


def _is_aside(text: str, mentioned: int, at: int) -> bool:
    """Whether a word of time stands in brackets that end before a place: 5600条（去年5900条）."""
    end = text.find(")", mentioned)
    return 0 <= end < at and text.rfind("(", 0, mentioned) > text.rfind(")", 0, mentioned)


_ASIDE = re.compile(r"(?:同期)?(?:的|为|是|仅|共|有|:)*(?:约|近)?[\d一二两三四五六七八九十百]")
_TOLD = re.compile(r"[\d一二三四五六七八九十百余][^，;\d]{1,8}，[^，;]*$")
_ENDS_ASIDE = re.compile("[，;](?!其中|包括|含|分别)")
_GOAL_BEFORE = re.compile(r"\d.*，")  # 计划2期，完成3期

_PLAIN = {
    "this": When.THIS_YEAR,
    "end": When.UNTIL_NOW,
    "other": When.OTHER_YEAR,
    "several": When.SEVERAL_YEARS,
    "part": When.PART,
    "each": When.EACH,
    "future": When.FUTURE,
    "target": When.TARGET,
    "done": When.DONE,
}


def _of_span(groups: dict[str, str | None], year: int) -> When:
    if groups["from"] != str(year) or groups["to"] not in (None, str(year)):
        return When.OTHER_YEAR if groups["to"] in (None, groups["from"]) else When.SEVERAL_YEARS
    return When.THIS_YEAR if groups["month"] == "12" else When.PART


def _is_of(text: str, year: int) -> bool:
    years = set(re.findall(r"20\d\d", text))
    return years == {str(year)} or (not years and any(word in text for word in _BEGINS_THIS))


def _of_year(groups: dict[str, str | None], year: int) -> When | None:
    """What a year, or the words 截至…, say."""
    if groups["short"]:
        return When.THIS_YEAR if int(groups["short"]) == year % 100 else None
    if groups["spoken"]:
        said = digits_in_words(groups["spoken"])
    elif groups["year"]:
        said = int(groups["year"])
    else:
        until = groups["until"]
        return When.UNTIL_NOW if until in (None, str(year)) else When.OTHER_YEAR
    if said == year:
        return When.THIS_YEAR
    return When.OTHER_YEAR if said is not None and said < year else When.FUTURE
