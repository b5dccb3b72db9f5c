"""Whether the numbers of a report agree with each other, with its text, and with other years."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answer.numbers.amounts import Amount, Gap, Key
from bot.answer.numbers.draft import Draft, values_of
from bot.answer.speech.caveats import finding_words, invented_in
from bot.answer.speech.preface import assumed, chosen_years
from bot.answer.speech.remarks import gap_sentences
from bot.answer.speech.sources import citations_of, source_lines
from bot.answer.speech.task import Task, task_for
from bot.findings import folded, is_contradiction, named
from bot.queries import CheckQuery, FactQuery, Operation, YearChoice
from bot.types import Answer, Route, Value
from index import Corpus
from index.types import Finding


@dataclass(frozen=True, slots=True)
class _Checked:
    """What was found: lines, and whether everything that could be checked holds."""

    lines: tuple[str, ...]
    is_holding: bool | None = None
    amounts: tuple[Amount, ...] = ()
    reason: str | None = None


def answer_check(query: CheckQuery, corpus: Corpus) -> Answer:
    """What holds and what does not, in words, with the cells that disagree."""
    task = _task(query, corpus)
    checked = _FOCUS[query.focus](query, task)
    task = task.with_cells(checked.amounts)
    draft = Draft(task.evidence, checked.lines, cited=checked.amounts)
    # Whatever fails stands in the lines already.
    caveats = list(invented_in(task, draft))
    used: tuple[Value, ...] = values_of(
        [a for a in checked.amounts if a.value is not None], task.evidence
    )
    lines = [
        *assumed(query.asked),
        *checked.lines,
        *chosen_years(task.query, task.evidence),
        *source_lines(task, draft),
        *(task.words.notice.format(text=caveat) for caveat in caveats),
    ]
    return Answer(
        query.asked.q,
        Route.NONE if checked.reason else Route.CHECK,
        query.asked.lang,
        "\n".join(lines),
        used=used,
        caveats=tuple(caveats),
        reason=checked.reason,
        sources=citations_of(draft),
        verdict=None if query.focus == "all" else checked.is_holding,
    )


def _task(query: CheckQuery, corpus: Corpus) -> Task:
    facts = FactQuery(
        query.asked,
        Operation.VALUE,
        ("carried_out", "carried_in"),
        issuers=(query.issuer,),
        years=_years(query, corpus),
    )
    return task_for(facts, corpus)


def _years(query: CheckQuery, corpus: Corpus) -> YearChoice:
    """What one year carried over is compared with its neighbours; else the years asked for."""
    years = query.years.years
    if query.focus != "carry" or len(years) != 1:
        return query.years
    held = {head.year for head in corpus.heads([query.issuer])}
    near = tuple(y for y in (years[0] - 1, years[0], years[0] + 1) if y in held or y in years)
    return YearChoice(near, "asked", query.years.said)


def _all(query: CheckQuery, task: Task) -> _Checked:
    """Every check of each report."""
    return _reports(task, is_wanted=_is_any, nothing=task.words.check_nothing)


def _text(query: CheckQuery, task: Task) -> _Checked:
    """What the text says against what the tables say."""
    return _reports(task, is_wanted=_is_of_text, nothing=task.words.text_nothing)


def _reports(task: Task, *, is_wanted: Callable[[Finding], bool], nothing: str) -> _Checked:
    issuer = task.evidence.issuers[0]
    words = task.words
    heads = task.evidence.heads
    if not heads:
        line = task.speech.no_report(issuer, task.evidence.all_years)
        return _Checked((line,), reason=Gap.NO_REPORT.value)
    findings = task.corpus.findings([head.id for head in heads.values()])
    lines: list[str] = []
    failing = checked = 0
    for (_, year), head in heads.items():
        own = [f for f in findings[head.id] if is_wanted(f)]
        broken = [f for f in own if is_contradiction(f)]
        noticed = [f for f in own if not f.is_holding and f not in broken]
        holding = len(own) - len(broken) - len(noticed)
        failing, checked = failing + len(broken), checked + holding + len(broken)
        lines.append(words.check_head.format(issuer=task.speech.name(issuer), year=year))
        lines += [words.check_holds.format(count=holding)] if holding else []
        if broken:
            lines += [words.check_fails.format(count=len(broken)), *_told(task, broken)]
        elif holding:
            lines.append(words.check_clean)
        else:
            lines.append(nothing)
        if noticed:
            lines += [words.check_noticed, *_told(task, noticed)]
    return _Checked(tuple(lines), failing == 0 if checked else None)


def _told(task: Task, findings: Sequence[Finding]) -> Iterable[str]:
    """Findings in words; of many of one kind the first, and where the others are."""
    words = task.words
    for one in folded(findings):
        for finding in one.told:
            yield words.bullet.format(text=finding_words(finding, task.speech.lang))
        if one.count > len(one.told):
            where = named(one.others, words.comma)
            yield words.check_more.format(count=one.count - len(one.told), where=where)


def _carry(query: CheckQuery, task: Task) -> _Checked:
    """What each year carried over against what the next began with."""
    issuer = task.evidence.issuers[0]
    years = task.evidence.all_years
    numbers = task.evidence.numbers
    lines: list[str] = []
    amounts: list[Amount] = []
    verdicts: list[bool] = []
    for earlier, later in pairwise(years):
        out = numbers.amount(Key(issuer.id, earlier, "carried_out"))
        arrived = numbers.amount(Key(issuer.id, later, "carried_in"))
        if later != earlier + 1 or out.value is None or arrived.value is None:
            lines += gap_sentences(task, [a for a in (out, arrived) if a.gap is not None])
            continue
        amounts += [out, arrived]
        verdicts.append(out.value == arrived.value)
        said = task.words.carry_holds if verdicts[-1] else task.words.carry_fails
        lines.append(
            said.format(
                issuer=task.speech.name(issuer),
                earlier=earlier,
                later=later,
                one=task.speech.strong(out.value, out.unit),
                other=task.speech.strong(arrived.value, arrived.unit),
            )
        )
    if not verdicts:
        line = task.words.carry_unknown.format(
            issuer=task.speech.name(issuer), years=task.speech.years(years)
        )
        held = {year for _, year in task.evidence.heads}
        reason = Gap.NO_REPORT if len(held) < 2 else Gap.NOT_REPORTED
        return _Checked((*lines, line), None, reason=reason.value)
    return _Checked(tuple(lines), all(verdicts), tuple(amounts))


_FOCUS: Mapping[str, Callable[[CheckQuery, Task], _Checked]] = {
    "all": _all,
    "text": _text,
    "carry": _carry,
}


def _is_any(finding: Finding) -> bool:
    return True


def _is_of_text(finding: Finding) -> bool:
    return finding.rule.startswith("N")
