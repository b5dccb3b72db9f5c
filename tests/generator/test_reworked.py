"""Reports with reworked tables read back: no cell wrong, and none lost where blanks are kept."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from index.types import Era
from tests.generator.compare import Tally
from tests.generator.drafts import Draft
from tests.generator.measure import compare_file
from tests.generator.reports import draft_report, lay_out
from tests.generator.reworked import LISTS, REWORKS, Rework, reworked
from tests.generator.text_layouts import text_of
from tests.generator.truths import Truth

EACH = 2
_WHOLE = ("html:clean", "docx:plain", "md:markdown", "txt:tabs", "txt:stray_pipes")
_LOSSY = ("txt:one_a_line", "txt:spaces")


@pytest.mark.parametrize("layout", _WHOLE)
@pytest.mark.parametrize("name", REWORKS)
def test_every_cell_of_reworked_tables_comes_back(name: str, layout: str, tmp_path: Path) -> None:
    tally = _read_back(REWORKS[name], layout, layout, tmp_path)
    assert tally.errors == []
    assert (tally.wrong, tally.found, tally.unread, tally.missing) == (0, 0, 0, 0), str(tally)


@pytest.mark.parametrize("layout", _LOSSY)
@pytest.mark.parametrize("name", REWORKS)
def test_where_empty_cells_vanish_no_cell_is_wrong(name: str, layout: str, tmp_path: Path) -> None:
    tally = _read_back(REWORKS[name], layout, "txt:tabs", tmp_path, without_empty_lines)
    # Which of several zeros was the empty one nobody can tell.
    assert [error for error in tally.errors if " 0 has status " not in error] == []
    assert (tally.found, tally.missing) == (0, 0), str(tally)


@pytest.mark.parametrize("era", [Era.E2, Era.E3])
@pytest.mark.parametrize("name", LISTS)
def test_every_cell_of_a_table_told_as_a_list_comes_back(
    name: str, era: Era, tmp_path: Path
) -> None:
    for i in range(EACH):
        rng = Random(f"listed/{name}/{era}/{i}")
        draft, truth = draft_report(rng, era)
        path = tmp_path / Path(truth.file).name
        path.write_text(text_of(draft, LISTS[name], rng), encoding="utf-8")
        tally = compare_file(path, truth)
        # Zeros that are left out, or empty cells told as 0, are zeros all the same.
        assert [error for error in tally.errors if " 0 has status " not in error] == []
        assert (tally.found, tally.unread, tally.missing) == (0, 0, 0), str(tally)


def without_empty_lines(data: bytes) -> bytes:
    """A text whose empty cells left no trace."""
    return "\n".join(line for line in data.decode().splitlines() if line.strip()).encode()


def _read_back(
    rework: Rework,
    layout: str,
    drafted_for: str,
    folder: Path,
    change: Callable[[bytes], bytes] = bytes,
) -> Tally:
    tally = Tally()
    for era in (Era.E2, Era.E3):
        for i in range(EACH):
            rng = Random(f"reworked/{layout}/{era}/{i}")
            draft, truth = draft_report(rng, era, drafted_for)
            tally.add(_compared(reworked(draft, rework), truth, layout, rng, folder, change))
    return tally


def _compared(
    draft: Draft,
    truth: Truth,
    layout: str,
    rng: Random,
    folder: Path,
    change: Callable[[bytes], bytes],
) -> Tally:
    path = folder / Path(truth.file).with_suffix("." + layout.partition(":")[0]).name
    path.write_bytes(change(lay_out(draft, layout, rng)))
    return compare_file(path, truth)
