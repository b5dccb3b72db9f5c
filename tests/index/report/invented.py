"""A small invented report, figures and prose, that these tests print in many ways."""

from decimal import Decimal
from random import Random

from index.types import Era
from tests.generator.drafts import NOTICE, TITLES, Draft, Part, heading
from tests.generator.figures import BLOCKS, COLUMNS, Values, applications, disputes
from tests.generator.printing import Zero, print_cells
from tests.generator.tables import tables_of
from tests.generator.text_layouts import TableLayout, text_of, with_tabs

TITLE = "清溪县柳河镇人民政府2023年政府信息公开工作年度报告"
PROSE = {
    1: ("2023年，我镇主动公开政府信息412条，其中通过网站公开300条。",),
    5: ("一是解读不够通俗。", "二是更新不够及时，今后将逐月检查。"),
    6: ("本年度没有收取信息处理费。",),
}
_TABLE_TWO = {
    "rules_issued": 0,
    "rules_repealed": 0,
    "rules_valid": 1,
    "normdocs_issued": 12,
    "normdocs_repealed": 3,
    "normdocs_valid": 45,
    "licences": 2046,
    "penalties": 318,
    "coercions": 7,
}


def figures(seed: int = 7) -> Values:
    """Every cell of the three tables; the identities hold."""
    rng = Random(seed)
    new = dict(zip(COLUMNS, (31, 12, 0, 2, 5, 1), strict=True))
    carried = dict(zip(COLUMNS, (3, 1, 0, 0, 0, 0), strict=True))
    weights = {"granted": 5.0, "partial": 2.0, "unable_not_held": 3.0, "refused_repeat": 1.0}
    weights |= {"denied_third_party": 1.0, "other_other": 1.0}
    values = applications(rng, new, carried, 4, weights, Era.E3)
    counts = dict(zip(BLOCKS, ((9, 2, 1, 3), (4, 0, 2, 1), (1, 1, 0, 0)), strict=True))
    values |= disputes(counts)
    values |= {(key, "total"): Decimal(count) for key, count in _TABLE_TWO.items()}
    return values | {("fees_wan", "total"): Decimal("1234.5678")}


def draft(values: Values | None = None, zero: Zero = Zero.DIGIT, title: str = TITLE) -> Draft:
    """The report before it is laid out; every zero is printed as told."""
    values = values or figures()
    zeros = {key: zero for key, value in values.items() if value == 0}
    tables = tables_of(Era.E3, print_cells(values, zeros))
    in_section = {number: (table,) for number, table in zip((2, 3, 4), tables, strict=True)}
    parts = tuple(
        Part(heading(number), (*PROSE.get(number, ()), *in_section.get(number, ())))
        for number in TITLES
    )
    after = ("清溪县柳河镇人民政府", "2024年1月12日")
    return Draft(title, 2023, (NOTICE, "根据条例的要求编制本报告。"), parts, after)


def text(
    layout: TableLayout = with_tabs, zero: Zero = Zero.DIGIT, gap: str = "\n\n", title: str = TITLE
) -> str:
    """The report as text, its tables in a layout."""
    return text_of(draft(zero=zero, title=title), layout, Random(1), gap)
