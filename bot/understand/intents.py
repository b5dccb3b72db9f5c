"""What kind of question it is: for numbers, wording, holdings, terms, a check, or help."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.understand.frames import Frame, Party, Span
from bot.understand.halves import SECTIONS, STRONG, number_part, topic_of, with_words, worded_part
from bot.understand.matter import matter_of
from bot.understand.mentions import Mentions
from bot.understand.operations.choose import plainly, with_operation
from bot.understand.operations.comparisons import from_measure
from bot.understand.operations.conditions import finished
from bot.understand.operations.parts import OUTCOMES, PARTS
from bot.understand.reading.reports_held import asks_who_lacks, asks_who_reports
from bot.understand.reading.texts import has_han
from index.vocabulary.metrics import METRIC

_TEXT = "正文|文字|文中|叙述|text|narrative|prose"
_TABLE = "表格|统计表|表[二三四里中上内头]|数据|数字|table"
_SAME = (
    "一样|一致|[是同]一个数|同样的数|对应|相同|吻合|相符|相等|符合|对得上|对得起来|打架|矛盾"
    "|差多少|差几件?|有差|出入|match|same|agree|consistent|differ"
)
_TEXT_AND_TABLE = re.compile(
    rf"(?:(?:{_TEXT}).*(?:{_TABLE})|(?:{_TABLE}).*(?:{_TEXT})).*(?:{_SAME})"
    rf"|\b(?:does|do|is|are|did|was|were)\b.*(?:text.*(?:{_SAME}).*table|table.*(?:{_SAME}).*text)"
    rf"|\b(?:{_SAME})\b.* in (?:the )?(?:text|table) and (?:the )?(?:text|table)"
)
_BALANCE = re.compile(
    r"(?:新收.{0,6}结转|结转.{0,3}新收).*(?:等于|相等|平不平|=).*(?:办理|办结|处理|结转)"
)
_HOLDINGS = re.compile(
    r"(?:你|你们|库里|一共|总共).{0,3}(?:收录?|存|有|掌握)了?.{0,2}(?:几|多少)(?:个|家|份)"
    r"(?:单位|机构|报告|年报|乡镇|部门|县)"
)
_BY_WHOM = re.compile(
    r"(?:谁|怎么|如何|哪个[^,，。]{1,4})来?检查|被检查|检查(?:了|过)?几|检查公示"
)
_SOME_YEARS = re.compile(r"哪|有几|有多少|which|what|how many")
_COUNTED_REPORTS = re.compile(
    r"收(?:了|录了?)?.{0,12}(?:几|多少)(?:份|年|个年度|个年份).{0,4}(?:报告|年报)"
    r"|收(?:了|录了?)?.{0,12}(?:报告|年报).{0,4}(?:几|多少)(?:份|年)"
    r"|(?:报告|年报).{0,6}收(?:了|录了?)?(?:几|多少)(?:份|年)"
    r"|^(?:总共|一共|共)?有?(?:几|多少)年的(?:数据|报告|年报|资料)[呢?？。]*$"
    r"|[收有存]了?.{0,8}(?:哪(?:些|几)|几|多少)(?:个|家)?(?:单位|部门|乡镇|机构)?的?(?:报告|年报)"
)
_REPORTS = re.compile(r"年报|报告|\breports?\b")
_COMPARED = re.compile(
    r"变化|不同|不一样|区别|改了|改动|变了|照抄|抄|重复|新增了哪些|雷同|一样吗|相同|差异"
    r"|differ|chang|copied|same as|compare|new in|what's new|what is new"
)
_AGAINST = frozenset(("compare", "difference", "growth", "change", "yoy", "more", "less"))
_TOLD = 5  # letters of what is a saying rather than a name
_PART = re.compile(r"第[一二三四五六1-6](?:部分|章|节)(?:的)?(?:原文|全文|内容)?")
_GENERAL = re.compile(r"政府|信息|公开|政务|情况|工作|报告|年报|年度|总体|[的\s]")
_WAYS = re.compile(r"怎么|如何(?!.*多少)|做了哪些|哪些工作|how did|what did .* do")
_ASKS_WHAT = re.compile(r"内容.*什么|什么内容|哪些方面|哪方面|哪些内容|涉及什么|涉及哪些|关于什么")


def frame_of(m: Mentions, parties: tuple[Party, ...] | None = None) -> Frame:
    """The slots that a question fills itself; about these parties where they are known."""
    frame = Frame(
        parties=_parties(m) if parties is None else parties,
        without=tuple(i for p in m.left_out for i in p.ids),
        span=span_of(m),
        metrics=m.named.metrics,
        members=_members(m),
        concepts=tuple(sorted(m.named.concepts)),
        is_table="table" in m.ops,
        is_yes_no=m.is_yes_no and not m.wants_number,
    )
    frame = _of_applicants(frame)
    part = worded_part(m)
    if part and any(t.has("quantity") for t in m.tokens):
        counted = number_part(m)
        if counted.named.metrics and counted.has("quantity"):
            frame = replace(
                frame, metrics=counted.named.metrics, members=_members(counted),
                concepts=tuple(sorted(counted.named.concepts)),
            )  # fmt: skip
            return with_words(_facts(frame, counted), m, part)
    kind = _kind(frame, m)
    if kind == "facts":
        return _facts(frame, m)
    if kind == "both":
        return with_words(_facts(frame, m), m, part)
    if kind == "passages":
        return _passages(frame, m)
    if kind == "catalog":
        is_of_lack = "missing" in m.asks or (_asks_who_reports(m) and asks_who_lacks(m.text))
        return replace(frame, kind=kind, wants_missing=is_of_lack)
    if kind == "check":
        return replace(frame, kind=kind, focus=_focus(m))
    return replace(frame, kind=kind, section=_section(m))


def _of_applicants(frame: Frame) -> Frame:
    """给企业公开了几件: what applicants are told is granted, and not published for all."""
    is_told = frame.metrics == ("n_proactive",) and "open" in frame.concepts
    is_asked = bool(frame.members) and frame.members != ("total",)
    return replace(frame, metrics=("granted",)) if is_told and is_asked else frame


def _parties(m: Mentions) -> tuple[Party, ...]:
    """Who is asked about; 两个城关镇 are two of them."""
    found: list[Party] = []
    for place in m.places:
        if place.is_every:
            found += [Party((i,)) for i in place.ids]
        elif not place.is_missing and not place.whole:
            found.append(Party(place.ids, place.scope))
    return tuple(found)


# 个人的和全部的
_AND_ALL = re.compile(
    r"(?:和|与|跟|以及|、|[,，])(?:全部|全体|总共|合计|总数|总的|总量)的?(?:各?(?:多少|几件))?[?？。]*$"
)


def _members(m: Mentions) -> tuple[str, ...]:
    """The applicants, and all of them where some are asked for beside all: 申请几件个人几件."""
    if m.named.members and _AND_ALL.search(m.text):
        return (*m.named.members, "total")
    at = next((i for i, t in enumerate(m.tokens) if t.text == "其中"), 0)
    first = next((i for i, t in enumerate(m.tokens) if t.has("member")), 0)
    is_next = first > 0 and m.tokens[first - 1].has("quantity", "mark")
    if not at and is_next and sum(t.has("quantity") for t in m.tokens) > len(m.named.members):
        at = first
    before, after = m.tokens[:at], m.tokens[at:]
    is_of_all = any(t.has("quantity") for t in before) and not any(t.has("member") for t in before)
    is_beside = is_of_all and any(t.has("quantity") for t in after)
    return ("total", *m.named.members) if is_beside and m.named.members else m.named.members


def span_of(m: Mentions) -> Span:
    """The years of a question, as one choice."""
    if not m.years:
        return Span()
    said = " ".join(y.said for y in m.years)
    modes = {y.mode for y in m.years}
    named = [y for y in m.years if y.mode == "asked" and not (y.is_previous or y.is_same)]
    years = tuple(sorted({year for y in named for year in y.years}))
    counted = _counted_back(years, said, m)
    if counted is not None:
        return counted
    is_against = bool(_AGAINST & m.ops) or bool(_COMPARED.search(m.text))
    if len(years) == 1 and len({y.said for y in named}) > 1 and is_against:
        return Span("pair", years, said)  # 2024年跟去年比, asked in 2025
    if len(years) > 1 and modes in ({"asked", "all"}, {"asked", "recent"}):
        return Span("asked", years, said)  # 2022年到2023年每年的, 连续三年(2022到2024)
    if years and all(y.mode == "asked" or y.said in _EVER for y in m.years):
        return Span("asked", years, said)  # was it ever sued in 2022
    if years and modes <= {"asked", "newest"}:
        return Span("asked", years, said)
    for mode in ("recent", "open", "all"):
        found = [y for y in m.years if y.mode == mode]
        if found:
            return Span(mode, tuple(sorted({year for y in found for year in y.years})), said)
    if "newest" in modes:
        return Span("newest", (), said)
    return Span("asked", tuple(sorted({year for y in m.years for year in y.years})), said)


_EVER = ("ever", "曾经", "历史上")
_BEFORE = {"一年前": 1, "两年前": 2, "三年前": 3, "四年前": 4, "two years ago": 2, "a year ago": 1,
           "three years ago": 3}  # fmt: skip


def _counted_back(years: tuple[int, ...], said: str, m: Mentions) -> Span | None:
    """Years that are told from another one: 2024年和前一年, 2024年较两年前."""
    before = _years_before(years, said, m)
    if before is None and any(y.is_previous for y in m.years):
        return _with_previous(years, said, m)
    return before


def _years_before(years: tuple[int, ...], said: str, m: Mentions) -> Span | None:
    """2024年较两年前: counted from the year that is named, and not from today."""
    back = [_BEFORE[y.said] for y in m.years if y.said in _BEFORE]
    named = [y for y in m.years if y.mode == "asked" and y.said not in _BEFORE]
    if len(back) != 1 or len(named) != 1 or len(named[0].years) != 1 or not _AGAINST & m.ops:
        return None
    year = named[0].years[0]
    return Span("asked", (year - back[0], year), said)


def _with_previous(years: tuple[int, ...], said: str, m: Mentions) -> Span | None:
    """The year before one that is named, or both of them."""
    if {"compare", "difference", "growth", "change", "more", "less"} & m.ops:
        return Span("pair", years[-1:], said)
    if not years:
        return None
    both = (years[-1] - 1, years[-1])  # 2024年和前一年
    return Span("asked", both if m.has("conjunction") else both[:1], said)


def _kind(frame: Frame, m: Mentions) -> str:
    is_worded = bool(STRONG & m.asks)
    if _wants_diff(frame, m):
        return "diff"
    if _TEXT_AND_TABLE.search(m.text) or _BALANCE.search(m.text):
        return "check"
    if _is_of_carrying(m):
        return "check"
    is_claim = bool(frame.metrics) and (m.has("number", "amount") or _is_statement(m))
    is_check = "check" in m.asks and not (is_worded or is_claim or _BY_WHOM.search(m.text))
    if is_check and not m.wants_number and _is_about_one(m):
        return "check"
    if (_asks_who_reports(m) or _asks_which_bodies(m)) and not frame.metrics:
        return "catalog"
    if is_worded:
        is_counted = bool(frame.metrics) and m.has("quantity") and "mention" not in m.asks
        return "both" if is_counted else "passages"
    if _wants_catalog(frame, m):
        return "catalog"
    if _wants_prose(frame, m):
        return "both" if _is_of_standing(frame, m) else "passages"
    return "facts" if frame.metrics or m.named.members or m.ops else ""


_SO_AT_END = re.compile(r"(?:对不对|对吗|对吧|对么|是不是|是吗)[?？。]*$")
_SAID = frozenset(("more", "less", "most", "least", "same", "zero", "change", "difference"))


_ONE_NUMBER = re.compile(
    r"一样|相同|相等|等于|[是同]一个数|同样的数|一致|相符|吻合|对得上|接得上|equal|the same|match"
)


def _is_of_carrying(m: Mentions) -> bool:
    """2022年结转下年的和2023年上年结转的相同吗: what passes from year to year is checked."""
    has_both = {"carried_in", "carried_out"} <= m.named.concepts
    return has_both and len(m.years) > 1 and bool(_ONE_NUMBER.search(m.text))


def _is_statement(m: Mentions) -> bool:
    """…比住建局多，对不对: whether a statement is true, and not whether figures agree."""
    return bool(_SO_AT_END.search(m.text)) and bool(_SAID & m.ops or m.has("negation"))


def _is_about_one(m: Mentions) -> bool:
    """Whether a check has something to check; a long question without a place is none."""
    return bool(m.places or m.years or len(m.tokens) < 12)


def _wants_prose(frame: Frame, m: Mentions) -> bool:
    """Whether an account in words is wanted, though no word for wording is said."""
    if not frame.metrics:
        is_open = m.has("describe") and not m.unknown and not m.ops
        is_section = bool(set(SECTIONS) & m.asks) or m.has("section")
        return is_section or _wants_topic(m) or (bool(frame.parties) and is_open)
    if OUTCOMES.search(m.text) and _has_parts(frame):
        return False
    if m.has("quantity") or m.is_yes_no or m.ops - {"table", "sum", "compare"}:
        return False
    if "compare" in m.ops and _HOW_DID.match(m.text):
        return False  # how did Yunxi do on penalties vs Qingshi
    is_topic = m.has("topic") and _asks_how(m)
    is_section = bool(set(SECTIONS) & m.asks)
    return is_section or is_topic or bool(_ASKS_WHAT.search(m.text) or _WAYS.search(m.text))


def _has_parts(frame: Frame) -> bool:
    return len(frame.metrics) == 1 and frame.metrics[0] in PARTS


_STANDS = re.compile(r"(?:怎么样|怎样|如何|咋样)[了呢吗]?[?？]?$|^how (?:are|is|was|were) [^,]*$")


def _is_of_standing(frame: Frame, m: Mentions) -> bool:
    """2024年诉讼情况怎么样: of what a table counts, its number says how it stands."""
    is_counted = bool(frame.metrics) and all(METRIC[metric].table for metric in frame.metrics)
    return is_counted and not set(SECTIONS) & m.asks and bool(_STANDS.search(m.text))


_HOW_DID = re.compile(r"^(?:and |so )?how (?:did|does|do|is|was) ")


def _asks_how(m: Mentions) -> bool:
    return bool(
        re.search(
            r"怎么|如何|怎样|哪些|介绍|讲讲|说说|\bhow (?!many|much)|what has|describe"
            r"|tell me about",
            m.text,
        )
    )


def _wants_topic(m: Mentions) -> bool:
    if m.has("quantity") or not m.has("topic"):
        return False
    return (
        m.has("describe")
        or m.has("yes_no")
        or bool(re.search(r"哪些|什么|谁|which|what|how", m.text))
    )


def _wants_diff(frame: Frame, m: Mentions) -> bool:
    if len(frame.span.years) != 2 and frame.span.mode != "pair":
        return False
    if frame.metrics and m.has("quantity"):
        return False
    has_words = bool({"wording", "problems", "measures", "other_matters", "overall"} & m.asks)
    about_text = (
        has_words
        or (bool(_REPORTS.search(m.text)) and not m.has("quantity"))
        or m.has("section")
        or bool(
            re.search(
                r"照抄|抄袭|雷同|内容.*(?:重复|相同|一样)|copied|报告.*(?:不同|不一样|区别|改)",
                m.text,
            )
        )
    )
    is_about_metrics = bool(frame.metrics) and not (m.has("topic") or "内容" in m.text)
    return about_text and bool(_COMPARED.search(m.text)) and not is_about_metrics


def _wants_catalog(frame: Frame, m: Mentions) -> bool:
    if _HOLDINGS.search(m.text) and set(frame.metrics) <= {"new_received"} and not m.places:
        return True
    is_of_reports = m.named.concepts <= {"receive"} and bool(_COUNTED_REPORTS.search(m.text))
    if is_of_reports:
        return True
    if frame.metrics or m.named.members or set(SECTIONS) & m.asks:
        return False
    if {"catalog", "missing"} & m.asks:
        return True
    is_bounded = m.has("amount")  # 哪些年超过25件
    if not (m.ops or m.unknown or is_bounded) and any(_SOME_YEARS.search(y.said) for y in m.years):
        return True  # 你能查哪些年份
    about_reports = bool(_REPORTS.search(m.text))
    asks = (
        any(y.mode == "all" for y in m.years)
        or m.is_yes_no
        or m.has("quantity")
        or bool({"list_places", "count_places"} & m.ops)
        or bool(re.search(r"哪些|有什么|什么|which|what|list", m.text))
    )
    return about_reports and asks and not m.unknown and not m.has("topic", "describe")


def _asks_who_reports(m: Mentions) -> bool:
    return not m.unknown and asks_who_reports(m.text, m.tokens)


_WHICH_BODIES = re.compile(
    r"有(?:几个|多少个|哪些|哪几个)(?:乡镇|镇街|乡|镇|街道|部门|局|单位|机构)[?？。]*$"
)


def _asks_which_bodies(m: Mentions) -> bool:
    """云溪县2024年有几个乡镇: those that are held, where no number is spoken of."""
    is_bare = m.ops <= {"list_places", "count_places"} and not (m.unknown or m.named.concepts)
    is_whole = bool(m.places) and _WHICH_BODIES.search(m.text)
    return bool(is_whole) and is_bare and not (m.named.members or m.has("amount", "number"))


def _facts(frame: Frame, m: Mentions) -> Frame:
    frame = replace(frame, kind="facts")
    frame = finished(from_measure(with_operation(frame, m) or plainly(frame, m), m), m)
    notes: tuple[str, ...] = ()
    if "fine" in m.named.concepts or re.search(r"罚.{0,3}款", m.text):
        notes = (*notes, "fine_amount")
    if "how_computed" in m.ops:
        notes = (*notes, "how_computed")
    return replace(frame, notes=notes)


def _bodies(m: Mentions, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """霁川县综合执法局: the bureau, and not the county whose name stands before it as well."""
    left_out = set()
    for one, other in pairwise(m.places):
        between = [t for t in m.tokens if one.end <= t.start < other.start]
        is_joined = len(between) == 1 and between[0].is_unknown
        is_body = any(t.has("department", "core") for t in m.tokens if other.covers(t.start))
        if is_joined and is_body and m.text[one.end : other.start] == between[0].text:
            left_out.add(one.ids)
    kept = tuple(party for party in parties if party.ids not in left_out)
    return kept or parties


def _passages(frame: Frame, m: Mentions) -> Frame:
    frame = replace(frame, parties=_bodies(m, frame.parties))
    section = _section(m)
    topic = m.quoted or topic_of(m)
    if topic and not m.quoted and has_han(m.text):
        topic = matter_of(m) or topic
        topic = "" if _PART.fullmatch(topic) else topic
    if not (topic or section or (STRONG | {"problems"}) & m.asks) and has_han(m.text):
        told = matter_of(m)  # 群众看不懂有什么办法: no word of it is known, and all of it is asked
        topic = told if len(_GENERAL.sub("", told)) >= _TOLD else ""
    mode = "quote"
    is_summary = "summary" in m.asks and bool(frame.parties or not m.quoted)
    if is_summary or not (topic or section or STRONG & m.asks):
        mode = "summary"
    elif "others" in m.asks:
        mode = "others"
    elif (
        topic and not frame.parties and re.search(r"哪些.{0,3}(?:说法|提法|写法|讲法)", m.text)
    ) or (topic and ("mention" in m.asks or m.is_yes_no or "list_places" in m.ops)):
        mode = "mention"
    elif section and not topic:
        mode = "section"
    return Frame(
        kind="passages", parties=frame.parties, span=frame.span, topic=topic, mode=mode,
        section=section, is_yes_no=m.is_yes_no and mode == "mention" and "mention" in m.asks,
    )  # fmt: skip


def _section(m: Mentions) -> int | None:
    for token in m.tokens:
        for number in token.keys("section"):
            return int(number)
    return next((number for ask, number in SECTIONS.items() if ask in m.asks), None)


# 新收+上年结转=办结+结转下年: what holds within one report, and not from year to year.
_WITHIN = re.compile(
    r"(?:新收|收到|受理|办结|办理结果)[^,，。?？]{0,12}(?:[+＋加]|和|与)[^,，。?？]{0,24}结转"
    r"|结转[^,，。?？]{0,8}(?:[+＋加]|和|与)[^,，。?？]{0,8}(?:新收|收到|受理|办结|办理结果)"
)


def _focus(m: Mentions) -> str:
    if _WITHIN.search(m.text):
        return "all"
    if {"carry", "carried_in", "carried_out"} & m.named.concepts or "结转" in m.text:
        return "carry"
    return "text" if re.search(r"正文|文字|文中|叙述|prose|text|narrative", m.text) else "all"
