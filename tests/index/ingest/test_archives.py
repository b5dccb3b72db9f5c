"""Zip archives of reports: each report in one is kept under the archive and its own name."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from index.corpus import Corpus
from index.ingest.check import check_sources
from index.ingest.many import ingest_sources
from index.ingest.walk import Source, Told, find_sources
from index.types import SaveResult
from tests.generator.samples import sample_files


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "store", is_writable=True) as opened:
        yield opened


def reports(count: int) -> dict[str, bytes]:
    """Some of the samples, by name."""
    return {Path(file.path).name: file.data for file in sample_files()[:count]}


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def ingested(corpus: Corpus, path: Path) -> list[SaveResult]:
    return list(ingest_sources(corpus, find_sources([path]), Told()))


def test_each_report_in_an_archive_is_a_source_of_its_own(tmp_path: Path) -> None:
    path = zipped(tmp_path / "云溪县.zip", {"a/清水乡.txt": b"x", "b.html": b"x", "c.png": b"x"})
    sources = find_sources([tmp_path])
    names = [source.name for source in sources.files]
    assert names == [f"{path}/a/清水乡.txt", f"{path}/b.html"]
    assert sources.skipped == ((".png", 1),)


def test_a_damaged_archive_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "b.txt").write_text("示例")
    sources = find_sources([tmp_path])
    assert [source.name for source in sources.files] == [str(tmp_path / "b.txt")]
    ((file, reason),) = sources.refused
    assert file == str(tmp_path / "a.zip")
    assert "损坏" in reason


def test_reports_are_saved_under_their_names_and_then_unchanged(
    corpus: Corpus, tmp_path: Path
) -> None:
    files = reports(2)
    path = zipped(tmp_path / "年报.zip", files)
    first = ingested(corpus, path)
    assert [(r.file, r.result) for r in first] == [(f"{path}/{name}", "saved") for name in files]
    again = ingested(corpus, path)
    assert [(r.file, r.result) for r in again] == [
        (f"{path}/{name}", "unchanged") for name in files
    ]


def test_a_report_that_changed_in_its_archive_replaces_the_former(
    corpus: Corpus, tmp_path: Path
) -> None:
    ((name, data),) = reports(1).items()
    ingested(corpus, zipped(tmp_path / "年报.zip", {name: data}))
    changed = data.replace("【虚构示例】".encode(), "【虚构示例】另行说明。".encode())
    assert changed != data
    (result,) = ingested(corpus, zipped(tmp_path / "年报.zip", {name: changed}))
    assert result.result == "replaced"


def test_what_cannot_be_read_in_an_archive_is_refused_by_its_name(
    corpus: Corpus, tmp_path: Path
) -> None:
    ((name, data),) = reports(1).items()
    inner = zipped(tmp_path / "in" / "x.zip", {"a.txt": b"x"}).read_bytes()
    path = zipped(tmp_path / "年报.zip", {"坏.docx": b"PK\x03\x04", "内.zip": inner, name: data})
    results = ingested(corpus, path)
    assert [(r.file, r.result) for r in results] == [
        (f"{path}/坏.docx", "refused"),
        (f"{path}/内.zip", "refused"),
        (f"{path}/{name}", "saved"),
    ]
    assert "损坏" in (results[0].reason or "")
    assert "先解压" in (results[1].reason or "")


def test_folders_in_and_above_an_archive_tell_the_place(corpus: Corpus, tmp_path: Path) -> None:
    text = (
        "清水乡人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
        "【虚构示例】全年主动公开政府信息20条，收到申请3件，均按期答复。\n"
        "五、存在的主要问题及改进情况\n渠道较少。\n六、其他需要报告的事项\n无。\n"
    )
    zipped(tmp_path / "河南省" / "周口市.zip", {"太康县/清水乡2024.txt": text.encode()})
    ingested(corpus, tmp_path)
    (issuer,) = corpus.holdings().issuers
    assert issuer.region == "河南省/周口市/太康县"


def test_drafts_in_an_archive_are_checked(corpus: Corpus, tmp_path: Path) -> None:
    path = zipped(tmp_path / "年报.zip", reports(2))
    checked = list(check_sources(corpus, find_sources([path]), Told()))
    assert [c.file for c in checked] == [source.name for source in find_sources([path]).files]
    assert all(c.report is not None for c in checked)


def test_a_file_in_an_archive_from_an_address_has_one_of_its_own() -> None:
    source = Source(Path("kept.zip"), url="https://www.example.gov.cn/a.zip#清水乡.txt")
    assert source.name == "https://www.example.gov.cn/a.zip#清水乡.txt"
