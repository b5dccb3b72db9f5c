"""The samples in a real store: all saved, every fact true, no finding but the known ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.corpus import Corpus
from index.ingest.many import ingest_sources
from index.ingest.walk import Told, find_sources
from index.types import SaveResult, StoredReport
from tests.generator.compare import Tally, compare
from tests.generator.samples import CONTRADICTION, SAMPLES, sample_truths


@pytest.fixture(scope="module")
def ingested(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Corpus, list[SaveResult]]]:
    folder = Path(tmp_path_factory.mktemp("samples"))
    with Corpus.open(folder, is_writable=True) as corpus:
        sources = find_sources([SAMPLES])
        yield corpus, list(ingest_sources(corpus, sources, Told(), processes=1))


Ingested = tuple[Corpus, list[SaveResult]]


def test_every_sample_is_saved(ingested: Ingested) -> None:
    _, results = ingested
    assert [r for r in results if r.result != "saved"] == []
    assert len(results) == len(sample_truths())


def test_every_stored_fact_is_true(ingested: Ingested) -> None:
    corpus, _ = ingested
    tally = Tally()
    reports = stored(corpus)
    for truth in sample_truths():
        report = reports[truth.name, truth.region, truth.year]
        tally.add(compare(truth, report.facts, report.findings))
        assert report.is_invented
    assert tally.errors == []
    assert (tally.wrong, tally.found, tally.missing) == (0, 0, 0), str(tally)
    assert tally.left <= 0.25 * said_in_sentences(), tally.unread_sentences


def test_only_the_known_findings_are_stored(ingested: Ingested) -> None:
    corpus, _ = ingested
    failed = {
        (who[0], who[2], finding.rule)
        for who, report in stored(corpus).items()
        for finding in report.findings
        if not finding.is_holding
    }
    assert failed == {(*CONTRADICTION, "N1"), ("望汀街道办事处", 2022, "table_missing")}


def stored(corpus: Corpus) -> dict[tuple[str, str | None, int], StoredReport]:
    reports = {}
    for issuer in corpus.holdings().issuers:
        for year in issuer.years:
            report = corpus.report(issuer.id, year)
            assert report is not None
            reports[issuer.name, issuer.region, year] = report
    return reports


def said_in_sentences() -> int:
    return sum(key[0].startswith("n_") for t in sample_truths() for key in t.values)
