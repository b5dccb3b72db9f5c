"""Paths as people give them to the files that may be reports."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.fetch import UrlList, read_url_list

READABLE = frozenset(
    (".html", ".htm", ".shtml", ".xhtml", ".txt", ".md", ".docx", ".doc", ".pdf", ".zip")
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the person who gives a file says of it, over what the file says."""

    issuer: str | None = None
    year: int | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: where it is, the folder that was given, the address it came from."""

    path: Path
    root: Path | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A web address to be fetched and read."""

    url: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What is to be read, what cannot be (with the reason), and what was passed over, by kind."""

    files: tuple[Source | Address, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    skipped: tuple[tuple[str, int], ...] = ()


def find_sources(paths: Iterable[str | Path], url_list: Path | None = None) -> Sources:
    """The files of paths, of folders recursively, and addresses; those of a list as well.

    What is named itself is never passed over, whatever its kind.
    """
    listed = read_url_list(url_list) if url_list else UrlList((), ())
    files: dict[Path | str, Source | Address] = {url: Address(url) for url in listed.urls}
    refused = [(str(url_list), problem) for problem in listed.problems]
    skipped: Counter[str] = Counter()
    for given in map(str, paths):
        if given.startswith(("http://", "https://")):
            files.setdefault(given, Address(given))
            continue
        try:
            for source in _sources_at(Path(given), skipped):
                files.setdefault(source.path.absolute(), source)
        except FileNotFoundError:
            refused.append((given, "没有这个文件或文件夹 (no such file or folder)"))
        except OSError as error:
            refused.append((given, f"无法打开 (cannot be opened: {error.strerror or error})"))
    return Sources(tuple(files.values()), tuple(refused), tuple(skipped.most_common()))


def _sources_at(path: Path, skipped: Counter[str]) -> Iterator[Source]:
    if not path.stat() or not path.is_dir():
        yield Source(path)
        return
    for found in _within(path):
        if found.suffix.lower() in READABLE:
            yield Source(found, root=path)
        else:
            skipped[found.suffix.lower() or found.name] += 1


def _within(folder: Path) -> Iterator[Path]:
    """The files below a folder in the order of their names, without hidden ones."""
    entries = sorted(folder.iterdir())
    pages = {entry.stem for entry in entries if entry.suffix.lower() in (".html", ".htm")}
    for entry in entries:
        if entry.name.startswith((".", "~$")):  # hidden; a lock of a word processor
            continue
        if entry.is_dir():
            # A saved web page keeps its scripts and frames in a folder of its name.
            is_trimmings = entry.name.removesuffix("_files") in pages
            if not is_trimmings and not entry.is_symlink():
                yield from _within(entry)
        else:
            yield entry
