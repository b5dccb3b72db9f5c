"""The reports and the section that are searched, as SQL takes them."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

MANY = 250  # reports; to list more of them for every statement takes longer than the search


@dataclass(frozen=True, slots=True)
class Where:
    """The reports and the section that are searched, as a condition on `passages p`.

    Where `is_asked`, the reports are those that the connection's function of this name knows.
    """

    reports: tuple[int, ...] | None = None
    section: int | None = None
    is_asked: bool = False

    @property
    def is_everywhere(self) -> bool:
        """Whether nothing is left out."""
        return self.reports is None and self.section is None

    @property
    def condition(self) -> str:
        """The condition in SQL."""
        parts = ["1"]
        if self.is_asked:
            parts.append("is_asked(p.report_id)")
        elif self.reports is not None:
            parts.append("p.report_id in (select value from json_each(?))")
        if self.section is not None:
            parts.append("p.section = ?")
        return " and ".join(parts)

    @property
    def parameters(self) -> tuple[str | int, ...]:
        """What the question marks of the condition stand for."""
        is_listed = self.reports is not None and not self.is_asked
        reports = (as_json(self.reports or ()),) if is_listed else ()
        section = () if self.section is None else (self.section,)
        return (*reports, *section)


class Scopes:
    """The reports of a scope as an SQL function of a connection; one scope at a time."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._asked: frozenset[int] = frozenset()
        db.create_function("is_asked", 1, self._is_asked)

    def narrowed(self, reports: Sequence[int] | None, section: int | None) -> Where:
        """A scope, which holds until the next is made."""
        where = Where(
            None if reports is None else tuple(reports),
            section,
            reports is not None and len(reports) > MANY,
        )
        self._asked = frozenset(where.reports or ()) if where.is_asked else frozenset()
        return where

    def _is_asked(self, report_id: int) -> bool:
        return report_id in self._asked


def as_json(ids: Sequence[int]) -> str:
    """Ids as one bound parameter for `json_each`, however many they are."""
    return json.dumps(list(ids), separators=(",", ":"))
