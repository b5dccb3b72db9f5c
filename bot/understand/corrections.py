"""What a correction says beside what is meant: 不对，是2023年, No, I meant Qingshi."""

import re

# These may be followed by no more than a space; 不 予公开 and "no requests" take nothing back.
_PLAINLY = (
    r"(?:不是(?:这个|那个|这|那|的)|不对(?:啊|吧|呀)?|(?:我)?[搞说弄问打记选写看]错了?(?:啊|吧)?|错了"
    r"|not that one)"
)
_PERHAPS = r"(?:不是(?:啊|吧)?|不+|否|no+|nope|sorry|wait|oops|wrong|not that)"
_PAUSE = r"[,，。.!！;；:：、~][,，。.!！;；:：、~\s]*"
# 我说的是 stays: it also tells apart bodies of one name (我说的是白石县那个).
_MEANT = (
    r"(?:(?:应该|其实)?就?是(?:说)?|i (?:meant|mean|was asking about|asked about|want(?:ed)?)"
    r"|it's)"
)
_STOP = rf"(?:{_PAUSE}|\s+)"
_WRONG = rf"(?:{_PLAINLY}(?:{_STOP}|(?=我))|{_PERHAPS}{_PAUSE})"
# 不是清水乡，是桑桥镇: what it is not, and then what it is.
_NOT_BUT = re.compile(r"^不是(?P<not>[^,，。?？!！]{1,24})[,，。\s]+而?(?:应该)?是(?P<meant>.+)$")
_WRONG_THEN = re.compile(rf"^{_WRONG}+(?:{_MEANT}{_STOP}?)?(?P<meant>.+)$")
_MEANT_ONLY = re.compile(r"^(?:no )?i (?:meant|mean)\s+(?P<meant>.+)$")
_ASKS = re.compile(r"[吗么?？]\s*$")


def meant(text: str) -> str:
    """The text without what it takes back; the whole text where it corrects nothing."""
    for pattern in (_NOT_BUT, _WRONG_THEN, _MEANT_ONLY):
        found = pattern.match(text)
        if found and not (pattern is _NOT_BUT and _ASKS.search(text)):
            return found["meant"].strip()
    return text
