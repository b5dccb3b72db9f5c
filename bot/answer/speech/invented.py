"""That reports which an answer rests on are invented examples, and which of them are."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from bot.answer.sayings.wording import Wording

_NAMED = 4

_Body = TypeVar("_Body")


def invented_note(
    words: Wording,
    reports: Iterable[tuple[_Body, int | None, bool]],
    name: Callable[[_Body], str],
) -> tuple[str, ...]:
    """What to say of reports: whose, of which year, and whether it is invented.

    Beside real ones those that are invented are named; without a year all of a body are meant.
    """
    reports = list(reports)
    kinds = {is_invented for _, _, is_invented in reports}
    if True not in kinds:
        return ()
    if False not in kinds:
        return (words.invented,)
    years: dict[str, list[str]] = {}
    for body, year, is_invented in reports:
        if is_invented:
            years.setdefault(name(body), []).extend([str(year)] if year else [])
    names = [
        words.whose_years.format(issuer=whose, years=words.comma.join(dict.fromkeys(found)))
        if found
        else whose
        for whose, found in years.items()
    ]
    said = words.comma.join(names[:_NAMED])
    more = words.and_so_on.format(count=len(names)) if len(names) > _NAMED else ""
    return (words.invented_of.format(reports=said + more),)
