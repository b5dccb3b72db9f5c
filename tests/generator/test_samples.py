"""The samples: made again byte for byte, adding up, and saying that they are invented."""

import re
from collections.abc import Iterable
from decimal import Decimal

import pytest

from index.types import Era
from index.vocabulary.regions import load_regions
from tests.generator.figures import BLOCKS, COLUMNS, MEMBERS, OUTCOMES, outcomes_of, rows_of
from tests.generator.sample_figures import YUNXI, sample_figures
from tests.generator.samples import (
    CONTRADICTION,
    SAMPLES,
    SampleFile,
    sample_files,
    sample_truths,
)
from tests.generator.truths import Truth

FILES = sample_files()
EVERY_FILE = pytest.mark.parametrize("file", FILES, ids=[f.path for f in FILES])


def test_the_samples_are_what_the_generator_writes() -> None:
    kept = {str(p.relative_to(SAMPLES)) for p in SAMPLES.rglob("*") if p.is_file()}
    assert kept == {file.path for file in FILES}
    assert [f.path for f in FILES if (SAMPLES / f.path).read_bytes() != f.data] == []


@EVERY_FILE
def test_every_sample_says_near_its_top_that_it_is_invented(file: SampleFile) -> None:
    text = text_of_file(file)
    assert "虚构示例" in text[: text.index("总体情况")]
    assert not re.search(r"\{|\}|\[|\]|@2", re.sub(r"<style.*?</style>|<!.*?>", "", text))


@EVERY_FILE
def test_every_sample_adds_up(file: SampleFile) -> None:
    v = file.truth.values
    for member in MEMBERS:
        handled = v[("handled_total", member)]
        came = v[("new_received", member)] + v[("carried_in", member)]
        assert came == handled + v[("carried_out", member)]
        assert handled == sum(v[(row, member)] for row in outcomes_of(Era.E3))
    for row in rows_of(Era.E3):
        assert v[(row, "total")] == sum(v[(row, column)] for column in COLUMNS)
    for block in BLOCKS:
        if (f"{block}_total", "total") in v:
            parts = (v[(f"{block}_{outcome}", "total")] for outcome in OUTCOMES)
            assert v[(f"{block}_total", "total")] == sum(parts)


def test_every_year_takes_over_what_the_year_before_left() -> None:
    pairs = 0
    for one, other in pairs_of_years(sample_truths()):
        pairs += 1
        for member in MEMBERS:
            assert other.values[("carried_in", member)] == one.values[("carried_out", member)]
        for kind in ("rules", "normdocs"):
            made, repealed, valid = (f"{kind}_{what}" for what in ("issued", "repealed", "valid"))
            assert other.values[(valid, "total")] == (
                one.values[(valid, "total")]
                + other.values[(made, "total")]
                - other.values[(repealed, "total")]
            )
    assert pairs == 28


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_the_county_is_the_sum_of_its_bodies(year: int) -> None:
    county = sample_figures("云溪县人民政府", year)
    bodies = [sample_figures(body, year) for body in YUNXI]
    assert county == {key: sum((b[key] for b in bodies), Decimal(0)) for key in county}


@pytest.mark.parametrize("metric", ["n_proactive", "n_info_fee", "n_info_fee_cases"])
def test_what_the_county_says_in_words_is_the_sum_too(metric: str) -> None:
    for year in (2022, 2024):
        held = [t for t in sample_truths() if t.region == "云溪县" and t.year == year]
        said = {t.name: t.values.get((metric, "total"), Decimal(0)) for t in held}
        county = said.pop("云溪县人民政府")
        assert county == sum(said.values()), year


def test_only_the_deliberate_contradiction_says_another_number_than_its_table() -> None:
    wrong = [
        (file.truth.name, file.truth.year)
        for file in FILES
        if said_received(file) not in (None, file.truth.values[("new_received", "total")])
    ]
    assert wrong == [CONTRADICTION]
    assert sum(said_received(file) is None for file in FILES) == 2  # 桑桥镇: 未收到


def test_there_are_issuers_enough_and_no_real_place_among_them() -> None:
    truths = sample_truths()
    issuers = {(t.region, t.name) for t in truths}
    assert len({name for region, name in issuers if region == "云溪县"}) >= 12
    assert {region for region, name in issuers if name == "城关镇人民政府"} == {"云溪县", "青石县"}
    regions = load_regions()
    for place in ("云溪县", "青石县", "望汀街道", "桑桥镇"):
        assert not regions.is_place(place)


def text_of_file(file: SampleFile) -> str:
    declared = b"gb2312" in file.data[:300]
    return file.data.decode("gb18030" if declared else "utf-8")


def said_received(file: SampleFile) -> Decimal | None:
    """The applications that section one says were received, counted without any reader."""
    prose = text_of_file(file).partition("总体情况</" if b"<html" in file.data else "总体情况\n")[
        2
    ]
    prose = prose.partition("二、主动公开")[0]
    found = re.search(
        r"(?:新收|收到)(?!意见)[^，。；、\d]{0,10}申请(\d+)件|收到申请(\d+)件", prose
    )
    return Decimal(found[1] or found[2]) if found else None


def pairs_of_years(truths: Iterable[Truth]) -> list[tuple[Truth, Truth]]:
    by_report = {(t.region, t.name, t.year): t for t in truths}
    return [
        (by_report[(region, name, year - 1)], truth)
        for (region, name, year), truth in by_report.items()
        if (region, name, year - 1) in by_report
    ]
