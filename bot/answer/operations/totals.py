"""Sums and means, over places, years, or several numbers of one report."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from bot.answer.numbers.amounts import PERCENT, POOLED, TOTAL, Amount, Key, total
from bot.answer.numbers.draft import Draft, computed, used, values_of
from bot.answer.numbers.parts import PARTS
from bot.answer.operations.values import answer_values
from bot.answer.operations.verdicts import verdict_on
from bot.answer.speech.coverage import coverage_of_years
from bot.answer.speech.labels import summed_label
from bot.answer.speech.nothing import nothing
from bot.answer.speech.pooled import Column, column, pooled
from bot.answer.speech.remarks import gap_sentences, remarks
from bot.answer.speech.task import Task
from bot.types import END, STRONG, Coverage, Value
from index.text import plain
from index.vocabulary.metrics import MEMBER, METRIC

_LISTED = 12  # terms of a formula


def answer_sum(task: Task) -> Draft:
    """What numbers come to over places and years, or those of one report together."""
    if not task.is_of_one or len(task.evidence.all_years) > 1:
        return _over_reports(task, _sum, _sum_formula)
    return _of_one_report(task)


def answer_mean(task: Task) -> Draft:
    """The mean of numbers over places or years, zeros included, and how many they are."""
    if not task.is_of_one or len(task.evidence.all_years) > 1:
        return _over_reports(task, _mean, _mean_formula)
    return answer_values(task)


def answer_median(task: Task) -> Draft:
    """The middle of numbers over places or years, zeros included, and how many they are."""
    if not task.is_of_one or len(task.evidence.all_years) > 1:
        return _over_reports(task, _median, _median_formula)
    return answer_values(task)


_Said = tuple[str, Value, tuple[Value, ...]]


def _over_reports(
    task: Task,
    tell: Callable[[Task, Column], _Said],
    how: Callable[[Task, Column], str],
) -> Draft:
    """One value for each metric and kind of applicant that was asked for."""
    columns = [
        column(task, metric, member)
        for metric in task.query.metrics
        for member in task.query.members
    ]
    if not any(found.known for found in columns):
        return nothing(task, columns[0].lacking)
    columns = [found for found in columns if found.known]
    task = task.with_cells([a for found in columns for a in found.known])
    lines, values, operands = [], [], []
    for found in columns:
        line, value, beside = tell(task, found)
        lines.append(line)
        values.append(value)
        operands += [*beside, *used(found.known, task.evidence)]
    sums = [pooled(task, *_key(task, found)[2:], 0, found.known) for found in columns]
    formula = task.words.semicolon.join(how(task, found) for found in columns)
    if any(len(found.known) > 1 for found in columns):
        lines.append(task.words.computed_from.format(formula=formula))
    is_of_years = task.is_of_one
    gaps = gap_sentences(task, columns[0].lacking) if is_of_years else ()
    return Draft(
        task.evidence,
        (*lines, *gaps, *(() if is_of_years else remarks(task, columns[0]))),
        tuple(values),
        cited=tuple(a for found in columns for a in found.known),
        used=tuple(operands),
        formula=formula,
        coverage=_coverage(task, columns[0]),
        # What is judged is the number that is told: of a mean, not the sum behind it.
        verdict=verdict_on(
            task.query,
            [s._replace(value=v.value) for s, v in zip(sums, values, strict=True)],
            task.evidence.facts,
        ),
    )


def _sum(task: Task, found: Column) -> _Said:
    key = _key(task, found)
    amount = pooled(task, key.metric, key.member, key.year, found.known)
    words = task.words
    sentence = words.sum_years if task.is_of_one else words.sum_places
    if amount.is_share:
        sentence = words.rate_years if task.is_of_one else words.rate_places
    line = sentence.format(**_where(task, found), number=task.speech.number(amount))
    return line, values_of([amount], task.evidence)[0], ()


def _mean(task: Task, found: Column) -> _Said:
    key, numbers = _key(task, found), _numbers(found)
    mean = _rounded(sum(numbers, Decimal(0)) / len(numbers))
    middle = _rounded(Decimal(median(numbers)))
    unit = found.known[0].unit
    words = task.words
    sentence = words.mean_years if task.is_of_one else words.mean_places
    speech = task.speech
    number = speech.rough(speech.strong(mean, unit), found.known)
    zeros = words.with_zeros if any(not n for n in numbers) else ""
    line = sentence.format(**_where(task, found), zeros=zeros, number=number)
    line += words.median.format(number=speech.rough(speech.figure(middle, unit), found.known))
    evidence = task.evidence
    value = computed(key, mean, found.known, evidence, unit)
    return line, value, (computed(key, middle, found.known, evidence, unit),)


def _median(task: Task, found: Column) -> _Said:
    key, numbers = _key(task, found), _numbers(found)
    middle = _rounded(Decimal(median(numbers)))
    words, speech = task.words, task.speech
    sentence = words.median_years if task.is_of_one else words.median_places
    line = sentence.format(
        **_where(task, found),
        zeros=words.with_zeros if any(not n for n in numbers) else "",
        number=speech.rough(speech.strong(middle, found.known[0].unit), found.known),
    )
    return line, computed(key, middle, found.known, task.evidence, found.known[0].unit), ()


def _median_formula(task: Task, found: Column) -> str:
    """The numbers in their order, and what stands in the middle."""
    unit = found.known[0].unit
    numbers = sorted(_numbers(found))
    middle = len(numbers) // 2
    inner = numbers[middle - 1 : middle + 1] if len(numbers) % 2 == 0 else numbers[middle:][:1]
    terms = " + ".join(task.speech.bare(n, unit) for n in inner)
    how = f"({terms}) ÷ 2" if len(inner) > 1 else terms
    listed = task.speech.listed([task.speech.bare(n, unit) for n in numbers])
    if len(numbers) > _LISTED:
        listed = f"… {task.speech.listed([task.speech.bare(n, unit) for n in inner])} …"
    result = task.speech.figure(_rounded(Decimal(median(numbers))), unit)
    in_order = task.words.median_how.format(numbers=listed)
    return f"{in_order}{task.words.semicolon}{how} = {result}"


def _sum_formula(task: Task, found: Column) -> str:
    key = _key(task, found)
    amount = pooled(task, key.metric, key.member, key.year, found.known)
    if amount.is_share:
        return task.words.pooled_rate.format(
            part=plain(amount.dividend),
            whole=plain(amount.divisor),
            number=task.speech.number(amount).replace(STRONG, "").replace(END, ""),
        )
    whole = sum(_numbers(found), Decimal(0))
    return f"{_addends(task, found)} = {task.speech.figure(whole, amount.unit)}"


def _mean_formula(task: Task, found: Column) -> str:
    numbers = _numbers(found)
    unit = found.known[0].unit
    mean = task.speech.figure(_rounded(sum(numbers, Decimal(0)) / len(numbers)), unit)
    return f"({_addends(task, found)}) ÷ {len(numbers)} = {mean}"


def _addends(task: Task, found: Column) -> str:
    numbers = _numbers(found)
    if len(numbers) > _LISTED:
        return task.words.sum_of.format(count=len(numbers))
    unit = found.known[0].unit
    if len({a.key.issuer for a in found.known}) == len(numbers) > 1:  # whose each of them is
        return " + ".join(
            f"{task.whose(a)} {task.speech.bare(n, unit)}"
            for a, n in zip(found.known, numbers, strict=True)
        )
    return " + ".join(task.speech.bare(n, unit) for n in numbers)


def _of_one_report(task: Task) -> Draft:
    """Several numbers of one report added up, where a sum of them means something."""
    amounts = task.amounts()
    reason = _reason_against(task, amounts)
    if len(amounts) > 1 and reason is None and any(a.value is None for a in amounts):
        return nothing(task, [a for a in amounts if a.value is None])
    if len(amounts) == 1 or reason is not None:
        draft = answer_values(task)
        if reason is None or draft.reason:
            return draft
        return replace(draft, caveats=(*draft.caveats, reason), verdict=None)
    task = task.with_cells(amounts)
    key = amounts[0].key
    whole = sum((a.value for a in amounts if a.value is not None), Decimal(0))
    unit = amounts[0].unit
    terms = [f"{task.what(a)} {task.speech.bare(a.value or Decimal(0), unit)}" for a in amounts]
    formula = f"{' + '.join(terms)} = {task.speech.figure(whole, unit)}"
    words = task.words
    line = words.sum_metrics.format(
        issuer=task.whose(amounts[0]),
        year=key.year,
        what=task.speech.listed([task.what(a) for a in amounts]),
        number=task.speech.rough(task.speech.strong(whole, unit), amounts),
    )
    return Draft(
        task.evidence,
        (line, words.computed_from.format(formula=formula)),
        (computed(key, whole, amounts, task.evidence),),
        cited=amounts,
        used=used(amounts, task.evidence),
        formula=formula,
        caveats=_both_disputes(task, amounts),
        verdict=verdict_on(task.query, [total(key, amounts)], task.evidence.facts),
    )


def _reason_against(task: Task, amounts: Sequence[Amount]) -> str | None:
    """Why numbers of one report must not be added up."""
    if len({a.unit for a in amounts}) > 1 or any(a.is_share for a in amounts):
        return task.words.not_summed_units
    for whole in amounts:
        for part in amounts:
            if part is not whole and _is_part(part.key, whole.key):
                return task.words.not_summed_parts.format(
                    part=task.what(part), whole=task.what(whole)
                )
    return None


def _is_part(part: Key, whole: Key) -> bool:
    """Whether one number is counted within the other already."""
    if part.metric == whole.metric:
        return whole.member == TOTAL or part.member in MEMBER[whole.member].parts
    is_inside = part.metric in _counted_in(whole.metric)
    return is_inside and whole.member in (part.member, TOTAL)


def _counted_in(metric: str) -> tuple[str, ...]:
    """All metrics that are counted within another."""
    within: dict[str, None] = {}
    waiting = [metric]
    while waiting:
        for part in (*METRIC[waiting[-1]].parts, *PARTS.get(waiting.pop(), ())):
            if part not in within:
                within[part] = None
                waiting.append(part)
    return tuple(within)


def _both_disputes(task: Task, amounts: Sequence[Amount]) -> tuple[str, ...]:
    """That a case may have been through both, where reviews and lawsuits are added up."""
    kinds = {a.key.metric.partition("_")[0] for a in amounts}
    return (task.words.reviews_and_suits,) if {"review", "suits"} <= kinds else ()


def _coverage(task: Task, found: Column) -> Coverage:
    if not task.is_of_one:
        return found.coverage(task)
    return coverage_of_years(task, (*found.known, *found.lacking))


def _key(task: Task, found: Column) -> Key:
    """What the value of a column is of: the last year, and the issuer where there is one."""
    issuer = task.evidence.issuers[0].id if task.is_of_one else POOLED
    year = max(a.key.year for a in found.known)
    return found.known[0].key._replace(issuer=issuer, year=year)


def _where(task: Task, found: Column) -> dict[str, str | int]:
    years = sorted({a.key.year for a in found.known})
    return {
        "issuer": task.whose(found.known[0]),
        "scope": task.scope_label,
        "year": task.speech.years(years),
        "years": task.speech.years(years),
        "what": summed_label(task.what(found.known[0]), task.speech.lang),
        "count": len({a.key.issuer for a in found.known}) if not task.is_of_one else len(years),
    }


def _numbers(found: Column) -> list[Decimal]:
    return [a.value for a in found.known if a.value is not None]


def _rounded(value: Decimal) -> Decimal:
    """Two decimals at most."""
    return value.quantize(PERCENT, ROUND_HALF_UP).normalize() + 0
