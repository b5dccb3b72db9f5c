"""Labels and figures of the real reports, read by eye: every cell of their three tables.

The figures are facts; the files themselves stand beside the project, not in it.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from index.facts.tables.form_three import COLUMNS
from index.vocabulary.metrics.disputes import DISPUTES

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "reports"
TABLE_TWO = (
    "rules_issued",
    "rules_repealed",
    "rules_valid",
    "normdocs_issued",
    "normdocs_repealed",
    "normdocs_valid",
    "licences",
    "penalties",
    "coercions",
    "fees_wan",
)
_SUQIAN = "宿迁市人民政府{year}年政府信息公开工作年度报告.{form}"


@dataclass(frozen=True)
class Real:
    """A real report: its files, and the figures that stand in it."""

    issuer: str
    year: int
    files: tuple[str, ...]
    two: str
    three: str  # a row a line: the metric, then seven columns
    four: str
    said: dict[str, tuple[str, str, str]]  # metric to value, figure as printed, status

    @property
    def cells(self) -> dict[tuple[str, str], Decimal]:
        """Every cell of the tables by metric and member."""
        cells = {(k, "total"): v for k, v in zip(TABLE_TWO, _numbers(self.two), strict=True)}
        for line in self.three.strip().splitlines():
            metric, numbers = line.split(maxsplit=1)
            columns = zip(COLUMNS, _numbers(numbers), strict=True)
            cells |= {(metric, column): value for column, value in columns}
        keys = [metric.key for metric in DISPUTES]
        return cells | {(k, "total"): v for k, v in zip(keys, _numbers(self.four), strict=True)}


def _numbers(text: str) -> list[Decimal]:
    return [Decimal(number) for number in text.split()]


_ROWS = [
    "new_received",
    "carried_in",
    "granted",
    "partial",
    "denied_state_secret",
    "denied_law",
    "denied_safety",
    "denied_third_party",
    "denied_internal",
    "denied_process",
    "denied_case_file",
    "denied_query",
    "unable_not_held",
    "unable_need_make",
    "unable_unclear",
    "refused_petition",
    "refused_repeat",
    "refused_publication",
    "refused_mass",
    "refused_reconfirm",
    "other_no_correction",
    "other_fee_unpaid",
    "other_other",
    "handled_total",
    "carried_out",
]

ZHIMAWA_2024 = Real(
    "芝麻洼乡人民政府",
    2024,
    ("芝麻洼乡人民政府2024年政府信息公开工作年度报告.txt",),
    "0 0 0 0 0 0 0 0 0 0",
    "\n".join(f"{row} 0 0 0 0 0 0 0" for row in _ROWS),
    "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
    {"n_proactive": ("160", "160 条", "reported")},
)
SUQIAN_2023 = Real(
    "宿迁市人民政府",
    2023,
    tuple(_SUQIAN.format(year=2023, form=form) for form in ("txt", "docx", "pdf")),
    "2 0 11 109 489 597 1808595 2822652 20163 59237.2449",
    """
    new_received 3402 99 0 4 5 1 3511
    carried_in 91 3 0 0 2 0 96
    granted 1175 12 0 3 1 0 1191
    partial 319 7 0 0 2 0 328
    denied_state_secret 0 0 0 0 0 0 0
    denied_law 27 0 0 0 0 0 27
    denied_safety 6 0 0 0 0 0 6
    denied_third_party 38 0 0 0 0 0 38
    denied_internal 20 0 0 0 0 0 20
    denied_process 9 0 0 0 0 0 9
    denied_case_file 21 0 0 0 0 0 21
    denied_query 20 1 0 0 0 0 21
    unable_not_held 968 74 0 1 3 1 1047
    unable_need_make 26 2 0 0 0 0 28
    unable_unclear 3 0 0 0 0 0 3
    refused_petition 305 0 0 0 0 0 305
    refused_repeat 39 0 0 0 0 0 39
    refused_publication 0 0 0 0 0 0 0
    refused_mass 58 0 0 0 0 0 58
    refused_reconfirm 4 0 0 0 0 0 4
    other_no_correction 40 0 0 0 0 0 40
    other_fee_unpaid 10 0 0 0 0 0 10
    other_other 287 3 0 0 1 0 291
    handled_total 3375 99 0 4 7 1 3486
    carried_out 118 3 0 0 0 0 121
    """,
    "309 17 88 26 440 1 1 16 6 24 13 0 67 9 89",
    {
        "n_proactive": ("180000", "18万余条", "approximate"),
        "n_solicit": ("33", "33期", "reported"),
        "n_solicit_count": ("382", "382条", "reported"),
        "n_visit": ("7854070", "7854070人次", "reported"),
        "n_account": ("176", "176个", "reported"),
        "n_gazette": ("12", "12期", "reported"),
        "n_gazette_copies": ("30000", "3万余册", "approximate"),
        "n_info_fee": ("2950", "2950元", "reported"),
        "n_info_fee_cases": ("25", "25件", "reported"),
        "n_inspection": ("4", "4期", "reported"),
    },
)
SUQIAN_2024 = Real(
    "宿迁市人民政府",
    2024,
    (_SUQIAN.format(year=2024, form="html"),),
    "2 1 12 50 227 420 1573179 2676474 29351 72701.2578",
    """
    new_received 3440 75 0 1 6 3 3525
    carried_in 118 3 0 0 0 0 121
    granted 1408 21 0 0 2 0 1431
    partial 462 9 0 0 0 0 471
    denied_state_secret 2 0 0 0 0 0 2
    denied_law 1 0 0 0 0 0 1
    denied_safety 4 0 0 0 0 0 4
    denied_third_party 16 1 0 0 0 0 17
    denied_internal 21 0 0 0 0 0 21
    denied_process 10 1 0 0 0 0 11
    denied_case_file 21 2 0 0 0 0 23
    denied_query 13 0 0 0 0 0 13
    unable_not_held 859 33 0 0 3 2 897
    unable_need_make 35 1 0 0 0 0 36
    unable_unclear 8 0 0 0 0 0 8
    refused_petition 86 1 0 0 0 0 87
    refused_repeat 26 1 0 0 0 0 27
    refused_publication 0 0 0 0 0 0 0
    refused_mass 3 0 0 0 0 0 3
    refused_reconfirm 0 0 0 0 0 0 0
    other_no_correction 75 1 0 1 0 0 77
    other_fee_unpaid 38 0 0 0 0 0 38
    other_other 352 2 0 0 0 0 354
    handled_total 3440 73 0 1 5 2 3521
    carried_out 118 5 0 0 1 1 125
    """,
    "88 18 28 36 170 7 0 11 7 25 33 0 6 13 52",
    {
        "n_proactive": ("140000", "14万余条", "approximate"),
        "n_solicit": ("19", "19期", "reported"),
        "n_solicit_count": ("75", "75条", "reported"),
        "n_visit": ("9540370", "9540370次", "reported"),
        "n_info_fee": ("2230", "2230元", "reported"),
        "n_info_fee_cases": ("3", "3件", "reported"),
        "n_inspection": ("2", "2期", "reported"),
    },
)
REAL = (ZHIMAWA_2024, SUQIAN_2023, SUQIAN_2024)
