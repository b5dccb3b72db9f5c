"""Who asks is not who applied: 我们公司想知道…, 我是石泉镇的居民，…, as a citizen, …"""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.understand.reading.asides import clauses_of
from bot.understand.reading.tokens import Token

Bodies = Mapping[str, tuple[int, ...]]

_GREETING = r"(?:你好|您好|请问|大家好|各位好|hi|hello|hey|well|so)?[\s啊呀]*"
# 我是…, 作为…, as a …: what people say that they are, up to the pause.
_SAYS_WHO = re.compile(
    rf"\s*{_GREETING}(?:(?:我们?|俺们?|咱们?|本人)(?:[一这家里]{{1,2}}个?)?(?:都|也|就|只)?"
    r"(?:是|来自|住在?|在)(?![^,，。]{0,2}(?:说|指|问|想|要|查|看|找))|作为|身为"
    r"|(?:speaking )?as (?:an? |the owner)"
    r"|(?:my|our) [a-z ]{2,20}(?= (?:would|wants?|needs?|asks?) )"
    r"|(?:i|we) (?:live|work|reside|am based|are based) (?:in|at|for) "
    r"|(?:i am|i'm|we are|we're) (?:an? |the )?"
    r"(?!asking|looking|interested|writing|working|after|wondering|trying|talking))"
)
# 我们公司…, 我一个老百姓…: the words before what they are.
_OURSELVES = re.compile(
    rf"\s*{_GREETING}(?P<who>我们?|俺们?|咱们?|本人)(?:这|那)?(?:一?[个名位家种]|普通|小|一般|平头)*"
)
_ADVERBS = ("就", "也", "还", "只", "们", "一个", "一员", "这边", "这里", "呢", "啊", "呀")
_WISHES = re.compile(
    r"[想问请要需查看求盼]|打[听算]|咨询|关心|希望|觉得|感觉|认为|准备|好奇|(?:want|would|need|wish|ask)"
)
_SELVES = ("我", "我们", "俺", "咱", "咱们", "i", "i'd", "we", "we'd", "and", "who", "how", "what")
# What a clause may not have that only says who asks; applicants may call themselves so.
_MATTER = (
    "metric", "concept", "op", "quantity", "year", "amount", "part_of_year", "section", "not_done",
)  # fmt: skip
_PLACES = ("body", "short", "core", "region", "division", "department", "kind")


def with_askers(text: str, tokens: list[Token], bodies: Bodies) -> list[Token]:
    """The tokens, where the words for whoever asks are no words of what is asked."""
    clauses = list(clauses_of(tokens))
    found: list[Token] = []
    for at, clause in enumerate(clauses):
        rest = [t for other in (*clauses[:at], *clauses[at + 1 :]) for t in other]
        found += _of_clause(text, clause, rest, bodies)
    return found


def _of_clause(text: str, clause: list[Token], rest: list[Token], bodies: Bodies) -> list[Token]:
    said = text[clause[0].start : clause[-1].end]
    who = _SAYS_WHO.match(said)
    if who:
        start = clause[0].start + who.end()
        cut = next((i for i, t in enumerate(clause) if t.start > start and _asks(t)), len(clause))
        lead, after = clause[:cut], clause[cut:]
        if (rest or after) and not any(map(_is_matter, lead)):
            return [*(_who_asks(t, [*after, *rest], bodies) for t in lead), *after]
        return clause
    first = next((i for i, t in enumerate(clause) if t.has("member")), None)
    if first is None:
        return clause
    before, after = text[clause[0].start : clause[first].start], clause[first + 1 :]
    ourselves = _OURSELVES.fullmatch(before)
    asking = next((t for t in after if t.text not in _ADVERBS), None)
    is_alone = not before.strip() and asking is not None and asking.text.startswith("想")
    if is_alone or (ourselves and asking and (asking.has("mark") or _asks(asking))):
        return [*map(_plain, clause[: first + 1]), *after]
    if ourselves and asking and not ourselves["who"].startswith("咱"):
        return [*clause[:first], replace(clause[first], senses=()), *after]
    return clause


def _asks(token: Token) -> bool:
    """Whether a word begins what somebody wants to know: 想知道, and would like to know."""
    return token.text in _SELVES or bool(_WISHES.match(token.text))


def _is_matter(token: Token) -> bool:
    return token.has(*_MATTER) and token.keys("concept") != ("applicant",)


def _who_asks(token: Token, rest: list[Token], bodies: Bodies) -> Token:
    """A word of who asks; a place stays unless another is asked about."""
    if not token.has(*_PLACES):
        return _plain(token)
    return _plain(token) if any(_is_whole_name(t, bodies) for t in rest) else token


def _is_whole_name(token: Token, bodies: Bodies) -> bool:
    """Whether a name says whom it means, without a place before it."""
    known = [i for name in token.keys("body") for i in bodies.get(name, ())]
    return token.has("region", "short") or len(known) == 1


def _plain(token: Token) -> Token:
    return token if token.has("mark") else replace(token, senses=(("filler", ""),))
