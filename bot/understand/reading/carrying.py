"""Which report states what passes from one year to the next."""

import re

_KEPT = r"(?:结?转|拖|留|遗留|顺延|延续|积压)"
# 上一年度没办完、结转到2024年的: the year before is that of 2024, and so no other year.
_BEFORE = r"(?:(?:上一?个?年度?|前一年度?|去年|头一年)(?P<mid>[^,，。;；?？0-9]{0,12}?))?"
_CARRIED_TO = re.compile(
    rf"(?P<zh>{_BEFORE}{_KEPT}(?:入|到|至)了?\s*(?P<a>20\d\d)年度?)"
    rf"|{_KEPT}(?:入|到|至)了?(?P<now>今年)|carr(?:y|ied) (?:over"
    r"|forward) (?:in)?to (?P<b>20\d\d)(?: from 20\d\d)?"
)
_CARRIED_FROM = re.compile(
    r"(?P<zh>(?:(?P<own>20\d\d)年初)?[从自由](?P<a>(?:20)?\d\d)年度?"
    r"(?:结?转(?:入|过来|来)|[接带](?:过来|来)|延续(?:过来|下来)|留(?:下来|下)))"
    r"|carried (?:over|forward|in) from (?P<b>20\d\d)"
)
_INTO = re.compile(
    r"\b(?:carried|brought|rolled) (?:over |forward )?(?:in)?to (?P<year>20\d\d)"
    r" from the (?:year before|previous year|prior year)"
)
# 上一年行政许可项目数量 is a label in another order, and names no year.
_ITEMS_BEFORE = re.compile(
    r"(?:上一年度?|上年度?)(?P<thing>(?:行政)?(?:许可|处罚|强制|事业性收费)|(?:其他)?对外管理服务事项)"
    r"(?:的)?项目(?:数量|数)"
)


def years_of_carrying(text: str) -> str:
    """What is carried over to 2025 stands in the report about 2024, and the other way round."""

    def to_next(match: re.Match[str]) -> str:
        if match["now"]:
            return "结转下年" if "去年" in text[: match.start()] else "去年结转下年"
        if match["a"]:
            return f"{match['mid'] or ''}{int(match['a']) - 1}年结转下年"
        return f"carried over to the next year in {int(match['b']) - 1}"

    def from_last(match: re.Match[str]) -> str:
        if match["b"]:
            return f"carried over from the previous year in {int(match['b']) + 1}"
        year = 2001 + int(match["a"][-2:])
        if match["own"] and int(match["own"]) != year:
            return match.group()
        return f"{year}年上年结转"

    text = _ITEMS_BEFORE.sub(r"\g<thing>上一年项目数量", text)
    text = _INTO.sub(r"carried over from the previous year in \g<year>", text)
    return _CARRIED_FROM.sub(from_last, _CARRIED_TO.sub(to_next, text))
