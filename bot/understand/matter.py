"""What a question for wording is about: its own words, without places, years and frames."""

import re
from itertools import pairwise

from bot.understand.mentions import Mentions
from bot.understand.places.mention import PlaceMention
from bot.understand.vocabulary import forms

_LEAST = 2  # letters of a matter
_HERE = "\x00"  # where a place was named
_PAUSES = re.compile(r"[,，;；。.?？!！:：\n]+")
_ENDS = " ,，。.？?！!：:；;、“”\"'"
_REPORT = r"(?:政府信息公开|信息公开|政务公开|公开)?(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)"
_TELLS = r"(?:说明|说|写|讲|提|谈|表述|描述|交代|反映|记载|解释|介绍)"
_WHO = (
    r"(?:(?:都|还|也)?(?:有|是)?(?:哪些|哪几[个家]|哪个|哪家|哪里|哪儿|什么|谁|多少[个家])"
    r"(?:单位|地方|部门|乡镇|镇街|镇|乡|街道|局|县区|县|机关|政府|机构|人|报告)?)(?:的)?"
    r"(?:都|也|还|曾经|曾|有)*"
    r"(?:(?:开展|开办|举办|召开|公开|公布|设立|设置|建立|采用|引入|推行|实行|开|办|搞|做|设|建|用|引入)(?:过|了)+"
    r"|(?:写|说|讲|提到?|谈到?)(?:过|了|到)*)?"
)
_OTHERS = (
    r"(?:(?:其他|其它|别的|别|各|兄弟)(?:的)?(?:单位|地方|报告|部门|乡镇(?:街道)?|镇街|镇|乡|街道|局|县区|县|区|市|机关|机构|家)"
    r"|大家|人家|别人|各地|同行|所有单位)(?:的)?(?:都|是|在|对)*"
)
# Around what is asked for: whom it is asked of, how it is asked, in which report.
_FRAMES = re.compile(
    rf"^\s*\x00*(?:有没有|有无)?(?:{_WHO}|{_OTHERS})(?=.{{2,}})|"
    r"(?:能否|能不能|可不可以|可以|可否|请|烦请)?(?:帮忙|帮我|给我|替我)?(?:查找|查询|查|找|搜|看|列)(?:一?下|一查|一找|看)?(?=\x00|有没有|关于)"
    r"|请问(?:一下)?|请教(?:一下)?|麻烦(?:您|你)?(?:问一?下|帮忙)?|(?:谢谢|感谢|多谢)(?:您|你|啦|了)?|劳驾|拜托|你好|您好"
    r"|我们?(?:现在)?(?:要|想|得|在|正在|准备)写(?:一段|几句|一句|个)?"
    r"|(?:请|能)?(?:帮忙|帮我|告诉我|给我)(?:查找|查询|查|找|搜|看|列)?(?:一?下|看)?"
    r"|(?:就|我|我们|还|也)*想(?:要)?(?:知道|了解|问问?|看看?|参考|查查?|请教|打听)(?:一?下)?"
    rf"|(?:在|从)?(?:的|那份|这份)*{_REPORT}(?:的?(?:里面?|中|上|当中))?(?:的|都|是|对于|关于|对)*"
    r"|(?:那个|这个|那件|这件|这种|那种|这类|那类|这回|那回)*(?:事情|事儿|这事|那事|件事|种事|类事|回事)(?=$|[\s\x00,，])"
    rf"|(?:有没有|有无|是否|是不是|有)(?:{_TELLS}(?:到|及|过|了|明)*)"
    rf"|(?:都|是|又|究竟|到底|具体)*(?:怎么|如何|咋|怎样|怎么样){_TELLS}(?:到|及|的|了|过)*"
    rf"|{_TELLS}(?:到|及|过|了|的)*(?:一?些|点)?(?:什么|啥|哪些)(?:内容|情况)?(?:的)?"
    rf"|(?:提没提|说没说|写没写|讲没讲)(?:到|及|过)?|没?提到过?|(?:提到|提及|说到|写到|谈到|讲到|讲过|说过|写过|提过)(?:了)?"
    r"|是?(?:怎么|咋)(?:一?回事|样的?|个情况|办)?(?=$|[\s\x00,，])|是?为了?(?:什么|啥)|为何"
    r"|(?:有没有|有无|是不是|是否|能不能|会不会|可不可以)"
    r"|(?:对于|关于|有关|针对)(?!系)"
    r"|(?:上|方面|都|又|各|分别)*(?:怎么|如何|咋|怎样)(?:做|开展|推进|搞|弄)的?(?=$|[\s\x00,，])"
    r"|(?:都|又|各|分别)*(?:怎么|如何|咋|怎样)(?!样)"
    r"|(?:再)?(?:给|举|列|来|找|推荐)(?:我)?(?:几|一|两|三|\d)?些?(?:个|条|句|段)?(?:写得好的)?(?:例子|参考|范例|样例|借鉴)(?:一下)?"
    r"|(?:再)?(?:给|来|列|举|找|想|借鉴|参考|学习|推荐)+(?:我|我们)?[几一两三四五](?:个|条|句|段|份|点)(?:写|说|讲)?"
    r"|(?:有没有|有无|有)?(?:类似|同样|差不多)的?(?:说法|表述|写法|话|内容|句子|提法)?"
    r"(?:吗|没有)?(?=$|[\s\x00,，])"
    r"|(?:供|作)?(?:参考|借鉴|学习)(?:一下)?(?=$|[\s\x00,，])"
    r"|^(?:[一二三四五六七八九十\d]+)(?:条|个|句|种|段)(?:写得好|好)?的?"
    r"|(?:这|那)?[一二两三四五六七八几\d]+个(?:字|词)|(?:这个|那个|一)词(?=\x00|在|$)|(?:能不能|能否|可以)?(?:找出|找到|查到)"
    r"|(?:我|我们)?(?:好像|印象中|印象里)?(?:记得|听说|听人说|据说|看到说|看到)|(?:真|真的|确实)写"
    r"|顺便(?:[问说讲][问说讲]|[问说讲]一?下)?|^(?:另外|以及|并且)|^\s*人民政府(?=..)|^\s*谁(?:来|去)(?=..)|^[说讲][说讲](?=..)"
    r"|\x00\s*(?:人民)?政府(?=[^信网门公部]..)"
    r"|到底|究竟|后来|具体|那个|分别|(?:之前|以前)?听(?:人|别人|说)+|^各|查一下"
    r"|(?:的)?(?:原文|原话|措辞|表述|(?<![几个种])说法(?!打架|不|各|对不)|写法)(?:是)?|的?那[句段]话?(?:原文)?"
    r"|(?:做了|开展了|采取了|有)(?:哪些|什么|啥)(?:工作|措施|办法|举措|做法)?"
    r"|(?:有|是|指)(?:什么|啥|哪些)(?:样)?的?"
)
_ABOUT_WHAT = (
    r"(?:的?(?:内容|事项))?(?:主要|大多|具体)+(?:涉及|包括|关于|是|有)?(?:什么|哪些|啥)?(?:方面|内容|事项)?"
    r"|(?:涉及|包括|关于)(?:什么|哪些|啥)(?:方面|内容|事项)?"
)
_TAIL = re.compile(
    rf"(?:{_ABOUT_WHAT})?(?:上|方面|情况|的(?:问题|情况|内容|现象|做法|事情?|经验|地方|活动|方面))?"
    r"(?:了没有?|没有|有吗|对吗|对吧|(?<=.)[都是这那]|[吗呢呀啊吧嘛啦么的了])*$"
)
_HEAD = re.compile(
    r"^(?:的|在|对(?!付|待|接|照|外|企|口)|就|那|和|与|跟|把|将|是|都|也|还|又|要|想|自己|镇政府|乡政府|县政府|镇里|乡里|县里|市里|街道办|给(?=基层|群众|村|企))+(?=.{2,})"
)
# 我是一名记者; 平时…: what people say of themselves, where more is said.
_ASIDE = re.compile(
    r"^(?:我|我们|俺|本人|领导|老板|单位|最近|平时|之前|以前听|听人|听说|作为|因为|由于|正在)"
)
# 缺人手这个问题; 看看别人: what only points at what was said before it, or at whom.
_POINTS = re.compile(
    r"(?:这|那)(?:个|种|类)(?:的)?(?:毛病|问题|情况|现象|说法|做法|事情?)?(?:的)?(?:别的|其他)?(?:单位|地方)?$"
    r"|^(?:看看?|参考|学学?|问问?)*(?:别人|人家|大家|同行|各家|各地|(?:别的|其他)(?:单位|地方))(?:的)?$"
)
_ENGLISH = re.compile(
    r"\b(?:please|(?:could|can|would|will) you|tell me(?: about)?|show me|find|i want to know"
    r"|(?:how|what|why) (?:did|do|does|is|are|was|were)"
    r"|(?:did|does|do|is|are|was|were|has|have) (?:any|there)?"
    r"|which (?:\w+ ){0,2}?(?:reports?|offices?|places|towns?|bodies|departments?)"
    r"|who|(?:say|said|says|write|wrote|mention(?:s|ed)?|complains?)(?: about| that)?"
    r"|(?:the |annual )*reports?)\b",
)
_SAYS = re.compile(r"说|写|讲|谈|提到|提及|涉及|有关|关于")
_IDLE = re.compile(
    r"总结|概括|归纳|概述|梳理|简要|一下|帮我|说说|的|在|对|请|那|\b(?:summari[sz]e|the|of|for)\b"
)
_BEHIND = re.compile(r"[,，(（](?P<place>[^,，。?？()（）]{2,12}?的?)[)）。?？]*$")
_BLANK = re.compile(r"[\s\x00]+")


