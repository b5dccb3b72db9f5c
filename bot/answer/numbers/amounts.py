"""Numbers with what they rest on: printed facts, and sums and rates computed from them."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from index.types import Era, HeldIssuer, Status
from index.vocabulary.eras import era_of_year
from index.vocabulary.metrics import MEMBER, METRIC

TOTAL = "total"
POOLED = 0  # no issuer has this id
ORGANISATIONS = "organisations"
PERCENT = Decimal("0.01")
_NOTHING = Decimal(0)
# Asked for by the thousand, and Python 3.11 takes long to find a member in its class.
_APPROXIMATE, _NOT_REPORTED = Status.APPROXIMATE, Status.NOT_REPORTED
_PRINTED = frozenset(key for key, metric in METRIC.items() if not metric.is_derived)
POINTS = "个百分点"  # by how much one share differs from another


class Key(NamedTuple):
    """Which number is meant: of whom, about which year, counting what, of which applicants."""

    issuer: int
    year: int
    metric: str
    member: str = TOTAL


Place = tuple[int, int, str, str]  # a key before it has a name: made by the thousand to look up


class Gap(StrEnum):
    """Why there is no number; all but the last are reasons of interface.md."""

    NO_REPORT = "no_report"
    NOT_IN_FORM = "not_in_form"
    NOT_REPORTED = "not_reported"
    UNREADABLE = "unreadable"
    UNDEFINED = "undefined"  # a rate of nothing


class Amount(NamedTuple):
    """A number, or why there is none; a computed one with the numbers it was made of.

    It is the sum of `parts`; with `over` it is their share in per cent of the sum of `over`
    less the sum of `less`. A sum over several places has the issuer POOLED. One that the store
    added up (`is_added`) does not name its parts, only whether a blank one is among them. A
    tuple, because thousands are made for a ranking.
    """

    key: Key
    value: Decimal | None
    status: Status
    gap: Gap | None = None
    parts: tuple["Amount", ...] = ()
    over: tuple["Amount", ...] = ()
    less: tuple["Amount", ...] = ()
    is_added: bool = False
    has_blank: bool = False

    @property
    def unit(self) -> str:
        """Per cent for a share, else the unit in which the form counts it."""
        return "%" if self.over else METRIC[self.key.metric].unit

    @property
    def is_share(self) -> bool:
        """Whether it is a rate, or a share of another number."""
        return bool(self.over)

    @property
    def is_rough(self) -> bool:
        """Whether it is only about so much."""
        return self.status is Status.APPROXIMATE

    @property
    def is_computed(self) -> bool:
        """Whether it stands in no cell."""
        return self.is_added or bool(self.parts)

    @property
    def operands(self) -> tuple["Amount", ...]:
        """The numbers that it was computed from, as its formula names them."""
        return (*self.parts, *self.over, *self.less)

    @property
    def dividend(self) -> Decimal:
        """What a share is the share of, added up."""
        return _added(self.parts)

    @property
    def divisor(self) -> Decimal:
        """What a share is divided by."""
        return _added(self.over) - _added(self.less)

    @property
    def cells(self) -> tuple["Amount", ...]:
        """The printed numbers that it rests on, each once."""
        if not self.parts:
            return (self,)
        found = {cell.key: cell for part in self.operands for cell in part.cells}
        return tuple(found.values())


class Base(NamedTuple):
    """What numbers are told as a share of: the metrics, and the applicants where others."""

    metrics: tuple[str, ...]
    member: str | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that some reports print, and which form each report has.

    The form of reports that are not in `forms` goes by their year. Those of `shared` are told as
    their share of `base`, where there is one.
    """

    printed: Mapping[Place, Amount]
    forms: Mapping[tuple[int, int], Era]
    issuers: Mapping[int, HeldIssuer]
    sums: Mapping[Key, Amount] = field(default_factory=dict)  # that the store added up
    shared: tuple[str, ...] = ()
    base: Base | None = None

    def form(self, issuer: int, year: int) -> Era | None:
        """The form of a report; None where it is not held."""
        held = self.issuers.get(issuer)
        if held is None or year not in held.years:
            return None
        return self.forms.get((issuer, year)) or era_of_year(year)

    def eras(self, reports: Set[tuple[int, int]]) -> set[Era]:
        """The forms that held reports have."""
        told = reports & self.forms.keys()
        years = {year for _, year in reports - told}
        return {self.forms[report] for report in told} | {era_of_year(year) for year in years}

    def split(
        self, asked: Iterable[tuple[HeldIssuer, Sequence[int]]], metric: str, member: str
    ) -> tuple[list[Amount], list[Amount]]:
        """A number of each issuer in each of its years: those that have one, those that lack it.

        Thousands are looked at, so a printed number takes no call.
        """
        known: list[Amount] = []
        lacking: list[Amount] = []
        is_own = not self._is_shared(metric)
        is_printed = is_own and member != ORGANISATIONS and metric in _PRINTED
        read = self._rate if is_own and METRIC[metric].is_rate else self.amount
        printed: Mapping[Place, Amount] = self.printed if is_printed else {}
        for issuer, years in asked:
            for year in years:
                amount = printed.get((issuer.id, year, metric, member))
                if amount is None:
                    key = Key(issuer.id, year, metric, member)
                    is_held = year in issuer.years
                    amount = read(key) if is_held else _no_report(key)
                (lacking if amount.value is None else known).append(amount)
        return known, lacking

    def amount(self, key: Key) -> Amount:
        """The number of a key, or its share of the base that was asked for."""
        part = self._number(key)
        if self.base is None or not self._is_shared(key.metric):
            return part
        member = self.base.member
        if member is None:
            member = TOTAL if key.metric in self.base.metrics else key.member
        whole = [key._replace(metric=metric, member=member) for metric in self.base.metrics]
        return share(key, (part,), tuple(map(self._number, whole)))

    def _is_shared(self, metric: str) -> bool:
        return metric in self.shared

    def _number(self, key: Key) -> Amount:
        """The number of a key: a printed fact before a sum of its parts."""
        if key in self.sums:
            return self.sums[key]
        own = self.printed.get(key)
        if own is None and not self._is_held(key):
            return _no_report(key)
        metric = METRIC[key.metric]
        if own is not None:
            return (self._from_rows(key) if metric.parts else None) or own
        if metric.is_rate:
            return self._rate(key)
        if key.member == ORGANISATIONS:
            return self._sum(key, _keys(key, members=MEMBER[ORGANISATIONS].parts))
        if metric.parts:
            return self._sum(key, _keys(key, metrics=metric.parts))
        form = self.form(key.issuer, key.year)
        assert form is not None
        return Amount(key, None, Status.NOT_REPORTED, gap_in(form, key))

    def _is_held(self, key: Key) -> bool:
        held = self.issuers.get(key.issuer)
        return held is not None and key.year in held.years

    def _from_rows(self, key: Key) -> Amount | None:
        """The sum of the rows of a table, which goes before a total that only the text says."""
        if self.form(key.issuer, key.year) not in (Era.E2, Era.E3):
            return None
        found = self._sum(key, _keys(key, metrics=METRIC[key.metric].parts))
        return found if found.gap is None else None

    def _sum(self, key: Key, keys: Sequence[Key]) -> Amount:
        parts = tuple(self._number(part) for part in keys)
        gap = gap_of(parts)
        if gap is None:
            return total(key, parts)
        if gap is Gap.NO_REPORT:
            return Amount(key, None, Status.NOT_REPORTED, gap)
        form = self.form(key.issuer, key.year)
        assert form is not None  # the parts had said so otherwise
        # Whoever lacks the sum in its form lacks it whatever happens to its parts.
        own = gap_in(form, key) if all(part.gap is gap for part in parts) else gap
        gap = gap if gap is Gap.UNREADABLE else own
        return Amount(key, None, _unknown(gap), gap, parts)

    def _rate(self, key: Key) -> Amount:
        metric = METRIC[key.metric]
        parts, over = self._operands(key, metric.parts), self._operands(key, metric.over)
        return share(key, parts, over, self._operands(key, metric.less) if metric.less else ())

    def _operands(self, key: Key, metrics: Iterable[str]) -> tuple[Amount, ...]:
        """The same of other metrics; as in `split`, a printed number takes no call."""
        found = []
        for metric in metrics:
            place = (key.issuer, key.year, metric, key.member)
            own = self.printed.get(place) if metric in _PRINTED else None
            found.append(own or self._number(Key._make(place)))
        return tuple(found)


