"""What must be known of numbers beside themselves: contradictions, forms, places, samples."""

import re
from collections.abc import Sequence

from bot.answer.numbers.amounts import Amount, Key
from bot.answer.numbers.draft import USED, Draft
from bot.answer.speech.invented import invented_note
from bot.answer.speech.task import Task
from bot.findings import in_chinese, in_english
from bot.types import Lang
from index.types import Cell, Era, Fact, Finding, HeldIssuer, Status
from index.vocabulary.metrics import METRIC

_FINDINGS = 4
_CHECKED = 100  # reports whose findings are read
# Findings about whose and which report it is: told where one report answers.
_WHOLE = ("signals_disagree", "year_from_file", "origin_unknown", "place_assumed")
# Why a number is lacking; beside a number that is there they say nothing.
_REASONS = (
    "table_missing",
    "table_empty",
    "row_missing",
    "cell_unreadable",
    "said_twice",
    "other_year",
)
_QUIET = ("row_unknown", "row_missing", "table_missing", "table_empty")


def caveats_on(task: Task, draft: Draft) -> tuple[str, ...]:
    """All caveats of a draft, the samples' first."""
    found = [
        *invented_in(task, draft),
        *draft.caveats,
        *((task.words.fine_amount,) if "fine_amount" in task.query.notes else ()),
        *_failed(task, draft),
        *_reasons(task, draft),
        *_eras(task, draft),
        *_statuses(task, draft),
        *inferred(task, draft),
    ]
    return tuple(dict.fromkeys(found))


def finding_text(task: Task, issuer: HeldIssuer, year: int, finding: Finding) -> str:
    """A failed check of a report, in the language of the question."""
    message = finding_words(finding, task.speech.lang)
    return task.words.fails.format(issuer=task.speech.name(issuer), year=year, message=message)


def finding_words(finding: Finding, lang: Lang) -> str:
    """What was found, without whose report it is."""
    return in_chinese(finding) if lang is Lang.ZH else in_english(finding)


def invented_in(task: Task, draft: Draft) -> tuple[str, ...]:
    """That what the answer rests on is invented; without numbers, what it was asked of."""
    evidence = draft.evidence
    keys = [cell.key for cell in draft.cells]
    used = dict.fromkeys([(key.issuer, key.year) for key in keys if key.issuer in evidence.by_id])
    flags = {report: head.is_invented for report, head in evidence.heads.items()}
    reports: list[tuple[HeldIssuer, int | None, bool]] = [
        (issuer, year, flags.get((issuer.id, year), issuer.is_invented))
        for issuer, year in ((evidence.by_id[i], year) for i, year in used)
    ]
    if not reports:
        reports = [(issuer, None, issuer.is_invented) for issuer in evidence.issuers]
    return invented_note(task.words, reports, task.speech.name)


def _failed(task: Task, draft: Draft) -> tuple[str, ...]:
    """Identities that fail in the cells that the answer rests on."""
    evidence = draft.evidence
    facts: dict[tuple[int, int], list[Fact]] = {}
    for key in (cell.key for cell in draft.cells if cell.key in evidence.facts):
        facts.setdefault((key.issuer, key.year), []).append(evidence.facts[key])
    heads = {report: evidence.heads[report] for report in list(facts)[:_CHECKED]}
    ids = [head.id for head in heads.values()]
    findings = task.corpus.findings(ids, is_failed_only=True)
    said = []
    for (issuer, year), head in heads.items():
        for finding in findings[head.id]:
            is_whole = finding.rule in _WHOLE and len(heads) == 1
            if is_whole or _touches(finding, facts[issuer, year]):
                said.append(finding_text(task, evidence.by_id[issuer], year, finding))
    return tuple(dict.fromkeys(said))[:_FINDINGS]


def _reasons(task: Task, draft: Draft) -> tuple[str, ...]:
    """Why a report that is held lacks a number that was asked for."""
    lacking = [a for a in draft.lacking if a.key.issuer in draft.evidence.by_id]
    reports = {(a.key.issuer, a.key.year) for a in lacking}
    if not lacking or len(reports) > _FINDINGS:
        return ()
    found = task.corpus.heads(sorted({i for i, _ in reports}), sorted({y for _, y in reports}))
    heads = {(head.issuer_id, head.year): head for head in found}
    findings = task.corpus.findings([head.id for head in heads.values()])
    return tuple(
        finding_text(task, draft.evidence.by_id[key.issuer], key.year, finding)
        for amount in lacking
        for key in dict.fromkeys(cell.key for cell in amount.cells if cell.gap is not None)
        if (head := heads.get((key.issuer, key.year)))
        for finding in findings[head.id]
        if finding.rule in _REASONS and any(_is_for(cell, key) for cell in finding.cells)
    )[:_FINDINGS]


