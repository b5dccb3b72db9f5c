"""Questions that ask for words by their form: whose wording it is, and who says a thing."""

import re
from dataclasses import replace

from bot.queries import Operation
from bot.understand.frames import Frame, Span
from bot.understand.intents import span_of
from bot.understand.mentions import Mentions
from bot.understand.texts import plain_question

_BODY = (
    r"(?:单位|地方|报告|年报|部门|乡镇(?:街道)?|镇街|镇|乡|街道|局|县区|县|区|市"
    r"|机关|政府|机构|人|家)"
)
_WHO = (
    rf"(?:(?:都有|还有|有)?(?:哪些|哪几[个家份]|哪个|哪家|哪份|什么|多少[个份家]?|几[个份家]){_BODY}"
    rf"|(?:都有|还有|有没有)?谁家?|哪家|(?:有没有|有无|有)(?:别的|其他)?{_BODY}"
    rf"|(?:别的|其他|别|各){_BODY})(?:的)?(?:报告|年报)?(?:里面?|中|上)?"
)
_ALSO = r"(?:都|也|还|又|曾经|曾|有没有|有|是|在)*"
_SAYS = (
    r"(?:承认|反映|反思|指出|强调|表示|提出|写明|写着|写|说|讲|提及|提到|提|谈到|谈|出现|包含|含有|涉及)"
    r"(?:过|了|到|的|有)*"
)
_DOES = (
    r"(?:搞|办|做|建立|建|设立|设置|设|开通|开设|开办|开展|推行|实行|采用|引入|成立|聘请|请|用|有|缺)"
    r"(?:过|了|有|的是)*"
)
_DONE = re.compile(rf"(?:{_WHO}){_ALSO}{_DOES}(?:吗|呢)?$")
_WHICH = r"(?:是)?(?:哪些|哪几[个份]|哪个|谁|几[个份家]|多少)"
_ARE_WHICH = rf"(?:{_WHICH}{_BODY}?|有(?:哪些|几[个份家]|多少[个份家]?|谁)|名单|清单|列表)"

# 哪些单位说人手不够
_WHO_SAYS = re.compile(rf"^.*?{_WHO}{_ALSO}{_SAYS}(?P<topic>.{{2,}})$")
_WHO_DOES = re.compile(rf"^.*?{_WHO}{_ALSO}{_DOES}(?P<topic>.{{2,}})$")
# 提到“一稿三发”的有哪些
_SAYING_ONES = re.compile(rf"^.*?{_SAYS}(?P<topic>[^,，。]{{2,}}?)(?:的{_BODY}?)?{_ARE_WHICH}$")
# 109号在哪些报告里出现过
_STANDS_IN = re.compile(
    rf"^(?P<topic>.{{2,}}?)(?:在|被|都)*{_WHO}{_ALSO}(?:{_SAYS}|{_DOES})(?:吗|呢)?$"
)
# 其他部门怎么描述培训的
_OTHERS_SAY = re.compile(
    rf"^(?:(?:其他|别的|别|各|兄弟)(?:的)?{_BODY}|大家|人家|各地|他们|所有单位)(?:都|是)*"
    r"(?:怎么|如何|咋)(?:描述|表述|说|写|讲|提)"
    r"(?:到|的)?(?P<topic>.{2,})$"
)
# 大喇叭是哪年提的
_WHEN = (
    re.compile(
        rf"^(?P<topic>.{{2,}}?)(?:是)?在?(?:哪一?年|哪些年|什么时候|何时)的?(?:报告|年报)?里?{_SAYS}$"
    ),
    re.compile(
        rf"^(?:哪一?年|哪些年|什么时候|何时)的?(?:报告|年报)?里?{_SAYS}(?P<topic>.{{2,}})$"
    ),
    re.compile(
        rf"^.*?{_SAYS}(?P<topic>.{{2,}}?)的?是?(?:哪一?年|哪些年|什么时候)(?:的(?:报告|年报))?$"
    ),
)
# 关停僵尸账号的那句话
_THAT = re.compile(
    r"^(?P<topic>.{4,}?)的?(?:那|这)一?(?:句话|段话|段|句|部分)(?:是?(?:怎么|如何|咋)(?:说|写|讲)的?)?$"
)
# 柳树镇说网站更新慢了吗; 自然资源局说老百姓看不懂容积率那段
_ONE_SAYS = re.compile(
    rf"^(?:在?(?:报告|年报)(?:里|中|上)?)?(?:有没有|是否|是不是|有)?{_SAYS}"
    r"(?P<topic>(?!说|一下|什么|啥|的是|哪|怎|多|几|清楚).{2,})$"
)
# 桑桥镇有没有自己的公众号
_ONE_HAS = re.compile(
    rf"^(?:有没有|有无|是否有|是不是有)(?:自己的|单独的|专门的|{_DOES})*(?P<topic>.{{2,}})$"
)
# 给我几条关于保密审查的写法参考
_WORDINGS = re.compile(
    r"^(?:.{0,6}?(?:几|一些|一下|些)(?:条|个|句|种)?)?(?:关于|有关|写|描述|说|讲)?(?P<topic>.{2,}?)"
    r"(?:这方面|方面)?的?(?:写法|表述|说法|句子|例句|范例|范文|措辞|话术|素材)"
    r"(?:都?有(?:哪些|什么|啥|没有)|有吗)?(?:可以|能|供|作)?(?:参考|借鉴|学习|抄|用|看看|模仿)?(?:一下|的)?$"
)

