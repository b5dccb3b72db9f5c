"""INDICATORS, the one table of how sentences say a number: what stands before and after it."""

from index.facts.indicators.dialogue import DIALOGUE
from index.facts.indicators.documents import DOCUMENTS
from index.facts.indicators.indicator import Indicator
from index.facts.indicators.publication import CATEGORIES, PUBLICATION
from index.facts.indicators.requests import APPLICATIONS, DISPUTES, FEES
from index.facts.indicators.upkeep import UPKEEP

INDICATORS: tuple[Indicator, ...] = (
    *PUBLICATION,
    *CATEGORIES,
    *DIALOGUE,
    *UPKEEP,
    *FEES,
    *APPLICATIONS,
    *DISPUTES,
    *DOCUMENTS,
)
BY_UNIT: dict[str, tuple[Indicator, ...]] = {
    unit: tuple(i for i in INDICATORS if unit in i.units)
    for unit in sorted({unit for i in INDICATORS for unit in i.units})
}

__all__ = ["BY_UNIT", "INDICATORS", "Indicator"]
