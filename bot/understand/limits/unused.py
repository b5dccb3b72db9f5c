"""What was said and nothing was made of, which would answer amiss if it were overlooked."""

import re

from bot.queries import Operation
from bot.understand.frames import SPREAD, Frame
from bot.understand.mentions import Mentions
from bot.understand.reading.tokens import Token
from index.vocabulary.metrics import METRIC


def unused_words(m: Mentions, frame: Frame) -> tuple[str, ...]:
    """Numbers and thresholds that nothing was made of: to overlook them would answer amiss."""
    if frame.kind not in ("facts", "both"):
        return ()
    found: list[str] = []
    used = _SIZES if _has_size(frame) else frozenset()
    if frame.condition is None or frame.operation is Operation.RANK:
        is_none = frame.is_yes_no and frame.expects == "none"  # 处罚0件对吗
        numbers = [t for t in m.tokens if not (is_none and t.keys("number") == ("0",))]
        found += [t.text for t in numbers if t.has("number", "bound") or not _signs(t) <= used]
        if not frame.is_yes_no and frame.operation is not None:
            found += [t.text for t in m.tokens if "zero" in t.keys("op")]
    elif not _has_size(frame):
        found += [t.text for t in m.tokens if _SIZES & _signs(t)]
    if frame.condition is not None and frame.condition.sign != "~":
        found += m.words("rough")
    if frame.span.mode in ("asked", "open", "recent"):  # 2022年后三年, of which two are held
        size = str(len(frame.span.years))
        found += [t.text for t in m.tokens if set(t.keys("years_counted")) - {size}]
    if frame.expects not in ("most", "half"):
        found += [t.text for t in m.tokens if t.has("majority")]
    undone = set(_undone(frame, is_share_asked=bool(_SHARE_OF_IT.search(m.text))))
    is_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    if is_one and frame.operation is Operation.RANK and frame.span.mode in SPREAD:
        undone |= {"rank", "rank_up"}  # 云溪县历年排名: among whom?
    if is_one and frame.operation not in _OF_ONE:
        undone.add("list_places")
    found += [t.text for t in m.tokens if undone & set(t.keys("op"))]
    found += _added_up(m) if frame.operation is Operation.RANK else []
    return tuple(dict.fromkeys(found))


_TOGETHER = re.compile(
    r"合计|总和|之和|加起来|合起来|一共|总共|共计|加在一起|相加|合在一起|altogether"
)


def _added_up(m: Mentions) -> list[str]:
    """前三名合计: what is to be added up once it is ranked."""
    ranks = [
        t.end
        for t in m.tokens
        if _SIZES & _signs(t) or {"most", "least", "rank"} & set(t.keys("op"))
    ]
    first = min(ranks, default=len(m.text))
    return [t.text for t in m.tokens if t.start >= first and _TOGETHER.search(t.text)]


# Amounts that say which ranks are asked for; others are thresholds.
_SIZES = frozenset(("top", "bottom", "nth", "nth_low", "nth_last"))


def _has_size(frame: Frame) -> bool:
    is_numbered = frame.top is not None or frame.nth is not None
    return frame.operation in _FIRST and is_numbered


def _signs(token: Token) -> frozenset[str]:
    return frozenset(key.partition(":")[0] for key in token.keys("amount"))


def is_of_growth(m: Mentions, frame: Frame) -> bool:
    """Whether places are to be ranked by how a number grew, which is not done."""
    is_of_places = frame.operation in (Operation.LIST, Operation.COUNT, Operation.RANK)
    return is_of_places and bool({"change", "growth", "difference", "yoy"} & m.ops)


# What a question with 谁 or 哪个 may ask of a single body all the same.
_OF_ONE = (
    Operation.BREAKDOWN,
    Operation.BEST_YEAR,
    Operation.WORST_YEAR,
    Operation.RANK,
    Operation.LIST,
    Operation.COUNT,
    Operation.TIMES,
)


_OF_CHANGE = frozenset(
    ("change", "growth", "difference", "trend", "yoy", "more", "less", "compare")
)


_SHARE_OF_IT = re.compile(r"占(?:了|到|比是?)?(?:多少|几成|百分之)")


