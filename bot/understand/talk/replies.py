"""What people say to an answer itself: in English, as a table, all of them, how many."""

import re
from dataclasses import replace

from bot.queries import Operation, PlaceScope
from bot.types import Lang
from bot.understand.frames import SPREAD, Frame
from bot.understand.mentions import Mentions
from bot.understand.places.mention import PlaceMention
from bot.understand.reading.metrics import Named
from bot.understand.reading.years import YearMention
from bot.understand.vocabulary.words import KINDS
from index.text import number_in_words

_END = r"[。.,，?？!！~]*"
_SAY = r"(?:回答|说|讲|写|版)?(?:我|一?遍|一下)?(?:吧|呢)?" + _END
_TELL = r"(?:please )?(?:answer|reply|say (?:it|that)|speak|write)(?: me)? "
_IN_ENGLISH = re.compile(
    rf"(?:请|麻烦)?(?:用|说|换成?|翻译?成)?英[文语](?:版)?{_SAY}"
    rf"|(?:{_TELL})?in english(?: please)?{_END}|english(?:,? please)?{_END}"
)
_IN_CHINESE = re.compile(
    rf"(?:请|麻烦)?(?:用|说|换成?|翻译?成)?(?:中文|汉语|普通话)(?:版)?{_SAY}"
    rf"|(?:{_TELL})?in chinese(?: please)?{_END}|chinese(?:,? please)?{_END}"
)
_AS_TABLE = re.compile(
    r"(?:请|帮我|给我|能不能|可以)?(?:给我?|出|来|要|做|弄|搞)?(?:个|一个|一张|张|成)?表格?"
    rf"(?:给我|看看|呢|吧|形式)?{_END}"
)
_UNIT = re.compile(
    r"(?:这个?|数字|上面)?(?:的)?单位(?:是|为)?(?:什么|啥|哪个|元|万元|件|条|人|次|个)?"
    rf"(?:吗|呢|嘛|啊)?{_END}|(?:in )?what units?(?: is (?:it|that)(?: in)?)?{_END}"
)
_WHOLE_RANK = re.compile(
    r"(?:请|帮我|给我)?(?:(?:都|全部?|全都|完整)的?(?:列|排|说|给)?(?:出来?|一下|名单|排名)?"
    r"|完整的?(?:排名|名单)|列出?全部|列全|其他的?都?(?:呢|列出来))(?:给我)?(?:吧|呢)?"
    rf"{_END}|(?:list|show)(?: me)? (?:them )?all(?: of them)?{_END}|all of them{_END}"
    rf"|the (?:full|whole) (?:list|ranking){_END}"
)
_HOW_MANY = re.compile(
    r"(?:一共|总共|那)?有?(?:几|多少)[个家](?:单位|乡镇|部门|镇|局)?(?:呢|啊)?"
    rf"{_END}|how many(?: is that| are there)?{_END}"
)
_IN_PROSE = re.compile(
    r"(?:可是|但是?|那|不过)?(?:报告|年报)?的?(?:正文|文字|文中|原文)(?:里|中|上)?面?"
    r"(?:(?:说|写|讲)[的了]?是?(?:多少|几[件条]?|[0-9.]+[件条]?|什么数)?|的?数字?是?(?:多少)?)?"
    rf"(?:对吗|对不对|一样吗|呢|啊|吗)?{_END}"
)
_WITH_CARRIED = re.compile(
    r"(?:如果|那)?(?:包括|包含|算上|加上|连同|含)(?:上一?年)?结转(?:来|过来)?的?(?:申请)?"
    rf"(?:呢|一?共?(?:是|有)?多少件?|合计|总共)*{_END}"
)
_ALL_APPLICANTS = re.compile(
    r"(?:(?:不要|不看|不止|不只看?|别只?看|去掉)[^,，。]{0,6}[,，。\s]*)?我?(?:要|想看|看|说)?的?是?"
    r"(?:全部|所有|总共|总的|合计|全体|不分类?|不限)(?:申请人?|类型)?的?(?:呢|吧|多少)?" + _END
)
_BY_HOW_MUCH = re.compile(rf"(?:and |but )?by how (?:much|many)(?: then)?{_END}")
_NEXT_YEAR = re.compile(
    r"再?往(?P<way>[前后])推?(?P<n>[两二三四五2-5])年|再?往后推?一年"
    r"|\b(?P<count>two|three|four) years (?P<said>later|earlier)\b"
    r"|下一年度?|后一年|次年|翌年|\bthe (?:next|following) year\b|\bthe year after\b"
)
_IN_WORDS = {"two": 2, "three": 3, "four": 4}
_EARLIEST = re.compile(rf"最早的?(?:是|有)?哪一?年的?呢?{_END}|since when{_END}")
_AGAIN = frozenset(("again",))