def _keys(key: Key, metrics: Sequence[str] = (), members: Sequence[str] = ()) -> list[Key]:
    """The same of other metrics, or of other applicants; made anew, as that is the fastest."""
    if members:
        return [Key(key.issuer, key.year, key.metric, member) for member in members]
    return [Key(key.issuer, key.year, metric, key.member) for metric in metrics]


def total(key: Key, parts: tuple[Amount, ...]) -> Amount:
    """The sum of numbers that are all known."""
    return Amount(key, _added(parts), status_of(parts), parts=parts)


def share(
    key: Key,
    parts: tuple[Amount, ...],
    over: tuple[Amount, ...],
    less: tuple[Amount, ...] = (),
) -> Amount:
    """What per cent of the sum of `over` less that of `less` the sum of `parts` is."""
    operands = (*parts, *over, *less)
    gap = gap_of(operands)
    if gap is not None:
        return Amount(key, None, _unknown(gap), gap, parts, over, less)
    value = percent(_added(parts), _added(over) - _added(less))
    if value is None:
        return Amount(key, None, Status.COMPUTED, Gap.UNDEFINED, parts, over, less)
    return Amount(key, value, status_of(operands), None, parts, over, less)


def percent(part: Decimal, whole: Decimal) -> Decimal | None:
    """A share in per cent with two decimals; None of nothing, or of less."""
    if whole <= 0:
        return None
    return (part * 100 / whole).quantize(PERCENT, ROUND_HALF_UP)


