"""Whether yes or no is wanted: asked for, or a statement that is put as a question."""

import re

from bot.understand.reading.tokens import Token

_AT_THE_END = re.compile(r"(?:没有?|未|否|不)\s*(?:啊|呀|呢)?[?？。!！]*$")
_ASIDE = re.compile(r"\s*\([^()]{1,12}\)\s*$")
_ENGLISH_YES_NO = re.compile(
    r"^(?:[a-z0-9' ]{3,40}[:,] ?)?(?:and |so |but |well |then )?"
    r"(?:did|does|do|is|are|was|were|has|have|had|any)\b"
)

# Did it go up or down: which of the two, to which yes is no answer.
_EITHER_WAY = re.compile(
    r"\b(?:up or down|down or up|(?:more|higher|larger) or (?:less|fewer|lower|smaller)"
    r"|(?:r[io]se|risen|grow|grew|rising|growing|increas(?:e|ed|ing)) or"
    r" (?:f[ae]ll|fallen|falling|drop(?:ped)?|shr[ia]nk|shrinking|declin(?:e|ed|ing)"
    r"|decreas(?:e|ed|ing)))\b"
)


# Were there more licences or penalties: which of them, to which yes is no answer.
_WHICH_OF_TWO = re.compile(
    r"^(?:were|was|are|is) there (?:more|fewer|less) (?:(?!than\b)[a-z]+ )+or [a-z]"
    r"|^(?:did|does|do) .+ (?:more|fewer) (?:(?!than\b)[a-z]+ )+or (?!more\b|fewer\b|less\b)[a-z]"
)


def is_yes_no(text: str, tokens: list[Token]) -> bool:
    """Whether a question can be answered by yes or no."""
    if _WHICH_OF_TWO.search(text):
        return False
    if any(t.has("yes_no") and _is_asked(t, text) for t in tokens):
        return True
    if _EITHER_WAY.search(text):
        return False
    text = without_aside(text)
    is_tag = bool(_AT_THE_END.search(text)) and not _ASKED.search(text)  # 哪几年一件也没有
    if is_tag or _ENGLISH_YES_NO.match(text):
        return True
    return _is_claim(text, tokens)


def _is_asked(token: Token, text: str) -> bool:
    """Whether it asks where it stands: 嘛 and 么 only at the end, and not in 就那个街道嘛，…."""
    return token.text not in ("嘛", "么") or not _WORD.search(text[token.end :])


_WORD = re.compile(r"[^\W_]")


def without_aside(text: str) -> str:
    """A question without what is added in brackets: …没有(云溪县)."""
    return _ASIDE.sub("", text)


# What a claim says, so that it can be true or false: 比…多, 超过10件, 一件都没有.
_CLAIMED = frozenset(("more", "less", "zero", "nonzero", "unequal"))
_SAID = frozenset(("most", "least", "change", "difference", "growth", "yoy", "same"))
# 多还是少 asks which of the two, as 多少 asks how many.
_ASKED = re.compile(
    r"多少|几|哪|谁|什么|啥|怎|如何|[多高大增升][了加]?还是[少低小减降]|\b(?:how|which|what|who|where|list|show)\b"
)
_OF_WHOM = re.compile(
    r"的(?:乡镇|镇|乡|街道|部门|局|单位|县|机构|地方|年份|有)?(?:呢)?[?？。]*$|情况[?？]*$"
)


def _is_claim(text: str, tokens: list[Token]) -> bool:
    """清水乡比桑桥镇多？, 不到50件吧: a statement that is put as a question."""
    is_doubted = bool(re.search(r"吧(?:[?？。!！]*|[,，][^,，吗呢]{1,12})$", text))
    if not (is_doubted or text.endswith("?")) or _ASKED.search(text) or _OF_WHOM.search(text):
        return False
    ops = {key for t in tokens for key in t.keys("op")}
    is_bounded = any(t.has("amount", "number", "negation") for t in tokens) and is_doubted
    is_bounded = is_bounded or any(t.has("amount", "number") for t in tokens)
    is_said = is_doubted and bool(_SAID & ops)
    return is_bounded or is_said or bool(_CLAIMED & ops)
