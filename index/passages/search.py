"""From a question and its candidates to an order; nothing here reads a store."""

import heapq
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.passages.fulltext import fold, terms_of
from index.passages.polarity import NEUTRAL, Polarity
from index.vocabulary.english import in_chinese

# cos + 0.4 x the share of a question's wording, to the power of 1.5: a few shared characters prove
# little, a shared clause proves much. Measured best, and well ahead of joining ranks.
LEXICAL_WEIGHT, LEXICAL_POWER = 0.4, 1.5
# What everybody writes gives way to what is particular by at most this much of a cosine.
BOILERPLATE_WEIGHT = 0.1
# What affirms what a question complains of is about the same and no answer to it; the other way
# round too. What speaks as well or as ill as the question is a little likelier to be one.
# And what speaks so of the very matter, of slowness where slowness is asked, likelier still.
OPPOSITE_WEIGHT, AGREEING_WEIGHT, SAME_WEIGHT = 0.4, 0.03, 0.1
# What says nearly the same as a better one gives way by at most this much; two begin to say the
# same where they share so many of their pairs. One sentence ten times over tells nobody much.
REPETITION_WEIGHT, _ALIKE = 0.3, 0.3
_FIRST = 10  # places in which nothing is repeated; what gave way follows them
_K1, _B, _USUAL_LENGTH = 1.2, 0.75, 40.0
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may answer: its likeness to the question, and how many issuers say it.

    `is_of_problems` where it stands among the problems that a report owns up to.
    """

    text_id: int
    text: str
    cosine: float
    issuers: int
    is_of_problems: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """A text with its score, best first among its like."""

    text_id: int
    score: float


_YEARS = re.compile(
    r"(?:19|20)\d{2}\s*年?(?:度)?(?:\s*[-—–~～至到]\s*(?:19|20)\d{2}\s*年?(?:度)?)?"
    r"|[〇零一二三四五六七八九]{2,4}年(?:度)?|(?<!\d)\d{2}年(?:度)?"
    r"|(?:今|去|前|上|本|当|历|近[几两三四五]|最近[几两三四五]?|过去[几两三四五]?)年(?:度|来)?|上一?年度?"
)
_POLITE = re.compile(
    r"请问一?下?|请教一?下?|麻烦(?:你|您)?|谢谢(?:你|您)?|劳驾|拜托|你好|您好|帮(?:我|忙)|我?想(?:要)?(?:知道|了解|问)一?下?"
    r"|能不能|可不可以|可以|能否|告诉我|查一?下|查询|搜索?一?下|找一?下|看一?下|看看|给我|一下"
)
_FRAMES = re.compile(
    r"(?:有没有|有无|有)?(?:哪些|哪几个|哪个|哪家|什么|几个|多少)(?:地方|单位|部门|乡镇|街道|县区|县|区|市|机关|政府|报告|年报)"
    r"|(?:有没有|有无)(?:地方|单位|部门|乡镇|人|谁)?|谁家?"
    r"|(?:的)?(?:年度)?(?:报告|年报)(?:里面?|中|上)?(?:都|是)?(?:有没有)?"
    r"|(?:都|是)?(?:怎么|如何|咋|怎样)(?:说|写|讲|表述|描述|提)(?:到|及)?的?|(?:提|说|写|谈|讲)(?:到|及|过)(?:了|过)?"
    r"|是?(?:为了|因为)(?:啥|什么)|是(?:什么|啥)(?:情况)?|有什么|有哪些|什么(?:样的)?|哪些|怎么样|怎样|如何|为什么|为何|原文|的?(?:说法|表述|措辞|写法)"
    r"|关于|对于|有关|方面的?(?:内容|情况|问题)?$|的(?:情况|内容|问题|原话)$"
    r"|(?<=[^\s]{2})(?<!存在)(?<!主要)(?<!哪些)(?<!什么)问题$|吗|呢|呀|啊|吧|么(?=$|[，。？?])"
)
# Left over, where a frame ended before or began behind it.
_SAYING = re.compile(r"(?<!\S)(?:说|讲|写)(?=\S{3})|(?<=\S\S)是(?!\S)")
_ENGLISH_FRAMES = re.compile(
    r"\b(?:please|(?:could|can|would|will) you|tell me|show me|find|search(?: for)?|look for"
    r"|i want to know|how (?:did|do|does)"
    r"|what (?:did|do|does|is|are|was|were)(?: (?:said|written))?"
    r"|which (?:places?|towns?|townships?|reports?|bodies|issuers?|departments?|counties|ones)|who"
    r"|(?:say|said|says|write|wrote|written) about|mention(?:s|ed)?|(?:the |annual )*reports?"
    r"|did|does|do|is|are|was|were|the|an?|any|there|in|of|to|about|they|their|that|it|for)\b",
    re.IGNORECASE,
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_BLANKS = re.compile(r"\s+")
_EDGES = " ,，。.？?！!：:；;、的在"


def clean_query(text: str, remove: Sequence[str] = ()) -> str:
    """What a question asks for, without the words in `remove`, years, courtesies and frames.

    Where nothing would be left, the question is kept as it is.
    """
    rest = text
    for word in sorted(filter(None, remove), key=len, reverse=True):
        rest = rest.replace(word, " ")
    for pattern in (_YEARS, _POLITE, _FRAMES, _SAYING, _ENGLISH_FRAMES):
        rest = pattern.sub(" ", rest)
    rest = _BLANKS.sub(" ", rest).strip(_EDGES)
    return rest if any(ch.isalnum() for ch in rest) else text.strip()


def in_reports_words(query: str) -> str:
    """What reports call the things that an English question speaks of; empty for any other."""
    return "" if _HAN.search(query) else in_chinese(query)


def rank(
    candidates: Sequence[Candidate],
    query: str,
    rarity: Mapping[str, float],
    issuers: int,
    polarity: Polarity = NEUTRAL,
) -> list[Ranked]:
    """The candidates, best first: by likeness and by shared wording.

    What everybody says and what says the opposite counts less, and among the first of them what
    nearly repeats a better one has given way to what does not.
    """
    lexical = bm25([c.text for c in candidates], query, rarity)
    whole = bm25([query], query, rarity)[0] or 1.0
    ranked = [
        Ranked(
            c.text_id,
            c.cosine
            + _shared(score / whole)
            - _commonness(c.issuers, issuers)
            + AGREEING_WEIGHT * polarity.agrees(c.text)
            + SAME_WEIGHT * polarity.is_of_the_same(c.text)
            + AGREEING_WEIGHT * (c.is_of_problems and polarity.stance < 0)
            - OPPOSITE_WEIGHT * polarity.contradicts(c.text),
        )
        for c, score in zip(candidates, lexical, strict=True)
    ]
    said = {c.text_id: c.text for c in candidates}
    return _varied(sorted(ranked, key=lambda r: (-r.score, said[r.text_id])), said)


def bm25(texts: Sequence[str], query: str, rarity: Mapping[str, float]) -> list[float]:
    """How much of a question's wording each text shares: BM25 over characters and pairs.

    `rarity` is the inverse frequency of each term of the question; others count nothing.
    """
    terms = terms_of(query)
    # In one order in every process: the last bit of a sum hangs on it.
    distinct = dict.fromkeys((*terms.pairs, *terms.singles))
    wanted = [(t, rarity[t]) for t in distinct if rarity.get(t, 0) > 0]
    return [_bm25(fold(text), wanted) for text in texts]


def rarity_of(count: int, total: int) -> float:
    """The inverse frequency of a term that stands in `count` of `total` texts."""
    return math.log(1 + (total - count + 0.5) / (count + 0.5)) if count <= total else 0.0


def _bm25(text: str, wanted: Sequence[tuple[str, float]]) -> float:
    weight = _K1 * (1 - _B + _B * len(text) / _USUAL_LENGTH)
    score = 0.0
    for term, rarity in wanted:
        count = text.count(term)
        if count:
            score += rarity * count * (_K1 + 1) / (count + weight)
    return score


def _varied(ranked: Sequence[Ranked], said: Mapping[int, str]) -> list[Ranked]:
    """The same, what nearly repeats a better one further back; scores stay what they were."""
    pairs = [_pairs_of(said[r.text_id]) for r in ranked]
    # A place can only get worse by what is chosen before it, so only the best need be looked at.
    waiting = [(-r.score, place, 0, 0.0) for place, r in enumerate(ranked)]
    chosen: list[int] = []
    while waiting and len(chosen) < _FIRST:
        _, place, compared, likeness = waiting[0]
        if compared == len(chosen):
            chosen.append(place)
            heapq.heappop(waiting)
            continue
        likeness = max(likeness, *(_likeness(pairs[place], pairs[c]) for c in chosen[compared:]))
        value = ranked[place].score - REPETITION_WEIGHT * likeness
        heapq.heapreplace(waiting, (-value, place, len(chosen), likeness))
    rest = [r for place, r in enumerate(ranked) if place not in set(chosen)]
    return [*(ranked[place] for place in chosen), *rest]


def _pairs_of(text: str) -> frozenset[str]:
    bare = _NUMBER.sub("0", fold(text))
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 for texts that say different things to 1 for the same in the same words."""
    common = 2 * len(one & other) / max(len(one) + len(other), 1)
    return max(0.0, (common - _ALIKE) / (1 - _ALIKE))


def _shared(share: float) -> float:
    return LEXICAL_WEIGHT * math.pow(min(share, 1.0), LEXICAL_POWER)


def _commonness(said_by: int, issuers: int) -> float:
    if said_by < 3:
        return 0.0
    return BOILERPLATE_WEIGHT * said_by / max(issuers, said_by)
