"""What no number answers, as a question for the words of the reports."""

import re
from dataclasses import replace
from datetime import date

from bot.queries import Asked, Clarification, PassageQuery, Query, Refusal
from bot.understand.frames import Frame
from bot.understand.matter import matter_of
from bot.understand.mentions import Mentions
from bot.understand.operations.scopes import settled
from bot.understand.places.gazetteer import Gazetteer
from bot.understand.queries import query_of
from bot.understand.reading.texts import has_han
from bot.understand.reading.tokens import Token
from bot.understand.sayings import complains, may_be_words
from bot.understand.talk.follow_up import carried_words
from bot.understand.vocabulary import forms

_TOLD = 4  # letters of what is asked of the body that was spoken of
_LEAST = 3  # letters of a word that is looked for beside a refusal
_OF_A_YEAR = 2  # digits
# What is spoken of and publishes no report: 加油站, 社区, 法院; of 局 and 镇 one is missed.
_NO_BODY = re.compile(
    r"(?:社区|村|站|所|校|院|中心|公司|集团|(?:体验|专|展示|服务|办事|矿|城|景|小|园|库|灾|牧|林)区)$"
)


def in_words(
    stop: Query,
    m: Mentions,
    frame: Frame,
    old: Frame | None,
    asked: Asked,
    names: Gazetteer,
    today: date,
) -> tuple[Query, Frame | None]:
    """The question for wording that a refused one may be, and its frame; else the refusal."""
    if not isinstance(stop, Refusal) or not (_may_be_told(stop, m) or _is_complaint(stop, m)):
        return stop, None
    carried: tuple[str, ...] = ()
    if old is not None and not frame.parties and _goes_on(m):
        span = frame.span if frame.span.mode else old.span
        carried = ("place",) if frame.span.mode else ("place", "year")
        frame = replace(frame, parties=old.parties, span=span)
    words = may_be_words(m, frame, is_first=old is None) or _beside(stop, m, frame)
    is_year = any(word.isdigit() and len(word) == _OF_A_YEAR for word in m.unknown)
    if words is None or is_year:  # 公安局24处罚: two digits are a year only before 年
        return stop, None
    if carried:
        asked = replace(asked, carried=carried_words(words, carried, names, m.lang))
    query = query_of(settled(words, m, names), m, asked, carried, names, today)
    if stop.reason == "out_of_scope" and complains(m) and not m.has("never"):
        stop = replace(stop, tone="complaint")  # 跟老百姓沟通少: reports own up to such things
    if isinstance(query, PassageQuery):  # a number that was asked is not followed by words
        return replace(query, otherwise=stop), None if words.mode == "beside" else words
    is_choice = isinstance(query, Clarification) and bool(query.choices)
    return (query, words) if is_choice else (stop, None)


def _matter_in(token: Token) -> str:
    """A short word that reports write about: 热线; 提案 of 政协提案."""
    if "one_house" in token.keys("concept"):
        return token.text[-2:]
    return token.text if token.has("topic") and has_han(token.text) else ""


def _is_long(word: str) -> bool:
    """Whether a word is particular enough to be looked for: 接待日, 12345."""
    is_matter = has_han(word) or len(word) >= _NUMBER
    return is_matter and sum(ch >= "\u4e00" or ch.isdigit() for ch in word) >= _LEAST


_NUMBER = 5  # digits of what is no year
_DOING = frozenset(
    ("receive", "accept", "handle", "finish", "publish", "issued", "open", "impose", "take", "run")
)
_KNOWN = ("concept", "topic", "never", "member", "term")


def _with_neighbours(word: str, m: Mentions) -> str:
    """局长接待日, 微信群, where only a part of it is not known."""
    at = next((i for i, t in enumerate(m.tokens) if t.text == word), None)
    if at is None:
        return word
    first = last = at
    while first and _continues(m.tokens[first - 1], m.tokens[first]):
        first -= 1
    while last + 1 < len(m.tokens) and _continues(
        m.tokens[last], m.tokens[last + 1], is_next=True
    ):
        last += 1
    return m.text[m.tokens[first].start : m.tokens[last].end]


def _continues(one: Token, other: Token, *, is_next: bool = False) -> bool:
    """Whether two words touch, and the one beside is of the matter."""
    beside = other if is_next else one
    is_matter = (beside.is_unknown or beside.has(*_KNOWN)) and has_han(beside.text)
    is_matter = is_matter and not _DOING & set(beside.keys("concept"))
    return one.end == other.start and is_matter and not beside.has("quantity")


def _may_be_told(stop: Refusal, m: Mentions) -> bool:
    """Whether words may answer what was refused; none tell the number of who does not report."""
    if stop.reason == "no_issuer":
        # 村里的公开栏空着: a thing that only sentences count, and nobody asks how many.
        is_of_table = any(not key.startswith("n_") for key in m.named.metrics)
        is_of_number = is_of_table or (bool(m.named.metrics) and m.has("quantity", "amount"))
        is_counted = is_of_number and not forms.ASKS_FOR_WORDS.search(m.text)
        return (
            not is_counted
            and bool(stop.about)
            and bool(_NO_BODY.search(stop.about[0]))
            and not stop.choices
        )
    return stop.reason in ("no_metric", "out_of_scope") and stop.tone != "action"


def _is_complaint(stop: Refusal, m: Mentions) -> bool:
    """答复不讲理由: a denial that no number has, and that a report may own up to."""
    return stop.reason == "unclear" and not stop.tone and complains(m)


def _goes_on(m: Mentions) -> bool:
    """Whether a sentence without a place is about the one that was spoken of."""
    if forms.ASKS_WHO.search(m.text) or any(p.is_missing for p in m.places) or m.has("never"):
        return False
    is_asked = bool(forms.ASKS_FOR_WORDS.search(m.text)) and has_han(m.text)
    return is_asked and sum(map(str.isalnum, matter_of(m))) >= _TOLD


def _beside(stop: Refusal, m: Mentions, frame: Frame) -> Frame | None:
    """政协提案多少件: no number of it is read, and the sentence may stand in the report."""
    is_of_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    if not is_of_one or stop.reason not in ("no_metric", "out_of_scope") or stop.tone:
        return None
    halves = {t.text for t in m.tokens if "one_house" in t.keys("concept")}
    about = [word for word in stop.about if word not in halves]
    told = [word if _is_long(word) else _with_neighbours(word, m) for word in about]
    told += [] if m.has("quantity") else [matter_of(m)]
    topic = max(told, key=len, default="")  # 平均答复时间, where 时间 alone is unknown
    if not _is_long(topic):  # 热线 is a matter of reports, short as it is; 政协提案 are 提案
        topic = next((_matter_in(t) for t in m.tokens if t.text in stop.about), "")
    if not topic:
        return None
    return Frame("passages", frame.parties, frame.span, topic=topic, mode="beside")
