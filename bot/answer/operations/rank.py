"""Places by a number: all of them, the first few, one rank, or the rank of one of them."""

from collections.abc import Callable, Sequence
from itertools import groupby

from bot.answer.numbers.amounts import Amount
from bot.answer.numbers.draft import Draft, behind, bounded, used, values_of
from bot.answer.operations.among import by_name, number_of, one_a_place, years_label
from bot.answer.speech.nothing import nothing
from bot.answer.speech.pooled import Column
from bot.answer.speech.remarks import remarks
from bot.answer.speech.task import Task

Ranked = Sequence[tuple[int, Amount]]


def answer_rank(task: Task) -> Draft:
    """Places by a number, best first; ties share a rank and stand in the order of names."""
    found = one_a_place(task)
    if not found.known:
        return nothing(task, found.lacking)
    ordered = sorted(found.known, key=number_of, reverse=not task.query.is_ascending)
    ranked = ranked_places(ordered)
    lacking = [a for a in found.lacking if a.key.issuer in task.query.whose]
    if lacking:
        return nothing(task, lacking)
    if task.query.is_yes_no and task.query.whose:
        return _is_among_first(task, found, ranked)
    chosen = chosen_ranks(task, ranked)
    if not chosen:
        return no_such_rank(task, found, len(ranked))
    return _listed(task, found, chosen, ranked)


def ranked_places(ordered: Sequence[Amount]) -> list[tuple[int, Amount]]:
    """Each with its rank; those that tie are not yet in the order of their names."""
    ranked: list[tuple[int, Amount]] = []
    for _, tied in groupby(ordered, key=number_of):
        rank = len(ranked) + 1
        ranked += [(rank, amount) for amount in tied]
    return ranked


def chosen_ranks(task: Task, ranked: Ranked) -> Ranked:
    """The ranks that were asked for; who ties with the last of them is not cut off.

    Names are put in order last: most of thousands that tie are not asked for.
    """
    query = task.query
    if query.nth is not None:
        at = ranked[query.nth - 1][0] if query.nth <= len(ranked) else 0
        chosen = [(rank, amount) for rank, amount in ranked if rank == at]
    else:
        chosen = [(rank, a) for rank, a in ranked if query.top is None or rank <= query.top]
    return _in_names(task, chosen)


def _in_names(task: Task, ranked: Ranked) -> Ranked:
    return [
        (rank, amount)
        for rank, tied in groupby(ranked, key=_rank)
        for amount in by_name(task, [a for _, a in tied])
    ]


def _rank(ranked: tuple[int, Amount]) -> int:
    return ranked[0]


def no_such_rank(task: Task, found: Column, count: int) -> Draft:
    """That there are not so many places."""
    line = task.words.no_such_rank.format(scope=task.scope_label, count=count, nth=task.query.nth)
    coverage = found.coverage(task)
    return Draft(task.evidence, (line,), coverage=coverage, reason="unclear")


def _listed(task: Task, found: Column, chosen: Ranked, ranked: Ranked) -> Draft:
    task, amounts = task.with_parts([amount for _, amount in chosen])
    words = task.words
    is_rate = amounts[0].is_share
    formula = task.speech.definition(amounts[0]) if is_rate else None
    how = (words.computed_from.format(formula=formula),) if formula else ()
    places = [(rank, a) for (rank, _), a in zip(chosen, amounts, strict=True)]
    head = _head(task, amounts[0], is_rate=is_rate) + words.colon
    coverage = found.coverage(task)
    return Draft(
        task.evidence,
        (
            *ranks_of(task, ranked),
            head,
            *bounded(places, _line_of(task), words.and_more),
            *how,
            *_unsettled(task, found),
            *remarks(task, found, coverage),
        ),
        values_of(amounts, task.evidence),
        cited=tuple(amounts),
        used=behind(amounts, task.evidence),
        formula=formula,
        coverage=coverage,
    )


