"""Clauses in which people speak of themselves or to somebody: 老了记性不好了，麻烦问一下，…"""

import re
from collections.abc import Iterator

from bot.understand.reading.tokens import Token

_PAUSE = frozenset(",，。.!！?？;；:：…")
# A clause with one of these, and with nothing that could be asked for, asks nothing.
_SPEAKS = re.compile(
    r"我|俺|咱|哎|唉|喂|嗨|您|同志|老师|师傅|大哥|大姐|记者|同学|领导|你好|麻烦|劳驾|打听|听.{0,4}[讲说]"
    r"|记得|记性|记不|好像|印象|不好意思|冒昧|打扰|辛苦|谢|请教|求助|急|写稿|核实|写论文|做作业|做课题|查资料"
    r"|^(?:hi|hello|hey|dear|sorry|excuse|thanks?|please|for (?:a|my|an)|i(?:'m| am|’m))\b"
)
_MATTER = (
    "year", "metric", "concept", "member", "op", "amount", "number", "section", "quantity", "term",
    "part_of_year", "kind", "whole", "body", "region", "short", "core", "department", "division",
    "ordinal", "not_done",
)  # fmt: skip
_DENIES = re.compile(r"不(?!好|太|是很|大)|没|未|除|非|别")


def without_asides(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens of a question; what is unknown in a clause that asks nothing is no matter."""
    clauses = list(_clauses(tokens))
    if len(clauses) == 1:
        return tokens
    return [token for clause in clauses for token in _eased(text, clause)]


def _clauses(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens from one pause to the next, the pause with those before it."""
    clause: list[Token] = []
    for token in tokens:
        clause.append(token)
        if token.text in _PAUSE:
            yield clause
            clause = []
    if clause:
        yield clause


def _eased(text: str, clause: list[Token]) -> Iterator[Token]:
    said = text[clause[0].start : clause[-1].end]
    is_aside = (
        bool(_SPEAKS.search(said))
        and not _DENIES.search(said)
        and not any(token.has(*_MATTER) for token in clause)
    )
    for token in clause:
        is_eased = is_aside and (token.is_unknown or token.has("negation"))
        yield Token(token.start, token.end, token.text, (("filler", ""),)) if is_eased else token
