"""Sentences of a report, and what stands around each amount in them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.facts.sentences.amounts import Amount, amounts_in
from index.facts.sentences.times import Mention, When, time_at, times_in
from index.text import INVISIBLE, in_one_width, keeps_places, visible
from index.types import Section

_SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]*")
_INVISIBLE = frozenset(map(ord, INVISIBLE))
_BLANKS = re.compile(r"[\s\u00a0\u3000]+")
# A comma between digits groups thousands; any other ends a clause.
_CLAUSE_COMMA = re.compile(r",(?!\d{3}(?!\d))|(?<!\d),")
_LOOSE_COMMA = re.compile(r",\s+(?=\d)")
# 1，280条: a number and no unit before the comma, and no list of numbers.
_FULL_THOUSANDS = re.compile(
    r"(?<=[\u4e00-\u9fff:])\d{1,3}(?:，\d{3})+(?=余?[条件篇则份次人元册])"
)
_FULL_COMMA_IN = re.compile(r"，\d{3}")
_TORN_DIGITS = re.compile(r"(?<=\d)[\s\u00a0\u3000]+(?=\d)")
_TORN = "␣"
_FULL_COMMA = "\t"  # which no text without blanks holds
# 主动公开政府信息：512条: a colon right before a number ends no clause.
_BOUNDARY = re.compile(r"[，;。()!?]|:(?!(?:共计?|约|近|为|累计|合计|总计)*\d(?!\d{0,3}年))")
_BRACKETED = re.compile(r"\(([^()]{0,60})\)")
# 8600条（不含乡镇）, 12件（含上年结转）: not the number that was asked for.
RESTRICTS = re.compile(
    r"(?:不含|不包括|不包含|不计|除)(?!上一?年|去年|结转)|仅|(?:含|包括)(?:上一?年|去年|结转)"
)
# 主动公开政府信息（493）条: brackets that only hold the number that was filled in.
_FILLED_IN = re.compile(r"\((\d[\d,.]*)\)(?=[条件篇份次期场个项人])")
_LIST_MARK = re.compile(r"、|,")
_FIRST_MARK = re.compile(r"^(?:、|和|及|与|以及|，)+")
_ORDINAL = r"[(（]?[一二三四五六七八九十\d]{1,3}(?:[)）、.．]|是)+"
_YEAR = r"(?:20\d\d年度?)?"
_HEADING = re.compile(
    rf"\s*(?:{_ORDINAL}\s*(?P<numbered>{_YEAR}[^，,；;。：:\d]{{2,30}})"
    rf"|(?P<named>{_YEAR}[^，,；;。：:\d]{{2,20}}(?:情况|方面|工作|公开|打算|计划)))\s*(?:[。：:]|$)"
    rf"|\s*(?P<alone>{_YEAR}[^，,；;。：:\d]{{2,16}})\s*$"
)
_DIGIT = re.compile(r"[\d０-９一二三四五六七八九十百零两〇]")
_FUTURE_TOPIC = re.compile(
    r"下一步|打算|工作计划|工作思路|努力方向|存在的?.{0,4}问题|明年|整改措施|改进措施"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in its section, and the same without white space, in one width.

    `compact` leaves out what stands in brackets without an amount. `topic` is the heading that
    the sentence stands under.
    """

    section: int
    text: str
    compact: str
    topic: str
    amounts: tuple[Amount, ...] = ()
    times: tuple[Mention, ...] = ()
    begins: When = When.THIS_YEAR
    before: str = ""  # the sentence before it in its paragraph, in one width
    year: int = 0  # that the report is about

    def when(self, at: int) -> When:
        """The time that an amount at a place is of."""
        return time_at(self.times, self.begins, self.compact, at)

    def printed(self, start: int, end: int) -> str:
        """What stands at a stretch of `compact`, as it is printed."""
        places = _places(self.text)
        if len(places) != len(self.compact):
            return self.compact[start:end]
        return self.text[places[start] : places[end - 1] + 1]


@dataclass(frozen=True, slots=True)
class Slot:
    """An amount with the words around it.

    `left` reaches back to the last break or amount, `right` on to the next; `lead` is the clause
    before, where it holds no amount.
    """

    sentence: Sentence
    amount: Amount
    left: str
    right: str
    lead: str
    when: When
    start: int = 0  # where `left` begins
    is_after_amount: bool = False  # with no mark between: it may count something of that one


def sentences_of(section: Section, year: int) -> Iterator[Sentence]:
    """The sentences of a section that may hold a number or say that there is none."""
    topic = section.title
    for line in section.text.splitlines():
        heading = _HEADING.match(line)
        if heading is not None:
            topic = heading["numbered"] or heading["named"] or heading["alone"]
        is_future = _FUTURE_TOPIC.search(topic) is not None
        begins = When.FUTURE if is_future else When.THIS_YEAR
        before, last = "", begins
        for match in _SENTENCE.finditer(line):
            text = match.group().strip()
            if not text:
                continue
            if text.startswith(("其中", "全部", "均")):  # what was told of that time
                begins = last
            elif begins is When.FUTURE and not is_future and text.startswith(f"{year}年"):
                begins = When.THIS_YEAR  # 预计明年公开300条。2023年公开251条。
            sentence = _sentence(section.number, text, topic, begins, before, year)
            begins, before = _carried(sentence), sentence.compact
            last = sentence.when(len(sentence.compact))
            yield sentence


