"""Several questions in one message: answered one by one where a single query drops some."""

import re
from dataclasses import replace
from typing import TypeGuard

from bot.queries import (
    BothQuery,
    Clarification,
    FactQuery,
    Operation,
    PassageQuery,
    Query,
    Refusal,
    SeveralQuery,
    Understood,
)

_PAUSE = re.compile(
    r"(?<=[,，;；?？。!！])\s*|(?<=、)(?=哪年|哪一年|合计|总共|一共)|(?=以及|并且|另外)"
    r"|\s+(?=and (?:how|what|which|who|did|is|are|was)\b)",
    re.I,
)
_ASKS = re.compile(
    r"[?？]\s*$|多少|几|哪|谁|什么|啥|怎么|怎样|如何|咋|吗|(?<!年)呢|是不是|有没有|是否|占比|平均|排名|排第|合计|加起来|总共|一共"
    r"|[了过]没有?\s*$|[㐀-鿿]没有\s*$"
    r"|\b(?:how|what|which|who|did|does|is|are|was|were|total|average|share)\b",
    re.I,
)
# 办结了几件，云溪县的？ only tells of whom.
_TELLS = re.compile(
    r"(?:(?![有是]没?不?[有是]|[几哪谁啥吗怎咋]|什么|如何)[㐀-鿿]){1,10}的[呀啊吧哦嘛]*[?？。!！]*\s*(?:谢谢|多谢)?[!！。]*"
)
_ASIDE = re.compile(r"[(（][^()（）]{2,12}[)）]\s*[?？。]?$")
_MOST = 4  # questions in one message
_TWO = 2

_CHANGES = (Operation.DIFFERENCE, Operation.GROWTH, Operation.CHANGE)
# What an operation shows beside its result, so that it answers these as well.
_SHOWN: dict[Operation, tuple[Operation, ...]] = {
    Operation.COMPARE: (Operation.VALUE, Operation.DIFFERENCE),
    Operation.TREND: (Operation.VALUE, *_CHANGES),
    Operation.CHANGE: (Operation.COMPARE, Operation.TREND, *_CHANGES),
    Operation.DIFFERENCE: (Operation.COMPARE,),
    Operation.GROWTH: (Operation.COMPARE,),
    Operation.BEST_YEAR: (Operation.VALUE, Operation.TREND, Operation.COMPARE),
    Operation.WORST_YEAR: (Operation.VALUE, Operation.TREND, Operation.COMPARE),
    Operation.BREAKDOWN: (Operation.VALUE,),
    Operation.TIMES: (Operation.VALUE, Operation.COMPARE),
    Operation.LIST: (Operation.COUNT,),
    Operation.COUNT: (Operation.LIST,),
}

# 哪个局增加最多，增加了多少 is of the first; 一共多少 is of all of them.
_OF_THE_FIRST = (Operation.VALUE, Operation.SUM, *_CHANGES)
_TOGETHER = re.compile(r"一共|总共|合计|共计|加起来|总和|altogether|in total|total")


# 申请最多的那个镇拒绝了几件: who is first, and then another number of it.
_NESTED = re.compile(
    r"(?P<head>.*?最[多少高低大小]的)(?:那一?[个家])?(?P<body>乡镇|部门|单位|街道|局|镇|乡|县)"
    r"(?P<rest>(?!是|呢|有哪|和|与|里|中|、|，|,|[?？。]).{2,})"
)
# 最多的不予公开理由占多少: which reason it is, and its share of them.
_PART_OF = re.compile(
    r"(?P<head>.*?(?:最[多大常][^,，。]{0,8}(?:理由|原因|情形)|(?:理由|原因|情形)[里中当]*最[多大]的?))"
    r"(?:那一?[个条种])?(?P<rest>占.+)"
)
# the lawsuits of the town with the most applications: the same in English.
_NESTED_IN_ENGLISH = re.compile(
    r"(?P<before>(?:(?:in|for) [\w' ]+, ?)?)"
    r"(?P<ask>(?:how|what)\b.*\b(?:of|by|to|in|at|for|did|does|do|has|have)|did|does) "
    r"(?:the )?(?P<body>(?:(?!the )[\w']+ ){0,3}"
    r"(?:town|township|department|bureau|office|body|agency))s? "
    r"(?:with|having|(?:that|which) (?:had|has|received|got|handled|made|issued|imposed)) "
    r"the (?P<most>most|fewest|least|highest|lowest|largest|smallest|greatest) "
    r"(?P<what>.+?)(?P<rest>"
    r"(?: (?:have|get|receive|handle|refuse|reject|grant|deny|make|issue|impose|face|see)\b.*?)?"
    r"(?: (?:in|for|during) (?:20)?\d\d)?)[?.!]*",
    re.I,
)
_OF_IT = re.compile(r"\b(?P<lead>is|was|are|were|what) the (?P<thing>.+) (?:of|for) it\b", re.I)
_IN_PLACE = re.compile(r" in (?!full|part|total|all|the|\d)(?:(?!in\b)[\w']+ ?)+?(?= in |$)", re.I)
_YEAR = re.compile(r"20\d\d年?|\d\d年|[前去今]年|上一?年")
_KINDS = {"镇": "乡镇", "乡": "乡镇", "局": "部门"}


