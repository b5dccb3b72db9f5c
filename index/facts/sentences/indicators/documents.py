"""Normative documents, where sentences count them."""

from index.facts.sentences.indicators.indicator import said
from index.facts.sentences.phrases import FILL

_DOCUMENT = r"(?:各类)?(?:行政)?规范性文件"
DOCUMENTS = tuple(
    said(
        metric,
        "件 个 份 部",
        rf"(?:本年|共|新)*(?:{verb})了?{_DOCUMENT}{FILL}|{_DOCUMENT}(?:{verb}){FILL}",
        rf"(?:{_DOCUMENT})?",
        hints="规范性文件",
    )
    for metric, verb in (
        ("normdocs_issued", "制发|制定|出台|印发|制定出台|新制定|新出台"),
        ("normdocs_repealed", "废止|清理废止|宣布废止"),
        ("normdocs_valid", "现行有效的?|现有有效"),
    )
)
