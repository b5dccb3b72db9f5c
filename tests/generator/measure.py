"""Random reports read back: cells right, wrong and missing, by era and layout.

`python -m tests.generator.measure [REPORTS_EACH] [SEED]` prints the table.
"""

import sys
import tempfile
from pathlib import Path
from random import Random

from index.ingest.digest import read_digests
from index.ingest.walk import Source, Told
from index.types import Digest, Era
from tests.generator.compare import Tally, compare
from tests.generator.reports import LAYOUTS, draft_report, lay_out
from tests.generator.truths import Truth


def measure(era: Era, layout: str, count: int, seed: int, folder: Path) -> Tally:
    """So many reports of an era in a layout, written and read back."""
    tally = Tally()
    for i in range(count):
        rng = Random(f"{seed}/{era}/{layout}/{i}")
        draft, truth = draft_report(rng, era, layout)
        path = folder / Path(truth.file).name
        path.write_bytes(lay_out(draft, layout, rng))
        tally.add(compare_file(path, truth))
    return tally


def compare_file(path: Path, truth: Truth, root: Path | None = None) -> Tally:
    """One file read back; a wrong issuer, year or era is an error like a wrong number."""
    digests = read_digests(Source(path, root), Told())
    if len(digests) != 1:
        return Tally(wrong=1, errors=[f"{truth.file}: {len(digests)} reports in it"])
    digest = digests[0]
    tally = compare(truth, digest.facts, digest.findings)
    said = _who(digest)
    if said != (truth.name, truth.region, truth.year, truth.era):
        tally.wrong += 1
        tally.errors.append(f"{truth.file}: taken for {said}")
    return tally


def _who(digest: Digest) -> tuple[str, str | None, int, Era]:
    report = digest.report
    return report.issuer.name, report.issuer.region, report.year, report.era


def main(count: int, seed: int) -> None:
    """Print a line an era and layout, and what went wrong."""
    everything = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for era in Era:
            for layout in LAYOUTS:
                tally = measure(era, layout, count, seed, Path(folder))
                print(f"{era} {layout:22} {tally}", flush=True)
                print(
                    *(f"      {error}\n" for error in (tally.errors + tally.told)[:3]),
                    sep="",
                    end="",
                )
                everything.add(tally)
    print(f"all: {everything}")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*numbers, *(10, 1)[len(numbers) :])
