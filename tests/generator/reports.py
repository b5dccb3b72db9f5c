"""Random reports in every era and layout, with what is true of them.

`python -m tests.generator.reports FOLDER COUNT [SEED]` writes them, and the truths beside them
in FOLDER.truths.jsonl.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from index.types import Era
from index.vocabulary.metrics import METRIC
from tests.generator.bodies import Body, bodies
from tests.generator.docx_layouts import docx_of
from tests.generator.drafts import NOTICE, NUMERALS, TITLES, Block, Draft, Part
from tests.generator.figures import Key, Values, below, one_of
from tests.generator.html_layouts import PAGE_LAYOUTS
from tests.generator.printing import (
    Zero,
    blanks_of,
    empty_cells,
    full_width,
    print_cells,
    signed,
    with_thousands,
)
from tests.generator.report_figures import State, era_of, figures_of, first_state
from tests.generator.report_prose import prose_of
from tests.generator.spellings import spelled
from tests.generator.tables import SpanTable, tables_of
from tests.generator.text_layouts import MARKDOWN_LAYOUTS, TEXT_LAYOUTS, text_of
from tests.generator.truths import Truth, write_truths

LAYOUTS: tuple[str, ...] = (
    *(f"html:{name}" for name in PAGE_LAYOUTS),
    *(f"txt:{name}" for name in TEXT_LAYOUTS),
    *(f"md:{name}" for name in MARKDOWN_LAYOUTS),
    "docx:plain",
)
# In these an empty cell leaves no trace, so that nobody could tell which one it was.
LOSSY = frozenset(
    f"txt:{name}"
    for name in (
        "half_pipes",
        "one_a_line",
        "one_a_line_apart",
        "spaces",
        "numbers_between",
        "numbers_first",
    )
)
# A town's year in each era, for reports that stand alone.
YEAR_OF = {Era.E0: 2012, Era.E1: 2016, Era.E2: 2020, Era.E3: 2023}

_FIRST_YEARS = (2011, 2016, 2019, 2020, 2021, 2021, 2021)
_LAST_YEAR = 2024
_TITLES = (
    "{full}{year}年政府信息公开工作年度报告",
    "{full}{year}年政府信息公开工作年度报告",
    "{full} {year} 年政府信息公开工作年度报告",
    "{full}{year}年度政府信息公开工作报告",
    "{full}{year}年政府信息公开年度报告",
    "{year}年{full}政府信息公开工作年度报告",
)
_OLD_TITLES = {
    1: "概述",
    2: "主动公开政府信息的情况",
    3: "依申请公开政府信息的情况",
    4: "收费及减免、行政复议和行政诉讼的情况",
    5: "存在的主要问题和改进措施",
}
_OTHER_TITLES = {
    4: "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    5: "政府信息公开工作存在的主要问题及改进情况",
    6: "其他需要报告的事项",
}


def _as_it_is(text: str) -> str:
    return text


_NUMBER_STYLES = (*[_as_it_is] * 4, full_width, with_thousands)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A report before it is laid out, what is true of it, and what it leaves to the next year."""

    draft: Draft
    truth: Truth
    state: State


def draft_report(rng: Random, era: Era, layout: str = "txt:tabs") -> tuple[Draft, Truth]:
    """A report of an era by any body, to be laid out so, with what is true of it."""
    body = next(islice(bodies(rng), below(rng, 24), None))
    drafted = draft_of(rng, body, YEAR_OF[era], first_state(rng, body), layout)
    return drafted.draft, drafted.truth


def reports_of(rng: Random, body: Body) -> Iterator[tuple[Drafted, str]]:
    """A body's reports of some years running, each with its layout."""
    state = first_state(rng, body)
    first = one_of(rng, _FIRST_YEARS)
    for year in range(first, min(first + 3 + below(rng, 4), _LAST_YEAR + 1)):
        layout = _any_layout(rng)
        drafted = draft_of(rng, body, year, state, layout)
        state = drafted.state
        yield drafted, layout


