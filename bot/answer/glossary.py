"""Terms."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A term."""

    key: str
    names: tuple[str, ...]
    english: str
    zh: str
    en: str


TERMS: tuple[Term, ...] = ()
