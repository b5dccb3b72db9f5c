"""Years that a question names, given the date of today: single, relative, ranges, lists."""

import re
from dataclasses import dataclass

from index.text import digits_in_words, number_in_words


@dataclass(frozen=True, slots=True)
class YearMention:
    """Years named by a stretch of the text; `mode` is asked, recent, newest, all, or open ends."""

    start: int
    end: int
    years: tuple[int, ...]
    mode: str = "asked"
    said: str = ""

    @property
    def is_previous(self) -> bool:
        """Whether it means the year before another one that the conversation names."""
        return self.said in _PREVIOUS

    @property
    def is_same(self) -> bool:
        """Whether it only points back to a year that is named (本年, 当年)."""
        return self.said in _SAME


_D = r"[0-9〇零○一二两三四五六七八九oO]"
_RELATIVE = {
    "大前年": -3,
    "前年的前一年": -3,
    "去年的去年": -2,
    "去年的上一年": -2,
    "去年的前一年": -2,
    "上年的上年": -2,
    "上上年": -2,
    "前年": -2,
    "去年": -1,
    "上一年度": -1,
    "上年度": -1,
    "上一年": -1,
    "上年": -1,
    "今年": 0,
    "本年度": 0,
    "本年": 0,
    "当年": 0,
    "the year before last": -2,
    "last year": -1,
    "this year": 0,
    "the previous year": -1,
    "previous year": -1,
    "the current year": 0,
    "two years ago": -2,
    "three years ago": -3,
    "上个年度": -1,
    "the past year": -1,
    "前一年": -1,
    **{
        f"{on}{back}": -1 for on in ("", "再") for back in ("往前一年", "往前推一年", "往前倒一年")
    },
    **{f"再{back}": -1 for back in ("前一年", "上一年", "上年")},
    "上一份报告": -1,
    "上一份年报": -1,
    "上份报告": -1,
    "the year before": -1,
    "the prior year": -1,
    "prior year": -1,
    "十年前": -10,
    "八年前": -8,
    "六年前": -6,
    "五年前": -5,
    "ten years ago": -10,
    "five years ago": -5,
    "four years ago": -4,
    "四年前": -4,
    "三年前": -3,
    "两年前": -2,
    "一年前": -1,
    **dict.fromkeys(("再早一年", "早一年"), -1),
    "the year before that": -1,
    "one year earlier": -1,
    "a year earlier": -1,
    "one year before that": -1,
    "a year ago": -1,
}
_PREVIOUS = frozenset(
    said
    for said, back in _RELATIVE.items()
    if back == -1 and said not in ("去年", "last year", "the past year", "一年前", "a year ago")
)
_SAME = ("本年", "本年度", "当年", "this year", "the current year")
_FIVE_YEAR = {
    "十一五": (2006, 2010),
    "十二五": (2011, 2015),
    "十三五": (2016, 2020),
    "十四五": (2021, 2025),
    "十五五": (2026, 2030),
}
_POINT = (
    rf"(?:(?<![0-9.])(?:20|二〇|二零|二○|2[oO]){_D}{{2}}"
    r"\s*(?:年[度底末]?|(?![0-9]|\.[0-9]|[件条次份元万起宗]|个(?!人)))"
    r"|(?<![0-9.,])19[0-9]{2}\s*年[度底末]?|(?:(?<=in )|(?<=for ))19[0-9]{2}(?![0-9])"
    rf"|(?<![0-9a-z])'?{_D}{{2}}年[度底末]?|(?:fy)\s*(?:20)?[0-9]{{2}})"
)
_REL = "|".join(sorted(map(re.escape, _RELATIVE), key=len, reverse=True))
_ANY = rf"(?:{_POINT}|{_REL})"
_TO = r"(?:\s*(?:-|—|–|~|～|(?:一直|直|一路)?[至到]|through|until|till|to|and)\s*)"
_YEARS_WORD = r"(?:年度?|years?)?"

