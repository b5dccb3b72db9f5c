"""Random reports: adding up, taking over from year to year, varied, and made again alike."""

from collections import defaultdict
from decimal import Decimal
from io import BytesIO
from itertools import islice, pairwise
from pathlib import Path
from random import Random

import pytest
from docx import Document

from index.passages.split import split_passages
from index.types import Era, Paragraph, Section
from index.vocabulary.metrics import METRIC
from index.vocabulary.regions import load_regions
from tests.generator.bodies import bodies
from tests.generator.docx_layouts import docx_of
from tests.generator.figures import (
    BLOCKS,
    COLUMNS,
    MEMBERS,
    OUTCOMES,
    Values,
    outcomes_of,
    rows_of,
)
from tests.generator.reports import (
    LAYOUTS,
    Drafted,
    draft_report,
    lay_out,
    reports_of,
    write_reports,
)
from tests.generator.text_layouts import expand
from tests.generator.truths import read_truths, write_truths

EVERY_ERA = pytest.mark.parametrize("era", list(Era))


@EVERY_ERA
def test_the_figures_of_a_random_report_add_up(era: Era) -> None:
    for seed in range(40):
        _, truth = draft_report(Random(f"{era}{seed}"), era)
        if era in (Era.E2, Era.E3):
            check_tables(truth.values, era)
        if era is Era.E1:
            check_annex(truth.values)
        assert {metric for metric, _ in truth.values} <= set(METRIC)


def test_each_year_takes_over_what_the_year_before_left() -> None:
    seen: defaultdict[str, int] = defaultdict(int)
    for one, other in pairs_of_years(300):
        old, new = one.truth, other.truth
        if ("carried_out", "total") in old.values and ("carried_in", "total") in new.values:
            for member in MEMBERS:
                assert new.values["carried_in", member] == old.values["carried_out", member]
            seen["Y1"] += 1
        if old.era is new.era is Era.E3:
            made, gone, valid = (
                total(new.values, f"normdocs_{x}") for x in ("issued", "repealed", "valid")
            )
            assert valid == total(old.values, "normdocs_valid") + made - gone
            seen["Y2"] += 1
        if old.era is new.era is Era.E2:
            before = total(old.values, "licence_items") + total(old.values, "licence_items_change")
            assert total(new.values, "licence_items") == before
            seen["Y3"] += 1
    assert min(seen[rule] for rule in ("Y1", "Y2", "Y3")) >= 10


def test_at_least_a_third_of_the_passages_are_distinct() -> None:
    """Of 400 reports; measured 0.74 of 1,000, 0.60 of 5,000 and 0.47 of 20,000."""
    passages: list[str] = []
    for drafted in drafted_reports(400):
        sections = tuple(
            Section(
                i, part.heading, tuple(Paragraph(b) for b in part.blocks if isinstance(b, str))
            )
            for i, part in enumerate(drafted.draft.parts, 1)
        )
        passages += [passage.text for passage in split_passages(sections)]
    assert len(passages) > 6000
    assert len(set(passages)) / len(passages) > 1 / 3


def test_the_same_seed_writes_the_same_files(tmp_path: Path) -> None:
    one, other, third = (
        {
            t.file: (tmp_path / n / t.file).read_bytes()
            for t in write_reports(tmp_path / n, 60, seed)
        }
        for n, seed in (("a", 5), ("b", 5), ("c", 6))
    )
    assert one == other
    assert one != third
    assert all("虚构示例" in _text(data, file) for file, data in one.items())


def test_truths_are_kept_and_read_back(tmp_path: Path) -> None:
    truths = list(write_reports(tmp_path / "reports", 25, 3))
    assert write_truths(truths, tmp_path / "truths.jsonl") == 25
    assert list(read_truths(tmp_path / "truths.jsonl")) == truths


def test_no_invented_body_has_a_real_place() -> None:
    regions = load_regions()
    some = list(islice(bodies(Random(1)), 400))
    assert len({(b.region, b.name) for b in some}) == 400
    assert not any(regions.is_place(b.region) for b in some)


@EVERY_ERA
def test_a_word_document_holds_the_cells_where_they_belong(era: Era) -> None:
    draft, _ = draft_report(Random(f"docx{era}"), era)
    read = Document(BytesIO(docx_of(draft))).tables
    assert len(read) == len(draft.tables)
    for table, drawn in zip(read, draft.tables, strict=True):
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        assert cells == expand(drawn, is_repeating=True)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_holds_every_paragraph(layout: str) -> None:
    rng = Random(layout)
    draft, _ = draft_report(rng, Era.E3, layout)
    text = _text(lay_out(draft, layout, rng), f"x.{layout.partition(':')[0]}")
    for paragraph in (p for part in draft.parts for p in part.blocks if isinstance(p, str)):
        assert paragraph.replace('"', "&quot;")[:20] in text or paragraph[:20] in text


def check_tables(values: Values, era: Era) -> None:
    for member in MEMBERS:
        handled = values["handled_total", member]
        came = values["new_received", member] + values["carried_in", member]
        assert came == handled + values["carried_out", member]
        assert handled == sum(values[row, member] for row in outcomes_of(era))
    for row in rows_of(era):
        assert values[row, "total"] == sum(values[row, column] for column in COLUMNS)
    for block in BLOCKS:
        assert total(values, f"{block}_total") == sum(
            total(values, f"{block}_{o}") for o in OUTCOMES
        )


def check_annex(values: Values) -> None:
    ways = ("n_app_person", "n_app_fax", "n_app_online", "n_app_letter")
    assert total(values, "new_received") == sum(total(values, way) for way in ways)
    done = total(values, "handled_on_time") + total(values, "handled_extended")
    assert total(values, "handled_total") == done
    for block in ("review", "suits"):
        parts = sum(total(values, f"{block}_{o}") for o in ("upheld", "corrected", "other"))
        assert total(values, f"{block}_total") == parts


def total(values: Values, metric: str) -> Decimal:
    return values[metric, "total"]


def drafted_reports(count: int) -> list[Drafted]:
    bodies_in_turn = enumerate(bodies(Random(2)))
    every = (d for i, body in bodies_in_turn for d, _ in reports_of(Random(i), body))
    return list(islice(every, count))


def pairs_of_years(count: int) -> list[tuple[Drafted, Drafted]]:
    return [
        (one, other)
        for one, other in pairwise(drafted_reports(count))
        if (one.truth.name, one.truth.year + 1) == (other.truth.name, other.truth.year)
    ]


def _text(data: bytes, file: str) -> str:
    if file.endswith(".docx"):
        return "\n".join(p.text for p in Document(BytesIO(data)).paragraphs)
    return data.decode("gb18030" if b"gb2312" in data[:200] else "utf-8")
