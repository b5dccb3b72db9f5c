"""By how many points two shares differ."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.numbers.amounts import POINTS, Amount
from bot.answer.numbers.draft import Draft, computed, values_of
from bot.answer.operations.pairs import Pair, named, shared_of
from bot.answer.speech.task import Task
from bot.queries import Operation

_TWO = 2


def with_distance(task: Task, draft: Draft, shares: Sequence[Amount]) -> Draft:
    """The draft of two shares with how far they lie apart, where that was asked.

    The later less the earlier, or the first named less the second.
    """
    known = [share.value for share in shares if share.value is not None]
    if task.query.by is not Operation.DIFFERENCE or not len(known) == len(shares) == _TWO:
        return draft
    is_over_years = shares[0].key.year != shares[1].key.year
    pair = Pair(*shares) if is_over_years else Pair(shares[1], shares[0])
    gap = known[1] - known[0] if is_over_years else known[0] - known[1]
    words, speech = task.words, task.speech
    said = words.share_more if gap > 0 else words.share_less if gap < 0 else words.share_same
    plain = Pair(pair.base.parts[0], pair.other.parts[0])  # what they are shares of is said below
    line = said.format(
        where=shared_of(task, plain),
        one=named(task, plain, plain.other),
        other=named(task, plain, plain.base),
        number=speech.rough(speech.strong(abs(gap), POINTS), shares),
    )
    terms = (speech.figure(a.value, "%") for a in (pair.other, pair.base) if a.value is not None)
    formula = f"{' − '.join(terms)} = {speech.figure(gap, POINTS)}"
    return replace(
        draft,
        lines=(line, *draft.lines, words.computed_from.format(formula=formula)),
        values=(computed(pair.other.key, gap, shares, draft.evidence, POINTS),),
        used=(*values_of(shares, draft.evidence), *draft.used),
        formula=words.semicolon.join(f for f in (draft.formula, formula) if f),
    )
