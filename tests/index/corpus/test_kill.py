import json
import subprocess
import sys
from pathlib import Path

import pytest

from index import Corpus
from index.types import Scope

ROOT = Path(__file__).resolve().parents[3]


def kill(folder: Path, kills: int, longest: float, *, has_prose: bool, together: int = 1) -> int:
    arguments = map(str, (folder, kills, 7, longest, int(has_prose), together))
    done = subprocess.run(
        [sys.executable, "-m", "tests.index.corpus.killing", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said: int = json.loads(done.stdout)["said"]
    return said


def test_a_kill_at_any_moment_loses_no_saved_report_and_leaves_no_half_one(
    tmp_path: Path,
) -> None:
    assert kill(tmp_path / "store", 24, 0.15, has_prose=False) > 0


def test_of_reports_saved_together_a_kill_loses_none_that_was_said_to_be_saved(
    tmp_path: Path,
) -> None:
    assert kill(tmp_path / "store", 20, 0.2, has_prose=False, together=7) > 0


def test_after_kills_the_next_writer_brings_the_vectors_to_what_is_held(tmp_path: Path) -> None:
    said = kill(tmp_path / "store", 6, 2.0, has_prose=True)
    if said == 0:
        pytest.skip("the machine was too slow to save anything between two kills")
    with Corpus.open(tmp_path / "store", is_writable=True) as corpus:
        corpus.flush()
    with Corpus.open(tmp_path / "store") as corpus:
        held = corpus.holdings().issuers
        assert len(held) >= said
        for issuer in (held[0], held[len(held) // 2], held[-1]):
            (hit,) = corpus.search("渠道单一", Scope(issuer_ids=(issuer.id,)))
            assert hit.score > 0
