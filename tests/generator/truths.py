"""What a report states, known from its draft and not from any reader."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from index.types import Era
from tests.generator.figures import Key, Values


@dataclass(frozen=True, slots=True)
class Truth:
    """The numbers of one report.

    `values` hold every table cell and every number that its sentences plainly state;
    `possible` are numbers that may be read from a sentence or left alone. `blanks` are zeros
    printed without a digit. `file` is the path below the folder of all.
    """

    name: str
    region: str
    year: int
    era: Era
    file: str
    values: Values
    possible: Values = field(default_factory=dict)
    blanks: frozenset[Key] = frozenset()
    approximate: frozenset[Key] = frozenset()


def write_truths(truths: Iterable[Truth], path: Path) -> int:
    """Keep truths as they come, one a line; how many there were."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for truth in truths:
            file.write(_line_of(truth) + "\n")
            count += 1
    return count


def read_truths(path: Path) -> Iterator[Truth]:
    """The truths that were kept in a file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield _truth_of(line)


def _line_of(truth: Truth) -> str:
    return json.dumps(
        {
            "name": truth.name,
            "region": truth.region,
            "year": truth.year,
            "era": truth.era,
            "file": truth.file,
            "values": {"|".join(key): str(value) for key, value in truth.values.items()},
            "possible": {"|".join(key): str(value) for key, value in truth.possible.items()},
            "blanks": sorted("|".join(key) for key in truth.blanks),
            "approximate": sorted("|".join(key) for key in truth.approximate),
        },
        ensure_ascii=False,
    )


def _truth_of(line: str) -> Truth:
    kept = json.loads(line)
    return Truth(
        kept["name"],
        kept["region"],
        kept["year"],
        Era(kept["era"]),
        kept["file"],
        {_key_of(key): Decimal(value) for key, value in kept["values"].items()},
        {_key_of(key): Decimal(value) for key, value in kept["possible"].items()},
        frozenset(map(_key_of, kept["blanks"])),
        frozenset(map(_key_of, kept["approximate"])),
    )


def _key_of(text: str) -> Key:
    metric, _, member = text.partition("|")
    return metric, member