def _line_of(task: Task) -> Callable[[tuple[int, Amount]], str]:
    """The line of a place with its rank."""
    line = task.words.rank_line
    return lambda ranked: line.format(
        rank=ranked[0], issuer=task.whose(ranked[1]), number=task.number(ranked[1])
    )


def _head(task: Task, amount: Amount, *, is_rate: bool) -> str:
    words = task.words
    best, worst = (
        (words.rank_highest, words.rank_lowest) if is_rate else (words.rank_best, words.rank_worst)
    )
    return (worst if task.query.is_ascending else best).format(
        scope=task.scope_label, year=years_label(task), what=task.what(amount)
    )


def ranks_of(
    task: Task, ranked: Ranked, number: Callable[[Amount], str] | None = None
) -> list[str]:
    """The rank of each body whose rank was asked; `number` words what it is ranked by."""
    number = number or task.number
    words = task.words
    order = words.from_low if task.query.is_ascending else words.from_high
    whose = frozenset(task.query.whose)
    return [
        words.rank_of.format(
            issuer=task.whose(a), rank=rank, count=len(ranked), order=order,
            number=number(a),
        )
        for rank, a in _in_names(task, [(r, a) for r, a in ranked if a.key.issuer in whose])
    ]  # fmt: skip


def _is_among_first(task: Task, found: Column, ranked: Ranked) -> Draft:
    """Whether bodies are the first, among the first or the nth; their numbers, and who is."""
    own = _in_names(task, [(r, a) for r, a in ranked if a.key.issuer in task.query.whose])
    others = [(r, a) for r, a in _claimed(task, ranked) if (r, a) not in own]
    task, amounts = task.with_parts([a for _, a in (*own, *others)])
    owned, rest = amounts[: len(own)], amounts[len(own) :]
    head = _head(task, owned[0], is_rate=owned[0].is_share) + task.words.colon
    lines = [_line_of(task)((r, a)) for (r, _), a in zip(others, rest, strict=True)]
    read = {a.key: a for a in amounts}
    is_rough = any(a.is_rough for a in amounts) and bool(others)
    return Draft(
        task.evidence,
        (
            *map(task.sentence, owned),
            *ranks_of(task, [(r, read.get(a.key, a)) for r, a in ranked]),
            *([head, *lines] if lines else []),
            *_unsettled(task, found),
            *remarks(task, found),
        ),
        values_of(owned, task.evidence),
        cited=tuple(amounts),
        used=(*used(rest, task.evidence), *behind(amounts, task.evidence)),
        coverage=found.coverage(task),
        verdict=None if is_rough else _are_so(task, found, [r for r, _ in own], ranked),
    )


def _are_so(task: Task, found: Column, ranks: Sequence[int], ranked: Ranked) -> bool | None:
    """Whether all of them stand there."""
    verdicts = {_is_so(task, found, rank, ranked) for rank in ranks}
    return False if False in verdicts else None if None in verdicts else True


def _claimed(task: Task, ranked: Ranked) -> Ranked:
    """Who stands where the body is said to stand: the first of all where no size is named."""
    if task.query.nth is None and task.query.top is None:
        return _in_names(task, [(rank, a) for rank, a in ranked if rank == 1])
    return chosen_ranks(task, ranked)


def _is_so(task: Task, found: Column, rank: int, ranked: Ranked) -> bool | None:
    """Whether it stands there; None where a number that is lacking may put it elsewhere."""
    lacking = len({a.key.issuer for a in found.lacking})
    if task.query.nth is not None:
        at = ranked[task.query.nth - 1][0] if task.query.nth <= len(ranked) else 0
        is_so = rank == at
        return None if lacking and (is_so or rank < at) else is_so
    top = task.query.top or 1
    return rank <= top if rank > top or rank + lacking <= top else None


def _unsettled(task: Task, found: Column) -> tuple[str, ...]:
    """That ranks may be others, where the numbers of some are lacking."""
    return (task.words.rank_unsettled,) if found.lacking else ()