def _is_for(cell: Cell, key: Key) -> bool:
    """Whether a number would stand in a cell, or in the table that a cell stands for."""
    metric = METRIC[key.metric]
    if cell.row == "" and cell.column == "":
        return cell.table == metric.table
    return cell.row in (metric.label, *metric.rows)


def _touches(finding: Finding, facts: Sequence[Fact]) -> bool:
    if finding.rule in _QUIET:
        return False
    return any(_is_at(cell, fact) for cell in finding.cells for fact in facts)


def _is_at(cell: Cell, fact: Fact) -> bool:
    """Whether a fact stands in a cell; one of the text goes by what it counts."""
    if cell.table is None and fact.table is None:
        return cell.section == fact.section and cell.row == METRIC[fact.metric].label
    return cell == Cell(fact.section, fact.table, fact.row, fact.column)


def _eras(task: Task, draft: Draft) -> tuple[str, ...]:
    """That the forms counted otherwise, where numbers of several forms stand together."""
    reports: dict[str, set[tuple[int, int]]] = {}
    for cell in draft.cells:
        if cell.value is not None:
            key = cell.key
            reports.setdefault(key.metric, set()).add((key.issuer, key.year))
    forms = {metric: draft.evidence.numbers.eras(of) for metric, of in reports.items()}
    said = []
    for metric, eras in forms.items():
        if len(eras) < 2:
            continue
        caveat = METRIC[metric].caveat
        if eras & {Era.E0, Era.E1}:
            said.append(task.words.eras_cross)
        # What the annex prints as well is the same in both tables after it.
        elif caveat and Era.E1 not in METRIC[metric].eras:
            said.append(caveat if task.speech.lang is Lang.ZH else task.words.eras_made)
    return tuple(said)


def _statuses(task: Task, draft: Draft) -> tuple[str, ...]:
    words, cells = task.words, draft.cells
    by_status: dict[Status, list[Amount]] = {}
    for cell in cells:
        by_status.setdefault(cell.status, []).append(cell)
    blank = {cell.key for cell in by_status.get(Status.BLANK, ())}
    own = {amount.key for amount in draft.cited if not amount.is_computed}
    said = [words.used_cut.format(count=USED)] if len(draft.used) >= USED else []
    if Status.APPROXIMATE in by_status:
        is_part = len(draft.values) == 1 and draft.formula is not None
        said.append(words.approximate_part if is_part else words.approximate)
    if (blank & own and len(own) > 1) or blank - own or any(c.has_blank for c in cells):
        said.append(words.blank_cells)
    if Status.UNVERIFIED in by_status:
        said.append(words.scanned)
    added = [c for c in by_status.get(Status.COMPUTED, ()) if not _is_derived(c.key)]
    if any(METRIC[c.key.metric].table is not None for c in added):
        said.append(words.total_computed)
    unprinted = [c for c in added if not _is_printed(c, draft.evidence.facts.get(c.key))]
    if any(METRIC[c.key.metric].table is None for c in unprinted):
        said.append(words.parts_added)
    return tuple(said)


def _is_printed(amount: Amount, fact: Fact | None) -> bool:
    """Whether the sentence whose parts were added prints their sum as well."""
    said = (fact.sentence or "").replace(",", "") if fact is not None else ""
    return bool(re.search(rf"(?<![0-9.]){amount.value}(?![0-9])", said))


def _is_derived(key: Key) -> bool:
    return METRIC[key.metric].is_derived


def inferred(task: Task, draft: Draft) -> tuple[str, ...]:
    """Whose place was filled in from the list of divisions."""
    found = [i for i in _issuers(draft) if i.is_region_inferred]
    if not found:
        return ()
    names = [f"{task.speech.name(i)}（{(i.region or '').replace('/', '')}）" for i in found[:3]]
    return (task.words.inferred.format(names=task.speech.listed(names)),)


def _issuers(draft: Draft) -> list[HeldIssuer]:
    ids = dict.fromkeys([cell.key.issuer for cell in draft.cells])
    return [draft.evidence.by_id[i] for i in ids if i in draft.evidence.by_id]
