"""METRICS, the one table of what reports count; joined from a file per place in a report."""

from index.types import Member, Metric
from index.vocabulary.metrics.annex import ANNEX
from index.vocabulary.metrics.applications import APPLICATIONS, MEMBERS
from index.vocabulary.metrics.derived import DERIVED
from index.vocabulary.metrics.disputes import DISPUTES
from index.vocabulary.metrics.narrative import NARRATIVE
from index.vocabulary.metrics.regulations import REGULATIONS

METRICS: tuple[Metric, ...] = (
    *REGULATIONS,
    *APPLICATIONS,
    *DISPUTES,
    *ANNEX,
    *NARRATIVE,
    *DERIVED,
)
METRIC: dict[str, Metric] = {m.key: m for m in METRICS}
MEMBER: dict[str, Member] = {m.key: m for m in MEMBERS}

__all__ = ["MEMBER", "MEMBERS", "METRIC", "METRICS"]
