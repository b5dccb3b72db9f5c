"""第二个, 另一个, after a question back: one of the bodies that it offered, or the other."""

import re

from bot.understand.frames import Frame, Party
from bot.understand.mentions import Mentions
from bot.understand.places.gazetteer import Gazetteer
from bot.understand.talk.namesakes import namesakes

_OTHER = re.compile(
    r"(?:那|还有)?另(?:外)?(?:那|的)?(?:一)?[个家](?:乡镇|镇|乡|街道|县|区|局|部门|单位)?(?:的)?呢?[?？。]*"
    r"|(?:and |what about |how about )?the other(?: (?:one|town|township|county|bureau|department"
    r"|body|place|office))?[?.]*"
)


_ALL = re.compile(
    r"(?:我)?(?:两个|几个|三个|全部|全)?都(?:要|看|查|列|说|算)?(?:一下|出来)?(?:吧|呢)?[。.?？]*"
    r"|(?:加|合)(?:在)?一起(?:呢|多少|吧)?[。.?？]*|both(?: of them)?[.?]*|all(?: of them)?[.?]*"
)


def chosen_by_number(m: Mentions, old: Frame) -> tuple[Party, ...]:
    """The body that a number stands for, where several of one name were offered."""
    if m.text and _ALL.fullmatch(m.text) and len(old.parties) == 1 and len(old.parties[0].ids) > 1:
        return tuple(Party((i,)) for i in old.parties[0].ids)
    numbers = [int(key) for t in m.tokens for key in t.keys("ordinal")]
    digit = _DIGIT.fullmatch(m.text)
    numbers = [int(digit["n"])] if digit is not None else numbers
    offered = old.parties[0].ids if len(old.parties) == 1 else ()
    if len(numbers) != 1 or m.places or len(offered) < max(2, numbers[0]):
        return ()
    return (Party((offered[numbers[0] - 1],)),)


_DIGIT = re.compile(r"(?:选|第)?\s*(?P<n>[1-9])(?:号|个|吧|呢)?[。.]?")


def is_choice(m: Mentions, old: Frame) -> bool:
    """Whether a bare number chooses among the bodies of one name that were offered."""
    return bool(_DIGIT.fullmatch(m.text)) and any(len(party.ids) > 1 for party in old.parties)


def asks_for_other(text: str) -> bool:
    """Whether nothing but the other one of two is asked for."""
    return bool(_OTHER.fullmatch(text))


_TWO = 2


def the_other(old: Frame, names: Gazetteer) -> tuple[Party, ...]:
    """The one other body of the name that was spoken of, or the one spoken of just before."""
    if len(old.parties) == _TWO and all(len(p.ids) == 1 for p in old.parties):
        return old.parties  # of two that were asked about, both are told again
    if len(old.parties) != 1 or len(old.parties[0].ids) != 1:
        return ()
    others = tuple(
        i for i in namesakes(old.parties[0].ids[0], names) if i != old.parties[0].ids[0]
    )
    if len(others) == 1:
        return (Party(others),)
    return old.other_parties[-1:] if not others else ()
