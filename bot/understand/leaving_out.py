"""Bodies that a question leaves out: 除了清水乡以外, 不含公安局, excluding Qingshui."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understand.frames import Frame, Party
from bot.understand.gazetteer import Gazetteer
from bot.understand.lookup import bodies_of
from bot.understand.place_mention import PlaceMention
from bot.understand.tokens import Token
from bot.understand.words import EXCEPT, EXCEPTED

EXCLUDING = frozenset((*EXCEPT, *EXCEPTED))
_WORDS = re.compile("|".join(sorted(map(re.escape, EXCLUDING), key=len, reverse=True)))
_THE_REST = re.compile(
    r"(?:其他|其它|其余|剩下|剩余|别|另外)的?(?=各?(?:乡镇|部门|单位|镇|街道|局|县|机构|委办局))"
)
_THE_OTHERS = re.compile(r"\b(?:all )?(?:the )?(?:other|remaining) (?=town|dep|bur|count|bod)")


def without_others(text: str) -> str:
    """The text with 其他乡镇 as 各乡镇 where it is said which are left out."""
    if not _WORDS.search(text):
        return text
    return _THE_OTHERS.sub("all ", _THE_REST.sub("各", text))


def left_out(tokens: Sequence[Token], places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places that stand beside a word for leaving out, and those joined to them by 和."""
    found: list[PlaceMention] = []
    for i, place in enumerate(places):
        said = [t for t in tokens if not (t.has("filler", "mark") and t.text not in EXCLUDING)]
        before = [t for t in said if t.end <= place.start]
        behind = [t for t in said if t.start >= place.end]
        is_out = bool(before) and before[-1].text in EXCEPT
        is_out = is_out or (bool(behind) and behind[0].text in EXCEPTED)
        is_joined = place.is_joined and i > 0 and places[i - 1] in found
        if is_out or is_joined:
            found.append(place)
    return tuple(found)


def excluding_words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a question that leave something out."""
    return tuple(t.text for t in tokens if t.text in EXCLUDING)


def leaving_out(frame: Frame, count: int, names: Gazetteer) -> Frame:
    """The frame with its scope narrowed; as it is where that cannot be told.

    `count` is how many bodies were named, each of which must stand for one in the scope.
    """
    scopes = [p.scope for p in frame.parties if p.scope is not None]
    if not frame.without or len(scopes) != 1 or len(frame.parties) != 1:
        return frame
    inside = bodies_of(scopes[0], frame.operation, names)
    gone = tuple(i for i in frame.without if i in inside)
    if len(gone) != count:
        return frame
    scope = replace(scopes[0], without=(*scopes[0].without, *gone))
    return replace(frame, parties=(Party((), scope),), without=())
