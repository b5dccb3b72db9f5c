"""What SQLite adds up over many reports is what adding up part by part gives, or is left to it."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from bot.answer.numbers.amounts import Amount, Key
from bot.answer.numbers.evidence import Evidence, find_evidence, with_parts
from bot.queries import Asked, FactQuery, Operation, YearChoice
from bot.types import Lang
from index import Corpus
from index.types import Digest, Era, Fact, Status
from index.vocabulary.metrics import MEMBERS, METRIC
from tests.index.digests import digest

YEARS = (2018, 2020, 2023)
BODIES = 80
SUMS = tuple(key for key, metric in METRIC.items() if metric.parts)
PRINTED = tuple(
    dict.fromkeys(
        key
        for metric in map(METRIC.__getitem__, SUMS)
        for key in (*metric.parts, *metric.over, *metric.less)
        if key not in SUMS
    )
)
COLUMNS = tuple(member.key for member in MEMBERS if not member.parts)
ODD = (Status.APPROXIMATE, Status.UNVERIFIED, Status.REPAIRED, Status.COMPUTED)
LOST = (Status.UNREADABLE, Status.NOT_REPORTED)


def fact_of(random: Random, metric: str, member: str, health: float) -> Fact:
    """A number, sometimes a blank, an unsure one, or none that could be read."""
    status = Status.REPORTED
    if random.random() > health:
        status = random.choice((Status.BLANK, *ODD, *LOST))
    value: Decimal | None = Decimal(random.randrange(30))
    if status is Status.BLANK:
        value = Decimal(0)
    elif status in LOST:
        value = None
    elif random.random() > health:
        value = Decimal(10**11 * random.randrange(1, 10)) + Decimal("0.25")
    return Fact(metric, value, str(value), status, 3, member, 3, metric, member)


def report_of(random: Random, body: int, year: int) -> Digest:
    """A report in which now and then a row, a column, a sum or the whole table is odd."""
    health = random.choice((1.0, 1.0, 0.97, 0.8))
    metrics = [m for m in PRINTED if random.random() < random.choice((1.0, health))]
    metrics += [m for m in SUMS if not METRIC[m].is_rate and random.random() > 0.7]
    columns = COLUMNS if random.random() < 0.7 else ("total",)
    facts = [
        fact_of(random, metric, member, health)
        for metric in metrics
        for member in columns
        if (member == "total" or METRIC[metric].has_members) and random.random() <= health
    ]
    era = {2018: Era.E1, 2020: Era.E2, 2023: Era.E3}[year]
    era = random.choice((era, era, era, Era.E2))
    name = f"虚构{body:03}乡人民政府"
    region = f"虚构省/虚构市/第{body % 7}县"
    return digest({}, name=name, year=year, era=era, facts=facts, region=region, file=f"{body}")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    folder: Path = tmp_path_factory.mktemp("added")
    random = Random("added")
    with Corpus.open(folder, is_writable=True) as written:
        for body in range(BODIES):
            for year in YEARS:
                if random.random() < 0.9:
                    written.save(report_of(random, body, year))
    with Corpus.open(folder) as read:
        yield read


def looked_up(corpus: Corpus, metric: str, member: str, issuers: tuple[int, ...]) -> Evidence:
    query = FactQuery(
        Asked("q", Lang.ZH),
        Operation.RANK,
        (metric,),
        (member,),
        issuers,
        years=YearChoice(YEARS, "asked"),
    )
    return find_evidence(corpus, query)


def told(amount: Amount) -> tuple[object, ...]:
    return amount.value, amount.status if amount.value is not None else None


@pytest.mark.parametrize("metric", [*SUMS, "new_received", "granted"])
def test_sums_over_many_are_those_of_each(many: Corpus, metric: str) -> None:
    ids = tuple(issuer.id for issuer in many.holdings().issuers)
    assert len(ids) > 70
    members = ("total", "natural", "organisations") if METRIC[metric].has_members else ("total",)
    for member in members:
        together = looked_up(many, metric, member, ids)
        keys = [Key(i, year, metric, member) for i in ids for year in YEARS]
        apart = {i: looked_up(many, metric, member, (i,)) for i in ids}
        exact = [apart[key.issuer].numbers.amount(key) for key in keys]
        quick = [together.numbers.amount(key) for key in keys]
        assert [told(amount) for amount in quick] == [told(amount) for amount in exact]
        assert any(amount.value is not None for amount in exact)
        for start in range(0, len(keys), 20):
            _, whole = with_parts(many, together, quick[start : start + 20])
            known = [a for a in whole if a.value is not None]
            assert known == [a for a in exact[start : start + 20] if a.value is not None]


def test_most_sums_are_added_up_by_the_store(many: Corpus) -> None:
    ids = tuple(issuer.id for issuer in many.holdings().issuers)
    sums = looked_up(many, "denied", "total", ids).numbers.sums
    assert len(sums) > 60
    assert any(amount.has_blank for amount in sums.values())
