"""Held issuers by the names that people give them: full, short, or with a place before."""

from collections.abc import Iterable

from index.catalog.identity import bare_name, steps_of
from index.types import HeldIssuer, Holdings
from index.vocabulary.bodies import later_name
from index.vocabulary.regions import short_name


def find_issuer(holdings: Holdings, name: str) -> tuple[HeldIssuer, ...]:
    """All held issuers that a name may mean, by the closest way in which any is named.

    A full name (太康县芝麻洼乡人民政府, 芝麻洼乡) is closer than a short one (芝麻洼). More than
    one result means that the name does not tell them apart.
    """
    given = _later_names(bare_name("".join(steps_of(name))))
    for spellings in (_full_names, _short_names):
        found = tuple(
            h for h in holdings.issuers if any(_is_called(g, h, spellings(h)) for g in given)
        )
        if found:
            return found
    return ()


def _later_names(bare: str) -> tuple[str, ...]:
    """The name as bodies are called today, also behind a place in short: 太康住建局."""
    if not bare:
        return ()
    names = [later_name(bare), *(bare[:n] + later_name(bare[n:]) for n in (2, 3))]
    return tuple(dict.fromkeys(names))


def _is_called(given: str, issuer: HeldIssuer, names: Iterable[str]) -> bool:
    places = steps_of(issuer.region or "")
    return any(
        given.endswith(name) and _is_path(given.removesuffix(name), places) for name in names
    )


def _is_path(text: str, places: tuple[str, ...]) -> bool:
    """Whether a text is some of these places in their order, each in full or in short."""
    if not text:
        return True
    return any(
        text.startswith(spelling) and _is_path(text[len(spelling) :], places[i + 1 :])
        for i, place in enumerate(places)
        for spelling in (place, short_name(place))
    )


def _full_names(issuer: HeldIssuer) -> list[str]:
    bare = later_name(bare_name(issuer.name))
    names = [bare]
    for place in steps_of(issuer.region or ""):
        for spelling in (place, short_name(place)):
            # 教育局 of 太康县教育局, but not 镇 of 云溪镇 in 云溪县
            rest = bare.removeprefix(spelling)
            if rest != bare and len(rest) > 2:
                names.append(later_name(rest))
    return names


def _short_names(issuer: HeldIssuer) -> list[str]:
    return [short_name(later_name(bare_name(issuer.name)))]
