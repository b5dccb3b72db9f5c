"""The invented sentences of sentences.txt, each with what must be read from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.types import Era, Kind, Report
from tests.index.facts.reports import report

FILE = Path(__file__).with_name("sentences.txt")


@dataclass(frozen=True)
class Said:
    """A sentence in a report, and what must be read from it: metric to value, ~ for about."""

    report: Report
    sentence: str
    expected: dict[str, str]


def read_sentences() -> Iterator[Said]:
    """All sentences of the file."""
    head: list[str] = []
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("@"):
            head = line.split()[1:]
        elif line and not line.startswith("#"):
            sentence, _, figures = line.partition(" |")
            expected = dict(figure.split("=") for figure in figures.split())
            kind, name, region, year, era, section, heading = head
            said = report(
                {int(section): f"（一）{heading}\n{sentence}"},
                name=name,
                region=region,
                kind=Kind(kind),
                year=int(year),
                era=Era(era),
            )
            yield Said(said, sentence, expected)
