"""Rankings: of places, of years, of one place among its like, and whether something is first."""

import re
from dataclasses import replace
from decimal import Decimal

from bot.queries import EVERY_YEAR, Condition, Operation
from bot.understand.frames import SPREAD, Frame, Party, Span
from bot.understand.mentions import Mentions
from bot.understand.operations.changes import by_change, is_of_change
from bot.understand.operations.conditions import NONE_OF, condition_of
from bot.understand.operations.two_conditions import with_two_conditions
from bot.understand.reading.amounts import amounts_in
from bot.understand.reading.anybody import ANY_OF_MANY
from bot.understand.reading.lexicon import known_word
from bot.understand.reading.tokens import Token
from index.text import number_in_words

_ENDS_IN_KIND = re.compile(
    r"的(?P<place>[㐀-鿿]{2,6}?)?(?:乡镇|镇|乡|街道|部门|局|单位|县|机构)(?:呢)?"
    r"(?:[,，]?\s*20\d\d年?度?的?)?"
    r"(?:[,，]各?(?:增加?|减少?|[加多少涨降升])了?(?:多少|几[件条个次]?))?[?？。]*$"
)
# …的部门，加了多少: by how much is told of each of them.
_BY_HOW_MUCH = re.compile(r"[,，]各?(?:增加?|减少?|[加涨降升])了?(?:多少|几[件条个次]?)[?？。]*$")
_BODIES = "towns?|townships?|departments?|bureaus?|subdistricts?|counties|bodies"
_WHICH_OF = re.compile(
    r"\b(?:which|(?:list|name|show)(?: me)?(?: all| the)?(?: of)?"
    r"(?= .*\b(?:with|without|that|who|having|where|which)\b)) "
    rf"(?P<place>[a-z'-]+(?: county)?) (?:{_BODIES})\b"
)
_HOW_MANY_BODIES = re.compile(
    rf"\bhow many (?:of (?:the )?)?(?P<place>[a-z'-]+(?: county)?) (?:{_BODIES})\b"
)
_WHICH_ALL = re.compile(r"都有哪些(?:单位|乡镇|部门|镇|局|街道)(?=[^?？。呢啊])")
_WHICH_HAVE = re.compile(r"的(?:都|一共|分别)?(?:有|是)(?:哪些|哪几[个家]?|谁|哪个)[?？。]*$")
_HOW_MANY_OF = re.compile(
    r"的(?:(?:单位|乡镇|部门|镇|局|街道|机构)[^,，。的]{0,8})?有(?:几|多少)[个家][?？。]*$"
)
_IN_ALL = re.compile(r"都|全部|(?<!平)均(?!值)|\ball\b|\bboth\b|\beach\b|\bevery\b")
_LAST_IS_YEAR = re.compile(r"最.{1,2}的?(?:那|是哪)?一?(?:年|年份|年度)[?？。]*$")
_HOW_MANY_YEARS = re.compile(r"有[几多]|how many")
_WHICH_YEAR = re.compile(
    r"哪.{0,2}年|有几年|有多少年|有几个年|有多少个年|how many years?|which years?|what years?|年份"
    r"|^year$"
)
# 是不是最多的一年, 历年最多的吗: a year is claimed to be the first.
_OF_YEARS = re.compile(
    r"最.{1,2}的?(?:一年|年份|一个年度|年度)|历年|这几年|近几年|所有年份"
    r"|\b(?:any year|of all years)\b|(?:most|fewest|highest|lowest).{0,30}\byears?\b(?!.*\bin\b)"
)


