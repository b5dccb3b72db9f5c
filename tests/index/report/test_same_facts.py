"""The same report in every format gives the same facts; drafts are random and invented."""

import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from index.ingest.digest import read_digests
from index.ingest.walk import Source, Told
from index.types import Digest, Era
from tests.generator.compare import compare
from tests.generator.docx_layouts import docx_of
from tests.generator.html_layouts import clean_page
from tests.generator.reports import draft_report
from tests.generator.truths import Truth

REAL = Path(__file__).parents[4] / "shared" / "reports"
ERAS = (Era.E3, Era.E2, Era.E1)
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
BORDERS = (
    '<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
    + "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in SIDES)
    + "</w:tblBorders></w:tblPr>"
)
RULED = "<style>table{border-collapse:collapse}td{border:1px solid}</style>"

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)
needs_chromium = pytest.mark.skipif(
    shutil.which("chromium") is None, reason="Chromium is not installed"
)


def drafted(folder: Path) -> Mapping[Era, Truth]:
    """A report of each era as a document and as a page, each with ruled tables and without."""
    truths = {}
    for era in ERAS:
        rng = Random(f"same facts {era}")
        draft, truths[era] = draft_report(rng, era, "docx:plain")
        page = clean_page(draft, rng)
        (folder / f"{era}.docx").write_bytes(docx_of(draft))
        (folder / f"{era}-ruled.docx").write_bytes(_ruled(docx_of(draft)))
        (folder / f"{era}-ruled.html").write_text(page.replace("<head>", f"<head>{RULED}"))
        (folder / f"{era}-open.html").write_text(page)
    return truths


def _ruled(document: bytes) -> bytes:
    """The document with lines around all cells of its tables."""
    data = BytesIO()
    with ZipFile(BytesIO(document)) as plain, ZipFile(data, "w") as ruled:
        for name in plain.namelist():
            text = plain.read(name).decode()
            ruled.writestr(name, text.replace("<w:tblPr/>", BORDERS))
    return data.getvalue()


def run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=240)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("drafts")


@pytest.fixture(scope="module")
def truths(folder: Path) -> Mapping[Era, Truth]:
    return drafted(folder)


@pytest.fixture(scope="module")
def converted(folder: Path, truths: Mapping[Era, Truth]) -> Path:
    """PDF files of the documents and the open pages, by LibreOffice in one go."""
    kinds = (".docx", "-ruled.docx", "-open.html")
    names = [f"{era}{kind}" for era in ERAS for kind in kinds]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--convert-to", "pdf", "--outdir", folder / "converted"]
    run("soffice", profile, *options, *(folder / name for name in names))
    return folder / "converted"


def printed(folder: Path, name: str) -> Path:
    """The PDF file that a browser prints of a page."""
    target = folder / f"{name}.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}"]
    run("chromium", *options, f"--user-data-dir={folder / 'browser'}", (folder / name).as_uri())
    return target


def facts_of(digest: Digest) -> set[tuple[str, str, object, object]]:
    return {(f.metric, f.member, f.value, f.status) for f in digest.facts}


def assert_same(path: Path, truth: Truth, tmp_path: Path) -> None:
    """Every number of the draft is in the file, and no other."""
    named = tmp_path / Path(truth.file).with_suffix(path.suffix).name
    shutil.copyfile(path, named)
    (digest,) = read_digests(Source(named), Told())
    tally = compare(truth, digest.facts, digest.findings)
    assert tally.errors == []
    assert (tally.found, tally.unread) == (0, 0)


@pytest.mark.parametrize("era", ERAS)
def test_documents(folder: Path, truths: Mapping[Era, Truth], era: Era, tmp_path: Path) -> None:
    assert_same(folder / f"{era}.docx", truths[era], tmp_path)


@needs_libreoffice
@pytest.mark.parametrize("kind", ["ruled", "open"])
@pytest.mark.parametrize("era", ERAS)
def test_tables_that_libreoffice_prints(
    converted: Path, truths: Mapping[Era, Truth], era: Era, kind: str, tmp_path: Path
) -> None:
    assert_same(converted / f"{era}-{kind}.pdf", truths[era], tmp_path)


@needs_libreoffice
@pytest.mark.parametrize("era", ERAS)
def test_tables_wider_than_the_page_lose_no_more_than_is_cut_off(
    converted: Path, truths: Mapping[Era, Truth], era: Era, tmp_path: Path
) -> None:
    """Table four is wider than the page: its last numbers are really not in the file."""
    named = tmp_path / Path(truths[era].file).with_suffix(".pdf").name
    shutil.copyfile(converted / f"{era}.pdf", named)
    (digest,) = read_digests(Source(named), Told())
    tally = compare(truths[era], digest.facts, digest.findings)
    assert tally.errors == []
    assert {f.table for f in digest.facts if f.value is None} <= {4}


@needs_chromium
@pytest.mark.parametrize("kind", ["ruled", "open"])
@pytest.mark.parametrize("era", ERAS)
def test_tables_that_a_browser_prints(
    folder: Path, truths: Mapping[Era, Truth], era: Era, kind: str, tmp_path: Path
) -> None:
    assert_same(printed(folder, f"{era}-{kind}.html"), truths[era], tmp_path)


@cache
def real(suffix: str) -> Digest:
    (digest,) = read_digests(Source(next(REAL.glob(f"*2023*{suffix}"))), Told())
    return digest


@pytest.mark.skipif(not REAL.is_dir(), reason="the real reports are not here")
@pytest.mark.parametrize("suffix", [".pdf", ".txt"])
def test_a_real_report_says_the_same_in_every_format(suffix: str) -> None:
    document, other = real(".docx"), real(suffix)
    assert facts_of(other) == facts_of(document)
    assert len(document.facts) > 200
    texts = [
        [("".join(s.text.split()), s.number) for s in d.report.sections] for d in (document, other)
    ]
    assert texts[0] == texts[1]
