"""Parts of a whole: what share a number is of another, and what a number is made up of."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answer.numbers.amounts import POOLED, TOTAL, Amount, Base, Gap, Key, share
from bot.answer.numbers.draft import Draft, behind, values_of
from bot.answer.numbers.parts import SELECTIONS, default_whole, parts_of, whole_of
from bot.answer.operations.points import with_distance
from bot.answer.operations.verdicts import verdict_on
from bot.answer.speech.coverage import coverage_of_years, places_missing
from bot.answer.speech.labels import metric_label, part_label
from bot.answer.speech.nothing import nothing
from bot.answer.speech.pooled import Column, column, pooled
from bot.answer.speech.remarks import remarks
from bot.answer.speech.task import Task, is_shown
from bot.queries import Operation
from bot.types import Coverage
from index.vocabulary.metrics import METRIC


def answer_share(task: Task) -> Draft:
    """What per cent a number is of another: of one report, or over several places."""
    over = _over(task)
    if not over:
        return _no_whole(task)
    shares, found = _pooled_shares(task, over) if task.is_pooled else (_shares(task, over), None)
    shares = _in_one(shares) if task.query.by is Operation.SUM else shares
    known = [a for a in shares if a.gap in (None, Gap.UNDEFINED)]
    if not known:
        return nothing(task, shares)
    task = task.with_cells(shares)
    lines = [line for amount in known for line in _share_lines(task, amount)]
    if len(known) > _TOLD:  # a share a line, without how each is computed
        lines = [_share_lines(task, amount)[0] for amount in known]
    lines += [task.sentence(a) for a in shares if a not in known and is_shown(a)][:5]
    undefined = [a for a in known if a.gap is Gap.UNDEFINED]
    formulas = [f for f in map(task.speech.formula, known) if f]
    draft = Draft(
        task.evidence,
        (*lines, *(remarks(task, found) if found else ())),
        values_of(known, task.evidence),
        cited=tuple(known),
        used=behind(known, task.evidence),
        formula=task.words.semicolon.join(formulas),
        coverage=found.coverage(task) if found else _coverage(task, shares),
        caveats=tuple(task.sentence(a) for a in undefined),
        verdict=verdict_on(task.query, known),
    )
    return with_distance(task, draft, shares)


_TOLD = 4


def answer_parts(task: Task, *, is_brief: bool = False) -> Draft:
    """The parts of a number, one value each, and the whole above them.

    `is_brief` is for one of several lists: its zeros are told in one line.
    """
    whole = whole_number(task)
    parts = _parts(task, whole)
    shown = [a for a in parts if is_shown(a) and _is_stated(a)]
    if not any(a.value is not None for a in shown):
        return _no_parts(task, whole)
    task = task.with_cells([whole, *shown])
    words, evidence = task.words, task.evidence
    head = words.head_parts.format(
        issuer=task.whose(whole),
        year=whole.key.year,
        what=task.what(whole),
        number=task.number(whole),
    )
    best = _best(shown, task.query.top, task.query.nth)
    rows = [_best_line(task, best, whole)] if best else []
    rows += [
        words.line.format(
            head=part_label(a.key.metric, a.key.member, whole.key[2:], task.speech.lang),
            number=task.number(a),
        )
        for a in shown
        if not (is_brief and a.value == 0)
    ]
    if is_brief and not rows:
        head = task.sentence(whole)
    elif is_brief and any(a.value == 0 for a in shown):
        rows.append(words.other_parts_zero)
    is_known = whole.value is not None
    found = column(task, *whole.key[2:]) if task.is_pooled and not is_brief else None
    return Draft(
        evidence,
        (head, *rows, *(remarks(task, found) if found else ())),
        values_of(best or shown, evidence),
        cited=(*shown, *((whole,) if is_known else ())),
        used=(
            *(values_of([whole], evidence) if is_known else ()),
            *(values_of([a for a in shown if a.value is not None], evidence) if best else ()),
            *behind(shown, evidence),
        ),
        formula=words.semicolon.join(f for f in map(task.speech.formula, shown) if f) or None,
        coverage=found.coverage(task) if found else None,
        caveats=(words.selection,) if whole.key.metric in SELECTIONS else (),
    )


def _best(shown: Sequence[Amount], top: int | None, nth: int | None) -> list[Amount]:
    """The largest parts or the one at a rank, where only they were asked for, with their ties."""
    size = top or nth
    if size is None:
        return []
    known = sorted((a for a in shown if a.value is not None), key=_value, reverse=True)
    edge = _value(known[min(size, len(known)) - 1])
    return [a for a in known if (_value(a) == edge if nth else _value(a) >= edge)]


def _best_line(task: Task, best: Sequence[Amount], whole: Amount) -> str:
    """Which parts are the largest, or stand at the rank that was asked for."""
    words, query = task.words, task.query
    told = [
        words.part_number.format(
            part=part_label(a.key.metric, a.key.member, whole.key[2:], task.speech.lang),
            number=task.number(a),
        )
        for a in best
    ]
    parts = task.speech.listed(told)
    if query.nth is not None:
        return words.nth_part.format(nth=query.nth, parts=parts)
    if query.top is not None and query.top > 1:
        return words.first_parts.format(count=query.top, parts=parts)
    return words.most_part.format(parts=parts)


def _value(amount: Amount) -> Decimal:
    assert amount.value is not None
    return amount.value


def _over(task: Task) -> tuple[str, ...]:
    """What the number is a share of: as asked, or as the form has it."""
    return task.query.over or default_whole(task.query)


def _no_whole(task: Task) -> Draft:
    """That nothing says what the number is a part of."""
    what = task.speech.listed(
        [metric_label(m, TOTAL, task.speech.lang) for m in task.query.metrics]
    )
    return Draft(task.evidence, (task.words.no_whole.format(what=what),), reason="unclear")


def _shares(task: Task, over: Sequence[str]) -> tuple[Amount, ...]:
    return tuple(_share(task, amount, over) for amount in task.amounts())


def _share(task: Task, part: Amount, over: Sequence[str]) -> Amount:
    base = Base(tuple(over), task.query.over_member)
    numbers = replace(task.evidence.numbers, shared=(part.key.metric,), base=base)
    return numbers.amount(part.key)


def _in_one(shares: Sequence[Amount]) -> tuple[Amount, ...]:
    """The share of several parts taken together, all of one whole: one of each report."""
    reports: dict[tuple[int, int], list[Amount]] = {}
    for one in shares:
        reports.setdefault((one.key.issuer, one.key.year), []).append(one)
    return tuple(
        share(own[0].key, tuple(p for one in own for p in one.parts), own[0].over, own[0].less)
        for own in reports.values()
    )


def _pooled_shares(task: Task, over: Sequence[str]) -> tuple[tuple[Amount, ...], Column]:
    """The share over all places that have both numbers."""
    metric, member = task.query.metrics[0], task.query.members[0]
    found = column(task, metric, member)
    shares = [_share(task, amount, over) for amount in found.known]
    known = [s for s in shares if s.gap in (None, Gap.UNDEFINED)]
    lacking = (*found.lacking, *(s for s in shares if s not in known))
    whole = Column(tuple(s.parts[0] for s in known), lacking, found.left_out)
    year = task.evidence.all_years[-1]
    key = Key(POOLED, year, metric, member)
    if not known:
        return tuple(shares[:1]) or found.lacking[:1], whole
    parts = tuple(part for s in known for part in s.parts)
    return (share(key, parts, tuple(part for s in known for part in s.over)),), whole


def _share_lines(task: Task, amount: Amount) -> list[str]:
    """The share in a sentence, and how it is computed."""
    words = task.words
    if amount.value is None:
        return [task.speech.undefined(amount, task.whose(amount))]
    line = words.share.format(
        issuer=task.whose(amount),
        year=amount.key.year,
        part=" + ".join(dict.fromkeys(task.what(part) for part in amount.parts)),
        whole=" + ".join(dict.fromkeys(task.what(whole) for whole in amount.over)),
        number=task.speech.number(amount),
    )
    return [line, words.computed_from.format(formula=task.speech.formula(amount))]


def _coverage(task: Task, shares: Sequence[Amount]) -> Coverage | None:
    if len(task.evidence.issuers) > 1:
        return places_missing(task, shares)
    return coverage_of_years(task, shares) if len(shares) > 1 else None


def whole_number(task: Task) -> Amount:
    """The number whose parts were asked for, of the first issuer and the last year."""
    metric, member = whole_of(task.query)
    year = task.evidence.all_years[-1]
    if not task.is_pooled:
        key = Key(task.evidence.issuers[0].id, year, metric, member)
        return task.evidence.numbers.amount(key)
    return pooled(task, metric, member, year, column(task, metric, member, (year,)).known)


def _parts(task: Task, whole: Amount) -> list[Amount]:
    keys = [
        whole.key._replace(metric=metric, member=member) for metric, member in parts_of(task.query)
    ]
    if not task.is_pooled:
        return [task.evidence.numbers.amount(key) for key in keys]
    return [
        pooled(
            task,
            key.metric,
            key.member,
            key.year,
            column(task, key.metric, key.member, (key.year,)).known,
        )
        for key in keys
    ]


def _no_parts(task: Task, whole: Amount) -> Draft:
    """That there is nothing below the number, which may be known itself."""
    if whole.gap is not None:
        return nothing(task, [whole])
    task = task.with_cells([whole])
    line = task.words.no_parts.format(
        issuer=task.whose(whole), year=whole.key.year, what=task.what(whole)
    )
    return Draft(
        task.evidence,
        (task.sentence(whole), line),
        values_of([whole], task.evidence),
        cited=(whole,),
    )


def _is_stated(amount: Amount) -> bool:
    """Whether a part belongs into the list: of a selection only what the report names."""
    is_selected = METRIC[amount.key.metric].table is None
    return amount.value is not None or not is_selected
