"""Files checked without being kept: what staff run on a draft before it is published."""

from collections.abc import Iterator

from index.corpus import Corpus
from index.errors import FetchError, UnreadableReport
from index.fetch import FetchSettings, fetch
from index.ingest.many import Reader
from index.ingest.walk import Address, Source, Sources, Told, sources_in
from index.types import Checked


def check_sources(
    corpus: Corpus, sources: Sources, told: Told, visiting: FetchSettings | None = None
) -> Iterator[Checked]:
    """The findings of files; the years before and after are looked up in what is held."""
    for file, reason in sources.refused:
        yield Checked(file, reason=reason)
    reader = Reader(told)
    for source in sources.files:
        try:
            found = tuple(_fetched(corpus, source, visiting))
        except (FetchError, UnreadableReport) as error:
            yield Checked(source.name, reason=error.reason)
            continue
        for read in map(reader, found):
            if read.reason is not None:
                yield Checked(read.name, reason=read.reason)
            for digest in read.digests:
                findings = (*digest.findings, *corpus.check_neighbours(digest))
                yield Checked(read.name, digest.report, findings)


def _fetched(
    corpus: Corpus, source: Source | Address, visiting: FetchSettings | None
) -> Iterator[Source]:
    if isinstance(source, Source):
        yield source
        return
    fetched = fetch(source.url, corpus.folder, settings=visiting)
    yield from sources_in(Source(fetched.path, url=source.url))