# 这句话是谁写的, 出自哪里
_THIS = (
    r"(?:下面|上面|以下|下列)?(?:的)?(?:这|那|该)(?:一)?"
    r"(?:句话|段话|段文字|个?表述|个?说法|个?写法|句|段|话)"
)
_WROTE = r"(?:写|说|用|讲|抄)(?:过|的|了)+(?:吗)?"
_SOURCES = (
    re.compile(r"^(?:帮我)?查(?:一?下)?重(?:一下)?\s*[:：]"),
    re.compile(
        rf"{_THIS}[^:：“”\"。？?\n]*?(?:谁|哪|多少|几|别的|其他|有没有|抄|出处|来源)"
        r"[^:：“”\"。？?\n]*"
    ),
    re.compile(
        r"[,，]?\s*(?:最早|最先|原文|原话)?(?:是)?(?:出自|来自|源自|来源于|出现在|见于|抄自)于?"
        r"(?:哪|何|谁|什么)[^:：“”\"]*"
    ),
    re.compile(r"[,，]?\s*的?(?:原文)?出处(?:是|在)?[^:：“”\"]*$"),
    re.compile(
        rf"(?:最早|最先|曾经|都)?(?:是)?(?:谁|{_WHO}){_ALSO}{_WROTE}\s*[:：]?(?=\s*[“\"「『‘])"
    ),
    re.compile(
        rf"(?<=[”\"」』’])\s*(?:最早|最先|都)?(?:是)?(?:谁|哪[些个家份里儿]?[^,，。]{{0,4}})"
        rf"(?:{_WROTE}|的话|里的|的原话)"
    ),
    re.compile(
        r"\b(?:who|which (?:reports?|bod(?:y|ies)|towns?))\b (?:else )?"
        r"(?:wrote|said|used|uses|writes)"
        r"(?: (?:this|the|these)(?: (?:sentence|wording|words|phrase))?)?\s*:?(?=\s*[“\"'])"
        r"|\bwhere (?:does|do|is) .{0,30}\bfrom\b"
        r"|\bwhose (?:words|wording|sentence)s? (?:is|are)(?: (?:this|it|these))?",
    ),
)
_MARKED = re.compile(rf"{_THIS}|出自|来自|源自|出处|抄自|whose|from")
_QUOTED = re.compile(r"[“\"「『‘《]([^”\"」』’》]{2,200})[”\"」』’》]")
_ENGLISH_WORDINGS = re.compile(
    r"^(?:please )?(?:find|show me|list|give me|any)\s(?:some |the |me )*"
    r"(?:wordings?|sentences?|passages?|phrases?|examples?|texts?)\s"
    r"(?:about|on|for|of|that mention)\s"
    r"(?P<topic>.{3,})$"
)
_ENGLISH_WHO = re.compile(
    r"^.*?\b(?:(?:which|what|any|find|list|show me|are there(?: any)?|do any)\s(?:\w+ ){0,2}?"
    r"(?:reports?|bodies|towns?|townships?|departments?|bureaus?|issuers?|places|offices)"
    r"(?: (?:that|which|who))?|who(?: else)?|does anyone|did anyone|anyone)\s"
    r"(?:also )?(?:admits?|say|says|said|mentions?|mentioned|writes?|wrote|reports?|reported|"
    r"complains?(?: of| about)?|notes?|talks? about|refers? to|describes?|on|about)\s"
    r"(?:that |about |of |their |its )*(?P<topic>.{3,})$"
)
_TRAILING = re.compile(
    rf"(?:的(?:{_BODY}|问题|情况|现象|做法)?)?"
    r"(?:有哪些|有几[个份家]|有多少[个份家]?|有谁|那[段块句]|这[段块句]|了?没有|了?没|名单|清单|列表)?"
    r"[了吗呢呀啊吧么]*$"
)
# A document number, whose year is no year of a report: 国办函〔2020〕109号.
_NUMBERED = re.compile(r"[〔\[(（【]\s*(?:19|20)\d\d\s*[〕\])）】]\s*\d+\s*号")
_DIFFS = re.compile(
    r"(?:新写|新加|新增|增加|加|删|去掉|少写|多写|改写|改动|改)了?(?:哪些|什么|啥|几)"
    r"(?:内容|话|句话?|文字|表述)?"
    r"|(?:两|前后)(?:年|份).{0,8}(?:一样|相同|不同|变化|差别|区别)|(?:多少|哪些|几成).{0,4}(?:照)?抄"
    r"|(?:多少|哪些)(?:内容|句子|话|文字)?(?:是)?重复|抄了?(?:多少|几成|去年|上年|前一?年|上一?年|不少)|照抄|照搬(?:去|上|前)|雷同|复制粘贴|换汤不换药"
    r"|(?:写法|措辞|表述|文字|说法|写得?|报告|年报)(?:上|里)?(?:都?有)?(?:什么|啥|哪些|何)?"
    r"(?:不同|不一样|变化|区别|改动|差别|差异)"
)
_SOLVED = re.compile(
    r"(?:问题|不足|短板).{0,14}(?:解决|整改|改进|改正|落实|改)(?:了|好|得|到位|完)*(?:吗|没有?|如何|怎么?样|咋样)"
)
_OF_TEXT = re.compile(r"写|话|句|措辞|表述|报告|年报|抄|雷同|文字")
_HEADINGS = re.compile(
    r"主动公开|依申请公开|(?:政府)?信息管理|平台建设|监督保障|标准化(?:规范化)?建设|教育培训"
)
_SUMMARY = re.compile(
    r"用?[一二三两四五几]{1,3}句话|都?(?:干|做)了?(?:些)?(?:什么|啥)$|(?:大概|主要|大致|简单)?(?:讲|说|写)了?(?:些|点|的)?(?:什么|啥)(?:内容)?$"
    r"|主要内容|主要讲|重点内容|核心内容|大意|讲的(?:是)?(?:什么|啥)"
)
# One of these alone counts nothing: 有没有公众号 asks whether there is one.
_CHANNELS = frozenset(
    (
        "n_wechat",
        "n_weibo",
        "n_video",
        "n_newmedia",
        "n_platform_other",
        "n_account",
        "n_board",
        "n_point",
    )
)
_ENDS = " ,，。.？?！!：:；;、“”\"'"
_SHORTEST = 4  # letters of a sentence that somebody may have written
_UNMARKED = 8  # where nothing says that it is a sentence


