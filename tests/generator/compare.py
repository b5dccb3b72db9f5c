"""What was read beside what is true: cells right, wrong with a finding, wrong without, missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.types import Era, Fact, Finding, Status
from tests.generator.figures import Key
from tests.generator.truths import Truth


@dataclass(slots=True)
class Tally:
    """Cells counted; `errors` are those that no finding names."""

    right: int = 0
    found: int = 0  # wrong, and a finding names the cell
    wrong: int = 0  # wrong, and none does
    unread: int = 0  # missing, and a finding says so
    missing: int = 0  # missing in silence
    left: int = 0  # numbers in sentences that were left alone, as one in doubt must be
    errors: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)  # the errors that a finding names
    unread_sentences: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count another report's cells as well."""
        self.right += other.right
        self.found += other.found
        self.wrong += other.wrong
        self.unread += other.unread
        self.missing += other.missing
        self.left += other.left
        self.errors += other.errors
        self.told += other.told
        self.unread_sentences += other.unread_sentences

    def __str__(self) -> str:
        return (
            f"right {self.right}, wrong with a finding {self.found}, wrong without {self.wrong}, "
            f"missing with a finding {self.unread}, missing without {self.missing}, "
            f"left in sentences {self.left}"
        )


def compare(truth: Truth, facts: Iterable[Fact], findings: Sequence[Finding]) -> Tally:
    """One report's facts against its truth.

    A number in a sentence that is not in the truth is an error, unless it repeats a cell of the
    tables or the truth has it as possible; one that is not found was left alone.
    """
    tally = Tally()
    open_findings = [finding for finding in findings if not finding.is_holding]
    seen: set[Key] = set()
    for fact in facts:
        key = (fact.metric, fact.member)
        seen.add(key)
        _count(tally, truth, fact, open_findings)
    for key in truth.values:
        if key not in seen:
            _count_missing(tally, truth, key, open_findings)
    return tally


def _count(tally: Tally, truth: Truth, fact: Fact, findings: Sequence[Finding]) -> None:
    key = (fact.metric, fact.member)
    expected = truth.values.get(key, truth.possible.get(key))
    if fact.value is None:
        tally.unread += 1
    elif expected is None:
        _count_extra(tally, truth, fact)
    elif fact.value != expected:
        named = any(_names(finding, fact) for finding in findings)
        tally.found += named
        tally.wrong += not named
        if not named:
            tally.errors.append(
                f"{truth.file}: {key} is {expected}, read {fact.value} {fact.raw!r}"
            )
    elif fact.status not in _statuses_of(truth, fact):
        tally.wrong += 1
        tally.errors.append(f"{truth.file}: {key} {fact.value} has status {fact.status}")
    else:
        tally.right += 1


def _statuses_of(truth: Truth, fact: Fact) -> tuple[Status, ...]:
    key = (fact.metric, fact.member)
    if key in truth.approximate:
        return (Status.APPROXIMATE,)
    if fact.table is None:  # a sum may be stated in words, or made of the parts that are
        return (Status.REPORTED, Status.COMPUTED)
    return (Status.BLANK if key in truth.blanks else Status.REPORTED,)


def _count_extra(tally: Tally, truth: Truth, fact: Fact) -> None:
    # 办结 N 件 in words repeats the table's total; it is no error, nor does it count.
    if fact.metric == "n_answered" and fact.value == truth.values.get(("handled_total", "total")):
        return
    tally.wrong += 1
    where = fact.sentence or f"{fact.row}/{fact.column}"
    tally.errors.append(f"{truth.file}: nothing states {fact.metric} {fact.value}: {where}")


def _count_missing(tally: Tally, truth: Truth, key: Key, findings: Sequence[Finding]) -> None:
    if _stands_in_sentence(truth.era, key[0]):
        tally.left += 1
        tally.unread_sentences.append(f"{truth.file}: {key[0]} {truth.values[key]}")
        return
    is_said = any(f.rule in ("table_missing", "row_missing", "cell_unreadable") for f in findings)
    tally.unread += is_said
    tally.missing += not is_said
    if not is_said:
        tally.errors.append(f"{truth.file}: {key} is missing ({truth.values[key]})")


def _stands_in_sentence(era: Era, metric: str) -> bool:
    return era is Era.E0 or (era is not Era.E1 and metric.startswith("n_"))


def _names(finding: Finding, fact: Fact) -> bool:
    return any(
        cell.table == fact.table and (cell.row in (fact.row, "") or fact.row in cell.row)
        for cell in finding.cells
    )
