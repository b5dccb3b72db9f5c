"""That reports which an answer rests on are invented examples, and which of them are."""

from collections.abc import Iterable

from bot.answer.sayings.wording import Wording

_NAMED = 4


def invented_note(
    words: Wording, reports: Iterable[tuple[str, int | None, bool]]
) -> tuple[str, ...]:
    """What to say of reports: whose, of which year, and whether it is invented.

    Beside real ones those that are invented are named; without a year all of a body are meant.
    """
    reports = list(reports)
    years: dict[str, list[str]] = {}
    for name, year, is_invented in reports:
        if is_invented:
            years.setdefault(name, []).extend([str(year)] if year else [])
    if not years:
        return ()
    if all(is_invented for _, _, is_invented in reports):
        return (words.invented,)
    names = [
        words.whose_years.format(issuer=name, years=words.comma.join(dict.fromkeys(found)))
        if found
        else name
        for name, found in years.items()
    ]
    said = words.comma.join(names[:_NAMED])
    more = words.and_so_on.format(count=len(names)) if len(names) > _NAMED else ""
    return (words.invented_of.format(reports=said + more),)