def said_by_form(m: Mentions, frame: Frame, question: str) -> Frame | None:
    """The frame of a question whose form says that words are wanted; None for any other."""
    sentence = _sentence(plain_question(question))
    if sentence:
        return Frame(kind="passages", topic=sentence, mode="source", span=Span("all"))
    if frame.kind in ("check", "diff", "both"):
        return None
    text = _bare(m)
    if _is_diff(m, frame, text):
        section, topic = frame.section, _HEADINGS.search(text)
        return Frame(
            "diff", frame.parties, _pair(m), section=section, topic=topic[0] if topic else ""
        )
    if frame.parties and not (frame.metrics or frame.section or m.has("quantity")):
        whole = _whole_or_part(frame, text)
        if whole is not None:
            return whole
    if _SOLVED.search(text) and frame.parties:
        return Frame("passages", frame.parties, _pair(m), mode="section", section=5)
    return _of_saying(m, frame, text) or _of_quoted(m, frame)


def _of_quoted(m: Mentions, frame: Frame) -> Frame | None:
    """Words in quotation marks that are no name of a number: who says them, and where."""
    quoted = _QUOTED.search(m.text)
    if quoted is None or m.has("quantity", "amount"):
        return None
    is_strange = any(word in quoted[1] for word in m.unknown)
    if (frame.metrics or "term" in m.asks) and not is_strange:
        return None
    if m.ops - {"list_places", "count_places"}:
        return None
    is_whether = m.is_yes_no or bool(_WHETHER.search(m.text))
    mode = "quote" if frame.parties and not is_whether else "mention"
    return Frame(
        "passages", frame.parties, _years(m), topic=quoted[1], mode=mode, is_yes_no=is_whether
    )


