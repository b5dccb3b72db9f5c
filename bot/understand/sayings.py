"""Questions that ask for words by their form: whose wording it is, and who says a thing."""

import re

from bot.queries import Operation
from bot.understand.frames import Frame, Span
from bot.understand.mentions import Mentions
from bot.understand.texts import plain_question

_BODY = r"(?:单位|地方|报告|年报|部门|乡镇(?:街道)?|镇街|镇|乡|街道|局|县区|县|区|市|机关|政府|机构|人|家)"
_WHO = (
    rf"(?:(?:都有|还有|有)?(?:哪些|哪几[个家份]|哪个|哪家|哪份|什么|多少[个份家]?|几[个份家]){_BODY}"
    rf"|(?:都有|还有)?谁家?|(?:有没有|有无|有)(?:别的|其他)?{_BODY}|(?:别的|其他|别|各){_BODY})"
    r"(?:的)?(?:报告|年报)?(?:里面?|中|上)?"
)
_ALSO = r"(?:都|也|还|又|曾经|曾|有没有|有|是|在)*"
_SAYS = (
    r"(?:承认|反映|反思|指出|强调|表示|提出|写明|写着|写|说|讲|提及|提到|提|谈到|谈|出现|包含|含有|涉及)"
    r"(?:过|了|到|的|有)*"
)
_DOES = r"(?:搞|办|做|建立|建|设立|设置|设|开通|开设|开办|开展|推行|实行|采用|引入|成立|聘请|请|用|有|缺)(?:过|了|有|的是)*"
_WHICH = r"(?:是)?(?:哪些|哪几[个份]|哪个|谁|几[个份家]|多少)"

# 哪些单位说人手不够
_WHO_SAYS = re.compile(rf"^.*?{_WHO}{_ALSO}{_SAYS}(?P<topic>.{{2,}})$")
_WHO_DOES = re.compile(rf"^.*?{_WHO}{_ALSO}{_DOES}(?P<topic>.{{2,}})$")
# 提到“一稿三发”的有哪些
_SAYING_ONES = re.compile(
    rf"^.*?{_SAYS}(?P<topic>[^,，。]{{2,}}?)的?{_BODY}?(?:{_WHICH}{_BODY}?|有(?:哪些|几[个份家]|多少[个份家]?|谁))$"
)
# 109号在哪些报告里出现过
_STANDS_IN = re.compile(rf"^(?P<topic>.{{2,}}?)(?:在|被)?{_WHO}{_ALSO}{_SAYS}$")
_TELLS = re.compile(r"写|说|讲|提|谈|承认|反映|反思|指出|强调|表示|出现|包含|含有|涉及")

# 这句话是谁写的, 出自哪里
_THIS = r"(?:下面|上面|以下|下列)?(?:的)?(?:这|那|该)(?:一)?(?:句话|段话|段文字|个?表述|个?说法|个?写法|句|段|话)"
_SOURCES = (
    re.compile(
        rf"{_THIS}[^:：“”\"。？?\n]*?(?:谁|哪|别的|其他|有没有|抄|出处|来源)[^:：“”\"。？?\n]*"
    ),
    re.compile(
        r"[,，]?\s*(?:最早|最先|原文|原话)?(?:是)?(?:出自|来自|源自|来源于|出现在|见于|抄自)于?(?:哪|何|谁|什么)[^:：“”\"]*"
    ),
    re.compile(r"[,，]?\s*的?(?:原文)?出处(?:是|在)?[^:：“”\"]*$"),
    re.compile(
        rf"(?:最早|最先|曾经|都)?(?:是)?(?:谁|{_WHO}){_ALSO}(?:写|说|用|讲|抄)(?:过|的|了)+(?:吗)?\s*[:：]?(?=\s*[“\"「『‘])"
    ),
    re.compile(
        r"(?<=[”\"」』’])\s*(?:最早|最先|都)?(?:是)?(?:谁|哪[些个家份]?[^,，。]{0,4})(?:写|说|用|讲|抄)(?:过|的|了)+(?:吗)?"
    ),
    re.compile(
        r"\b(?:who|which (?:reports?|bod(?:y|ies)|towns?))\b (?:else )?(?:wrote|said|used|uses|writes)"
        r"(?: (?:this|the|these)(?: (?:sentence|wording|words|phrase))?)?\s*:?(?=\s*[“\"'])"
        r"|\bwhere (?:does|do|is) .{0,30}\bfrom\b|\bwhose (?:words|wording|sentence)s? (?:is|are)"
        r"(?: (?:this|it|these))?",
    ),
)
_QUOTED = re.compile(r"[“\"「『‘《]([^”\"」』’》]{2,200})[”\"」』’》]")
_ENGLISH_WHO = re.compile(
    r"^.*?\b(?:(?:which|what|any|find|list|show me|are there(?: any)?|do any)\s(?:\w+ ){0,2}?"
    r"(?:reports?|bodies|towns?|townships?|departments?|bureaus?|issuers?|places|offices)"
    r"(?: (?:that|which|who))?|who(?: else)?|does anyone|did anyone|anyone)\s"
    r"(?:also )?(?:admits?|say|says|said|mentions?|mentioned|writes?|wrote|reports?|reported|"
    r"complains?(?: of| about)?|notes?|talks? about|refers? to|describes?|on|about)\s"
    r"(?:that |about |of |their |its )*(?P<topic>.{3,})$"
)
_TRAILING = re.compile(
    r"(?:的)?(?:单位|地方|报告|年报|乡镇|部门|问题|情况|现象|做法|人)?(?:有哪些|有几[个份家]|有多少[个份家]?|有谁|吗|呢|呀|啊|吧|没有|没)?$"
)
_ENDS = " ,，。.？?！!：:；;、“”\"'"
_SHORTEST = 4  # letters of a sentence that somebody may have written


