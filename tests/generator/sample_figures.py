"""The figures of the samples: what each invented body counted in 2022, 2023 and 2024.

Counts stand here by hand, so that they fit what the prose says; the outcomes of applications
are dealt out by a seed. A county's figures are those of its bodies added up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from index.types import Era
from tests.generator.figures import (
    COLUMNS,
    Values,
    add,
    applications,
    disputes,
    open_by_column,
)

YEARS = (2022, 2023, 2024)

Outcomes = Mapping[str, float]
Cases = tuple[int, int, int, int]  # upheld, corrected, other, pending

_TOWN: Outcomes = {"granted": 6, "partial": 2, "unable_not_held": 2, "denied_process": 1}
_SIMPLE: Outcomes = {"granted": 5, "partial": 1, "unable_not_held": 1}
_OFFICE: Outcomes = {
    "granted": 4,
    "partial": 2,
    "denied_internal": 1,
    "denied_process": 2,
    "unable_not_held": 5,
    "refused_petition": 2,
    "other_no_correction": 1,
}
_POLICE: Outcomes = {
    "granted": 2,
    "partial": 2,
    "denied_law": 1,
    "denied_case_file": 5,
    "denied_query": 4,
    "unable_not_held": 2,
    "refused_petition": 1,
}
_LAND: Outcomes = {
    "granted": 30,
    "partial": 14,
    "denied_state_secret": 1,
    "denied_third_party": 3,
    "denied_process": 4,
    "denied_query": 9,
    "unable_not_held": 20,
    "unable_need_make": 4,
    "unable_unclear": 2,
    "refused_petition": 3,
    "refused_repeat": 6,
    "refused_reconfirm": 1,
    "other_no_correction": 3,
    "other_fee_unpaid": 1,
    "other_other": 4,
}
_HOUSING: Outcomes = {
    "granted": 10,
    "partial": 7,
    "denied_third_party": 5,
    "unable_not_held": 9,
    "unable_need_make": 2,
    "refused_repeat": 2,
    "other_other": 2,
}
_HEALTH: Outcomes = {"granted": 5, "partial": 3, "denied_third_party": 2, "denied_query": 1}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a body counted in a year; `new` by kind of applicant, in the form's order."""

    new: tuple[int, ...] = ()
    carried_out: int = 0
    normdocs: tuple[int, int] = (0, 0)  # made, repealed
    licences: int = 0
    penalties: int = 0
    coercions: int = 0
    fees_wan: str = "0"
    review: Cases = (0, 0, 0, 0)
    suits_direct: Cases = (0, 0, 0, 0)
    suits_after: Cases = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Body:
    """A body with what it counted in the three years, and what it took over from 2021."""

    years: tuple[Counted, Counted, Counted]
    outcomes: Outcomes
    carried_in: int = 0
    normdocs_before: int = 0


YUNXI: dict[str, Body] = {
    "云溪县人民政府办公室": Body(
        (
            Counted((17, 3, 0, 0, 1), 2, (6, 3), review=(1, 0, 0, 1)),
            Counted((20, 4, 0, 0, 2), 3, (5, 9), review=(2, 1, 0, 0), suits_direct=(1, 0, 0, 0)),
            Counted((18, 5, 1), 1, (7, 2), review=(1, 0, 1, 0), suits_after=(0, 0, 0, 1)),
        ),
        _OFFICE,
        carried_in=1,
        normdocs_before=41,
    ),
    "云溪县教育局": Body(
        (
            Counted((5, 0, 0, 1), 0, (2, 0), licences=31, penalties=1),
            Counted((11,), 0, (1, 2), licences=28, penalties=3),
            Counted((7, 1, 0, 0, 0, 1), 0, (3, 1), licences=35),
        ),
        _SIMPLE,
        normdocs_before=9,
    ),
    "云溪县公安局": Body(
        (
            Counted((23, 1), 2, (0, 0), 18640, 9215, 74, "203.875", (2, 0, 0, 0), (1, 0, 0, 1)),
            Counted(
                (29, 0, 0, 0, 2), 3, (1, 0), 20118, 9874, 81, "218.36", (2, 1, 0, 1), (1, 0, 0, 0)
            ),
            Counted(
                (26, 1, 0, 0, 1), 1, (0, 1), 21305, 10026, 69, "226.04", (3, 0, 1, 0), (0, 0, 1, 0)
            ),
        ),
        _POLICE,
        carried_in=1,
        normdocs_before=3,
    ),
    "云溪县自然资源局": Body(
        (
            Counted(
                (71, 9, 1, 0, 6, 1), 6, (3, 1), 1462, 58, 4, "386.4125", (6, 2, 1, 1), (3, 1, 0, 1)
            ),
            Counted(
                (90, 13, 0, 1, 8), 9, (2, 4), 1520, 63, 7, "412.905", (8, 2, 2, 0), (4, 1, 0, 2)
            ),
            Counted(
                (78, 10, 1, 0, 5, 2), 4, (1, 0), 1388, 49, 3, "371.26", (5, 1, 1, 2), (2, 0, 1, 1)
            ),
        ),
        _LAND,
        carried_in=5,
        normdocs_before=14,
    ),
    "云溪县住房和城乡建设局": Body(
        (
            Counted((30, 5, 0, 0, 3), 2, (1, 0), 846, 132, 0, "1204.5", (1, 0, 0, 0)),
            Counted((33, 6, 0, 0, 4), 3, (2, 1), 902, 147, 2, "1187.32", (2, 0, 1, 0)),
            Counted((41, 4, 0, 1, 5), 1, (0, 0), 874, 120, 1, "1093.08", (1, 1, 0, 1)),
        ),
        _HOUSING,
        carried_in=1,
        normdocs_before=6,
    ),
    "云溪县卫生健康局": Body(
        (
            Counted((8, 1, 0, 0, 1), 0, (0, 0), 512, 88, 6),
            Counted((13, 2, 0, 0, 1), 1, (1, 0), 497, 94, 2),
            Counted((11, 1, 0, 1), 0, (0, 0), 530, 79, 0),
        ),
        _HEALTH,
        normdocs_before=2,
    ),
    "云溪经济开发区管理委员会": Body(
        (
            Counted((0, 4), licences=64),
            Counted((1, 4), licences=71, fees_wan="18.6"),
            Counted((1, 8), 0, (1, 0), licences=83, fees_wan="21.45"),
        ),
        _SIMPLE,
    ),
    "云溪县城关镇人民政府": Body(
        (
            Counted((11, 2, 0, 0, 1), 1, (1, 0), 46, 12, 0, "0", (1, 0, 0, 0)),
            Counted((27, 2, 0, 0, 2), 2, (0, 1), 51, 17, 3, "0", (1, 1, 0, 0), (1, 0, 0, 0)),
            Counted(
                (18, 3, 0, 1), 0, (2, 0), 39, 9, 0, "0", (0, 0, 0, 0), suits_after=(1, 0, 0, 0)
            ),
        ),
        _TOWN,
        normdocs_before=3,
    ),
    "望汀街道办事处": Body(
        (Counted((8, 1), 0), Counted((5, 2), 1, penalties=4), Counted((9, 3), 0, penalties=6)),
        _TOWN,
        normdocs_before=1,
    ),
    "清水乡人民政府": Body(
        (Counted((4,), 0, licences=22), Counted((7,), 2, licences=19), Counted((5,), licences=26)),
        _SIMPLE,
    ),
    "桑桥镇人民政府": Body(
        (Counted(), Counted(licences=8), Counted((2,), licences=11)), {"granted": 1}
    ),
}