_RANGE = re.compile(
    rf"(?:从|自|from|between)?\s*(?P<a>{_ANY}|{_D}{{2}})\s*{_TO}\s*(?P<b>{_ANY})(?:期间|之间"
    rf"|年间)?"
)
_SINCE = re.compile(
    rf"(?P<zh>(?:从|自)?(?P<a>{_ANY})\s*(?:以来|起(?![诉码])|至今|开始|到现在|之后|以后|后))"
    rf"|(?P<en>(?:since|from|after)\s+(?P<b>{_ANY})(?:\s+(?:on|onwards?))?)"
)
_BEFORE = re.compile(
    rf"(?P<a>{_ANY})\s*(?P<zh>以前|之前|前(?![0-9一二三四五六七八九十]))|before\s+(?P<b>{_ANY})"
)
# 截至2024年累计: all years until then; without 累计 that year alone is meant.
_UNTIL = re.compile(
    rf"(?:截至|截止到?|截止)\s*(?P<a>{_ANY})(?:为止)?(?=.*(?:累计|总共|一共|合计|共计|总和))"
    rf"|(?<![收受得达])(?:直?到|至)\s*(?P<b>{_ANY})(?:年底)?(?:为止)?(?=.*(?:累计|累积))"
)
_LISTED = re.compile(
    rf"(?<![0-9.])(?:[12][0-9]\s*[、,，和]\s*)+[12][0-9](?:[两三四五六]?年|(?={_D}*年))"
)
# 三年 alone: as many years as are held; but no 三年级, 三年规划, 三年前.
_SOME_N = re.compile(
    r"(?<!至少)(?<!至少有)(?<!起码)(?<!起码有)(?<!不少于)"
    r"(?<![0-9〇零一二三四五六七八九十近这前后第去过连每几年])(?P<n>[两二三四五六])(?:个年份|个年度|年)"
    r"(?!级|期|规划|行动|计划|制|生|之?前|之?后|以[前后上下]|多|左右|来(?!最))"
)
_UNTIL_NOW = re.compile(r"至今|到现在")
_LAST_N = re.compile(
    r"(?:最近|近|过去|(?<![往再])前|连续|past|last|previous|recent|in the past|the last"
    r"|the past)\s*"
    r"(?P<n>[0-9]+|[一二两三四五六七八九十]+|two|three|four|five|six|ten)\s*(?:个)?(?:年度|年"
    r"|years?)(?:来|间|内|里)?"
)
_THESE_N = re.compile(
    r"(?:这|these)\s*(?P<n>[0-9]+|[两二三四五六]|two|three|four|five)\s*(?:年|years)(?:来|间|里)?"
    r"|(?<![0-9〇零一二三四五六七八九十第])(?P<m>[2-9]|[两二三四五六])年(?:以?来|间)"
)
# over the three years: as many as are held.
_ALL_N = re.compile(
    r"(?:(?:over|in|across|for|during|of) (?:all )?(?:the )?|\ball (?:the )?)"
    r"(?:two|three|four|five|six|[2-6]) years\b"
    r"(?! (?:ago|before|earlier|from|to|until|after|since|20))"
)
# 什么时候最多 asks for a year; 什么时候发布 for a day.
_WHEN = r"(?:什么时候|啥时候|何时|几时)"
_ENGLISH_WHEN = r"^(?:and |so )?when (?:was|were|did|is|will|has)\b"
_OF_MOST = r".* (?:most|least|fewest|highest|lowest)\b"
_ALL = re.compile(
    r"历年来?|这几年来?|这些年来?|近几年来?|近些年来?|最近几年|过去几年|近年来?|近些年|逐年|每一年|每年"
    r"|各年度?|所有年份|所有年度|各个年份|(?<![0-9去今前明后每])年年(?![报度底末终])"
    r"|全部年份|(?<=的)年份(?=[?？。]*$)|哪一年|哪年|哪些年[份度]?|哪个年份|哪几年"
    rf"|{_WHEN}(?=.*[最过])|{_ENGLISH_WHEN}(?={_OF_MOST})"
    r"|over the years|all years|each year|every year"
    r"|有几年(?!的?(?:年报|报告))|有多少年(?!的?(?:年报|报告))|有几个年[度份]|有多少个年[度份]"
    r"|(?:(?<=peak )|(?<=busiest )|(?<=quietest )|(?<=highest )|(?<=lowest ))year\b"
    r"|in how many years?|how many years?|which years?|what years?|year by year|by year"
    + "".join(
        f"|(?<={which} {count} )years\\b"
        for which in ("top", "best", "worst", "bottom", "highest", "lowest")
        for count in ("two", "three", "four", "five", "2", "3", "4", "5")
    )
    + r"|\b(?:any|a|some) year(?= (?:in which|when|where|with|without)\b)"
    r"|over time|per year|in recent years|\bever\b|曾经|历史上"
    r"|recent years|yearly|so far"
)
_NEWEST = re.compile(
    r"最新一?[年期]?的?|最近一[年期次]的?|现在|目前|眼下|latest|newest|most recent|recently"
    r"|currently|last report"
)
_SINGLE = re.compile(_ANY)
_PUBLISHED = re.compile(
    r"(?:annual )?reports?\s+(?:that were |which were )?published\s+in\s+(?P<a>20[0-9]{2})"
    r"|(?P<b>20[0-9]{2})年?(?:发布|公布|出)的(?:年报|报告"
    r"|年度报告)"
)
_PLAN = re.compile(r"[“\"]?(?P<p>十[一二三四五]五)[”\"]?\s*(?:规划)?(?:期间|时期|以来|期)?")
_THRESHOLD = re.compile(
    r"(?:达到了?|超过了?|不到|不足|不满|多于|少于|大于|小于|高于|低于|至少|不止|[<>=≥≤]"
    r"|\b(?:over|above|below|under|than|least|most|reach|reached|exceed|exceeds|exceeded))\s*$"
)
_IN_ENGLISH = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
# Parts of a year, and days, which no report states.
PART_OF_YEAR = re.compile(
    rf"{_WHEN}(?!.*[最过])|哪一?天|[几哪]日|几号|\b(?:what|which) (?:date|day)\b"
    rf"|{_ENGLISH_WHEN}(?!{_OF_MOST})"
    r"|上半年|下半年|[哪几]一?个?(?:月(?!底)份?|季度?)|[一二三四1-4]季度|第[一二三四]季"
    r"|(?<![0-9])(?:1[0-2]|[1-9])月(?!底)(?:份)?|每月|每个月|上个月|本月|monthly"
    r"|(?:per|which|what|by) month|quarter|first half|second half"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|(?:[一二两三四五六七八九十几数半]|(?<![0-9])[0-9]{1,2})个(?:多|半)?月"
    r"|头[一二两三四]个?月|月均|季均"
    r"|(?:in|of|during|by) may\b|\bmay,? (?=[0-9])|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct"
    r"|nov|dec)\b|\b[qh][1-4]\b|半年|年初|weekly|daily|每周|每天|每日|[上中下]旬"
)


