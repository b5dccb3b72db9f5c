"""Findings between two years, in whatever order these come and go."""

from itertools import permutations
from pathlib import Path

import pytest

from index import Corpus
from index.types import Digest
from tests.index.digests import digest, fact

YEARS = (2021, 2022, 2023, 2024)
CARRIED = {2021: (0, 2), 2022: (2, 3), 2023: (4, 1), 2024: (1, 0)}
# What holds: 2021 to 2022 and 2023 to 2024; 2022 hands over 3, and 2023 begins with 4.
EXPECTED = {2021: [], 2022: [True], 2023: [False], 2024: [True]}


def _digest(year: int, carried: tuple[int, int] | None = None) -> Digest:
    carried_in, carried_out = carried or CARRIED[year]
    return digest(
        {"carried_in": carried_in, "carried_out": carried_out},
        year=year,
        region="某省/某市/云溪县",
        file=f"{year}.txt",
        facts=[
            fact("carried_in", carried_in, "natural"),
            fact("carried_out", carried_out, "natural"),
        ],
    )


def _told(corpus: Corpus) -> dict[int, list[bool]]:
    heads = {head.id: head.year for head in corpus.heads()}
    findings = corpus.findings(list(heads))
    return {
        year: sorted({f.is_holding for f in findings[report_id] if f.rule == "Y1"})
        for report_id, year in heads.items()
    }


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus.open(tmp_path, is_writable=True)


def test_the_order_in_which_years_arrive_changes_nothing(tmp_path: Path) -> None:
    seen = []
    for number, order in enumerate(permutations(YEARS)):
        with Corpus.open(tmp_path / str(number), is_writable=True) as corpus:
            for year in order:
                corpus.save(_digest(year), is_flushed=False)
            ids = {head.year: head.id for head in corpus.heads()}
            findings = corpus.findings(list(ids.values()))
            seen.append([set(findings[ids[year]]) for year in YEARS])
            assert _told(corpus) == EXPECTED
    assert all(one == seen[0] for one in seen)


def test_nothing_is_told_twice_however_often_a_year_is_read(corpus: Corpus) -> None:
    with corpus:
        for year in (*YEARS, *YEARS):
            corpus.save(_digest(year))
        counts = [len(findings) for findings in corpus.findings([1, 2, 3, 4]).values()]
        assert counts == [0, 1, 2, 1]


def test_a_replaced_year_is_compared_anew_on_both_sides(corpus: Corpus) -> None:
    with corpus:
        for year in YEARS:
            corpus.save(_digest(year))
        result = corpus.save(_digest(2023, (3, 9)))
        assert result.result == "replaced"
        assert _told(corpus) == {2021: [], 2022: [True], 2023: [True], 2024: [False]}


def test_a_removed_year_takes_its_comparisons_with_it(corpus: Corpus) -> None:
    with corpus:
        for year in YEARS:
            corpus.save(_digest(year))
        issuer = corpus.holdings().issuers[0].id
        corpus.remove(issuer, 2022)
        assert _told(corpus) == {2021: [], 2023: [], 2024: [True]}


def test_a_draft_is_compared_with_both_years_beside_it_and_not_kept(corpus: Corpus) -> None:
    with corpus:
        for year in (2021, 2022, 2024):
            corpus.save(_digest(year))
        findings = corpus.check_neighbours(_digest(2023, (3, 7)))
        assert [(f.rule, f.is_holding) for f in findings] == [
            ("Y1", True),
            ("Y1", False),
            ("Y1", False),
        ]
        assert "2023年结转下年 7，2024年上年结转 1" in findings[1].message
        assert _told(corpus) == {2021: [], 2022: [True], 2024: []}


def test_a_draft_of_a_held_year_stands_in_for_it(corpus: Corpus) -> None:
    with corpus:
        for year in YEARS:
            corpus.save(_digest(year))
        findings = corpus.check_neighbours(_digest(2023, (3, 1)))
        assert [(f.rule, f.is_holding) for f in findings] == [("Y1", True), ("Y1", True)]


def test_an_unknown_issuer_has_no_neighbours(corpus: Corpus) -> None:
    with corpus:
        corpus.save(_digest(2022))
        other = digest(
            {"carried_in": 9}, name="白石镇人民政府", region="某省/某市/青石县", year=2023
        )
        assert corpus.check_neighbours(other) == ()
