"""Which of two readings of one report is kept: nothing is merged or overwritten silently."""

from dataclasses import dataclass
from enum import StrEnum

# The nearer to what the office wrote, the better the tables survive.
FORMATS = ("html", "docx", "doc", "txt", "pdf", "scan")


class Verdict(StrEnum):
    """What becomes of a file, given what is held of the same report."""

    SAVED = "saved"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    BETTER = "better"  # replaces, and the former reading becomes a finding
    WORSE = "worse"  # the held one stays, and this reading becomes a finding of it
    TIED = "tied"  # refused: nothing says which one is right
    PLACELESS = "placeless"  # refused: it may be another body of the same name


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says of a report, as hashes, and where it came from."""

    path: str
    url: str | None
    format: str
    facts_hash: str
    content_hash: str

    def is_from_same_place(self, other: "Reading") -> bool:
        """Whether both were read at one path or one address."""
        return self.path == other.path or (self.url is not None and self.url == other.url)


def judge(held: Reading | None, new: Reading, *, is_placed: bool) -> Verdict:
    """What becomes of a new reading; `is_placed` says that both are surely of one place."""
    if held is None:
        return Verdict.SAVED
    if new.is_from_same_place(held):
        is_same = new.content_hash == held.content_hash
        return Verdict.UNCHANGED if is_same else Verdict.REPLACED
    if new.facts_hash == held.facts_hash:
        return Verdict.UNCHANGED
    if not is_placed:
        return Verdict.PLACELESS
    return _by_format(_rank(held), _rank(new))


def _by_format(held: int, new: int) -> Verdict:
    if new == held:
        return Verdict.TIED
    return Verdict.BETTER if new < held else Verdict.WORSE


def _rank(reading: Reading) -> int:
    return FORMATS.index(reading.format) if reading.format in FORMATS else len(FORMATS)
