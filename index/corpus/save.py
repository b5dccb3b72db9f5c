"""The walk from a report to its rows: whose it is, what becomes of it, what is then written."""

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.catalog import store as catalog
from index.catalog.identity import (
    Ambiguous,
    Bond,
    HeldName,
    Match,
    bare_name,
    key_of,
    match_issuer,
)
from index.catalog.readings import Reading, Verdict, judge
from index.facts import store as facts_store
from index.facts.checks import neighbours
from index.facts.query import Within
from index.text import plain
from index.types import Cell, Digest, Fact, Finding, FoundFact, Issuer, Report, SaveResult
from index.vocabulary.regions import load_regions

_SHOWN = 5
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with a digest; nothing is written yet."""

    verdict: Verdict
    match: Match
    reading: Reading
    held: catalog.HeldReport | None
    moved_from: catalog.HeldReport | None = None
    rivals: tuple[Issuer, ...] = ()


def plan_save(db: sqlite3.Connection, digest: Digest) -> Plan:
    """Decide whose report it is, and what becomes of it."""
    report = digest.report
    reading = _reading(digest)
    own = _read_before(db, report, reading)
    match = _match(db, report.issuer, own)
    if isinstance(match, Ambiguous):
        rivals = tuple(candidate.issuer for candidate in match.candidates)
        return Plan(Verdict.PLACELESS, Match(None, report.issuer), reading, None, rivals=rivals)
    held = catalog.find_held(db, match.id, report.year) if match.id else None
    verdict = judge(held.reading if held else None, reading, is_placed=match.bond is Bond.PLACE)
    if verdict is Verdict.PLACELESS and match.bond is Bond.DOUBT:
        # One body has one report a year: the guess was right, and this is another place.
        match, held, verdict = Match(None, report.issuer), None, Verdict.SAVED
    if own and held is None and verdict is Verdict.SAVED:
        # The file was read before without the place that it has now.
        return Plan(Verdict.REPLACED, match, reading, None, moved_from=own)
    return Plan(verdict, match, reading, held)


def result_of(plan: Plan, digest: Digest, findings: int) -> SaveResult:
    """What a person is told of a file."""
    report = digest.report
    verdict, file = plan.verdict, report.source.file
    name = plan.match.issuer.name
    if verdict is Verdict.PLACELESS:
        reason = _placeless(plan, report)
        return SaveResult(file, "refused", name, report.year, reason, findings)
    if verdict is Verdict.TIED and plan.held:
        reason = (
            f"与已存的同一年度报告内容不同（{plan.held.reading.path}），格式相同，无法判断哪个正确；"
            "已记入该报告的问题清单。确认后先 nianbao remove 再导入。(another file of the same "
            "format says otherwise; nothing tells which is right)"
        )
        return SaveResult(file, "refused", name, report.year, reason, findings)
    if verdict is Verdict.WORSE and plan.held:
        reason = (
            f"已存的 {plan.held.reading.format} 文件优先于 {report.source.format}；不同之处已记入"
            "问题清单。(the held file has the better format; the differences are a finding)"
        )
        return SaveResult(file, "unchanged", name, report.year, reason, findings)
    result = "replaced" if verdict is Verdict.BETTER else verdict.value
    return SaveResult(file, result, name, report.year, None, findings)


def other_reading(file: str, held: Sequence[Fact], other: Sequence[Fact]) -> Finding:
    """The finding that another file of the same report says something else."""
    theirs = {(f.metric, f.member): f for f in other}
    ours = {(f.metric, f.member): f for f in held}
    cells: list[Cell] = []
    said: list[str] = []
    for key in {**ours, **theirs}:
        one, two = ours.get(key), theirs.get(key)
        if _value(one) != _value(two):
            fact = one or two
            assert fact is not None
            cells.append(Cell(fact.section, fact.table, fact.row, fact.column))
            said.append(f"{_place(fact)}：本报告 {_value(one)}，该文件 {_value(two)}")
    count = len(said)
    shown = "；".join(said[:_SHOWN]) or "正文不同"
    more = f"；等共 {count} 处" if count > _SHOWN else ""
    return Finding("other_reading", f"{_opening(file)}{shown}{more}。", cells=tuple(cells))


def place_assumed(issuer: Issuer, match: Match) -> tuple[Finding, ...]:
    """That a report was filed under a body by its name alone, where several places have it."""
    if match.bond is not Bond.NAME or match.issuer.region is None:
        return ()
    homonyms = len(load_regions().paths(bare_name(issuer.name)))
    if homonyms < _SEVERAL:
        return ()
    region = match.issuer.region
    lacking = "报告" if issuer.region is None else "此前收录的同名报告"
    message = (
        f"{lacking}没有写明是哪里的{issuer.name}（全国同名的有 {homonyms} 个），"
        f"按“{region}”的归入，请核对。"
    )
    return (Finding("place_assumed", message),)


def note_other_reading(
    db: sqlite3.Connection, report_id: int, file: str, finding: Finding
) -> None:
    """Keep that finding once, however often the file is read."""
    db.execute(
        "delete from findings where report_id = ? and rule = ? and substr(message, 1, ?) = ?",
        (report_id, finding.rule, len(_opening(file)), _opening(file)),
    )
    facts_store.save_findings(db, report_id, [finding])


def compare_years(db: sqlite3.Connection, issuer_id: int, year: int) -> None:
    """Write anew what holds between a year and those beside it; the later report keeps it.

    It comes out the same whichever of two years was saved, replaced or removed last.
    """
    found = _facts_around(db, issuer_id, year)
    for later in (year, year + 1):
        held = catalog.find_held(db, issuer_id, later)
        if held is not None:
            facts_store.remove_findings(db, held.id, neighbours.RULES)
            facts_store.save_findings(db, held.id, neighbours.check_years(found, later))


def check_years_of(db: sqlite3.Connection, issuer_id: int, digest: Digest) -> tuple[Finding, ...]:
    """What holds between a report that is not kept and the years held beside it."""
    report = digest.report
    held = [f for f in _facts_around(db, issuer_id, report.year) if f.year != report.year]
    found = [*held, *(FoundFact(0, issuer_id, report.year, report.era, f) for f in digest.facts)]
    return tuple(
        finding
        for later in (report.year, report.year + 1)
        for finding in neighbours.check_years(found, later)
    )


def _facts_around(db: sqlite3.Connection, issuer_id: int, year: int) -> tuple[FoundFact, ...]:
    within = Within([issuer_id], [year - 1, year, year + 1])
    return facts_store.find_facts(db, neighbours.METRICS, neighbours.MEMBERS, within)


def is_moved(held: catalog.HeldReport, report: Report) -> bool:
    """Whether the file of a held report was only put somewhere else."""
    is_elsewhere = held.reading.path != path_of(report) and not Path(held.reading.path).exists()
    return is_elsewhere and held.sha256 == report.source.sha256


def path_of(report: Report) -> str:
    """The path by which a file is known again, from whatever folder the program is run."""
    return str(Path(report.source.file).absolute())


def count_open(findings: Sequence[Finding]) -> int:
    """How many findings say that something is wrong."""
    return sum(not f.is_holding for f in findings)


def _reading(digest: Digest) -> Reading:
    source = digest.report.source
    facts = sorted(
        [f.metric, f.member, f.status.value if f.value is None else plain(f.value)]
        for f in digest.facts
    )
    texts = [[s.number, s.title, s.text] for s in digest.report.sections]
    content = _hash([facts, texts])
    # A report without figures is told from another by its words.
    facts_hash = _hash(facts) if facts else content
    return Reading(path_of(digest.report), source.url, source.format, facts_hash, content)


def _hash(content: object) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def _read_before(
    db: sqlite3.Connection, report: Report, reading: Reading
) -> catalog.HeldReport | None:
    """The report that this very file or address gave before, under whatever place."""
    for held in catalog.find_from(db, reading.path, reading.url, report.year):
        former = catalog.find_issuer_of(db, held.issuer_id)
        same_name = bare_name(former.name) == bare_name(report.issuer.name)
        if same_name or key_of(former) == key_of(report.issuer):
            return held
    return None


def _match(
    db: sqlite3.Connection, issuer: Issuer, own: catalog.HeldReport | None
) -> Match | Ambiguous:
    held = list(catalog.find_namesakes(db, key_of(issuer)))
    if own and own.issuer_id not in [h.id for h in held]:
        held.append(HeldName(own.issuer_id, catalog.find_issuer_of(db, own.issuer_id)))
    match = match_issuer(held, issuer)
    if own and isinstance(match, Ambiguous):
        candidates = [c for c in match.candidates if c.id == own.issuer_id]
        return match_issuer(candidates, issuer) if candidates else match
    return match


def _placeless(plan: Plan, report: Report) -> str:
    """Why a report that may be another body's is refused, and what to do."""
    whose = f"{bare_name(report.issuer.name)}{report.year}年"
    if plan.rivals:
        places = "、".join(issuer.region or "地区不详" for issuer in plan.rivals)
        return (
            f"已存有同名单位（{places}），无法判断是哪一个；请用 --region 指明地区后再导入。"
            "(several bodies of this name are held; name the place with --region)"
        )
    where = plan.held.reading.path if plan.held else ""
    if report.issuer.region is None or report.issuer.is_region_guessed:
        return (
            f"已存有内容不同的{whose}报告（{where}），而此文件没有说明地区；请用 --region 指明"
            f"后再导入。(a different {report.year} report of this name is held; name the place of "
            "this one with --region)"
        )
    return (
        f"已存有内容不同的{whose}报告（{where}），而它的地区不详；请先用 --region 重新导入那一份。"
        f"(a different {report.year} report of this name is held and its place is not known; "
        "ingest that file again with --region first)"
    )


def _opening(file: str) -> str:
    return f"另一份文件 {file} 的读数不同："


def _place(fact: Fact) -> str:
    return " · ".join(part for part in (fact.row, fact.column) if part) or fact.metric


def _value(fact: Fact | None) -> str:
    if fact is None:
        return "无此项"
    return fact.status.value if fact.value is None else plain(fact.value)


def with_issuer(digest: Digest, issuer: Issuer) -> Digest:
    """The digest with what is known of its issuer from all its reports."""
    return replace(digest, report=replace(digest.report, issuer=issuer))
