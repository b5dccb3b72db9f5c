"""What would be answered amiss: a part taken for the whole, other bodies, other years."""

import re

from bot.queries import Operation
from bot.understand.frames import SPREAD, Frame
from bot.understand.mentions import Mentions
from bot.understand.operations.changed_years import is_against_last
from bot.understand.operations.conditions import NONE_OF
from bot.understand.operations.own_rank import asks_own_rank
from bot.understand.operations.ranks import wants_year
from bot.understand.operations.shares import named_base
from bot.understand.places.gazetteer import PLACES, Gazetteer
from bot.understand.places.mention import PlaceMention
from bot.understand.talk.together import adds_part_to_whole
from index.vocabulary.metrics import METRIC


def asked_amiss(m: Mentions, frame: Frame, names: Gazetteer) -> tuple[str, ...]:
    """The words that ask for something that is not looked up; the answer would be another's."""
    if frame.kind not in ("facts", "both"):
        return ()
    steps = (
        _all_of_it, _third_year, _distance_claimed, _numbers_claimed, _of_what_is_left,
        _mean_of_one, _mean_fine, _sums_over_years, _of_other_kind, _net_of_flow, _other_whole,
        _sum_beside, _begun_and_ended, _of_itself, _of_other_base, _part_added, _kinds_counted,
        _share_of_rest, _share_of_both,
    )  # fmt: skip
    found = [word for step in steps for word in step(m, frame)]
    found += [*_bodies_in_a_body(m, frame, names), *_applicants_counted(m, frame)]
    found += [*_whom(m, frame, names), *_among_places(m, frame, names)]
    return tuple(dict.fromkeys((*found, *_year_of_change(m, frame))))


_WHOLLY = re.compile(
    r"全部|全都|全是|全为|全胜|都是|都(?!没有?[^,，。]{0,4}(?:吗|么|吧)?$)|只有|仅有|仅仅|清一色"
    r"|\ball of (?:the|them)\b|(?<!at )(?<!in )\ball\b|\bonly\b|\bevery\b"
)
_EACH_YEAR = re.compile(r"每年都|年年都|每一年都|各年都|这几年都|三年都|历年都|两年都|every year")
_NOTHING_OF_IT = re.compile(r"都(?:有哪些|有啥|有什么|没有|没|未|不)|一共|in all\b|all together")


def _all_of_it(m: Mentions, frame: Frame) -> list[str]:
    """申请都公开了吗: a part is compared with no whole, and 有 is no answer to it."""
    is_bounded = frame.condition is not None or frame.expects not in ("any", "none")
    if not frame.is_yes_no or is_bounded or frame.is_of_many or len(frame.span.years) > 1:
        return []
    text = _NOTHING_OF_IT.sub("", NONE_OF.sub("", _EACH_YEAR.sub("", m.text)))
    found = _WHOLLY.search(text)
    return [found.group()] if found else []


def _numbers_claimed(m: Mentions, frame: Frame) -> list[str]:
    """2023年结转5件，2024年上年结转也是5件吗: each number belongs to one of several."""
    is_crossed = len(frame.metrics) > 1 and len(frame.span.years) > 1
    is_claimed = frame.is_yes_no and frame.condition is not None and is_crossed
    return list(m.words("number") or m.words("amount")) if is_claimed else []


_AGAINST = frozenset(("more", "less", "difference", "change", "growth", "yoy", "times"))


def _distance_claimed(m: Mentions, frame: Frame) -> list[str]:
    """2024年比2023年少2件吗, 有5件多吗: by how much is not what a yes or no looks at."""
    is_claimed = (
        frame.is_yes_no and bool(_AGAINST & m.ops) and frame.expects not in ("by", "apart")
    )
    return list(m.words("number")) if is_claimed else []


def _third_year(m: Mentions, frame: Frame) -> list[str]:
    """2023年比2022年多几件，2024年呢: two questions, and no difference of the ends."""
    named = [y for y in m.years if y.mode == "asked" and len(y.years) == 1]
    years = {y.years[0] for y in named}
    is_held_against = frame.operation in _OF_TWO_YEARS and "比" in m.text
    return [named[-1].said] if is_held_against and len(years) > _TWO else []


_TWO = 2
_OF_TWO_YEARS = (
    Operation.DIFFERENCE, Operation.GROWTH, Operation.CHANGE, Operation.COMPARE, Operation.TIMES
)  # fmt: skip
_CARRIED = frozenset(("carry", "carried_in", "carried_out", "left"))


