"""Words over several bodies that nothing was made of: to overlook them would answer amiss."""

import re

from bot.queries import Operation
from bot.understand.frames import SPREAD, Frame
from bot.understand.mentions import Mentions
from bot.understand.operations.ranks import wants_year
from bot.understand.reading.amounts import amounts_in
from bot.understand.regions import stands_beside

_SIEVES = (Operation.LIST, Operation.COUNT)
# 超过20件而且被复议过: a second condition, where only one is looked at.
_SIGNS = frozenset((">", ">=", "<", "<=", "="))
_AND = re.compile(
    r"但(?!是不是)|却|不过(?!半)|而且|并且|同时(?!期)|又(?=[有被收办罚超不没])|，也|,也|且(?!不)"
    r"|\bas well as\b"
    r"|\band (?:also|more|fewer|less)\b"
)
_ALL_OF_IT = re.compile(
    r"全部|全都|全是|全为|都是|清一色|无一例外"
    r"|(?<!at )(?<!in )\ball\b(?! (?:held|bodies|towns|of))"
)
_EQUALS = re.compile(
    r"等于|相等|一致|一样|相符|吻合|是不是就是|\bequals?\b|\bmatch(?:es)?\b|the same as"
)


def overlooked(m: Mentions, frame: Frame) -> tuple[str, ...]:
    """The words of a question over several bodies that its operation does not look at."""
    if frame.kind not in ("facts", "both"):
        return ()
    found = [
        *_not_looked_up(m, frame),
        *_second_number(m, frame),
        *_second_condition(m, frame),
        *_all_of_a_number(m, frame),
        *_equal_sums(m, frame),
        *_nested(m, frame),
        *_none_of_none(m, frame),
        *_beside_whole(m, frame),
        *_ends_of_two(m, frame),
        *_open_words(m, frame),
        *_premise(m, frame),
    ]
    return tuple(dict.fromkeys(found))


_ONLY = re.compile(
    r"只有一?[个家]|仅有|仅一[个家]|唯一|只有(?=[^,，。]{0,8}(?:一个|一家))|\bonly one\b"
)
_NO_FIGURE = re.compile(
    r"(?:没有?|未|缺|无)[^,，。]{0,8}(?:数据|数字|记载|这项|统计|figures?|data)|没写|没报|没填"
)
_NOTHING_ELSE = re.compile(
    r"(?:只有|仅有)(?![个一两三四五六]位数)|(?<!不)仅仅?(?=有|收|被)|\bonly\b"
)
# Whoever brought it is named by no form; 谁被起诉 are bodies.
_WHO_SUED = re.compile(
    r"(?:谁|什么人|哪些人)(?:来|去)?(?:起诉|告|申请复议|复议)(?:了|过)?(?!.*[最多])"
    r"|\bwho (?:sued|appealed|took|filed|brought)\b"
)
_PER_HEAD = re.compile(r"按人[数口]|人均|按人头|per (?:head|capita)")


def _not_looked_up(m: Mentions, frame: Frame) -> list[str]:
    """只有一家…吗, 没有数据的, 按人数看, 哪年哪个局: what is neither counted nor looked up."""
    sued = _WHO_SUED.search(m.text) if frame.operation in _SIEVES else None
    found: list[str] = [sued.group()] if sued else []
    is_of_bodies = not wants_year(m)
    if frame.operation in _SIEVES and is_of_bodies and frame.expects != "only":
        said = [_NO_FIGURE.search(m.text), _ONLY.search(m.text) if frame.is_yes_no else None]
        found += [match.group() for match in said if match]
    is_plain = frame.by is None and frame.expects != "only"
    if frame.operation in _SIEVES and is_of_bodies and is_plain:
        found += [t.text for t in m.tokens if {"same", "unequal"} & set(t.keys("op"))]
        found += [match.group() for match in [_NOTHING_ELSE.search(m.text)] if match]
    if frame.operation in (Operation.MEAN, Operation.MEDIAN):
        found += [match.group() for match in [_PER_HEAD.search(m.text)] if match]
    if frame.operation in (Operation.BEST_YEAR, Operation.WORST_YEAR):
        found += [t.text for t in m.tokens if "list_places" in t.keys("op")]
    return found


_OR = re.compile(r"或者?|要么|\bor\b")


