"""Words over several bodies that nothing was made of: to overlook them would answer amiss."""

import re

from bot.queries import Operation
from bot.understand.amounts import amounts_in
from bot.understand.frames import SPREAD, Frame
from bot.understand.mentions import Mentions
from bot.understand.ranks import wants_year

_SIEVES = (Operation.LIST, Operation.COUNT)
# 超过20件而且被复议过: a second condition, where only one is looked at.
_SIGNS = frozenset((">", ">=", "<", "<=", "="))
_AND = re.compile(
    r"而且|并且|同时(?!期)|又(?=[有被收办罚超不没])|，也|,也|且(?!不)|\bas well as\b"
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
        *_second_number(m, frame),
        *_second_condition(m, frame),
        *_all_of_a_number(m, frame),
        *_equal_sums(m, frame),
    ]
    return tuple(dict.fromkeys(found))


_OR = re.compile(r"或者?|要么|\bor\b")


def _second_number(m: Mentions, frame: Frame) -> list[str]:
    """申请最多和处罚最多的部门: one number is ranked; of several, all are meant and not any."""
    if max(len(frame.metrics), len(frame.members)) < _TWO:
        return []
    either = _OR.search(m.text) if frame.operation in _SIEVES else None
    years = frame.years_needed is not None or frame.by is not None
    if frame.operation is Operation.RANK or either or (frame.operation in _SIEVES and years):
        return list(m.words("metric") or m.words("concept") or m.words("member"))
    return []


_TWO = 2


def _second_condition(m: Mentions, frame: Frame) -> list[str]:
    """Two conditions of one number that are no range, or one and another."""
    is_of_one = len(frame.parties) == 1 and frame.parties[0].scope is None and wants_year(m)
    if frame.operation not in _SIEVES or is_of_one:
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