def listing(frame: Frame, m: Mentions) -> Frame | None:
    """Which places, or how many of them, satisfy a condition."""
    is_of_kind = any(p.scope and (p.scope.kinds or not p.scope.is_whole) for p in frame.parties)
    wants_count = "count_places" in m.ops or _asks_for(_HOW_MANY_BODIES, m)
    wants_count = wants_count or (is_of_kind and _asks_how_many(m))
    is_counted = m.has("quantity") and not _BY_HOW_MUCH.search(m.text)
    is_listed = ends_in_kind(m) and not _is_ranked(m) and not is_counted
    is_wide = not frame.parties or is_of_kind
    is_sieve = is_wide and not m.is_yes_no and condition_of(m) is not None
    is_bounded = condition_of(m) is not None
    wants_years = wants_year(m) and (is_bounded or m.has("negation"))
    wants_years = wants_years or (is_bounded and asks_which_of_its_years(frame, m))
    wants_places = "list_places" in m.ops or _asks_for(_WHICH_OF, m)
    wants_places = wants_places or (is_of_kind and bool(_WHICH_ALL.search(m.text)))
    wants_places = wants_places or (is_of_kind and bool(_WHICH_HAVE.search(m.text)))
    wants_places = wants_places or (is_bounded and _asks_which_of_them(frame, m))
    wants_places = wants_places and not _of_applicants(m)
    is_asked = wants_count or wants_places or is_sieve or is_listed
    is_asked = is_asked or (wants_years and not m.is_yes_no) or _is_any_of_many(frame, m)
    if (wants_places or wants_count) and any(_is_against_place(m, t) for t in m.tokens):
        # 比公安局多的部门: the number of another body is a bound that is not looked up.
        is_bound = not is_of_change(frame, m) and not _is_first(m) and _is_asked_before(m)
        if is_bound and condition_of(m) is None:
            return replace(frame, operation=Operation.LIST, condition=None)
    if not is_asked or (_is_ranked(m) and not (is_of_change(frame, m) and not _is_first(m))):
        return None
    if {"compare"} & m.ops and len(frame.parties) > 1:
        # 比公安局少的部门: that of another body is a bound that is not looked up.
        is_bound = wants_places and any(_is_against_place(m, t) for t in m.tokens)
        return replace(frame, operation=Operation.LIST, condition=None) if is_bound else None
    is_any = bool(ANY_OF_MANY.search(m.text))
    if m.has("yes_no") and len(frame.parties) == 1 and not (frame.is_of_many or is_any):
        return None
    condition = condition_of(m)
    if condition is None:
        condition = Condition("=" if m.has("negation") else ">", Decimal(0))
    if not (wants_years or is_of_change(frame, m)):
        frame = in_years(frame, m)
    wants_count = wants_count or any(_HOW_MANY_YEARS.search(y.said) for y in m.years)
    operation = Operation.COUNT if wants_count else Operation.LIST
    is_yes_no = m.is_yes_no and (is_any or not (wants_places or wants_count))
    found = replace(frame, operation=operation, condition=condition, is_yes_no=is_yes_no)
    return with_two_conditions(by_change(found, m), m)


_SO_MANY_OF_THEM = re.compile(r"有(?:几|多少)[个家](?![月年人])")


def _asks_how_many(m: Mentions) -> bool:
    """乡镇里有几个不到10件: the bodies themselves are to be counted."""
    is_bounded = bool(_SO_MANY_OF_THEM.search(m.text)) and condition_of(m) is not None
    return is_bounded or bool(_HOW_MANY_OF.search(m.text))


def asks_which_of_its_years(frame: Frame, m: Mentions) -> bool:
    """Whether it asks for some of the years of one body: 公安局历年处罚超过100件的有哪些."""
    is_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 1
    return is_one and is_spread and bool(_WHICH_ARE.search(m.text))


def _asks_which_of_them(frame: Frame, m: Mentions) -> bool:
    """公安局和教育局处罚超过100件的有哪些: of several bodies that are named."""
    are_named = len(frame.parties) > 1 and all(p.scope is None for p in frame.parties)
    is_asked = bool(_WHO.search(m.text) or _WHICH_ARE.search(m.text))
    return are_named and is_asked and not m.is_yes_no


_WHICH_ARE = re.compile(r"的(?:都|分别)?(?:有|是)(?:哪些|哪几个|什么)?[?？。]*$|的[?？。]*$")