def may_be_words(m: Mentions, frame: Frame) -> Frame | None:
    """A question that no number answers, as one for words: the reports may speak of it."""
    is_of_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    ops = m.ops - {"list_places", "breakdown"} if is_of_one else m.ops
    if not frame.parties or ops or m.has("quantity", "never", "number", "amount", "not_done"):
        return None
    if _ASKS_FOR_MORE.search(m.text):
        return None
    if frame.metrics and (len(frame.parties) > 1 or len(m.years) > 1 or _EQUAL.search(m.text)):
        return None
    is_of_channel = set(frame.metrics) <= _CHANNELS | {"n_website"}
    if frame.metrics and ("opinion" in m.asks or not (m.is_yes_no or is_of_channel)):
        return None
    topic = _ASIDE.sub(" ", _TRAILING.sub("", _bare(m))).strip(_ENDS)
    mode = "quote"
    if not _ASKS_FOR_WORDS.search(m.text):  # 清水乡的广播: only what has this very word
        topic, mode = max(m.unknown, key=len, default=""), "mention"
    if sum(map(str.isalnum, topic)) < _LEAST:
        return None
    return Frame("passages", frame.parties, frame.span, topic=topic, mode=mode)


_LEAST = 2
_WHETHER = re.compile(r"有没有|有无|是否|是不是|吗[?？]?$|没有?[?？]?$")
_ASKS_FOR_WORDS = re.compile(
    r"[吗么呢]\s*[?？]?$|没有?\s*[?？]?$|怎么|咋|如何|怎样|为什么|为啥|谁|什么|啥|哪|有没有|能不能|是否|是不是"
    r"|(.)不\1|说|讲|写|干嘛|干什么"
    r"|^(?:and |so )?(?:has|have|had|did|does|do|is|are|was|were|who|why|what|where|which|how)\b"
)
_EQUAL = re.compile(r"相等|一样|持平|相同|不变|同一|相差|差不多")
_ASKS_FOR_MORE = re.compile(
    r"多少|第?几|多[大长高]|[^频效]率|占比|比例|金额|总[额数]|得分|排名|数量|好不好|造假|腐败|评价|怎么看|你觉得"
    r"|是谁|谁负责|叫什么|超过|高于|低于|比得|哪[一]?年|怎么样$"
)
_ASIDE = re.compile(
    r"麻烦(?:您|你)?(?:问一?下)?|请问一?下?|问一?下|谢谢(?:您|你)?|想(?:要)?(?:知道|了解|问)(?:一下)?|^我"
    r"|是?(?:怎么|咋)回?(?:事|样)|为什么|为啥|怎么|如何|有没有|能不能|是不是|后来|到底|究竟|那个|^的"
    r"|搞到哪一步|到哪一步|进展(?:如何|怎么样)"
)


def _whole_or_part(frame: Frame, text: str) -> Frame | None:
    """A report summed up, or the part of it that has a heading of this name."""
    rest = _SUMMARY.sub("", text)
    named = _HEADINGS.search(rest)
    is_heading = named is not None and len(_IDLE.sub("", rest)) <= len(named[0])
    if named is not None and is_heading and named[0] not in _COUNTED:
        return Frame("passages", frame.parties, frame.span, topic=named[0], mode="quote")
    if rest != text and len(_IDLE.sub("", rest)) < _LEAST:
        return Frame("passages", frame.parties, frame.span, mode="summary")
    return None


_COUNTED = ("主动公开", "依申请公开")  # alone these ask for numbers
_IDLE = re.compile(
    r"报告|年报|年度|里面?|中|的|请|帮我|给我|说说|讲讲|看看|一下|简单|用|情况|方面|部分|工作|内容|写了?|说了?|讲了?|什么|啥|怎么"
    r"|如何|哪些|有|是|做了?|[\s,，。？?]"
)