def nested_in_english(text: str) -> tuple[str, ...]:
    """The two questions of `nested_in`, as English has them."""
    found = _NESTED_IN_ENGLISH.fullmatch(text)
    if found is None:
        return ()
    year = re.search(r" (?:in|for|during) (?:20)?\d\d$", found["rest"])
    led = re.search(r"\b20\d\d\b", found["before"])
    when = year.group() if year is not None else f" in {led.group()}" if led is not None else ""
    place = _IN_PLACE.search(found["rest"])
    where = place.group() if place is not None else ""
    rest = found["rest"].replace(where, "", 1)
    most = f"had the {found['most']} {found['what']}{where}{when if year else ''}"
    own = _OF_IT.sub(r"\g<lead> its \g<thing>", f"{found['ask']} it{rest}{'' if year else when}?")
    return f"{found['before']}which {found['body']} {most}?", own


def nested_in(text: str) -> tuple[str, ...]:
    """A question about the first of a ranking as two: which it is, and what of it is asked."""
    part = _PART_OF.fullmatch(text)
    if part is not None:
        return (f"{part['head']}是什么", part["rest"])
    found = _NESTED.fullmatch(text)
    if found is None or not _ASKS.search(found["rest"]):
        return ()
    body = _KINDS.get(found["body"], found["body"])
    years = _YEAR.findall(found["rest"]) if not _YEAR.search(found["head"]) else []
    when = years[0] if len(years) == 1 else ""
    return (f"{when}{found['head']}{body}是哪个", f"它{found['rest']}")


# …, in percent? only says how much is to be told, and …，行吗 asks for nothing more.
_IN_WHAT = re.compile(
    r"(?:and )?in (?:per ?cent|%|percentage terms|numbers|figures)[?.!]*"
    r"|(?:行|好|成|可以|中)(?:吗|不|么|不行|不成)[?？]*",
    re.I,
)


# 2022年许可、2023年处罚: each number in its own year.
_THING = r"的?(?!的)[㐀-鿿]{1,10}[㐀-鿿](?:多少|几)?[件条次]?"
_EACH_ITS_YEAR = re.compile(
    rf"(?P<one>.{{2,14}}?(?:20)?\d\d年度?{_THING})[、,，和与及]\s*"
    rf"(?P<other>(?:[㐀-鿿]{{2,10}})?(?:20)?\d\d年度?{_THING})(?:各|分别)?(?:是|有)?(?:多少|几[件条次])?[?？]?"
)
_NAME = r"(?:[㐀-鿿]{2,12}?(?:镇|乡|街道|县|局|委|办|市|区))"
# 清水乡2023和桑桥镇2024的处罚: the same of each, in its own year.
_EACH_ITS_OWN = re.compile(
    rf"(?P<one>{_NAME}(?:20)?\d\d年?度?)[、,，和与及跟](?P<other>{_NAME}(?:20)?\d\d年?度?)"
    rf"(?P<rest>{_THING}(?:多少|几[件条次])?[?？]?)"
)
# 清水乡的申请和桑桥镇的处罚，2024年各多少: of each its own number, in one year.
_EACH_ITS_THING = re.compile(
    rf"(?P<lead>(?:20)?\d\d年)?(?P<one>{_NAME}的[㐀-鿿]{{2,8}}?)[、和与及跟](?P<other>{_NAME}的[㐀-鿿]{{2,8}}?)"
    r"[,，]?(?P<when>(?:20)?\d\d年)?(?:各|分别)(?:是|有)?(?:多少|几[件条次])[?？]?"
)
_TAKEN_TOGETHER = re.compile(
    r"比|差|[增减升降涨跌]|合计|一共|总共|加起来|平均|谁|哪|变化|占|一样|相同|倍"
)
# 许可总量和平均: two numbers of the same.
_SUM_AND_MEAN = re.compile(
    r"(?P<one>合计数?|总和|总[数量]|平均数?|均值)[和与及、](?P<other>合计数?|总和|总[数量]|平均数?|均值)"
)


_OF_EACH = re.compile(r"(?:各|分别)(?:自|是|有|为)?")


# 申请数、同比增长率: the number, and what became of it.
_AND_ITS = re.compile(
    r"(?P<one>.+[数量])[、,，和及](?P<other>(?:同比|比上年|比去年|较上年|增长率|增幅|增速).*)"
)


