"""Many files to the stores: a pool reads, one process writes, what is saved stays saved."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from time import monotonic

from index.corpus import Corpus
from index.errors import FetchError, ReportIndexError, StoreError, UnreadableReport
from index.fetch import FetchSettings, fetch
from index.ingest.digest import program, read_digests
from index.ingest.pool import Pool
from index.ingest.walk import Address, Source, Sources, Told, sources_in
from index.types import Digest, SaveResult

FEW = 8  # files; for so few no process is started
_FLUSH_EVERY = 200  # reports: embedding many texts at once is cheaper
_TOGETHER = 0.5  # seconds for which what is read by now is written at once
_NONE_FOUND = "没有找到年度报告 (no annual report found in it)"


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading a file: its reports, or the reason why there are none."""

    source: Source
    digests: tuple[Digest, ...] = ()
    reason: str | None = None

    @property
    def name(self) -> str:
        """The file or address as the person gave it."""
        return self.source.name


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a file in whatever process; never raises."""

    told: Told

    def __call__(self, source: Source) -> Read:
        """The reports of a file, or the reason why there are none."""
        try:
            digests = read_digests(source, self.told)
        except UnreadableReport as error:
            return Read(source, reason=error.reason)
        except ReportIndexError as error:
            return Read(source, reason=str(error))
        except OSError as error:
            reason = error.strerror or str(error)
            return Read(source, reason=f"无法打开文件 (cannot be opened: {reason})")
        except Exception as error:  # a defect of ours must not cost the other files
            reason = f"读取时出错，请报告此问题 (defect while reading: {type(error).__name__})"
            return Read(source, reason=reason)
        return Read(source, digests, None if digests else _NONE_FOUND)


def ingest_sources(
    corpus: Corpus,
    sources: Sources,
    told: Told,
    *,
    processes: int | None = None,
    visiting: FetchSettings | None = None,
) -> Iterator[SaveResult]:
    """Read files and addresses and keep their reports; results in about the order given.

    A report gives a result, and so does a file without any. Vectors follow now and then and at
    the end, also after Ctrl-C; what is saved is found without them.
    """
    for file, reason in sources.refused:
        yield SaveResult(file, "refused", reason=reason)
    walk = _Walk(corpus, told, visiting or FetchSettings())
    is_many = len(sources.files) > FEW
    size = min(processes or os.cpu_count() or 1, len(sources.files)) if is_many else 0
    yield from walk.results(sources.files, size)


class _Walk:
    """One run over many files."""

    def __init__(self, corpus: Corpus, told: Told, visiting: FetchSettings) -> None:
        self._corpus = corpus
        self._reader = Reader(told)
        self._visiting = visiting
        # The same program with the same options reads the same file the same way.
        self._label = f"{program()} {told.issuer} {told.year} {told.region}"
        self._aside = deque[SaveResult]()  # results of files that need not be read
        self._unflushed = 0
        self._failure: StoreError | None = None
        self._is_ready: Callable[[], bool] = _never

    def results(self, sources: Sequence[Source | Address], size: int) -> Iterator[SaveResult]:
        """The results of all files, read here or by `size` processes."""
        reads = self._reads(sources, size)
        try:
            for read in reads:
                results = self._kept(read, reads)
                yield from self._drained()
                yield from results
                if self._unflushed >= _FLUSH_EVERY:
                    self._flush()
            yield from self._drained()
        finally:
            self._flush()
        if self._failure:
            raise self._failure

    def _reads(self, sources: Sequence[Source | Address], size: int) -> Iterator[Read]:
        tasks = self._tasks(sources)
        if size == 0:
            return map(self._reader, tasks)
        pool = Pool(self._reader, lambda source, why: Read(source, reason=why), size)
        self._is_ready = pool.is_ready
        return pool.run(tasks)

    def _tasks(self, sources: Iterable[Source | Address]) -> Iterator[Source]:
        """The files that must be read; what is known of the others is put aside."""
        for source in sources:
            if isinstance(source, Source):
                known = self._known(source)
                self._aside.extend(known)
                if not known:
                    yield source
                continue
            try:
                fetched = fetch(source.url, self._corpus.folder, settings=self._visiting)
                yield from sources_in(Source(fetched.path, url=source.url))
            except (FetchError, UnreadableReport) as error:
                self._aside.append(SaveResult(source.url, "refused", reason=error.reason))

    def _known(self, source: Source) -> tuple[SaveResult, ...]:
        try:
            digest = sha256(source.read_bytes()).hexdigest()
        except (OSError, UnreadableReport):
            return ()  # reading it will say why
        return self._corpus.read_before(str(source.file), digest, self._label)

    def _drained(self) -> Iterator[SaveResult]:
        while self._aside:
            yield self._aside.popleft()

    def _kept(self, read: Read, others: Iterator[Read]) -> list[SaveResult]:
        """Keep what was read of a file, and of those that are ready by now; nothing waits."""
        group = [read]
        until = monotonic() + _TOGETHER
        try:
            with self._corpus.together():
                results = [*self._saved(read)]
                while monotonic() < until and self._is_ready():
                    group.append(next(others))
                    results += self._saved(group[-1])
        except StoreError:  # none of them is kept; one by one, each says what is wrong
            return [result for each in group for result in self._saved(each, is_alone=True)]
        return results

    def _saved(self, read: Read, *, is_alone: bool = False) -> Iterator[SaveResult]:
        """The results of a file; `is_alone` if a report that cannot be kept is one of them."""
        if read.reason is not None:
            self._note(read)
            yield SaveResult(read.name, "refused", reason=read.reason)
        save = self._tried if is_alone else self._save
        results = [save(read, digest) for digest in read.digests]
        for result in results:
            is_last = result is results[-1]
            yield replace(result, messages=self._left_over(read, results)) if is_last else result

    def _tried(self, read: Read, digest: Digest) -> SaveResult:
        try:
            return self._save(read, digest)
        except StoreError as error:
            name, year = digest.report.issuer.name, digest.report.year
            return SaveResult(read.name, "refused", name, year, str(error))

    def _save(self, read: Read, digest: Digest) -> SaveResult:
        self._unflushed += 1
        result = self._corpus.save(digest, is_flushed=False, reading=self._label)
        return replace(result, file=read.name)

    def _left_over(self, read: Read, results: Sequence[SaveResult]) -> tuple[str, ...]:
        """What the same file was taken for before, which stays until a person removes it."""
        now = {(result.issuer, result.year) for result in results}
        return tuple(
            f"此文件先前读作{issuer}{year}年，该报告仍在库中；如有误请运行 "
            f"nianbao remove {issuer} {year} (an earlier reading of this file is still held)"
            for issuer, year in self._corpus.held_from(str(read.source.file))
            if (issuer, year) not in now
        )

    def _note(self, read: Read) -> None:
        source = read.source
        try:
            digest = sha256(source.read_bytes()).hexdigest()
            self._corpus.note_refused(str(source.file), digest, source.url, read.reason or "")
        except (OSError, UnreadableReport, StoreError):
            return  # there is no file, or no room to remember it

    def _flush(self) -> None:
        if self._failure is None:
            try:
                self._corpus.flush()
            except StoreError as error:
                self._failure = error
        self._unflushed = 0


def _never() -> bool:
    """What is read in this process is not read before it is asked for."""
    return False
