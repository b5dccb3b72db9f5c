"""Numbers that a question names, other than years: thresholds, the first n, sections."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.understand.tokens import Token
from index.text import number_in_words

_HAN_NUMERAL = "[〇零一二两三四五六七八九十百千]+"
_IN_ENGLISH = (
    "one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty"
    "|a hundred|one hundred|a thousand|one thousand"
)
_N = rf"(?P<n>[0-9][0-9,]*(?:\.[0-9]+)?\s*[万亿]?|{_HAN_NUMERAL}[万亿]?|\b(?:{_IN_ENGLISH})\b)"
_COUNTED = r"\s*(?:%|件|条|次|份|起|宗|项|篇|期|场|个|家|万元|元)?"
_SMALL = rf"(?P<n>[0-9]{{1,2}}|{_HAN_NUMERAL}|one|two|three|four|five|six|seven|eight|nine|ten)"
_PLAIN = rf"[0-9]+(?:\.[0-9]+)?[万亿]?|{_HAN_NUMERAL}[万亿]?"
_THINGS_BEHIND = "的|申请|$"
# Which of a ranking alone: the first is said otherwise.
_NTH = r"(?P<n>[二三四五六七八九十]{1,3}|[2-9]|[1-9][0-9])"
_NTH_IN_ENGLISH = r"(?P<n>second|third|fourth|fifth|2nd|3rd|[4-9]th)"
_PLACED = "排名|排在|位列|位居|名列|排|居"
_BODY = "(?=单位|乡镇|部门|镇|局|地方)"
_RANKED = (
    rf"(?:\s*(?:名|位|强|大|甲|家|个{_BODY}|(?=乡镇|部门|单位|的))|\b(?![0-9年])(?<=[a-z0-9]))"
)
_DENIED = "(?<![有超到达过])(?:没有|没|未|并未|从未)"
_AT_MOST = (
    rf"{_DENIED}(?:超过了?|超出|突破|多于|大于|高于|过)(?!的)"
    "|(?:did not|didn't|does not|doesn't|not|never) (?:exceed(?:ed)?|more than|over)"
    "|不超过|不多于|不高于|不大于|至多|at most|no more than|up to|<=|≤"
)
_AT_LEAST = (
    rf"{_DENIED}(?:少于|低于|不足|小于)|(?:not|never) (?:fewer|less) than|(?:not|never) below"
    "|达到了?|(?<!不)够|满|至少|不少于|不低于|不小于|at least|no fewer than|no less than|>=|≥"
)
_OVER = (
    "突破了?|超过了?|多于|大于|高于|不止|超出|过了?|more than|over|above|greater than|exceeding"
    "|exceeds?|exceeded|>"
)
_UNDER = (
    rf"{_DENIED}(?:到|达到|够|满)|不到|不够|少于|低于|不足|小于|不满|less than|fewer than"
    "|below|under|<"
)
_OR_MORE = "及以上|或以上|以上|or more|and above|or above"
_OR_LESS = "及以下|或以下|以下|以内|or fewer|or less|and below"
_LAST = "倒数第?|后|最后|末|bottom|last|lowest|fewest"
_COUNTERS = "件|条|次|份|起|宗|项|篇|期|场|个|家|万元|元|回|例|封|户|%"
_THINGS = "applications?|requests?|items?|cases?|times|penalties|licences"
_PARTIES = "地方|单位|县|年度|年份"
_NAMED = r"[㐀-鿿]{2,10}?(?:乡|镇|街道|局|委|办|院|县|区)"
_KINDS = "乡镇|镇|部门|局|街道"

# The first that matches at a place counts, so longer forms stand before those that they contain.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "range",
        re.compile(
            rf"(?:介于|在)?(?<![0-9])(?P<low>{_PLAIN}){_COUNTED}\s*"
            rf"(?:到|至|-|~|—|–|～|(?:和|与)(?={_PLAIN}{_COUNTED}之间))"
            rf"\s*(?P<high>{_PLAIN})(?![0-9年个]|{_HAN_NUMERAL})"
            rf"\s*(?:(?:{_COUNTERS})(?:之间)?|之间|(?<=[0-9])(?={_THINGS_BEHIND}))"
            r"|\bbetween (?P<from>[0-9]+) and (?P<to>[0-9]+)(?! *年)(?=\D|$)"
        ),
    ),
    # 比5件多, 没有5件多, more than: a number stands where another body might.
    (">=", re.compile(rf"不比\s*{_N}\s*(?:{_COUNTERS})\s*(?:要|更|还)?(?:少|低)")),
    ("<=", re.compile(rf"不比\s*{_N}\s*(?:{_COUNTERS})\s*(?:要|更|还)?(?:多|高)")),
    (">", re.compile(rf"比\s*{_N}\s*(?:{_COUNTERS})\s*(?:要|更|还)?(?:多|高)")),
    ("<", re.compile(rf"比\s*{_N}\s*(?:{_COUNTERS})\s*(?:要|更|还)?(?:少|低)")),
    ("<=", re.compile(rf"(?:{_AT_MOST})\s*{_N}{_COUNTED}")),
    (">=", re.compile(rf"(?:{_AT_LEAST})\s*{_N}{_COUNTED}")),
    (">", re.compile(rf"(?:{_OVER})\s*{_N}{_COUNTED}")),
    (">", re.compile(r"过(?P<n>[百千万])(?=[没了吗]|$)")),
    (">=", re.compile(r"上(?P<n>[百千万])(?=[件条次份起宗项篇期场]|了|吗|$)")),
    ("<", re.compile(rf"(?:{_UNDER})\s*{_N}{_COUNTED}")),
    (">=", re.compile(rf"{_N}{_COUNTED}\s*(?:{_OR_MORE})")),
    ("<=", re.compile(rf"{_N}{_COUNTED}\s*(?:{_OR_LESS})")),
    ("=", re.compile(rf"(?:正好|恰好|刚好|等于|exactly|equal to)\s*{_N}{_COUNTED}")),
    ("nth_last", re.compile(rf"(?:{_PLACED})?倒数第\s*{_NTH}(?:名|位|个(?!月))?")),
    ("nth_low", re.compile(rf"(?:{_PLACED})?第\s*{_NTH}\s*(?:少|低|小(?!学))")),
    ("nth", re.compile(rf"(?:{_PLACED})第\s*{_NTH}\s*(?:名|位|多|高|大)?")),
    ("nth", re.compile(rf"第\s*{_NTH}\s*(?:名|位|多|高|大(?![队街道院]))")),
    ("nth", re.compile(rf"^(?:那|那么)?第\s*{_NTH}(?=呢|是谁|是哪|[?？。]|$)")),
    (
        "ordinal",
        re.compile(r"第\s*(?P<n>[一二三四五六七八]|[1-8])\s*[个家](?=的?[呢吧啊]?[。?？!！]*$)"),
    ),
    ("ordinal", re.compile(r"\bthe (?P<n>first|second|third|fourth|fifth) one\b")),
    ("nth_low", re.compile(rf"\b{_NTH_IN_ENGLISH}[- ](?:fewest|lowest|smallest|least)\b")),
    ("nth", re.compile(rf"\b{_NTH_IN_ENGLISH}[- ](?:most|highest|largest|biggest|greatest)\b")),
    ("nth", re.compile(rf"\b(?:ranks?|ranked|ranking|comes?|came) {_NTH_IN_ENGLISH}\b")),
    ("bottom", re.compile(rf"(?:{_LAST})\s*{_SMALL}{_RANKED}")),
    ("top", re.compile(rf"(?:排?前|top|first|highest|largest)\s*{_SMALL}{_RANKED}")),
    ("top", re.compile(rf"(?:排名|排行|排)?前\s*(?P<n>[0-9]{{1,2}}|{_HAN_NUMERAL})(?![年0-9])")),
    ("bottom", re.compile(rf"倒数第?\s*(?P<n>[0-9]{{1,2}}|{_HAN_NUMERAL})(?![年0-9])")),
    ("top", re.compile(rf"最[多高大]的?\s*{_SMALL}\s*(?:个|家|名|项|类|种|条)")),
    ("bottom", re.compile(rf"最[少低小]的?\s*{_SMALL}\s*(?:个|家|名)")),
    ("section", re.compile(r"第\s*(?P<n>[一二三四五六1-6])\s*(?:部分|章|节|块|大项|项)")),
    ("section", re.compile(r"(?:section|part)\s*(?P<n>one|two|three|four|five|six|[1-6])\b")),
    ("table", re.compile(r"(?:表\s*(?P<n>[二三四2-4])|table\s+(?:two|three|four|[2-4])\b)")),
    # The parties or the parts themselves, counted: 这三个乡镇, 八种情形.
    ("parties", re.compile(rf"(?P<n>{_HAN_NUMERAL}|[0-9]+)\s*个(?={_KINDS})")),
    ("parties", re.compile(rf"(?P<n>[两二三四五六2-6])[个家所](?:县区?|区县)?的?(?={_NAMED})")),
    ("parties", re.compile(r"(?<![几多])(?P<n>[两二三四五六2-6])家(?![庭乡里人])")),
    ("counted", re.compile(rf"(?P<n>{_HAN_NUMERAL}|[0-9]+)\s*个(?:{_PARTIES})")),
    (
        "counted",
        re.compile(
            rf"(?<![高初])(?P<n>{_HAN_NUMERAL}|[0-9]+)\s*(?:种|类|项)(?:情形|情况|结果|原因|理由|方式)?"
        ),
    ),
    (
        "counted",
        re.compile(r"[(（][一二三四五六七八九十]+[)）]|(?<![0-9])[0-9]{1,2}\.(?=[㐀-鿿])"),
    ),
    ("number", re.compile(rf"(?<![0-9a-z.]){_N}\s*(?:{_COUNTERS}|(?= (?:{_THINGS})))")),
)
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "first": 1, "second": 2, "third": 3,
    "fourth": 4, "fifth": 5, "twenty": 20, "fifty": 50, "a hundred": 100, "one hundred": 100,
    "a thousand": 1000, "one thousand": 1000,
}  # fmt: skip
_ROUND = {"百": 100, "千": 1000, "万": 10_000}
_MOST_PARTS = 30
_INDEFINITE = re.compile(r"^一\s*[件条次份起个项]")


def find_amounts(text: str, taken: tuple[Token, ...]) -> tuple[Token, ...]:
    """The amounts of a text beside what is taken; their keys read `>:100`, `top:3`."""
    busy = bytearray(len(text))
    for known in taken:
        busy[known.start : known.end] = b"\1" * (known.end - known.start)
    found: list[Token] = []
    patterns = _PATTERNS
    if any(token.has("year") for token in taken):  # 2022至2024年三年的
        patterns = (*patterns, ("counted", re.compile("[两二三四五六]年(?:的|间|里|来|内)?")))
    for key, pattern in patterns:
        for match in pattern.finditer(text):
            token = _token(key, match)
            if token is None or any(busy[token.start : token.end]):
                continue
            busy[token.start : token.end] = b"\1" * (token.end - token.start)
            found.append(token)
    return tuple(sorted(found, key=lambda t: t.start))


def amounts_in(tokens: list[Token]) -> Iterator[tuple[str, Decimal]]:
    """Signs and numbers of the amounts among tokens, in order."""
    for token in tokens:
        for key in token.keys("amount"):
            sign, _, number = key.partition(":")
            yield sign, Decimal(number)


def _token(key: str, match: re.Match[str]) -> Token | None:
    if key == "counted" and match.groupdict().get("n") and _is_many(match["n"]):
        return None
    if key == "range":
        return _range(match)
    if key in ("table", "counted"):
        return Token(match.start(), match.end(), match.group(), (("filler", ""),))
    number = _number(match["n"])
    if number is None or (key == "number" and _INDEFINITE.match(match.group())):
        return None
    if key == "parties":
        counted = (("filler", ""), ("counted", str(number)))
        return Token(match.start(), match.end(), match.group(), counted)
    table = key if key in ("section", "number", "ordinal") else "amount"
    value = str(number) if table != "amount" else f"{key}:{number}"
    return Token(match.start(), match.end(), match.group(), ((table, value),))


def _range(match: re.Match[str]) -> Token | None:
    """Both ends belong to a range: 50到100件."""
    low = _number(match["low"] or match["from"])
    high = _number(match["high"] or match["to"])
    if low is None or high is None:
        return None
    bounds = (("amount", f">=:{low}"), ("amount", f"<=:{high}"))
    return Token(match.start(), match.end(), match.group(), bounds)


def _is_many(counted: str) -> bool:
    """Whether a count is none of the parts of a form: 一百类."""
    number = _number(counted)
    return number is not None and number > _MOST_PARTS


def _number(text: str) -> Decimal | None:
    if text in _ROUND:
        return Decimal(_ROUND[text])
    text = re.sub(r"(?<=[0-9])(?:nd|rd|th)$", "", text.replace(",", "").replace(" ", ""))
    if text in _WORDS:
        return Decimal(_WORDS[text])
    scale = {"万": 10_000, "亿": 100_000_000}.get(text[-1:], 1)
    digits = text if scale == 1 else text[:-1]
    if digits and digits[0].isascii() and digits[0].isdigit():
        return Decimal(digits) * scale
    number = number_in_words(text)
    return None if number is None else Decimal(number)