_OF_KIND = re.compile(
    rf"(?:那|那么)?(?:各|各个|所有)?(?P<kind>乡镇|街道|部门|镇|局|乡)(?:里|们)?的?(?:呢|吧)?{_END}"
)


# 部门的合计, 乡镇的平均: of all of them, though the word alone may say nothing.
_KIND_FIRST = re.compile(
    r"^(?:那|那么|其中)?(?:各|各个|所有)?(?P<kind>乡镇|街道|部门|镇|局|乡)(?:里|们)?的?"
    r"(?=合计|一共|总共|共计|总和|总数|加起来|平均|排名|中位数)"
)


def replying(m: Mentions, old: Frame) -> Mentions:
    """The question as one that goes on, where it speaks of the answer before and no more."""
    text = m.text
    if old.kind in ("facts", "both") and _NEXT_YEAR.search(text):
        return _with_next_year(m, old)
    if _AS_TABLE.fullmatch(text) and "表" in text:
        return replace(_nothing_said(m), ops=frozenset(("table",)))
    kind = _OF_KIND.fullmatch(text) or _KIND_FIRST.match(text)
    if kind is not None and not m.places:
        return replace(m, places=(_all_of(kind),))
    if _BY_HOW_MUCH.fullmatch(text):
        return replace(_nothing_said(m), ops=frozenset(("difference",)))
    if _UNIT.fullmatch(text):
        return _nothing_said(m)
    if _EARLIEST.fullmatch(text):
        return replace(_nothing_said(m), asks=frozenset(("catalog",)))
    if old.kind != "facts":
        return m
    return _of_number(m, old) or m


def _of_number(m: Mentions, old: Frame) -> Mentions | None:
    text = m.text
    if old.operation is Operation.RANK and _WHOLE_RANK.fullmatch(text):
        return replace(_nothing_said(m), asks=frozenset(("whole_rank",)))
    if old.operation is Operation.LIST and _HOW_MANY.fullmatch(text):
        return replace(_nothing_said(m), asks=frozenset(("how_many",)))
    if _IN_PROSE.fullmatch(text):
        return replace(
            _nothing_said(m), text="正文和表格一致吗", asks=frozenset(("check",)), is_yes_no=True
        )
    if old.metrics == ("new_received",) and _WITH_CARRIED.fullmatch(text):
        return replace(_nothing_said(m), named=Named(("requests_total",)))
    is_split = bool(old.members) and old.members != ("total",)
    if is_split and _ALL_APPLICANTS.fullmatch(text):
        return replace(_nothing_said(m), named=Named((), ("total",)))
    return None


def language_asked(text: str) -> Lang | None:
    """The language that a message asks for, and nothing else."""
    if _IN_ENGLISH.fullmatch(text):
        return Lang.EN
    return Lang.ZH if _IN_CHINESE.fullmatch(text) else None


def in_language(m: Mentions, lang: Lang) -> Mentions:
    """The turn before once more, in this language."""
    return replace(_nothing_said(m), lang=lang)


def _all_of(kind: re.Match[str]) -> PlaceMention:
    """局的呢: all bodies of a kind, where no place is named with it."""
    kinds = next(kinds for kinds, words in KINDS.values() if kind["kind"] in words)
    ending = kind["kind"] if kind["kind"] in ("街道", "镇", "乡") else ""
    scope = PlaceScope(None, kinds, "", False, ending)
    return PlaceMention(kind.start(), kind.end(), kind.group(), scope=scope, is_known=True)


def _nothing_said(m: Mentions) -> Mentions:
    return replace(
        m, text="", tokens=(), places=(), years=(), named=Named(), ops=frozenset(), asks=_AGAIN,
        unknown=(), doubtful=None, is_yes_no=False, left_out=(),
    )  # fmt: skip


def _with_next_year(m: Mentions, old: Frame) -> Mentions:
    """下一年的, 再往前两年, after an answer about 2023: 2024, 2021."""
    is_one = len(old.span.years) == 1 and old.span.mode not in SPREAD
    found = _NEXT_YEAR.search(m.text)
    if not is_one or found is None:
        return m
    if any(not found.start() <= year.start < found.end() for year in m.years):
        return m
    inside = [t for t in m.tokens if t.start < found.end() and t.end > found.start()]
    if any(t.has("concept", "metric") for t in inside):
        return m  # 结转下一年 is a row of the form
    said = found["n"] or ""
    count = int(said) if said.isdigit() else number_in_words(said) or 1
    count = _IN_WORDS.get(found["count"] or "", count)
    is_back = found["way"] == "前" or found["said"] == "earlier"
    moved = old.span.years[0] + (-count if is_back else count)
    year = YearMention(found.start(), found.end(), (moved,), "asked", found.group())
    gone = {t.text for t in inside}
    return replace(
        m, years=(year,), tokens=tuple(t for t in m.tokens if t not in inside),
        unknown=tuple(word for word in m.unknown if word not in gone),
    )  # fmt: skip
