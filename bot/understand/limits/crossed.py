"""Two things asked at once, each of its own body: they are not taken crosswise."""

import re

from bot.understand.mentions import Mentions
from bot.understand.reading.metrics import named_in
from bot.understand.reading.tokens import Token

_PARTING = frozenset(",，;；、")
_AGAINST = frozenset(("比", "比起", "than", "versus", "vs"))
_EDGES = re.compile(r"^(?:和|与|跟|以及|还有|及|and)|[,，、;；]$")


def crossed(m: Mentions) -> tuple[str, ...]:
    """The parts of a question that each name their own body and their own year or metric."""
    parts = [part for part in _parts(m) if _places(part, m)]
    if len(parts) < 2 or any(_places(part, m) > 1 for part in parts):
        return ()
    years = [{key for t in part for key in t.keys("year")} for part in parts]
    named = [set(named_in(part).metrics) for part in parts]
    said = [{m.text[t.start : t.end] for t in part if t.has("year")} for part in parts]
    are_years = all(years) and len(set(map(frozenset, said))) > 1
    are_metrics = all(named) and len(set(map(frozenset, named))) > 1
    if not (are_years or are_metrics):
        return ()
    return tuple(_EDGES.sub("", m.text[p[0].start : p[-1].end]).strip() for p in parts)


def _parts(m: Mentions) -> list[list[Token]]:
    found: list[list[Token]] = [[]]
    for token in m.tokens:
        if token.has("conjunction") or token.text in _PARTING or token.text in _AGAINST:
            found.append([])
        else:
            found[-1].append(token)
    return [part for part in found if part]


def _places(part: list[Token], m: Mentions) -> int:
    """How many bodies it names; what a share is of (占全县) is none of them."""
    start, end = part[0].start, part[-1].end
    shares = {t.end for t in m.tokens if "share" in t.keys("op")}
    return sum(start <= p.start < end and p.start not in shares for p in m.places)
