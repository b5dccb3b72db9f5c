"""The tables of words: no key twice, no wording without a sense, none that hides another."""

from collections import defaultdict

import pytest

from bot.queries import FactQuery
from bot.understand.operations.parts import PARTS
from bot.understand.vocabulary import words
from bot.understand.vocabulary.concepts import CONCEPTS
from bot.understand.vocabulary.readings import READINGS
from bot.understand.vocabulary.signatures import SIGNATURES, find_metrics
from bot.understand.vocabulary.terms import TERMS
from index.vocabulary.metrics import MEMBER, METRIC
from tests.bot.understand.holdings import ask

# Words that stand for two concepts on purpose: whichever completes a metric counts.
_TWOFOLD = {"发了", "发", "纠错", "办理结果", "处理结果", "refusal", "refusals"}


def test_a_wording_names_one_concept() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for concept, wordings in CONCEPTS.items():
        for wording in wordings:
            found[wording.lower()].add(concept)
    twofold = {wording: sorted(c) for wording, c in found.items() if len(c) > 1}
    assert set(twofold) <= _TWOFOLD, twofold


def test_every_signature_names_metrics_and_concepts_that_exist() -> None:
    for signature in SIGNATURES:
        assert signature.metric in METRIC
        assert signature.needs | signature.allows <= set(CONCEPTS), signature


def test_every_concept_is_used() -> None:
    used = {c for s in SIGNATURES for c in s.needs | s.allows}
    assert set(CONCEPTS) - used <= {"firm_count", "one_house"}  # which explain nothing


def test_no_two_signatures_say_the_same_of_different_metrics() -> None:
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for signature in SIGNATURES:
        found[signature.needs].add(signature.metric)
    assert {tuple(sorted(n)): m for n, m in found.items() if len(m) > 1} == {}


def test_what_a_signature_needs_is_enough_for_its_metric() -> None:
    for signature in SIGNATURES:
        matches, left = find_metrics(signature.needs)
        assert signature.metric in [match.metric for match in matches], signature
        assert not left


@pytest.mark.parametrize(
    "table", [words.OPERATIONS, words.MEMBERS, words.QUESTION_KINDS, words.WHOLE]
)
def test_a_table_of_words_has_none_twice_in_a_row(table: dict[str, tuple[str, ...]]) -> None:
    for key, wordings in table.items():
        assert len(set(wordings)) == len(wordings), (
            key,
            sorted(w for w in wordings if wordings.count(w) > 1),
        )


def test_members_terms_parts_and_readings_are_of_known_keys() -> None:
    assert set(words.MEMBERS) <= set(MEMBER)
    known = {*METRIC, *MEMBER, "disclosure", "annual_report", "proactive", "on_application"}
    assert set(TERMS) <= known | {"regulation", "checks", "government_information"}
    assert {part for parts in PARTS.values() for part in parts} | set(PARTS) <= set(METRIC)
    for metric, concepts, readings in READINGS:
        assert metric in METRIC
        assert concepts <= set(CONCEPTS)
        assert all(set(reading.metrics) <= set(METRIC) for reading in readings)


@pytest.mark.parametrize(
    "wording",
    sorted(
        {
            w
            for c in ("app", "penalty", "licence", "suit", "review", "denied", "unable")
            for w in CONCEPTS[c]
        }
    ),
)
def test_every_wording_of_the_great_concepts_gives_its_metric(wording: str) -> None:
    metrics = {
        "app": "new_received", "penalty": "penalties", "licence": "licences",
        "suit": "suits_total",
        "review": "review_total", "denied": "denied", "unable": "unable",
    }  # fmt: skip
    expected = {metrics[c] for c in metrics if wording in CONCEPTS[c]}
    is_english = wording.isascii()
    query = ask(f"Qingshui 2024 {wording}" if is_english else f"清水乡2024年{wording}有多少")
    assert isinstance(query, FactQuery), query
    assert set(query.metrics) == expected
