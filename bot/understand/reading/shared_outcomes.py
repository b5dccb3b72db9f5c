"""复议和诉讼被纠正的: an outcome that is said once of two kinds of dispute is told of both."""

import re

_BLOCK = r"(?:行政)?(?:复议|诉讼)(?:案件|案)?"
_OUTCOME = (
    r"(?:结果)?(?:被)?(?:法院|判决)?(?:依法)?(?:予以)?"
    r"(?:维持率|纠正率|纠错率|败诉率|胜诉率|维持|纠正|纠错|尚未审结|未审结|没审结|其他结果)(?:了)?"
)
_COUNTED = r"(?:各|分别)?(?:有|是|为)?(?:多少|几)[件起宗个]?"
_TWO = rf"(?P<one>{_BLOCK})(?P<and>和|与|跟|及|以及|、)(?P<other>{_BLOCK})"
# 复议和诉讼中被纠正的各几件
_OF_BOTH = re.compile(rf"{_TWO}(?:之?中|里|当中)?的?(?P<outcome>{_OUTCOME})")
# 复议和诉讼各几件，其中被纠正的各几件
_AFTER_BOTH = re.compile(
    rf"{_TWO}的?{_COUNTED}[,，](?:其中|当中|里面)?(?:的)?(?P<outcome>{_OUTCOME})的?(?:又)?"
    rf"{_COUNTED}"
)
_ENGLISH = re.compile(
    r"(?P<one>reviews?|(?:law)?suits?) and (?P<other>reviews?|(?:law)?suits?)"
    r"(?P<outcome> (?:(?:were|was|are|that were) )?(?:upheld|corrected|pending))"
)


_IN_AND_OUT = re.compile(
    r"carried (?:over )?in and (?:carried )?(?:over )?out"
    r"|carry-?overs? in and (?:carry-?overs? )?out"
)


# 零申请零复议零诉讼: each of them is none.
_ZERO = re.compile(r"(?<=[㐀-鿿、])零(?=申请|复议|诉讼|处罚|许可|强制|结转|收费)")


def told_of_both(text: str) -> str:
    """The text with the outcome of two kinds of dispute told of each of them."""
    text = _AFTER_BOTH.sub(
        r"\g<one>多少、\g<other>多少、\g<one>\g<outcome>多少、\g<other>\g<outcome>多少", text
    )
    text = _OF_BOTH.sub(r"\g<one>\g<outcome>\g<and>\g<other>\g<outcome>", text)
    text = _IN_AND_OUT.sub("carried over from last year and carried over to next year", text)
    if len(_ZERO.findall(text)) > 1:
        text = _ZERO.sub("、零", text).replace("、、", "、")
    return _ENGLISH.sub(r"\g<one>\g<outcome> and \g<other>\g<outcome>", text)
