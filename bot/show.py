"""Reports, findings and what is held, as text for a person at a terminal."""

import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from bot.findings import folded, in_chinese, is_contradiction, named
from bot.types import END, STRONG, Answer, Lang
from index.export import label_of, unit_of
from index.text import plain
from index.types import (
    Cell,
    Checked,
    Comparison,
    Fact,
    Finding,
    Hit,
    Pair,
    SaveResult,
    Status,
    StoredReport,
)
from index.vocabulary.metrics import MEMBERS

_CELLS = 4  # of a finding that are named one by one
_TABLES = {1: "统计表", 2: "表二", 3: "表三", 4: "表四"}
_SECTIONS = ("前言", *(f"第{n}部分" for n in "一二三四五六"))
_RESULTS = {"saved": "已存", "unchanged": "未变", "replaced": "已更新", "refused": "未采用"}
_MARKS = {Status.BLANK: "（空白）", Status.UNREADABLE: "无法识别", Status.NOT_REPORTED: "未填报"}
_NOTES = {
    Status.COMPUTED: "*合计算出",
    Status.APPROXIMATE: "*约数",
    Status.REPAIRED: "*校正",
    Status.UNVERIFIED: "*未核实",
}


def answer_text(answer: Answer, *, is_terminal: bool) -> str:
    """An answer with its emphasis and, numbered, what may be asked instead."""
    bold, plain_again = ("\x1b[1m", "\x1b[0m") if is_terminal else ("", "")
    text = answer.marked.replace(STRONG, bold).replace(END, plain_again)
    choices = [f"  {i}. {choice.label}" for i, choice in enumerate(answer.choices, 1)]
    return "\n".join([text, *choices])


def result_text(result: SaveResult) -> str:
    """One line for one file."""
    whose = f"  {result.issuer}{result.year}年" if result.issuer and result.year else ""
    found = f"  {result.findings} 个问题" if result.findings else ""
    reason = f"  {result.reason}" if result.reason else ""
    said = "".join(f"\n    {message}" for message in result.messages)
    return f"{_RESULTS[result.result]}  {result.file}{whose}{found}{reason}{said}"


def report_text(report: StoredReport) -> str:
    """All that is held of one report, tables first."""
    issuer = report.issuer
    inferred = "（据行政区划推断）" if issuer.is_region_inferred else ""
    head = [
        f"{issuer.name}　{report.year}年",
        f"  标题  {report.title}",
        f"  地区  {(issuer.region or '不详') + inferred}",
        f"  格式  {report.era.value}",
        f"  来源  {report.url or report.file}",
        *(["  说明  虚构示例，不是真实报告"] if report.is_invented else []),
    ]
    parts = ["\n".join(head), *_fact_tables(report.facts), _findings_text(report.findings)]
    if report.unmapped:
        rows = [f"  {_TABLES.get(u.table, '表')}  {' | '.join(u.cells)}" for u in report.unmapped]
        parts.append("\n".join(["未识别的行", *rows]))
    for section in report.sections:
        if section.text:
            title = section.title or _SECTIONS[0]
            parts.append(f"{title}\n{section.text}")
    return "\n\n".join(parts)


def checked_text(checked: Checked) -> str:
    """What holds and what does not in a file, for the clerk who is to publish it."""
    if checked.report is None:
        return f"{checked.file}\n  无法检查：{checked.reason}"
    report = checked.report
    head = f"{checked.file}\n{report.issuer.name}　{report.year}年"
    return f"{head}\n{_findings_text(checked.findings)}"


def stored_check_text(report: StoredReport) -> str:
    """What holds and what does not in a held report."""
    return f"{report.issuer.name}　{report.year}年\n{_findings_text(report.findings)}"


def hits_text(hits: Sequence[Hit], names: dict[int, str]) -> str:
    """Passages with their places, best first."""
    if not hits:
        return "没有找到相关内容。(nothing found)"
    lines = []
    for i, hit in enumerate(hits, 1):
        where = f"{names[hit.issuer_id]}{hit.year}年 {_SECTIONS[hit.passage.section]}"
        more = f"（另有 {hit.also_in} 份报告有同样的话）" if hit.also_in else ""
        lines.append(f"{i}. {where}{more}\n   {hit.passage.text}")
    return "\n".join(lines)


def comparison_text(compared: Comparison) -> str:
    """Two wordings side by side, section by section; what was kept is only counted."""
    lines = [f"照抄上年的比例（按字数）：{compared.copied_share:.0%}"]
    for section, pairs in groupby(compared.pairs, key=lambda pair: pair.section):
        found = list(pairs)
        kept = sum(pair.kind == "kept" for pair in found)
        lines.append(f"\n{_SECTIONS[section]}（{kept} 句未变）")
        for pair in found:
            lines += _pair_lines(pair)
    return "\n".join(lines)