def status_of(parts: Sequence[Amount]) -> Status:
    """How a number that was computed from others came about: no surer than they are."""
    for part in parts:  # a loop is much faster than `any` over so few, thousands of times
        if part.status is _APPROXIMATE:
            return _APPROXIMATE
    return Status.COMPUTED


def gap_of(amounts: Sequence[Amount]) -> Gap | None:
    """Why nothing can be computed from these; None where it can."""
    gaps = [amount.gap for amount in amounts if amount.gap is not None]
    if not gaps:
        return None
    order = (Gap.NO_REPORT, Gap.UNREADABLE, Gap.NOT_REPORTED, Gap.NOT_IN_FORM, Gap.UNDEFINED)
    return min(gaps, key=order.index)


def gap_in(form: Era, key: Key) -> Gap:
    """Why a report in this form has no such number."""
    metric = METRIC[key.metric]
    has_member = key.member == TOTAL or (metric.has_members and form in (Era.E2, Era.E3))
    # The first reports had no form, and said in sentences what the first form then asked for.
    asked_by = Era.E1 if form is Era.E0 else form
    is_in_form = asked_by in metric.eras and has_member
    return Gap.NOT_REPORTED if is_in_form else Gap.NOT_IN_FORM


def metrics_behind(metrics: Sequence[str]) -> tuple[str, ...]:
    """The metrics, and all that they may have to be computed from."""
    found: dict[str, None] = {}
    waiting = list(metrics)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found[key] = None
            metric = METRIC[key]
            waiting += (*metric.parts, *metric.over, *metric.less)
    return tuple(found)


def members_behind(members: Sequence[str]) -> tuple[str, ...]:
    """The members, and those whose sum any of them is."""
    found = {m: None for member in members for m in (member, *MEMBER[member].parts)}
    return tuple(found)


def printed(key: Key, value: Decimal | None, status: Status) -> Amount:
    """A number as a report prints it, or why it has none."""
    if value is not None:
        return Amount(key, value, status)
    return Amount(
        key, None, status, Gap.NOT_REPORTED if status is _NOT_REPORTED else Gap.UNREADABLE
    )


def _no_report(key: Key) -> Amount:
    return Amount(key, None, _NOT_REPORTED, Gap.NO_REPORT)


def _added(parts: Sequence[Amount]) -> Decimal:
    return sum([part.value for part in parts if part.value is not None], _NOTHING)


def _unknown(gap: Gap) -> Status:
    return Status.UNREADABLE if gap is Gap.UNREADABLE else Status.NOT_REPORTED
