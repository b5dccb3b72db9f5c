"""What must be said with a number of many places: how many are counted, and who is not."""

from collections.abc import Iterable

from bot.answer.pooled import Column
from bot.answer.task import Task

_NAMED = 8


def remarks(task: Task, found: Column) -> tuple[str, ...]:
    """Coverage, reports without the number, and governments that are left out."""
    words = task.words
    coverage = found.coverage(task)
    said = []
    if coverage.of is not None and task.query.scope is not None:
        said.append(words.held_of.format(held=coverage.held, of=coverage.of))
    elif task.query.scope is not None:
        said.append(words.held_only.format(held=coverage.held))
    if coverage.missing:
        count = len(coverage.missing) if coverage.of is None else coverage.of - coverage.held
        said.append(words.missing.format(names=_named(task, coverage.missing, count)))
    if found.left_out:
        names = [task.speech.name(issuer) for issuer in found.left_out]
        said.append(words.left_out.format(names=_named(task, names, len(names))))
    return tuple(said)


def _named(task: Task, names: Iterable[str], count: int) -> str:
    names = list(names)
    listed = task.speech.listed(names[:_NAMED])
    return listed + (task.words.and_so_on.format(count=count) if count > _NAMED else "")
