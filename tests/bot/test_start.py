"""What `make run` starts, where the samples were kept with another model before."""

import sqlite3
from pathlib import Path

import pytest

from bot import start
from index import Corpus, ingest_files
from index.types import Scope


@pytest.fixture
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one sample, and a place of its own for the store."""
    (found,) = start.SAMPLES.rglob("清水乡人民政府2024*")
    folder = tmp_path / "samples"
    folder.mkdir()
    (folder / found.name).write_bytes(found.read_bytes())
    monkeypatch.setattr(start, "SAMPLES", folder)
    monkeypatch.setattr(start, "SAMPLE_STORE", tmp_path / "store")
    return folder


def test_samples_kept_with_another_model_are_searched_again(samples: Path) -> None:
    with Corpus.open(start.SAMPLE_STORE, is_writable=True) as corpus:
        assert [r.result for r in ingest_files(corpus, [samples]).results] == ["saved"]
    with sqlite3.connect(start.SAMPLE_STORE / "reports.db") as db:
        db.execute(
            "update meta set value = json_set(value, '$.fingerprint', '') where key = 'vectors'"
        )
    with Corpus.open(start.SAMPLE_STORE) as corpus:
        assert not corpus.is_of_this_model()
    start._keep_samples()
    with Corpus.open(start.SAMPLE_STORE) as corpus:
        assert corpus.is_of_this_model()
        assert corpus.search("网站更新慢", Scope())
