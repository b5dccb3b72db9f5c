"""Changes between two years: told by words of growth, in which direction, and by how much."""

import re
from collections.abc import Set
from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation
from bot.understand.frames import SPREAD, Frame, Span
from bot.understand.mentions import Mentions
from bot.understand.operations.bases import has_plain_measure, is_measure_first, is_of_earlier
from bot.understand.operations.conditions import condition_of
from bot.understand.operations.shares import is_by_parts
from index.text import number_in_words
from index.vocabulary.metrics import METRIC

_COUNTED = re.compile(r"(?:多少|几)[件条次份起宗项篇期场个]")
# 多几件、涨百分之几: both are asked for.
_BY_NUMBER = re.compile(
    r"[多少增减差涨降升](?:加|了|出|长)?(?:了)?(?:几|多少)[件条次份起]"
    r"|[增减涨降升](?:加|长|少)?了?多少(?:钱|元|万元)?(?=[,，、和])"
)
_FEWER = re.compile(
    r"下降|减少|减得|减了|减幅|降低|降幅|降得|降了|少了|变少|一年比一年[少低]|少收|少罚|少办|跌|fell|fall|drop|decreas"
    r"|declin|fewer|less|lower|down|reduc"
)
_MORE = re.compile(
    r"增|上升|升|涨|多了|变多|一年比一年[多高]|多收|多罚|多办|rise|rose|rising|grew|grow|increas|more|higher|up\b"
)
_BY_SHARE = re.compile(
    r"增幅|降幅|涨幅|跌幅|增速|增长率|下降率|变化率|幅度|百分|[0-9]\s*%|最快|fastest|per ?cent"
    r"|growth rate|rate of growth"
)
_MUCH = re.compile(r"多少|几|how (?:much|many)")
_CHANGES = re.compile(
    r"多了还是少了|是多了|是增是减|更多还是更少|more or less|more or fewer|up or down"
    r"|增加还是减少|上升还是下降|变多还是变少"
)
_STEADILY = re.compile(
    r"一年比一年|连续.{0,3}年|连续(?:[上下]|增|减|走)|一直|逐年|年年|连年|每年都"
    r"|steadily|every year"
)
# 各增加了多少: what became of each, and not what lies between them.
_IN_A_ROW = re.compile(r"连续(?P<n>[两二三四五六2-6])年")
_IN_TIME = re.compile(
    r"[增减涨降升跌]|increas|decreas|grow|grew|r[io]se|fall|fell|went (?:up|down)"
)
_OPEN = frozenset(("all", "open"))  # years that are not known before they are looked up
_KINDS = frozenset(("growth", "difference", "change", "yoy"))


def changing(frame: Frame, m: Mentions) -> Frame | None:
    """The frame as a question how a number changed; None where no word asks for that."""
    kinds = _KINDS & m.ops
    kinds = frozenset(("growth",)) if is_by_parts(m.text) else kinds
    if _STEADILY.search(m.text) and (kinds or {"more", "less"} & m.ops):
        return _steady(frame, m)
    if not kinds or "list_places" in m.ops:
        return None
    printed = _printed_change(frame) or _between_bodies(frame, m)
    if printed is not None:
        return printed
    is_each = _is_of_each_year(frame, m)
    if not is_each:
        frame = replace(frame, span=_ends_of(frame.span, m))
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > _TWO
    if (is_spread and _CHANGES.search(m.text)) or (is_spread and "growth" not in kinds):
        return replace(frame, operation=Operation.TREND, is_yes_no=False)
    if len(frame.parties) > 1 and kinds == {"difference"} and not _IN_TIME.search(m.text):
        return replace(frame, operation=Operation.DIFFERENCE)
    are_two = len(frame.metrics) == 2 or len(frame.members) == 2
    if are_two and kinds == {"difference"} and len(frame.span.years) < 2 and not _is_of_each(m):
        return replace(frame, operation=Operation.DIFFERENCE)
    frame = replace(frame, operation=_in_what(kinds, m))
    if is_each:
        span = frame.span if frame.span.years or frame.span.mode in SPREAD else Span("all")
        return replace(frame, span=span, is_each=True, is_yes_no=False)
    return _directed(replace(frame, span=paired(frame.span)), m)