def status_text(status: dict[str, str | int | list[int] | None], lang: Lang = Lang.ZH) -> str:
    """How much is held, in one or two sentences."""
    years = status["years"]
    assert isinstance(years, list)
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(map(str, years))
    if lang is Lang.EN:
        if not status["reports"]:
            return "No reports are held yet; add some with `nianbao ingest`."
        return (
            f"{status['reports']} reports of {status['issuers']} bodies ({span}) are held, with "
            f"{status['facts']} figures and {status['passages']} passages."
        )
    if not status["reports"]:
        return "还没有任何报告，请用 nianbao ingest 导入。"
    return (
        f"现有 {status['issuers']} 个单位的 {status['reports']} 份报告（{span}年），"
        f"{status['facts']} 个数据，{status['passages']} 段文字。"
    )


def skipped_text(skipped: Iterable[tuple[str, int]]) -> str:
    """One line for all files in folders that are of no readable kind."""
    kinds = "、".join(f"{kind} {count} 个" for kind, count in skipped)
    return f"跳过不是报告的文件：{kinds} (files of other kinds were passed over)"


def _pair_lines(pair: Pair) -> list[str]:
    match pair.kind:
        case "changed":
            numbers = "，".join(f"{one} → {other}" for one, other in pair.numbers)
            return [f"  - {pair.left}", f"  + {pair.right}", *([f"    {numbers}"] * bool(numbers))]
        case "new":
            return [f"  + {pair.right}"]
        case "dropped":
            return [f"  - {pair.left}"]
        case _:
            return []


def _findings_text(findings: Sequence[Finding]) -> str:
    holding = sum(f.is_holding for f in findings)
    broken = [f for f in findings if is_contradiction(f)]
    noticed = [f for f in findings if not f.is_holding and f not in broken]
    lines = [f"  ✓ {holding} 项勾稽关系成立" if holding else "  没有可以核对的勾稽关系"]
    if not broken and not noticed:
        lines.append("  没有发现问题")
    for mark, some in (("✗", broken), ("!", noticed)):
        for one in folded(some):
            lines += [line for finding in one.told for line in _finding_lines(finding, mark)]
            if one.count > len(one.told):
                rest, where = one.count - len(one.told), named(one.others, "、")
                lines.append(f"  {mark} [{one.told[0].rule}] 同样的另有 {rest} 处：{where}")
    return "\n".join(lines)


def _finding_lines(finding: Finding, mark: str) -> list[str]:
    lines = [f"  {mark} [{finding.rule}] {in_chinese(finding)}"]
    if finding.left is not None and finding.right is not None:
        left, right = plain(finding.left), plain(finding.right)
        lines.append(f"      {left} ≠ {right}，相差 {plain(abs(finding.left - finding.right))}")
    return [*lines, *(f"      {place}" for place in _places(finding.cells))]


def _places(cells: Sequence[Cell]) -> list[str]:
    """Where to look: cell by cell, or of many the row or column that they make up."""
    cells = list(dict.fromkeys(cells))
    if len(cells) <= _CELLS:
        return [place for cell in cells if (place := _place(cell))]
    columns, rows = {c.column for c in cells}, {c.row for c in cells}
    table = _table(cells[0])
    if len({c.table for c in cells}) == 1 and len(columns) == 1:
        return [f"{table} · “{columns.pop()}”一列的 {len(cells)} 格"]
    if len({c.table for c in cells}) == 1 and len(rows) == 1:
        return [f"{table} · “{rows.pop()}”一行的 {len(cells)} 格"]
    return [*map(_place, cells[:_CELLS]), f"……另有 {len(cells) - _CELLS} 格"]


def _place(cell: Cell) -> str:
    if not (cell.row or cell.column or cell.section):
        return ""
    return " · ".join(part for part in (_table(cell), cell.row, cell.column) if part)


def _table(cell: Cell) -> str:
    return _TABLES.get(cell.table or 0, _SECTIONS[cell.section])


def _fact_tables(facts: Sequence[Fact]) -> list[str]:
    found: dict[int | None, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.table, []).append(fact)
    return [
        "\n".join([_TABLES.get(table or 0, "正文中的数字"), *_fact_lines(found[table])])
        for table in sorted(found, key=lambda table: table or 9)
    ]


def _fact_lines(facts: Sequence[Fact]) -> list[str]:
    rows: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        rows.setdefault(fact.metric, {})[fact.member] = fact
    members = [m for m in MEMBERS if any(m.key in row for row in rows.values())]
    if len(members) <= 1:
        return _aligned(
            [
                [label_of(metric), f"{_value(fact)}{unit_of(metric)}"]
                for metric, row in rows.items()
                for fact in row.values()
            ]
        )
    header = ["", *(m.label for m in members)]
    body = [
        [label_of(metric), *(_value(row.get(m.key)) for m in members)]
        for metric, row in rows.items()
    ]
    return _aligned([header, *body])


def _value(fact: Fact | None) -> str:
    if fact is None:
        return ""
    shown = _number(fact.value) if fact.value is not None else ""
    return _MARKS.get(fact.status, shown + _NOTES.get(fact.status, ""))


def _number(value: Decimal) -> str:
    return plain(value)


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return [
        "  "
        + "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    """How many columns a terminal gives to a text: two for a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)