def _of_what_is_left(m: Mentions, frame: Frame) -> list[str]:
    """上年结转的那两件办完没有: what became of these few is not told apart."""
    is_asked = frame.is_yes_no and "finish" in m.named.concepts
    if not (is_asked and _CARRIED & m.named.concepts):
        return []
    return [t.text for t in m.tokens if "finish" in t.keys("concept")]


def _sums_over_years(m: Mentions, frame: Frame) -> list[str]:
    """云溪县和青石县三年合计各多少: a sum over the years for each of several bodies."""
    is_listed = frame.operation in (Operation.TREND, Operation.COMPARE, Operation.VALUE)
    is_of_each = len(frame.parties) > 1 and (
        frame.span.mode in SPREAD or len(frame.span.years) > 1
    )
    said = _said(m, "sum") or _IN_ALL.findall(m.text)
    return said if is_listed and is_of_each else []


_IN_ALL = re.compile(r"总量|总数|总件数|总和")


_AVERAGES = (Operation.MEAN, Operation.MEDIAN)
_OF_EACH = re.compile(
    r"[每各](?!年|件|条|次|月)|全[县市区省]|单位|部门|乡镇|街道|机构|年均|几家"
    r"|\bper (?!year|month)|\beach\b|\b(?:towns?|departments?|bureaus|bodies|offices)\b"
)


def _mean_of_one(m: Mentions, frame: Frame) -> list[str]:
    """公安局2024年平均处罚几件: there is one number, and no mean of it."""
    is_one = len(frame.parties) == 1 and frame.parties[0].scope is None
    is_of_a_year = frame.span.mode == "asked" and len(frame.span.years) == 1 and bool(m.years)
    if frame.operation not in _AVERAGES or not is_one or not is_of_a_year:
        return []
    said = _without_places(m)
    return [] if _OF_EACH.search(said) else _said(m, "mean", "median")


def _without_places(m: Mentions) -> str:
    """The text without the names of bodies in it."""
    text = m.text
    for place in sorted(m.places, key=_start, reverse=True):
        text = text[: place.start] + " " + text[place.end :]
    return text


def _start(place: PlaceMention) -> int:
    return place.start


_MEAN_FINE = re.compile(
    r"平均(?:每件|每次|每起|每案|一件|一次)?罚(?:款|了)?(?:多少(?![件次起家])|几[块元万])"
    r"|(?:average|mean) (?:fine|penalty)\b"
)


def _mean_fine(m: Mentions, frame: Frame) -> list[str]:
    """平均罚多少: the amount of a fine, which no report states."""
    found = _MEAN_FINE.search(m.text)
    return [found.group()] if found and frame.operation in _AVERAGES else []


_OUTCOMES = frozenset(("granted", "partial", "denied", "unable", "refused", "other"))
_KINDS_COUNTED = re.compile(r"(?:几|多少)(?:种|类)")


def _kinds_counted(m: Mentions, frame: Frame) -> list[str]:
    """拒绝公开的有几种情形: how many kinds there are, and not how many of them."""
    found = _KINDS_COUNTED.search(m.text)
    return [found.group()] if found and frame.operation is Operation.VALUE else []


_NOT_CARRIED = re.compile(r"(?:没有?|未|不)(?:被|再|往下)?(?:结转|转到|转入|办结|办完)")
_BOTH_AS_PART = re.compile(
    r"^(?:那么?)?(?:它们|这些|这两[个项]|两[者项]|二者|三[者项])?(?:合计|加起来|合起来|一共|总共|共)(?:又|一共)?占"
)


def _share_of_rest(m: Mentions, frame: Frame) -> list[str]:
    """几成没结转: the share of what is left is not that of what is named."""
    found = _NOT_CARRIED.search(m.text) if frame.operation is Operation.SHARE else None
    is_rest = found is not None and bool({"carried_out", "handled_total"} & set(frame.metrics))
    return [found.group()] if found and is_rest else []


def _share_of_both(m: Mentions, frame: Frame) -> list[str]:
    """合计占办结多少 after two numbers: both are meant, and not the last of them."""
    found = _BOTH_AS_PART.search(m.text) if frame.operation is Operation.SHARE else None
    return [found.group()] if found and len(frame.metrics) == 1 else []


_GROUPS = ("denied", "unable", "refused", "other")


