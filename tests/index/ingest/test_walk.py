from pathlib import Path

import pytest

from index.errors import FetchError
from index.ingest.walk import Address, Source, find_sources


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def found(folder: Path) -> list[str]:
    sources = find_sources([folder]).files
    return [str(s.path.relative_to(folder)) for s in sources if isinstance(s, Source)]


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    touch(tmp_path, "b/2.html", "b/1.TXT", "a.pdf", "b/c/3.docx")
    assert found(tmp_path) == ["a.pdf", "b/1.TXT", "b/2.html", "b/c/3.docx"]


def test_each_file_knows_the_folder_that_was_given(tmp_path: Path) -> None:
    touch(tmp_path, "云溪县/清水乡.txt")
    assert find_sources([tmp_path]).files == (
        Source(tmp_path / "云溪县" / "清水乡.txt", root=tmp_path),
    )


@pytest.mark.parametrize(
    "name", [".hidden.txt", ".git/a.txt", "~$report.docx", "a_files/frame.html"]
)
def test_what_programs_leave_behind_is_not_read(tmp_path: Path, name: str) -> None:
    touch(tmp_path, "a.html", name)
    assert found(tmp_path) == ["a.html"]
    assert find_sources([tmp_path]).skipped == ()


@pytest.mark.parametrize("suffix", [".wps", ".rtf", ".docm", ".mht", ".mhtml", ".doc", ".md"])
def test_what_offices_save_in_other_formats_is_found_in_a_folder(
    tmp_path: Path, suffix: str
) -> None:
    touch(tmp_path, f"a{suffix}")
    assert found(tmp_path) == [f"a{suffix}"]


def test_files_of_other_kinds_are_counted_once_by_kind(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "1.png", "2.PNG", "style.css", "README")
    sources = find_sources([tmp_path])
    assert sources.skipped == ((".png", 2), ("README", 1), (".css", 1))
    assert len(sources.files) == 1


def test_a_file_that_is_named_is_read_whatever_its_kind(tmp_path: Path) -> None:
    touch(tmp_path, "photo.png", ".hidden.txt")
    sources = find_sources([tmp_path / "photo.png", tmp_path / ".hidden.txt"])
    assert sources.files == (
        Source(tmp_path / "photo.png"),
        Source(tmp_path / ".hidden.txt"),
    )


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    ((file, reason),) = find_sources([tmp_path / "none"]).refused
    assert file == str(tmp_path / "none")
    assert "没有这个文件" in reason


def test_a_file_named_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "a.txt")
    monkeypatch.chdir(tmp_path)
    assert len(find_sources([tmp_path, tmp_path / "a.txt", "a.txt", "."]).files) == 1


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    (tmp_path / "again").symlink_to(tmp_path)
    assert found(tmp_path) == ["a.txt"]


def test_addresses_are_taken_as_they_are_and_from_a_list(tmp_path: Path) -> None:
    listed = tmp_path / "urls.txt"
    listed.write_text("https://example.org/1\n# a remark\nnot an address\n", "utf-8")
    sources = find_sources(["http://example.org/2"], listed)
    assert sources.files == (Address("https://example.org/1"), Address("http://example.org/2"))
    assert len(sources.refused) == 1


def test_a_list_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(FetchError):
        find_sources([], tmp_path / "none.txt")
