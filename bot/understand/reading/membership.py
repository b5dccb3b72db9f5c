"""Whether a body is among the first of its like: 进没进前三, 前三的单位里有没有公安局."""

import re

from index.types import Kind

# What asks whether a body is among the first so many stands before how many they are.
_AMONG = re.compile(
    r"(?:进没进入?|排没排[进在到]|[在是]不在|入没入|挤没挤[进入]|(?:有没有|是否|能否|能不能|是不是)"
    r"(?:排[进在到]|进入?|挤进|跻身|列入|位列|入围)|是否在)(?:了|到)?"
    r"(?=.{0,24}(?:前\s*[0-9一二两三四五六七八九十]|最[多少高低大小]))"
)
_IS_IN = re.compile(
    r"(?:排进|进入|进|挤进|跻身|列入|入围|位列|名列)了?"
    r"(?=.{0,12}前\s*[0-9一二两三四五六七八九十]{1,3}.{0,8}(?:吗|没有?|么)(?:$|[?？。,，]))"
)
_ONE_OF_THEM = re.compile(r"(?<=[位镇门局道构])的?之一")
_OF_KIND = re.compile(
    r"(?:前\s*[0-9一二两三四五六七八九十]{1,3}(?:名|位|强)?的?|最[多少高低大小]的?.{0,4}?)"
    r"(?P<kind>单位|机构|机关|乡镇街道|乡镇|部门|委办局|街道|镇|局)"
)
_KINDS: dict[str, tuple[Kind, ...]] = {
    "单位": (), "机构": (), "机关": (),
    "部门": (Kind.DEPARTMENT,), "委办局": (Kind.DEPARTMENT,), "局": (Kind.DEPARTMENT,),
}  # fmt: skip


def plainly_among(text: str) -> str:
    """The text with 是不是 for what asks whether a body is among the first."""
    return _ONE_OF_THEM.sub("", _IS_IN.sub("是", _AMONG.sub("是不是", text)))


def kinds_ranked(text: str) -> tuple[Kind, ...] | None:
    """The kinds among which a body is ranked, where that is said: 前三的部门; none are all."""
    found = _OF_KIND.search(text)
    return _KINDS.get(found["kind"], (Kind.TOWN,)) if found else None
