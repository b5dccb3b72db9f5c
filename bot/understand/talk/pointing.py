"""它, 那个局, 那年: words that point back at what the answer of the turn before named."""

import re
from dataclasses import replace

from bot.queries import Operation
from bot.types import Value
from bot.understand.frames import SPREAD, Frame, Party, Span, frame_from
from bot.understand.mentions import Mentions
from bot.understand.places.mention import PlaceMention
from index.types import Holdings

_BODY = "(?:单位|部门|机构|机关|乡镇|局|镇|乡|街道|县|委|地方)"
_BODY_EN = "(?:bureau|department|town|township|subdistrict|body|office|county|place|authority)"
_ONE = re.compile(
    rf"它(?!们)|(?:该|此|[这那]一?[个家]){_BODY}|[这那]一?家(?!公司|企业)"
    rf"|\b(?:that|this|the same) (?:one|{_BODY_EN})\b|\bits\b"
    r"|\b(?:did|does|has|had|could|can|of|by|for|to|at|from) it\b"
)
_SEVERAL = re.compile(
    rf"[它他她]们|[这那](?:几|些|[两二三四五六2-6])(?:个|家)?{_BODY}"
    r"|[这那](?:几|[两二三四五六2-6])[个家](?![月年])"
    r"|\bthey\b|\b(?:these|those|the) (?:two|three|four|five)\b"
    rf"|\b(?:these|those) {_BODY_EN.replace('body', 'bodie').replace('county', 'countie')}s\b"
)
_YEAR = re.compile(
    r"[这那]一?年(?![来间里底])|该年度?|\b(?:in|of|for) (?:that|the same) year\b|\bthat year\b"
)
# These are years of the calendar where nothing was said before.
_SAME = ("当年", "同年")
_POOLED = (Operation.SUM, Operation.MEAN, Operation.MEDIAN)
_MANY = (Operation.RANK, Operation.LIST, Operation.COUNT)
_OVER_YEARS = (Operation.TREND, Operation.BEST_YEAR, Operation.WORST_YEAR)
_MOST_KEPT = 20


def with_answer(slots: str, values: tuple[Value, ...], holdings: Holdings) -> str:
    """What is remembered of a question, with the bodies and the year that its answer named."""
    frame = frame_from(slots) if values else None
    if frame is None or frame.kind != "facts":
        return slots
    named = [(v.issuer, v.region) for v in values if v.issuer is not None]
    said = {name for name, _ in named}
    ids = {(h.name, h.region): h.id for h in holdings.issuers if h.name in said}
    bodies = tuple(dict.fromkeys(ids[name] for name in named if name in ids))
    years = {v.year for v in values if v.year is not None}
    is_of_year = frame.operation in (Operation.BEST_YEAR, Operation.WORST_YEAR)
    return replace(
        frame,
        said_ids=bodies[:_MOST_KEPT] if frame.is_of_many else frame.said_ids,
        said_part=_part(frame, values),
        said_year=years.pop() if is_of_year and len(years) == 1 else None,
    ).to_json()


def _part(frame: Frame, values: tuple[Value, ...]) -> tuple[str, ...]:
    """The largest part, where it was asked for and is one."""
    is_one = frame.operation is Operation.BREAKDOWN and frame.top == 1 and len(values) == 1
    return (values[0].metric, values[0].member) if is_one else ()


def without_same_year(m: Mentions, old: Frame) -> Mentions:
    """占当年的比例: of the year that was spoken of, and not of this one."""
    kept = tuple(y for y in m.years if y.said not in _SAME)
    is_known = bool(old.span.mode or old.parties)
    return replace(m, years=kept) if is_known and len(kept) < len(m.years) else m


_RANKED = re.compile(
    r"^(?:那|那么)?(?:排名?|排在)?(?:第(?P<n>[一二三四五1-5])名?"
    r"|(?P<first>头一?[名个]|榜首|最[多高]的?那?[个家])"
    r"|(?P<last>最后(?:一名|一个|那个)|倒数第一名?|垫底的?|最[少低]的?那?[个家]))"
    rf"(?:的?那?[个家])?的?(?:{_BODY})?(?:的)?"
)
_FIRSTS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4}


