"""The half of a question that asks for words, and the words that it looks for."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.understand.frames import Frame
from bot.understand.matter import matter_of
from bot.understand.mentions import Mentions
from bot.understand.reading.metrics import named_in
from bot.understand.reading.tokens import Token

SECTIONS = {"problems": 5, "measures": 5, "other_matters": 6, "overall": 1}
STRONG = frozenset(("wording", "mention", "summary", "others"))
_PARTING = frozenset(",，;；。.?？!！、")
_TWO = 2
_ABOUT_WHAT = re.compile(
    r"关于(?:什么|哪)|涉及(?:什么|哪)|什么(?:内容|事项|方面)|哪些(?:内容|事项|方面)|特色做法"
    r"|\bwhat\b.*\babout$|(?:都|主要|具体)?(?:问|申请|咨询|反映)(?:的|了)?(?:都|主要)?(?:是|些)?(?:什么|啥|哪些)"
)
_HOW = re.compile(r"怎么|如何|咋|怎样")
_NOT = frozenset(("不", "未", "无", "不够", "没"))
_LINKS = frozenset(("的", "得", "地"))
_PARTICLES = frozenset("的了吗呢是有在对和与跟把被从向为什么怎哪里中就都也还这那请说写讲提到过")
_FRAME_WORDS = frozenset(
    (
        "有关",
        "关于",
        "提到",
        "报告",
        "年报",
        "里",
        "中",
        "的",
        "了",
        "吗",
        "呢",
        "这",
        "那",
        "有没有",
        "是否",
    )
)


def worded_part(m: Mentions) -> tuple[Token, ...]:
    """The part of a question that asks for words, where it asks for a number as well."""
    clauses: list[list[Token]] = [[]]
    for token in m.tokens:
        if token.has("conjunction") or token.text in _PARTING:
            clauses.append([])
        else:
            clauses[-1].append(token)
    if len(clauses) < _TWO:
        return ()
    for clause in clauses:
        is_asked = any((set(SECTIONS) | STRONG) & set(t.keys("ask")) for t in clause)
        said = m.text[clause[0].start : clause[-1].end] if clause else ""
        is_counted = any(t.has("quantity") for t in clause)
        if (is_asked or _ABOUT_WHAT.search(said) or _is_open(clause, said)) and not is_counted:
            return tuple(clause)
    return ()


def _is_open(clause: list[Token], said: str) -> bool:
    """Whether a clause asks how a thing is done that nobody counts: 隐私怎么保护的."""
    has_matter = any(t.is_unknown or t.has("topic") for t in clause)
    is_number = any(t.has("member", "op", "not_done", "never") for t in clause)
    return has_matter and not is_number and bool(_HOW.search(said))


def number_part(m: Mentions) -> Mentions:
    """The question without the part that asks for words."""
    part = worded_part(m)
    rest = tuple(t for t in m.tokens if t not in part)
    inside = {t.text for t in part}
    return replace(
        m,
        tokens=rest,
        named=named_in([t for t in rest if not _names(t, m)]),
        unknown=tuple(word for word in m.unknown if word not in inside),
        ops=frozenset(key for t in rest if not _names(t, m) for key in t.keys("op")),
    )


def with_words(frame: Frame, m: Mentions, part: tuple[Token, ...]) -> Frame:
    """A number together with the words that a part of the question asks for."""
    section = next((n for ask, n in SECTIONS.items() if _asks(part, ask)), None)
    topic = _matter(m, part) or ("" if section else topic_of(m))
    mode = "section" if section and not topic else "quote"
    return replace(frame, kind="both", topic=topic, mode=mode, section=section)


def _matter(m: Mentions, part: tuple[Token, ...]) -> str:
    said = topic_of(m, part)
    return matter_of(m, part[0].start, part[-1].end) or said if said else ""


def topic_of(m: Mentions, part: tuple[Token, ...] | None = None) -> str:
    """The words that are looked for: without places, years and the frame of the question."""
    given = m.tokens if part is None else part
    halves = _halves(given)
    kept = [
        at
        for at, token in enumerate(given)
        if not _names(token, m) and (token in halves or _is_matter(token))
    ]
    said = ""
    for at, before in zip(kept, [-1, *kept], strict=False):
        if said and not _is_joint(given[before + 1 : at]):
            said += " "
        elif said:
            said += m.text[given[before].end : given[at].start]
        said += _negated(given, at, before) + given[at].text
    return said.strip()


def _is_matter(token: Token) -> bool:
    """Whether a word is of the matter, and not of the frame of the question."""
    if _is_frame(token.text) or token.has("filler"):
        return False
    if token.has("ask") and not token.has("topic", "concept"):
        return False
    return token.is_unknown or token.has("topic", "concept", "member", "term", "never")


def _is_joint(gap: tuple[Token, ...]) -> bool:
    """Whether what stands between two words belongs to them: 村级公开不规范."""
    return all(t.text in _NOT or t.text in _LINKS for t in gap)


def _negated(given: tuple[Token, ...], at: int, before: int) -> str:
    """The 不 in front of a word, where nothing else stands between it and the word before."""
    is_alone = at > 0 and at - 1 != before and given[at - 1].text in _NOT
    is_said = is_alone and given[at - 1].end == given[at].start
    is_joint = before >= 0 and _is_joint(given[before + 1 : at])
    return given[at - 1].text if is_said and not is_joint else ""


def _halves(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Characters that a word for a topic may begin or end with: 会 of 会商, 能 of 人工智能."""
    found: list[Token] = []
    for one, other in pairwise(tokens):
        for half, whole in ((one, other), (other, one)):
            is_slight = len(half.text) == 1 and half.has("filler", "weak", "op")
            is_slight = is_slight and half.text not in _PARTICLES and half.text >= "\u3400"
            if one.end == other.start and whole.is_unknown and is_slight:
                found.append(half)
    return tuple(found)


def _is_frame(word: str) -> bool:
    return word in _FRAME_WORDS


def _asks(part: tuple[Token, ...], ask: str) -> bool:
    return any(ask in t.keys("ask") for t in part)


def _names(token: Token, m: Mentions) -> bool:
    return any(p.covers(token.start) for p in m.places)
