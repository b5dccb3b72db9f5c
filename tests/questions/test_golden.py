"""Every golden question, over the samples and over the real reports' figures."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.ask import make_ask
from bot.types import Answer, Ask, Context, Lang, Route
from index import Corpus, ingest_files
from index.settings import DATA_DIR
from tests.questions.golden import HERE, Golden, fault, read_goldens

SHARED = Path(__file__).resolve().parents[3] / "shared" / "reports"
SAMPLE_DAY, SAMPLE_QUESTIONS = read_goldens(HERE / "samples.txt")
_, TALKS = read_goldens(HERE / "talks.txt")
_, SEVERAL = read_goldens(HERE / "several.txt")
_, ENGLISH = read_goldens(HERE / "english.txt")
_, TURNS = read_goldens(HERE / "turns.txt")
_, OTHERWISE = read_goldens(HERE / "said_otherwise.txt")
REAL_DAY, REAL_QUESTIONS = read_goldens(HERE / "real.txt")


def opened(folder: Path, reports: Path, today: date) -> Iterator[Ask]:
    with Corpus.open(folder, is_writable=True) as corpus:
        assert {r.result for r in ingest_files(corpus, [reports]).results} <= {
            "saved",
            "unchanged",
        }
    with Corpus.open(folder) as corpus:
        yield make_ask(corpus, today=lambda: today, lang=Lang.ZH)


@pytest.fixture(scope="module")
def on_samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    yield from opened(tmp_path_factory.mktemp("samples"), DATA_DIR / "samples", SAMPLE_DAY)


@pytest.fixture(scope="module")
def on_real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    if not SHARED.is_dir():
        pytest.skip("the real reports are not here (../shared/reports)")
    yield from opened(tmp_path_factory.mktemp("real"), SHARED, REAL_DAY)


def answered(ask: Ask, golden: Golden) -> Answer:
    context: Context | None = None
    for q in golden.before:
        context = ask(q, context).context
    return ask(golden.q, context).answer


@pytest.mark.parametrize(
    "golden",
    [*SAMPLE_QUESTIONS, *TALKS, *SEVERAL, *OTHERWISE, *ENGLISH, *TURNS],
    ids=lambda golden: golden.id,
)
def test_a_question_over_the_samples(on_samples: Ask, golden: Golden) -> None:
    answer = answered(on_samples, golden)
    assert fault(answer, golden.expected) is None, answer.text


def test_what_is_offered_instead_has_an_answer(on_samples: Ask) -> None:
    refused = [golden.q for golden in SAMPLE_QUESTIONS if golden.expected.startswith("none")]
    said = [on_samples(q, None).answer for q in refused]
    offered = dict.fromkeys(
        choice.q for one in said if one.route is Route.NONE for choice in one.choices
    )
    assert len(offered) > 50
    assert not [q for q in offered if on_samples(q, None).answer.route is Route.NONE]


@pytest.mark.parametrize("golden", REAL_QUESTIONS, ids=lambda golden: golden.id)
def test_a_question_over_real_reports(on_real: Ask, golden: Golden) -> None:
    answer = answered(on_real, golden)
    assert fault(answer, golden.expected) is None, answer.text


@pytest.mark.parametrize(
    ("q", "missing", "said"),
    [
        ("云溪县2020年以来申请变化", ("2020", "2021"), "2020、2021年"),
        ("清水乡2021年至今一共收到多少件申请", ("2021",), "2021年"),
        ("How have applications in Yunxi developed since 2020?", ("2020", "2021"), "2020, 2021"),
        ("云溪县2024年以前申请一共多少", (), "2022、2023年"),
        ("云溪县各部门2020年以来处罚总数", ("2020", "2021"), "2020、2021年"),
        ("近五年云溪县哪个乡镇申请最多", ("2020", "2021"), "2020、2021年"),
    ],
)
def test_years_of_a_span_that_are_not_held_are_missing(
    on_samples: Ask, q: str, missing: tuple[str, ...], said: str
) -> None:
    answer = on_samples(q, None).answer
    assert answer.coverage is not None
    assert answer.coverage.missing == missing
    assert said in answer.text


@pytest.mark.parametrize(
    ("q", "said"),
    [
        ("云溪县国土局2024年申请多少", "“国土局”（原国土资源局）现为云溪县自然资源局"),
        ("云溪县国土资源局2023年被诉几次", "“国土资源局”现为云溪县自然资源局"),
        ("云溪县卫生局2024年处罚多少", "“卫生局”按云溪县卫生健康局回答"),
        ("云溪县卫计委2024年处罚多少", "（原卫生和计划生育委员会）现为云溪县卫生健康局"),
        ("云溪县教体局2024年申请", "“教体局”按云溪县教育局回答"),
        ("云溪县国土局2019年申请多少", "（原国土资源局）现为云溪县自然资源局"),
        ("云溪县卫健委2024年处罚多少", ""),
        ("云溪县住建局2024年许可", ""),
        ("云溪县自然资源局2024年申请", ""),
    ],
)
def test_a_name_that_a_body_no_longer_bears_is_told(on_samples: Ask, q: str, said: str) -> None:
    first = on_samples(q, None).answer.text.partition("\n")[0]
    assert said in first
    assert bool(said) == first.startswith("“")


@pytest.mark.parametrize(
    ("q", "said"),
    [
        (
            "云溪县教育局2024年收到的20件申请里公开了几件",
            "问题里说的是20件，与报告不同：新收政府信息公开申请9件",
        ),
        ("云溪县教育局2024年收到的9件申请里公开了几件", ""),
        ("云溪县2024年收到的295件申请里公开了几件", ""),
        (
            "Of the 20 applications received by Yunxi in 2024, how many were granted?",
            "The question says 20; the report differs: applications newly received: 271 items",
        ),
    ],
)  # fmt: skip
def test_a_number_that_is_taken_for_known_is_put_right(on_samples: Ask, q: str, said: str) -> None:
    text = on_samples(q, None).answer.text.replace("**", "")
    assert said in text
    assert bool(said) == ("问题里说" in text or "The question says" in text)


def test_a_rank_by_growth_is_told_by_what_it_goes_by(on_samples: Ask) -> None:
    first = on_samples("清水乡2024申请同比增幅排全县乡镇第几", None).answer.text.replace("**", "")
    own = first.partition("\n")[0]
    assert "%（" in own
    assert "件" not in own


def test_the_set_is_large_enough_and_much_of_it_must_get_no_number() -> None:
    goldens = [*SAMPLE_QUESTIONS, *TALKS, *REAL_QUESTIONS]
    assert len({(*g.before, g.q) for g in goldens}) >= 600
    assert sum(g.expected.startswith(("none", "clarify")) for g in goldens) >= 120
