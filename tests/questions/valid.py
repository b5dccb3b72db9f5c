"""Whether an answer is one that interface.md allows, and whether the store says what it says."""

import json
from collections.abc import Iterator

from bot.types import Answer, Citation, Json, Quote, Route, Value
from index import Corpus
from index.types import HeldIssuer, Status, StoredReport
from index.vocabulary.metrics import MEMBER, METRIC

KEYS: dict[str, tuple[type, ...]] = {
    "q": (str,),
    "route": (str,),
    "lang": (str,),
    "text": (str,),
    "values": (list,),
    "used": (list,),
    "formula": (str, type(None)),
    "coverage": (dict, type(None)),
    "caveats": (list,),
    "passages": (list,),
    "choices": (list,),
    "reason": (str, type(None)),
    "sources": (list,),
}
VALUE_KEYS = frozenset(
    ("issuer", "region", "year", "metric", "member", "value", "unit", "raw", "status")
)
SOURCE_KEYS = frozenset(
    ("issuer", "region", "year", "title", "section", "table", "row", "column", "file", "url")
)
PASSAGE_KEYS = frozenset(
    ("issuer", "region", "year", "section", "quote", "start", "end", "context")
)
LISTS = {
    "values": VALUE_KEYS,
    "used": VALUE_KEYS,
    "sources": SOURCE_KEYS,
    "passages": PASSAGE_KEYS,
    "choices": frozenset(("label", "q")),
}
REASONS = frozenset(
    ("empty_store", "no_report", "no_issuer", "no_metric", "not_in_form", "not_reported")
) | {"unreadable", "out_of_scope", "unclear"}
# Values that were not computed by the bot stand in a report as they are.
_READ = frozenset((Status.REPORTED, Status.BLANK, Status.APPROXIMATE, Status.UNVERIFIED))


class Judge:
    """Says what is wrong with answers over a store."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.held: dict[tuple[str, str | None], HeldIssuer] = {
            (issuer.name, issuer.region): issuer for issuer in corpus.holdings().issuers
        }
        self._reports: dict[tuple[str, str | None, int], StoredReport | None] = {}

    def faults(self, q: str, answer: Answer) -> list[str]:
        """Everything that is wrong with an answer, nothing if it may be given."""
        out = answer.as_json()
        json.dumps(out, allow_nan=False)
        return [
            *_shape(out),
            *_route_faults(answer),
            *(
                fault
                for value in (*answer.values, *answer.used)
                if not _is_pooled(value, answer)
                for fault in self._value(value)
            ),
            *(fault for value in answer.values for fault in self._unsourced(value, answer)),
            *(fault for quote in answer.passages for fault in self._quote(quote)),
            *(fault for source in answer.sources for fault in self._source(source)),
            *(["the question is not repeated"] if answer.q != q else []),
        ]

    def _report(self, name: str, region: str | None, year: int) -> StoredReport | None:
        key = (name, region, year)
        if key not in self._reports:
            issuer = self.held.get((name, region))
            self._reports[key] = self.corpus.report(issuer.id, year) if issuer else None
        return self._reports[key]

    def _value(self, value: Value) -> Iterator[str]:
        if value.metric not in METRIC or value.member not in MEMBER:
            yield f"unknown key {value.metric}/{value.member}"
        if value.status not in set(Status):
            yield f"unknown status {value.status}"
        if value.value is None or value.status not in _READ:
            return
        if value.status == Status.APPROXIMATE and not value.raw:
            return  # a sum of approximate figures is approximate, and read from no one cell
        assert value.issuer is not None
        assert value.year is not None
        report = self._report(value.issuer, value.region, value.year)
        facts = report.facts if report else ()
        fact = next((f for f in facts if (f.metric, f.member) == _key(value)), None)
        if fact is None or (fact.value, fact.raw) != (value.value, value.raw):
            yield f"{value} is not what is held: {fact}"

    def _unsourced(self, value: Value, answer: Answer) -> Iterator[str]:
        if value.value is None or value.issuer is None or value.status not in _READ:
            return
        if not any(_is_source(source, value) for source in answer.sources):
            yield f"{value} has no source"

    def _quote(self, quote: Quote) -> Iterator[str]:
        report = self._report(quote.issuer, quote.region, quote.year)
        sections = report.sections if report else ()
        texts = [s.text for s in sections if s.number == quote.section]
        if not any(text[quote.start : quote.end] == quote.quote for text in texts):
            yield f"{quote} does not stand there"

    def _source(self, source: Citation) -> Iterator[str]:
        report = self._report(source.issuer, source.region, source.year)
        if report is None or report.file != source.file:
            yield f"{source} is no report that is held"
        elif source.sentence and not any(
            "".join(source.sentence.split()) in "".join(s.text.split()) for s in report.sections
        ):
            yield f"{source.sentence} stands nowhere in the report"


def _is_pooled(value: Value, answer: Answer) -> bool:
    """Whether it was made of approximate values, and so is approximate itself."""
    return value.status == Status.APPROXIMATE and answer.formula is not None


def _key(value: Value) -> tuple[str, str]:
    return value.metric, value.member


def _is_source(source: Citation, value: Value) -> bool:
    whose = (source.issuer, source.region, source.year)
    return whose == (value.issuer, value.region, value.year)


def _shape(out: dict[str, Json]) -> Iterator[str]:
    for key, types in KEYS.items():
        if key not in out or not isinstance(out[key], types):
            yield f"{key} is {out.get(key)!r}"
    for key, wanted in LISTS.items():
        items = out[key]
        assert isinstance(items, list)
        for item in items:
            if not isinstance(item, dict) or not wanted <= item.keys():
                yield f"{key} has {item}"


def _route_faults(answer: Answer) -> Iterator[str]:
    is_none = answer.route is Route.NONE
    stated = [value for value in answer.values if value.value is not None]
    if answer.route in (Route.NONE, Route.CLARIFY) and stated:
        yield "a number where there is none"
    if is_none != (answer.reason in REASONS):
        yield f"route {answer.route} with reason {answer.reason}"
    # A list or a count may be empty.
    is_empty = answer.coverage is None and answer.verdict is None and not answer.values
    if answer.route in (Route.NUMBERS, Route.BOTH) and is_empty:
        yield "numbers without values"
    if not answer.text.strip():
        yield "nothing is said"
    if any(mark in answer.text for mark in ("\x02", "\x03", "None", "Traceback")):
        yield f"the text has marks: {answer.text}"
