from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from index import Corpus
from index.types import Cell, Digest, Finding, SaveResult, Status, UnmappedRow
from tests.index.digests import NAME, digest, fact

TAIKANG = "河南省/周口市/太康县"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "store", is_writable=True) as corpus:
        yield corpus


def save(corpus: Corpus, *digests: Digest) -> list[SaveResult]:
    return [corpus.save(one) for one in digests]


def results(corpus: Corpus, *digests: Digest) -> list[str]:
    return [result.result for result in save(corpus, *digests)]


def held(corpus: Corpus) -> list[tuple[str | None, tuple[int, ...]]]:
    return [(issuer.region, issuer.years) for issuer in corpus.holdings().issuers]


def value(corpus: Corpus, metric: str = "new_received") -> Decimal | None:
    (found,) = corpus.find_facts([metric])
    return found.fact.value


def test_the_same_file_again_is_unchanged(corpus: Corpus) -> None:
    one = digest({"new_received": 3}, prose="渠道单一。")
    assert results(corpus, one, one) == ["saved", "unchanged"]


def test_another_file_with_the_same_facts_is_unchanged(corpus: Corpus) -> None:
    one = digest({"new_received": 3}, file="a.txt", prose="渠道单一。")
    two = digest({"new_received": 3}, file="b.html", form="html", prose="渠道单一")
    assert results(corpus, one, two) == ["saved", "unchanged"]


def test_other_facts_from_the_same_path_replace_the_report(corpus: Corpus) -> None:
    one = digest({"new_received": 3, "carried_in": 1}, prose="渠道单一。")
    two = digest({"new_received": 4}, prose="人手不足。")
    assert results(corpus, one, two) == ["saved", "replaced"]
    report = corpus.report(1, 2024)
    assert report is not None
    assert [(f.metric, f.raw) for f in report.facts] == [("new_received", "4")]
    assert [s.text for s in report.sections] == ["人手不足。"]


def test_other_facts_from_the_same_address_replace_the_report(corpus: Corpus) -> None:
    url = "https://example.org/2024.html"
    one = digest({"new_received": 3}, file="raw/1.html", url=url)
    two = digest({"new_received": 4}, file="raw/2.html", url=url)
    assert results(corpus, one, two) == ["saved", "replaced"]
    assert value(corpus) == 4


def test_other_words_from_the_same_path_replace_the_report(corpus: Corpus) -> None:
    one = digest({"new_received": 3}, prose="渠道单一。")
    two = digest({"new_received": 3}, prose="人手不足。")
    assert results(corpus, one, two) == ["saved", "replaced"]


def test_other_facts_from_another_path_are_refused_where_the_region_is_unknown(
    corpus: Corpus,
) -> None:
    one = digest({"new_received": 3}, file="a.txt")
    two = digest({"new_received": 4}, file="b.txt")
    _, refused = save(corpus, one, two)
    assert refused.result == "refused"
    assert refused.reason is not None
    assert "--region" in refused.reason
    assert value(corpus) == 3


@pytest.mark.parametrize(
    ("first", "second", "result", "kept"),
    [
        ("txt", "html", "replaced", 4),
        ("txt", "docx", "replaced", 4),
        ("pdf", "txt", "replaced", 4),
        ("html", "txt", "unchanged", 3),
        ("docx", "pdf", "unchanged", 3),
        ("txt", "txt", "refused", 3),
    ],
)
def test_with_the_same_region_the_format_decides_and_the_other_reading_is_a_finding(
    corpus: Corpus, first: str, second: str, result: str, kept: int
) -> None:
    one = digest({"new_received": 3}, file="a." + first, form=first, region="云溪县")
    two = digest({"new_received": 4}, file="b." + second, form=second, region="云溪县")
    assert results(corpus, one, two, two)[1] == result
    assert value(corpus) == kept
    (finding,) = corpus.findings([1])[1]
    assert finding.rule == "other_reading"
    assert not finding.is_holding
    assert "本报告" in finding.message
    assert finding.cells == (Cell(3, 3, "行 new_received", "total"),)


def test_two_years_without_a_region_are_of_one_issuer(corpus: Corpus) -> None:
    save(corpus, digest({"new_received": 1}, year=2023), digest({"new_received": 2}, file="b.txt"))
    assert held(corpus) == [(None, (2023, 2024))]


