"""A question for numbers with all that answering it needs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answer.numbers.amounts import POOLED, Amount, Gap, Key
from bot.answer.numbers.evidence import Evidence, find_evidence, with_cells, with_parts
from bot.answer.sayings.wording import Wording
from bot.answer.speech.labels import shared_names
from bot.answer.speech.sentences import Speech
from bot.queries import FactQuery
from index import Corpus

_NAMED_APART = 64  # beyond so many issuers their names are not looked through for namesakes


@dataclass(frozen=True, slots=True)
class Task:
    """A query, what was found for it, and the language to say it in."""

    query: FactQuery
    corpus: Corpus
    evidence: Evidence
    speech: Speech

    @property
    def words(self) -> Wording:
        """The sentences of the language of the question."""
        return self.speech.words

    @property
    def is_pooled(self) -> bool:
        """Whether several places were asked about as one: a county, a kind of body, all."""
        return self.query.scope is not None

    @property
    def is_of_one(self) -> bool:
        """Whether one body was asked about, by its name."""
        return not self.is_pooled and len(self.evidence.issuers) == 1

    def amounts(self) -> tuple[Amount, ...]:
        """A number for each issuer, metric, applicant and year, in the order asked."""
        query, evidence = self.query, self.evidence
        return tuple(
            evidence.numbers.amount(Key(issuer.id, year, metric, member))
            for issuer in evidence.issuers
            for metric in query.metrics
            for member in query.members
            for year in evidence.years[issuer.id]
        )

    def whose(self, amount: Amount) -> str:
        """Whose number it is: an issuer, or all places that were asked about."""
        issuer = self.evidence.by_id.get(amount.key.issuer)
        return self.speech.name(issuer) if issuer else self.scope_label

    @property
    def scope_label(self) -> str:
        """What the places asked about are called together."""
        scope = self.query.scope
        if scope is None:
            return self.words.these_places.format(count=len(self.query.issuers))
        return scope.label or (scope.region or "").rpartition("/")[2] or self.words.all_held

    def sentence(self, amount: Amount) -> str:
        """What is to be said of one number: itself, or why there is none."""
        if amount.key.issuer != POOLED:
            return self.speech.sentence(amount, self.evidence)
        words = self.words
        where = {"issuer": self.scope_label, "year": amount.key.year, "what": self.what(amount)}
        if amount.gap is Gap.UNDEFINED:
            return self.speech.undefined(amount, self.scope_label)
        if amount.gap is not None:
            years = self.speech.years([amount.key.year])
            return words.no_place_reports.format(**where, scope=self.scope_label, years=years)
        return words.one.format(**where, number=self.number(amount))

    def what(self, amount: Amount) -> str:
        """What a number counts."""
        return self.speech.what(amount)

    def number(self, amount: Amount) -> str:
        """A number with all that must be known of it."""
        facts = self.evidence.facts
        fact = None if amount.is_computed else facts.get(amount.key)
        if amount.value is None:
            fact = next((facts[cell.key] for cell in amount.cells if cell.key in facts), None)
        return self.speech.number(amount, fact)

    def with_parts(self, amounts: Sequence[Amount]) -> tuple["Task", tuple[Amount, ...]]:
        """The same with the cells of these numbers read, and these with their parts."""
        evidence, amounts = with_parts(self.corpus, self.evidence, amounts)
        return replace(self, evidence=evidence), tuple(amounts)

    def with_cells(self, amounts: Sequence[Amount]) -> "Task":
        """The same, with the cells of these numbers read."""
        return replace(self, evidence=with_cells(self.corpus, self.evidence, amounts))


def task_for(query: FactQuery, corpus: Corpus) -> Task:
    """The query with the numbers that it may need."""
    evidence = find_evidence(corpus, query)
    issuers = evidence.issuers
    if len(issuers) <= _NAMED_APART:
        shared = corpus.holdings().shared_names.intersection([i.name for i in issuers])
    else:
        shared = shared_names(issuers, issuers)
    return Task(query, corpus, evidence, Speech(query.asked.lang, shared))


def is_shown(amount: Amount) -> bool:
    """Whether a number stands among several, if only as one that could not be read.

    A report that is not held, or whose form has no such cell, is left out and said to be missing.
    """
    return amount.gap not in (Gap.NO_REPORT, Gap.NOT_IN_FORM)
