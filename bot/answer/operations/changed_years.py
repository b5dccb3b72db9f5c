"""The years in which a number rose or fell most, or in which it rose or fell at all."""

from collections.abc import Sequence
from itertools import pairwise

from bot.answer.numbers.amounts import Amount
from bot.answer.numbers.draft import Draft, values_of
from bot.answer.operations.grown import Grown, change_of, formula_of, said_of, value_of, valued
from bot.answer.operations.trend import series_of
from bot.answer.speech.coverage import coverage_of_years
from bot.answer.speech.listing import listing
from bot.answer.speech.nothing import nothing
from bot.answer.speech.remarks import gap_sentences
from bot.answer.speech.task import Task
from bot.queries import Operation


def answer_changed_years(task: Task) -> Draft:
    """The years by what became of a number since the year before, where that one is held."""
    amounts = series_of(task)
    known = [a for a in amounts if a.value is not None]
    if not known:
        return nothing(task, amounts)
    task = task.with_cells(known)
    steps, undefined = _steps(task, known)
    lines = [_head(task, known, steps, undefined), *_rows(task, known)]
    if undefined:
        years = task.speech.years([a.key.year for a in undefined])
        lines.append(task.words.from_zero.format(names=years))
    chosen = _chosen(task, steps)
    return Draft(
        task.evidence,
        (*lines, *_lacking(task, amounts)),
        tuple(valued(task, step) for step in chosen),
        cited=tuple(known),
        used=values_of(known, task.evidence),
        formula=task.words.semicolon.join(formula_of(task, step) for step in chosen) or None,
        coverage=coverage_of_years(task, amounts),
        reason=None if steps else "unclear",
    )


def _steps(task: Task, known: Sequence[Amount]) -> tuple[list[Grown], list[Amount]]:
    """The changes between neighbouring years, and the numbers that no growth can begin with."""
    steps, undefined = [], []
    for earlier, later in pairwise(known):
        if later.key.year != earlier.key.year + 1:
            continue
        change = change_of(task, earlier, later)
        if change is None:
            undefined.append(earlier)
        else:
            steps.append(Grown(change, earlier, later))
    return steps, undefined


def _is_of_rise(task: Task) -> bool:
    query = task.query
    if query.operation is Operation.TREND:
        return query.condition is None or query.condition.sign == ">"
    return query.operation is Operation.BEST_YEAR


def _chosen(task: Task, steps: Sequence[Grown]) -> list[Grown]:
    """Those that rose, or fell; of them the greatest where one is asked for, ties included."""
    sign = 1 if _is_of_rise(task) else -1
    found = [step for step in steps if value_of(step.amount) * sign > 0]
    if task.query.operation is Operation.TREND or not found:
        return found
    greatest = max(value_of(step.amount) * sign for step in found)
    return [step for step in found if value_of(step.amount) * sign == greatest]


def _head(
    task: Task, known: Sequence[Amount], steps: Sequence[Grown], undefined: Sequence[Amount]
) -> str:
    words, chosen = task.words, _chosen(task, steps)
    is_rise = _is_of_rise(task)
    where = {"issuer": task.whose(known[0]), "what": task.what(known[0])}
    if not steps and not undefined:
        return words.no_neighbours.format(**where)
    if not chosen:
        return (words.none_rose if is_rise else words.none_fell).format(**where)
    sentence = words.years_rose if is_rise else words.years_fell
    if task.query.operation is not Operation.TREND:
        sentence = words.most_risen if is_rise else words.most_fallen
    changes = [
        words.number_in_year.format(year=step.later.key.year, number=said_of(task, step))
        for step in chosen
    ]
    return sentence.format(**where, changes=task.speech.listed(changes))


def _rows(task: Task, known: Sequence[Amount]) -> tuple[str, ...]:
    """The numbers of all years, so that what is said of them can be seen."""
    return tuple(listing(task, known)[1:]) if len(known) > 1 else ()


def _lacking(task: Task, amounts: Sequence[Amount]) -> tuple[str, ...]:
    return () if task.is_pooled else gap_sentences(task, [a for a in amounts if a.gap is not None])
