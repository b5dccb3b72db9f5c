"""Every question over several bodies, over the samples."""

from collections.abc import Iterator

import pytest

from bot.types import Ask, Route
from index.settings import DATA_DIR
from tests.questions.golden import HERE, Golden, fault, read_goldens
from tests.questions.test_golden import REAL_DAY, SHARED, answered, opened

TODAY, GOLDENS = read_goldens(HERE / "bodies.txt")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    yield from opened(tmp_path_factory.mktemp("bodies"), DATA_DIR / "samples", TODAY)


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.id)
def test_a_question_over_several_bodies(ask: Ask, golden: Golden) -> None:
    answer = answered(ask, golden)
    assert fault(answer, golden.expected) is None, answer.text


@pytest.fixture(scope="module")
def on_real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    if not SHARED.is_dir():
        pytest.skip("the real reports are not here (../shared/reports)")
    yield from opened(tmp_path_factory.mktemp("real"), SHARED, REAL_DAY)


@pytest.mark.parametrize(
    ("q", "quoted"),
    [
        ("宿迁市2023年沭阳县收到多少申请", "沭阳县477件"),
        ("泗洪县2023年办理了多少申请", "泗洪县874件"),
        ("宿迁市宿城区2023年收到多少件申请", "宿城区348件"),
        ("泗洪县2023年政策简明问答几期", "泗洪县2期"),
    ],
)
def test_what_a_city_says_of_its_county_is_quoted_and_no_number_of_the_county(
    on_real: Ask, q: str, quoted: str
) -> None:
    answer = on_real(q, None).answer
    assert (answer.route, answer.reason, answer.values) == (Route.NONE, "no_issuer", ())
    assert [p.issuer for p in answer.passages] == ["宿迁市人民政府"]
    assert quoted in answer.passages[0].quote


@pytest.mark.parametrize("q", ["宿迁市2024年各县区谁的申请最多", "宿迁各县区2023年申请各多少"])
def test_of_a_held_city_without_its_counties_nothing_false_is_said(on_real: Ask, q: str) -> None:
    answer = on_real(q, None).answer
    assert (answer.route, answer.values) == (Route.NONE, ())
    assert "没有收录它" not in answer.text
    assert "收录的报告里没有所问的这类单位" in answer.text
