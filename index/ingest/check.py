"""Files checked without being kept: what staff run on a draft before it is published."""

from collections.abc import Iterator

from index.corpus import Corpus
from index.errors import FetchError
from index.fetch import FetchSettings, fetch
from index.ingest.many import Reader
from index.ingest.walk import Source, Sources, Told
from index.types import Checked


def check_sources(
    corpus: Corpus, sources: Sources, told: Told, visiting: FetchSettings | None = None
) -> Iterator[Checked]:
    """The findings of files; the years before and after are looked up in what is held."""
    for file, reason in sources.refused:
        yield Checked(file, reason=reason)
    reader = Reader(told)
    for source in sources.files:
        if not isinstance(source, Source):
            try:
                fetched = fetch(source.url, corpus.folder, settings=visiting)
            except FetchError as error:
                yield Checked(source.url, reason=error.reason)
                continue
            source = Source(fetched.path, url=source.url)
        read = reader(source)
        if read.reason is not None:
            yield Checked(read.name, reason=read.reason)
        for digest in read.digests:
            findings = (*digest.findings, *corpus.check_neighbours(digest))
            yield Checked(read.name, digest.report, findings)
