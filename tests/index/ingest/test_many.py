from pathlib import Path

from index import Corpus
from index.ingest.many import ingest_sources
from index.ingest.walk import Told, find_sources
from index.settings import DATA_DIR
from index.types import SaveResult

SAMPLES = DATA_DIR / "samples"


def ingested(corpus: Corpus, processes: int) -> list[SaveResult]:
    return list(ingest_sources(corpus, find_sources([SAMPLES]), Told(), processes=processes))


def test_a_report_that_cannot_be_kept_costs_none_of_those_written_with_it(tmp_path: Path) -> None:
    with Corpus.open(tmp_path, is_writable=True) as corpus:
        assert corpus._writer is not None
        corpus._writer.db.execute(
            "create trigger full before insert on reports when new.year = 2023 "
            "begin select raise(abort, 'database or disk is full'); end"
        )
        results = ingested(corpus, 2)
        held = corpus.holdings().issuers
    refused = [r for r in results if r.result == "refused"]
    saved = [r for r in results if r.result == "saved"]
    assert {r.year for r in refused} == {2023}
    assert "磁盘已满" in (refused[0].reason or "")
    assert sum(len(issuer.years) for issuer in held) == len(saved) > 20
    assert len(results) == len(saved) + len(refused)


def test_one_process_or_several_keep_the_same(tmp_path: Path) -> None:
    kept = []
    for processes in (1, 2):
        with Corpus.open(tmp_path / str(processes), is_writable=True) as corpus:
            results = ingested(corpus, processes)
            heads = [(h.title, h.year, corpus.facts_of(h.id)) for h in corpus.heads()]
        kept.append((results, heads))
    assert kept[0] == kept[1]
