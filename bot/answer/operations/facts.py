"""A question for numbers becomes an answer: looked up, computed, caveated and cited."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.answer.numbers.amounts import Amount, Key
from bot.answer.numbers.draft import Draft, behind, values_of
from bot.answer.numbers.parts import APPLICATIONS
from bot.answer.operations.change import answer_change
from bot.answer.operations.changed_years import answer_changed_years
from bot.answer.operations.each_year import answer_in_years
from bot.answer.operations.growth import answer_by_change
from bot.answer.operations.measures import bounded_by, measure_of, with_measure
from bot.answer.operations.one_by_one import for_each, parts_of_each
from bot.answer.operations.places import answer_share_of_places
from bot.answer.operations.rank import answer_rank
from bot.answer.operations.shares import answer_share
from bot.answer.operations.sieve import answer_count, answer_list
from bot.answer.operations.times import answer_times
from bot.answer.operations.totals import answer_mean, answer_median, answer_sum
from bot.answer.operations.trend import answer_best_year, answer_trend
from bot.answer.operations.values import answer_values, compare
from bot.answer.speech.caveats import caveats_on, inferred
from bot.answer.speech.listing import listing
from bot.answer.speech.preface import assumed, chosen_years, verdict_line
from bot.answer.speech.sources import citations_of, source_lines
from bot.answer.speech.task import Task, task_for
from bot.answer.speech.unread import of_another
from bot.queries import FactQuery, Operation
from bot.types import Answer, Lang, Route
from index import Corpus

_CHANGES = (Operation.DIFFERENCE, Operation.GROWTH, Operation.CHANGE)


def answer_facts(query: FactQuery, corpus: Corpus) -> Answer:
    """The numbers that were asked for, or why there are none."""
    asked = measure_of(query)
    if asked is None:
        task, draft = _drafted(query, corpus)
        return _finished(task, draft)
    task, measure = _drafted(asked, corpus)
    bounded = None if measure.reason else bounded_by(query, measure)
    if bounded is None:
        return _finished(task, replace(measure, values=(), reason=measure.reason or "unclear"))
    task, draft = _drafted(bounded, corpus)
    return _finished(task, with_measure(draft, measure))


def _drafted(query: FactQuery, corpus: Corpus) -> tuple[Task, Draft]:
    """What is found of a question, not yet worded as an answer."""
    task = task_for(_with_base(query), corpus)
    return task, _of_what_is_asked(task, _with_readings(task, _operation(task)(task)))


def _of_what_is_asked(task: Task, draft: Draft) -> Draft:
    """The draft without a number whose sentence is about another thing: 留言, and not 信箱."""
    key = draft.cited[0].key if draft.cited else None
    fact = draft.evidence.facts.get(key) if key is not None else None
    is_one = task.query.operation is Operation.VALUE and len(draft.values) == 1
    if key is None or fact is None or not (is_one and fact.sentence):
        return draft
    lines = of_another(task, key, fact.sentence)
    return draft if lines is None else Draft(draft.evidence, lines, reason="not_reported")


def _with_base(query: FactQuery) -> FactQuery:
    """A difference of one year is one from the year before."""
    years = () if query.is_of_ends else query.years.years
    numbers = len(query.issuers) * len(query.metrics) * len(query.members)
    if query.operation in _CHANGES and len(years) == 1 and (numbers == 1 or query.scope):
        return replace(query, years=replace(query.years, years=(years[0] - 1, years[0])))
    return query


def _operation(task: Task) -> Callable[[Task], Draft]:
    """How the numbers are put together; a place without a report is the sum of its bodies."""
    scope, operation = task.query.scope, task.query.operation
    is_share = operation is Operation.SHARE
    if is_share and task.query.over_issuers and task.query.is_each:
        return partial(for_each, answer=answer_share_of_places)
    if is_share and task.query.over_issuers:
        return answer_share_of_places
    if scope is not None and scope.is_whole and operation is Operation.VALUE:
        return answer_sum
    if task.query.by in (Operation.DIFFERENCE, Operation.GROWTH) and not is_share:
        return answer_changed_years if operation in _OVER_YEARS else answer_by_change
    if task.query.is_each and len(task.evidence.issuers) > 1:
        return partial(for_each, answer=_OPERATIONS[operation])
    if operation in _SIEVES and _is_of_several(task.query) and not task.is_of_one:
        return answer_in_years
    return _OPERATIONS[operation]


_SIEVES = (Operation.LIST, Operation.COUNT)
_OVER_YEARS = (Operation.TREND, Operation.BEST_YEAR, Operation.WORST_YEAR)


def _is_of_several(query: FactQuery) -> bool:
    """Whether several numbers of each place must meet a condition."""
    return query.years_needed is not None or len(query.metrics) * len(query.members) > 1


def _change(task: Task) -> Draft:
    """Two numbers against each other; more than two are shown as they are."""
    return answer_change(task) or compare(task)


_OPERATIONS: Mapping[Operation, Callable[[Task], Draft]] = {
    Operation.VALUE: answer_values,
    Operation.TREND: answer_trend,
    Operation.DIFFERENCE: _change,
    Operation.GROWTH: _change,
    Operation.CHANGE: _change,
    Operation.BEST_YEAR: answer_best_year,
    Operation.WORST_YEAR: answer_best_year,
    Operation.COMPARE: compare,
    Operation.RANK: answer_rank,
    Operation.SUM: answer_sum,
    Operation.MEAN: answer_mean,
    Operation.MEDIAN: answer_median,
    Operation.TIMES: answer_times,
    Operation.COUNT: answer_count,
    Operation.LIST: answer_list,
    Operation.SHARE: answer_share,
    Operation.BREAKDOWN: parts_of_each,
}


def _with_readings(task: Task, draft: Draft) -> Draft:
    """The draft with the other readings of the words, in the text and beside the values."""
    query = task.query
    is_single = task.is_of_one and len(task.evidence.all_years) == 1
    if draft.reason or not is_single or query.operation is not Operation.VALUE:
        return draft
    issuer, year = task.evidence.issuers[0], task.evidence.all_years[0]
    keys = [
        Key(issuer.id, year, metric, member)
        for reading in query.readings
        for metric in reading.metrics
        for member in reading.members or query.members
    ]
    said = {(v.metric, v.member): v.value for v in (*draft.values, *draft.used)}
    found = [task.evidence.numbers.amount(key) for key in dict.fromkeys(keys)]
    # Where nothing was carried in, the sum says nothing that the value has not said.
    others = [
        a
        for a in found
        if a.value is not None
        and (a.key.metric, a.key.member) not in said
        and not (a.is_computed and a.value in said.values())
    ]
    if not others:
        return draft
    read = replace(task, evidence=draft.evidence).with_cells(others)
    lines = _other_lines(read, others)
    condition = query.condition
    bound = condition.bound if condition is not None and condition.sign == "=" else None
    may_be_so = draft.verdict is False and any(a.value == bound for a in others)
    return replace(
        draft,
        verdict=None if may_be_so else draft.verdict,  # true in another sense of the words
        evidence=read.evidence,
        lines=(*draft.lines, *lines),
        used=(*draft.used, *values_of(others, read.evidence), *behind(others, read.evidence)),
        cited=(*draft.cited, *others),
    )


def _other_lines(task: Task, others: Sequence[Amount]) -> list[str]:
    """The other readings in a line, those of one reading together."""
    by_key = {a.key: a for a in others}
    found_readings: list[str] = []
    for reading in task.query.readings:
        members = reading.members or task.query.members
        found = [
            a
            for a in by_key.values()
            if a.key.metric in reading.metrics and a.key.member in members
        ]
        said = [task.words.reading.format(what=task.what(a), number=task.number(a)) for a in found]
        if said:
            found_readings.append(task.words.comma.join(said))
        for amount in found:
            del by_key[amount.key]
    readings = task.words.semicolon.join(found_readings)
    return [task.words.other_reading.format(readings=readings)] if readings else []


def _unlike_premise(task: Task, draft: Draft) -> tuple[str, ...]:
    """That the number of applications which a question takes for known is another."""
    said = task.query.asked.premise
    if said is None or draft.reason:
        return ()
    issuer, year = task.evidence.issuers[0], task.evidence.all_years[0]
    keys = [Key(issuer.id, year, metric, "total") for metric in APPLICATIONS]
    found = [a for a in map(task.evidence.numbers.amount, keys) if a.value is not None]
    if not found or any(a.value == said for a in found):
        return ()
    read = task.with_cells(found[:1])
    first = {"what": read.what(found[0]), "number": read.number(found[0])}
    return (task.words.premise.format(said=said, **first),)


def _based_on(task: Task, draft: Draft) -> tuple[str, ...]:
    """The facts that a number was computed from, where it was asked how."""
    cells = {c.key: c for c in draft.cells if c.key in draft.evidence.facts}
    if "how_computed" not in task.query.notes or not cells:
        return ()
    return (task.words.based_on, *listing(task, list(cells.values())))


def _finished(task: Task, draft: Draft) -> Answer:
    """The answer of a draft: what was assumed before it, sources and caveats behind."""
    task, cited = replace(task, evidence=draft.evidence).with_parts(draft.cited)
    draft = replace(draft, evidence=task.evidence, cited=cited)
    caveats = caveats_on(task, draft)
    # Where a place was named the reader knows it; it is for machines then.
    quiet = (*draft.lines, *(() if task.is_pooled else inferred(task, draft)))
    lines = [
        *assumed(task.query.asked),
        *verdict_line(task.query, draft.verdict),
        *draft.lines,
        *_unlike_premise(task, draft),
        *_based_on(task, draft),
        *chosen_years(task.query, task.evidence),
        *source_lines(task, draft),
        *(task.words.notice.format(text=c) for c in caveats if c not in quiet),
        *([task.words.try_these] if draft.choices else []),
    ]
    if task.speech.lang is Lang.EN:
        lines = [line[:1].upper() + line[1:] for line in lines]
    return Answer(
        task.query.asked.q,
        Route.NONE if draft.reason else Route.NUMBERS,
        task.speech.lang,
        "\n".join(lines),
        draft.values,
        draft.used,
        draft.formula or None,
        draft.coverage,
        caveats,
        choices=draft.choices,
        reason=draft.reason,
        sources=citations_of(draft),
        verdict=draft.verdict,
    )
