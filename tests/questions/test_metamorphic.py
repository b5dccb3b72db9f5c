"""What is held changes in a known way, and the answers change in just that way.

Over the samples and over random reports: a body is renamed, reports come in another order, in
another format, with others beside them, a year earlier, or one is taken away; a question is
asked in another language or with other words around it.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from bot.ask import make_ask
from bot.types import Answer, Ask, Lang
from index import Corpus
from index.ingest.digest import read_digests
from index.ingest.walk import Source, Told
from index.settings import DATA_DIR
from index.types import Digest
from tests.generator.bodies import bodies
from tests.generator.figures import shuffled
from tests.generator.report_figures import first_state
from tests.generator.reports import LAYOUTS, LOSSY, Drafted, draft_of, lay_out, write_reports
from tests.generator.truths import Truth
from tests.questions.asked import Invented, verdict_on
from tests.questions.golden import HERE, read_goldens
from tests.questions.invented import invented_questions
from tests.questions.world import as_held, places_of

TODAY, GOLDENS = read_goldens(HERE / "samples.txt")
STANDING_ALONE = tuple(golden for golden in GOLDENS if not golden.before)
# Intents whose answers are of the bodies that they name, whatever else is held.
OF_ONE_BODY = frozenset(
    [
        "value",
        "member",
        "group",
        "several",
        "trend",
        "change",
        "best_year",
        "ratio",
        "breakdown",
        "yes_no",
        "compare",
        "check",
        "diff",
        "both",
        "term",
    ]
)
# Their place is left out: another body of that name must be asked about.
PLACELESS = re.compile(r"^(自然资源局|住建局|住房和城乡建设局)")
_YEAR = re.compile(r"(?<!\d)20(\d\d)(?!\d)")


def digests_of(folder: Path) -> tuple[Digest, ...]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple(d for f in files for d in read_digests(Source(f, root=folder), Told()))


def store_of(folder: Path, digests: Iterable[Digest], *, is_flushed: bool = False) -> Path:
    with Corpus.open(folder, is_writable=True) as corpus:
        for digest in digests:
            assert corpus.save(digest, is_flushed=False).result == "saved"
        if is_flushed:
            corpus.flush()
    return folder


def rewritten(source: Path, target: Path, change: Callable[[str], str]) -> Path:
    """A folder of reports with names and contents changed, each in its own encoding."""
    for path in sorted(p for p in source.rglob("*") if p.is_file()):
        data = path.read_bytes()
        encoding = "utf-8" if _is_utf8(data) else "gb18030"
        new = target / change(str(path.relative_to(source)))
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(change(data.decode(encoding)).encode(encoding))
    return target


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def asker(corpus: Corpus, today: date = TODAY) -> Ask:
    return make_ask(corpus, today=lambda: today, lang=Lang.ZH)


def replies(folder: Path, questions: Sequence[str], today: date = TODAY) -> list[str]:
    """What is answered to each question, as JSON; paths of files without the folder."""
    with Corpus.open(folder) as corpus:
        ask = asker(corpus, today)
        return [_json(ask(q, None).answer) for q in questions]


def _json(answer: Answer) -> str:
    return json.dumps(answer.as_json(), ensure_ascii=False)


def numbers(answer: Answer) -> tuple[object, ...]:
    """What an answer states, without its words."""
    return (
        answer.route,
        answer.reason,
        answer.verdict,
        tuple((v.issuer, v.year, v.metric, v.member, v.value, v.status) for v in answer.values),
    )


def figures(answer: Answer) -> tuple[object, ...]:
    """What an answer states, whoever and whenever it is about."""
    kept = tuple((v.metric, v.member, v.value, v.status) for v in answer.values)
    return answer.route, answer.reason, answer.verdict, kept


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("metamorphic")


@pytest.fixture(scope="module")
def sample_digests() -> tuple[Digest, ...]:
    return digests_of(DATA_DIR / "samples")


@pytest.fixture(scope="module")
def samples(folder: Path, sample_digests: tuple[Digest, ...]) -> Path:
    return store_of(folder / "samples", sample_digests, is_flushed=True)


@pytest.fixture(scope="module")
def ask(samples: Path) -> Iterator[Ask]:
    with Corpus.open(samples) as corpus:
        yield asker(corpus)


@pytest.fixture(scope="module")
def truths(folder: Path) -> tuple[Truth, ...]:
    return tuple(write_reports(folder / "random", 60, seed=11))


@pytest.fixture(scope="module")
def random_digests(folder: Path, truths: tuple[Truth, ...]) -> tuple[Digest, ...]:
    return tuple(
        digest
        for truth in truths
        for digest in read_digests(
            Source(folder / "random" / truth.file, root=folder / "random"), Told()
        )
    )


@pytest.fixture(scope="module")
def random_store(folder: Path, random_digests: tuple[Digest, ...]) -> Path:
    return store_of(folder / "random-store", random_digests)


def asked_of(store: Path, truths: Iterable[Truth], seed: int, count: int) -> tuple[Invented, ...]:
    with Corpus.open(store) as corpus:
        places = as_held(places_of(truths), corpus)
    return tuple(invented_questions(Random(seed), places, count))


def wrong_in(store: Path, questions: Iterable[Invented]) -> list[str]:
    with Corpus.open(store) as corpus:
        ask = asker(corpus)
        answers = ((question, ask(question.q, None).answer) for question in questions)
        verdicts = ((question.q, verdict_on(answer, question)) for question, answer in answers)
        return [f"{q}: {verdict}" for q, verdict in verdicts if verdict.startswith("wrong")]


# Another order


def test_the_order_of_ingest_changes_no_byte_of_an_answer(
    folder: Path, sample_digests: tuple[Digest, ...]
) -> None:
    questions = [golden.q for golden in STANDING_ALONE]
    one = store_of(folder / "in-order", sample_digests, is_flushed=True)
    mixed = shuffled(Random("order"), sample_digests)
    other = store_of(folder / "out-of-order", mixed, is_flushed=True)
    assert replies(one, questions) == replies(other, questions)


def test_the_order_of_ingest_changes_no_answer_over_random_reports(
    folder: Path, random_store: Path, random_digests: tuple[Digest, ...], truths: tuple[Truth, ...]
) -> None:
    questions = [question.q for question in asked_of(random_store, truths, 1, 150)]
    mixed = store_of(folder / "random-mixed", shuffled(Random("mixed"), random_digests))
    assert replies(random_store, questions) == replies(mixed, questions)


# Others beside them


def test_other_reports_change_nothing_about_a_body(
    folder: Path,
    samples: Path,
    sample_digests: tuple[Digest, ...],
    random_digests: tuple[Digest, ...],
) -> None:
    mixed = (*random_digests[::2], *sample_digests)
    more = store_of(folder / "more", mixed, is_flushed=True)
    goldens = [g for g in STANDING_ALONE if g.intent in OF_ONE_BODY]
    for golden, alone, among in zip(
        goldens,
        replies(samples, [g.q for g in goldens]),
        replies(more, [g.q for g in goldens]),
        strict=True,
    ):
        if PLACELESS.match(golden.q):
            assert json.loads(among)["route"] == "clarify", golden.q
            assert json.loads(among)["values"] == []
        else:
            assert among == alone, golden.q


# Another name


@pytest.mark.parametrize(
    ("old", "new", "asked"),
    [
        ("清水乡", "碧泉乡", ("value", "trend", "change", "yes_no")),
        ("云溪县教育局", "云溪县民政局", ("value", "trend")),
        ("望汀", "濯缨", ("value", "trend", "yes_no")),
    ],
)
def test_a_renamed_body_has_its_numbers_under_the_new_name_alone(
    folder: Path, ask: Ask, old: str, new: str, asked: tuple[str, ...]
) -> None:
    files = rewritten(DATA_DIR / "samples", folder / new, lambda text: text.replace(old, new))
    store = store_of(folder / f"store-{new}", digests_of(files))
    questions = [g.q for g in STANDING_ALONE if g.intent in asked and old in g.q]
    assert questions
    with Corpus.open(store) as corpus:
        ask_renamed = asker(corpus)
        for q in questions:
            before, after = ask(q, None).answer, ask_renamed(q.replace(old, new), None).answer
            assert figures(after) == figures(before), q
            assert {v.issuer for v in after.values} == {
                v.issuer.replace(old, new) if v.issuer else None for v in before.values
            }
            gone = ask_renamed(q, None).answer
            assert all(v.value is None or v.issuer != after.values[0].issuer for v in gone.values)
            if old not in "云溪县教育局":
                assert gone.route.value in ("none", "clarify"), q


# Another year


def test_with_all_years_one_earlier_every_answer_is_of_a_year_earlier(
    folder: Path, samples: Path
) -> None:
    files = rewritten(DATA_DIR / "samples", folder / "earlier", year_earlier)
    store = store_of(folder / "earlier-store", digests_of(files), is_flushed=True)
    goldens = [
        g for g in STANDING_ALONE if g.intent in OF_ONE_BODY | {"none", "rank", "aggregate"}
    ]
    questions = [g.q for g in goldens if not re.search(r"[〇○OＯ０]|24年|十四五", g.q)]
    before = replies(samples, questions)
    after = replies(store, [year_earlier(q) for q in questions], date(2024, 6, 15))
    for q, one, other in zip(questions, before, after, strict=True):
        assert json.loads(other)["values"] == json.loads(year_earlier(one))["values"], q
        assert json.loads(other)["route"] == json.loads(one)["route"], q


def year_earlier(text: str) -> str:
    return _YEAR.sub(lambda m: f"20{int(m[1]) - 1:02}", text)


# One less


def test_without_one_report_just_that_one_is_missing(
    folder: Path, random_store: Path, random_digests: tuple[Digest, ...], truths: tuple[Truth, ...]
) -> None:
    gone = next(t for t in truths if t.year == 2022 and t.name.endswith("镇人民政府"))
    less = store_of(folder / "less", random_digests)
    with Corpus.open(less, is_writable=True) as corpus:
        holder = next(i for i in corpus.holdings().issuers if i.name == gone.name)
        assert corpus.remove(holder.id, gone.year)
    left = [t for t in truths if t is not gone]
    assert wrong_in(less, asked_of(less, left, 2, 150)) == []
    q = f"{gone.region}{gone.name}2022年收到多少申请"
    with Corpus.open(less) as corpus, Corpus.open(random_store) as whole:
        answer, before = asker(corpus)(q, None).answer, asker(whole)(q, None).answer
        assert before.values[0].year == 2022
        assert (answer.route.value, answer.reason, answer.values) == ("none", "no_report", ())
        q = f"{gone.region}各乡镇街道2022年收到的申请总和"
        some, every = asker(corpus)(q, None).answer, asker(whole)(q, None).answer
    assert every.coverage is not None
    assert some.coverage is not None
    assert some.coverage.held == every.coverage.held - 1
    assert every.values[0].value is not None
    lost = gone.values["new_received", "total"]
    assert some.values[0].value == every.values[0].value - lost


# Another format


def test_the_format_of_reports_changes_no_number(folder: Path) -> None:
    drafts = drafts_of(5)
    stores = {
        kind: store_of(folder / f"as-{kind}", digests_of(laid_out(drafts, kind, folder / kind)))
        for kind in ("txt", "html", "docx")
    }
    questions = asked_of(stores["txt"], [d.truth for d in drafts], 3, 100)
    assert wrong_in(stores["txt"], questions) == []
    stated = {kind: figures_in(store, questions) for kind, store in stores.items()}
    for question, *given in zip(questions, *stated.values(), strict=True):
        assert given[0] == given[1] == given[2], question.q


def drafts_of(count: int) -> tuple[Drafted, ...]:
    """Two years of so many bodies."""
    drafts = []
    for i, body in enumerate(islice(bodies(Random("formats")), count)):
        rng = Random(f"formats{i}")
        state = first_state(rng, body)
        for year in (2022, 2023):
            drafts.append(draft_of(rng, body, year, state, "txt:tabs"))
            state = drafts[-1].state
    return tuple(drafts)


def laid_out(drafts: Sequence[Drafted], kind: str, folder: Path) -> Path:
    """The same reports in the layouts of a format, in turn."""
    layouts = [one for one in LAYOUTS if one.startswith(kind) and one not in LOSSY]
    for i, drafted in enumerate(drafts):
        path = (folder / drafted.truth.file).with_suffix(f".{kind}")
        path.parent.mkdir(parents=True, exist_ok=True)
        layout = layouts[i % len(layouts)]
        path.write_bytes(lay_out(drafted.draft, layout, Random(f"{kind}{i}")))
    return folder


def figures_in(store: Path, questions: Sequence[Invented]) -> list[tuple[object, ...]]:
    with Corpus.open(store) as corpus:
        ask = asker(corpus)
        return [numbers(ask(question.q, None).answer) for question in questions]


# Other words


PAIRS = tuple(
    tuple(line.split(" = "))
    for line in (HERE / "pairs.txt").read_text("utf-8").splitlines()
    if " = " in line
)


@pytest.mark.parametrize(("chinese", "english"), PAIRS)
def test_both_languages_have_the_same_answer(ask: Ask, chinese: str, english: str) -> None:
    one, other = ask(chinese, None).answer, ask(english, None).answer
    assert (one.lang, other.lang) == (Lang.ZH, Lang.EN)
    assert numbers(one) == numbers(other)
    assert [str(c) for c in one.caveats] == [] or other.caveats


_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_TRADITIONAL = str.maketrans("县乡镇个几开关处办结议诉讼发条", "縣鄉鎮個幾開關處辦結議訴訟發條")
_WORDS = str.maketrans("0123456789", "〇一二三四五六七八九")
VARIANTS: dict[str, Callable[[str], str]] = {
    "polite": lambda q: f"您好，请问一下{q}呀？谢谢！",
    "asking to look": lambda q: f"麻烦帮我查一下，{q}",
    "full-width digits": lambda q: q.translate(_FULL),
    "digits as words": lambda q: re.sub(r"20\d\d(?=年)", lambda m: m[0].translate(_WORDS), q),
    "two-digit years": lambda q: re.sub(r"20(\d\d)(?=年)", r"\1", q),
    "spaces": lambda q: re.sub(r"(20\d\d)(年)", r" \1 \2 ", q),
    "the letter O": lambda q: re.sub(r"20(\d\d)(?=年)", r"2O\1", q),
    "no question mark": lambda q: q.rstrip("？?"),
    "full-width space and mark": lambda q: f"　{q.rstrip('？?')}？",
    "line break": lambda q: f"{q}\n",
    "traditional": lambda q: q.translate(_TRADITIONAL),
}
PLAIN = tuple(
    g for g in STANDING_ALONE if g.intent in ("value", "member", "group") and not g.q.isascii()
)


@pytest.mark.parametrize("variant", VARIANTS)
def test_words_around_a_question_change_no_number(ask: Ask, variant: str) -> None:
    change = VARIANTS[variant]
    for golden in PLAIN:
        if re.search(r"[a-zA-Z]", golden.q):
            continue
        before, after = ask(golden.q, None).answer, ask(change(golden.q), None).answer
        assert numbers(after) == numbers(before), change(golden.q)
