"""How names are spelt in Latin letters, and the letters that somebody typed, as comparable keys.

Keys have letters only: no tones, blanks or apostrophes, ü as u. The table holds what pypinyin
knows and names need; that library takes ten times its memory and half a second to load.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from index.settings import DATA_DIR
from index.text import compact
from index.vocabulary.regions import official_name

PINYIN = DATA_DIR / "pinyin.tsv"
LONGEST_WORD = 3  # that the table holds

# Place names that a dictionary of words reads wrongly. The longest that a name begins with counts.
NAMES = {
    "浚县": "xun xian", "单县": "shan xian", "单城": "shan cheng", "洪洞": "hong tong",
    "涡": "guo", "解州": "hai zhou", "六安": "lu an", "六合": "lu he", "乐陵": "lao ling",
    "乐亭": "lao ting", "乐清": "yue qing", "乐成": "yue cheng", "繁峙": "fan shi",
    "宕昌": "tan chang", "荥经": "ying jing", "荥阳": "xing yang", "筠连": "jun lian",
    "什邡": "shi fang", "栎阳": "yue yang", "大城县": "dai cheng xian", "长子县": "zhang zi xian",
    "伽师": "jia shi", "覃塘": "qin tang", "称多": "chen duo", "重固": "chong gu",
    "瓦窑堡": "wa yao bao", "吴堡": "wu bu", "太行": "tai hang", "行唐": "xing tang",
    "珲春": "hun chun", "铅山": "yan shan", "蔚县": "yu xian", "东阿": "dong e",
    "番禺": "pan yu", "大埔": "da bu", "泌阳": "bi yang", "枞阳": "zong yang",
    "歙县": "she xian", "黟县": "yi xian", "莘县": "shen xian", "莘庄": "xin zhuang",
    "尉犁": "yu li", "中牟": "zhong mu", "渑池": "mian chi", "浒墅关": "xu shu guan",
    "浒湾": "xu wan", "甪直": "lu zhi", "会稽": "kuai ji", "句容": "ju rong",
}  # fmt: skip
# Characters that mean one thing in words and nearly always another in the names of places.
CHARACTERS = {
    "长": "chang", "都": "du", "朝": "chao", "藏": "zang", "曾": "zeng", "佛": "fo", "葛": "ge",
}  # fmt: skip
_KINDS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "街道", "苏木", "地区")
_KIND = re.compile(rf"(?<=.)(?:{'|'.join(_KINDS)}|[省市县区乡镇旗盟])$")
_GOVERNMENT = re.compile(r"人民政府(?:办公室)?$")

_LETTERS = re.compile(r"[a-z]+")
_JOINING = dict.fromkeys(map(ord, "'’‘`´"))
_ENGLISH = frozenset(
    (
        *("township", "town", "village", "subdistrict", "sub", "street", "office", "county"),
        *("city", "municipality", "district", "prefecture", "province", "banner", "region"),
        *("autonomous", "people", "peoples", "s", "government", "the", "of", "in"),
    )
)
_CHINESE = (
    ("ren", "min", "zheng", "fu"), ("renmin", "zhengfu"), ("zhengfu",), ("jie", "dao"),
    ("jiedao",), ("xiang",), ("zhen",), ("xian",), ("shi",), ("qu",), ("sheng",), ("qi",),
)  # fmt: skip
_GLUED = re.compile(
    r"(?<=[a-z]{2})(?:township|subdistrict|town|county|city|district|province|"
    r"jiedao|xiang|zhen|xian|shi|qu|sheng)$"
)


@lru_cache(maxsize=65_536)
def syllables(name: str) -> tuple[str, ...]:
    """The syllable of each character of a name; what is not Chinese stays as it is."""
    name = compact(name)
    spelt = [CHARACTERS.get(char, said) for char, said in zip(name, _said(name), strict=True)]
    for length in (3, 2, 1):
        known = NAMES.get(name[:length])
        if known is not None:
            spelt[:length] = known.split()
            break
    return tuple(spelt)


def _said(name: str) -> list[str]:
    """The syllables of a name: the longest word of the table first, from left to right."""
    table = _table()
    spelt: list[str] = []
    while len(spelt) < len(name):
        rest = name[len(spelt) :][:LONGEST_WORD]
        words = (rest[:length] for length in range(len(rest), 0, -1))
        spelt += next((table[word] for word in words if word in table), (rest[0],))
    return spelt


@lru_cache(maxsize=1)
def _table(path: Path = PINYIN) -> dict[str, tuple[str, ...]]:
    """The syllables of characters, and of words in which one is said otherwise than alone."""
    table: dict[str, tuple[str, ...]] = {}
    for line in path.read_text("utf-8").splitlines():
        left, _, right = line.partition("\t")
        if left.isascii():  # a syllable, and all characters that are said so; or the source
            table |= dict.fromkeys(right, (left,))
        else:
            table[left] = tuple(right.split())
    return table


def pinyin_key(name: str) -> str:
    """The letters of a name without its kind: zhimawa for 芝麻洼乡, shan for 单县."""
    name = official_name(_GOVERNMENT.sub("", compact(name)))
    stem = _KIND.sub("", name)
    # The whole name is spelt, for 单 is Shan only before 县.
    return _joined(syllables(name)[: len(stem)])


def sound_key(name: str) -> str:
    """The letters of a whole name, its kind too: what names that sound alike share."""
    return _joined(syllables(official_name(name)))


def initials(name: str) -> str:
    """The first letters of a name without its kind: zmw for 芝麻洼乡."""
    name = official_name(_GOVERNMENT.sub("", compact(name)))
    stem = _KIND.sub("", name)
    return "".join(said[:1] for said in syllables(name)[: len(stem)])


def latin_keys(text: str) -> tuple[str, ...]:
    """All keys that typed letters may stand for: zhimawaxiang may be 芝麻洼乡."""
    words = _LETTERS.findall(_plain(text))
    kept = _without_kind(words)
    key = "".join(kept)
    return (key,) if kept != words else tuple(dict.fromkeys((key, _GLUED.sub("", key))))


def _without_kind(words: list[str]) -> list[str]:
    english = len(words)
    while english > 1 and words[english - 1] in _ENGLISH:
        english -= 1
    kept = words[:english]
    if english < len(words):
        return kept
    while True:
        for kind in _CHINESE:
            if len(kept) > len(kind) and tuple(kept[-len(kind) :]) == kind:
                kept = kept[: -len(kind)]
                if "fu" in kind[-1]:
                    break  # zhen may stand before renmin zhengfu
                return kept
        else:
            return kept


def _plain(text: str) -> str:
    """Lower-case letters without marks; apostrophes join, all else parts words."""
    text = unicodedata.normalize("NFKC", text).lower().translate(_JOINING)
    text = unicodedata.normalize("NFD", text)
    text = "".join(char for char in text if not unicodedata.combining(char))
    # ü is typed u, v or, in passports, yu: Lüliang, Lvliang, Lyuliang.
    return re.sub(r"(?<=[ln])v|(?<=\b[ln])yu", "u", text)


def _joined(spelt: tuple[str, ...]) -> str:
    return "".join("".join(_LETTERS.findall(_plain(said))) for said in spelt)
