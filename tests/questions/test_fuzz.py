"""Whatever is asked, in whatever talk, there is one valid answer, and no number is wrong."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ask import make_ask
from bot.types import Ask, Context, Lang, Route
from index import Corpus
from index.ingest.digest import read_digests
from index.ingest.walk import Source, Told
from index.settings import DATA_DIR
from tests.generator.figures import below, one_of, shuffled
from tests.generator.reports import write_reports
from tests.generator.samples import sample_truths
from tests.generator.truths import Truth
from tests.questions.asked import verdict_on
from tests.questions.golden import HERE, read_goldens
from tests.questions.invented import invented_questions
from tests.questions.valid import Judge
from tests.questions.world import as_held, places_of, value_in

TODAY, GOLDENS = read_goldens(HERE / "samples.txt")
QUESTIONS = tuple(dict.fromkeys(golden.q for golden in GOLDENS))
_PIECE = re.compile(r"[a-zA-Z]+|[0-9]+|[一-鿿]{1,4}|\s+|.")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    folder = tmp_path_factory.mktemp("fuzz")
    ingest(folder, DATA_DIR / "samples")
    with Corpus.open(folder) as corpus:
        yield corpus


@pytest.fixture(scope="module")
def ask(corpus: Corpus) -> Ask:
    return make_ask(corpus, today=lambda: TODAY, lang=Lang.ZH)


@pytest.fixture(scope="module")
def judge(corpus: Corpus) -> Judge:
    return Judge(corpus)


@pytest.fixture(scope="module")
def random_reports(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Corpus, tuple[Truth, ...]]]:
    folder = tmp_path_factory.mktemp("random")
    truths = tuple(write_reports(folder / "reports", 60, seed=23))
    ingest(folder / "store", folder / "reports")
    with Corpus.open(folder / "store") as corpus:
        yield corpus, truths


def ingest(store: Path, reports: Path) -> None:
    with Corpus.open(store, is_writable=True) as corpus:
        for path in sorted(p for p in reports.rglob("*") if p.is_file()):
            for digest in read_digests(Source(path, root=reports), Told()):
                corpus.save(digest, is_flushed=False)
        corpus.flush()


# Anything


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # the network is forbidden
)
@given(q=st.text(max_size=80))
def test_any_text_has_a_valid_answer(ask: Ask, judge: Judge, q: str) -> None:
    answer = ask(q, None).answer
    assert judge.faults(answer.q, answer) == [], q
    assert not any(value.value is not None for value in answer.values)


@pytest.mark.parametrize("seed", range(4))
def test_words_of_questions_in_any_order_have_valid_answers_in_any_talk(
    ask: Ask, judge: Judge, seed: int
) -> None:
    rng = Random(f"recombined{seed}")
    context: Context | None = None
    for _ in range(100):
        q = recombined(rng)
        turn = ask(q, context)
        assert judge.faults(turn.answer.q, turn.answer) == [], (q, context)
        context = one_of(rng, (turn.context, turn.context, None))


def recombined(rng: Random) -> str:
    """Pieces of golden questions, cut off, run together or mixed."""
    kind = rng.random()
    if kind < 0.2:
        q = one_of(rng, QUESTIONS)
        return q[: below(rng, len(q) + 1)]
    if kind < 0.35:
        q = one_of(rng, QUESTIONS)
        return q[below(rng, len(q)) :]
    pieces = [p for _ in range(2) for p in _PIECE.findall(one_of(rng, QUESTIONS))]
    chosen = shuffled(rng, pieces)[: 1 + below(rng, 9)]
    return ("" if rng.random() < 0.7 else " ").join(chosen)


@pytest.mark.parametrize("seed", range(2))
def test_a_choice_that_is_asked_does_not_lead_back_to_the_same_question(
    ask: Ask, judge: Judge, seed: int
) -> None:
    rng = Random(f"choices{seed}")
    for q in shuffled(rng, [*QUESTIONS, *(recombined(rng) for _ in range(200))])[:250]:
        turn = ask(q, None)
        for choice in turn.answer.choices:
            again = ask(choice.q, turn.context).answer
            assert judge.faults(choice.q, again) == [], choice.q
            if turn.answer.route in (Route.NONE, Route.CLARIFY):
                complaint = (turn.answer.route, turn.answer.reason, turn.answer.text)
                assert (again.route, again.reason, again.text) != complaint, (q, choice.q)


# Numbers


def test_no_number_over_random_reports_is_wrong(
    random_reports: tuple[Corpus, tuple[Truth, ...]],
) -> None:
    corpus, truths = random_reports
    assert wrong_of(corpus, truths, 600) == []


def test_no_number_over_the_samples_is_wrong(corpus: Corpus) -> None:
    assert wrong_of(corpus, sample_truths(), 400) == []


def wrong_of(corpus: Corpus, truths: tuple[Truth, ...], count: int) -> list[str]:
    ask = make_ask(corpus, today=lambda: TODAY, lang=Lang.ZH)
    judge = Judge(corpus)
    found = []
    right = 0
    for question in invented_questions(Random(5), as_held(places_of(truths), corpus), count):
        answer = ask(question.q, None).answer
        verdict = verdict_on(answer, question)
        faults = judge.faults(question.q, answer)
        right += verdict == "right"
        if verdict.startswith("wrong") or faults:
            found.append(f"{question.q}: {verdict} {faults}")
    assert right >= 0.9 * count
    return found


def test_a_year_that_follows_is_of_the_same_body_and_metric(
    random_reports: tuple[Corpus, tuple[Truth, ...]],
) -> None:
    corpus, truths = random_reports
    places = as_held(places_of(truths), corpus)
    ask = make_ask(corpus, today=lambda: TODAY, lang=Lang.ZH)
    rng = Random("carried")
    followed = 0
    for question in invented_questions(rng, places, 500):
        turn = ask(question.q, None)
        if question.kind not in ("value", "member") or len(turn.answer.values) != 1:
            continue
        row = question.rows[0]
        place = next(p for p in places if (p.name, p.region) == (row.name, row.region))
        year = one_of(rng, tuple(place.reports))
        value = value_in(place.reports[year], row.metric or "", row.member or "")
        expected = replace(question, rows=(replace(row, year=year, value=value),))
        answer = ask(f"那{year}年呢", turn.context).answer
        assert not verdict_on(answer, expected).startswith("wrong"), (question.q, answer.text)
        followed += verdict_on(answer, expected) == "right"
    assert followed >= 60


# The same again


def test_the_same_question_has_the_same_bytes_twenty_times(ask: Ask) -> None:
    for q in QUESTIONS[::12]:
        assert len({json.dumps(ask(q, None).answer.as_json()) for _ in range(20)}) == 1, q


def test_other_processes_give_the_same_bytes(corpus: Corpus, tmp_path: Path) -> None:
    batch = tmp_path / "questions.jsonl"
    asked = [{"q": g.q} for g in GOLDENS if g.intent not in ("wording", "both", "diff")][::3]
    batch.write_text("\n".join(json.dumps(line) for line in asked), encoding="utf-8")
    one, other = (answers_with(seed, batch, corpus.folder) for seed in ("1", "2"))
    assert len(one.splitlines()) == len(asked)
    assert one == other


def answers_with(hash_seed: str, batch: Path, store: Path) -> bytes:
    command = [sys.executable, "-m", "bot", "ask", "--batch", str(batch), "--json"]
    environment = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "NIANBAO_DATA": str(store),
    }
    done = subprocess.run(
        [*command, "--today", TODAY.isoformat()],
        env=environment,
        cwd=batch.parent,
        capture_output=True,
        timeout=60,
        check=True,
    )
    return done.stdout