def _in_what(kinds: Set[str], m: Mentions) -> Operation:
    """Whether a change is wanted in numbers, in per cent, or in both."""
    if "growth" in kinds and "difference" not in kinds and not _BY_NUMBER.search(m.text):
        return Operation.GROWTH
    is_counted = "difference" in kinds or bool(_COUNTED.search(m.text))
    if "增减情况" in m.text or "growth" in kinds or not is_counted:
        return Operation.CHANGE
    return Operation.DIFFERENCE


_TWO = 2
_OF_EACH_YEAR = re.compile(r"分别|各|逐年|每一?年|历年|\beach\b|\bevery year\b")
_EVERY_YEAR = re.compile(r"逐年|每一?年|历年|\b(?:each|every) year\b")


def _is_of_each_year(frame: Frame, m: Mentions) -> bool:
    """三年的增长率分别是多少: from each year to the next, and not from the first to the last."""
    is_long = frame.span.mode in SPREAD or len(frame.span.years) > _TWO
    is_said = _OF_EACH_YEAR if is_long else _EVERY_YEAR
    is_open = is_long or not frame.span.years
    return is_open and bool(is_said.search(m.text)) and not frame.is_of_many


def _between_bodies(frame: Frame, m: Mentions) -> Frame | None:
    """青石县比云溪县多几成: two bodies in one year, and nothing that became more."""
    is_of_one_year = len(frame.span.years) < _TWO and frame.span.mode not in (*SPREAD, "pair")
    are_two = len(frame.parties) == _TWO and all(p.scope is None for p in frame.parties)
    if not (are_two and is_of_one_year and is_by_parts(m.text) and "compare" in m.ops):
        return None
    if _IN_TIME.search(m.text):
        return None
    parties = frame.parties[::-1] if is_measure_first(m, m.places) else frame.parties
    return replace(frame, parties=parties, operation=Operation.GROWTH)


_MUCH_MORE = re.compile(
    r"不少|很多|许多|明显|大幅|显著|不小|急剧|好多|\b(?:a lot|much|sharply|significantly)\b"
)


def _directed(frame: Frame, m: Mentions) -> Frame:
    """The frame with what it says of the later of two years."""
    direction = direction_of(m)
    if _MUCH_MORE.search(m.text):
        frame = replace(frame, is_yes_no=False)  # how much is 不少?
    if frame.span.mode != "pair" and len(frame.span.years) == _TWO and is_of_earlier(m):
        # 2022年和2023年比，增加了吗: of time or of the one that is named first, nobody knows
        frame = replace(frame, is_yes_no=frame.is_yes_no and has_plain_measure(m))
        direction = {"<": ">", ">": "<"}.get(direction, "")
    return replace(frame, expects={"<": "less", ">": "more"}.get(direction, "any"))


def is_in_time(text: str) -> bool:
    """Whether something became more or less: 增加, fell."""
    return bool(_IN_TIME.search(text))


def _printed_change(frame: Frame) -> Frame | None:
    """许可事项增加了几项: the form of 2019 and 2020 prints by how many."""
    items = f"{frame.metrics[0]}_change" if len(frame.metrics) == 1 else ""
    is_single = len(frame.span.years) < _TWO and frame.span.mode not in SPREAD
    is_printed = items in METRIC and is_single
    return replace(frame, operation=Operation.VALUE, metrics=(items,)) if is_printed else None


def _is_of_each(m: Mentions) -> bool:
    """复议诉讼各减少了多少: each against last year, and not one against the other."""
    return bool(re.search(r"各自?|分别", m.text)) and bool(_IN_TIME.search(m.text))


def _steady(frame: Frame, m: Mentions) -> Frame:
    """逐年上升吗: each year against the one before; 连续两年 the last two of them."""
    expects = {"<": "falling", ">": "rising"}.get(direction_of(m), "any")
    is_claim = m.is_yes_no and expects != "any" and not frame.is_of_many
    counted = _IN_A_ROW.search(m.text)
    if not is_claim:
        return replace(frame, operation=Operation.TREND, span=_all_years(frame), is_yes_no=False)
    are_named = frame.span.mode == "asked" and len(frame.span.years) > 1
    return replace(
        frame,
        operation=Operation.TREND,
        span=Span("all") if counted and not are_named else _all_years(frame),
        top=_count(counted["n"]) if counted else None,
        expects=expects,
    )