def in_years(frame: Frame, m: Mentions) -> Frame:
    """三年每年都超过20件, 从来没被复议过: the condition must hold in each year, or in some."""
    text = _ALL_WHICH.sub("", NONE_OF.sub("", _ZERO_ALL.sub("", m.text)))
    needed = next((int(key) for t in m.tokens for key in t.keys("years_needed")), None)
    is_over_years = len(frame.span.years) > 1 or frame.span.mode in SPREAD
    if needed is None and (_NEVER.search(text) or (is_over_years and _IN_EACH.search(text))):
        needed = EVERY_YEAR
    if needed is None:
        return frame
    span = frame.span if frame.span.mode else Span("all")
    return replace(frame, years_needed=needed, span=span)


_ALL_WHICH = re.compile(r"都(?:有|是)?(?:哪|谁|什么|多少|几)")
_IN_EACH = re.compile(
    r"每一?年|年年|各年|逐年|连续|都|(?<!平)均(?!值)|\b(?:every|each) year\b"
    r"|\bin (?:all|both)\b|\bboth years\b"
)
_NEVER = re.compile(
    r"从来?没|从未|从来?不|(?:一直|始终|历来|历年都?|向来)(?:没|未|无)|一直都?有|每年都?(?:有|被|没)|\bnever\b"
)


def ends_in_kind(m: Mentions) -> bool:
    """最多的部门, 最多的云溪单位2024: the bodies that are meant stand last."""
    found = _ENDS_IN_KIND.search(m.text)
    if found is None or not found["place"]:
        return found is not None
    return any(p.start == found.start("place") for p in m.places)


def _asks_for(words: re.Pattern[str], m: Mentions) -> bool:
    """Which Yunxi towns: the name of a place stands within the words for which bodies."""
    match = words.search(m.text)
    return match is not None and not known_word(match["place"].split()[0])


def _is_against_place(m: Mentions, token: Token) -> bool:
    return token.text in ("比", "than") and any(p.start == token.end for p in m.places)


_PAIRED = re.compile(r"谁|哪[个家边](?!单位|乡镇|部门|镇|局|街道|机构|县)|which one|\bwho\b")


def _is_asked_before(m: Mentions) -> bool:
    """Whether bodies of a kind are looked for, and not which of two that are named."""
    return not _PAIRED.search(m.text)


def _of_applicants(m: Mentions) -> bool:
    """申请人都是谁: who stands for those that apply."""
    said = {t.text for t in m.tokens if "list_places" in t.keys("op")}
    return "applicant" in m.named.concepts and said <= {"谁", "是谁", "有谁"}


def _is_any_of_many(frame: Frame, m: Mentions) -> bool:
    """各乡镇有没有超过10件的: whether any of them, where all of them is not said."""
    is_all = bool(_IN_ALL.search(NONE_OF.sub("", _ZERO_ALL.sub("", m.text))))
    return m.is_yes_no and frame.is_of_many and condition_of(m) is not None and not is_all


_ZERO_ALL = re.compile(r"[一1][件个条次起份人]都|全部(?=办|公开)|no one at all|at all")


