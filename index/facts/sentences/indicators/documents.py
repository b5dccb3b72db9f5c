"""Normative documents, where sentences count them."""

from index.facts.sentences.indicators.indicator import said
from index.facts.sentences.phrases import FILL

_DOCUMENT = r"(?:各类)?(?:行政)?规范性文件"
_MADE = "制发|制定|出台|印发|制定出台|新制定|新出台"
DOCUMENTS = tuple(
    said(
        metric,
        "件 个 份 部",
        rf"(?:本年|共|新)*(?:{verb})了?{_DOCUMENT}{FILL}|{_DOCUMENT}(?:{verb}){FILL}",
        rf"(?:{_DOCUMENT})?",
        hints="规范性文件",
    )
    for metric, verb in (
        ("normdocs_issued", _MADE),
        ("normdocs_repealed", "废止|清理废止|宣布废止"),
        ("normdocs_valid", "现行有效的?|现有有效"),
    )
)
DOCUMENTS += tuple(  # 制发行政规范性文件3件，废止1件，现行有效12件
    said(
        metric,
        "件 个 份 部",
        rf"(?:其中|已|宣布|予以)*(?:{verb}){FILL}",
        needs=rf"(?:{_MADE})了?{_DOCUMENT}[^。;]*$|{_DOCUMENT}(?:{_MADE})[^。;]*$",
        lacks="规章|政策文件",
        hints=verb.replace("|", " "),
    )
    for metric, verb in (("normdocs_repealed", "废止"), ("normdocs_valid", "现行有效|继续有效"))
)
