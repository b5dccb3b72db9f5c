"""Questions that ask for words by their form: whose wording it is, and who says a thing."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.queries import Operation
from bot.understand.frames import Frame, Span
from bot.understand.halves import SECTIONS
from bot.understand.intents import span_of
from bot.understand.matter import matter_of, told_in
from bot.understand.mentions import Mentions
from bot.understand.operations.conditions import kinds_asked
from bot.understand.reading.reports_held import asks_who_reports
from bot.understand.reading.texts import has_han, is_latin, plain_question
from bot.understand.reading.tokens import Token
from bot.understand.vocabulary import forms

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
_LEAST = 2  # letters of a topic
_COUNTED = ("主动公开", "依申请公开")  # alone these ask for numbers
_SHORTEST = 4  # letters of a sentence that somebody may have written
_TOLD = 5  # letters of what is a saying rather than a name
_UNMARKED = 8  # where nothing says that it is a sentence


def said_by_form(m: Mentions, frame: Frame, question: str) -> Frame | None:
    """The frame of a question whose form says that words are wanted; None for any other."""
    sentence = _sentence(plain_question(question))
    if sentence:
        return Frame(kind="passages", topic=sentence, mode="source", span=Span("all"))
    if frame.parties and frame.kind in ("check", "passages") and forms.CLASH.search(m.text):
        return Frame("passages", frame.parties, _years(m), topic=matter_of(m), mode="quote")
    is_of_held = frame.kind == "catalog" and asks_who_reports(m.text, m.tokens)
    if frame.kind in ("check", "diff", "both") or is_of_held:
        return None
    text = _bare(m)
    if _is_diff(m, frame, _bare(m, with_years=True)):  # 两年 is a word for years as well
        section, topic = frame.section, forms.HEADINGS.search(text)
        return Frame(
            "diff", frame.parties, _pair(m), section=section, topic=topic[0] if topic else ""
        )
    if not (frame.metrics or frame.section or m.has("quantity")):
        whole = _whole_or_part(frame, text)
        if whole is not None:
            return whole
    since = _of_before(m, frame, text)
    if since is not None:
        return since
    if forms.SOLVED.search(text) and frame.parties:
        return Frame("passages", frame.parties, _pair(m), mode="section", section=5)
    of_words = _of_saying(m, frame, text) or _of_lack(m, frame, text) or _of_quoted(m, frame)
    return of_words or _of_use(m, frame) or _of_known_words(m, frame)


def _of_before(m: Mentions, frame: Frame, text: str) -> Frame | None:
    """What is asked of the wording before: 解决了吗, 还有谁这么写, 没写的是哪些."""
    if forms.SOLVED_SINCE.match(text) and not frame.metrics:
        return Frame("passages", frame.parties, _years(m), mode="section", section=5)
    if forms.SILENT_SINCE.match(text) and not frame.metrics:
        return Frame("passages", frame.parties, _years(m), mode="unsaid")
    if forms.ELSEWHERE.match(text) and not frame.parties:
        return Frame("passages", span=_years(m), mode="others")
    return None


def _of_known_words(m: Mentions, frame: Frame) -> Frame | None:
    """部门说法打架的是什么事: each word is known, and none of them was taken for the topic."""
    topic = matter_of(m)
    is_open = frame.kind == "passages" and frame.mode == "quote" and not frame.section
    if not is_open or frame.topic or not frame.parties or sum(map(str.isalnum, topic)) < _TOLD:
        return None
    return replace(frame, topic=topic)


def is_against_year(m: Mentions) -> bool:
    """Whether it says nothing but against which year: 和去年比呢."""
    is_plain = not (m.places or m.named.metrics or m.has("quantity"))
    is_said = forms.AGAINST_YEAR.match(m.text) or forms.BETWEEN_YEARS.match(m.text)
    return is_plain and bool(is_said and forms.OF_CHANGE.search(m.text))


def _of_use(m: Mentions, frame: Frame) -> Frame | None:
    """公众号有人看吗: how a channel of one body is used, and other things that nobody counts."""
    is_of_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    is_told = bool(frame.metrics) and all(key.startswith("n_") for key in frame.metrics)
    if frame.kind != "facts" or not (is_of_one and is_told and has_han(m.text)):
        return None
    if m.has("quantity", "amount", "number") or m.ops - {"zero", "more", "less"}:
        return None
    topic = matter_of(m)
    is_channel = set(frame.metrics) <= _CHANNELS | {"n_website"}
    is_of_use = is_channel and bool(forms.OF_USE.search(m.text))
    if not is_of_use and not (m.is_yes_no and _is_more_than_named(m, topic)):
        return None
    return Frame("passages", frame.parties, _years(m), topic=topic, mode="quote")


def _is_more_than_named(m: Mentions, topic: str) -> bool:
    """Whether a topic says much besides what is counted: 公报少印了以后有人有意见吗."""
    known = ("concept", "metric", "member", "term", "region", "body", "short")
    named = sum(len(t.text) for t in m.tokens if t.has(*known) and t.text in topic)
    return sum(map(str.isalnum, topic)) - named >= _TOLD


def _of_lack(m: Mentions, frame: Frame, text: str) -> Frame | None:
    """Who falls short in something: a list of what reports say of it."""
    topic = forms.WHO_LACKS.sub("", text).strip(_ENDS)
    is_lack = forms.LACKING.search(topic) or (
        not frame.metrics and forms.LACKING_LESS.search(topic)
    )
    is_other = m.has("quantity", "amount", "number", "member") or bool(
        m.ops - {"list_places", "less", "breakdown"}
    )
    if topic == text or not is_lack or is_other or sum(map(str.isalnum, topic)) < _LEAST:
        return None
    if any(party.scope is None for party in frame.parties) and not kinds_asked(m)[0]:
        is_open = not forms.LACKING_IN.sub("", topic)  # 清水乡哪里做得不够: its problems
        return Frame(
            "passages", frame.parties, _years(m), topic="" if is_open else topic,
            section=5 if is_open else None, mode="section" if is_open else "quote",
        )  # fmt: skip
    return Frame(
        "passages", frame.parties, _years(m), topic=topic, mode="mention", operation=Operation.LIST
    )


def _of_quoted(m: Mentions, frame: Frame) -> Frame | None:
    """Words in quotation marks that are no name of a number: who says them, and where."""
    quoted = forms.QUOTED.search(m.text)
    if quoted is None or m.has("quantity", "amount"):
        return None
    is_strange = any(word in quoted[1] for word in m.unknown)
    if (frame.metrics or "term" in m.asks) and not is_strange:
        return None
    if m.ops - {"list_places", "count_places"}:
        return None
    is_whether = _is_whether(m)
    mode = "quote" if frame.parties and not is_whether else "mention"
    return Frame(
        "passages", frame.parties, _years(m), topic=quoted[1], mode=mode, is_yes_no=is_whether
    )


def may_be_words(m: Mentions, frame: Frame, *, is_first: bool = True) -> Frame | None:
    """A question that no number answers, as one for words: the reports may speak of it.

    Where it is not the first of a talk, a word alone is asked of what was spoken of: 人口呢.
    """
    if m.has("amount", "not_done") or forms.ASKS_FOR_MORE.search(m.text):
        return None
    is_told = m.is_yes_no or bool({"wording"} & m.asks) or bool(forms.SHOWN.search(m.text))
    is_complaint = complains(m)
    if m.has("quantity") and not (is_told or is_complaint):
        return None
    is_asking = is_complaint or forms.ASKS_FOR_WORDS.search(m.text)
    if m.has("part_of_year", "hypothetical") and not is_asking:
        return None
    if m.named.metrics and not (is_complaint or _is_beside_numbers(m, frame)):
        return None
    of_numbers = _OF_NUMBERS if not m.named.metrics else m.ops - _PLAIN
    if not is_complaint and _real_ops(m) & of_numbers:
        return None
    is_elsewhere = any(place.is_missing for place in m.places)
    initials = [w for w in m.unknown if is_latin(w) and len(w) <= _INITIALS]
    if any(p.end + 1 == m.text.find(w) for p in m.places for w in initials):
        return None  # the Yunxi NRB is some body of Yunxi
    topic = m.quoted or matter_of(m)
    # 医院, and nothing else: whether it is a matter of reports, they show.
    is_word = is_first and topic in (*m.unknown, *m.words("never"))
    if not frame.parties and (is_elsewhere or (m.has("never") and not is_word)):
        return None
    size = sum(map(str.isalnum, topic))
    mode = "quote" if frame.parties else "others"
    if not (is_complaint or forms.ASKS_FOR_WORDS.search(m.text)) and size < _TOLD:
        # 清水乡的广播: only what has this very word
        mode = "mention"
        topic = topic if is_word else max(m.unknown, key=len, default="")
        size = sum(map(str.isalnum, topic))
    is_of_all = not frame.parties and bool(forms.ASKS_WHO.search(m.text))
    mode = "mention" if is_of_all else mode
    is_said = is_of_all or is_word or is_complaint or size >= _TOLD
    is_open = frame.parties or (has_han(topic) and is_said)
    if size < _LEAST or not is_open:
        return None
    # 清水乡各部门说的不一样: those of the body are in its own report.
    bodies = tuple(party for party in frame.parties if party.scope is None)
    parties = bodies if is_complaint and bodies else frame.parties
    return Frame("passages", parties, frame.span, topic=topic, mode=mode)


_INITIALS = 4  # letters


def complains(m: Mentions) -> bool:
    """Whether one says in everyday words that something is ill, and asks for no number."""
    is_counted = any(t.has("quantity") and _HOW_MANY.search(t.text) for t in m.tokens)
    if is_counted or not has_han(m.text):
        return False
    matter = matter_of(m)
    is_lack = not m.has("concept", "metric") and bool(forms.LACKS_AT_END.search(matter))
    return is_lack or bool(forms.COMPLAINS.search(matter)) or _tells(m, matter)


_STATEMENT = 9  # letters


def _tells(m: Mentions, matter: str) -> bool:
    """管这活儿的就一个人还兼着好几摊子: a statement that asks nothing and names no number."""
    is_of_number = bool(m.named.metrics or m.named.members or _real_ops(m) & _OF_NUMBERS)
    is_asked = forms.ASKS_FOR_WORDS.search(m.text) or forms.ASKS_FOR_MORE.search(m.text)
    is_short = sum(map(str.isalnum, matter)) < _STATEMENT
    is_named = bool(m.places or m.years) or m.has("quantity", "amount", "number", "never")
    return not (is_of_number or is_asked or is_short or is_named)


_HOW_MANY = re.compile(r"多少|几")
_OF_NUMBERS_ALONE = re.compile(r"既被?[^,，。]{1,8}又|[上过近][百千万](?:件|条|[?？。,，]|$)")


def _is_beside_numbers(m: Mentions, frame: Frame) -> bool:
    """Whether words are asked for though something is named that is counted."""
    if len(frame.parties) > 1 or len(m.years) > 1 or forms.EQUAL.search(m.text):
        return False
    if m.has("number") or ("opinion" in m.asks and not m.unknown):
        return False
    if _OF_NUMBERS_ALONE.search(m.text):
        return False  # 既被复议又被起诉的, 只有公安局处罚上千: said of numbers
    is_channel = set(m.named.metrics) <= _CHANNELS | {"n_website"}
    return is_channel or m.is_yes_no or bool(m.unknown)


# 最多, 合计: a number is meant, whatever else is not understood.
_OF_NUMBERS = frozenset(
    ("most", "least", "rank", "rank_up", "share", "growth", "difference", "sum", "mean", "median",
     "times", "double", "trend", "yoy")
)  # fmt: skip
_PLAIN = frozenset(("list_places", "breakdown", "zero"))


def _real_ops(m: Mentions) -> frozenset[str]:
    """What is to be done, without letters of an unknown word: 加 of 参加, 多 of 多久."""
    parts = _pieces(m.tokens)
    return frozenset(key for t in m.tokens if t not in parts for key in t.keys("op")) & m.ops


def _pieces(tokens: tuple[Token, ...]) -> frozenset[Token]:
    """Single letters that touch a word which nothing explains."""
    found: set[Token] = set()
    for one, other in pairwise(tokens):
        for half, whole in ((one, other), (other, one)):
            if one.end == other.start and whole.is_unknown and len(half.text) == 1:
                found.add(half)
    return frozenset(found)


def _whole_or_part(frame: Frame, text: str) -> Frame | None:
    """A report summed up, or the part of it that has a heading of this name."""
    rest = forms.SUMMARY.sub("", text)
    named = forms.HEADINGS.search(rest)
    is_heading = named is not None and len(forms.IDLE.sub("", rest)) <= len(named[0])
    if named is not None and is_heading and named[0] not in _COUNTED:
        return Frame("passages", frame.parties, frame.span, topic=named[0], mode="quote")
    if frame.parties and rest != text and len(forms.IDLE.sub("", rest)) < _LEAST:
        return Frame("passages", frame.parties, frame.span, mode="summary")
    return None


# 有人提复议吗: what is filed is counted, and nobody says it.
_FILED = re.compile(r"提(?:出|起|交|了|过)*(?:过|了)?(?:行政)?(?:复议|诉讼|官司|申请|起诉)")


def _of_saying(m: Mentions, frame: Frame, text: str) -> Frame | None:
    if frame.metrics and _FILED.search(text):
        return None
    mode, topic, pattern = _topic(m, frame, text)
    if pattern in _OF_MANY and _names_body(m) and not forms.OF_OTHERS.search(text):
        return None  # 望汀街道的大字版给谁用: who of one body, and not which bodies
    is_told = pattern not in (forms.WHO_DOES, forms.ONE_HAS) and not forms.DONE.search(text)
    if not topic or not (_is_told(frame, m) if is_told else _is_done(frame, m)):
        return None
    is_of_many = pattern not in (*_OF_ONE, *forms.WHEN)
    is_whether = is_told and mode == "mention"
    return Frame(
        kind="passages", parties=frame.parties, span=_years(m), topic=topic, mode=mode,
        section=frame.section, operation=Operation.LIST if is_of_many else None,
        is_yes_no=is_whether and (_is_whether(m) or pattern is forms.ONE_SAYS_NOT),
    )  # fmt: skip


_OF_MANY = (forms.WHO_SAYS, forms.WHO_DOES, forms.STANDS_IN, forms.SAYING_ONES)


def _names_body(m: Mentions) -> bool:
    """Whether one body is named, and not a region whose bodies may be asked for."""
    named = [place for place in m.places if place.ids]  # 各部门 names nobody
    inside = [t for t in m.tokens if len(named) == 1 and named[0].covers(t.start)]
    return any(t.has("body", "department", "core") for t in inside)


_OF_ONE = (forms.ONE_SAYS, forms.ONE_SAYS_NOT, forms.ONE_HAS, forms.THAT)


def _is_whether(m: Mentions) -> bool:
    return m.is_yes_no or bool(forms.WHETHER.search(m.text))


def _is_diff(m: Mentions, frame: Frame, text: str) -> bool:
    is_of_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    is_of_text = bool(forms.OF_TEXT.search(text) or _compares_years(m, frame))
    is_meant = is_of_text or not frame.metrics if is_of_one else is_of_text and not frame.parties
    return is_meant and bool(forms.DIFFS.search(text) or _compares_years(m, frame))


def _compares_years(m: Mentions, frame: Frame) -> bool:
    """两年的改进措施对比: what several reports say of a matter is held together."""
    said = (forms.COMPARES, forms.SEVERAL_YEARS, forms.DIFF, forms.OF_TEXT)
    strange = [word for word in m.unknown if not any(form.search(word) for form in said)]
    if m.named.metrics or m.has("quantity", "amount") or strange:
        return False
    is_of_part = bool(set(SECTIONS) & m.asks or m.has("section"))
    is_told = is_of_part or forms.OF_TEXT.search(m.text) or forms.DIFF.search(m.text)
    is_several = len(m.years) > 1 or forms.SEVERAL_YEARS.search(m.text)
    return bool(is_told and is_several and forms.COMPARES.search(m.text))


_TWO = 2


def _pair(m: Mentions) -> Span:
    """Two years that are named, or one with the year before it, or the newest two."""
    span = _years(m)
    if len(span.years) > _TWO or (span.mode == "recent" and len(span.years) == _TWO):
        return Span("asked", (span.years[0], span.years[-1]), span.said)
    if span.mode == "asked" and len(span.years) == 1:
        if forms.AGAINST.search(m.text):  # 跟2023年比: the other year is not named
            return Span()
        return Span("pair", span.years, span.said)
    return span if span.mode in ("asked", "pair") else Span()


def _years(m: Mentions) -> Span:
    """The years of a question, without those of document numbers."""
    numbered = [match.span() for match in forms.NUMBERED.finditer(m.text)]
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
    for pattern in forms.SOURCES:
        rest = pattern.sub("\n", rest)
    if rest == text:
        return ""
    quoted = forms.QUOTED.findall(text)
    if quoted and not forms.MARKED.search(text) and len(max(quoted, key=len)) < _UNMARKED:
        return ""  # 谁写过“三审三校”: who speaks of it
    pieces = quoted or [piece.strip(_ENDS) for piece in re.split(r"[\n:：]", rest)]
    longest: str = max(pieces, key=len, default="")
    least = _SHORTEST if quoted or re.search(forms.THIS, text) else _UNMARKED
    return longest if sum(map(str.isalnum, longest)) >= least else ""


def _topic(m: Mentions, frame: Frame, text: str) -> tuple[str, str, re.Pattern[str] | None]:
    """What somebody is asked to have said or done, how it is shown, and the form that tells."""
    for pattern in forms.WHEN:
        found = pattern.match(_bare(m, with_years=True))
        if found:
            return "mention", _sought(m, found["topic"]), pattern
    ways = [
        ("mention", p)
        for p in (
            forms.SAYING_ONES,
            forms.STANDS_IN,
            forms.WHO_SAYS,
            forms.WHO_DOES,
            forms.ENGLISH_WHO,
        )
    ]
    silent = (forms.WHO_SAYS_NOT, forms.STANDS_NOT_IN, forms.ENGLISH_WHO_NOT)
    unsaid = [("unsaid", p) for p in silent]
    ways = [("others", forms.OTHERS_SAY), *unsaid, *ways]
    if frame.parties:
        ways += [("mention", forms.ONE_SAYS_NOT), ("quote", forms.THAT)]
        ways += [
            ("mention" if m.is_yes_no or "mention" in m.asks else "quote", forms.ONE_SAYS),
            ("mention", forms.ONE_HAS),
        ]
    else:
        ways += [("others", forms.WORDINGS), ("others", forms.ENGLISH_WORDINGS)]
    for mode, pattern in ways:
        found = pattern.match(text)
        if found:
            said = found["topic"] or found.groupdict().get("told") or ""
            return mode, _sought(m, said), pattern
    return "", "", None


def _sought(m: Mentions, said: str) -> str:
    """What stands in quotation marks in a topic, else the topic without its frame."""
    for quoted in forms.QUOTED.findall(m.text):
        if quoted in said:
            return str(quoted)
    topic = forms.TRAILING.sub("", said.strip(_ENDS)).strip(_ENDS)
    return (told_in(topic) or matter_of(m) or topic).strip(_ENDS)  # 有哪些地方说过这个毛病


def _bare(m: Mentions, *, with_years: bool = False) -> str:
    """The question without its years and the places that it names."""
    spans = [(p.start, p.end) for p in m.places if p.ids or (p.scope and p.scope.region)]
    numbered = [match.span() for match in forms.NUMBERED.finditer(m.text)]
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
    return text.strip(_ENDS).removeprefix("的")


def _is_told(frame: Frame, m: Mentions) -> bool:
    """Whether what is said is asked for, and not how much of a thing there is."""
    is_counted = m.has("quantity") and bool(m.named.metrics) and not forms.TELLS.search(m.text)
    if is_counted:
        return False  # 申请几件，都是谁提的
    if frame.kind != "facts" or not m.named.metrics or m.unknown:
        return True
    return not (m.has("quantity", "amount") or m.ops - {"list_places", "count_places"})


def _is_done(frame: Frame, m: Mentions) -> bool:
    """Whether 哪个单位搞了小程序 asks for words: no number of it is wanted."""
    return set(frame.metrics) <= _CHANNELS and not (
        m.ops - {"list_places", "breakdown"} or m.has("quantity", "never")
    )