def _undone(frame: Frame, *, is_share_asked: bool) -> frozenset[str]:
    """What the operation does not do, so that a word for it must not be overlooked."""
    if frame.measure or frame.average:
        return frozenset(("change", "growth", "difference", "trend", "yoy", "most", "least"))
    averages = {Operation.MEAN: "mean", Operation.MEDIAN: "median"}
    own = averages.get(frame.operation) if frame.operation else None
    undone = {"compare", "more", "less"} if own else {"mean", "median"}
    if own == "median":
        undone.add("mean")
    if frame.operation in (Operation.LIST, Operation.COUNT, Operation.RANK):
        undone |= {"trend"} if frame.is_by_change else _OF_CHANGE
    if frame.operation in (Operation.VALUE, Operation.SUM, Operation.TREND):
        undone |= {"most", "least"}
    if frame.operation is Operation.VALUE and frame.is_yes_no and frame.condition is None:
        undone |= {"more", "less", "same", "unequal"}
    if frame.operation in _AGAINST and not frame.is_of_ends:
        undone |= {"most", "least"}
    if frame.operation is not Operation.TIMES:
        undone |= {"times", "double", "halve"}
    is_rate = any(METRIC[key].is_rate for key in frame.metrics)
    # The largest part has the largest share.
    is_largest = frame.operation is Operation.BREAKDOWN and (frame.top or frame.nth) is not None
    is_rate = is_rate or (is_largest and not is_share_asked)
    is_share = Operation.SHARE in (frame.operation, frame.by)
    if not (is_share or is_rate or frame.operation in (Operation.GROWTH, Operation.CHANGE)):
        undone |= {"share"}
    return frozenset(undone) if frame.operation is not None else frozenset()


_CHANGED = (Operation.DIFFERENCE, Operation.GROWTH, Operation.CHANGE)
_AGAINST = (*_CHANGED, Operation.COMPARE, Operation.TIMES)
_ONE_BY_ONE = (Operation.BREAKDOWN, Operation.COMPARE, Operation.TREND, Operation.RANK)
_SIEVED = (Operation.RANK, Operation.LIST, Operation.COUNT)
_FIRST = (Operation.RANK, Operation.BEST_YEAR, Operation.WORST_YEAR, Operation.BREAKDOWN)
# Which operations do what a word asks for. A question that is complete in itself has other
# ways to say what it wants; one that leaves things out must not be answered as the last was.
_SERVED: dict[str, tuple[Operation, ...]] = {
    "sum": (Operation.SUM, Operation.MEAN, Operation.MEDIAN, Operation.VALUE),
    "difference": (*_CHANGED, *_SIEVED, Operation.TREND),
    "growth": (*_CHANGED[1:], *_SIEVED),
    "change": (*_CHANGED, *_SIEVED, Operation.TREND),
    "yoy": (*_CHANGED, *_SIEVED, Operation.TREND),
    "compare": (*_AGAINST, *_SIEVED, Operation.TREND, Operation.BEST_YEAR, Operation.WORST_YEAR),
    "more": (*_AGAINST, *_FIRST, *_SIEVED, Operation.TREND),
    "less": (*_AGAINST, *_FIRST, *_SIEVED, Operation.TREND),
    "same": _AGAINST,
    "unequal": _AGAINST,
    "most": (*_FIRST, *_SIEVED),
    "least": (*_FIRST, *_SIEVED),
    "rank": _FIRST,
    "rank_up": _FIRST,
    "breakdown": (*_ONE_BY_ONE, *_SIEVED),
}


def unserved_words(m: Mentions, frame: Frame, *, is_carried: bool) -> tuple[str, ...]:
    """Words of a question that goes on with another, for something that is not done.

    Also those that ask for a rank or a best year of two numbers at once.
    """
    if frame.kind != "facts" or frame.operation is None or not is_carried:
        return ()
    keys = {key for key, served in _SERVED.items() if frame.operation not in served}
    keys -= {"sum"} if "share" in m.ops else set()
    keys -= _OF_CHANGE if frame.is_by_change else set()
    numbers = max(len(frame.metrics), len(frame.members), len(frame.span.years))
    if frame.operation is Operation.VALUE and numbers > 1:
        keys -= {"compare", "more", "less", "breakdown"}
    if frame.operation is Operation.SHARE and _are_several(frame):
        keys -= {"compare", "more", "less", "difference"}  # they stand side by side
    if len(frame.metrics) > 1 and frame.operation in (*_FIRST[:3], *_SIEVED):
        keys |= {"rank", "rank_up", "most", "least"}
    found = [t.text for t in m.tokens if keys & set(t.keys("op"))]
    found += _which_of_one(m, frame)
    if frame.operation is Operation.VALUE and numbers == 1 and not frame.is_of_many:
        # 合计多少 of one number is that number; 加起来 means two.
        found += [t.text for t in m.tokens if "sum" in t.keys("op") and _ADDING.match(t.text)]
    return tuple(dict.fromkeys(found))


_WHICH = re.compile(r"哪(?:一?个|家)|谁|\bwhich(?! year)\b|\bwho\b")


def _which_of_one(m: Mentions, frame: Frame) -> list[str]:
    """哪个涨得多, where one number of one body is left to be answered for."""
    is_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    are_parts = len(frame.metrics) > 1 or len(frame.members) > 1
    which = _WHICH.search(m.text) if frame.operation in _CHANGED else None
    return [which.group()] if which is not None and is_one and not are_parts else []


def _are_several(frame: Frame) -> bool:
    is_over_years = len(frame.span.years) > 1 or frame.span.mode == "pair"
    return is_over_years or len(frame.parties) > 1


_ADDING = re.compile(r"加|相加|合起来|合在|求和|add|sum|put|together|combined")