def _of_saying(m: Mentions, frame: Frame, text: str) -> Frame | None:
    mode, topic, pattern = _topic(m, frame, text)
    is_told = pattern not in (_WHO_DOES, _ONE_HAS) and not _DONE.search(text)
    if not topic or not (_is_told(frame, m) if is_told else _is_done(frame, m)):
        return None
    is_of_many = pattern not in (_ONE_SAYS, _ONE_HAS, _THAT, *_WHEN)
    return Frame(
        kind="passages", parties=frame.parties, span=_years(m), topic=topic, mode=mode,
        section=frame.section, operation=Operation.LIST if is_of_many else None,
        is_yes_no=is_told and mode == "mention" and bool(_WHETHER.search(m.text) or m.is_yes_no),
    )  # fmt: skip


def _is_diff(m: Mentions, frame: Frame, text: str) -> bool:
    is_of_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    is_of_text = not frame.metrics or bool(_OF_TEXT.search(text))
    return is_of_one and is_of_text and bool(_DIFFS.search(text))


def _pair(m: Mentions) -> Span:
    """Two years that are named, or one with the year before it, or the newest two."""
    span = _years(m)
    if span.mode == "asked" and len(span.years) == 1:
        return Span("pair", span.years, span.said)
    return span if span.mode in ("asked", "pair") else Span()


def _years(m: Mentions) -> Span:
    """The years of a question, without those of document numbers."""
    numbered = [match.span() for match in _NUMBERED.finditer(m.text)]
    kept = tuple(
        m.years[int(key)]
        for t in m.tokens
        for key in t.keys("year")
        if not any(start <= t.start < end for start, end in numbered)
    )
    return span_of(replace(m, years=kept))


def _sentence(text: str) -> str:
    """The sentence whose source is asked for; nothing where no source is asked for."""
    rest = text
    for pattern in _SOURCES:
        rest = pattern.sub("\n", rest)
    if rest == text:
        return ""
    quoted = _QUOTED.findall(text)
    if quoted and not _MARKED.search(text) and len(max(quoted, key=len)) < _UNMARKED:
        return ""  # 谁写过“三审三校”: who speaks of it
    pieces = quoted or [piece.strip(_ENDS) for piece in re.split(r"[\n:：]", rest)]
    longest: str = max(pieces, key=len, default="")
    least = _SHORTEST if quoted or re.search(_THIS, text) else _UNMARKED
    return longest if sum(map(str.isalnum, longest)) >= least else ""


def _topic(m: Mentions, frame: Frame, text: str) -> tuple[str, str, re.Pattern[str] | None]:
    """What somebody is asked to have said or done, how it is shown, and the form that tells."""
    for pattern in _WHEN:
        found = pattern.match(_bare(m, with_years=True))
        if found:
            return "mention", _TRAILING.sub("", found["topic"].strip(_ENDS)).strip(_ENDS), pattern
    ways = [("mention", p) for p in (_SAYING_ONES, _STANDS_IN, _WHO_SAYS, _WHO_DOES, _ENGLISH_WHO)]
    ways = [("others", _OTHERS_SAY), *ways]
    if frame.parties:
        ways.append(("quote", _THAT))
        ways += [
            ("mention" if m.is_yes_no or "mention" in m.asks else "quote", _ONE_SAYS),
            ("mention", _ONE_HAS),
        ]
    else:
        ways += [("others", _WORDINGS), ("others", _ENGLISH_WORDINGS)]
    for mode, pattern in ways:
        found = pattern.match(text)
        if found:
            quoted = _QUOTED.search(found["topic"])
            topic = quoted[1] if quoted else _TRAILING.sub("", found["topic"].strip(_ENDS))
            return mode, topic.strip(_ENDS), pattern
    return "", "", None


def _bare(m: Mentions, *, with_years: bool = False) -> str:
    """The question without its years and the places that it names."""
    spans = [(p.start, p.end) for p in m.places if p.ids or (p.scope and p.scope.region)]
    numbered = [match.span() for match in _NUMBERED.finditer(m.text)]
    for token in m.tokens:
        if (
            token.has("year")
            and not with_years
            and not any(a <= token.start < b for a, b in numbered)
        ):
            spans.append((token.start, token.end))
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
    return set(frame.metrics) <= _CHANNELS and not (
        m.ops - {"list_places", "breakdown"} or m.has("quantity", "never")
    )