_OF_ONESELF = re.compile(r"^\s*(?:我|我们|本人|俺|咱)(?:家)?(?:是|住|来自|在)")
# What section five is called, behind what is looked for in it: 群众互动有什么问题.
_OF_SECTION = re.compile(
    r"(?<=\S)(?:\s|方面|上|还|都|存在|碰到|遇到|的|有|着|什么|哪些|啥|主要|突出)+"
    r"(?:问题|不足|短板|困难|毛病|差距|(?:改进|整改)(?:措施|情况|办法)?)(?:都?(?:是|有)(?:什么|哪些|啥))?$"
)


def matter_of(m: Mentions, start: int = 0, end: int | None = None) -> str:
    """The words that are looked for, as they were asked; empty where only a report is named."""
    return told_in(_marked(m, start, len(m.text) if end is None else end))


def leads(m: Mentions, start: int) -> bool:
    """Whether nothing is asked before a name: 凤凰镇怎么写互动的, and not 谁提到凤凰镇."""
    before = m.text[:start]
    for place in reversed(m.places):
        if place.end <= start:
            before = before[: place.start] + before[place.end :]
    if _SAYS.search(before):
        return False
    rest = _IDLE.sub("", _ENGLISH.sub("", _FRAMES.sub("", before)))
    return sum(map(str.isalnum, rest)) < _LEAST