def _second_number(m: Mentions, frame: Frame) -> list[str]:
    """申请最多和处罚最多的部门: one number is ranked; of several, all are meant and not any."""
    if max(len(frame.metrics), len(frame.members)) < _TWO or _are_both_seen(frame, m):
        return []
    either = _OR.search(m.text) if frame.operation in _SIEVES else None
    years = frame.years_needed is not None or frame.by is not None
    denied = [t.start for t in m.tokens if t.has("negation") or "zero" in t.keys("op")]
    first = next((t.start for t in m.tokens if t.has("concept", "metric")), 0)
    is_mixed = frame.operation in _SIEVES and any(at > first for at in denied)
    both = is_mixed and not _BOTH.search(m.text)
    if (
        both
        or frame.operation is Operation.RANK
        or either
        or (frame.operation in _SIEVES and years)
    ):
        return list(m.words("metric") or m.words("concept") or m.words("member"))
    return []


def _are_both_seen(frame: Frame, m: Mentions) -> bool:
    """Whether two conditions are looked at, and no third one is said, nor either of them."""
    if frame.second is None or frame.condition is None:
        return False
    bounds = sum(sign in _SIGNS for sign, _ in amounts_in(list(m.tokens)))
    used = sum(
        bool(c.bound or c.sign != "=") and c.bound > 0 for c in (frame.condition, frame.second)
    )
    return bounds <= used and not _OR.search(m.text)


_BOTH = re.compile(
    r"都(?:没|未|为零|为0|是0|是零)|\bno [a-z -]+ (?:and|or) no\b|\bneither\b.+\bnor\b"
)
_TWO = 2


def _second_condition(m: Mentions, frame: Frame) -> list[str]:
    """Two conditions of one number that are no range, or one and another."""
    is_of_one = len(frame.parties) == 1 and frame.parties[0].scope is None and wants_year(m)
    if frame.operation not in _SIEVES or is_of_one or _are_both_seen(frame, m):
        return []
    condition = frame.condition
    bounds = [sign for sign, _ in amounts_in(list(m.tokens)) if sign in _SIGNS]
    is_range = condition is not None and condition.also is not None
    if len(bounds) > 1 + is_range:
        return list(m.words("amount"))
    joined = _AND.search(m.text)
    return [joined.group()] if joined and not is_range and condition is not None else []


_OUTCOMES = ("_upheld", "_corrected", "_other", "_pending")
_PARTS = frozenset(("granted", "partial", "denied", "unable", "refused", "handled_total"))


def _all_of_a_number(m: Mentions, frame: Frame) -> list[str]:
    """哪个单位的复议全部维持: a part is held against no whole."""
    is_part = any(k.endswith(_OUTCOMES) or k in _PARTS for k in frame.metrics)
    is_of_years = len(frame.span.years) > 1 or frame.span.mode in SPREAD
    if frame.operation not in _SIEVES or not is_part or is_of_years or m.has("negation"):
        return []
    found = _ALL_OF_IT.search(m.text)
    return [found.group()] if found else []


def _equal_sums(m: Mentions, frame: Frame) -> list[str]:
    """各部门相加等于全县吗: a sum is held against nothing but a number that is named."""
    is_sum = frame.operation in (Operation.SUM, Operation.MEAN) and frame.is_yes_no
    if not is_sum or frame.condition is not None:
        return []
    found = _EQUALS.search(m.text)
    return [found.group()] if found else []


_FIRST_OF_KIND = re.compile(
    r"最[多少高低大小快]的(?:[㐀-鿿]{1,6}?)?(?:单位|机构|乡镇街道|乡镇|部门|委办局|街道|局|镇|乡|县)"
)
# What the number that is ranked may be called again: 最多的乡镇收到多少件.
_SAID_AGAIN = frozenset(("app", "on_app", "receive", "handle", "decision", "cases", "count"))


def _nested(m: Mentions, frame: Frame) -> list[str]:
    """申请最多的乡镇公开了多少条: another number of the first, or the same of another year."""
    first = _FIRST_OF_KIND.search(m.text)
    if first is None or frame.is_of_ends or frame.operation in (*_SIEVES, None):
        return []
    if frame.operation is not Operation.RANK:
        return [first.group()] if frame.operation in _OF_YEARS else []
    behind = [t for t in m.tokens if t.start >= first.end()]
    before = [t for t in m.tokens if t.start < first.end()]
    known = {key for t in before for key in t.keys("concept")} | _SAID_AGAIN
    others = [t.text for t in behind if set(t.keys("concept")) - known]
    is_of_year = any(y.end <= first.end() for y in m.years)
    years = [y.said for y in m.years if y.start >= first.end() and is_of_year]
    is_asked = any(t.has("quantity") for t in behind)
    changed = [t.text for t in behind if _CHANGED & set(t.keys("op"))]
    is_of_change = any(_CHANGED & set(t.keys("op")) for t in before)
    return [*(others if is_asked else []), *years, *([] if is_of_change else changed)]


