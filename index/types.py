"""The nouns: what a report is made of, and what was read from it.

Everything here is frozen and imports nothing of ours, so that every other module may use it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

# How reports differ


class Era(StrEnum):
    """The forms that reports have had; decided from the labels of their tables."""

    E0 = "E0"  # 2008-2013: free narrative
    E1 = "E1"  # 2014-2018: narrative and a statistics annex
    E2 = "E2"  # 2019-2020: six sections, first version of the tables
    E3 = "E3"  # 2021 and later: six sections, second version of the tables


class Kind(StrEnum):
    """What kind of body publishes a report; like is ranked with like."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWN = "town"  # 乡, 镇, 街道, 苏木
    DEPARTMENT = "department"  # 局, 委, 分局 …
    OFFICE = "office"  # 人民政府办公室: not the consolidated report of its government
    ZONE = "zone"  # 管委会, 开发区, 园区
    OTHER = "other"


class Status(StrEnum):
    """How a value came about."""

    REPORTED = "reported"
    BLANK = "blank"  # empty or / - — 无: counts as 0
    COMPUTED = "computed"
    APPROXIMATE = "approximate"  # …余, 近…
    REPAIRED = "repaired"  # exactly one reading closes the identities
    UNVERIFIED = "unverified"  # read from a scan
    UNREADABLE = "unreadable"  # value is None
    NOT_REPORTED = "not_reported"  # value is None: a table without any digit


# A report, as it is read


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body that publishes reports.

    `name` is the full name without the place before it (清水乡人民政府, 太康县教育局: a
    department keeps its place). `region` is the path of places that contain a town or a
    department, or of the place itself for a government of a county or city:
    "河南省/周口市/太康县"; None where unknown. It is inferred where parents were filled in from
    the list of places, and guessed where the report names no part of it: the list alone does,
    since it knows only one place of that name.
    """

    name: str
    region: str | None = None
    kind: Kind = Kind.OTHER
    is_region_inferred: bool = False
    is_region_guessed: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text between two breaks, white space trimmed."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cell texts, merged cells repeated or empty as the reader could tell.

    `is_grid` says that columns line up (HTML, DOCX, ruled PDF); otherwise rows are ragged
    (tabs, pipes, one cell a line) and only the order of cells can be trusted.
    """

    rows: tuple[tuple[str, ...], ...]
    is_grid: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of a report: its prose, and the tables that stand in it.

    `number` is 1 to 6 by the official titles, whatever numeral is printed; 0 is what stands
    before the first heading. `text` is the prose without table cells, paragraphs joined by
    newlines; passages point into it.
    """

    number: int
    title: str
    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """The prose of the section."""
        return "\n".join(b.text for b in self.blocks if isinstance(b, Paragraph))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the section, in order."""
        return tuple(b for b in self.blocks if isinstance(b, Table))


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report was read: a file, its address if it had one, its format and hash."""

    file: str
    format: str  # html, docx, txt, pdf, doc, scan
    sha256: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a report: enough to find it again by eye."""

    section: int
    table: int | None
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a report that does not add up or was not understood.

    `rule` is I1 … I6, Y1 …, N1 … of the form's identities, or a word: table_missing,
    row_missing, column_missing, row_unknown, cell_unreadable, cell_empty, cut_off, total_computed,
    digits_joined, read_in_order, other_reading, signals_disagree. `left` and `right` are the
    two sides of an identity.
    """

    rule: str
    message: str
    is_holding: bool = False
    left: Decimal | None = None
    right: Decimal | None = None
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One issuer's disclosure for one year, as read from one file."""

    issuer: Issuer
    year: int
    era: Era
    title: str
    source: Source
    sections: tuple[Section, ...] = ()
    findings: tuple[Finding, ...] = ()
    is_invented: bool = False


# What is derived from it


