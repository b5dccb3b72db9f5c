"""What stands in the way of an answer: words that nothing explains, names that nobody holds."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.queries import (
    Asked,
    CatalogQuery,
    Clarification,
    Operation,
    Query,
    Refusal,
    YearChoice,
)
from bot.types import Choice, Lang
from bot.understand.frames import Frame
from bot.understand.limits.crossed import crossed
from bot.understand.limits.nearest import near_metrics
from bot.understand.limits.unheld import stray_place, unheld_place
from bot.understand.mentions import Mentions
from bot.understand.operations.comparisons import sides_of
from bot.understand.operations.parts import asks_reasons
from bot.understand.operations.shares import unexplained_sides
from bot.understand.phrase import party_name, plain_question
from bot.understand.places.gazetteer import Gazetteer
from bot.understand.places.leaving_out import excluding_words
from bot.understand.places.lookup import bodies_of
from bot.understand.reading.texts import has_han
from bot.understand.reading.tokens import Token
from index.vocabulary.metrics import METRIC

# Counted in these reports, but not so: sums of fines, all petitions, calls to the hotline.
_NEAR_THE_FORM = frozenset(("信访量", "12345", "罚款金额", "罚款总额"))
_HOW_TO_APPLY = re.compile(
    r"(?:怎样|怎么|如何|咋|去哪|在哪|到哪|哪里|向谁)"
    r"(?!.{0,8}(?:解决|解释|化解|缩短|提高|降低|避免|防|保护|帮|对付|对待|处理|应对|答复|办理|办结|回复|看待|减少|控制|规范|登记|审核|审查|管理|保障|做))"
    r".{0,16}申请(?!.*(?:多少|几|占|情况)|的?人|者|类|件|量|书|材料|内容)"
    r"|(?:帮|替|给)我.{0,12}(?:提交|递交|写(?![得过法到的着])|寄|起草|投诉|举报)(?!.*(?:多少|几|吗))"
    r"|^(?:please |can you |could you )?(?:help me )?(?:to )?(?:file|submit|lodge) an? "
    r"|\b(?:for me|help me|i want to|i would like to|i'd like to)\b.{0,12}\b(?:file|submit|lodge)"
    r"|\b(?:file|submit|lodge)\b.{0,40}\bfor me\b"
    r"|\bhow (?:do|can|should|could|would) (?:i|we|you|one|people) (?:apply|request|ask)"
    r"|\bwhere (?:do|can|should|could|would|may) (?:i|we|you|one|people) (?:apply|file|submit|send"
    r"|lodge|make|request)|\bwhere to (?:apply|file|submit|send|lodge)"
)
# 困难群众知不知道怎么申请救助: what is asked is not how to apply.
_KNOWS_HOW = re.compile(r"知不知道|知道|清楚|明白|了解|会不会|不会|不懂")
_WORDED = frozenset(("wording", "mention", "summary", "others", "problems", "measures"))
_MOST_NEAR = 3
_USUAL = ("new_received", "n_proactive", "penalties", "normdocs_valid")


def blocked(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    """The refusal or the question back that a question meets before it is looked up."""
    for stop in (_action, _out_of_form, unheld_place, _not_done, _opinion, _unknown, _metric):
        query = stop(m, frame, asked, names)
        if query is not None:
            return query
    return None


def _action(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    is_of_words = frame.kind == "passages" and (
        frame.mode in ("others", "mention", "unsaid", "source")
        or ("wording" in m.asks and "action" not in m.asks and bool(frame.parties))
    )
    if is_of_words or ("action" not in m.asks and not _HOW_TO_APPLY.search(m.text)):
        return None
    if frame.parties and _KNOWS_HOW.search(m.text):
        return None
    return Refusal(asked, "out_of_scope", _said(m, "ask", "action"), tone="action")


def _out_of_form(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    """Parts of a year, suppositions, and matters that no report states."""
    is_listed = frame.mode in ("mention", "unsaid", "source", "others")
    is_quoted = frame.kind == "passages" and (is_listed or bool(_WORDED & m.asks))
    if is_quoted or frame.kind in ("catalog", "diff"):
        return None
    if frame.kind == "passages" and not m.has("never"):
        return None
    if m.has("part_of_year"):
        return Refusal(asked, "out_of_scope", m.words("part_of_year"), tone="part_of_year")
    if m.has("hypothetical"):
        return Refusal(asked, "out_of_scope", m.words("hypothetical"), tone="hypothetical")
    never = m.words("never")
    if never:
        reason = "no_metric" if set(never) & _NEAR_THE_FORM else "out_of_scope"
        return Refusal(asked, reason, never)
    return None


def _not_done(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    """Medians, multiples, ranges: understood, and not computed."""
    if frame.kind not in ("", "facts", "both"):
        return None
    for token in m.tokens:
        for tone in token.keys("not_done"):
            return Refusal(asked, "unclear", (token.text,), tone=tone)
    is_choice = not (m.places or m.named.metrics)
    return (
        None
        if is_choice or not m.has("ordinal")
        else Refusal(asked, "unclear", m.words("ordinal"))
    )


# 公开做得最好的局: no number says whose work is the best.
_JUDGED = re.compile(
    r"(?:做|搞|干|弄|抓|落实|表现|开展)得?(?:最|比较|更|很)"
    r"(?:好|差|糟糕?|规范|到位|认真|积极|出色|优秀|透明|马虎|敷衍)"
    r"|(?:做|搞|干|弄|抓|落实|开展)得(?:好|差|规范|到位|认真)(?:吗|么)"
)


def _opinion(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    is_of_reasons = frame.operation is Operation.BREAKDOWN and asks_reasons(m)
    if frame.kind in ("passages", "both") or is_of_reasons:
        return None
    judged = _JUDGED.search(m.text)
    if judged is not None and not m.wants_number:
        return Refusal(asked, "out_of_scope", (judged.group(),), tone="opinion")
    if "opinion" not in m.asks:
        return None
    return Refusal(asked, "out_of_scope", _said(m, "ask", "opinion"), tone="opinion")


def _unknown(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    unknown = m.unknown
    if frame.kind in ("facts", "both") or (not frame.kind and m.has("quantity")):
        is_both = frame.kind == "both"
        unknown = (*unknown, *_off_topic(m, frame), *(() if is_both else _prose_words(m)))
    if not unknown or frame.kind in ("passages", "diff"):
        return None
    has_matter = bool(m.places or m.years or m.named.metrics or m.has("quantity"))
    if not has_matter:
        return Refusal(asked, "out_of_scope", unknown)
    return Refusal(asked, "no_metric", unknown, choices=_near(m, frame, unknown, names))


_CHANNELS = frozenset(("渠道", "公开渠道", "平台", "channel", "channels", "platforms"))
_BY_CHANNEL = re.compile(
    r"(?:按|各|分|哪[些个种]|不同|什么)(?:公开)?(?:渠道|平台)"
    r"|(?:渠道|平台)的?(?:构成|分布|明细|情况)|by channel"
)


def _off_topic(m: Mentions, frame: Frame) -> tuple[str, ...]:
    """Words of prose, but for those that say by what a break-down is."""
    is_by_channel = frame.operation is Operation.BREAKDOWN and frame.over == ("n_proactive",)
    is_by_channel = is_by_channel and bool(_BY_CHANNEL.search(m.text))
    return tuple(w for w in m.off_topic if not (is_by_channel and w in _CHANNELS))


def _near(
    m: Mentions, frame: Frame, unknown: tuple[str, ...], names: Gazetteer
) -> tuple[Choice, ...]:
    """What is counted and nearest to what is not: the metric named beside it, or one like it."""
    party = frame.parties[0] if len(frame.parties) == 1 else None
    if (
        party is None
        or len(party.ids) != 1
        or not set(frame.span.years[-1:]) <= set(names.issuers[party.ids[0]].years)
    ):
        return ()
    plain = replace(frame, members=())
    keys = dict.fromkeys((*m.named.metrics[:1], *near_metrics(unknown)))
    return tuple(_metric_choice(m, plain, key, names) for key in list(keys)[:_MOST_NEAR])


_PROSE = frozenset(("measures", "supervision", "other_matters"))


def _prose_words(m: Mentions) -> tuple[str, ...]:
    """Words for parts of the prose, which count nothing: 整改多少处."""
    return tuple(
        t.text
        for t in m.tokens
        if _PROSE & set(t.keys("ask")) and not t.has("concept", "op", "metric")
    )


def _metric(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query | None:
    """Words of the form that do not make a metric together, and negations that change one."""
    if frame.kind not in ("", "facts", "both"):
        return None
    if "other_bare" in m.named.concepts and m.named.unexplained:
        return _which_other(m, frame, asked, names)
    unexplained = _unexplained(m, frame)
    which = _which_way(m, frame, unexplained, asked, names)
    if which is not None:
        return which
    if unexplained:
        if {"fine", "penalty"} & m.named.concepts and "money" in m.named.concepts:
            unexplained = ("罚款金额",) if has_han(m.text) else unexplained
        choices = _near(m, frame, unexplained, names)[:1] if m.named.metrics else ()
        return Refusal(asked, "no_metric", unexplained, choices=choices)
    is_of_sides = frame.operation in _OF_SIDES and frame.metrics == sides_of(m)
    if m.named.is_vague and not is_of_sides:
        choices = tuple(_metric_choice(m, frame, key, names) for key in frame.metrics)
        return Clarification(asked, "metric", choices)
    keys = frame.asked_for
    if frame.members and keys and not all(METRIC[k].has_members for k in keys):
        return Refusal(asked, "no_metric", m.words("member"), metrics=frame.metrics)
    parted = _parted(m, frame, asked)
    if parted is not None:
        return parted
    if _is_negated(m, frame):
        tone = "excluding" if excluding_words(m.tokens) else ""
        return Refusal(asked, "unclear", m.words("negation", "except"), tone=tone)
    return None


_OF_SIDES = (Operation.TIMES, Operation.COMPARE, Operation.DIFFERENCE)


def _unexplained(m: Mentions, frame: Frame) -> tuple[str, ...]:
    """The words that no metric accounts for, those of applicants among them."""
    if m.named.unexplained and frame.operation is Operation.SHARE:
        return unexplained_sides(m)
    if frame.operation in _OF_SIDES and frame.metrics == sides_of(m):
        return ()
    if _counts_applicants(m, frame):
        return (*m.named.unexplained, *_said(m, "concept", "applicant"))
    return m.named.unexplained


def _parted(m: Mentions, frame: Frame, asked: Asked) -> Refusal | None:
    """Two questions in one, or a second place that nothing joins to the first."""
    parts = crossed(m)
    if parts:
        choices = tuple(Choice(part, part) for part in parts)
        return Refusal(asked, "unclear", parts, choices=choices)
    stray = stray_place(m, frame)
    return Refusal(asked, "unclear", (stray,)) if stray else None


def _denies_a_bound(m: Mentions) -> bool:
    """没收到超过10件吗: what is denied there is more than the bound itself says."""
    bound = next((t.start for t in m.tokens if t.has("amount")), -1)
    return any((t.has("negation") or "zero" in t.keys("op")) and t.end <= bound for t in m.tokens)


_OF_LABEL = frozenset(("other_no_correction", "other_fee_unpaid"))


def _counts_applicants(m: Mentions, frame: Frame) -> bool:
    """重复申请人有几个: the form counts applications, and of applicants only the kinds."""
    if "applicant" not in m.named.concepts or frame.operation is Operation.BREAKDOWN:
        return False
    return bool(frame.metrics) and not set(frame.metrics) <= {"new_received", *_OF_LABEL}


def _is_negated(m: Mentions, frame: Frame) -> bool:
    """Whether something is left out that is no body, or denied where nothing is made of it."""
    if not m.left_out and excluding_words(m.tokens):
        return True
    if frame.condition is not None or frame.is_yes_no:
        return _denies_a_bound(m) if frame.is_yes_no else _is_bound_denied(m)
    return m.has("negation")


def _is_bound_denied(m: Mentions) -> bool:
    """不是两位数的乡镇: the others are meant, and only those that meet the bound are listed."""
    said = [t for t in m.tokens if not _DOING & set(t.keys("concept"))]
    return any(_is_denial(t) and u.has("amount", "number") for t, u in pairwise(said))


def _is_denial(token: Token) -> bool:
    return "zero" in token.keys("op") or (token.has("negation") and not token.has("op"))


_DOING = frozenset(("receive", "accept", "handle", "finish", "publish", "decision"))


def _which_other(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query:
    """其他 alone may be a row, a group, a column or an outcome."""
    if len(m.named.unexplained) > 1 or m.named.metrics:
        return Refusal(asked, "no_metric", m.named.unexplained)
    keys = ("other", "other_other", "review_other", "suits_other")
    choices = tuple(_metric_choice(m, frame, key, names) for key in keys)
    return Clarification(asked, "metric", choices, m.named.unexplained[0])


# What each is called in the keys of the metrics.
_BY_WAY = {"corrected": "corrected", "upheld": "upheld", "pending": "pending",
           "other_result": "other"}  # fmt: skip


def _which_way(
    m: Mentions, frame: Frame, unexplained: tuple[str, ...], asked: Asked, names: Gazetteer
) -> Query | None:
    """有几件被纠正: by a review or in court, which is not said."""
    said = [key for key in _BY_WAY if key in m.named.concepts]
    is_alone = len(said) == len(unexplained) == 1 and not m.named.metrics
    is_alone = is_alone and m.has("quantity") and not (m.is_yes_no or "率" in m.text)
    if not is_alone or not any(
        t.text == unexplained[0] and said[0] in t.keys("concept") for t in m.tokens
    ):
        return None
    choices = tuple(_metric_choice(m, frame, f"{way}_{_BY_WAY[said[0]]}", names) for way in _WAYS)
    return Clarification(asked, "metric", choices, unexplained[0])


_WAYS = ("review", "suits")


def _metric_choice(m: Mentions, frame: Frame, key: str, names: Gazetteer) -> Choice:
    metric = METRIC[key]
    label = metric.english if m.lang is Lang.EN else metric.label
    members = frame.members if metric.has_members else ()
    one = replace(frame, kind="facts", metrics=(key,), members=members, operation=None, over=())
    party = frame.parties[0] if frame.parties else None
    name = party_name(party, names) if party else ""
    year = frame.span.years[-1] if frame.span.years else None
    return Choice(label, plain_question(one, name, year, m.lang))


# 云溪县哪个乡镇最多: some number is meant, and not what is held.
_OF_NUMBERS = frozenset(("most", "least", "rank", "rank_up", "share", "growth", "sum", "mean"))


def nothing_named(m: Mentions, frame: Frame, asked: Asked, names: Gazetteer) -> Query:
    """A question that names no matter: a place alone, a year alone, or nothing at all."""
    is_of_all = not (frame.span.mode or _OF_NUMBERS & m.ops or m.has("quantity"))
    if frame.parties and is_of_all:
        ids = tuple(i for p in frame.parties for i in p.ids)
        scope = next((p.scope for p in frame.parties if p.scope), None)
        if scope is not None and not ids:
            ids = bodies_of(replace(scope, is_whole=False), None, names)
        return CatalogQuery(asked, ids, scope, YearChoice(mode="all"))
    if frame.parties:
        choices = tuple(_metric_choice(m, frame, key, names) for key in _USUAL)
        return Clarification(asked, "metric", choices)
    return Refusal(asked, "unclear", m.unknown)


def _said(m: Mentions, table: str, key: str) -> tuple[str, ...]:
    return tuple(t.text for t in m.tokens if key in t.keys(table))
