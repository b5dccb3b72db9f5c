"""The text that the model learns from: enough of it, and apart from the test set."""

import re
from collections import Counter

import pytest

from index.passages.material import Concept, Material, read_material
from tests.index.passages.retrieval.dataset import (
    TestSet,
    background,
    read_test_set,
    shared_characters,
)

# A run of this many Chinese characters, or of English words, is copied rather than come upon.
RUN = 4


@pytest.fixture(scope="module")
def material() -> Material:
    return read_material()


@pytest.fixture(scope="module")
def test_set() -> TestSet:
    return read_test_set()


def test_each_concept_has_many_wordings(material: Material) -> None:
    fewest = sorted((min(len(c.formal), len(c.everyday)), c.key) for c in material.concepts)[:5]
    assert fewest[0][0] >= 15, f"concepts with the fewest wordings: {fewest}"
    assert all(len(c.english) >= 4 for c in material.concepts)
    assert len(material.concepts) >= 100
    assert sum(len(wordings(c)) for c in material.concepts) >= 3_000
    assert len(material.synonyms) >= 150


def test_each_line_of_words_and_sayings_says_one_thing_in_several_ways(
    material: Material,
) -> None:
    groups = (*material.synonyms, *material.fields, *material.sayings)
    assert [group for group in groups if len(set(group)) < 2] == []
    assert [group for group in groups if len(set(group)) < len(group)] == []
    assert len(material.sayings) >= 600
    first = Counter(saying[0] for saying in material.sayings)
    assert [text for text, count in first.items() if count > 1] == []


def test_no_wording_stands_for_two_concepts(material: Material) -> None:
    seen = Counter(text for c in material.concepts for text in set(wordings(c)))
    assert [text for text, count in seen.items() if count > 1] == []


def test_problems_and_measures_are_apart(material: Material) -> None:
    keys = {c.key for c in material.concepts}
    both = {k for k in keys if k.endswith(".problem") and f"{k.split('.')[0]}.measure" in keys}
    assert len(both) >= 15


def test_the_test_set_is_as_large_as_it_says(test_set: TestSet) -> None:
    asked = test_set.questions
    far = [q for q in asked if max(shared_characters(q.text, t) for t in q.relevant) < 0.25]
    assert len(test_set.passages) >= 300
    assert len(asked) == 200
    assert len(far) >= 100
    assert sum(q.kind == "english" for q in asked) == 40
    assert len({p.concept for p in test_set.passages if p.is_withheld}) == 10
    assert len(background(10_000)) == 10_000


def test_withheld_concepts_are_not_trained(material: Material, test_set: TestSet) -> None:
    withheld = {p.concept for p in test_set.passages if p.is_withheld}
    assert withheld.isdisjoint(c.key for c in material.concepts)


def test_no_saying_tells_what_a_withheld_concept_tells(
    material: Material, test_set: TestSet
) -> None:
    withheld = [pairs_of(p.text) for p in test_set.passages if p.is_withheld]
    close = [
        saying[0]
        for saying in material.sayings
        for pairs in withheld
        if len(pairs_of(saying[0]) & pairs) * 2 > min(len(pairs_of(saying[0])), len(pairs))
    ]
    assert close == []


def test_no_question_was_trained_on(material: Material, test_set: TestSet) -> None:
    asked = [q for q in test_set.questions if q.kind != "lexical"]
    runs = {run: q.text for q in asked for run in runs_of(q.text)}
    copied = {
        run: (text, runs[run]) for text in trained(material) for run in runs_of(text) & set(runs)
    }
    assert copied == {}


def test_no_passage_was_trained_on(material: Material, test_set: TestSet) -> None:
    told = {re.sub(r"\W", "", p.text) for p in test_set.passages}
    assert told.isdisjoint(re.sub(r"\W", "", text) for text in trained(material))
    # Reports have their set phrases; more than half of a passage in one wording is no accident.
    grams = {gram: text for text in trained(material) for gram in runs_of(text, 8)}
    half = [
        p.text
        for p in test_set.passages
        if len(runs_of(p.text, 8) & set(grams)) * 2 > max(len(runs_of(p.text, 8)), 1)
    ]
    assert half == []


def wordings(concept: Concept) -> tuple[str, ...]:
    return (*concept.formal, *concept.everyday, *concept.english)


def trained(material: Material) -> list[str]:
    concepts = [t for c in material.concepts for t in (*wordings(c), *c.words)]
    groups = (*material.synonyms, *material.fields, *material.sayings)
    return [*concepts, *material.background, *(text for group in groups for text in group)]


def pairs_of(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def runs_of(text: str, size: int = RUN) -> set[str]:
    chinese = re.findall(r"[㐀-鿿]+", text)
    english = re.findall(r"[a-z]+", text.lower())
    found = {part[i : i + size] for part in chinese for i in range(len(part) - size + 1)}
    return found | {" ".join(english[i : i + size]) for i in range(len(english) - size + 1)}
