"""What sentences say of the same metric: one figure is kept where it is sure which."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from index.facts.sentences.split import Sentence
from index.text import plain
from index.types import Cell, Fact, Finding, Status
from index.vocabulary.metrics import METRIC

ZERO = Decimal(0)
# Several figures of these are several things, and no contradiction.
_OF_MANY_KINDS = frozenset(
    (
        "n_inspection",
        "n_mail",
        "n_mail_rate",
        "n_response",
        "n_video",
        "n_platform_other",
        "n_interpretation",
        "n_board",
        "n_press",
        "n_training",
        "n_meeting",
        "n_consult",
        "n_solicit",
        "n_visit",
        "n_read",
        "n_follower",
        "n_proposals",
        "n_catalogue",
        "n_answered",
        "n_answered_rate",
        "n_point",
        "n_account",
        "n_service",
    )
)
_NEAR = Decimal("0.15")
# Beside 共160条 another 158条 is no part but a contradiction.
_LARGEST_PART = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class Statement:
    """A metric's value as a sentence says it, at `start:end` of the sentence in one width."""

    metric: str
    value: Decimal
    sentence: Sentence
    start: int
    end: int
    is_approximate: bool = False
    is_summed_up: bool = False  # 共, 总计: the whole of what else is listed
    is_new: bool = False  # 新增: the year's, beside what has piled up
    is_piled_up: bool = False  # 累计, and no word of this year
    is_dated: bool = False  # words of this year stand before it
    is_compared_only: bool = False
    is_of_another_year: bool = False
    is_open: bool = False  # known by the noun alone
    part: str = ""

    @property
    def raw(self) -> str:
        """The figure as it is printed."""
        return self.sentence.printed(self.start, self.end)

    @property
    def place(self) -> Cell:
        """The section that it stands in."""
        return Cell(self.sentence.section, None, METRIC[self.metric].label, "")


def choose(statements: Sequence[Statement]) -> tuple[tuple[Fact, ...], tuple[Finding, ...]]:
    """A fact for each metric of which it is sure what the report says; findings for the others."""
    facts: list[Fact] = []
    findings: list[Finding] = []
    ordered = sorted(statements, key=lambda statement: statement.metric)
    for metric, group in groupby(ordered, key=lambda statement: statement.metric):
        told = list(group)
        said = [s for s in told if not s.is_open] or told
        whole = _without_parts([s for s in said if not s.part])
        whole = _of_the_year([s for s in whole if s.is_new] or whole)
        if not whole:
            facts += _added_up(said)
            continue
        chosen = _sure(whole)
        if chosen is not None:
            facts.append(_fact(chosen))
        elif metric not in _OF_MANY_KINDS and not metric.startswith("n_cat_"):
            findings.append(_contradiction(whole))
    return tuple(facts), tuple(findings)


def _without_parts(said: list[Statement]) -> list[Statement]:
    """Without what the same sentence says to be a part: 320人次，其中现场100人次."""
    return [s for s in said if not any(_is_part_of(s, other) for other in said)]


def _is_part_of(said: Statement, other: Statement) -> bool:
    if said.sentence is not other.sentence or said.start < other.end or said.value > other.value:
        return False
    between = said.sentence.compact[other.end : said.start]
    return ";" not in between and _OF_WHICH.search(between) is not None


# 其中我局47条: then it is the part that is ours.
_OF_WHICH = re.compile("其中(?![，:]?[我本](?!年))|包括|包含")


def _of_the_year(said: list[Statement]) -> list[Statement]:
    """Without what may have piled up over years, where others say that they are the year's."""
    if not any(s.is_piled_up for s in said) or len({s.value for s in said}) == 1:
        return said
    return [s for s in said if s.is_dated] or said


def _sure(said: Sequence[Statement]) -> Statement | None:
    exact = [s for s in said if not s.is_approximate]
    values = {s.value for s in exact or said}
    if len(values) == 1:
        chosen = (exact or list(said))[0]
        is_alike = all(abs(s.value - chosen.value) <= _NEAR * chosen.value for s in said)
        return chosen if is_alike else _whole_of(said)
    return _whole_of(said)


def _whole_of(said: Sequence[Statement]) -> Statement | None:
    """The one that the others are parts of: 共收取2950元, and what each body took."""
    largest = max(said, key=lambda s: s.value)
    others = [s for s in said if s.value != largest.value]
    if sum((s.value for s in others), ZERO) == largest.value and len(others) > 1:
        return largest
    if any(s.is_piled_up for s in said):
        return None  # of many years, or the whole of this one
    totals = {s.value for s in said if s.is_summed_up}
    are_parts = all(0 < s.value <= _LARGEST_PART * largest.value for s in others)
    is_only_total = totals == {largest.value} and are_parts
    return next(s for s in said if s.is_summed_up) if is_only_total else None


def _fact(said: Statement) -> Fact:
    status = Status.APPROXIMATE if said.is_approximate else Status.REPORTED
    return Fact(
        said.metric,
        said.value / METRIC_SCALE.get(said.metric, 1),
        said.raw,
        status,
        said.sentence.section,
        sentence=said.sentence.text,
    )


# 政协提案58件 beside suggestions that are not read: it is not all of them.
_OTHER_PART = {"人大建议": ("提案", "政协"), "政协提案": ("建议", "议案", "人大")}


def _has_other_part(said: Statement) -> bool:
    text = said.sentence.compact
    return any(word in text for word in _OTHER_PART.get(said.part, ()))


# Amounts of money in sentences are in 元.
METRIC_SCALE = {key: Decimal(10_000) for key, metric in METRIC.items() if metric.unit == "万元"}


def _added_up(said: Sequence[Statement]) -> Iterable[Fact]:
    """Two parts of one sentence as one figure: 人大建议5件、政协提案7件; or the only part."""
    if len({s.part for s in said}) == 1 and any(_has_other_part(s) for s in said):
        return
    by_part = {s.part: s for s in said}
    if len({s.value for s in said}) == 1 and len(by_part) == 1:
        yield _fact(said[0])
        return
    first, last = min(said, key=lambda s: s.start), max(said, key=lambda s: s.end)
    if len(by_part) != 2 or len(said) != 2 or first.sentence is not last.sentence:
        return
    if any(s.is_approximate for s in said):
        return
    yield Fact(
        first.metric,
        first.value + last.value,
        first.sentence.printed(first.start, last.end),
        Status.COMPUTED,
        first.sentence.section,
        sentence=first.sentence.text,
    )


def _contradiction(said: Sequence[Statement]) -> Finding:
    label = METRIC[said[0].metric].label
    values = "、".join(dict.fromkeys(f"{plain(s.value)}（“{s.raw}”）" for s in said))
    message = f"正文中“{label}”有不同的数：{values}，无法判断哪个是全年总数，未采用。"
    return Finding("said_twice", message, cells=(said[0].place,))
