"""What is held: of whom, for which years, and what is missing."""

from collections.abc import Iterable, Sequence

from bot.answer.numbers.draft import bounded
from bot.answer.numbers.evidence import held_issuers
from bot.answer.sayings.languages import words_in
from bot.answer.sayings.wording import Wording
from bot.answer.speech.coverage import towns_not_held
from bot.answer.speech.invented import invented_note
from bot.answer.speech.labels import issuer_labels
from bot.answer.speech.preface import assumed
from bot.queries import CatalogQuery, PlaceScope
from bot.types import Answer, Coverage, Route
from index import Corpus
from index.types import HeldIssuer, Kind

_NAMED = 30
_APART = 3  # years that are named one by one


def answer_catalog(query: CatalogQuery, corpus: Corpus) -> Answer:
    """The bodies and years that are held, or what is missing of them."""
    words = words_in(query.asked.lang)
    held = corpus.holdings().issuers
    if not held:
        return _none(query, words.empty_store, "empty_store")
    is_all = not query.issuers and query.scope is None
    issuers = held if is_all else held_issuers(corpus.holdings(), query.issuers)
    years = query.years.years if query.years.mode == "asked" else ()
    found = _of_years(issuers, years)
    if not found:
        return _none(
            query, _nothing(query, issuers, years, words), "no_report" if issuers else "no_issuer"
        )
    coverage = _coverage(query, issuers, found)
    lines = _missing_lines(query, found, words) if query.wants_missing else ()
    is_of_years = bool(query.wants_missing and years)
    if is_of_years:
        lines = (
            (*lines, *_lacking(issuers, years, words))
            if query.scope
            else _lacking(issuers, years, words)
        )
    if not is_of_years or len(found) == 1:
        lines = (*lines, *_held_lines(query, found, years, words))
    labels = issuer_labels(found, found)
    bodies = [(i.id, None, i.is_invented) for i in found]
    caveats = invented_note(words, bodies, labels.__getitem__)
    notices = [words.notice.format(text=caveat) for caveat in caveats]
    return Answer(
        query.asked.q,
        Route.CATALOG,
        query.asked.lang,
        "\n".join([*assumed(query.asked), *lines, *notices]),
        coverage=coverage,
        caveats=caveats,
    )


def _of_years(issuers: Iterable[HeldIssuer], years: Sequence[int]) -> tuple[HeldIssuer, ...]:
    return tuple(i for i in issuers if not years or set(years) & set(i.years))


def _held_lines(
    query: CatalogQuery, found: Sequence[HeldIssuer], years: Sequence[int], words: Wording
) -> list[str]:
    """How many bodies and reports, then each body with its years."""
    names = issuer_labels(found, found)
    rows = [
        # The one year asked about is in the head.
        names[i.id]
        if len(years) == 1 and len(found) > 1
        else words.held_line.format(
            issuer=names[i.id],
            years=_years([y for y in i.years if not years or y in years], words),
        )
        for i in found
    ]
    if len(found) == 1:
        return [rows[0] + words.stop]
    reports = sum(1 for i in found for y in i.years if not years or y in years)
    all_years = sorted({y for i in found for y in i.years if not years or y in years})
    head = words.held_in.format(
        scope=scope_label(query.scope, words),
        issuers=len(found),
        reports=reports,
        years=span(all_years, words),
    )
    return [head + words.colon, *bounded(rows, str, words.and_more)]


def _missing_lines(
    query: CatalogQuery, found: Sequence[HeldIssuer], words: Wording
) -> tuple[str, ...]:
    """The towns of which nothing is held, or the years that lie between held ones."""
    towns = _coverage_of_towns(query, found)
    if towns is not None and query.scope is not None:
        scope = scope_label(query.scope, words)
        if not towns.missing:
            return (words.held_none_missing.format(scope=scope, of=towns.of),)
        named = words.comma.join(towns.missing[:_NAMED])
        return (words.held_missing.format(scope=scope, of=towns.of, missing=named),)
    if query.scope is not None:
        return (words.held_unknown.format(scope=scope_label(query.scope, words)),)
    rows = []
    for issuer in found:
        gaps = _gaps(issuer)
        if gaps:
            rows.append(words.held_gaps.format(issuer=issuer.name, years=_years(gaps, words)))
    return bounded(rows, str, words.and_more) or (words.held_no_gaps,)