def find_years(text: str, this_year: int, held: tuple[int, ...]) -> tuple[YearMention, ...]:
    """All mentions of years in a text in one width and lower case, in order, not overlapping.

    `held` are the years of which any report is held: they close ranges that have an open end.
    """
    found: list[YearMention] = []
    taken = [False] * len(text)
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if match.start() == match.end() or any(taken[match.start() : match.end()]):
                continue
            read_years = read(match, this_year, held)
            if read_years is None:
                continue
            years, mode = read_years
            said = match.group().strip()
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            found.append(YearMention(start, match.end(), years, mode, said))
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    return tuple(sorted(found, key=lambda m: m.start))


_Read = tuple[tuple[int, ...], str] | None


def _range(match: re.Match[str], now: int, held: tuple[int, ...]) -> _Read:
    second = _year(match["b"], now)
    first = _year(match["a"], now) if not match["a"].isdigit() or len(match["a"]) > 2 else None
    if first is None and match["a"].isdigit():
        first = 2000 + int(match["a"])
    is_list = re.search(r"\band\b", match.group()) and not match.group().lstrip().startswith(
        "between"
    )
    if first is None or second is None or is_list or not 1 <= second - first <= 30:
        return None
    return tuple(range(first, second + 1)), "asked"


def names_first(said: str) -> bool:
    """Whether the words for a range with an open end say where it begins: 2020年以来."""
    return _SINCE.search(said) is not None


