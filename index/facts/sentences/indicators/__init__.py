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

__all__ = ["BY_UNIT", "INDICATORS", "Indicator"]