def _count(said: str) -> int:
    return int(said) if said.isdigit() else number_in_words(said) or 0


def direction_of(m: Mentions) -> str:
    """Whether less or more is spoken of, as the sign of the difference; empty where neither is."""
    if _FEWER.search(m.text):
        return "<"
    if _MORE.search(m.text):
        return ">"
    # 比2023年多得最多: what is most is how much more.
    said = {"less": "<", "more": ">"}
    return next((sign for op, sign in said.items() if op in m.ops), "")


def by_change(frame: Frame, m: Mentions) -> Frame:
    """The frame of a ranking or list of places as one by how the number changed.

    The frame itself where nothing of a change is said, or not which way.
    """
    if not is_of_change(frame, m) or _STEADILY.search(m.text) or frame.span.mode in _OPEN:
        return frame
    direction = direction_of(m)
    if is_of_earlier(m) and has_plain_measure(m):  # 2023年比2024年多的: which fell
        direction = {"<": ">", ">": "<"}.get(direction, "")
    changed = replace(frame, by=changed_in_what(m), span=paired(_two_ends(frame.span)))
    if frame.operation is Operation.RANK:
        return _ranked_by_change(changed, m, direction) or frame
    condition = _of_change(condition_of(m), direction) if direction else None
    return replace(changed, condition=condition) if condition else frame


def changed_in_what(m: Mentions) -> Operation:
    """Whether changes are held against each other in per cent or in numbers."""
    return Operation.GROWTH if _BY_SHARE.search(m.text) else Operation.DIFFERENCE


def says_change(m: Mentions) -> bool:
    """Whether a word says that something changed."""
    return bool(_KINDS & m.ops) or is_in_time(m.text)


def is_of_change(frame: Frame, m: Mentions) -> bool:
    """Whether places are ranked or listed by what became of a number from year to year."""
    is_paired = len(frame.span.years) == 2 or frame.span.mode == "pair"
    is_against = is_paired and bool({"more", "less"} & m.ops)
    is_first = bool({"most", "least"} & m.ops) and "compare" not in m.ops
    return bool(_KINDS & m.ops) or (is_against and not is_first)


def _ranked_by_change(frame: Frame, m: Mentions, direction: str) -> Frame | None:
    """下降最多 is the most negative, and whoever did not fall has no part in it."""
    if frame.nth is not None and not direction:
        return None
    is_selected = bool({"most", "least"} & m.ops) or frame.top is not None
    if not direction:
        is_plain = not is_selected and not frame.is_ascending
        return frame if is_plain else None
    is_ascending = (direction == "<") != frame.is_ascending
    bound = Condition(direction, Decimal(0)) if is_selected or frame.nth is not None else None
    return replace(frame, is_ascending=is_ascending, condition=bound)


def _of_change(condition: Condition | None, direction: str) -> Condition | None:
    """减少超过5件 is a difference below −5; None where a bound says nothing clear of it."""
    if condition is None:
        return Condition(direction, Decimal(0))
    if condition.also is not None or condition.sign == "=" or condition.bound <= 0:
        return None
    if direction == ">":
        is_at_least = condition.sign in (">", ">=")
        return condition if is_at_least else None
    flipped = {">": "<", ">=": "<="}.get(condition.sign)
    return Condition(flipped, -condition.bound) if flipped else None


def paired(span: Span) -> Span:
    """A single year is compared with the one before it; no year, the newest with its own."""
    if len(span.years) == 1:
        return Span("pair", span.years, span.said)
    return span if span.years or span.mode in SPREAD else Span("pair", (), span.said)


def _two_ends(span: Span) -> Span:
    if span.mode in ("asked", "recent") and len(span.years) > 2:
        return Span("asked", (span.years[0], span.years[-1]), span.said)
    return span


def _all_years(frame: Frame) -> Span:
    return frame.span if frame.span.mode else Span("all")


def _ends_of(span: Span, m: Mentions) -> Span:
    """从2022年到2024年增长了多少: a stretch of years by its two ends."""
    is_stretch = len(m.years) == 1 and span.mode == "asked" and len(span.years) > 2
    is_claimed = m.is_yes_no and bool(direction_of(m)) and not m.has("negation")
    if is_stretch and (is_claimed or _MUCH.search(m.text) or {"growth", "difference"} & m.ops):
        return _two_ends(span)
    return span