def draft_of(rng: Random, body: Body, year: int, state: State, layout: str) -> Drafted:
    """One report of a body; `state` is what its last year left."""
    era = era_of(year)
    last = state.new_received
    values, state = figures_of(rng, body, era, state)
    paragraphs, said = prose_of(rng, body, year, era, values, last)
    cells = {} if era is Era.E0 else values
    printed = _printed(rng, cells, layout)
    tables = () if era is Era.E0 else tables_of(era, printed)
    draft = Draft(
        one_of(rng, _TITLES).format(full=body.full, year=year),
        year,
        (NOTICE, *paragraphs.get(0, ())),
        _parts(rng, era, paragraphs, [spelled(table, rng) for table in tables]),
        (body.full, f"{year + 1}年1月{5 + below(rng, 25)}日"),
    )
    stated = {(key, "total"): value for key, value in said.values.items()}
    truth = Truth(
        body.name,
        body.region,
        year,
        era,
        f"{body.region}/{body.full}{year}.{layout.partition(':')[0]}",
        stated | {key: value for key, value in cells.items() if key[0] in METRIC},
        {(key, "total"): value for key, value in said.possible.items()},
        blanks_of({key: text for key, text in printed.items() if key[0] in METRIC}),
        frozenset((key, "total") for key in said.approximate) - set(cells),
    )
    return Drafted(draft, truth, state)


def lay_out(draft: Draft, layout: str, rng: Random) -> bytes:
    """The file of a report in one of the layouts."""
    kind, _, name = layout.partition(":")
    if kind == "docx":
        return docx_of(draft)
    if kind == "html":
        page = PAGE_LAYOUTS[name](draft, rng)
        if rng.random() < 0.25:
            return page.replace('charset="utf-8"', 'charset="gb2312"').encode("gb18030")
        return page.encode()
    table_layout = (TEXT_LAYOUTS | MARKDOWN_LAYOUTS)[name]
    gap = "\n" if rng.random() < 0.2 and kind == "txt" else "\n\n"
    return text_of(draft, table_layout, rng, gap).encode()


def write_reports(folder: Path, count: int, seed: int = 1) -> Iterator[Truth]:
    """Write so many reports below a folder, a folder a county; what is true of each."""
    yield from islice(_written(folder, seed), count)


def _written(folder: Path, seed: int) -> Iterator[Truth]:
    for i, body in enumerate(bodies(Random(f"{seed}"))):
        rng = Random(f"{seed}/{i}")
        (folder / body.region).mkdir(parents=True, exist_ok=True)
        for drafted, layout in reports_of(rng, body):
            data = lay_out(drafted.draft, layout, rng)
            (folder / drafted.truth.file).write_bytes(data)
            yield drafted.truth


def _any_layout(rng: Random) -> str:
    kind = one_of(rng, ("html",) * 10 + ("txt",) * 8 + ("md", "docx"))
    return one_of(rng, [layout for layout in LAYOUTS if layout.startswith(kind)])


def _printed(rng: Random, values: Values, layout: str) -> dict[Key, str]:
    share = one_of(rng, (0.0, 0.0, 0.0, 0.3, 1.0))
    zeros = empty_cells(rng, values, share)
    if layout in LOSSY:
        zeros = {k: Zero.SLASH if not z.value.strip() else z for k, z in zeros.items()}
    printed = print_cells(values, zeros)
    printed |= {k: signed(v) for k, v in values.items() if k[0].endswith("_items_change")}
    style = one_of(rng, _NUMBER_STYLES)
    return {key: style(text) for key, text in printed.items()}


def _parts(
    rng: Random, era: Era, paragraphs: dict[int, tuple[str, ...]], tables: Sequence[SpanTable]
) -> tuple[Part, ...]:
    if era in (Era.E0, Era.E1):
        parts = [Part(_heading(n, t), paragraphs[n]) for n, t in _OLD_TITLES.items()]
        annex = [Part("附件：政府信息公开情况统计表", (table,)) for table in tables]
        return (*parts, *annex)
    titles = TITLES | (_OTHER_TITLES if rng.random() < 0.3 else {})
    parts = []
    for number, title in titles.items():
        blocks: tuple[Block, ...] = tuple(t for t in tables if t.number == number)
        parts.append(Part(_heading(number, title), blocks + paragraphs.get(number, ())))
    return tuple(parts)


def _heading(number: int, title: str) -> str:
    return f"{NUMERALS[number]}、{title}"


if __name__ == "__main__":
    target, number = Path(sys.argv[1]), int(sys.argv[2])
    written = write_reports(target, number, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    target.mkdir(parents=True, exist_ok=True)
    kept = write_truths(written, target.with_suffix(".truths.jsonl"))
    print(f"{kept} reports in {target}")