def ranking(frame: Frame, m: Mentions) -> Frame | None:
    """Places from the first to the last, one rank of them, or the best and worst of years."""
    if _is_of_parts(frame, m):
        return None
    signs = dict(amounts_in(list(m.tokens)))
    best, worst = "most" in m.ops, "least" in m.ops or "rank_up" in m.ops
    wants_places = bool({"list_places", "count_places"} & m.ops) or frame.is_of_many
    is_of_whole = m.has("whole") and bool(_WHO.search(m.text))  # 全县最多的是哪个
    wants_places = wants_places or is_of_whole or ends_in_kind(m)
    is_nth = bool({"nth", "nth_low", "nth_last"} & set(signs))
    if _is_of_years(frame, m, wants_places=wants_places):
        return None if is_nth else _of_years(frame, m, is_worst=_is_worst_year(m))
    is_asked = "top" in signs or "bottom" in signs or bool({"rank", "rank_up"} & m.ops)
    is_one = Decimal(1) in (signs.get("top"), signs.get("bottom"))  # 倒数第一吧
    is_claimed = m.is_yes_no and bool(frame.parties)
    is_first = (best or worst or is_one) and is_claimed
    size = signs.get("top", signs.get("bottom"))
    is_member = is_claimed and (is_nth or size is not None) and _is_of_one_body(frame)
    if not (is_asked or is_nth or is_first) and not ((best or worst) and wants_places):
        return None
    is_several = len(frame.parties) > 1 and not any(p.scope for p in frame.parties)
    is_most = (best or worst) and ("list_places" in m.ops or bool(_WHO.search(m.text)))
    if is_several and not (is_asked or is_nth or is_first or is_most):
        return None
    frame = _numbered(frame, m, signs)
    if is_member:
        return _is_it_first(frame, m, top=int(size) if size is not None else None)
    if is_first and not is_nth:
        return _is_it_first(frame, m, top=1 if is_one else None)
    return by_change(replace(frame, operation=Operation.RANK, is_yes_no=False), m)


_WHO = re.compile(r"哪个|哪家|哪一个|\bwhich\b|\bwho\b")


def _is_of_parts(frame: Frame, m: Mentions) -> bool:
    """拒绝理由里最多的两项: reasons or applicants of one body are ranked, not bodies."""
    is_of_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    is_said = bool({"refusal_reason", "results", "applicant"} & m.named.concepts)
    return is_of_one and is_said and not {"list_places", "count_places"} & m.ops


def wants_year(m: Mentions) -> bool:
    """Whether years are asked for: 哪一年, which year."""
    return any(_WHICH_YEAR.search(y.said) for y in m.years)


def _is_of_years(frame: Frame, m: Mentions, *, wants_places: bool) -> bool:
    wants = wants_year(m) or bool(_LAST_IS_YEAR.search(m.text))
    is_best = "most" in m.ops or (wants and "more" in m.ops) or _are_years_ranked(frame, m)
    is_worst = bool({"least", "rank_up"} & m.ops) or (wants and "less" in m.ops)
    is_spread = frame.span.mode in SPREAD or len(frame.span.years) > 1
    is_claimed = m.is_yes_no and bool(_OF_YEARS.search(m.text)) and len(_named(m)) == 1
    is_of_years = wants or (is_spread and not wants_places) or is_claimed
    is_change = is_of_change(frame, m) and not wants
    return (is_best or is_worst) and is_of_years and "share" not in m.ops and not is_change


def _are_years_ranked(frame: Frame, m: Mentions) -> bool:
    """公安局历年申请排名前三: years, where one body is named and all of its years."""
    is_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    signs = {sign for sign, _ in amounts_in(list(m.tokens))}
    return is_one and frame.span.mode == "all" and bool({"top", "bottom"} & signs)


def _is_worst_year(m: Mentions) -> bool:
    return bool({"least", "rank_up"} & m.ops) or (wants_year(m) and "less" in m.ops)


def of_years(frame: Frame, m: Mentions) -> Frame | None:
    """The best or worst of the years, where one is asked for; None where none is."""
    is_asked = _is_of_years(frame, m, wants_places=False) and wants_year(m)
    return _of_years(frame, m, is_worst=_is_worst_year(m)) if is_asked else None


def _of_years(frame: Frame, m: Mentions, *, is_worst: bool) -> Frame:
    """The best or worst years, or whether the one that is named is that year."""
    operation = Operation.WORST_YEAR if is_worst else Operation.BEST_YEAR
    named = _named(m)
    if m.is_yes_no and len(named) == 1:
        return replace(
            frame, operation=operation, span=Span("all"), year_asked=named[0], is_yes_no=True
        )
    span = Span("asked", named) if len(named) > 1 else frame.span
    span = span if span.mode else Span("all")
    # Of several bodies each has a best year of its own.
    is_each = len(frame.parties) > 1 and all(p.scope is None for p in frame.parties)
    top = _years_wanted(m)
    span = Span("all") if top is not None and span.mode == "all" else span
    return replace(
        frame, operation=operation, span=span, top=top, is_each=is_each, is_yes_no=False
    )


