"""Departments that a question calls by another name than they bear: 国土局 for 自然资源局."""

import re
from collections.abc import Iterator, Sequence

from bot.understand.places.gazetteer import Gazetteer
from bot.understand.places.mention import PlaceMention
from bot.understand.reading.texts import has_han
from bot.understand.reading.tokens import Token
from index.vocabulary.bodies import renamed_from, spelt_out

_ENDING = re.compile(r"(?:委员会|办公室|[局委厅办])$")


def other_names(
    places: Sequence[PlaceMention], tokens: Sequence[Token], names: Gazetteer
) -> tuple[tuple[str, str, str], ...]:
    """The name as said, what it was in full if it was given up, and the body that answers."""
    found = (one for place in places for one in _of_place(place, tokens, names))
    return tuple(dict.fromkeys(found))


def _of_place(
    place: PlaceMention, tokens: Sequence[Token], names: Gazetteer
) -> Iterator[tuple[str, str, str]]:
    if len(place.ids) != 1 or place.ids[0] not in names.own_cores:
        return
    own = names.own_cores[place.ids[0]]
    for token in tokens:
        is_of_it = token.has("core") and place.start <= token.start < place.end
        if not is_of_it or not has_han(token.text) or token.text == own:
            continue
        old = renamed_from(token.text)
        if old != own and (old or not _is_short_for(token.text, own)):
            yield token.text, old, names.full_name(place.ids[0])


def _is_short_for(said: str, own: str) -> bool:
    """Whether a name only leaves out something of another: 住建局, 卫健委, 资源局."""
    if said in _GIVEN_UP:
        return False
    short, long = (_ENDING.sub("", spelt_out(name)) for name in (said, own))
    rest = iter(long)
    return all(char in rest for char in short)


# Bodies of once that were merged into others, so that none of these is the later one.
_GIVEN_UP = frozenset(("卫生局", "卫生厅"))
