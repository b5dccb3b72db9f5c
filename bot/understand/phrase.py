"""Questions to ask instead: the same words with another name or year, or a plain one."""

from bot.types import Choice, Lang
from bot.understand.frames import Frame, Party
from bot.understand.mentions import Mentions
from bot.understand.places.gazetteer import Gazetteer
from index.vocabulary.metrics import MEMBER, METRIC

MOST_CHOICES = 8


def with_name(m: Mentions, start: int, end: int, name: str) -> str:
    """The question with another name in it."""
    before, after = m.text[:start], m.text[end:]
    gap = " " if m.lang is Lang.EN and after[:1].isalpha() else ""
    return f"{before}{name}{gap}{after}".strip()


def name_choices(
    m: Mentions, start: int, end: int, ids: tuple[int, ...], names: Gazetteer
) -> tuple[Choice, ...]:
    """The question for each of several bodies, its place before its name."""
    return tuple(
        Choice(names.short_of(i), with_name(m, start, end, names.full_name(i)))
        for i in ids[:MOST_CHOICES]
    )


def plain_choices(
    frame: Frame, ids: tuple[int, ...], year: int | None, names: Gazetteer, lang: Lang
) -> tuple[Choice, ...]:
    """A plain question for each body, where the words asked lean on the turn before."""
    return tuple(
        Choice(names.short_of(i), plain_question(frame, names.full_name(i), year, lang))
        for i in ids[:MOST_CHOICES]
    )


def plain_question(frame: Frame, name: str, year: int | None, lang: Lang) -> str:
    """A complete question for the metrics of a frame, at one body and year."""
    is_english = lang is Lang.EN
    if frame.kind != "facts":
        topic = frame.topic or ("problems" if is_english else "存在的问题")
        said = f"what does the {year} report of {name} say about {topic}" if is_english else ""
        return said or f"{name}{_year(year, lang)}年报里关于{topic}怎么说"
    keys = frame.asked_for
    member = frame.members[0] if len(frame.members) == 1 and frame.members != ("total",) else ""
    if is_english:
        said = " and ".join(METRIC[k].english for k in keys)
        who = f", {MEMBER[member].english}" if member else ""
        return f"{name} {year or ''}: {said}{who}, how many?".replace(" :", ":")
    said = "、".join(METRIC[k].label for k in keys)
    who = f"{MEMBER[member].label}的" if member else ""
    tail = "分别是多少" if len(keys) > 1 else "是多少"
    return f"{name}{_year(year, lang)}{who}{said}{tail}"


def year_choices(
    frame: Frame, m: Mentions, years: tuple[int, ...], name: str, is_carried: bool
) -> tuple[Choice, ...]:
    """The question for each of the held years."""
    found: list[Choice] = []
    only = m.years[0] if len(m.years) == 1 and not is_carried else None
    for year in reversed(years[-MOST_CHOICES:]):
        label = str(year) if m.lang is Lang.EN else f"{year}年"
        if only is not None and frame.span.mode == "asked":
            q = m.text[: only.start] + label + m.text[only.end :]
        else:
            q = plain_question(frame, name, year, m.lang)
        found.append(Choice(label, q))
    return tuple(found)


def one_year(frame: Frame) -> int | None:
    """The last of the years that a question names, if it names any."""
    return frame.span.years[-1] if frame.span.mode == "asked" and frame.span.years else None


def party_name(party: Party, names: Gazetteer) -> str:
    """What to call a party in a question."""
    if party.scope is not None:
        return party.scope.label
    return names.full_name(party.ids[0]) if party.ids else ""


def _year(year: int | None, lang: Lang) -> str:
    if year is None:
        return ""
    return str(year) if lang is Lang.EN else f"{year}年"
