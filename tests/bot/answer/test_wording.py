"""What holds for every text: its numbers are those of the answer, in either language."""

import re
from dataclasses import fields
from string import Formatter

import pytest

from bot.answer.sayings.chinese import CHINESE
from bot.answer.sayings.english import ENGLISH
from bot.queries import Operation, Reading
from bot.types import Answer, Lang, Route
from index import Corpus
from index.text import plain
from index.vocabulary.metrics import METRIC
from tests.bot.answer.held import COUNTY_SCOPE, LIUHE, QINGXI, TOWNS, ask, everybody, ids, towns

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_METRICS = (
    *("new_received", "denied", "disclosure_rate", "n_proactive", "suits_total", "penalties"),
    *("review_total", "fees_wan", "handled_total", "normdocs_valid", "completion_rate"),
)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("operation", list(Operation))
@pytest.mark.parametrize("metric", _METRICS)
def test_every_number_in_a_text_is_one_of_the_answer(
    corpus: Corpus, operation: Operation, metric: str, lang: Lang
) -> None:
    readings = (Reading(("requests_total", "carried_in")),)
    for found in (
        ask(corpus, operation, metric, ids(corpus, LIUHE), lang=lang, readings=readings),
        ask(corpus, operation, metric, ids(corpus, LIUHE), (2022, 2023, 2024), lang=lang),
        ask(corpus, operation, metric, ids(corpus, LIUHE, QINGXI), lang=lang),
        ask(corpus, operation, metric, towns(corpus), lang=lang, scope=TOWNS, top=2),
        ask(
            corpus,
            operation,
            metric,
            everybody(corpus),
            (2023, 2024),
            lang=lang,
            scope=COUNTY_SCOPE,
        ),
    ):
        _assert_accounted(found)
        assert (found.route is Route.NONE) == (found.reason is not None)
        assert found.route in (Route.NONE, Route.NUMBERS)
        if found.reason:
            assert not found.values
        elif found.values:
            assert found.sources


def _assert_accounted(found: Answer) -> None:
    """Every digit is of a value, a used fact, a year, a name, a rank or a count of places."""
    known = {"0.00", "0", "1", "2", "3", "4", "5", "6", "7"}  # ranks and counts of the few places
    for value in (*found.values, *found.used):
        known.add(str(value.year))
        if value.value is not None:
            number = abs(value.value)
            known |= {plain(number), format(number, ".2f")}
    known |= {str(year) for year in range(2014, 2025)}
    if found.values and found.formula and METRIC[found.values[0].metric].is_rate:
        known |= set(_NUMBER.findall(found.formula))  # sums of all reports
    if found.coverage:
        known |= {str(found.coverage.held), str(found.coverage.of)}
    notices = ("来源", "注：", "Source", "Note")
    lines = [line for line in found.text.splitlines() if not line.startswith(notices)]
    said = re.sub(r"“[^”]*”|\([^()]*(?:件|条|元)\)", "", "\n".join(lines))
    strange = [n for n in _NUMBER.findall(said) if n not in known]
    assert not strange, (strange, found.text)


def test_both_languages_fill_in_the_same_fields() -> None:
    for field in fields(CHINESE):
        one, other = getattr(CHINESE, field.name), getattr(ENGLISH, field.name)
        if isinstance(one, dict):
            assert set(one) == set(other)
        else:
            assert _braces(other) <= _braces(one), field.name


def _braces(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_no_language_leaves_a_sentence_empty() -> None:
    for words in (CHINESE, ENGLISH):
        for field in fields(words):
            assert getattr(words, field.name), field.name


def test_every_metric_has_a_name_in_both_languages(corpus: Corpus) -> None:
    for key in METRIC:
        for lang in Lang:
            found = ask(corpus, Operation.VALUE, key, ids(corpus, LIUHE), lang=lang)
            assert found.text
            assert "{" not in found.text


def test_the_same_question_gives_the_same_answer(corpus: Corpus) -> None:
    one, other = (
        ask(corpus, Operation.RANK, "new_received", order, scope=TOWNS)
        for order in (towns(corpus), towns(corpus)[::-1])
    )
    assert one.as_json()["values"] == other.as_json()["values"]
    assert one.text == other.text