def at_rank(m: Mentions, old: Frame) -> Mentions:
    """第一名的复议多少 after a ranking names the body that came first, and ranks nothing anew."""
    firsts = _FIRST_SOME.match(m.text) if old.operation is Operation.RANK else None
    if firsts is not None and "list_places" not in m.ops:
        return _first_of(m, old, firsts)
    found = _RANKED.match(m.text) if old.said_ids else None
    is_ranked = old.operation is Operation.RANK  # else one of them was spoken of just now
    if not is_ranked and old.is_of_many:
        return m
    says_more = not is_ranked or bool(
        m.named.metrics or m.named.members or m.named.unexplained or "share" in m.ops
    )
    if found is None or not says_more or {"list_places"} & m.ops:
        return m
    at = -1 if found["last"] else 0 if found["first"] else _number(found["n"])
    if at >= len(old.said_ids):
        return m
    rest = tuple(t for t in m.tokens if t.start >= found.end())
    said = {t.text for t in rest}
    named = PlaceMention(0, found.end(), found.group(), (old.said_ids[at],), is_known=True)
    return replace(
        m, tokens=rest, places=(named, *m.places), is_pointed=True,
        unknown=tuple(word for word in m.unknown if word in said),
        ops=frozenset(key for t in rest for key in t.keys("op")),
    )  # fmt: skip


def _first_of(m: Mentions, old: Frame, found: re.Match[str]) -> Mentions:
    """前三名加起来多少: the bodies that stand first in the ranking before, as many as are said."""
    size = _SIZES.get(found["n"], 0) or int(found["n"])
    if size > len(old.said_ids):
        return m
    start, end = found.span("who")
    rest = tuple(t for t in m.tokens if t.start >= end)
    named = tuple(PlaceMention(start, end, found["who"], (i,)) for i in old.said_ids[:size])
    return replace(
        m, tokens=rest, places=named, is_pointed=True, unknown=(),
        ops=frozenset(key for t in rest for key in t.keys("op")),
    )  # fmt: skip


_SIZES = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_FIRST_SOME = re.compile(
    r"^(?:那|那么)?(?P<who>前(?P<n>[两二三四五2-5])(?:名|个|家|位)?)的?"
    r"(?=(?:一共|总共|合计|加|总和|共|平均|差|相差))"
)


def _number(said: str) -> int:
    return int(said) - 1 if said.isdigit() else _FIRSTS[said]


def pointed(m: Mentions, new: Frame, old: Frame) -> tuple[Frame, tuple[str, ...]]:
    """The turn before as what words point at in it, and the words that point at nothing."""
    dangling: list[str] = []
    year = _YEAR.search(m.text) if not new.span.mode else None
    if year is not None or any(y.said in _SAME for y in m.years):
        at = _year_of(old)
        if at is not None:
            old = replace(_plain(old), span=Span("asked", (at,)), other_year=None)
        elif old.span.mode in SPREAD or len(old.span.years) > 1:
            dangling.append(year.group() if year else "当年")
    dangling += [*_between_ranked(m, new, old), *_which_of_one(m, new, old)]
    added = _ADDED.search(m.text)
    if added is not None and any(p.scope is not None for p in old.parties):
        dangling.append(added.group())  # one body beside all of a kind is not looked up
    if not new.parties and old.is_of_many:
        old, words = _bodies(m, old)
        dangling += words
    elif new.parties and old.is_of_many and _HELD_AGAINST & m.ops:
        old, words = _against(new, m, old)
        dangling += words
    return old, tuple(dangling)


_WHICH = re.compile(r"哪(?:一?个|家)|谁|\bwhich(?! year)\b|\bwho\b")


