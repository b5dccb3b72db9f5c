"""INDICATORS, the one table of how sentences say a number: what stands before and after it."""

from index.facts.sentences.indicators.counted import COUNTED
from index.facts.sentences.indicators.dialogue import DIALOGUE
from index.facts.sentences.indicators.documents import DOCUMENTS
from index.facts.sentences.indicators.indicator import Indicator
from index.facts.sentences.indicators.publication import CATEGORIES, PUBLICATION
from index.facts.sentences.indicators.requests import APPLICATIONS, DISPUTES, FEES, OLD_FEES
from index.facts.sentences.indicators.upkeep import UPKEEP

INDICATORS: tuple[Indicator, ...] = (
    *PUBLICATION,
    *CATEGORIES,
    *DIALOGUE,
    *UPKEEP,
    *FEES,
    *OLD_FEES,
    *APPLICATIONS,
    *DISPUTES,
    *DOCUMENTS,
    *COUNTED,
)
BY_UNIT: dict[str, tuple[Indicator, ...]] = {
    unit: tuple(i for i in INDICATORS if unit in i.units)
    for unit in sorted({unit for i in INDICATORS for unit in i.units})
}


def _by_hint(indicators: tuple[Indicator, ...]) -> dict[str, tuple[int, ...]]:
    hints = sorted({hint for one in indicators for hint in one.hints or ("",)})
    return {
        hint: tuple(i for i, one in enumerate(indicators) if hint in (one.hints or ("",)))
        for hint in hints
    }


# Which of those with a unit may be said where a word stands; any text holds the empty one.
HINTS = {unit: _by_hint(indicators) for unit, indicators in BY_UNIT.items()}

__all__ = ["BY_UNIT", "HINTS", "INDICATORS", "Indicator"]
