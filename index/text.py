"""One spelling: widths, spaces, digits, and numbers in words."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import pairwise

# Zero-width characters and byte-order marks that copying leaves behind.
# Of no width, or marks of the direction of writing.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u061c\u200e\u200f"
INVISIBLE += "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
# Radicals that NFKC leaves alone, seen in text extracted from PDF files.
_RADICALS = str.maketrans(
    "⺁⺇⺌⺎⺗⺟⺠⺫⺮⺶⺾⻁⻂⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻐⻑⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
    "厂几小兀心母民目竹羊艹虎衣西见角角讠贝足车辶辶辶钅長镸长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
)
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_KANGXI |= {ord("⼾"): "户", ord("⾭"): "青"}  # NFKC gives forms that no report writes
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_ODD = re.compile(f"[{''.join(map(chr, (*_INVISIBLE, *_RADICALS)))}]")
_WIDE = re.compile("[！-～]")
# Of these only the wide ones become others in NFKC.
_COMMON = re.compile("[\t\n\r -~\u00a0\u3000一-鿿、。《》“”‘’—·！-～]+")
_SPACES = re.compile(r"[\s\u00a0\u3000]+")

_DIGITS = {"〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5}
_DIGITS |= {"陆": 6, "柒": 7, "捌": 8, "玖": 9}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000}
CHINESE_NUMERALS = "".join([*_DIGITS, *_UNITS, *_LARGE])


def visible(text: str) -> str:
    """The text without characters that have no width."""
    # To translate every text, character by character, takes much longer than to look first.
    return text.translate(_INVISIBLE) if _ODD.search(text) else text


def real_characters(text: str) -> str:
    """The text with characters in place of the radicals that look like them (⼈⺠)."""
    is_odd = _RADICAL.search(text) is not None
    return text.translate(_KANGXI).translate(_RADICALS) if is_odd else text


def normalise(text: str) -> str:
    """The text in one width, without invisible characters; line breaks kept, blanks single."""
    lines = _readable(text).splitlines()
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines)


@lru_cache(maxsize=16_384)  # the labels of the forms come again in every report
def compact(text: str) -> str:
    """The text in one width without any white space: what labels are compared by."""
    return "".join(_readable(text).split())


def in_one_width(text: str) -> str:
    """The text in NFKC, done quickly for what reports mostly write."""
    if text.isascii():
        return text
    if _COMMON.fullmatch(text):
        return _WIDE.sub(_narrow, text)
    return unicodedata.normalize("NFKC", text)


def keeps_places(text: str) -> bool:
    """Whether each character of a text surely becomes one character in one width."""
    return _COMMON.fullmatch(text) is not None


def _narrow(match: re.Match[str]) -> str:
    return chr(ord(match[0]) - 0xFEE0)


def _readable(text: str) -> str:
    if text.isascii():
        return text
    if _ODD.search(text):
        text = text.translate(_INVISIBLE).translate(_RADICALS)
    return in_one_width(text)


def number_in_words(text: str) -> int | None:
    """The number that Chinese numerals spell (三十九, 二〇二四, 一万三千五百), or None.

    None also for what is only about a number: 七八, 三四十, 十五六, 两三百.
    """
    if not text or any(ch not in CHINESE_NUMERALS for ch in text):
        return None
    if all(ch in _DIGITS for ch in text):
        is_exact = len(text) == 1 or len(text) > _LONGEST_RANGE or bool(_ZEROS & set(text))
        return digits_in_words(text) if is_exact else None
    if any(
        one in _DIGITS and other in _DIGITS and one not in _ZEROS for one, other in pairwise(text)
    ):
        return None
    return _grouped_number(text)


_ZEROS = frozenset("〇零○")
_LONGEST_RANGE = 3  # 七八; three digits without a zero are no way to write a number either


def digits_in_words(text: str) -> int | None:
    """The number whose digits are spelled one by one (二〇二四, 二四 of a year), or None."""
    if not text or any(ch not in _DIGITS for ch in text):
        return None
    return int("".join(str(_DIGITS[ch]) for ch in text))


def _grouped_number(text: str) -> int:
    total = section = digit = 0
    last_unit = 1
    for ch in text:
        if ch in _DIGITS:
            digit = _DIGITS[ch]
            last_unit = 1 if digit == 0 else last_unit
        elif ch in _UNITS:
            section += (digit or 1) * _UNITS[ch]
            digit, last_unit = 0, _UNITS[ch]
        else:
            total = (total + section + digit) * _LARGE[ch]
            section = digit = 0
            last_unit = _LARGE[ch]
    # 一百六 is 160: a last digit directly after a unit of at least a hundred counts tens of it.
    if digit and last_unit >= 100:
        digit *= last_unit // 10
    return total + section + digit


def decimal_from(text: str) -> Decimal | None:
    """The decimal that a cleaned numeral spells (1,234 / 12345.6789 / -8 / +14), or None."""
    if not re.fullmatch(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", text):
        return None
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:  # pragma: no cover - the pattern admits no such text
        return None


def plain(value: Decimal) -> str:
    """A decimal as people write it: no exponent, no trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