_SO_MANY_YEARS = re.compile(r"(?:最.{1,2}的?|哪|前)(?P<count>[2-9二两三四五])(?:个)?年")


def _years_wanted(m: Mentions) -> int | None:
    """最多的两年, 历年排名前三: how many of the years; None for the first alone."""
    said = _SO_MANY_YEARS.search(m.text)
    signs = dict(amounts_in(list(m.tokens)))
    top = signs.get("top", signs.get("bottom"))
    if said is not None:
        return int(number_in_words(said["count"]) or 0) or None
    return int(top) if top is not None else None


def _named(m: Mentions) -> tuple[int, ...]:
    return tuple(sorted({y for x in m.years if x.mode == "asked" for y in x.years}))


def _numbered(frame: Frame, m: Mentions, signs: dict[str, Decimal]) -> Frame:
    """Which ranks are asked for: the first n, the nth alone, or all of them."""
    best, worst = "most" in m.ops, "least" in m.ops or "rank_up" in m.ops
    is_low = "nth_low" in signs or "nth_last" in signs
    is_ascending = (worst and not best) or "bottom" in signs or is_low
    nth = signs.get("nth", signs.get("nth_low", signs.get("nth_last")))
    if sum(t.has("amount") and ":" in "".join(t.keys("amount")) for t in m.tokens) > 1:
        return replace(frame, top=None, nth=None, is_ascending=is_ascending)
    if nth is not None:
        return replace(frame, nth=int(nth), top=None, is_ascending=is_ascending)
    top = signs.get("top", signs.get("bottom"))
    is_whole = bool({"rank", "rank_up"} & m.ops) or (best and worst)
    number = int(top) if top is not None else None if is_whole else 1
    return replace(frame, top=number, is_ascending=is_ascending)


def _is_it_first(frame: Frame, m: Mentions, top: int | None) -> Frame | None:
    """清水乡是不是最多的: a body that is named first is asked about, among others of its kind."""
    if is_of_change(frame, m) or not _is_of_one_body(frame):
        return None
    return replace(frame, operation=Operation.RANK, top=top, is_yes_no=True)


def _is_of_one_body(frame: Frame) -> bool:
    """Whether a body is named, alone or beside those that it is ranked among."""
    return any(p.scope is None for p in frame.parties)


def ranked_among(parties: tuple[Party, ...]) -> tuple[tuple[Party, ...], tuple[int, ...]]:
    """清水乡在各乡镇里排第几: whose rank is asked, apart from those that are ranked."""
    scopes = tuple(p for p in parties if p.scope is not None)
    named = tuple(p for p in parties if p.scope is None)
    whose = tuple(p.ids[0] for p in named if len(p.ids) == 1)
    is_clear = len(whose) == len(named) > 0  # none of them may be forgotten
    return (scopes, whose) if scopes and is_clear else (parties, ())


def _is_ranked(m: Mentions) -> bool:
    signs = {sign for sign, _ in amounts_in(list(m.tokens))}
    named = {"most", "least", "rank", "rank_up", "more"} & m.ops
    is_named = bool(named) and not condition_of(m)
    return is_named or bool({"top", "bottom", "nth", "nth_low", "nth_last"} & signs)


def _is_first(m: Mentions) -> bool:
    """Whether a rank is asked for, beside the words of a comparison."""
    signs = {sign for sign, _ in amounts_in(list(m.tokens))}
    is_numbered = bool({"top", "bottom", "nth", "nth_low", "nth_last"} & signs)
    return is_numbered or bool({"most", "least", "rank", "rank_up"} & m.ops)
