"""What stands in the cells: V45 to V48, V57, V61 to V64, V66, V67; all invented."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from tests.generator.figures import COLUMNS, Values
from tests.generator.printing import Zero
from tests.generator.text_layouts import one_a_line, with_pipes, with_spaces, with_tabs
from tests.index.ingest.variants.base import (
    ALL,
    ALL_2020,
    CELLS,
    CELLS_2019,
    FIGURES,
    SECTIONS,
    cells_of,
    drawn,
    drawn_2020,
    named,
    written,
)
from tests.index.ingest.variants.variant import Variant

_BLANK = cells_of(FIGURES, is_blank=True)
_THREE = "一、本年新收政府信息公开申请数量"


def of_people(values: Values) -> Values:
    """The applications as if people had made all of them, and no firms."""
    rows = {metric for metric, member in values if member == "natural"}
    changed = dict(values)
    for row in rows:
        changed |= {(row, column): Decimal(0) for column in COLUMNS[1:]}
        changed[(row, "natural")] = values[(row, "total")]
    return changed


PEOPLE = of_people(FIGURES)


def _changed(number: str, what: str, old: str, new: str, **cells: str) -> Variant:
    """The report with one stretch of its text replaced, and what that makes of its cells."""
    text = written(drawn())
    assert old in text, old
    return Variant(
        number, what, text.replace(old, new, 1), (replace(ALL, cells={**CELLS, **cells}),)
    )


def _changed_2020(number: str, what: str, old: str, new: str, **cells: str) -> Variant:
    """The same in the form of 2019."""
    text = written(drawn_2020())
    assert old in text, old
    expected = replace(ALL_2020, cells={**CELLS_2019, **cells})
    return Variant(number, what, text.replace(old, new, 1), (expected,))


def _marked(zero: Zero) -> Variant:
    what = f"zeros as {zero.value!r}"
    text = written(drawn(zero=zero), with_pipes if zero is Zero.EMPTY else with_tabs)
    return Variant("V48", what, text, (replace(ALL, cells=_BLANK),))


def _without_totals() -> str:
    """Column 总计 is blank in the rows of outcomes."""
    rows = written(drawn()).split("\n")
    return "\n".join(
        row.rsplit("\t", 1)[0] + "\t" if re.match(r"\t\t\d\.", row) else row for row in rows
    )


def _computed() -> dict[str, str]:
    """Sums that were not printed; zero is zero, printed or not."""
    rows = ("denied_", "unable_", "refused_", "other_")
    blank = {
        named((metric, member)): "0 blank" if value == 0 else f"{value} computed"
        for (metric, member), value in FIGURES.items()
        if member == "total" and metric.startswith(rows)
    }
    # The first row of each group begins with the group's label and keeps its total.
    kept = ("denied_state_secret", "unable_not_held", "refused_petition", "other_no_correction")
    return {**CELLS, **{k: v for k, v in blank.items() if k not in kept}}


def _without_repeats() -> str:
    """An extractor took out every line that it had seen before."""
    lines = written(drawn(), one_a_line, "\n").split("\n")
    return "\n".join(dict.fromkeys(lines))


def _unread(*tables: int) -> dict[str, str]:
    return {key: "unreadable" for table in tables for key in cells_of(FIGURES, table)}


def _each(change: Callable[[str], str]) -> str:
    """Every number of the tables written otherwise."""
    return re.sub(r"(?<=\t)\d[\d.]*(?=[\t\n])", lambda m: change(m[0]), written(drawn()))


def _words_for(said: str) -> str:
    """Words in place of table four."""
    return written(drawn(tables=(2, 3), prose={**_PROSES, 4: (said,)}))


_PROSES = {n: (text,) for n, text in SECTIONS.items() if n in (1, 5, 6)}
_SAYS_NOTHING = "因政府信息公开被申请行政复议：无；被提起行政诉讼：无。"
_WITHOUT_FOUR = {k: v for k, v in CELLS.items() if not k.startswith(("review", "suits"))}
_HUBEI = (
    ("上一年项目数量", "上一年项目数量（2019年底）"),
    ("本年增/减", "本年增/减（减少的用“-”号表示）"),
    ("本年新制作数量", "本年新制作数量（2020年1月1日至12月31日）"),
)


def _in_hubei() -> str:
    text = written(drawn_2020())
    for old, new in _HUBEI:
        assert old in text
        text = text.replace(old, new)
    return text.replace("\n规范性文件\t", "\n其他主动公开文件\t4\t4\t4\n规范性文件\t")


VARIANTS = (
    Variant(
        "V45",
        "empty cells vanish, only people applied",
        written(drawn(values=PEOPLE, zero=Zero.EMPTY, table=3), with_spaces),
        (
            replace(
                ALL,
                cells={
                    **cells_of(PEOPLE, 2),
                    **cells_of(PEOPLE, 3, is_blank=True),
                    **cells_of(PEOPLE, 4),
                },
                findings=("cells_counted",),
            ),
        ),
    ),
    Variant(
        "V46",
        "lines that repeat are removed",
        _without_repeats(),
        (
            replace(
                ALL,
                cells={
                    **_unread(2, 3, 4),
                    **{k: CELLS[k] for k in ("licences", "penalties", "coercions", "fees_wan")},
                    **{
                        f"normdocs_{k}": CELLS[f"normdocs_{k}"]
                        for k in ("issued", "repealed", "valid")
                    },
                },
                findings=("cell_unreadable",),
            ),
        ),
    ),
    Variant(
        "V47",
        "totals blank in detail rows",
        _without_totals(),
        (replace(ALL, cells=_computed(), findings=("total_computed",)),),
    ),
    *(_marked(zero) for zero in Zero if zero is not Zero.DIGIT),
    Variant("V48", "zeros as 0件", _each(lambda n: "0件" if n == "0" else n), (ALL,)),
    _changed_2020(
        "V57",
        "the same head twice",
        "本年新制作数量\t本年新公开数量",
        "本年新制作数量\t本年新制作数量",
    ),
    Variant("V61", "件 in every cell", _each(lambda n: n if "." in n else f"{n}件"), (ALL,)),
    Variant("V61", "thousands marks", _each(lambda n: n.replace("2046", "2,046")), (ALL,)),
    Variant("V61", "wide thousands marks", _each(lambda n: n.replace("2046", "2，046")), (ALL,)),
    _changed("V61", "万元 in the cell", "\t1234.5678", "\t1234.5678万元"),
    _changed("V61", "元 in a cell of 万元", "\t1234.5678", "\t155000元", fees_wan="15.5"),
    _changed_2020("V61", "元 in the cell", "\t260000", "\t260000元"),
    _changed_2020(
        "V61", "万元 in a cell of 元", "\t260000", "\t15.5万元", procurement_amount_yuan="155000"
    ),
    _changed("V62", "four decimals", "\t1234.5678", "\t12345.6789", fees_wan="12345.6789"),
    Variant("V63", "changes with their signs", written(drawn_2020()), (ALL_2020,)),
    *(
        _changed_2020("V63", f"a decrease as {sign}8", "\t-8\t", f"\t{sign}8\t")
        for sign in ("−", "－", "- ")
    ),
    Variant(
        "V64",
        "torn digits that add up one way only",
        written(drawn()).replace(f"{_THREE}\t\t\t31", f"{_THREE}\t\t\t3 1", 1),
        (
            replace(
                ALL,
                cells={**CELLS, "new_received natural": "31 repaired"},
                findings=("digits_joined",),
            ),
        ),
        says=("读作", "31"),
    ),
    Variant(
        "V64",
        "torn digits that add up no way",
        written(drawn()).replace(f"{_THREE}\t\t\t31", f"{_THREE}\t\t\t3 2", 1),
        (
            replace(
                ALL,
                cells={**CELLS, "new_received natural": "unreadable"},
                findings=("cell_unreadable",),
            ),
        ),
    ),
    Variant(
        "V64",
        "torn digits that no sum proves",
        written(drawn()).replace("行政许可\t2046", "行政许可\t2 0 4 6", 1),
        (replace(ALL, cells={**CELLS, "licences": "unreadable"}, findings=("cell_unreadable",)),),
    ),
    Variant(
        "V66",
        "a row of one province, and heads that explain themselves",
        _in_hubei(),
        (replace(ALL_2020, unmapped=("其他主动公开文件",), findings=("row_unknown",)),),
        says=("其他主动公开文件",),
    ),
    *(
        Variant(
            "V67",
            f"in place of a table {said}",
            _words_for(said),
            (
                replace(
                    ALL,
                    cells=_WITHOUT_FOUR,
                    said={**ALL.said, "review_total": "0", "suits_total": "0"},
                    sections=SECTIONS | {4: said},
                    findings=("table_missing",),
                ),
            ),
        )
        for said in (_SAYS_NOTHING, "本年度无。")
    ),
)