def without_frame(text: str) -> str:
    """Words that are looked for, without what surrounds them; as they are if nothing is left."""
    return told_in(text) or text


def told_in(text: str) -> str:
    """Words that are looked for, without what surrounds them; nothing where they only point."""
    clauses = [_Clause(piece) for piece in _PAUSES.split(text)]
    told = [clause for clause in clauses if clause.is_matter]
    named = [at for at, clause in enumerate(told) if clause.has_name]
    if named:  # what stands before the name of a body leads up to the question
        told = told[named[0] :]
    asides = [clause for clause in told if not clause.is_aside]
    return " ".join(clause.text for clause in asides or told)


class _Clause:
    """A stretch between pauses, and what is left of it without its frame."""

    def __init__(self, said: str) -> None:
        self.has_name = _HERE in said
        rest = _ENGLISH.sub(" ", _FRAMES.sub(" ", said.strip(_ENDS)))
        rest = _FRAMES.sub(" ", _BLANK.sub(" ", rest).strip(_ENDS)).strip(_ENDS)
        rest = _BLANK.sub(" ", rest)
        self.is_aside = bool(_OF_ONESELF.match(said) if self.has_name else _ASIDE.match(rest))
        rest = _POINTS.sub("", _TAIL.sub("", _HEAD.sub("", rest), count=1).strip(_ENDS))
        self.text = _OF_SECTION.sub("", rest).strip(_ENDS) or rest
        self.is_matter = sum(map(str.isalnum, self.text)) >= _LEAST


def _qualifier(m: Mentions) -> list[tuple[int, int]]:
    """The place that is named behind a question: …怎么写的，澜江县的."""
    found = _BEHIND.search(m.text)
    if found is None:
        return []
    inside = [t for t in m.tokens if found.start("place") <= t.start < found.end("place")]
    is_place = bool(inside) and all(t.has("region", "body", "short", "filler") for t in inside)
    return [found.span("place")] if is_place else []


def _joints(m: Mentions) -> list[tuple[int, int]]:
    """What stands between a place and the core of a body's name: 综合 of 霁川县综合执法局."""
    gaps = [(one.end, other.start) for one, other in pairwise(m.places)]
    tokens = {(t.start, t.end) for t in m.tokens if t.is_unknown}
    return [gap for gap in gaps if gap in tokens]


def _spans(m: Mentions, place: PlaceMention) -> list[tuple[int, int]]:
    """Where a place is named: at its name, and where its own place is told, words after it."""
    told = [place.last] if place.last[1] else []
    if not _PAUSES.search(m.text, place.start, place.end):
        return [(place.start, place.end), *told]
    inside = [t for t in m.tokens if place.start <= t.start < place.end]
    return [(t.start, t.end) for t in inside if t.has("kind", "region", "body", "short")] + told


def _marked(m: Mentions, start: int, end: int) -> str:
    """A stretch of the question with a mark for each place, and without its years."""
    spans = [*_qualifier(m), *_joints(m)]
    for place in m.places:
        is_held = bool(place.ids) or bool(place.scope and place.scope.region)
        if is_held or (place.is_missing and leads(m, place.start)):
            spans += _spans(m, place)
    marks = [(*span, _HERE) for span in spans]
    numbered = [match.span() for match in forms.NUMBERED.finditer(m.text)]
    for token in m.tokens:
        is_number = any(a <= token.start < b for a, b in numbered)
        if token.has("year") and not is_number:
            marks.append((token.start, token.end, " "))
    text = m.text[:end]
    for first, last, mark in sorted(set(marks), reverse=True):
        if start <= first and last <= end:
            text = text[:first] + mark + text[last:]
    return text[start:]
