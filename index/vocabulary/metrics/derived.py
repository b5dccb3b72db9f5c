"""Sums and rates, as formulas over other keys. Rates are in per cent, undefined at 0/0."""

from index.types import Era, Metric

_BOTH = (Era.E2, Era.E3)
_E1_TOO = (Era.E1, Era.E2, Era.E3)

DENIED = (
    "denied_state_secret",
    "denied_law",
    "denied_safety",
    "denied_third_party",
    "denied_internal",
    "denied_process",
    "denied_case_file",
    "denied_query",
)
UNABLE = ("unable_not_held", "unable_need_make", "unable_unclear")
REFUSED = (
    "refused_petition",
    "refused_repeat",
    "refused_publication",
    "refused_mass",
    "refused_reconfirm",
)
OTHER = ("other_no_correction", "other_fee_unpaid", "other_other")


def _sum(
    key: str,
    label: str,
    english: str,
    parts: tuple[str, ...],
    section: int,
    eras: tuple[Era, ...] = _BOTH,
) -> Metric:
    return Metric(
        key, label, english, "件", eras, section, section, parts=parts, has_members=section == 3
    )


def _rate(
    key: str,
    label: str,
    english: str,
    parts: tuple[str, ...],
    over: tuple[str, ...],
    less: tuple[str, ...] = (),
) -> Metric:
    members = not key.startswith(("review", "suits"))
    return Metric(
        key, label, english, "%", _BOTH, parts=parts, over=over, less=less, has_members=members
    )


def _suits(outcome: str, label: str, english: str, eras: tuple[Era, ...] = _E1_TOO) -> Metric:
    parts = (f"suits_direct_{outcome}", f"suits_after_{outcome}")
    return _sum(f"suits_{outcome}", f"行政诉讼{label}", f"lawsuits: {english}", parts, 4, eras)


# `denied` and the suits are printed in E1, `other` in E2: a printed fact wins over the sum.
DERIVED: tuple[Metric, ...] = (
    _sum("denied", "不予公开合计", "denied, all reasons", DENIED, 3, _E1_TOO),
    _sum("unable", "无法提供合计", "unable to provide, all reasons", UNABLE, 3),
    _sum("refused", "不予处理合计", "not processed, all reasons", REFUSED, 3),
    Metric(
        "other", "其他处理", "other handling", "件", _BOTH, 3, 3,
        rows=("其他处理",), parts=OTHER, has_members=True,
    ),
    _sum("requests_total", "新收与上年结转合计", "new and carried-in applications", ("new_received", "carried_in"), 3),
    _suits("upheld", "结果维持", "upheld"),
    _suits("corrected", "结果纠正", "corrected"),
    _suits("other", "其他结果", "other outcome"),
    _suits("pending", "尚未审结", "pending", _BOTH),
    _suits("total", "总计", "total"),
    _rate("disclosure_rate", "公开率", "disclosure rate", ("granted", "partial"), ("handled_total",)),
    _rate("completion_rate", "办结率", "completion rate", ("handled_total",), ("new_received", "carried_in")),
    _rate("review_correction_rate", "行政复议纠正率", "review correction rate", ("review_corrected",), ("review_total",), ("review_pending",)),
    _rate("suits_correction_rate", "行政诉讼纠正率", "lawsuit correction rate", ("suits_corrected",), ("suits_total",), ("suits_pending",)),
)
