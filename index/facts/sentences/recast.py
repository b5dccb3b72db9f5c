"""Numbers whose words stand before another number.

由上年的210条增至260条, 目标200条，完成262条, 2023年、2024年分别210条、260条: the number that is
the year's own is given the words that it is told with, and the others are passed over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from index.facts.sentences.split import Slot
from index.facts.sentences.subjects import Subject, names_another_body
from index.facts.sentences.times import When

_OTHER = r"(?:去年|上一?年度?|前年|年初|20\d\d年度?)(?:同期)?(?:全年)?"
_THIS = r"(?:今年|本年度?|当年|20\d\d年度?)"
_GREW = (
    r"(?:增加|增长|提升|提高|上升|上涨|扩大|扩展|下降|减少|压减|压缩|降低|净增|整合|归并|精简"
    r"|多|少|升|增|减|降)"
)
_REACHED = r"(?:共计|达到|达|为|共有|共|总数|总计|合计)"
_ACTS = (
    r"(?:主动公开|公开|发布|推送|更新|刊发|新增|新收|收到|收取|受理|办理|答复|接受|举办|开展|召开|完成|实现"
    r"|提供|占|共计|共有|共|为|有|是|达到|达|增加到|增至|上升到|上升至|减少到|降至|则|全年|了)*"
)
_FROM = re.compile(rf"(?P<base>.+?)的?(?:由|从)(?:{_OTHER}的?)?")
_TO = re.compile(
    rf"，?(?:大幅|逐步|稳步|快速|逐年|进一步)*{_GREW}(?:到|至|为)了?(?:{_THIS}(?:全年)?的?)?"
)
_THAN = re.compile(
    rf"(?P<base>.+?)(?:(?:比|较|与|和|同|相比于?|相较于?){_OTHER}(?:相比)?的?|同比|环比|比上年同期)"
    rf"{_GREW}?了?"
)
# The 多 of 190条多14条 is taken for that of 190条多.
_MORE = re.compile(rf"(?:相比)?，?(?:同比)?{_GREW}了?|")
_BY_RATE = re.compile(r"，(?:同比)?(?:增幅|增长率?|升幅|降幅|下降|上升|增加)(?:为|达)?")
_THEN = re.compile(rf"(?:相比)?，(?:全年|今年|本年)?{_REACHED}+了?")
_AIMED = re.compile(
    r"(?P<before>.*?)(?:年初|年度|全年)?(?:计划|目标|原定)(?:任务)?(?:是|为)?(?P<after>\D*)"
)
_GOAL = re.compile(
    r"(?P<base>.+?)的?(?:年度|全年)?(?:工作)?(?:目标|任务|计划)(?:任务|数|值)?(?:为|是)?"
)
_DONE = re.compile(
    r"(?:的?目标|的?任务)?，(?:截至?)?(?:到|至)?(?:年底|年末|全年|已|共|最终|累计)*"
    rf"(?:实际(?:超额)?(?:完成)?|(?:超额)?完成)了?(?P<acts>{_ACTS})(?P<words>\D*)"
)
_YEARS = re.compile(
    rf"(?P<pre>.*?)(?P<years>(?:{_OTHER}|{_THIS})(?:(?:、|和|与|及|以及)(?:{_OTHER}|{_THIS}))+)"
    r"(?P<mid>\D*?)分别(?P<post>\D*)"
)
_LISTED = re.compile(r"(?P<items>\D{4,80}?)(?:分别|依次)(?P<post>\D*)")
_ITEM_MARK = re.compile(r"、|和|及|与|以及")
_YEAR = re.compile(rf"{_OTHER}|{_THIS}")
_AND = re.compile(r"、|和|与|及|以及|，")
_NEXT_YEAR = re.compile(rf"[，;、](?:而)?{_THIS}{_ACTS}")
_WE = re.compile(
    rf"[，;](?:其中[，:]?|而)?(?P<we>[我本](?:[省市县区州旗镇乡局委办厅处院所校]|街道|中心|单位|机关|部门)){_ACTS}"
)
_ALL_OF_PLACE = re.compile(
    r"(?:20\d\d年，?)?(?:[全我本][省市县区州盟旗]|[\u4e00-\u9fff]{1,8}?(?:[省市县区镇乡局委办厅]|街道|政府办))"
    r"(?:各级|各部门|系统)?(?=\D{4})"
)
_CHANNEL = re.compile(r"网站|网页|微信|公众号|微博|平台|新媒体|视频")
_PILED_UP = re.compile(
    r"(?:[^，;:]*?(?:以来|至今)，?|截[至止][^，;:]*?(?:底|末|目前|日)，?|历年|历史)*"
    r"(?:[我本全](?:机关|单位|部门|[\u4e00-\u9fff]))?(?:到(?:年底|目前))?"
    r"(?:累计|累积|历年|总共|总计|共|已)*(?P<base>\D{2,})"
)
_OF_YEAR = re.compile(
    rf"[，、;(]?(?P<part>其中|含|包括)?[，:]?{_THIS}(?:以来)?{_ACTS}(?:各类)?(?:政府)?(?:信息)?{_ACTS}"
)
_AT_END = re.compile(
    rf"(?P<base>\D{{3,}}?)(?:在)?(?:{_THIS}|全年)(?:全年)?(?:为|达到|达|共计|共|有|是)*"
)


def recast(slots: Sequence[Slot], subject: Subject) -> Iterator[tuple[Slot, Slot]]:
    """The slots of a sentence, each as it is to be read and as it is printed.

    One that needs the words of another has them.
    """
    index = 0
    while index < len(slots):
        listed = _each_of(slots[index:], subject)
        if listed:
            yield from ((slot, slot) for slot in listed)
            index += len(listed)
            continue
        cast, used = _cast(slots[index:], subject)
        if cast is not None:
            printed = next(s for s in slots[index:] if s.amount is cast.amount)
            yield cast, printed
        index += used


def _cast(slots: Sequence[Slot], subject: Subject) -> tuple[Slot | None, int]:
    """The first slot, or the one that takes its words, and how many slots that uses up."""
    respectively = _respectively(slots)
    if respectively is not None:
        return respectively
    for read in (_grown, _compared, _aimed, _of_years, _piled_up):
        found = read(slots)
        if found is not None:
            return found
    ours = _ours(slots, subject)
    if ours is not None:
        return ours
    return _without_year(slots[0]), 1


def _gap(one: Slot, other: Slot) -> str:
    return one.sentence.compact[one.amount.end : other.amount.start]


def _told(slot: Slot, first: Slot, left: str, when: When | None = None) -> Slot:
    """A slot with words that stand before another one."""
    return replace(
        slot,
        left=left,
        lead=first.lead,
        when=slot.when if when is None else when,
        start=first.start,
        is_after_amount=first.is_after_amount,
    )


def _is_pair(slots: Sequence[Slot]) -> bool:
    return len(slots) > 1 and slots[0].amount.unit == slots[1].amount.unit


def _grown(slots: Sequence[Slot]) -> tuple[Slot, int] | None:
    """由上年的210条增至260条."""
    if len(slots) < 2 or _TO.fullmatch(_gap(slots[0], slots[1])) is None:
        return None
    match = _FROM.fullmatch(slots[0].left)
    return None if match is None else (_told(slots[1], slots[0], match["base"]), 2)


def _compared(slots: Sequence[Slot]) -> tuple[Slot, int] | None:
    """较上年减少40条，为268条; 比上年的190条多14条，共204条."""
    match = _THAN.fullmatch(slots[0].left)
    if match is None or len(slots) < 2:
        return None
    gap = _gap(slots[0], slots[1])
    has_more = _MORE.fullmatch(gap) or _BY_RATE.fullmatch(gap)
    at = 2 if len(slots) > 2 and has_more else 1
    is_same_unit = slots[at].amount.unit == slots[0].amount.unit
    if not is_same_unit or _THEN.fullmatch(_gap(slots[at - 1], slots[at])) is None:
        return None
    return _told(slots[at], slots[0], match["base"]), at + 1


def _aimed(slots: Sequence[Slot]) -> tuple[Slot, int] | None:
    """目标为150条，实际完成182条."""
    first = slots[0]
    if first.when is not When.TARGET or not _is_pair(slots):
        return None
    done = _DONE.fullmatch(_gap(first, slots[1]))
    if done is None:
        return None
    goal, aimed = _GOAL.fullmatch(first.left), _AIMED.fullmatch(first.left)
    base = goal["base"] if goal else f"{aimed['before']}{aimed['after']}" if aimed else ""
    if done["words"] and done["words"] not in base:
        return _told(slots[1], first, done["acts"] + done["words"], _before_aim(first)), 2
    if not base:
        return None
    return _told(slots[1], first, base, _before_aim(first)), 2


def _respectively(slots: Sequence[Slot]) -> tuple[Slot | None, int] | None:
    """2023年、2024年分别公开210条、260条."""
    match = _YEARS.fullmatch(slots[0].left)
    if match is None:
        return None
    years = _YEAR.findall(match["years"])
    listed = slots[: len(years)]
    if len(listed) < len(years):
        return None, len(slots)
    if any(not _AND.fullmatch(_gap(one, two)) for one, two in pairwise(listed)):
        return None, len(listed)
    own = [i for i, year in enumerate(years) if _is_this(year, slots[0].sentence.year)]
    if len(own) != 1:
        return None, len(listed)
    left = f"{match['pre']}{match['mid']}{match['post']}"
    return _told(listed[own[0]], slots[0], left, When.THIS_YEAR), len(listed)


def _each_of(slots: Sequence[Slot], subject: Subject) -> Sequence[Slot]:
    """网站、微信、公报分别发布信息80条、60条、4条: each number with its own of the list."""
    first = slots[0]
    match = _LISTED.fullmatch(first.left) if "分别" in first.left or "依次" in first.left else None
    items = _ITEM_MARK.split(match["items"]) if match else []
    listed = slots[: len(items)]
    if match is None or len(items) < 2 or len(listed) < len(items):
        return ()
    is_of_bodies = any(names_another_body(item, subject) for item in items)
    if is_of_bodies or any(not _AND.fullmatch(_gap(one, two)) for one, two in pairwise(listed)):
        return ()
    if len(slots) > len(items) and _AND.fullmatch(_gap(listed[-1], slots[len(items)])):
        return ()  # more numbers than names
    return [
        replace(_told(slot, first, f"{item}{match['post']}"), right=_AND.sub("", slot.right))
        for item, slot in zip(items, listed, strict=True)
    ]


def _is_this(word: str, year: int) -> bool:
    return word.startswith((str(year), "今年", "本年", "当年"))


def _of_years(slots: Sequence[Slot]) -> tuple[Slot, int] | None:
    """2023年公开210条，2024年为260条."""
    if not _is_pair(slots) or slots[0].when is not When.OTHER_YEAR:
        return None
    first, second = slots[0], slots[1]
    gap = _gap(first, second)
    if second.when is not When.THIS_YEAR or _NEXT_YEAR.fullmatch(gap) is None:
        return None
    match = re.fullmatch(rf"(?P<pre>\D*?)(?:{_OTHER})?(?P<base>\D*)", first.left)
    return None if match is None else (_told(second, first, f"{match['pre']}{match['base']}"), 2)


def _piled_up(slots: Sequence[Slot]) -> tuple[Slot, int] | None:
    """建站以来累计公开8900条，其中2024年640条."""
    if not _is_pair(slots) or slots[1].when is not When.THIS_YEAR:
        return None
    first, second = slots[0], slots[1]
    match, base = _OF_YEAR.fullmatch(_gap(first, second)), _PILED_UP.fullmatch(first.left)
    if match is None or base is None:
        return None
    is_long = first.when in (When.SEVERAL_YEARS, When.UNTIL_NOW)
    if not is_long or (first.when is When.UNTIL_NOW and not re.search("累|共", first.left)):
        return None
    return _told(second, first, f"全年{base['base']}"), 2


def _ours(slots: Sequence[Slot], subject: Subject) -> tuple[Slot, int] | None:
    """全县公开9100条，其中我局270条."""
    if not _is_pair(slots) or not names_another_body(slots[0].left, subject):
        return None
    first, second = slots[0], slots[1]
    match, place = _WE.fullmatch(_gap(first, second)), _ALL_OF_PLACE.match(first.left)
    if match is None or place is None or _CHANNEL.search(first.left):
        return None
    base = first.left[place.end() :]
    return _told(second, replace(first, lead=""), f"{match['we']}{base}"), 2


def _before_aim(slot: Slot) -> When:
    """The time that was told before what was aimed at: 1-6月，目标120条，完成136条."""
    told = [
        mention.when
        for mention in slot.sentence.times
        if mention.at <= slot.amount.start and mention.when not in (When.TARGET, When.DONE)
    ]
    return told[-1] if told else slot.sentence.begins


def _without_year(slot: Slot) -> Slot:
    """公开信息总量2024年为260条: the year may stand after what is counted."""
    match = _AT_END.fullmatch(slot.left)
    return (
        slot
        if match is None or slot.when is not When.THIS_YEAR
        else replace(slot, left=match["base"])
    )
