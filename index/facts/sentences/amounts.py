"""Amounts in sentences: the number, its counter, and whether it is only about so many."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from index.text import CHINESE_NUMERALS, decimal_from, number_in_words

_UNITS = (
    r"人次|件次|条次|篇次|场次|班次|期次|轮次|批次|次数|万元|亿元"
    r"|元|人|名|位|条|件|篇|则|份|期|册|本|次|场"
    r"|批|笔|个|处|项|部|宗|起|轮"
    "|例|封|幅|张|块|家|户|类|版|档|%|％"
)
_BEFORE = "大约|大概|将近|接近|超过|突破|近|约|超|逾|过"
_AFTER = "左右|以上|上下|以内|有余|之多"
_WORDS = "".join(sorted(set(CHINESE_NUMERALS)))
_AMOUNT = re.compile(
    rf"(?P<before>{_BEFORE})?"
    rf"(?P<number>(?<![\d.,␣])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|[{_WORDS}]+)"
    rf"(?P<some>余|多|几|来)?(?P<times>[万千百亿])?(?P<rest>(?<=万)\d千)?(?P<more>余|多)?"
    rf"(?P<unit>{_UNITS})(?P<over>余|多)?(?P<after>{_AFTER})?"
)
_PERCENT_SIGN = "百分之"
_PERCENT = re.compile(rf"{_PERCENT_SIGN}(?P<number>\d+(?:\.\d+)?|[{_WORDS}]+)")
_TIMES = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10**4), "亿": Decimal(10**8)}
# 第3期, 每一件, 3-5次, 1，234件: no number that could be kept.
_NO_NUMBER_AFTER = re.compile(
    r"(?:第|每|任何|同|某|逐|这|那|另|之|NO\.?|[\d十百][-—~～至到/]|[A-Za-z.]|\d[,，])$"
)
# 数十条, 上百条; 信息数160条 is a number.
_VAGUE_AFTER = re.compile(r"(?:数|几|上|若干|成|好)$")
# 不足47件: fewer, and nobody knows how many.
_FEWER = re.compile(r"(?:不足|不到|不满|未满|少于|低于)$")
_PARTS_OF_ONE = ("元", "万元", "亿元", "%")
_MONEY = {"元": Decimal(1), "万元": Decimal(10**4), "亿元": Decimal(10**8)}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its counter, at `start:end` of a text without white space.

    An amount of money is in 元. `value` is None where the digits do not surely spell a number.
    """

    value: Decimal | None
    unit: str
    start: int
    end: int
    is_approximate: bool = False


def amounts_in(text: str) -> tuple[Amount, ...]:
    """The amounts of a text without white space, in order."""
    counted = tuple(_counted(text))
    if _PERCENT_SIGN not in text:
        return counted
    return tuple(sorted((*counted, *_percents(text)), key=lambda amount: amount.start))


def _counted(text: str) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(text):
        before, number = match["before"], match["number"]
        start = match.start("number")
        if not number[0].isdigit() and not _is_counted_in_words(text, match):
            continue
        lead = text[max(0, start - 4) : start]
        is_vague = not number[0].isdigit() and _VAGUE_AFTER.search(lead)
        is_fewer = (number[0] in "百千" and len(number) > 1) or _FEWER.search(lead)
        if is_vague or is_fewer or _NO_NUMBER_AFTER.search(lead):
            yield Amount(None, match["unit"], match.start(), match.end())
            continue
        vague = any((match["some"], match["more"], match["over"], match["after"], before))
        unit = match["unit"].replace("％", "%")
        value = _value(number, match["times"], unit)
        if value is not None and match["rest"]:
            value += int(match["rest"][0]) * _TIMES["千"]  # 1万2千条
        if value is not None and value % 1 and unit not in _PARTS_OF_ONE:
            value = None  # half an item: a blank or a mark was lost
        unit = "元" if unit in _MONEY else unit
        yield Amount(value, unit, match.start(), match.end(), vague)


def _percents(text: str) -> Iterator[Amount]:
    for match in _PERCENT.finditer(text):
        yield Amount(_value(match["number"], None, "%"), "%", match.start(), match.end())


def _value(number: str, times: str | None, unit: str) -> Decimal | None:
    value = decimal_from(number)
    if value is None:
        spelled = number_in_words(f"一{number}" if number[0] in "万亿" else number)
        value = None if spelled is None else Decimal(spelled)
    if value is None:
        return None
    return value * _TIMES.get(times or "", Decimal(1)) * _MONEY.get(unit, Decimal(1))


def _is_counted_in_words(text: str, match: re.Match[str]) -> bool:
    """Whether Chinese numerals count: 举办一次。 does, 办结一件申请 and 一个平台 do not."""
    number = match["number"]
    if match["some"] or match["more"] or number in ("零", "〇", "○"):
        return True
    if number in "万千亿":
        return False
    if len(number) > 1 or number in "十百":
        return len(number) > 1 or bool(match["before"]) or number == "十"
    following = text[match.end() : match.end() + 1]
    return following in ("", *"，;。:、()!?")
