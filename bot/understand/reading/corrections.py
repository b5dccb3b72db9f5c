"""What a correction says beside what is meant: 不对，是2023年, No, I meant Qingshi."""

import re

# These may be followed by no more than a space; 不 予公开 and "no requests" take nothing back.
_PLAINLY = (
    r"(?:不是(?:这个|那个|这|那|的)|不对(?:啊|吧|呀)?|(?:我)?[搞说弄问打记选写看]错了?(?:啊|吧)?|错了"
    r"|not that one)"
)
_PERHAPS = (
    r"(?:不是(?:啊|吧)?|不+|否|no+(?:,? wait)?|nope|sorry|wait(?:,? no)?|oops|wrong|not that"
    r"|hold on|actually)"
)
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
# 改成教育局吧, back to 2023: what is to stand in the place of something that was said.
_CHANGE = re.compile(
    r"^(?:那就?|请|帮我|麻烦|给我|再)?(?:改成|改为|换成|换作|换为|换到|切换到|切换成|切到|再?回到|转到)"
    r"(?P<meant>.+?)(?:试试|看看|看|吧)?[。.!！~]*$"
    r"|^(?:please )?(?:(?:change|switch|set) (?:it |that |this )?(?:back )?to|(?:go )?back to"
    r"|make (?:it|that)) (?P<en>.+?)(?: please| then)?[.!]*$"
)
# 去年是2023吧，我要2023.
_THAT_YEAR = re.compile(
    r"^[去前今上]一?年(?:应该|不)?就?是(?:说)?(?:20)?\d\d年?(?:吧|啊|呀|嘛|的)?[,，\s]+"
    r"(?:我要|要|我想看|看|查)?的?(?P<meant>.+)$"
)
_ASKS = re.compile(r"[吗么?？]\s*$")
# 2022年，不，2023年的申请; 白塔镇…哦不对，双河乡的: the same kind of thing again.
_OOPS = (
    r"(?:[,，。…\s]|\.\.+|--+|——)+(?:哦|噢|啊|呃|额|哎)?"
    r"(?:不对不对|不对|不|不是|错了|说错了|写错了|更正)[,，。…\s]+(?:应该是|是|我是说)?"
)
_YEAR_AGAIN = re.compile(rf"(?P<old>(?:20)?\d\d年){_OOPS}(?P<new>(?:20)?\d\d年)")
_BODY = r"[㐀-鿿]{2,8}?(?:镇|乡|街道|局|县|区|市|办|委)"
_BODY_AGAIN = re.compile(rf"(?P<old>{_BODY}){_OOPS}(?P<new>{_BODY})(?=的|20\d\d|去年|$)")


def meant(text: str) -> str:
    """The text without what it takes back; the whole text where it corrects nothing."""
    text = _BODY_AGAIN.sub(r"\g<new>", _YEAR_AGAIN.sub(r"\g<new>", text))
    change = _CHANGE.match(text)
    if change:
        return (change["meant"] or change["en"]).strip()
    for pattern in (_NOT_BUT, _WRONG_THEN, _MEANT_ONLY, _THAT_YEAR):
        found = pattern.match(text)
        if found and not (pattern is _NOT_BUT and _ASKS.search(text)):
            return found["meant"].strip()
    return text
