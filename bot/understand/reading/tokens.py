"""A stretch of a question with all that it may mean."""

from collections.abc import Callable
from dataclasses import dataclass

Sense = tuple[str, str]  # (table, key)


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch `start:end` of the text with its senses; none: nothing explains it."""

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...] = ()

    def keys(self, table: str) -> tuple[str, ...]:
        """What it means in one table."""
        return tuple(key for name, key in self.senses if name == table)

    def has(self, *tables: str) -> bool:
        """Whether it has a sense in any of these tables."""
        return any(name in tables for name, _ in self.senses)

    @property
    def is_unknown(self) -> bool:
        """Whether nothing explains it."""
        return not self.senses


LookUp = Callable[[str], tuple[Sense, ...]]
