"""By how much a number changed from one year to a later one, in numbers or in per cent."""

from dataclasses import dataclass
from decimal import Decimal

from bot.answer.numbers.amounts import POINTS, Amount, percent, status_of
from bot.answer.numbers.draft import computed
from bot.answer.speech.sentences import shown
from bot.answer.speech.task import Task
from bot.queries import Operation
from bot.types import Value


@dataclass(frozen=True, slots=True)
class Grown:
    """By how much a number changed; `amount`, of the later year, stands for it in rankings."""

    amount: Amount
    earlier: Amount
    later: Amount

    @property
    def both(self) -> tuple[Amount, Amount]:
        """The two numbers, the earlier first."""
        return self.earlier, self.later


def change_of(task: Task, base: Amount, amount: Amount) -> Amount | None:
    """The change of one number to another; None for a growth from zero."""
    assert base.value is not None
    assert amount.value is not None
    change: Decimal | None = amount.value - base.value
    if _is_growth(task, amount):
        change = percent(amount.value - base.value, base.value) if base.value > 0 else None
    if change is None:
        return None
    return Amount(amount.key, change, status_of((base, amount)))


def _is_growth(task: Task, amount: Amount) -> bool:
    """Whether per cent are wanted; rates change by points."""
    return task.query.by is Operation.GROWTH and amount.unit != "%"


def valued(task: Task, grown: Grown) -> Value:
    """The change as a value of the answer, in the later year."""
    value = grown.amount.value
    return computed(grown.later.key, value, grown.both, task.evidence, unit_of(task, grown.later))


def unit_of(task: Task, amount: Amount) -> str:
    """The unit of the change of a number; rates change by points."""
    if amount.unit == "%":
        return POINTS
    return "%" if _is_growth(task, amount) else amount.unit


def said_of(task: Task, grown: Grown) -> str:
    """+5件（7 → 12）."""
    speech, value = task.speech, value_of(grown.amount)
    sign = "+" if value > 0 else ""
    number = f"{sign}{speech.figure(value, unit_of(task, grown.later))}"
    earlier, later = (shown(value_of(a), a.unit) for a in grown.both)
    said = speech.rough(number, grown.both)
    return task.words.from_to.format(number=said, earlier=earlier, later=later)


def formula_of(task: Task, grown: Grown) -> str:
    """How the change was computed."""
    earlier, later = (shown(value_of(a), a.unit) for a in grown.both)
    result = task.speech.figure(value_of(grown.amount), unit_of(task, grown.later))
    if _is_growth(task, grown.later):
        return f"({later} − {earlier}) ÷ {earlier} = {result}"
    return f"{later} − {earlier} = {result}"


def value_of(amount: Amount) -> Decimal:
    """The value of a number that has one."""
    assert amount.value is not None
    return amount.value
