"""Questions for wording, as citizens and staff ask them: what is quoted, of whom and when."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.ask import make_ask
from bot.types import Answer, Ask, Context, Lang
from index import Corpus, ingest_files
from index.settings import DATA_DIR
from tests.questions.sought_coast import write_coast
from tests.questions.sought_county import write_county

HERE = Path(__file__).parent
SHARED = Path(__file__).resolve().parents[3] / "shared" / "reports"
TODAY = date(2025, 6, 1)
Opened = tuple[Ask, Corpus]


def rows(name: str) -> list[tuple[str, dict[str, str]]]:
    """Questions, each with what is expected: says, exactly, of, year, section, route, text.

    `denied` where it must be told that the words stand nowhere.
    """
    found = []
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            question, _, expected = line.rpartition(" => ")
            pairs = (part.partition("=") for part in expected.split("; "))
            found.append((question, {key: value for key, _, value in pairs}))
    return found


INVENTED = [*rows("sought_invented.txt"), *rows("sought_words.txt")]
COAST = rows("sought_coast.txt")
REAL = [*rows("sought_real.txt"), *rows("sought_real_more.txt")]


def opened(folder: Path, *reports: Path) -> Iterator[Opened]:
    with Corpus.open(folder, is_writable=True) as corpus:
        results = {r.result for r in ingest_files(corpus, reports).results}
        assert results <= {"saved", "unchanged"}
    with Corpus.open(folder) as corpus:
        yield make_ask(corpus, today=lambda: TODAY, lang=Lang.ZH), corpus


@pytest.fixture(scope="module")
def on_invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    county = tmp_path_factory.mktemp("county")
    write_county(county)
    yield from opened(tmp_path_factory.mktemp("store"), DATA_DIR / "samples", county)


@pytest.fixture(scope="module")
def on_coast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    coast = tmp_path_factory.mktemp("coast")
    write_coast(coast)
    write_county(coast)
    yield from opened(tmp_path_factory.mktemp("store"), DATA_DIR / "samples", coast)


@pytest.fixture(scope="module")
def on_real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    if not SHARED.is_dir():
        pytest.skip("the real reports are not here (../shared/reports)")
    yield from opened(tmp_path_factory.mktemp("store"), SHARED)


@pytest.mark.parametrize(("question", "expected"), INVENTED, ids=[q for q, _ in INVENTED])
def test_a_question_over_invented_reports(
    on_invented: Opened, question: str, expected: dict[str, str]
) -> None:
    check(on_invented, question, expected)


@pytest.mark.parametrize(("question", "expected"), COAST, ids=[q for q, _ in COAST])
def test_a_question_over_another_county(
    on_coast: Opened, question: str, expected: dict[str, str]
) -> None:
    check(on_coast, question, expected)


@pytest.mark.parametrize(("question", "expected"), REAL, ids=[q for q, _ in REAL])
def test_a_question_over_real_reports(
    on_real: Opened, question: str, expected: dict[str, str]
) -> None:
    check(on_real, question, expected)


def check(of: Opened, question: str, expected: dict[str, str]) -> None:
    ask, corpus = of
    context: Context | None = None
    for turn in question.split(" >> "):
        context, answer = (found := ask(turn, context)).context, found.answer
    assert_verbatim(corpus, answer)
    quotes = [quote.quote for quote in answer.passages]
    if "nothing" in expected:
        assert quotes == [], answer.text
    if "denied" in expected:
        assert answer.verdict is not True, answer.text
        assert not quotes or any(w in answer.text for w in ("没有出现", "没有找到")), answer.text
    if "says" in expected:
        wanted = expected["says"].split("|")
        assert any(word in quote for word in wanted for quote in quotes), answer.text
    if "exactly" in expected:
        assert quotes, answer.text
        assert all(expected["exactly"] in quote for quote in quotes), answer.text
    for quote in answer.passages:
        place = f"{quote.region or ''}{quote.issuer}"
        assert any(word in place for word in expected.get("of", "").split("|")), answer.text
        assert str(quote.year) == expected.get("year", str(quote.year)), answer.text
        assert str(quote.section) == expected.get("section", str(quote.section)), answer.text
    if "route" in expected:
        assert answer.route in expected["route"].split("|"), answer.text
    if "verdict" in expected:
        assert answer.verdict is False, answer.text
    assert all(word in answer.text for word in expected.get("text", "").split("|")), answer.text


def assert_verbatim(corpus: Corpus, answer: Answer) -> None:
    """Every quotation stands where it says, in the text that is sent as well."""
    ids = {(i.name, i.region): i.id for i in corpus.holdings().issuers}
    for quote in answer.passages:
        (head,) = corpus.heads([ids[quote.issuer, quote.region]], [quote.year])
        text = {s.number: s.text for s in corpus.sections(head.id)}[quote.section]
        assert text[quote.start : quote.end] == quote.quote
