"""Reports in; facts and passages out: the public face."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from index.catalog import find_issuer
from index.catalog.identity import bare_name, steps_of
from index.corpus import Corpus
from index.types import Checked, Ingest

__all__ = [
    "Corpus",
    "bare_name",
    "check_files",
    "find_issuer",
    "ingest_files",
    "likeness_to",
    "steps_of",
]


def ingest_files(
    corpus: Corpus,
    paths: Sequence[str | Path],
    *,
    issuer: str | None = None,
    year: int | None = None,
    region: str | None = None,
    url_list: Path | None = None,
    allow_private: bool = False,
) -> Ingest:
    """Read files, folders and addresses, and keep their reports as the results are taken."""
    # The readers are many, and who only asks needs none of them.
    from index.fetch import FetchSettings
    from index.ingest.many import ingest_sources
    from index.ingest.walk import Told, find_sources

    sources = find_sources(paths, url_list)
    results = ingest_sources(
        corpus,
        sources,
        Told(issuer, year, region),
        visiting=FetchSettings(allow_private=allow_private),
    )
    return Ingest(len(sources.files) + len(sources.refused), sources.skipped, results)


def check_files(
    corpus: Corpus,
    paths: Sequence[str | Path],
    *,
    issuer: str | None = None,
    year: int | None = None,
    region: str | None = None,
) -> Iterator[Checked]:
    """Read files without keeping anything, and say what does not add up in them."""
    from index.ingest.check import check_sources
    from index.ingest.walk import Told, find_sources

    yield from check_sources(corpus, find_sources(paths), Told(issuer, year, region))


def likeness_to(wordings: Sequence[str]) -> Callable[[str], list[float]]:
    """What tells how like in meaning each wording is to a word; raises ModelUnavailable."""
    # Who asks for what is counted needs no model.
    from index.passages.likeness import read_wordings

    return read_wordings(wordings).likeness
