"""Bodies of one name: the town so called in another county, the same kind of department."""

from bot.understand.places.gazetteer import PLACES, Gazetteer


def namesakes(issuer_id: int, names: Gazetteer) -> tuple[int, ...]:
    """All bodies that bear the name of one, itself among them."""
    if issuer_id not in names.issuers or names.issuers[issuer_id].kind in PLACES:
        return ()
    if issuer_id in names.own_cores:
        return names.cores.get(names.own_cores[issuer_id], ())
    name = _own_name(issuer_id, names)
    return tuple(i for i in names.issuers if _own_name(i, names) == name)


def _own_name(issuer_id: int, names: Gazetteer) -> str:
    return names.full_name(issuer_id).removeprefix(names.path_of(issuer_id))
