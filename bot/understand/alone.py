"""A message that is only words: 水库, 学校 医院, hospital; the reports are asked for them.

What is asked so was often refused by a part of the word that our vocabulary knows, or by a name
that it only looks like (养老院). It is looked up as it stands before any of that is said.
"""

import re
from dataclasses import replace
from datetime import date

from bot.queries import Asked, Clarification, PassageQuery, Query, Refusal, Understood
from bot.understand.frames import Frame
from bot.understand.intents import frame_of
from bot.understand.matter import without_frame
from bot.understand.mentions import Mentions
from bot.understand.places.gazetteer import Gazetteer
from bot.understand.queries import query_of
from bot.understand.reading.texts import has_han
from bot.understand.sayings import complains
from bot.understand.vocabulary import forms

_MOST_WORDS = 4
_LONGEST = 8  # letters of a word
_MOST_ENGLISH = 6  # words
_APART = re.compile(r"[\s、，,/;；.。]+")
_JOINED = re.compile(r"(?<=[㐀-鿿]{2})[和与及跟](?=[㐀-鿿]{2})")
_BEFORE = re.compile(r"^(?:那么?|关于|有关|再看看?|还有)|^(?:and|what about|how about|about|on)\b")
_BEHIND = re.compile(r"(?:的|呢|方面|情况|问题|\?|？|!|！|。|,|，)+$")
_OF_TALK = re.compile(r"^(?:那么?|还有|and |what about|how about)|呢[?？。]*$")
_ASKS = re.compile(
    rf"{forms.ASKS_FOR_WORDS.pattern}|{forms.ASKS_FOR_MORE.pattern}|[几谁吗]|\b(?:how|which|what"
    r"|who|number|many|much|most|least|total|rank|compare|per|average|sum|trend|count)\b"
)
_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,4}(?![0-9])")  # 12345 is the name of a thing
_ENGLISH = re.compile(r"[a-z0-9][a-z0-9 '’&,/-]*[a-z]", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z]{3}", re.IGNORECASE)
_OF_TIME = re.compile(
    r"往[前后]|年[前后之以]|[前后]\s*[0-9一二两三四五六]年|\b(?:earlier|later)\b"
)
# 最多, 合计: a number is meant, whatever else is not understood.
_OF_NUMBERS = frozenset(
    ("most", "least", "rank", "rank_up", "share", "growth", "difference", "sum", "mean", "median",
     "times", "double", "trend", "yoy", "compare")
)  # fmt: skip
# Numbers that nobody asks for by a word alone: 培训, 隐私.
_SELDOM_MEANT = ("n_", "denied_", "unable_", "refused_")
# What may publish a report that is not held: its name is no word to look up.
_OF_BODY = re.compile(
    r"(?:[省市县区州盟旗乡镇]|街道|政府|办公室|委员会|(?<=..)[局厅委办])$|^[\x00-\x7f]+$"
)
_REFUSED = frozenset(("out_of_scope", "no_metric", "no_issuer", "unclear"))


def words_alone(m: Mentions) -> str:
    """The words of a message that is nothing else, with blanks between them; else nothing."""
    if m.has("quantity", "amount", "hypothetical", "yes_no") or _OF_NUMBERS & m.ops:
        return ""
    if _ASKS.search(_BEHIND.sub("", _without(m))):
        return ""
    text = _BEHIND.sub("", _BEFORE.sub("", _without(m, "year").strip())).strip()
    if text.isdecimal():
        return text if _NUMBER.fullmatch(text) is None else ""
    if not has_han(text):
        is_told = bool(_ENGLISH.fullmatch(text) and _LETTERS.search(text))
        return text if is_told and len(text.split()) <= _MOST_ENGLISH else ""
    words = [without_frame(word) for word in _APART.split(_JOINED.sub(" ", text)) if word]
    is_short = len(words) <= _MOST_WORDS and all(len(word) <= _LONGEST for word in words)
    is_told = all(map(has_han, words)) and not any(map(_NUMBER.search, words))
    return " ".join(words) if is_short and is_told else ""


def looked_up(
    found: Understood, m: Mentions, old: Frame | None, asked: Asked, names: Gazetteer, today: date
) -> Understood:
    """A message of words as a question for them, where it would be refused or asked back."""
    stop = _stop(found.query, m)
    is_slight = all(t.has("filler", "weak", "mark", "cue", "negation") for t in m.tokens)
    topic = words_alone(m) if stop is not None and not is_slight else ""  # both? neither?
    if not topic:
        return found
    is_of_number = old is not None and old.kind != "passages"
    if is_of_number and _OF_TIME.search(m.text):
        return found  # 再往后两年: of the number that is spoken of
    if is_of_number and m.has("never") and topic != m.text.strip(" ?？。"):
        return found  # 人口呢: of a body that is spoken of, a number is meant
    frame = frame_of(m)
    parties = frame.parties if any(place.ids or place.scope for place in m.places) else ()
    if old is not None and not parties and _OF_TALK.search(m.text):
        if old.kind != "passages":
            return found  # 人口呢 is asked for a number
        parties = old.parties
    words = Frame("passages", parties, frame.span, topic=topic, mode="words", lang=m.lang)
    query = query_of(words, m, asked, (), names, today)
    if not isinstance(query, PassageQuery):
        return found
    return Understood(replace(query, otherwise=stop), words.to_json(), found.slots)


def _stop(query: Query, m: Mentions) -> Refusal | None:
    """What would be said instead, where nothing is answered and no number may be meant."""
    is_seldom = all(key.startswith(_SELDOM_MEANT) for key in m.named.metrics)
    if not is_seldom and (has_han(m.text) or not m.unknown):
        return None
    if isinstance(query, Clarification) and m.named.metrics and not m.places:
        return Refusal(query.asked, "no_metric", m.words("metric", "concept"))
    is_found = isinstance(query, PassageQuery) and (query.mode == "quote" or complains(m))
    stop = query.otherwise if isinstance(query, PassageQuery) and not is_found else query
    if not isinstance(stop, Refusal) or stop.reason not in _REFUSED or stop.tone:
        return None
    is_body = stop.reason == "no_issuer" and any(map(_OF_BODY.search, stop.about))
    return None if is_body else stop


def _without(m: Mentions, *named: str) -> str:
    """The message without the bodies in it that are held, and without its years."""
    spans = [(p.start, p.end) for p in m.places if p.ids or (p.scope and p.scope.region)]
    spans += [(t.start, t.end) for t in m.tokens if t.has(*named)]
    text = m.text
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
