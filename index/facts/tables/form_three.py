"""The rows and columns of table three in each era."""

from index.types import Era
from index.vocabulary.metrics.applications import APPLICATIONS

COLUMNS = ("natural", "enterprise", "research", "ngo", "legal", "other_org", "total")
OUTCOMES_E3 = tuple(
    m.key
    for m in APPLICATIONS
    if m.key not in ("new_received", "carried_in", "handled_total", "carried_out")
)
OTHERS = ("other_no_correction", "other_fee_unpaid", "other_other")
OUTCOMES_E2 = (*(k for k in OUTCOMES_E3 if k not in OTHERS), "other")


def rows_of(era: Era) -> tuple[str, ...]:
    """The rows that table three has in an era, in order."""
    outcomes = OUTCOMES_E3 if era is Era.E3 else OUTCOMES_E2
    return ("new_received", "carried_in", *outcomes, "handled_total", "carried_out")
