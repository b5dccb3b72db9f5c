"""Whether all of a number is of one kind: 申请都是个人提的吗, 复议全部维持了吗."""

import re
from dataclasses import replace
from decimal import Decimal

from bot.queries import Condition, Operation
from bot.understand.frames import SPREAD, Frame
from bot.understand.mentions import Mentions
from bot.understand.operations.conditions import NONE_OF, condition_of
from index.vocabulary.metrics import METRIC

_WHOLLY = re.compile(r"全部|全都|全是|全为|都是|都被|都(?!没|未|不|有)|(?<!平)均(?!值)|\ball\b")
_OTHER = re.compile(
    r"只有|仅有|仅仅|哪|几|多少|(?<!是)不是|并非|一共|总共|\b(?:only|at all|in all)\b"
)
# Rows of the tables that have a whole, of which all may be said.
_PARTS = frozenset(("granted", "partial", "denied", "unable", "refused"))
_DISPUTES = ("review_", "suits_")


def of_all_of_it(frame: Frame, m: Mentions) -> Frame | None:
    """The frame as a claim that a part is the whole; None where none is made."""
    is_one = len(frame.parties) == 1 and not frame.is_of_many and len(frame.metrics) == 1
    is_of_year = len(frame.span.years) < _TWO and frame.span.mode not in SPREAD
    text = NONE_OF.sub("", m.text)
    if not (m.is_yes_no and is_one and is_of_year and _WHOLLY.search(text)):
        return None
    is_other = bool(_OTHER.search(text)) or m.has("negation") or condition_of(m) is not None
    if is_other or m.ops or not _has_whole(frame, m):
        return None
    condition = Condition("=", Decimal(100))
    return replace(
        frame, operation=Operation.SHARE, condition=condition, is_yes_no=True, expects="any"
    )


_TWO = 2


def _has_whole(frame: Frame, m: Mentions) -> bool:
    metric = frame.metrics[0]
    if len(frame.members) == 1:
        return metric == "new_received"
    is_outcome = metric in _PARTS and bool({"app", "on_app"} & m.named.concepts)
    is_of_dispute = metric.startswith(_DISPUTES) and not metric.endswith("_total")
    return not frame.members and METRIC[metric].is_rate is False and (is_outcome or is_of_dispute)
