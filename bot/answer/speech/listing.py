"""Several numbers as short lines under a head that says what they have in common."""

from collections.abc import Callable, Sequence

from bot.answer.numbers.amounts import Amount
from bot.answer.numbers.draft import bounded
from bot.answer.speech.labels import part_label
from bot.answer.speech.task import Task
from bot.types import Lang


def listing(
    task: Task, amounts: Sequence[Amount], whole: tuple[str, str] | None = None
) -> tuple[str, ...]:
    """A head with what all numbers share, and a line for each with what tells it apart.

    `whole` is the metric and applicants of which the numbers are parts.
    """
    if len(amounts) == 1:
        return (task.sentence(amounts[0]),)
    told = [_issuer, _year, _metric]
    shared = [tell for tell in told if len({tell(task, a) for a in amounts}) == 1]
    apart = [tell for tell in told if tell not in shared]
    head = _joined(task, [tell(task, amounts[0]) for tell in shared])

    def line(amount: Amount) -> str:
        said = _line_head(task, amount, apart, whole)
        return task.words.line.format(head=said, number=task.number(amount))

    heads = (head + task.words.colon,) if head else ()
    return (*heads, *bounded(amounts, line, task.words.and_more))


def _line_head(
    task: Task,
    amount: Amount,
    apart: Sequence[Callable[[Task, Amount], str]],
    whole: tuple[str, str] | None,
) -> str:
    if whole is not None and _metric in apart:
        return part_label(amount.key.metric, amount.key.member, whole, task.speech.lang)
    return " ".join(tell(task, amount) for tell in apart)


def _issuer(task: Task, amount: Amount) -> str:
    return task.whose(amount)


def _year(task: Task, amount: Amount) -> str:
    return task.words.year.format(year=amount.key.year)


def _metric(task: Task, amount: Amount) -> str:
    return task.what(amount)


def _joined(task: Task, parts: Sequence[str]) -> str:
    glue = "" if task.speech.lang is Lang.ZH else ", "
    return glue.join(part for part in parts if part)
