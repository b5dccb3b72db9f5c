"""What a clerk should see before a report is published, beside what its tables say.

Text left over from a template, a period that cannot be, documents in force that are fewer than
those just made, and figures of the text that a cell of a table contradicts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from index.facts.sentences.split import one_width
from index.text import plain
from index.types import Cell, Fact, Finding, Paragraph, Report
from index.vocabulary.metrics import METRIC

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_CLAUSE = re.compile(r"[^。！？!?\n，；;]+")
# Places that a template leaves for a name or a number: XX条, （具体网址）, ____, 政府信息条.
_LEFT_OVER = re.compile(
    r"[X×╳Ｘ○]{2,}(?=[条件次篇个人份期万元%年月日号县市区乡镇局街])|[Xx]{2,}(?=[条件次篇万元])"
    r"|[（(](?:具体|此处|填写|请填|请写|如有|可附|单位全称)[^（）()]{0,20}[)）]"
    r"|_{3,}"
    r"|(?:公开|发布|更新)(?:各类)?(?:政府|政务)?信息(?=[条件篇][，,。；;、])"
    r"|(?:收到|受理|办结|答复)[^，。；\d]{0,10}申请(?=件[，,。；;、])"
)
_PERIOD = re.compile(r"统计期限|数据统计|所列数据|起止时间")
_NO_YEAR = re.compile(r"\d{5,}年")
_SPENT = {
    "licences": re.compile(r"行政许可(?:决定|事项)?(?P<n>\d+)(?:件|项|宗|起|例|次)"),
    "penalties": re.compile(r"行政处罚(?:决定|案件)?(?P<n>\d+)(?:件|项|宗|起|例|次)"),
    "coercions": re.compile(r"行政强制(?:决定|措施)?(?P<n>\d+)(?:件|项|宗|起|例|次)"),
}
_MADE = re.compile(
    r"(?:办理|作出|做出|处理|实施|办结|共计?|[,，、和及])[了的]?$|^$|(?:全|本)年[度]?$"
)
_NOT_ALL = re.compile(r"公开|公示|其中|上年|去年|累计|网上")
_OF_APPLICANTS = re.compile(r"(?:收到|受理|新收|接收)[^。]{0,12}申请[^。]{0,6}?\d+件")
_NATURAL = re.compile(r"自然人(?:的)?(?:申请|提出|提交)*(?:的)?(?:申请)?(?:为|是)?(?P<n>\d+)件")
_ORGANS = re.compile(
    r"法人(?:或者?|和|及|、)?其[他它]组织(?:的)?(?:申请|提出|提交)*(?:为|是)?(?P<n>\d+)件"
)
_DONE = re.compile(r"(?:已|均已|全部|共)?办结(?:政府信息公开申请|申请)?(?P<n>\d+)件")
_ALL_DONE = re.compile(r"(?<!按时)(?<!按期)(?<!法定)办结率(?:为|达到?|均为|:)?100%")
_OTHER_WORK = re.compile(r"提案|建议|信访|热线|投诉|信箱|留言|许可|复议|诉讼|工单|来信")
_FEES = re.compile(
    r"信息处理费(?:金额|共计?|合计|总计)*(?P<whole>[\d,]+(?:\.\d+)?)元[，,](?:其中|分别为?)(?P<parts>.+)"
)
_YUAN = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)元")
_ORGANISATIONS = ("enterprise", "research", "ngo", "legal", "other_org")
_TWO = 2


def check_draft(report: Report, facts: Sequence[Fact]) -> tuple[Finding, ...]:
    """What stands in the way of publishing a report; nothing of it changes a fact."""
    cells = {(f.metric, f.member): f for f in facts if f.table is not None}
    texts = [
        (section.number, one_width(block.text))
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]
    found: list[Finding] = [*_in_force(cells)]
    for section, text in texts:
        sentences = _SENTENCE.findall(text)
        found += _left_over(section, sentences)
        found += _periods(section, sentences)
        found += _acts(section, text, cells)
        found += _applications(section, sentences, cells)
        found += _fees(section, sentences)
    return tuple(dict.fromkeys(found))


def _left_over(section: int, sentences: Sequence[str]) -> Iterator[Finding]:
    for sentence in sentences:
        if _LEFT_OVER.search(f"{sentence}。"):
            yield Finding(
                "template_left",
                f"正文像是模板没有填完，请补全或删去：“{sentence.strip()}”。",
                cells=(_said(section),),
            )


def _periods(section: int, sentences: Sequence[str]) -> Iterator[Finding]:
    for sentence in sentences:
        odd = _NO_YEAR.search(sentence)
        if odd and _PERIOD.search(sentence):
            message = f"统计期限中的“{odd.group()}”不是年份，请核对：“{sentence.strip()}”。"
            yield Finding("period_odd", message, cells=(_said(section),))


def _in_force(cells: Mapping[tuple[str, str], Fact]) -> Iterator[Finding]:
    """What is in force is at least what was made in the year, less what was repealed."""
    for kind in ("rules", "normdocs"):
        made, repealed, valid = (
            cells.get((f"{kind}_{end}", "total")) for end in ("issued", "repealed", "valid")
        )
        if not (made and repealed and valid):
            continue
        if made.value is None or repealed.value is None or valid.value is None:
            continue
        least = made.value - repealed.value
        if valid.value < least:
            message = (
                f"{METRIC[made.metric].label}为 {plain(made.value)}，"
                f"{METRIC[repealed.metric].label}为 {plain(repealed.value)}，"
                f"{METRIC[valid.metric].label}却只有 {plain(valid.value)}，请核对。"
            )
            yield Finding(
                "in_force_low", message, False, valid.value, least, (_place(valid), _place(made))
            )


def _acts(section: int, text: str, cells: Mapping[tuple[str, str], Fact]) -> Iterator[Finding]:
    """Licences, penalties and coercions: all of the year, where the sentence says no less."""
    for clause in _CLAUSE.findall(text) if "行政" in text else ():
        if _NOT_ALL.search(clause):
            continue
        for metric, pattern in _SPENT.items():
            match = pattern.search(clause)
            cell = cells.get((metric, "total"))
            if match and cell and cell.value is not None and _MADE.search(clause[: match.start()]):
                yield from _against(section, clause, Decimal(match["n"]), cell, cell.value)


def _applications(
    section: int, sentences: Sequence[str], cells: Mapping[tuple[str, str], Fact]
) -> Iterator[Finding]:
    if section not in (1, 3):
        return
    for sentence in sentences:
        if _OTHER_WORK.search(sentence) or "申请" not in sentence:
            continue
        yield from _applicants(section, sentence, cells)
        yield from _finished(section, sentence, cells)


def _applicants(
    section: int, sentence: str, cells: Mapping[tuple[str, str], Fact]
) -> Iterator[Finding]:
    """自然人85件、法人或其他组织93件, beside the row of new applications."""
    if not _OF_APPLICANTS.search(sentence):
        return
    for pattern, members in ((_NATURAL, ("natural",)), (_ORGANS, _ORGANISATIONS)):
        match = pattern.search(sentence)
        new = _sum(cells, "new_received", members)
        if match is None or new is None:
            continue
        said, carried = Decimal(match["n"]), _sum(cells, "carried_in", members)
        readings = {new, new + carried} if carried is not None else {new}
        if said not in readings:
            yield from _against(section, sentence, said, cells["new_received", members[0]], new)


def _finished(
    section: int, sentence: str, cells: Mapping[tuple[str, str], Fact]
) -> Iterator[Finding]:
    """办结172件, 办结率100%: beside the total of what was done, and what was carried over."""
    done, out = cells.get(("handled_total", "total")), cells.get(("carried_out", "total"))
    match = _DONE.search(sentence)
    if match and done and done.value is not None and Decimal(match["n"]) != done.value:
        yield from _against(section, sentence, Decimal(match["n"]), done, done.value)
    if _ALL_DONE.search(sentence) and out and out.value:
        message = (
            f"正文写办结率100%，而表三结转下年度继续办理 {plain(out.value)} 件，请核对。"
            f"原文：{sentence.strip()}"
        )
        yield Finding("said_differs", message, cells=(_place(out), _said(section)))


def _fees(section: int, sentences: Sequence[str]) -> Iterator[Finding]:
    """N7: what each body took adds up to what all took."""
    for sentence in sentences:
        match = _FEES.search(sentence)
        if match is None:
            continue
        whole = Decimal(match["whole"].replace(",", ""))
        parts = [Decimal(n.replace(",", "")) for n in _YUAN.findall(match["parts"])]
        added = sum(parts, Decimal(0))
        if len(parts) >= _TWO and added != whole:
            message = f"各单位信息处理费相加为 {plain(added)} 元，与总数 {plain(whole)} 元不等。"
            yield Finding("N7", message, False, whole, added, (_said(section),))


def _sum(
    cells: Mapping[tuple[str, str], Fact], metric: str, members: Sequence[str]
) -> Decimal | None:
    values = [fact.value for m in members if (fact := cells.get((metric, m)))]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(members) else None


def _against(
    section: int, sentence: str, said: Decimal, cell: Fact, printed: Decimal
) -> Iterator[Finding]:
    if said == printed:
        return
    what = METRIC[cell.metric].label
    message = (
        f"正文写“{plain(said)}”，表格中{what}为 {plain(printed)}，请核对。原文：{sentence.strip()}"
    )
    places = (_place(cell), _said(section))
    yield Finding("said_differs", message, False, said, printed, places)


def _place(fact: Fact) -> Cell:
    return Cell(fact.section, fact.table, fact.row, fact.column)


def _said(section: int) -> Cell:
    return Cell(section, None, "", "")
