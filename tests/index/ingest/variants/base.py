"""The small invented reports that the variants change, and all that is in them."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random

from index.text import plain
from index.types import Era
from index.vocabulary.metrics import METRIC
from tests.generator.drafts import NOTICE, TITLES, Draft, Part, heading
from tests.generator.figures import BLOCKS, COLUMNS, Key, Values, applications, disputes
from tests.generator.printing import Zero, print_cells, signed
from tests.generator.tables import tables_of
from tests.generator.text_layouts import TableLayout, text_of, with_tabs
from tests.index.ingest.variants.variant import Cells, Read
from tests.index.report.invented import PROSE, figures

BODY = "清溪县柳河镇人民政府"
TITLE = f"{BODY}2023年政府信息公开工作年度报告"
BEFORE = (NOTICE, "根据条例的要求编制本报告。")
SIGNED = (BODY, "2024年1月12日")
HEADINGS = {number: heading(number) for number in TITLES}
PROSES: Mapping[int, tuple[str, ...]] = PROSE
SAID = {"n_proactive": "412", "n_website": "300", "n_info_fee": "0", "n_info_fee_cases": "0"}

FIGURES = figures()
_TABLE_TWO_2019 = {
    "rules_issued": 0,
    "rules_published": 0,
    "rules_public_total": 1,
    "normdocs_issued": 12,
    "normdocs_published": 11,
    "normdocs_public_total": 86,
    "licence_items": 240,
    "licence_items_change": 14,
    "licences": 2046,
    "service_items": 75,
    "service_items_change": 0,
    "services": 1310,
    "penalty_items": 318,
    "penalty_items_change": -8,
    "penalties": 42,
    "coercion_items": 29,
    "coercion_items_change": 3,
    "coercions": 7,
    "fee_items": 5,
    "fee_items_change": -1,
    "procurement_projects": 9,
    "procurement_amount_yuan": 260000,
}


def figures_2019(seed: int = 7) -> Values:
    """Every cell of the three tables in the form of 2019; the identities hold."""
    new = dict(zip(COLUMNS, (31, 12, 0, 2, 5, 1), strict=True))
    carried = dict(zip(COLUMNS, (3, 1, 0, 0, 0, 0), strict=True))
    weights = {"granted": 5.0, "partial": 2.0, "unable_not_held": 3.0, "other": 1.0}
    values = applications(Random(seed), new, carried, 4, weights, Era.E2)
    counts = dict(zip(BLOCKS, ((9, 2, 1, 3), (4, 0, 2, 1), (1, 1, 0, 0)), strict=True))
    two = {(key, "total"): Decimal(count) for key, count in _TABLE_TWO_2019.items()}
    return values | disputes(counts) | two


FIGURES_2019 = figures_2019()


def drawn(
    title: str = TITLE,
    *,
    values: Values = FIGURES,
    zero: Zero = Zero.DIGIT,
    table: int | None = None,
    era: Era = Era.E3,
    before: tuple[str, ...] = BEFORE,
    prose: Mapping[int, tuple[str, ...]] = PROSES,
    headings: Mapping[int, str] = HEADINGS,
    after: tuple[str, ...] = SIGNED,
    tables: tuple[int, ...] = (2, 3, 4),
) -> Draft:
    """The report before it is laid out, some of it as a variant has it.

    Zeros are printed as told, in all tables or in one.
    """
    zeros = {key: zero for key in zeros_of(values) if table in (None, METRIC[key[0]].table)}
    printed = print_cells(values, zeros)
    printed |= {k: signed(v) for k, v in values.items() if k[0].endswith("_items_change")}
    held = {table.number: table for table in tables_of(era, printed) if table.number in tables}
    parts = tuple(
        Part(
            printed_heading, (*prose.get(number, ()), *((held[number],) if number in held else ()))
        )
        for number, printed_heading in headings.items()
    )
    return Draft(title, 2023, before, parts, after)


def written(draft: Draft, layout: TableLayout = with_tabs, gap: str = "\n\n") -> str:
    """The report as text, its tables in a layout."""
    return text_of(draft, layout, Random(1), gap)


def zeros_of(values: Values) -> list[Key]:
    """The cells that hold nothing."""
    return [key for key, value in values.items() if value == 0]


def named(key: Key) -> str:
    """A cell's name in what is expected: granted natural; licences."""
    return " ".join(key).removesuffix(" total")


def cells_of(
    values: Values, table: int | None = None, *, is_blank: bool = False
) -> dict[str, str]:
    """The cells as they must be read, of all tables or of one; zeros printed or left blank."""
    return {
        named(key): "0 blank" if is_blank and value == 0 else plain(value)
        for key, value in values.items()
        if table in (None, METRIC[key[0]].table)
    }


CELLS: Cells = cells_of(FIGURES)
CELLS_2019: Cells = cells_of(FIGURES_2019)
SECTIONS = {
    0: "\n".join(BEFORE),
    **{n: "\n".join(PROSES.get(n, ())) for n in TITLES},
}
ALL = Read("柳河镇人民政府", "清溪县", 2023, cells=CELLS, said=SAID, sections=SECTIONS)
# The same town's report for 2020, in the form of that year.
TITLE_2020 = TITLE.replace("2023", "2020")
PROSE_2020 = {
    1: ("2020年，我镇主动公开政府信息412条，其中通过网站公开300条。",),
    **{n: p for n, p in PROSES.items() if n > 1},
}
ALL_2020 = replace(
    ALL,
    year=2020,
    era=Era.E2,
    cells=CELLS_2019,
    sections=SECTIONS | {1: PROSE_2020[1][0]},
)


def drawn_2020(values: Values = FIGURES_2019, zero: Zero = Zero.DIGIT) -> Draft:
    """The report for 2020 before it is laid out."""
    return drawn(
        TITLE_2020,
        values=values,
        zero=zero,
        era=Era.E2,
        prose=PROSE_2020,
        after=(BODY, "2021年1月12日"),
    )


def told(*sentences: str, year: int = 2016, title: str = "", six: tuple[str, ...] = ()) -> str:
    """A report of sentences only, as most towns published before 2019."""
    lines = (
        title or f"清溪县柳河镇人民政府{year}年政府信息公开工作年度报告",
        NOTICE,
        "一、概述",
        *sentences,
        "二、存在的主要问题和改进措施",
        "更新不够及时，今后将逐月检查。",
        *six,
    )
    return "\n".join(lines) + "\n"


def saying(year: int = 2016, era: Era = Era.E1, **said: str) -> Read:
    """A report of sentences that says these figures and no others.

    Its statistics are missing, which before 2014 were in no form.
    """
    findings = () if era is Era.E0 else ("table_missing",)
    return Read("柳河镇人民政府", "清溪县", year, era, said=said, findings=findings)