def test_a_region_is_adopted_by_the_only_issuer_of_that_name(corpus: Corpus) -> None:
    save(
        corpus,
        digest({"new_received": 1}, year=2023),
        digest({"new_received": 2}, file="b.txt", region="云溪县"),
    )
    assert held(corpus) == [("云溪县", (2023, 2024))]


def test_two_known_regions_are_two_issuers(corpus: Corpus) -> None:
    save(
        corpus,
        digest({"new_received": 1}, file="a.txt", region="云溪县"),
        digest({"new_received": 2}, file="b.txt", region="青石县"),
    )
    assert held(corpus) == [("云溪县", (2024,)), ("青石县", (2024,))]


def test_an_unknown_region_among_namesakes_is_refused(corpus: Corpus) -> None:
    *_, refused = save(
        corpus,
        digest({"new_received": 1}, file="a.txt", region="云溪县"),
        digest({"new_received": 2}, file="b.txt", region="青石县"),
        digest({"new_received": 3}, file="c.txt", year=2023),
    )
    assert refused.result == "refused"
    assert refused.reason is not None
    assert "--region" in refused.reason
    assert "云溪县、青石县" in refused.reason


def test_a_region_tells_two_years_apart_when_their_files_are_read_again(corpus: Corpus) -> None:
    save(
        corpus,
        digest({"new_received": 1}, file="a.txt", year=2023),
        digest({"new_received": 2}, file="b.txt"),
    )
    again = results(
        corpus,
        digest({"new_received": 1}, file="a.txt", year=2023, region="云溪县"),
        digest({"new_received": 2}, file="b.txt", region="青石县"),
    )
    assert again == ["unchanged", "replaced"]
    assert held(corpus) == [("云溪县", (2023,)), ("青石县", (2024,))]


def test_the_same_file_among_namesakes_is_known_by_its_path(corpus: Corpus) -> None:
    one = digest({"new_received": 1}, file="a.txt")
    save(
        corpus,
        one,
        digest({"new_received": 1}, file="a.txt", region="云溪县"),
        digest({"new_received": 2}, file="b.txt", region="青石县"),
    )
    assert results(corpus, one) == ["unchanged"]


def test_a_longer_path_of_the_same_place_is_kept(corpus: Corpus) -> None:
    save(
        corpus,
        digest({"new_received": 1}, year=2023, file="a.txt", region="太康县"),
        digest({"new_received": 2}, year=2024, file="b.txt", region=TAIKANG),
        digest({"new_received": 3}, year=2022, file="c.txt", region="太康县"),
    )
    assert held(corpus) == [(TAIKANG, (2022, 2023, 2024))]


def test_a_named_region_beside_a_guessed_one_makes_two_issuers_for_one_year(
    corpus: Corpus,
) -> None:
    save(
        corpus,
        digest({"new_received": 1}, file="a.txt", region=TAIKANG, is_guessed=True),
        digest({"new_received": 2}, file="b.txt", region="云溪县"),
    )
    assert held(corpus) == [("云溪县", (2024,)), (TAIKANG, (2024,))]


def test_a_named_region_replaces_a_guessed_one_for_another_year(corpus: Corpus) -> None:
    save(
        corpus,
        digest({"new_received": 1}, file="a.txt", region=TAIKANG, is_guessed=True),
        digest({"new_received": 2}, file="b.txt", year=2023, region="云溪县"),
    )
    assert held(corpus) == [("云溪县", (2023, 2024))]


def test_a_guessed_region_against_a_held_one_is_refused_for_the_same_year(corpus: Corpus) -> None:
    _, refused = save(
        corpus,
        digest({"new_received": 1}, file="a.txt", region="云溪县"),
        digest({"new_received": 2}, file="b.txt", region=TAIKANG, is_guessed=True),
    )
    assert refused.result == "refused"
    assert held(corpus) == [("云溪县", (2024,))]


def test_reports_without_figures_are_told_apart_by_their_words(corpus: Corpus) -> None:
    one = digest(file="a.txt", prose="全年主动公开信息若干。")
    two = digest(file="b.txt", prose="全年没有收到申请。")
    assert results(corpus, one, two) == ["saved", "refused"]


def test_a_file_that_was_moved_is_cited_where_it_is_now(corpus: Corpus, tmp_path: Path) -> None:
    gone, here = tmp_path / "old" / "a.txt", tmp_path / "a.txt"
    here.write_text("…")
    one = digest({"new_received": 3}, file=str(gone))
    two = digest({"new_received": 3}, file=str(here))
    assert results(corpus, one, two) == ["saved", "unchanged"]
    assert corpus.heads()[0].file == str(here)


