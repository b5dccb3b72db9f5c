"""Layouts, spellings and damages together: no wrong number in silence; the reports are invented.

An extractor drops lines that repeat, blanks, empty cells; a label is lost or cut.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from random import Random

import pytest

from index.ingest.digest import read_digests
from index.ingest.walk import Source, Told
from index.types import Digest, Fact
from tests.generator.drafts import Draft
from tests.generator.figures import Values, one_of
from tests.generator.printing import Zero
from tests.generator.spellings import spelled
from tests.generator.tables import SpanTable
from tests.generator.text_layouts import TEXT_LAYOUTS, TableLayout, text_of
from tests.index.ingest.variants.base import drawn, drawn_2020, figures_2019
from tests.index.ingest.variants.cells import of_people
from tests.index.ingest.variants.layouts import (
    with_a_page_break,
    with_a_vertical_label,
    with_numbers_above,
    with_numbers_below,
    with_trailing_tabs,
)
from tests.index.report.invented import figures

LAYOUTS: tuple[TableLayout, ...] = (
    *TEXT_LAYOUTS.values(),
    with_a_page_break,
    with_a_vertical_label,
    with_numbers_above,
    with_numbers_below,
    with_trailing_tabs,
)


def _as_it_is(text: str) -> str:
    return text


def _without_repeats(text: str) -> str:
    return "\n".join(line for line, _ in groupby(text.split("\n")))


def _each_line_once(text: str) -> str:
    return "\n".join(dict.fromkeys(text.split("\n")))


def _stripped(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n"))


def _without_blank_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


def _with_single_blanks(text: str) -> str:
    return re.sub(r"[ \t]+", " ", text)


DAMAGES: tuple[Callable[[str], str], ...] = (
    _as_it_is,
    _without_repeats,
    _each_line_once,
    _stripped,
    _without_blank_lines,
    _with_single_blanks,
)


def _drafted(rng: Random) -> tuple[Draft, Values]:
    seed = int(rng.random() * 1e6)
    is_older = rng.random() < 0.4
    values = figures_2019(seed) if is_older else figures(seed)
    values = of_people(values) if rng.random() < 0.3 else values
    zero = one_of(rng, tuple(Zero))
    draft = drawn_2020(values, zero) if is_older else drawn(values=values, zero=zero)
    return _with_tables(draft, lambda table: spelled(table, rng)), values


def _with_tables(draft: Draft, change: Callable[[SpanTable], SpanTable]) -> Draft:
    parts = (
        replace(p, blocks=tuple(change(b) if isinstance(b, SpanTable) else b for b in p.blocks))
        for p in draft.parts
    )
    return replace(draft, parts=tuple(parts))


def _without_a_label(draft: Draft, rng: Random) -> Draft:
    """One label is gone, or only its beginning or its end is left."""
    cells = [c.text for table in draft.tables for row in table.rows for c in row]
    lost = one_of(rng, [text for text in cells if re.search("[一-龥]{2}", text)])
    left = one_of(rng, ("", lost[:2], lost[2:]))

    def cut(table: SpanTable) -> SpanTable:
        rows = (
            tuple(replace(c, text=left) if c.text == lost else c for c in row)
            for row in table.rows
        )
        return replace(table, rows=tuple(rows))

    return _with_tables(draft, cut)


def _silent_errors(digest: Digest, values: Values) -> list[str]:
    """The values that are wrong and that no finding names."""
    findings = [finding for finding in digest.findings if not finding.is_holding]

    def is_told(fact: Fact) -> bool:
        rows = {c.row for f in findings for c in f.cells if c.table == fact.table}
        return any(fact.row in row or not row for row in rows)

    return [
        f"{fact.metric} {fact.member}: {fact.value}, not {values.get((fact.metric, fact.member))}"
        for fact in digest.facts
        if fact.table is not None and fact.value is not None and not is_told(fact)
        if values.get((fact.metric, fact.member)) != fact.value
    ]


@pytest.mark.parametrize("seed", range(12))
def test_no_damage_gives_a_wrong_number_in_silence(seed: int, tmp_path: Path) -> None:
    rng = Random(f"damaged {seed}")
    path = tmp_path / "报告.txt"
    for _ in range(15):
        draft, values = _drafted(rng)
        draft = _without_a_label(draft, rng) if rng.random() < 0.5 else draft
        layout, damage = one_of(rng, LAYOUTS), one_of(rng, DAMAGES)
        text = damage(text_of(draft, layout, rng, one_of(rng, ("\n", "\n\n"))))
        path.write_text(text)
        (digest,) = read_digests(Source(path), Told())
        assert _silent_errors(digest, values) == [], (layout.__name__, damage.__name__, text)
