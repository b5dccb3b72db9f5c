"""What is looked up for an answer: whose reports are held, their numbers, and their cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.answer.numbers.added import added, added_within, opened, sums_and_others
from bot.answer.numbers.amounts import (
    Amount,
    Base,
    Key,
    Numbers,
    Place,
    members_behind,
    metrics_behind,
    printed,
)
from bot.answer.numbers.parts import default_whole, needed_members, needed_metrics
from bot.queries import FactQuery, Operation
from index import Corpus
from index.types import Fact, Figures, HeldIssuer, Holdings, ReportHead

# Beyond so many reports only values are read, and the cells of those that are shown.
_FEW = 64
_CITED = 300  # cells that are read for them


@dataclass(frozen=True, slots=True)
class Evidence:
    """The issuers asked about in their order, the years asked of each, and their numbers."""

    issuers: tuple[HeldIssuer, ...]
    years: Mapping[int, tuple[int, ...]]  # by issuer, held or not
    numbers: Numbers
    heads: Mapping[tuple[int, int], ReportHead]
    facts: Mapping[Key, Fact]
    by_id: Mapping[int, HeldIssuer]

    @property
    def all_years(self) -> tuple[int, ...]:
        """All years asked about, ascending."""
        return _all_of(self.years)


def find_evidence(corpus: Corpus, query: FactQuery) -> Evidence:
    """All numbers that a query may need."""
    issuers = held_issuers(corpus.holdings(), query.issuers)
    years = _years_of(query, issuers)
    wanted = _Wanted(
        needed_metrics(query),
        needed_members(query),
        _all_of(years),
    )
    is_small = len(issuers) * max(len(wanted.years), 1) <= _FEW
    found = (_with_cells if is_small else _with_figures)(corpus, issuers, years, wanted)
    if query.by is not Operation.SHARE:
        return found
    base = Base(query.over or default_whole(query), query.over_member)
    return replace(found, numbers=replace(found.numbers, shared=query.metrics, base=base))


def with_parts(
    corpus: Corpus, evidence: Evidence, amounts: Sequence[Amount]
) -> tuple[Evidence, tuple[Amount, ...]]:
    """The evidence with the cells of the first of these numbers, and these with their parts."""
    sums = list(islice((s for amount in amounts for s in added_within(amount)), _FEW))
    if sums:
        issuers = tuple(evidence.by_id[i] for i in dict.fromkeys(s.key.issuer for s in sums))
        wanted = _Wanted(
            tuple(dict.fromkeys(s.key.metric for s in sums)),
            tuple(dict.fromkeys(s.key.member for s in sums)),
            sorted({s.key.year for s in sums}),
        )
        read = _with_cells(corpus, issuers, evidence.years, wanted)
        parts = {s.key: read.numbers.amount(s.key) for s in sums}
        amounts = [opened(amount, parts) for amount in amounts]
        evidence = replace(
            evidence,
            facts={**evidence.facts, **read.facts},
            heads={**evidence.heads, **read.heads},
        )
    return with_cells(corpus, evidence, amounts), tuple(amounts)


def with_cells(corpus: Corpus, evidence: Evidence, amounts: Sequence[Amount]) -> Evidence:
    """The evidence with the cells and reports of the first of these numbers."""
    cells = list(islice((cell.key for amount in amounts for cell in amount.cells), _CITED))
    lacking = [key for key in cells if key not in evidence.facts]
    reports = {(key.issuer, key.year) for key in cells} - evidence.heads.keys()
    if not lacking and not reports:
        return evidence
    issuers = sorted({key.issuer for key in cells})
    years = sorted({key.year for key in cells})
    found = corpus.find_facts(
        sorted({key.metric for key in lacking}),
        issuer_ids=issuers,
        years=years,
        members=sorted({key.member for key in lacking}),
    )
    facts = {Key(f.issuer_id, f.year, f.fact.metric, f.fact.member): f.fact for f in found}
    heads = {(h.issuer_id, h.year): h for h in corpus.heads(issuers, years)}
    return replace(evidence, facts={**evidence.facts, **facts}, heads={**evidence.heads, **heads})


def held_issuers(holdings: Holdings, ids: Sequence[int]) -> tuple[HeldIssuer, ...]:
    """The held issuers of these ids, in their order."""
    by_id = holdings.by_id
    return tuple([by_id[i] for i in dict.fromkeys(ids) if i in by_id])


def _all_of(years: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    # Thousands of issuers are asked about for the same years.
    return tuple(sorted({year for some in set(years.values()) for year in some}))


def _years_of(query: FactQuery, issuers: Iterable[HeldIssuer]) -> dict[int, tuple[int, ...]]:
    """The years asked of each issuer; the newest of several is each one's own newest."""
    years = query.years.years
    if query.years.mode == "newest" and len(years) > 1:
        held = {i.id: [y for y in i.years if y in years] for i in issuers}
        return {i: tuple(found[-1:]) or years[-1:] for i, found in held.items()}
    return {issuer.id: years for issuer in issuers}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is asked for, whatever it has to be computed from."""

    metrics: Sequence[str]
    members: Sequence[str]
    years: Sequence[int]

    @property
    def all_metrics(self) -> Sequence[str]:
        return metrics_behind(self.metrics)

    @property
    def all_members(self) -> Sequence[str]:
        return members_behind(self.members)


def _with_cells(
    corpus: Corpus,
    issuers: tuple[HeldIssuer, ...],
    years: Mapping[int, tuple[int, ...]],
    wanted: _Wanted,
) -> Evidence:
    ids = [issuer.id for issuer in issuers]
    found = corpus.find_facts(
        wanted.all_metrics, issuer_ids=ids, years=wanted.years, members=wanted.all_members
    )
    heads = {(h.issuer_id, h.year): h for h in corpus.heads(ids, wanted.years)}
    facts = {Key(f.issuer_id, f.year, f.fact.metric, f.fact.member): f.fact for f in found}
    by_id = {issuer.id: issuer for issuer in issuers}
    amounts: dict[Place, Amount] = {
        key: printed(key, fact.value, fact.status) for key, fact in facts.items()
    }
    numbers = Numbers(amounts, {place: head.era for place, head in heads.items()}, by_id)
    return Evidence(issuers, years, numbers, heads, facts, by_id)


def _with_figures(
    corpus: Corpus,
    issuers: tuple[HeldIssuer, ...],
    years: Mapping[int, tuple[int, ...]],
    wanted: _Wanted,
) -> Evidence:
    by_id = {issuer.id: issuer for issuer in issuers}
    # Where most of what is held is asked for, all of it is read faster than a list of issuers.
    is_most = 4 * len(by_id) >= len(corpus.holdings().issuers)
    ids = None if is_most else sorted(by_id)
    sums, metrics, members = sums_and_others(wanted.metrics, wanted.members)
    found = corpus.figures(metrics, issuer_ids=ids, years=wanted.years, members=members)
    amounts = _printed_in(found)
    sure = added(corpus, sums, ids, wanted.years)
    if sure.odd:
        found = corpus.figures(
            wanted.all_metrics,
            issuer_ids=sorted({issuer for issuer, _ in sure.odd}),
            years=sorted({year for _, year in sure.odd}),
            members=wanted.all_members,
        )
        amounts |= _printed_in(found)
    numbers = Numbers(amounts, sure.odd, by_id, sure.amounts)
    return Evidence(issuers, years, numbers, {}, {}, by_id)


def _printed_in(columns: Iterable[Figures]) -> dict[Place, Amount]:
    found: dict[Place, Amount] = {}
    for column in columns:
        metric, member = column.metric, column.member
        rows = zip(column.issuer_ids, column.years, column.values, column.statuses, strict=True)
        for issuer, year, value, status in rows:
            key = Key(issuer, year, metric, member)
            is_there = value is not None  # a call for each of thousands takes long
            found[key] = Amount(key, value, status) if is_there else printed(key, value, status)
    return found