def test_a_report_comes_back_whole(corpus: Corpus) -> None:
    facts = (
        fact("new_received", 3, "natural"),
        fact("fees_wan", Decimal("12345.6789")),
        fact("denied_law", None, raw="三?"),
        fact("rules_valid", -8),
    )
    findings = (
        Finding("I1", "不相等", False, Decimal("3.5"), Decimal(4), (Cell(3, 3, "行", "总计"),)),
        Finding("I3", "相等", True, Decimal(3), Decimal(3)),
        Finding("table_missing", "没有表四"),
    )
    rows = (UnmappedRow(2, "其他事项", ("其他事项", "7")),)
    whole = digest(facts=facts, findings=findings, unmapped=rows, prose="渠道单一。")
    result = corpus.save(whole)
    report = corpus.report(1, 2024)
    assert report is not None
    assert sorted(report.facts, key=lambda f: f.metric) == sorted(facts, key=lambda f: f.metric)
    assert report.findings == findings
    assert report.unmapped == rows
    assert report.issuer == whole.report.issuer
    assert (report.file, report.sha256) == ("a.txt", whole.report.source.sha256)
    assert result == SaveResult("a.txt", "saved", NAME, 2024, None, 2)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (Decimal("0.1234567"), "六位"),
        (Decimal("1.0000000000000000000000000000001"), "六位"),
        (Decimal(10) ** 12, "过大"),
        (Decimal("NaN"), "过大"),
        (Decimal("-1E+30"), "过大"),
    ],
)
def test_a_value_that_cannot_be_kept_exactly_is_left_out_and_said(
    corpus: Corpus, given: Decimal, reason: str
) -> None:
    corpus.save(digest(facts=[fact("fees_wan", given, raw="如印")]))
    (found,) = corpus.find_facts(["fees_wan"])
    assert (found.fact.value, found.fact.raw) == (None, "如印")
    assert found.fact.status is Status.UNREADABLE
    (finding,) = corpus.findings([found.report_id])[found.report_id]
    assert finding.rule == "cell_unreadable"
    assert reason in finding.message


@pytest.mark.parametrize("given", ["0", "0.000001", "999999999999.999999", "-0.5", "1E+3", "1.50"])
def test_a_value_comes_back_exactly(corpus: Corpus, given: str) -> None:
    corpus.save(digest(facts=[fact("fees_wan", Decimal(given))]))
    assert value(corpus, "fees_wan") == Decimal(given)


def test_a_second_reading_of_a_cell_is_not_lost_silently(corpus: Corpus) -> None:
    corpus.save(digest(facts=[fact("new_received", 3), fact("new_received", 4)]))
    assert value(corpus) == 3
    assert [f.rule for f in corpus.findings([1])[1]] == ["other_reading"]


def test_a_removed_report_is_gone_from_everywhere(corpus: Corpus) -> None:
    save(
        corpus,
        digest({"new_received": 1}, year=2023, prose="渠道单一。"),
        digest({"new_received": 2}, file="b.txt", prose="人手不足。"),
    )
    assert corpus.remove(1, 2024)
    assert not corpus.remove(1, 2024)
    assert held(corpus) == [(None, (2023,))]
    assert corpus.remove(1, 2023)
    assert held(corpus) == []
    status = corpus.status()
    assert [status[key] for key in ("issuers", "reports", "facts", "passages")] == [0, 0, 0, 0]
    assert results(corpus, digest({"new_received": 2}, file="b.txt")) == ["saved"]


def test_a_name_that_several_places_have_is_filed_with_a_finding(corpus: Corpus) -> None:
    placed = digest({"new_received": 3}, name="城关镇人民政府", region=TAIKANG, year=2023)
    placeless = digest({"new_received": 4}, name="城关镇人民政府", region=None, year=2024)
    save(corpus, placed, placeless)
    assert held(corpus) == [(TAIKANG, (2023, 2024))]
    report = corpus.report(1, 2024)
    assert report is not None
    assert "place_assumed" in [f.rule for f in report.findings]


def test_a_name_that_one_place_has_is_filed_without(corpus: Corpus) -> None:
    placed = digest({"new_received": 3}, name="芝麻洼乡人民政府", region=TAIKANG, year=2023)
    placeless = digest({"new_received": 4}, name="芝麻洼乡人民政府", region=None, year=2024)
    save(corpus, placed, placeless)
    report = corpus.report(1, 2024)
    assert report is not None
    assert "place_assumed" not in [f.rule for f in report.findings]