def _since(match: re.Match[str], now: int, held: tuple[int, ...]) -> _Read:
    first = _year(match["a"] or match["b"], now)
    if first is None:
        return None
    is_after = bool(re.search(r"之后|以后|[0-9年]后$|after", match.group()))
    last = max([now - 1, first, *held])
    return tuple(range(first + is_after, last + 1)), "open"


def _before(match: re.Match[str], now: int, held: tuple[int, ...]) -> _Read:
    end = _year(match["a"] or match["b"], now)
    if end is None:
        return None
    return tuple(range(min([*held, end]), end)), "open"


def _listed(match: re.Match[str], now: int, held: tuple[int, ...]) -> _Read:
    found = {2000 + int(digits) for digits in re.findall(r"[0-9]{2}", match.group())}
    return tuple(sorted(found)), "asked"


def _until(match: re.Match[str], now: int, held: tuple[int, ...]) -> _Read:
    end = _year(match["a"] or match["b"], now)
    if end is None:
        return None
    return tuple(range(min([*held, end]), end + 1)), "open"


def _last_n(match: re.Match[str], now: int, held: tuple[int, ...]) -> _Read:
    n = _count(match["n"] or match.groupdict().get("m") or "")
    return (tuple(range(now - n, now)), "recent") if 0 < n <= 30 else None


def _all(match: re.Match[str], now: int, held: tuple[int, ...]) -> _Read:
    return (), "all"


def _newest(match: re.Match[str], now: int, held: tuple[int, ...]) -> _Read:
    return (), "newest"


def _plan(match: re.Match[str], now: int, held: tuple[int, ...]) -> _Read:
    first, last = _FIVE_YEAR.get(match["p"], (0, 0))
    return (tuple(range(first, last + 1)), "recent") if first else None


def _single(match: re.Match[str], now: int, held: tuple[int, ...]) -> _Read:
    if match.group().strip().isdigit() and _THRESHOLD.search(match.string[: match.start()]):
        return None  # 达到2010 is no year
    year = _year(match.group(), now)
    return ((year,), "asked") if year is not None and 1900 <= year <= 2099 else None


def _published(match: re.Match[str], now: int, held: tuple[int, ...]) -> _Read:
    return (int(match["a"] or match["b"]) - 1,), "asked"


_READERS = (
    (_PUBLISHED, _published),
    (_RANGE, _range),
    (_LISTED, _listed),
    (_UNTIL, _until),
    (_SINCE, _since),
    (_BEFORE, _before),
    (_PLAN, _plan),
    (_LAST_N, _last_n),
    (_THESE_N, _last_n),
    (_ALL, _all),
    (_SOME_N, _all),
    (_ALL_N, _all),
    (_SINGLE, _single),
    (_NEWEST, _newest),
)


def _year(text: str | None, now: int) -> int | None:
    if not text:
        return None
    text = text.strip()
    if text in _RELATIVE:
        return now + _RELATIVE[text]
    digits = re.sub(r"年[度底末]?$|^fy\s*|^'", "", text).strip()
    digits = digits.translate(str.maketrans("oO", "00"))
    number = int(digits) if digits.isascii() and digits.isdigit() else digits_in_words(digits)
    if number is None:
        return None
    return number + 2000 if number < 100 else number


def _count(text: str) -> int:
    if text.isdigit():
        return int(text)
    return _IN_ENGLISH.get(text) or number_in_words(text) or 0