def _lacking(
    issuers: Sequence[HeldIssuer], years: Sequence[int], words: Wording
) -> tuple[str, ...]:
    """The bodies of which other years are held, but not all of these."""
    names = issuer_labels(issuers, issuers)
    said = []
    for year in years:
        lacking = [names[issuer.id] for issuer in issuers if year not in issuer.years]
        where = _years([year], words)
        if not lacking:
            said.append(words.held_all_have.format(years=where))
            continue
        listed = words.comma.join(lacking[:_NAMED])
        listed += words.and_so_on.format(count=len(lacking)) if len(lacking) > _NAMED else ""
        said.append(words.held_lacking.format(years=where, names=listed))
    return tuple(said)


def _gaps(issuer: HeldIssuer) -> list[int]:
    return [y for y in range(issuer.years[0], issuer.years[-1]) if y not in issuer.years]


def _coverage(
    query: CatalogQuery, issuers: Sequence[HeldIssuer], found: Sequence[HeldIssuer]
) -> Coverage | None:
    towns = _coverage_of_towns(query, found)
    if towns is not None:
        return towns
    if len(found) == 1 and query.wants_missing:
        gaps = tuple(str(year) for year in _gaps(found[0]))
        return Coverage(len(found[0].years), len(found[0].years) + len(gaps), gaps)
    if query.years.mode == "asked" and query.issuers:
        missing = tuple(i.name for i in issuers if i not in found)
        return Coverage(len(found), len(issuers), missing)
    return Coverage(len(found), None)


def _coverage_of_towns(query: CatalogQuery, found: Sequence[HeldIssuer]) -> Coverage | None:
    """How many towns of a place are held; None where others are asked about, or nobody knows."""
    scope = query.scope
    if scope is None or scope.region is None or not set(scope.kinds) <= {Kind.TOWN}:
        return None
    towns = [i for i in found if i.kind is Kind.TOWN]
    unheld = towns_not_held(PlaceScope(scope.region, (Kind.TOWN,)), towns)
    return None if unheld is None else Coverage(len(towns), len(towns) + len(unheld), unheld)


def _nothing(
    query: CatalogQuery, issuers: Sequence[HeldIssuer], years: Sequence[int], words: Wording
) -> str:
    if not issuers:
        return words.held_nothing.format(scope=scope_label(query.scope, words))
    if len(issuers) > 1:
        scope = scope_label(query.scope, words)
        return words.no_report.format(issuer=scope, years=_years(years, words))
    issuer = issuers[0]
    said = words.no_report.format(issuer=issuer.name, years=_years(years, words))
    return said + words.held_years.format(years=_years(issuer.years, words))


def scope_label(scope: PlaceScope | None, words: Wording) -> str:
    """What the places asked about are called together."""
    if scope is None:
        return words.here
    return scope.label or (scope.region or "").rpartition("/")[2] or words.here


def span(years: Sequence[int], words: Wording) -> str:
    """Years that follow each other as a range, others one by one."""
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return words.year_range.format(first=years[0], last=years[-1])
    return _years(years, words)


def _years(years: Sequence[int], words: Wording) -> str:
    if len(years) > _APART and years[-1] - years[0] == len(years) - 1:
        return words.year_range.format(first=years[0], last=years[-1])
    return words.years.format(years=words.comma.join(map(str, years)))


def _none(query: CatalogQuery, text: str, reason: str) -> Answer:
    lang = query.asked.lang
    return Answer(query.asked.q, Route.NONE, lang, text, reason=reason)
