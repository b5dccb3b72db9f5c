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


# 哪个镇公开信息多 asks for the first of them, 哪些镇公开信息多 for their order.
_IN_PLENTY = re.compile(
    r"(?P<which>哪[个家一]{0,2}|哪些|哪几[个家])(?P<kind>乡镇|镇街|镇|乡|街道|部门|委办局|局|单位|机构|县|区)"
    r"(?P<what>[^,，。、？?比最更不没第前超过]{2,24}?)(?:比较|较|的)?(?P<how>[多少高低])(?:一?[些点])?(?P<end>呢?[?？。]*)$"
)
_COUNTED = re.compile(
    r"申请|公开信息|信息公开|公开率|办结率|许可|处罚|强制|罚|复议|诉讼|官司|收费|办结|结转|文件|不予|拒绝|答复"
)


def plainly_first(text: str) -> str:
    """The text with 最多 where many of something are asked for, and no number says how many."""

    def said(match: re.Match[str]) -> str:
        if not _COUNTED.search(match["what"]):
            return match.group()  # 哪个部门人手少 is told in words
        is_one = match["which"] in ("哪", "哪个", "哪家", "哪一个", "哪一家")
        order = "由少到多" if match["how"] in "少低" else "由多到少"
        head = f"{match['which'] if is_one else '各'}{match['kind']}{match['what']}"
        return head + (f"最{match['how']}" if is_one else order) + match["end"]

    return _IN_PLENTY.sub(said, text)


def plainly_among(text: str) -> str:
    """The text with 是不是 for what asks whether a body is among the first."""
    return _ONE_OF_THEM.sub("", _IS_IN.sub("是", _AMONG.sub("是不是", text)))


def kinds_ranked(text: str) -> tuple[Kind, ...] | None:
    """The kinds among which a body is ranked, where that is said: 前三的部门; none are all."""
    found = _OF_KIND.search(text)
    return _KINDS.get(found["kind"], (Kind.TOWN,)) if found else None
