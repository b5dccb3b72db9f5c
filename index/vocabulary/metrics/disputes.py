"""Table four: reviews and lawsuits, five outcomes in three blocks."""

from index.types import Era, Metric

BLOCKS: tuple[tuple[str, str, str], ...] = (
    ("review", "行政复议", "administrative reviews"),
    ("suits_direct", "未经复议直接起诉", "lawsuits without review"),
    ("suits_after", "复议后起诉", "lawsuits after review"),
)
# What else a block is called where it has a row or a column of its own.
BLOCK_ALIASES = {
    **dict.fromkeys(
        ("行政诉讼未经复议直接起诉", "未经复议直接起诉的行政诉讼", "未经复议直接起诉行政诉讼", "直接起诉"),
        "suits_direct",
    ),
    **dict.fromkeys(
        ("行政诉讼复议后起诉", "复议后起诉的行政诉讼", "复议后起诉行政诉讼", "经复议后起诉"),
        "suits_after",
    ),
}
OUTCOMES: tuple[tuple[str, str, str], ...] = (
    ("upheld", "结果维持", "upheld"),
    ("corrected", "结果纠正", "corrected"),
    ("other", "其他结果", "other outcome"),
    ("pending", "尚未审结", "pending"),
    ("total", "总计", "total"),
)


def _outcome(block: tuple[str, str, str], outcome: tuple[str, str, str]) -> Metric:
    # The E1 annex prints reviews in four of these cells (see annex.py).
    in_annex = block[0] == "review" and outcome[0] != "pending"
    return Metric(
        key=f"{block[0]}_{outcome[0]}",
        label=f"{block[1]}{outcome[1]}",
        english=f"{block[2]}: {outcome[2]}",
        unit="件",
        eras=(Era.E1, Era.E2, Era.E3) if in_annex else (Era.E2, Era.E3),
        section=4,
        table=4,
        rows=(block[1],),
        columns=(outcome[1],),
    )


DISPUTES: tuple[Metric, ...] = tuple(_outcome(b, o) for b in BLOCKS for o in OUTCOMES)
