"""What cannot be computed or told for sure is said so, with the number that stands in the way."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from bot.queries import Condition, Operation
from bot.types import Lang
from index import Corpus
from index.types import Era, Status
from tests.bot.answer.held import ask, numbers, said
from tests.index.digests import digest

REGION = "虚构省/虚构市/青山县"
ABOUT = {2022: 100, 2023: 104, 2024: 300}


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """A town with items that became fewer, approximate figures, and more pending than reviewed."""
    folder: Path = tmp_path_factory.mktemp("unsure")
    with Corpus.open(folder, is_writable=True) as written:
        for year, change in ((2019, -1), (2020, 3)):
            made = digest({"licence_items_change": change}, year=year, era=Era.E2, region=REGION)
            written.save(made)
        for year, value in ABOUT.items():
            fact = said("n_proactive", value, f"{value}余条", Status.APPROXIMATE)
            figures = {"review_corrected": 2, "review_total": 3, "review_pending": 4}
            written.save(digest(figures, year=year, facts=[fact], region=REGION))
    with Corpus.open(folder) as read:
        yield read


def everybody(corpus: Corpus) -> tuple[int, ...]:
    return tuple(issuer.id for issuer in corpus.holdings().issuers)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [(Lang.ZH, "2019年为-1项"), (Lang.EN, "2019 is -1")],
)
def test_growth_from_less_than_nothing_names_the_number(
    one: Corpus, lang: Lang, expected: str
) -> None:
    given = (one, Operation.GROWTH, "licence_items_change", everybody(one), (2019, 2020))
    found = ask(*given, lang=lang)
    assert numbers(found) == [None]
    assert expected in found.text
    assert "为0" not in found.text
    assert any(expected in caveat for caveat in found.caveats)


def test_a_share_of_less_than_nothing_is_undefined(one: Corpus) -> None:
    found = ask(one, Operation.VALUE, "review_correction_rate", everybody(one))
    assert numbers(found) == [None]
    assert "分母为-1" in found.text


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (Operation.CHANGE, "多约4条（约+4.00%）"),
        (Operation.DIFFERENCE, "多约4条。"),
        (Operation.GROWTH, "增长约4.00%。"),
        (Operation.TREND, "2023年比2022年多约4条（约+4.00%）。"),
        (Operation.MEAN, "平均每年约102条"),
    ],
)
def test_what_is_computed_from_approximate_figures_is_approximate(
    one: Corpus, operation: Operation, expected: str
) -> None:
    found = ask(one, operation, "n_proactive", everybody(one), (2022, 2023))
    assert expected in found.text
    assert {v.status for v in found.values} == {"approximate"}


def test_approximate_figures_near_a_bound_are_named_and_decide_nothing(one: Corpus) -> None:
    above = Condition(">", Decimal(105))
    fields = {"condition": above, "is_yes_no": True}
    years = tuple(ABOUT)
    counted = ask(one, Operation.COUNT, "n_proactive", everybody(one), years, **fields)
    assert numbers(counted) == [1]
    assert counted.verdict is True
    assert "另有2个数是约数，无法判断：2022年、2023年。" in counted.text
    near = ask(one, Operation.LIST, "n_proactive", everybody(one), years[:2], **fields)
    assert (numbers(near), near.verdict) == ([], None)
    assert "都不是" not in near.text
    assert "无法判断" in near.text


def test_a_figure_that_is_worded_as_more_than_a_number_is_no_less(one: Corpus) -> None:
    fields = {"condition": Condition(">", Decimal(102)), "is_yes_no": True}
    told = ask(one, Operation.VALUE, "n_proactive", everybody(one), (2023,), **fields)  # 104余条
    assert told.verdict is True
    open_ = ask(one, Operation.VALUE, "n_proactive", everybody(one), (2022,), **fields)  # 100余条
    assert (numbers(open_), open_.verdict) == ([100], None)


@pytest.mark.parametrize("operation", [Operation.LIST, Operation.COUNT])
def test_a_yes_rests_on_the_figures_that_are_listed(one: Corpus, operation: Operation) -> None:
    fields = {"condition": Condition(">=", Decimal(100)), "is_yes_no": True}
    found = ask(one, operation, "n_proactive", everybody(one), (2022,), **fields)  # 100余条
    assert "100余条" in found.text
    assert found.verdict is True


def test_nearly_equal_approximate_figures_are_not_more_or_less(one: Corpus) -> None:
    fields = {"is_yes_no": True, "expects": "more"}
    given = (one, Operation.CHANGE, "n_proactive", everybody(one))
    assert ask(*given, (2022, 2023), **fields).verdict is None
    assert ask(*given, (2023, 2024), **fields).verdict is True


def test_years_without_the_number_are_named_beside_the_best_one(one: Corpus) -> None:
    years = (2021, 2022, 2024)
    best = ask(one, Operation.BEST_YEAR, "n_proactive", everybody(one), years)
    assert numbers(best) == [300]
    assert "没有收录" in best.text
    listed = ask(one, Operation.LIST, "n_proactive", everybody(one), years)
    assert "没有收录" in listed.text