def _of_two(text: str) -> tuple[str, ...]:
    """The two questions of a message that asks them with one breath; none of any other."""
    its = _AND_ITS.fullmatch(text)
    if its is not None:
        return its["one"], its["other"]
    own = _EACH_ITS_OWN.fullmatch(text)
    if own is not None and not _TAKEN_TOGETHER.search(own["rest"]):
        return tuple(f"{own[one]}{own['rest']}" for one in ("one", "other"))
    thing = _EACH_ITS_THING.fullmatch(text)
    if thing is not None and not _TAKEN_TOGETHER.search(text):
        when = thing["lead"] or thing["when"] or ""
        return tuple(f"{when}{thing[one]}多少" for one in ("one", "other"))
    years = _EACH_ITS_YEAR.fullmatch(text)
    if years is not None and not _TAKEN_TOGETHER.search(text):
        return years["one"], _OF_EACH.sub("", years["other"])
    both = _SUM_AND_MEAN.search(text)
    if both is None or (both["one"][0] == "平") is (both["other"][0] == "平"):
        return ()
    return tuple(text[: both.start()] + both[one] + text[both.end() :] for one in ("one", "other"))


# How many did X, in 2023, receive: the year belongs to what is asked.
_SET_OFF = re.compile(r",(?P<when> (?:in|for|during) 20\d\d),", re.I)


def questions_in(text: str, *, is_answered: bool = False) -> tuple[str, ...]:
    """The parts of a message that each ask something; what asks nothing leads to the next.

    What is answered as a whole is no list to be cut at its commas.
    What stands in brackets at the end is said of the first: 哪个乡镇最多，它的许可呢（云溪县）.
    """
    two = _of_two(text)
    if two:
        return two
    text = _SET_OFF.sub(r" \g<when>", _EACH_ITS_YEAR.sub(r"\g<one>,\g<other>", text))
    text, _, aside = _ASIDE.sub("\n\\g<0>", text, count=1).partition("\n")
    found: list[str] = []
    before = ""
    for clause in _PAUSE.split(text):
        said = before or "".join(found[-1:])
        listed = said if is_answered else ""
        is_told = said.endswith((",", "，")) and _TELLS.fullmatch(clause) is not None
        before += clause
        if not is_told and _asks(clause, listed) and not _IN_WHAT.fullmatch(clause):
            found.append(before)
            before = ""
    if before and found:
        found[-1] += before
    questions = tuple(q.strip(" ,，、;；。") for q in found)
    questions = (questions[0] + aside, *questions[1:]) if aside and questions else questions
    return questions if 1 < len(questions) <= _MOST else ()


# How many did X receive, grant, carry over in 2023? The end of a list asks nothing by itself.
_LIST_GOES_ON = re.compile(r"(?!and\b|or\b|but\b|so\b)[a-z][a-z0-9 ,'-]*[?.]*\s*", re.I)


def _asks(clause: str, said: str) -> bool:
    """Whether a clause asks something, behind what was said before it."""
    is_list = said.rstrip().endswith(",") and _LIST_GOES_ON.fullmatch(clause) is not None
    if not is_list or (_YEAR.search(said) and _YEAR.search(clause)):
        return _ASKS.search(clause) is not None
    return _ASKS.search(clause.rstrip("?. ")) is not None


def one_by_one(
    whole: Understood, parts: tuple[Understood, ...], *, is_nested: bool = False
) -> Understood | None:
    """The parts as questions of their own; None where the whole answers them all.

    Where a part says nothing by itself, the whole stands behind what it leaves out.
    """
    facts = tuple(part.query for part in parts if isinstance(part.query, FactQuery))
    left_out = tuple(query for query in facts if not _answers(whole.query, query))
    if isinstance(whole.query, PassageQuery):
        return None
    if not left_out or len({query.asked.lang for query in facts}) > 1:
        return None
    if is_nested and _is_of_all(facts[0], facts[-1]):
        return None
    if len(facts) == len(parts):
        found = _understood(whole, facts, parts[-1].slots)
        if not isinstance(found.query, SeveralQuery):
            return found
        return replace(found, query=replace(found.query, is_nested=is_nested))
    if is_nested:
        return None
    if isinstance(whole.query, FactQuery) and left_out[0] is parts[0].query:
        return _understood(whole, (*left_out, whole.query), whole.slots)
    return None


def _is_of_all(first: FactQuery, last: FactQuery) -> bool:
    """Whether the second step asks about all that were ranked, or others, not the one found."""
    if not set(last.issuers) <= set(first.issuers):
        return True
    is_same = len(last.issuers) > 1 and set(last.issuers) == set(first.issuers)
    return is_same and last.operation is not Operation.SHARE and not last.whose


