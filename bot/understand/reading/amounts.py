"""Numbers that a question names, other than years: thresholds, the first n, sections."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.understand.reading.tokens import Sense, Token
from index.text import number_in_words

_HAN_NUMERAL = "[〇零一二两三四五六七八九十百千]+"
_IN_ENGLISH = (
    "one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty"
    "|a hundred|one hundred|a thousand|one thousand"
)
_IN_HAN = f"{_HAN_NUMERAL}(?:万{_HAN_NUMERAL}|[万亿])?"  # 一万零二十六
# 公开率超过一半的单位: half of a rate, and not half of the bodies.
_NO_RATE = r"(?<![率比例重占])(?<![率比例重]在)(?<!低于)(?<!高于)(?<!不到)(?<!不足)(?<!小于)"
# Shares of a hundred: 百分之五十, 三分之一, 九成, 一半; but no 完成, 一成不变, 九成宫镇.
_OF_HUNDRED = (
    rf"百分之(?:[0-9]+(?:\.[0-9]+)?|{_HAN_NUMERAL})|[0-9]+(?:\.[0-9]+)?\s*(?:%|per ?cent)"
    "|(?:[2-9]|10|[二三四五六七八九十])分之[1-9一二两三四五六七八九]"
    "|[1-9一二两三四五六七八九]成半?(?![一-鿿]*[乡镇村县区]|不变"
    "|员|果|绩|立|功|为|效|交|品)"
    r"|一半|半数|\b(?:a |one )?half\b|\b(?:a|one|two)[- ]thirds?\b"
)
_N = (
    rf"(?P<n>{_OF_HUNDRED}|[0-9][0-9,]*(?:\.[0-9]+)?\s*[万亿]?|{_IN_HAN}"
    rf"|\b(?:{_IN_ENGLISH})\b)"
)
_PERSONS = "个?人次?(?![民员大士家类口均才权行])"
_COUNTED = rf"\s*(?:%|个?百分点|{_PERSONS}|件|条|次|份|起|宗|项|篇|期|场|个|家|万元|元|块钱?)?"
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
    "突破了?|超过了?|多于|大于|高于|不止|超出|过了?|more than"
    "|over(?! 20[0-9]{2}(?![0-9]))|above|greater than|exceeding"
    "|exceeds?|exceeded|[超破](?=[0-9一二两三四五六七八九十百千万半])|>"
)
_UNDER = (
    rf"{_DENIED}(?:到|达到|够|满)|不到|不够|少于|低于|不足|小于|不满|less than|fewer than"
    "|below|under|<"
)
_OR_MORE = "及以上|或以上|以上|or more|and above|or above"
_OR_LESS = "及以下|或以下|以下|以内|or fewer|or less|and below"
_ABOUT = "大约|大概|约|差不多|将近|接近|近|几乎|roughly|about|around|nearly|almost"
# At least and at most, with a verb before the number: 至少收到5件.
_TO_NUMBER = r"(?=\s*(?:[0-9]|[一二两三四五六七八九十百千万]{1,5}[件条次份起宗项篇期场个万]))"
_DOING = rf"(?:[^,，。0-9a-z]{{1,5}}?){_TO_NUMBER}"
_DOING_IT = rf"(?:[有收办答处公开受发罚到复理结了过许可布作出做]{{1,5}}){_TO_NUMBER}"
_MORE_THAN_HALF = (
    r"(?<![超不])过半数?(?![年个天月日])|大半(?!年)|多半(?!年)|大部分|大多数|大多(?=[是都由来被予])"
    r"|(?<![最许减增])多数(?![量据字额值])"
)
_LESS_THAN_HALF = r"(?<![减至最不缺多])少数(?![量据字额值民])|一?小部分|小半(?!年)"
_MOST = (
    r"(?:(?<=^were )|(?<=^are )|(?<=^did )|(?<=^was )|(?<=^is ))"
    r"(?:most|(?:the |a )?majority)(?! in\b)(?: of)?\b"
)
_REACH = "达到了?|突破了?|上了?|到了?|满了?|够"
_LAST = "倒数第?|后|最后|末|bottom|last|lowest|fewest"
_COUNTERS = f"个?百分点|{_PERSONS}|件|条|次|份|起|宗|项|篇|期|场|个|家|万元|元|块钱?|回|例|封|户|%"
_THINGS = "applications?|requests?|items?|cases?|times|penalties|licences"
_PARTIES = "地方|单位|年度|年份"
_NAMED = r"[㐀-鿿]{2,10}?(?:乡|镇|街道|局|委|办|院|县|区)"
_KINDS = "乡镇|镇|部门|局|街道"
_KINDS_IN_ENGLISH = "counties|towns|townships|bureaus|departments|bodies|places"

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
    (
        "choice",
        re.compile(rf"{_N}\s*(?:{_COUNTERS})?(?:,|，)?还是\s*(?:{_PLAIN})\s*(?:{_COUNTERS})"),
    ),
    (
        "years_needed",
        re.compile(r"(?:至少|起码|不少于)有?(?P<n>[一两二三四五六2-6])个?年度?(?:里|间|以上|都)?"),
    ),
    (
        "most",
        re.compile(
            rf"{_NO_RATE}(?:绝?大部分|绝?大多数|多数|过半数?|超过一半|超过半数|超半数|一大半|多半|大半)的?"
            r"(?=乡镇|部门|单位|街道|镇|局|机构|县|委办局)"
            r"|\bmost (?:of the )?(?=towns?|dep|bur|count|bod)"
        ),
    ),
    (
        "half",
        re.compile(
            rf"{_NO_RATE}(?<!超过)(?:一半以上|半数以上|至少一半|一半)的?(?=乡镇|部门|单位|街道|镇|局|机构|县|委办局)"
        ),
    ),
    # 是青石县的三倍吗; 多了两倍, 超过一倍 are not clear enough.
    (
        "multiple",
        re.compile(
            r"(?<![0-9.])(?P<n>[1-9]?[0-9]\.[0-9]+|[2-9]|[1-9][0-9]+|[二两三四五六七八九十]{1,3})\s*倍(?![数增率])"
            r"|\b(?P<m>twice|(?:two|three|four|five|ten|[2-9]) times)"
            r"(?= (?:as|that|those|the|what|of) )"
            r"(?: as (?:many|much|high|large))?"
        ),
    ),
    # 比5件多, 没有5件多, more than: a number stands where another body might.
    (">=", re.compile(rf"不比\s*{_N}\s*(?:{_COUNTERS})\s*(?:要|更|还)?(?:少|低)")),
    ("<=", re.compile(rf"不比\s*{_N}\s*(?:{_COUNTERS})\s*(?:要|更|还)?(?:多|高)")),
    (">", re.compile(rf"比\s*{_N}\s*(?:{_COUNTERS})\s*(?:要|更|还)?(?:多|高)")),
    ("<", re.compile(rf"比\s*{_N}\s*(?:{_COUNTERS})\s*(?:要|更|还)?(?:少|低)")),
    (">=:66.67", re.compile("绝大(?:多数|部分)")),
    (">:50", re.compile(_MORE_THAN_HALF)),
    (">:50", re.compile(_MOST)),
    ("<:50", re.compile(_LESS_THAN_HALF)),
    (
        "digits",
        re.compile(
            rf"(?P<how>(?P<not>{_DENIED}|不)?(?P<at>{_REACH})|不足|{_OVER}|{_UNDER})?"
            r"(?P<n>个|[一两二三四五六])位数"
        ),
    ),
    ("some", re.compile(rf"{_N}\s*[多余](?P<wan>万)?\s*(?:{_COUNTERS})")),
    (">=:1", re.compile(r"(?:至少|起码)(?:收到|有)?[一1][件条次份起个项]")),
    ("bound:>=", re.compile(rf"(?:至少|起码)(?={_DOING})|最少(?={_DOING_IT})")),
    ("bound:<=", re.compile(rf"(?:至多|顶多)(?={_DOING})|最多(?={_DOING_IT})")),
    ("<=", re.compile(rf"(?:最多|顶多|至多)(?:也就|也只|也|就)(?:有|是)?\s*{_N}{_COUNTED}")),
    ("<=", re.compile(rf"(?:最多|顶多)\s*{_N}[件条次份起宗]")),
    (">=", re.compile(rf"(?:最少|起码)\s*{_N}[件条次份起宗]")),
    ("<=", re.compile(rf"(?:{_AT_MOST})\s*{_N}{_COUNTED}")),
    (">=", re.compile(rf"(?:{_AT_LEAST})\s*{_N}{_COUNTED}")),
    (">", re.compile(rf"(?:{_OVER})\s*{_N}{_COUNTED}")),
    (">", re.compile(r"过(?P<n>[百千万])(?=[没了吗]|$)")),
    (">", re.compile(r"(?:超过?|突破|破)了?(?P<n>[百千万])(?=[件条次份起宗项篇期场]|了|吗|$)")),
    (">=", re.compile(r"上(?P<n>[百千万])(?=[件条次份起宗项篇期场]|了|吗|$)")),
    ("<", re.compile(rf"(?:{_UNDER})\s*{_N}{_COUNTED}")),
    (">=", re.compile(rf"{_N}{_COUNTED}\s*(?:{_OR_MORE})")),
    ("<=", re.compile(rf"{_N}{_COUNTED}\s*(?:{_OR_LESS})")),
    (">=", re.compile(rf"(?<=[有到上够])(?P<n>{_OF_HUNDRED})")),
    (">=", re.compile(rf"(?<![收接得达找遇报送转看提领])到了?\s*{_N}\s*(?:{_COUNTERS})")),
    (
        "rough",
        re.compile(
            rf"(?:{_ABOUT})\s*{_N}{_COUNTED}|{_N}\s*(?:{_COUNTERS})?(?:左右|上下)".replace(
                "(?P<n>", "(?P<m>", 1
            )
        ),
    ),
    ("have", re.compile(rf"(?<=有)\s*{_N}\s*(?:{_COUNTERS})(?![多的])")),
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
    ("top", re.compile(rf"(?:排?前|top|best|first|highest|largest)\s*{_SMALL}{_RANKED}")),
    ("top", re.compile(rf"(?:排名|排行|排)?前\s*(?P<n>[0-9]{{1,2}}|{_HAN_NUMERAL})(?![年0-9])")),
    ("bottom", re.compile(rf"倒数第?\s*(?P<n>[0-9]{{1,2}}|{_HAN_NUMERAL})(?![年0-9])")),
    ("top", re.compile(rf"最[多高大]的?\s*{_SMALL}\s*(?:个|家|名|项|类|种|条)")),
    ("bottom", re.compile(rf"最[少低小]的?\s*{_SMALL}\s*(?:个|家|名)")),
    (
        "top",
        re.compile(
            rf"(?:哪|是)\s*{_SMALL}\s*[个家类种项](?=(?:乡镇|镇|乡|街道|部门|局|单位|地方|机构|县|区)?.*最[多高大])"
        ),
    ),
    (
        "bottom",
        re.compile(
            rf"(?:哪|是)\s*{_SMALL}\s*[个家类种项](?=(?:乡镇|镇|乡|街道|部门|局|单位|地方|机构|县|区)?.*最[少低小])"
        ),
    ),
    (
        "top",
        re.compile(
            rf"\b(?:the )?{_SMALL} (?=(?:departments?|towns?|townships?|bureaus?|bodies)\b"
            r"(?!.*\b(?:who|which|what)\b).*\b(?:most|highest|largest)\b)"
        ),
    ),
    ("section", re.compile(r"第\s*(?P<n>[一二三四五六1-6])\s*(?:部分|章|节|块|大项|项)")),
    ("section", re.compile(r"(?:section|part)\s*(?P<n>one|two|three|four|five|six|[1-6])\b")),
    ("table", re.compile(r"(?:表\s*(?P<n>[二三四2-4])|table\s+(?:two|three|four|[2-4])\b)")),
    # Those that were named or asked for before, counted: 三个一共多少, 这四类合计.
    (
        "these",
        re.compile(
            r"[这那]?(?<![第前后近几多0-9一二三四五六七八九十])(?P<n>[两二三四五六七八2-8])\s*"
            r"(?:个|家|者|项|类|种|样)(?:数字?|加|的)?(?=一共|总共|共计?|合计|总和|总计|加|相加|平均|相?差|谁|哪|对?比|分别|各|20[0-9]{2})"
            r"|(?<=合计|总和|加起)来?这?(?P<m>[两二三四五六七八2-8])\s*(?:个|家|者|项|类|种|样)(?=[呢啊?？。]|$)"
        ),
    ),
    # The parties or the parts themselves, counted: 这三个乡镇, 八种情形.
    ("parties", re.compile(rf"(?P<n>{_HAN_NUMERAL}|[0-9]+)\s*个(?={_KINDS})")),
    ("parties", re.compile(rf"(?P<n>[两二三四五六2-6])[个家所](?:县区?|区县)?的?(?={_NAMED})")),
    ("parties", re.compile(r"(?<![几多])(?P<n>[两二三四五六2-6])家(?![庭乡里人])")),
    (
        "parties",
        re.compile(
            rf"(?<![第哪])(?P<n>{_HAN_NUMERAL}|[2-9])\s*个(?:县区|区县|县|区)(?![级委直域间城])"
        ),
    ),
    (
        "parties",
        re.compile(rf"\b(?P<n>two|three|four|five|six|[2-6]) (?=(?:{_KINDS_IN_ENGLISH})\b)"),
    ),
    ("counted", re.compile(rf"(?P<n>{_HAN_NUMERAL}|[0-9]+)\s*个(?:{_PARTIES})")),
    ("parties", re.compile(r"(?<![第个])(?P<n>两)(?:县|市|区)(?![级委里场镇乡])")),
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
    ("have", re.compile(rf"(?<=有)(?P<n>[0-9.]+[万千百]|{_IN_HAN})(?=[吗吧没]|$)")),
    ("number", re.compile(rf"(?<=是)(?P<n>[0-9][0-9,]*|{_IN_HAN})(?=[吗吧?？,，]|$)")),
    ("number", re.compile(rf"(?<![0-9a-z.])(?P<n>{_OF_HUNDRED})")),
    ("number", re.compile(r"(?<=\bby )(?P<n>[0-9][0-9,]*(?:\.[0-9]+)?)(?![0-9%])")),
    (
        "number",
        re.compile(rf"(?<![0-9a-z.]){_N}\s*(?:{_COUNTERS}|(?= (?:{_THINGS}|more|fewer|less)\b))"),
    ),
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
        patterns = (*patterns, ("years", re.compile("(?P<n>[两二三四五六])年(?:的|间|里|来|内)?")))
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


def is_percent(text: str) -> bool:
    """Whether an amount is a share of a hundred."""
    return bool(_IS_PERCENT.search(text))


_IS_OF_HUNDRED = re.compile(_OF_HUNDRED)
_IS_PERCENT = re.compile(
    r"%|分之|[成半]|[大小]部分|[多少]数|大多|cent\b|\b(?:half|thirds?|majority)\b|^most\b"
)


def is_points(text: str) -> bool:
    """Whether an amount lies between two shares."""
    return "百分点" in text


def _multiple(match: re.Match[str], number: Decimal | None) -> Token | None:
    if number is None or _MULTIPLIED.search(match.string[: match.start()]):
        return None
    multiple = (("op", "times"), ("multiple", str(number)))
    return Token(match.start(), match.end(), match.group(), multiple)


# 增长了两倍, 多两倍: two times as many, or three?
_MULTIPLIED = re.compile(
    r"[增涨升降减跌翻]|多了|少了|(?<!至)[多少高低]出?\s*$|r[io]se|gr[eo]w|increas|more$"
)
_TWO_WAYS = ("rough", "these", "multiple")
# Counts of what was named, which bound nothing.
_OF_COUNTS = {
    "years_needed": "years_needed",
    "parties": "counted",
    "years": "years_counted",
    "these": "these",
}


def _token(key: str, match: re.Match[str]) -> Token | None:
    if key == "counted" and match.groupdict().get("n") and _is_many(match["n"]):
        return None
    if key in ("range", "digits"):
        return _range(match) if key == "range" else _of_digits(match)
    if ":" in key:
        table, _, value = key.rpartition("bound:")
        sense = ("bound", value) if table != key and key.startswith("bound") else ("amount", key)
        return Token(match.start(), match.end(), match.group(), (sense,))
    if key in ("most", "half"):
        most = (("filler", ""), ("every", ""), ("majority", key))
        return Token(match.start(), match.end(), match.group(), most)
    if key in ("table", "counted", "choice"):
        return Token(match.start(), match.end(), match.group(), (("filler", ""),))
    number = _number(match["n"] or match["m"] if key in _TWO_WAYS else match["n"])
    if key == "some":
        return _some(match, number)
    if key == "multiple":
        return _multiple(match, number)
    if number is None or (key == "number" and _INDEFINITE.match(match.group())):
        return None
    if key in _OF_COUNTS:
        counted = (("filler", ""), (_OF_COUNTS[key], str(number)))
        return Token(match.start(), match.end(), match.group(), counted)
    senses = (*_senses(key, number), *_of_persons(match.group()))
    return Token(match.start(), match.end(), match.group(), senses)


def _senses(key: str, number: Decimal) -> tuple[Sense, ...]:
    if key in ("number", "rough", "have"):
        said: tuple[Sense, ...] = (("number", str(number)),)
        return said if key == "number" else (*said, (key, ""))
    if key in ("section", "ordinal"):
        return ((key, str(number)),)
    return (("amount", f"{key}:{number}"),)


def _of_persons(text: str) -> tuple[Sense, ...]:
    """不少于600人: those who took part, and not how often."""
    return (("concept", "person_count"),) if re.search("人次?$", text) else ()


def _range(match: re.Match[str]) -> Token | None:
    """Both ends belong to a range: 50到100件."""
    low = _number(match["low"] or match["from"])
    high = _number(match["high"] or match["to"])
    if low is None or high is None:
        return None
    bounds = (("amount", f">=:{low}"), ("amount", f"<=:{high}"))
    return Token(match.start(), match.end(), match.group(), bounds)


def _of_digits(match: re.Match[str]) -> Token | None:
    """个位数, 达到三位数: how many digits a number has."""
    digits = 1 if match["n"] == "个" else int(_number(match["n"]) or 0)
    low, high = f"{10 ** (digits - 1)}", f"<:{10**digits}"
    if digits == 1 or not match["how"]:
        signs: tuple[str, ...] = (high,) if digits == 1 else (f">=:{low}", high)
        return None if match["how"] else _bounding(match, signs)
    is_below = bool(match["not"]) or match["how"] == "不足"
    if not (is_below or match["at"]):
        return None  # 超过两位数: more than two digits, or no fewer?
    return _bounding(match, (f"<:{low}" if is_below else f">=:{low}",))


def _bounding(match: re.Match[str], signs: tuple[str, ...]) -> Token:
    return Token(match.start(), match.end(), match.group(), tuple(("amount", s) for s in signs))


def _some(match: re.Match[str], number: Decimal | None) -> Token | None:
    """20多件: more than twenty, and less than thirty."""
    zeros = re.search("0+$", str(number))
    if number is None or zeros is None:
        return None
    scale = 10_000 if match["wan"] else 1  # 二十多万
    high = (number + 10 ** len(zeros.group())) * scale
    bounds = (("amount", f">:{number * scale}"), ("amount", f"<:{high}"))
    return Token(match.start(), match.end(), match.group(), (*bounds, *_of_persons(match.group())))


def _is_many(counted: str) -> bool:
    """Whether a count is none of the parts of a form: 一百类."""
    number = _number(counted)
    return number is not None and number > _MOST_PARTS


def _number(text: str) -> Decimal | None:
    if text in _ROUND:
        return Decimal(_ROUND[text])
    if _IS_OF_HUNDRED.fullmatch(text):
        return _percent(text)
    text = text.removesuffix(" times").replace("twice", "two")
    text = re.sub(r"(?<=[0-9])(?:nd|rd|th)$", "", text.replace(",", "").replace(" ", ""))
    if text in _WORDS:
        return Decimal(_WORDS[text])
    scale = {"万": 10_000, "亿": 100_000_000}.get(text[-1:], 1)
    digits = text if scale == 1 else text[:-1]
    if digits and digits[0].isascii() and digits[0].isdigit():
        return Decimal(digits) * scale
    number = number_in_words(text)
    return None if number is None else Decimal(number)


_SHARES = {"一半": 50, "半数": 50, "half": 50}
_HUNDRED, _TENTH = Decimal(100), Decimal(10)


def _percent(text: str) -> Decimal | None:
    """How many of a hundred: 三分之一, 百分之八十, 六成半, two thirds."""
    text = re.sub(r"\s*(?:%|per ?cent)$|^(?:a|one) (?=half)", "", text).strip()
    if text in _SHARES:
        return Decimal(_SHARES[text])
    thirds = re.match(r"(a|one|two)[- ]third", text)
    if thirds:
        return _HUNDRED * (2 if thirds[1] == "two" else 1) / 3
    tenths = re.match(r"(.)成(半?)$", text)
    if tenths:
        number = _plain(tenths[1])
        return None if number is None else number * _TENTH + (5 if tenths[2] else 0)
    whole, _, part = text.rpartition("分之")
    of, some = _plain(whole) if whole not in ("", "百") else _HUNDRED, _plain(part)
    return None if not of or some is None else _HUNDRED * some / of


def _plain(text: str) -> Decimal | None:
    """A number in digits or in words."""
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", text):
        return Decimal(text)
    number = number_in_words(text)
    return None if number is None else Decimal(number)