def _other_whole(m: Mentions, frame: Frame) -> list[str]:
    """A row of one group is no part of another: 重复申请 of 不予公开."""
    if frame.operation is not Operation.SHARE or len(frame.over) != 1:
        return []
    whole = frame.over[0]
    others = tuple(f"{group}_" for group in _GROUPS if group != whole)
    is_amiss = whole in _GROUPS and any(key.startswith(others) for key in frame.metrics)
    are_apart = whole in _OUTCOMES and bool(set(frame.metrics) & (_OUTCOMES - {whole}))
    is_amiss = is_amiss or (are_apart and not _RATIO.search(m.text))
    return _said(m, "share") if is_amiss else []


def _of_itself(m: Mentions, frame: Frame) -> list[str]:
    """无法提供里信息不存在占比: what is read as the whole itself is no part of it."""
    is_share = frame.operation is Operation.SHARE and frame.over_party is None
    is_one_year = len(frame.span.years) < _TWO and frame.span.mode not in SPREAD
    is_whole = bool(frame.over) and set(frame.over) == set(frame.metrics)
    is_split = frame.over_member is not None or bool(frame.members)
    is_amiss = is_share and is_one_year and is_whole and not (is_split or frame.is_of_many)
    return _said(m, "share") if is_amiss else []


def _of_other_base(m: Mentions, frame: Frame) -> list[str]:
    """占不予公开的多少 after its reasons: the base that is named is no part of another."""
    if frame.operation is not Operation.SHARE or frame.over_party is not None:
        return []
    base = set(named_base(m))
    is_amiss = bool(base) and base == set(frame.metrics) and base != set(frame.over)
    return _said(m, "share") if is_amiss and not (frame.members or frame.is_of_many) else []


_SUM_BESIDE = re.compile(
    r"(?<=[、,，和及与])(?:合计|总和|总数)(?=各|分别)"
    r"|(?:合计|总和|总[数量])[和与及、](?:平均|均值)|(?:平均数?|均值)[和与及、](?:合计|总和|总[数量])"
    r"|\b(?:total|sum) and (?:average|mean)|(?:average|mean) and (?:total|sum)\b"
)


def _sum_beside(m: Mentions, frame: Frame) -> list[str]:
    """许可、处罚、合计各多少: the sum is asked for beside its parts, and only these are told."""
    found = _SUM_BESIDE.search(m.text)
    is_plain = frame.operation in (Operation.VALUE, Operation.COMPARE, Operation.TREND)
    is_plain = is_plain or frame.operation in (Operation.SUM, *_AVERAGES)
    return [found.group()] if found and is_plain else []


_WITHIN_YEAR = re.compile(
    r"(?:当年|年内|本年)[^,，。]{0,2}(?:受理|收到|新收|收|接)[^,，。]{0,6}(?:当年|年内|又|就)?[^,，。]{0,2}(?:当年|年内)"
    r"[^,，。]{0,2}(?:办结|办完|答复)"
)


def _begun_and_ended(m: Mentions, frame: Frame) -> list[str]:
    """当年受理当年办结的: of those that were taken in the same year, which nobody counts."""
    found = _WITHIN_YEAR.search(m.text)
    return [found.group()] if found else []


def _part_added(m: Mentions, frame: Frame) -> list[str]:
    """收到的和予以公开的一共多少: what is a part of another is counted in it already."""
    return _said(m, "sum") or [m.text] if adds_part_to_whole(frame) else []


def _of_other_kind(m: Mentions, frame: Frame) -> list[str]:
    """许可占处罚的百分之几: a share of what it is no part of."""
    if frame.operation is not Operation.SHARE or frame.over_party is not None:
        return []
    kinds = {METRIC[key].section for key in (*frame.metrics, *frame.over)}
    is_ratio = bool(_RATIO.search(m.text))
    is_part = is_ratio or bool(set(frame.metrics) & set(frame.over)) or not frame.over
    return _said(m, "share") if not is_part and 2 in kinds else []


_RATIO = re.compile(
    r"(?:是|相当于|为).{2,12}的(?:几分之几|百分之几|百分之多少|几成)|\bratio of .{3,40}? to\b"
)
_FLOWS = ("rules_issued", "normdocs_issued", "rules_repealed", "normdocs_repealed")
_NET = re.compile(r"净增加?|净减少?")