def _which_of_one(m: Mentions, new: Frame, old: Frame) -> list[str]:
    """2024年哪个多, where nothing but one body, and no second number, was spoken of."""
    which = _WHICH.search(m.text) if {"compare", "more", "less"} & m.ops else None
    are_parts = (
        len(old.metrics) > 1 or len(old.members) > 1 or bool(m.named.metrics or new.members)
    )
    others = (*old.other_parties, *old.other_metrics, *old.other_members, *old.other_years)
    is_alone = not (others or old.other_year or old.is_of_many or new.parties or are_parts)
    is_alone = is_alone and (bool(m.years) or len(old.span.years) < _TWO)
    is_many = "list_places" in m.ops and m.has("kind")
    return [which.group()] if which is not None and is_alone and not is_many else []


_TWO = 2
_ADDED = re.compile(r"[排算加放](?:进来|进去)|也?算上")


def _between_ranked(m: Mentions, new: Frame, old: Frame) -> list[str]:
    """差多少 after a ranking: between which of them is not said."""
    is_bare = not (new.parties or new.metrics or new.members or m.years)
    is_pooled = old.operation in _POOLED and any(p.scope is not None for p in old.parties)
    if not is_bare or old.by is not None or not (old.operation in _MANY or is_pooled):
        return []
    return [t.text for t in m.tokens if {"difference", "times"} & set(t.keys("op"))][:1]


_HELD_AGAINST = frozenset(("compare", "more", "less", "difference", "times"))


def _against(new: Frame, m: Mentions, old: Frame) -> tuple[Frame, list[str]]:
    """清水乡比它多多少, after 清水乡 and another: the other of the two."""
    found = _ONE.search(m.text)
    others = tuple(p for p in old.parties if p not in new.parties)
    if found is None:
        return old, []
    if len(others) != 1 or others[0].scope is not None:
        return old, [found.group()]
    return replace(_plain(old), parties=others), []


def _bodies(m: Mentions, old: Frame) -> tuple[Frame, list[str]]:
    several, one = _SEVERAL.search(m.text), _ONE.search(m.text)
    said = tuple(Party((i,)) for i in old.said_ids)
    if _is_of_the_first(m, old):
        return replace(_plain(old), parties=said), []
    if several is not None and len(said) > 1:
        return replace(_plain(old), parties=said, operation=Operation.COMPARE), []
    if several is None and one is not None and len(said) == 1:
        return replace(_plain(old), parties=said), []
    found = several or one
    return old, [found.group()] if found and not (several and len(old.parties) > 1) else []


def _is_of_the_first(m: Mentions, old: Frame) -> bool:
    """复议几件 after 哪个乡镇申请最多: another number of the one that was found."""
    is_found = old.operation is Operation.RANK and old.top == 1 and len(old.said_ids) == 1
    is_counted = m.has("quantity") and not (m.ops or m.has("kind", "every", "amount", "number"))
    return is_found and is_counted and bool(m.named.metrics) and m.named.metrics != old.metrics


def _plain(old: Frame) -> Frame:
    """What was looked for before was found: what is asked now is asked of that."""
    operation = Operation.VALUE if old.operation in (*_MANY, *_OVER_YEARS) else old.operation
    return replace(
        old, operation=operation, top=None, nth=None, whose=(), by=None, condition=None,
        is_ascending=False, is_yes_no=False, expects="any", year_asked=None, without=(),
    )  # fmt: skip


def points_at_several(text: str) -> bool:
    """Whether bodies are meant that were spoken of: 这些乡镇."""
    return bool(_SEVERAL.search(text))


def points_at_year(text: str) -> bool:
    """Whether a year is meant that was spoken of: 那年."""
    return bool(_YEAR.search(text))


def _year_of(old: Frame) -> int | None:
    """The one year that the turn before was about, or found."""
    if old.said_year is not None:
        return old.said_year
    is_one = old.span.mode in ("asked", "pair") and len(old.span.years) == 1
    return old.span.years[0] if is_one else None