_CHANGED = frozenset(("change", "growth", "difference", "yoy"))
_OF_YEARS = (Operation.BEST_YEAR, Operation.WORST_YEAR, Operation.TREND)


_NONE_OF_NONE = re.compile(
    r"(?<!有)(?:没有?|无)(?:任何)?(?:[一哪][家个些](?:单位|机构|乡镇|部门|街道|局|镇|乡)?"
    r"|单位|机构|乡镇|部门|街道|局|镇|乡|谁)[^,，。]{0,8}(?:零|为0|是0|没|未|不(?![到足满超]))"
    r"|\b(?:no|none of the|not one) (?:towns?|bureaus?|departments?|bod(?:y|ies))\b.*"
    r"\b(?:no|not|never|without)\b"
)


def _none_of_none(m: Mentions, frame: Frame) -> list[str]:
    """没有一家零申请: of what is denied twice, a yes would not say which."""
    found = _NONE_OF_NONE.search(m.text) if frame.is_yes_no else None
    return [found.group()] if found else []


_WITHIN = (Operation.RANK, Operation.LIST, Operation.COUNT, Operation.SHARE, Operation.SUM)


def _beside_whole(m: Mentions, frame: Frame) -> list[str]:
    """公安局许可比全县少多少: the county is held against a body, which is not done."""
    is_left_out = len(frame.parties) == 1 and len(m.places) > 1 and frame.over_party is None
    if not is_left_out or frame.operation in _WITHIN or not stands_beside(m):
        return []
    return [p.typed for p in m.places if p.whole]


def _premise(m: Mentions, frame: Frame) -> list[str]:
    """收到的14件 of several bodies or years: of which of them, nobody says."""
    is_of_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    is_of_year = len(frame.span.years) < _TWO and frame.span.mode not in (*SPREAD, "pair")
    return [str(m.premise)] if m.premise is not None and not (is_of_one and is_of_year) else []


_TWO = 2
_BUT = re.compile(r"但|却|反而|\bbut\b|\byet\b")
_ENDS = frozenset(("most", "least"))


def _ends_of_two(m: Mentions, frame: Frame) -> list[str]:
    """公开的申请最少但收到最多的局: one end of each of two numbers, where one is ranked."""
    if frame.operation is not Operation.RANK or not m.ops >= _ENDS:
        return []
    ends = [t.start for t in m.tokens if _ENDS & set(t.keys("op"))]
    named = [(t.start, set(t.keys("concept")) | set(t.keys("metric"))) for t in m.tokens]
    first = {key for at, keys in named if at < ends[0] for key in keys}
    second = {key for at, keys in named if ends[0] < at < ends[-1] for key in keys}
    others = second - first
    if first <= _SAID_AGAIN:
        others -= _SAID_AGAIN
    but = _BUT.search(m.text)
    return [but.group()] if but else list(m.words("op")) if others else []


_OPEN = frozenset(("哪", "什么", "啥"))
_IS_WHAT = frozenset(("是什么", "是啥"))  # 是什么申请; at the end it asks for the number
_CHANGES = (Operation.DIFFERENCE, Operation.CHANGE, Operation.GROWTH)
_PLAIN = (Operation.VALUE, Operation.TREND, Operation.SUM, None, *_CHANGES)


def _open_words(m: Mentions, frame: Frame) -> list[str]:
    """在哪公开, 因为什么增长: a word that asks for something else than how many."""
    if frame.operation not in _PLAIN:
        return []
    last = max((t.start for t in m.tokens if t.has("concept", "metric")), default=0)
    found = [t.text for t in m.tokens if t.has("filler") and t.text in _OPEN]
    found += [t.text for t in m.tokens if t.text in _IS_WHAT and t.start < last]
    return found or ([m.text] if m.text.startswith("where") else [])