class Fact(NamedTuple):
    """A metric of a member in a report, with the raw cell or sentence it was read from.

    `value` is None where the cell could not be read. `table` is 2, 3 or 4 (1 for the annex of
    E1), None for a number in a sentence; then `sentence` holds that sentence. A tuple, because
    a report has some 160 of them, and a frozen class takes several times as long to make.
    """

    metric: str
    value: Decimal | None
    raw: str
    status: Status
    section: int
    member: str = "total"
    table: int | None = None
    row: str = ""
    column: str = ""
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class UnmappedRow:
    """A row of a table that no label of the form matches, kept as it stood."""

    table: int
    row: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a section that is searched: `text` stands at `start:end` of its text."""

    section: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Digest:
    """A report with all that was derived from it: what is saved in one transaction."""

    report: Report
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    unmapped: tuple[UnmappedRow, ...]
    passages: tuple[Passage, ...]


# What is held


@dataclass(frozen=True, slots=True)
class HeldIssuer:
    """An issuer of which reports are held, and for which years."""

    id: int
    name: str
    region: str | None
    kind: Kind
    is_region_inferred: bool
    years: tuple[int, ...]  # ascending
    is_invented: bool = False


@dataclass(frozen=True)  # without slots, for what is looked up in it by every question
class Holdings:
    """Which issuers and years are held: a snapshot that understanding may look at."""

    issuers: tuple[HeldIssuer, ...] = ()
    generation: int = 0

    @cached_property
    def by_id(self) -> Mapping[int, HeldIssuer]:
        """The issuers by their ids."""
        return {issuer.id: issuer for issuer in self.issuers}

    @cached_property
    def shared_names(self) -> frozenset[str]:
        """The names that several issuers have."""
        several = Counter([issuer.name for issuer in self.issuers])
        return frozenset(name for name, count in several.items() if count > 1)


class ReportHead(NamedTuple):
    """What identifies a held report and where it was read, without its content.

    A tuple, because a question for what all say has one for each report that is held.
    """

    id: int
    issuer_id: int
    year: int
    era: Era
    title: str
    file: str
    url: str | None
    is_invented: bool


@dataclass(frozen=True, slots=True)
class StoredReport:
    """All that is held of one report."""

    id: int
    issuer: Issuer
    issuer_id: int
    year: int
    era: Era
    title: str
    file: str
    url: str | None
    sha256: str
    is_invented: bool
    sections: tuple["StoredSection", ...] = ()
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    unmapped: tuple[UnmappedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredSection:
    """A section as it is kept: number, title, prose."""

    number: int
    title: str
    text: str


# Numbers that are found


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact with the report it stands in."""

    report_id: int
    issuer_id: int
    year: int
    era: Era
    fact: Fact


@dataclass(frozen=True, slots=True)
class Figures:
    """The values of a metric in many reports, without their cells: what thousands are ranked by.

    In columns, because an object for each report takes several times as long to make.
    """

    metric: str
    member: str
    issuer_ids: Sequence[int]
    years: Sequence[int]
    values: Sequence[Decimal | None]
    statuses: Sequence[Status]


class Tally(NamedTuple):
    """What the rows below a sum come to in one report, and the sum where it is printed itself.

    `is_plain` says that every row that was counted is a number as printed, or a blank cell.
    """

    issuer_id: int
    year: int
    era: Era
    parts: Decimal
    part_count: int
    own: Decimal
    own_count: int
    is_plain: bool
    has_blank: bool


# Wording that is found


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a search looks; None or empty means everywhere."""

    issuer_ids: tuple[int, ...] | None = None
    years: tuple[int, ...] | None = None
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with its place and score; scores only order hits."""

    report_id: int
    issuer_id: int
    year: int
    passage: Passage
    score: float
    context: str  # the neighbourhood in the section, for display
    also_in: int = 0  # how many other reports say exactly this
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of one year beside that of another: kept, changed, new or dropped.

    `left` is None for a new sentence, `right` for a dropped one. `numbers` are those that
    changed, where all else is the same.
    """

    kind: str
    section: int
    left: str | None
    right: str | None
    numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The wording of two years side by side, and the share of the later that was copied."""

    pairs: tuple[Pair, ...]
    copied_share: float


# What becomes of files


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What became of one file: saved, unchanged, replaced or refused."""

    file: str
    result: str
    issuer: str | None = None
    year: int | None = None
    reason: str | None = None
    findings: int = 0
    messages: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Checked:
    """A report of a file with all its findings, or the reason why the file has none."""

    file: str
    report: Report | None = None
    findings: tuple[Finding, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Ingest:
    """Files being read and kept: how many, which kinds were passed over, results as they come."""

    files: int
    skipped: tuple[tuple[str, int], ...]
    results: Iterator[SaveResult]


# What reports state


@dataclass(frozen=True, slots=True)
class Metric:
    """A number that reports state, or a sum or rate of others.

    `rows` are the row labels under which tables print it, the official one first; `columns`
    the column labels where one row holds several metrics. `unit` is the form's own.
    `parts` are the metrics whose sum it is; `over` makes it a rate in per cent:
    sum of `parts` over sum of `over`, less the sum of `less`.
    """

    key: str
    label: str
    english: str
    unit: str
    eras: tuple[Era, ...]
    section: int | None = None
    table: int | None = None
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    caveat: str | None = None  # where the meaning moved between eras
    has_members: bool = False

    @property
    def is_derived(self) -> bool:
        """Whether it is computed from others rather than printed (in the newest form)."""
        return bool(self.parts)

    @property
    def is_rate(self) -> bool:
        """Whether it is a share in per cent."""
        return bool(self.over)


@dataclass(frozen=True, slots=True)
class Member:
    """A column that splits a metric: a kind of applicant; `total` by default."""

    key: str
    label: str
    english: str
    columns: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