_COUNTS = re.compile(r"多少|几(?!乎|时)|数量|总数|how (?:many|much|long|often)|number of", re.I)
# What hinders the number alone: the place and the year are known, and are those of the words.
_UNREAD = ("no_metric", "unclear", "not_in_form")


def may_be_halved(whole: Query) -> bool:
    """Whether a message may ask for a number and for wording, and was read as one of them."""
    if isinstance(whole, PassageQuery):
        return whole.otherwise is not None or _COUNTS.search(whole.topic) is not None
    return isinstance(whole, (FactQuery, Refusal, Clarification))


def number_and_words(parts: tuple[Understood, ...]) -> Understood | None:
    """A number and wording in one message, where either hinders the other if read as one.

    That one half cannot be answered takes nothing from the other.
    """
    if len(parts) != _TWO:
        return None
    halves = [part.query for part in parts]
    words = next((q for q in reversed(halves) if _is_worded(q)), None)
    number = next((q for q in halves if q is not words and _is_counted(q)), None)
    if words is None or number is None:
        return None
    if isinstance(words, PassageQuery):
        named = number.issuers if isinstance(number, FactQuery) else words.issuers
        if not words.issuers or not set(words.issuers) <= set(named):
            return None  # it is not said of whom
        is_found = set(words.issuers) < set(named)
    elif isinstance(number, FactQuery) is isinstance(words, Clarification):
        return None  # neither half says anything, or the number is not asked of whom
    else:
        is_found = False
    if not is_found:  # of whom goes without saying, unless it is whom the number found
        words = replace(words, asked=replace(words.asked, carried=()))
    return Understood(BothQuery(number, words), parts[-1].slots)


# 平均每月，收到几件: how it is counted, and no question beside the number.
_ONLY_HOW = re.compile(
    r"(?:平均)?每(?:一?个?)?(?:月|天|日|周|季度?|星期)(?:平均)?[,，]?|(?:on )?average per \w+,?"
)


def _is_worded(query: Query) -> TypeGuard[PassageQuery | Clarification | Refusal]:
    if not isinstance(query, (PassageQuery, Clarification, Refusal)):
        return False
    if _COUNTS.search(query.asked.q) or _ONLY_HOW.fullmatch(query.asked.q):
        return False
    if isinstance(query, Refusal):  # 天气怎么样
        return query.reason == "out_of_scope"
    if isinstance(query, Clarification):
        return query.about == "place"
    # It counts nothing, so that what no number tells is asked of the text.
    return query.otherwise is None or query.otherwise.reason in ("out_of_scope", "no_metric")


def _is_counted(query: Query) -> TypeGuard[FactQuery | PassageQuery | Refusal]:
    if isinstance(query, FactQuery):
        return True
    if isinstance(query, PassageQuery):  # what is said instead of a number
        return query.mode == "beside"
    if not isinstance(query, Refusal) or query.reason not in _UNREAD:
        return False
    return _COUNTS.search(query.asked.q) is not None


def _understood(whole: Understood, queries: tuple[FactQuery, ...], slots: str) -> Understood:
    """Questions one after another; what is taken over is said once."""
    following = tuple(replace(q, asked=replace(q.asked, carried=())) for q in queries[1:])
    asked = getattr(whole.query, "asked", queries[0].asked)
    return Understood(SeveralQuery(asked, (queries[0], *following)), slots)


def _answers(whole: Query, part: FactQuery) -> bool:
    """Whether the answer to the whole says what a part of it asks."""
    if not isinstance(whole, FactQuery) or (part.is_yes_no and not whole.is_yes_no):
        return False
    shown = (whole.operation, *_SHOWN.get(whole.operation, ()))
    is_of_many = len(part.issuers) > 1 and not _TOGETHER.search(part.asked.q)
    if whole.operation is Operation.RANK and is_of_many:
        shown = (*shown, *_OF_THE_FIRST)
    is_table = min(len(whole.metrics), len(whole.years.years)) > 1
    if is_table and len(part.metrics) == len(part.years.years) == 1:
        return False  # 2022年许可、2023年处罚 asks for no table of both in both years
    is_within = (
        set(part.issuers) <= {*whole.issuers, *whole.over_issuers}
        and set(part.metrics) <= {*whole.metrics, *whole.over}
        and set(part.members) <= {*whole.members, whole.over_member}
        and set(part.years.years) <= set(whole.years.years)
    )
    return is_within and part.operation in shown and _is_alike(whole, part)


def _is_alike(whole: FactQuery, part: FactQuery) -> bool:
    """Whether both look for the same end of a ranking, and for the same bodies."""
    if part.operation is not whole.operation:
        return True
    return (whole.is_ascending, whole.top, whole.nth, whole.condition, whole.whose) == (
        part.is_ascending, part.top, part.nth, part.condition, part.whose,
    )  # fmt: skip
