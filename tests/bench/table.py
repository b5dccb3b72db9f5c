"""Figures as a table, and how they are summed up."""

import unicodedata
from collections.abc import Callable, Sequence
from math import ceil
from time import perf_counter


def show(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table in Markdown, its columns aligned."""
    lines = [list(header), *[list(row) for row in rows]]
    widths = [max(_width(line[i]) for line in lines) for i in range(len(header))]
    print(f"\n## {title}\n")
    for n, line in enumerate(lines):
        cells = (cell + " " * (w - _width(cell)) for cell, w in zip(line, widths, strict=True))
        print(f"| {' | '.join(cells)} |", flush=True)
        if n == 0:
            print(f"|{'|'.join('-' * (w + 2) for w in widths)}|")


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(ceil(len(ordered) * share) - 1, 0)]


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def ms(value: float) -> str:
    """Seconds as milliseconds."""
    return f"{value * 1000:.2f} ms"


def ratio(value: float, base: float) -> str:
    """How many times the baseline."""
    return f"{value / base:.1f}×" if base else "–"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)
