"""What numbers, places and cells are called in an answer, in the language of the question."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.answer.numbers.amounts import ORGANISATIONS, TOTAL
from bot.types import Lang
from index.text import compact
from index.types import HeldIssuer
from index.vocabulary.metrics import MEMBER, METRIC

# A count says itself what it counts: 培训次数 3次 is 培训3次.
_COUNTED = re.compile(r"(?<=..)(?<!总)(?:数量|件数|次数|人次|期数|册数|人数|数)$")
_THIS_YEAR = re.compile(r"本年度?(?!增)")
_TOTALLED = re.compile(r"(?:合计|总计)(?=（|$)")
_ASIDE = re.compile(r"（正文）$")
_UNITS = {
    "件": "items (件)",
    "条": "items (条)",
    "篇": "pieces (篇)",
    "项": "items (项)",
    "个": "(个)",
    "次": "times (次)",
    "场": "events (场)",
    "期": "issues (期)",
    "册": "copies (册)",
    "人": "people (人)",
    "人次": "attendances (人次)",
    "元": "yuan (元)",
    "万元": "ten thousand yuan (万元)",
    "个百分点": "percentage points (个百分点)",
    "年": "years (年)",
    "倍": "times (倍)",
    "份": "reports (份)",
}
_SECTIONS = ("开头", "第一部分", "第二部分", "第三部分", "第四部分", "第五部分", "第六部分")
_TABLES = {1: "统计表", 2: "表二", 3: "表三", 4: "表四"}


def metric_label(metric: str, member: str, lang: Lang) -> str:
    """The name of a number, as it stands beside its value."""
    if lang is Lang.EN:
        label = METRIC[metric].english
        return label if member == TOTAL else f"{label} ({MEMBER[member].english})"
    label = _THIS_YEAR.sub("", _ASIDE.sub("", METRIC[metric].label))
    label = _COUNTED.sub("", label)
    reason = label.partition("：")
    if reason[1]:
        label = f"{reason[0]}（{reason[2]}）"
    return label if member == TOTAL else f"{label}（{member_label(member, lang)}）"


def official_label(metric: str) -> str:
    """The name of a number as the form has it, which is understood when it is asked back."""
    return _ASIDE.sub("", METRIC[metric].label)


def member_label(member: str, lang: Lang) -> str:
    """The name of a kind of applicant."""
    if lang is Lang.EN:
        return MEMBER[member].english
    return "其他组织" if member == "other_org" else MEMBER[member].label


def summed_label(label: str, lang: Lang) -> str:
    """The name of a number whose sum is told: 不予公开 of 不予公开合计, as 合计 comes behind."""
    if lang is Lang.EN:
        return label.removesuffix(": total").removesuffix(", all reasons")
    return _TOTALLED.sub("", label)


def part_label(metric: str, member: str, whole: tuple[str, str], lang: Lang) -> str:
    """The name of a part beside its whole: 属于国家秘密 of 不予公开, 自然人 of 新收."""
    if metric == whole[0] and member != whole[1]:
        return member_label(member, lang)
    label = metric_label(metric, TOTAL, lang)
    if lang is Lang.EN:
        block, _, rest = label.partition(": ")
        own = METRIC[whole[0]].english.partition(": ")[0]
        return label if not rest or (rest == "total" and block != own) else rest
    inner = re.fullmatch(r"(?:不予公开|无法提供|不予处理|其他处理)（(.+)）", label)
    if inner:
        return inner[1]
    # 结果维持 of 行政复议总计.
    rest = label.removeprefix(_TOTALLED.sub("", metric_label(whole[0], TOTAL, lang)))
    return rest if len(rest) > 1 else label


def unit_of(metric: str) -> str:
    """The unit in which the form counts it."""
    return METRIC[metric].unit


def unit_label(unit: str, lang: Lang) -> str:
    """The unit as it stands behind a number."""
    if unit in ("%", "") or lang is Lang.ZH:
        return unit
    return " " + _UNITS.get(unit, unit)


def issuer_labels(shown: Iterable[HeldIssuer], rivals: Iterable[HeldIssuer]) -> Mapping[int, str]:
    """The full names of issuers, with the place behind where `rivals` have the same name."""
    shown = tuple(shown)
    shared = shared_names(shown, rivals)
    return {issuer.id: issuer_label(issuer, shared) for issuer in shown}


def issuer_label(issuer: HeldIssuer, shared: frozenset[str]) -> str:
    """The full name of an issuer, with its place behind where others have that name."""
    if issuer.name in shared and issuer.region:
        return f"{issuer.name}（{place_label(issuer.region)}）"
    return issuer.name


def shared_names(shown: Iterable[HeldIssuer], rivals: Iterable[HeldIssuer]) -> frozenset[str]:
    """The names of issuers that several of their rivals have."""
    names = {issuer.name for issuer in shown}
    several = Counter([rival.name for rival in rivals if rival.name in names])
    return frozenset(name for name, count in several.items() if count > 1)


def place_label(region: str | None) -> str:
    """A path of places as people write it."""
    return (region or "").replace("/", "")


def short_issuer(issuer: HeldIssuer) -> str:
    """What an issuer is called among its like: 芝麻洼乡."""
    return issuer.name.removesuffix("人民政府") or issuer.name


def section_label(number: int, lang: Lang) -> str:
    """A section by its number; 0 is what stands before the first heading."""
    if lang is Lang.EN:
        return f"section {number}" if number else "opening"
    return _SECTIONS[number]


def table_label(number: int, lang: Lang) -> str:
    """A table by its number; 1 is the annex of the older reports."""
    if lang is Lang.EN:
        return "statistics annex" if number == 1 else f"table {number}"
    return _TABLES.get(number, "表")


def row_label(row: str) -> str:
    """A row as it is cited: its label as printed, without its line breaks."""
    return compact(row)


def is_split(member: str) -> bool:
    """Whether it is a kind of applicant that the form has no column for."""
    return member == ORGANISATIONS
