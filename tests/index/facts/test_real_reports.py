"""The real reports, cell for cell, where their files are at hand."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from index import Corpus
from index.ingest.digest import read_digests
from index.ingest.walk import Source, Told
from index.types import Digest
from tests.index.facts.real_reports import FOLDER, REAL, SUQIAN_2023, SUQIAN_2024, Real

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the real reports do not stand beside the project"
)
FILES = [(real, file) for real in REAL for file in real.files]


def _digest(file: str) -> Digest:
    (digest,) = read_digests(Source(FOLDER / file, root=FOLDER), Told(None, None, None))
    return digest


@pytest.mark.parametrize(("real", "file"), FILES, ids=[file[-30:] for _, file in FILES])
def test_every_cell_and_figure_of_a_real_report_is_read(real: Real, file: str) -> None:
    digest = _digest(file)
    report = digest.report
    assert (report.issuer.name, report.year) == (real.issuer, real.year)
    cells = {(f.metric, f.member): f.value for f in digest.facts if f.table is not None}
    assert cells == real.cells
    assert len(cells) == 10 + 25 * 7 + 15
    assert all(f.status.value == "reported" for f in digest.facts if f.table is not None)
    said = {
        f.metric: (str(f.value), f.raw.replace("\n", ""), f.status.value)
        for f in digest.facts
        if f.table is None
    }
    assert said == real.said
    texts = [section.text for section in report.sections]
    assert all(any(f.sentence in text for text in texts) for f in digest.facts if f.sentence)


@pytest.mark.parametrize(("real", "file"), FILES, ids=[file[-30:] for _, file in FILES])
def test_the_real_reports_add_up_but_for_what_they_say_in_words(real: Real, file: str) -> None:
    findings = _digest(file).findings
    broken = [f.rule for f in findings if not f.is_holding]
    assert broken == (["N3", "N3"] if real is SUQIAN_2024 else [])
    assert {"I1", "I2", "I3", "I5", "N1"} <= {f.rule for f in findings if f.is_holding}


def test_two_real_years_meet_whichever_comes_first(tmp_path: Path) -> None:
    digests = [_digest(real.files[0]) for real in (SUQIAN_2023, SUQIAN_2024)]
    told = []
    for name, order in (("a", digests), ("b", digests[::-1])):
        with Corpus.open(tmp_path / name, is_writable=True) as corpus:
            for digest in order:
                corpus.save(digest)
            heads = corpus.heads(years=[2024])
            told.append([f for f in corpus.findings([heads[0].id])[heads[0].id] if "Y" in f.rule])
    assert all(one == other for one, other in pairwise(told))
    # 121 carried over; 11 + 2 - 1 = 12 rules, 597 + 50 - 227 = 420 documents in force.
    y1 = [f for f in told[0] if f.rule == "Y1"]
    y2 = [(f.is_holding, f.left, f.right) for f in told[0] if f.rule == "Y2"]
    assert y2 == [(True, Decimal(12), Decimal(12)), (True, Decimal(420), Decimal(420))]
    # The legal column of 2023 ended with 0 and began 2024 with 0, and so did all the others.
    assert [f.is_holding for f in y1] == [True]
