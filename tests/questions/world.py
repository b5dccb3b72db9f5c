"""What is true of a set of reports: every value that may be asked for, computed ones as well."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from index import Corpus
from index.types import Era
from index.vocabulary.metrics import METRIC
from tests.generator.figures import DENIED, OTHER, REFUSED, UNABLE
from tests.generator.truths import Truth

_ORGANISATIONS = ("enterprise", "research", "ngo", "legal", "other_org")
_PARTS: dict[str, tuple[str, ...]] = {
    "denied": DENIED,
    "unable": UNABLE,
    "refused": REFUSED,
    "other": OTHER,
    "requests_total": ("new_received", "carried_in"),
    "suits_total": ("suits_direct_total", "suits_after_total"),
    "suits_upheld": ("suits_direct_upheld", "suits_after_upheld"),
    "suits_corrected": ("suits_direct_corrected", "suits_after_corrected"),
    "suits_other": ("suits_direct_other", "suits_after_other"),
    "suits_pending": ("suits_direct_pending", "suits_after_pending"),
}
RATES = ("disclosure_rate", "completion_rate", "review_correction_rate", "suits_correction_rate")
_SUFFIXES = ("人民政府", "办事处")


@dataclass(frozen=True, slots=True)
class Place:
    """A body, and the truths of its reports by year."""

    name: str
    region: str
    reports: dict[int, Truth] = field(compare=False)

    @property
    def kind(self) -> str:
        """County, office, department, town or zone."""
        if self.name == f"{self.region}人民政府":
            return "county"
        if self.name.endswith("人民政府办公室"):
            return "office"
        if self.name.startswith(self.region):
            return "department"
        return "town" if self.name.endswith(_SUFFIXES) else "zone"

    @property
    def short(self) -> str:
        """The name without 人民政府 and 办事处."""
        for suffix in _SUFFIXES:
            if self.name.endswith(suffix):
                return self.name.removesuffix(suffix)
        return self.name


def places_of(truths: Iterable[Truth]) -> tuple[Place, ...]:
    """The bodies of truths, in their order."""
    found: dict[tuple[str, str], Place] = {}
    for truth in truths:
        place = found.setdefault((truth.region, truth.name), Place(truth.name, truth.region, {}))
        place.reports[truth.year] = truth
    return tuple(found.values())


def as_held(places: Iterable[Place], corpus: Corpus) -> tuple[Place, ...]:
    """The places without the numbers of sentences that reading left alone, as it may."""
    ids = {(i.name, i.region): i.id for i in corpus.holdings().issuers}
    return tuple(_as_held(place, corpus, ids[place.name, place.region]) for place in places)


def _as_held(place: Place, corpus: Corpus, issuer_id: int) -> Place:
    reports = {}
    for year, truth in place.reports.items():
        report = corpus.report(issuer_id, year)
        facts = report.facts if report else ()
        held = {(f.metric, f.member) for f in facts if f.value is not None}
        values, possible = (
            {k: v for k, v in numbers.items() if k in held}
            for numbers in (truth.values, truth.possible)
        )
        reports[year] = replace(truth, values=values, possible=possible)
    return Place(place.name, place.region, reports)


def value_in(truth: Truth, metric: str, member: str = "total") -> Decimal | None:
    """What a report states, or what follows from it; None where its form has no such cell.

    A rate of nothing is None as well.
    """
    if metric in RATES:
        return _rate_in(truth, metric, member)
    stated = truth.values.get((metric, member), truth.possible.get((metric, member)))
    if stated is not None:
        return stated
    if member == "organisations":
        return _sum(value_in(truth, metric, m) for m in _ORGANISATIONS)
    parts = _PARTS.get(metric, ())
    return _sum(value_in(truth, part, member) for part in parts) if parts else None


def is_certain(truth: Truth, metric: str, member: str = "total") -> bool:
    """Whether a value stands in a table, so that there is no excuse for not knowing it."""
    if metric.startswith("n_") and truth.era is not Era.E1:
        return False
    return truth.era is not Era.E0 and value_in(truth, metric, member) is not None


def unit_of(metric: str) -> str:
    """The unit in which the form has a metric."""
    return METRIC[metric].unit


def _rate_in(truth: Truth, metric: str, member: str) -> Decimal | None:
    if metric == "disclosure_rate":
        return share(
            _sum(_of(truth, ("granted", "partial"), member)), truth, "handled_total", member
        )
    if metric == "completion_rate":
        return share(value_in(truth, "handled_total", member), truth, "requests_total", member)
    kind = metric.partition("_")[0]
    whole, pending = (value_in(truth, f"{kind}_{x}") for x in ("total", "pending"))
    part = value_in(truth, f"{kind}_corrected")
    if whole is None or pending is None or part is None or whole == pending:
        return None
    return 100 * part / (whole - pending)


def share(part: Decimal | None, truth: Truth, whole: str, member: str = "total") -> Decimal | None:
    """A part in per cent of a metric."""
    over = value_in(truth, whole, member)
    return None if part is None or not over else 100 * part / over


def _of(truth: Truth, metrics: Sequence[str], member: str) -> Iterator[Decimal | None]:
    return (value_in(truth, metric, member) for metric in metrics)


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    known = list(values)
    return None if None in known else sum((v for v in known if v is not None), Decimal(0))