QINGSHI: dict[str, Body] = {
    "青石县城关镇人民政府": Body(
        (Counted((4, 1), licences=12), Counted((6, 2), licences=15), Counted((5, 1), licences=9)),
        _SIMPLE,
    ),
    "青石县教育局": Body(
        (
            Counted((6, 0, 0, 0, 1), 0, (2, 0), licences=14),
            Counted((3, 1), 0, (0, 0), licences=12),
            Counted((9,), 0, (1, 0), licences=17, penalties=1),
        ),
        _SIMPLE,
        normdocs_before=5,
    ),
    # Bodies of which no report is among the samples.
    "青石县其他机关": Body(
        (
            Counted((38, 11, 0, 1, 2), 4, (7, 2), 3120, 640, 25, "152.7", (3, 1, 0, 0)),
            Counted((49, 14, 0, 0, 6), 5, (4, 11), 3375, 702, 18, "149.95", (4, 0, 1, 1)),
            Counted((40, 9, 1, 0, 8), 2, (6, 3), 3298, 655, 21, "160.02", (2, 1, 0, 1)),
        ),
        _LAND,
        carried_in=3,
        normdocs_before=37,
    ),
}

_COUNTIES = {"云溪县人民政府": YUNXI, "青石县人民政府": QINGSHI}


def sample_figures(name: str, year: int) -> Values:
    """All table cells of one body's report for a year."""
    bodies = _COUNTIES.get(name)
    if bodies is None:
        return _figures_of(name, year)
    total: Values = {}
    for body in bodies:
        total = add(total, _figures_of(body, year))
    return total


def _figures_of(name: str, year: int) -> Values:
    body = (YUNXI | QINGSHI)[name]
    waiting = {"natural": body.carried_in}
    valid = body.normdocs_before
    values: Values = {}
    for each, counted in zip(YEARS, body.years, strict=True):
        valid += counted.normdocs[0] - counted.normdocs[1]
        values = _regulations(counted, valid)
        values |= applications(
            Random(f"{name}{each}"),
            dict(zip(COLUMNS, counted.new, strict=False)),
            waiting,
            counted.carried_out,
            body.outcomes,
            Era.E3,
        )
        values |= disputes(
            {
                "review": counted.review,
                "suits_direct": counted.suits_direct,
                "suits_after": counted.suits_after,
            }
        )
        if each == year:
            break
        waiting = open_by_column(values)
    return values


def _regulations(counted: Counted, normdocs_valid: int) -> Values:
    counts = {
        "rules_issued": 0,
        "rules_repealed": 0,
        "rules_valid": 0,
        "normdocs_issued": counted.normdocs[0],
        "normdocs_repealed": counted.normdocs[1],
        "normdocs_valid": normdocs_valid,
        "licences": counted.licences,
        "penalties": counted.penalties,
        "coercions": counted.coercions,
    }
    values: Values = {(key, "total"): Decimal(count) for key, count in counts.items()}
    return values | {("fees_wan", "total"): Decimal(counted.fees_wan)}
