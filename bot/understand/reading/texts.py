"""A question in one width, lower case and simplified characters, and what it is written in."""

import re
import unicodedata

from index.vocabulary.traditional import simplify

_HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿〇]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_POSSESSIVE = re.compile(
    r"\b(?!(?:it|what|there|that|who|here|he|she|let|how|where|one|people)')([a-z]+)'s?(?![a-z])"
)
# Compare the Lanshan bureau with Qiushui's for 2024: that of the other place.
_OWN = re.compile(
    r"\b(?!(?:it|what|there|that|who|here|he|she|let|how|where|one|people|body)')([a-z]+)'s"
    r"(?= (?:for|in|on|over|did|got|had|does|was|is)\b|[,.?!]|$)"
)


def plain_question(question: str) -> str:
    """The question in one width, lower case and simplified characters, blanks single."""
    text = unicodedata.normalize("NFKC", _CONTROL.sub(" ", question))
    text = simplify(text).replace("’", "'").replace("‘", "'")
    text = re.sub(r"\s+", " ", _without_accents(text)).strip().lower()
    text = _IN_ALL.sub(_so_many, _AFFIXES.sub("", _in_mandarin(text)))
    return _POSSESSIVE.sub(r"\1", _OWN.sub(r"\1 one", text))


# A label with the number that it has in the form, and the 儿 of spoken words (放一块儿看).
_AFFIXES = re.compile(
    r"(?<![一二三四五六七八九十])第?\([一二三四五六七八九十]{1,2}\)项?(?=[㐀-鿿])"
    r"|(?<![一二三四五六七八九十㐀-鿿、])[一二三四五六七八九]、(?=[㐀-鿿]{2})"
    r"|(?<=[块会点事活份])儿(?![童子女媳])"
)
_IN_ALL = re.compile(r"(?P<whose>[它他她咱])?(?P<count>[俩仨])")


def _so_many(match: re.Match[str]) -> str:
    """它俩 are these two, 俩乡 two of them."""
    return ("这" if match["whose"] else "") + {"俩": "两个", "仨": "三个"}[match["count"]]


_CANTONESE = re.compile(r"[嘅咗冇嗰啲畀喺嚟唔]|边个|边年|点解|系唔系")
_MANDARIN = {
    "系唔系": "是不是", "有冇": "有没有", "边个": "哪个", "边年": "哪年", "边啲": "哪些",
    "边度": "哪里", "点解": "为什么", "唔系": "不是", "嘅": "的", "咗": "了", "冇": "没有",
    "嗰": "那", "啲": "些", "畀": "给", "喺": "在", "嚟": "来", "唔": "不", "同埋": "和",
    "几多": "多少", "乜": "什么",
}  # fmt: skip
_SAID_OTHERWISE = re.compile("|".join(_MANDARIN))


def _in_mandarin(text: str) -> str:
    """Cantonese words as they are in the standard language."""
    if not _CANTONESE.search(text):
        return text
    return _SAID_OTHERWISE.sub(lambda match: _MANDARIN[match.group()], text)


def _without_accents(text: str) -> str:
    """Latin letters without their marks: Lüsigang as Lusigang."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    bare = re.sub(r"(?<=[A-Za-z])[\u0300-\u036f]+", "", parts)
    return unicodedata.normalize("NFC", bare)


def has_han(text: str) -> bool:
    """Whether any Chinese character stands in a text."""
    return bool(_HAN.search(text))


def is_latin(text: str) -> bool:
    """Whether a text is in Latin letters only."""
    return bool(re.fullmatch(r"[a-z][a-z' -]*", text))