def said_by_form(m: Mentions, frame: Frame, question: str) -> Frame | None:
    """The frame of a question whose form says that words are wanted; None for any other."""
    sentence = _sentence(plain_question(question))
    if sentence:
        return Frame(kind="passages", topic=sentence, mode="source", span=Span("all"))
    if frame.kind in ("check", "diff", "both"):
        return None
    topic, is_told = _topic(m)
    if not topic or not (_is_told(frame, m) if is_told else _is_done(frame, m)):
        return None
    return Frame(
        kind="passages", parties=frame.parties, span=frame.span, topic=topic, mode="mention",
        section=frame.section, operation=Operation.LIST, is_yes_no=m.is_yes_no and is_told,
    )  # fmt: skip


def _sentence(text: str) -> str:
    """The sentence whose source is asked for; nothing where no source is asked for."""
    rest = text
    for pattern in _SOURCES:
        rest = pattern.sub("\n", rest)
    if rest == text:
        return ""
    quoted = _QUOTED.findall(text)
    pieces = quoted or [piece.strip(_ENDS) for piece in re.split(r"[\n:：]", rest)]
    longest: str = max(pieces, key=len, default="")
    return longest if sum(map(str.isalnum, longest)) >= _SHORTEST else ""


def _topic(m: Mentions) -> tuple[str, bool]:
    """What somebody is asked to have said or done, and whether it is of saying."""
    text = _bare(m)
    for pattern in (_SAYING_ONES, _STANDS_IN, _WHO_SAYS, _WHO_DOES, _ENGLISH_WHO):
        found = pattern.match(text)
        if found:
            quoted = _QUOTED.search(found["topic"])
            topic = quoted[1] if quoted else _TRAILING.sub("", found["topic"].strip(_ENDS))
            return topic.strip(_ENDS), pattern is not _WHO_DOES
    return "", False


def _bare(m: Mentions) -> str:
    """The question without its years and the places that it names."""
    spans = [(p.start, p.end) for p in m.places if p.ids or (p.scope and p.scope.region)]
    spans += [(t.start, t.end) for t in m.tokens if t.has("year")]
    text = m.text
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return text.strip(_ENDS)


def _is_told(frame: Frame, m: Mentions) -> bool:
    """Whether what is said is asked for, and not how much of a thing there is."""
    if frame.kind != "facts" or not m.named.metrics:
        return True
    return not (m.has("quantity", "amount") or m.ops - {"list_places", "count_places"})


def _is_done(frame: Frame, m: Mentions) -> bool:
    """Whether 哪个单位搞了小程序 asks for words: no number of it is wanted."""
    return not (frame.metrics or m.ops - {"list_places"} or m.has("quantity", "never"))