def _net_of_flow(m: Mentions, frame: Frame) -> list[str]:
    """规范性文件净增几件: of those in force, and not of those that were issued."""
    found = _NET.search(m.text)
    return [found.group()] if found and set(frame.metrics) & set(_FLOWS) else []


def _bodies_in_a_body(m: Mentions, frame: Frame, names: Gazetteer) -> list[str]:
    """公安局处罚单位有几家: a body holds no bodies, and others are not asked about."""
    counted = _BODIES_COUNTED.search(_without_places(m))
    if frame.operation is not Operation.COUNT and "count_places" not in m.ops and not counted:
        return []
    parties = [p for p in frame.parties if p.scope is None and len(p.ids) == 1]
    is_one = len(parties) == len(frame.parties) == 1
    if not is_one or wants_year(m) or names.issuers[parties[0].ids[0]].kind in PLACES:
        return []
    return _said(m, "count_places") or ([counted.group()] if counted else [])


def _among_places(m: Mentions, frame: Frame, names: Gazetteer) -> list[str]:
    """云溪县高于平均吗: of counties it is not known which others it is held against."""
    is_own = frame.average is not None and frame.operation is Operation.VALUE
    ids = frame.parties[0].ids if is_own else ()
    is_place = any(names.issuers[i].kind in PLACES for i in ids)
    return _said(m, "mean", "median") if is_place else []


def _whom(m: Mentions, frame: Frame, names: Gazetteer) -> list[str]:
    """公安局处罚了谁: whom a body dealt with is not told, and others like it are not asked for."""
    party = frame.parties[0] if len(frame.parties) == 1 else None
    if party is None or party.scope is not None or len(party.ids) != 1 or not m.places:
        return []
    is_body = names.issuers[party.ids[0]].kind not in PLACES
    if not is_body or frame.operation not in _OVER_BODIES or asks_own_rank(frame, m):
        return []
    return [t.text for t in m.tokens if t.text in _WHO]


_OVER_BODIES = (Operation.LIST, Operation.COUNT, Operation.RANK)
_WHO = ("谁", "有谁", "都有谁", "who", "whom")
_BODIES_COUNTED = re.compile(r"(?:单位|机构|机关|企业|公司)[^,，。的]{0,8}(?:多少|几)[个家]")
_APPLYING = re.compile(
    r"(?<!收到)(?<!受理)(?<!接到)(?<!有)(?:(?:提出|提交|来)?申请|被处罚|被罚|受罚|起诉|复议|应诉)"
    r"(?:公开)?(?:信息)?的?(?:单位|机构|机关|组织|企业|公司)"
    r"(?:一共|总共|共|都)?(?:有|是)?(?:几|多少|哪)"
)


# 有几家企业申请: firms, of which the form counts the applications.
_FIRMS = re.compile(
    r"(?:几|多少)[家个户所]?[㐀-鿿]{0,3}(?:企业|公司|商户|律所|律师事务所|大学|高校)"
    r"|how many (?:\w+ )?(?:companies|firms|businesses|enterprises|universities)"
)


def _applicants_counted(m: Mentions, frame: Frame) -> list[str]:
    """申请单位有几家: those that apply, and not those that report."""
    is_of_bodies = bool({"count_places", "list_places"} & m.ops)
    found = (_APPLYING.search(m.text) or _FIRMS.search(m.text)) if is_of_bodies else None
    return [found.group()] if found else []


_CHANGING = frozenset(("growth", "change", "difference", "yoy"))
_RISEN = re.compile(r"[增涨升降跌减]")
_BY_YEAR = (Operation.BEST_YEAR, Operation.WORST_YEAR)


def _year_of_change(m: Mentions, frame: Frame) -> list[str]:
    """哪年降得最多: the year of a change is not the year of the highest number."""
    if not wants_year(m) or frame.is_by_change:
        return []
    is_against = is_against_last(m)
    if frame.operation is Operation.TREND and not is_against:
        return []  # all years are shown
    is_changed = bool(_CHANGING & m.ops) or bool(_RISEN.search(_without_places(m)))
    is_first = frame.operation in _BY_YEAR and is_changed
    if not (is_first or is_against or (_CHANGING & m.ops)):
        return []
    return _said(m, *_CHANGING, "more", "less", "most", "least")[:2] or [m.years[0].said]


def _said(m: Mentions, *keys: str) -> list[str]:
    return [t.text for t in m.tokens if set(keys) & set(t.keys("op"))]
