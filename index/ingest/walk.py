"""Paths as people give them to the files that may be reports."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import UnreadableReport
from index.fetch import UrlList, read_url_list
from index.report.archive import Member, is_archive, members_of, read_bytes

READABLE = frozenset((".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".txt", ".md"))
READABLE |= {".docx", ".docm", ".doc", ".wps", ".rtf", ".pdf", ".zip"}


@dataclass(frozen=True, slots=True)
class Told:
    """What the person who gives a file says of it, over what the file says."""

    issuer: str | None = None
    year: int | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: where it is, the folder that was given, the address it came from.

    A file in a zip archive is a source of its own: `path` is the archive, `member` the file.
    """

    path: Path
    root: Path | None = None
    url: str | None = None
    member: Member | None = None

    @property
    def file(self) -> Path:
        """The path by which it is known: a.zip/清水乡.txt for a file in an archive."""
        return self.path / self.member.name if self.member else self.path

    @property
    def name(self) -> str:
        """What a person is told it is: its address, or its file."""
        return self.url or str(self.file)

    def read_bytes(self) -> bytes:
        """What is in it."""
        return read_bytes(self.path, self.member) if self.member else self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class Address:
    """A web address to be fetched and read."""

    url: str

    @property
    def name(self) -> str:
        """What a person is told it is."""
        return self.url


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
            for source in _sources_at(Path(given), skipped, refused):
                files.setdefault(source.file.absolute(), source)
        except FileNotFoundError:
            refused.append((given, "没有这个文件或文件夹 (no such file or folder)"))
        except OSError as error:
            refused.append((given, f"无法打开 (cannot be opened: {error.strerror or error})"))
    return Sources(tuple(files.values()), tuple(refused), tuple(skipped.most_common()))


def _sources_at(
    path: Path, skipped: Counter[str], refused: list[tuple[str, str]]
) -> Iterator[Source]:
    if not path.stat() or not path.is_dir():
        yield from _unpacked(Source(path), skipped, refused)
        return
    for found in _within(path):
        if found.suffix.lower() == ".zip":
            yield from _unpacked(Source(found, root=path), skipped, refused)
        elif found.suffix.lower() in READABLE:
            yield Source(found, root=path)
        else:
            skipped[found.suffix.lower() or found.name] += 1


def _unpacked(
    source: Source, skipped: Counter[str], refused: list[tuple[str, str]]
) -> Iterator[Source]:
    try:
        for inner in sources_in(source):
            if inner.member is None or inner.file.suffix.lower() in READABLE:
                yield inner
            else:
                skipped[inner.file.suffix.lower() or inner.file.name] += 1
    except UnreadableReport as error:
        refused.append((source.name, error.reason))


def sources_in(source: Source) -> Iterator[Source]:
    """A file itself, or each file in it where it is an archive; raises UnreadableReport."""
    if not is_archive(source.path):
        yield source
        return
    for member in members_of(source.path):
        url = f"{source.url}#{member.name}" if source.url else None
        yield replace(source, member=member, url=url)


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