def slots_of(sentence: Sentence) -> Iterator[Slot]:
    """The amounts of a sentence with the words around them."""
    text, amounts = sentence.compact, sentence.amounts
    breaks = [match.start() for match in _BOUNDARY.finditer(text)]
    for index, amount in enumerate(amounts):
        floor = max((b + 1 for b in breaks if b < amount.start), default=0)
        before = amounts[index - 1].end if index else 0
        left = text[max(floor, before) : amount.start]
        is_after_amount = floor > 0 and text[floor - 1] == ")"
        if before > floor:
            pieces = _LIST_MARK.split(left)
            is_after_amount = len(pieces) == 1 and not _FIRST_MARK.match(left)
            left = _FIRST_MARK.sub("", pieces[-1])
        elif is_after_amount:
            is_after_amount = not _FIRST_MARK.match(left)
            left = _FIRST_MARK.sub("", left)
        ceiling = min((b for b in breaks if b >= amount.end), default=len(text))
        after = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
        right = _LIST_MARK.split(text[amount.end : min(ceiling, after)])[0]
        lead = _lead(text, floor, before, breaks)
        when = sentence.when(amount.start)
        start = amount.start - len(left)
        yield Slot(sentence, amount, left, right, lead, when, start, is_after_amount)


def one_width(text: str) -> str:
    """The text without white space, in one width; only ， separates clauses.

    Between digits a blank leaves a mark: whether they are one number is not known.
    """
    text = visible(text)
    if _BLANKS.search(text):
        text = _LOOSE_COMMA.sub("，", _TORN_DIGITS.sub(_TORN, text))
        text = _BLANKS.sub("", text)
    text = in_one_width(text.replace("，", _FULL_COMMA))
    if "," in text:
        text = _CLAUSE_COMMA.sub("，", text)
    text = text.replace(_FULL_COMMA, "，")
    return _FULL_THOUSANDS.sub(_with_commas, text) if _FULL_COMMA_IN.search(text) else text


def _with_commas(match: re.Match[str]) -> str:
    return match.group().replace("，", ",")


def _sentence(
    section: int, text: str, topic: str, begins: When, before: str, year: int
) -> Sentence:
    compact = one_width(text)
    if "(" in compact:
        compact = _without_asides(_FILLED_IN.sub(r"\1", compact))[0]
    amounts = amounts_in(compact) if _DIGIT.search(compact) else ()
    times = times_in(compact, year)
    return Sentence(section, text, compact, topic, amounts, times, begins, before, year)


def _carried(sentence: Sentence) -> When:
    """The time at which the next sentence of the paragraph begins."""
    last = sentence.when(len(sentence.compact))
    if last is When.OTHER_YEAR:
        is_aside = any(sentence.when(a.start) is not last for a in sentence.amounts)
        return When.THIS_YEAR if is_aside else last  # 回应47次，上年为40次。
    return last if last is When.FUTURE else When.THIS_YEAR


def _lead(text: str, floor: int, before: int, breaks: list[int]) -> str:
    """The clause before the one that begins at `floor`, if it holds no amount."""
    if floor == 0 or before >= floor or text[floor - 1] not in "，:":
        return ""
    start = max((b + 1 for b in breaks if b < floor - 1), default=0)
    return "" if before > start else text[start : floor - 1]


def _without_asides(compact: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without brackets that hold no amount, and where they stood."""
    spans = [
        match.span()
        for match in _BRACKETED.finditer(compact)
        if not amounts_in(match.group(1)) and not RESTRICTS.match(match.group(1))
    ]
    kept, at = [], 0
    for start, end in spans:
        kept.append(compact[at:start])
        at = end
    return "".join([*kept, compact[at:]]), spans


@lru_cache(maxsize=32)
def _places(text: str) -> Sequence[int]:
    """For each character of `compact` its place in the text."""
    places = _kept_places(text)
    compact = one_width(text)
    if "(" not in compact or len(compact) != len(places):
        return places
    asides = _without_asides(compact)[1]
    return [p for i, p in enumerate(places) if not any(a <= i < b for a, b in asides)]


def _kept_places(text: str) -> Sequence[int]:
    """The places of what stays in one width, what is put aside included."""
    if not _BLANKS.search(text) and keeps_places(text):
        return range(len(text))
    torn = {match.start() for match in _TORN_DIGITS.finditer(text)}
    places = []
    for index, ch in enumerate(text):
        if index in torn:
            places.append(index)
        elif not _BLANKS.match(ch) and ord(ch) not in _INVISIBLE:
            places += [index] * len(unicodedata.normalize("NFKC", ch))
    return places
