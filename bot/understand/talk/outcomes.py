"""Parts of the number before: 都是什么原因, 结果怎么分的, 维持的呢."""

import re
from dataclasses import replace

from bot.understand.frames import Frame
from bot.understand.mentions import Mentions
from bot.understand.operations.parts import PARTS
from bot.understand.reading.metrics import Named

_REASONS = re.compile(
    r"(?:展开|详细|具体|细)?(?:讲讲|说说|说一下|讲一下|列一下)?(?:都|主要)?[是有因]?(?:什么|哪些|啥|为什么)?(?:原因|理由)[呢啊]?[?？。]*"
)
_RESULTS = re.compile(
    r"(?:处理|办理|最后|最终)?(?:的)?(?:都是|分别是?|各是)?(?:什么|啥)?结果(?:是?(?:怎么|如何|咋)(?:个?分布?|样)?的?|呢|如何|都有哪些)?"
    r"(?:呢|啊)?[?？。]*|(?:怎么|如何|咋)(?:个)?(?:分|分布|构成)的[?？。]*"
)
_REFUSED = frozenset(("denied", "unable", "refused", "other"))
_BLOCKS = ("review", "suits_direct", "suits_after", "suits")
_OUTCOMES = {
    "upheld": "upheld", "won": "upheld", "corrected": "corrected", "lost": "corrected",
    "other_result": "other", "pending": "pending",
}  # fmt: skip


def of_parts(m: Mentions, old: Frame) -> Mentions:
    """The question with what it means after a number: a break-down, or an outcome of disputes."""
    if not old.metrics:
        return m
    is_reason = set(old.metrics) <= _REFUSED and _REASONS.fullmatch(m.text)
    is_result = len(old.metrics) == 1 and old.metrics[0] in PARTS and _RESULTS.fullmatch(m.text)
    if is_reason or is_result:
        asked = {"breakdown"} | (m.ops & {"table"})
        return replace(m, asks=frozenset(), ops=frozenset(asked), named=Named())
    return _of_whole_block(m, old) or _of_other_way(m, old) or _of_outcome(m, old)


_TOTAL = re.compile(r"(?:那|那么)?(?:总数|总量|总件数|总的)(?:呢|是?(?:多少|几)件?)?[?？。]*")


def _of_whole_block(m: Mentions, old: Frame) -> Mentions | None:
    """总数呢 after 复议没审完的: of all reviews, and no sum of what was asked in a row."""
    before, _, outcome = old.metrics[0].partition("_")
    is_outcome = before in _WAYS.values() and outcome in _OUTCOMES.values()
    if not is_outcome or len(old.metrics) > 1 or not _TOTAL.fullmatch(m.text):
        return None
    named = replace(m.named, metrics=(f"{before}_total",), unexplained=())
    return replace(m, named=named, ops=frozenset(), unknown=())


_WAYS = {"review_total": "review", "suits_total": "suits"}
_BARE_WAY = re.compile(r"(?:那|那么)?(?:行政)?(?:复议|诉讼)(?:的|方面|案件)?呢?[?？。]*")


def _of_other_way(m: Mentions, old: Frame) -> Mentions | None:
    """诉讼的 after 复议没审完的: what became of suits in the same way."""
    if len(old.metrics) != 1 or len(m.named.metrics) != 1 or not _BARE_WAY.fullmatch(_undated(m)):
        return None
    way = _WAYS.get(m.named.metrics[0])
    before, _, outcome = old.metrics[0].partition("_")
    if way is None or before not in _WAYS.values() or outcome not in _OUTCOMES.values():
        return None
    return replace(m, named=replace(m.named, metrics=(f"{way}_{outcome}",)))


def _undated(m: Mentions) -> str:
    text = m.text
    for year in reversed(m.years):
        text = text[: year.start] + text[year.end :]
    return text


def _of_outcome(m: Mentions, old: Frame) -> Mentions:
    """维持的呢 after 行政复议: what became of those disputes."""
    named = m.named
    block = next((b for b in _BLOCKS if old.metrics[0].startswith(f"{b}_")), None)
    outcomes = [_OUTCOMES[c] for c in named.concepts if c in _OUTCOMES]
    is_bare = named.concepts <= set(_OUTCOMES) and not named.members
    if block is None or not outcomes or not is_bare or len(old.metrics) > 1:
        return m
    metrics = tuple(f"{block}_{outcome}" for outcome in dict.fromkeys(outcomes))
    return replace(m, named=replace(named, metrics=metrics, unexplained=(), is_vague=False))
