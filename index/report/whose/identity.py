"""Who publishes a report, where, and for which year.

What the title says counts most; what else names a body or a year decides where the title does
not, and is a finding where it disagrees.
"""

import ipaddress
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.errors import UnreadableReport
from index.report.whose.bodies import Body, read_body
from index.report.whose.clues import Clues
from index.report.whose.notices import is_hijacked, is_notice, part_of_year, says_invented
from index.report.whose.places import disagreeing_places, find_region
from index.report.whose.report_year import decide_year
from index.report.whose.signs import CONTACT, Sign, disagreeing_signs, read_signs
from index.report.whose.titles import Title, mended, printed_title, read_title, read_titles
from index.types import Finding, Issuer, Kind, Paragraph
from index.vocabulary.bodies import DEPARTMENTS
from index.vocabulary.regions import Regions, short_name

__all__ = ["Clues", "Identity", "identify"]

_NAME_IT = "请用 --issuer 指明单位"
# 全县 in a report that no title names: then it is the county's own.
_WHOLE_PLACE = re.compile(
    r"[全我][省市县区州旗盟](?!直|各|教育|公安|民政|财政|司法|.{0,8}[局委厅])"
)
_PART = re.compile(r"[我本][局委厅镇乡院站]|全[局委厅镇乡街]|本街道|我街道|全街道")
_MOST_LINES_ABOVE = 3
_LONGEST_NAME = 40
_MARK = re.compile("[：:，,。；;、]")
_AROUND_NAME = "()（）—-–― \u3000"
# What is left of a department's name where its title was torn: 退役军人 / 事务局.
_FRAGMENTS = frozenset(
    ("事务局", "管理局", "监督管理局", "服务局", "保障局", "社会保障局", "资源局", "事务委员会")
)
# Their name alone says nothing: the office of which government, the 教育局 of which county?
_NEEDS_PLACE = (Kind.OFFICE,)


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose report it is and for which year, with the signals that disagree."""

    issuer: Issuer
    year: int
    title: str
    findings: tuple[Finding, ...] = ()
    is_invented: bool = False


def identify(clues: Clues, regions: Regions) -> Identity:
    """Who publishes a report and for which year; raises UnreadableReport where nothing says."""
    _refuse_hijacked(clues)
    titles = read_titles(clues.titles, regions)
    torn = mended(clues.before, titles, regions)
    titles = (torn, *titles) if torn is not None else titles
    _refuse_other_kinds(clues, titles)
    signs = read_signs(clues, regions)
    body, findings = _decide_body(clues, titles, signs, regions)
    issuer = _issuer(body, clues, signs, regions)
    year, year_findings = decide_year(clues, titles)
    findings += (*disagreeing_places(issuer, body, clues, signs), *year_findings, *_origin(clues))
    notices = (*clues.titles, *clues.around, *clues.before, *clues.after)
    is_invented = says_invented(notices, _prose(clues))
    title = _shown_title(clues, titles or tuple(_titles_above(clues, regions)))
    return Identity(issuer, year, title, findings, is_invented)


def _refuse_other_kinds(clues: Clues, titles: Sequence[Title]) -> None:
    """Refuse what is about reports, or is one of less than a year."""
    for title in [*(t.text for t in titles[:1]), *clues.titles[:1]]:
        if is_notice(title):
            raise UnreadableReport(
                str(clues.path),
                "这是关于编写年报的通知，不是年报 (a notice about writing reports, not a report)",
            )
        part = part_of_year(title)
        if part:
            raise UnreadableReport(
                str(clues.path),
                f"标题写的是“{part}”，不是全年的年报 (a report of less than a year)",
            )


def _refuse_hijacked(clues: Clues) -> None:
    headings = (*clues.titles, *(section.title for section in clues.sections))
    if is_hijacked(headings, (*clues.before, *_prose(clues))):
        raise UnreadableReport(
            str(clues.path),
            "内容像是被篡改过的转载页（夹有广告词或拼音），请改用政府网站上的原件 "
            "(a tampered copy: use the original on the government's site)",
        )


def _decide_body(
    clues: Clues, titles: Sequence[Title], signs: Sequence[Sign], regions: Regions
) -> tuple[Body, tuple[Finding, ...]]:
    """The body whose report it is, and findings where other signals name another."""
    titled = next((t for t in titles if t.body is not None and t.is_report), None)
    told = _told_body(clues, titled, regions)
    if told is not None:
        signs = [Sign("标题", titled.body), *signs] if titled and titled.body else signs
        return told, tuple(disagreeing_signs(told, signs))
    if titled is not None and titled.body is not None:
        below = None if _is_of_whole_place(clues) else _below_head(titled, signs)
        body = below or titled.body
        signs = [Sign("标题", titled.body), *signs]
    else:
        body = _untitled_body(clues, titles, signs, regions)
    return body, tuple(disagreeing_signs(body, signs))


def _told_body(clues: Clues, titled: Title | None, regions: Regions) -> Body | None:
    if not clues.issuer or not clues.issuer.strip():
        return None
    told = read_body(clues.issuer, regions, is_loose=True)
    told = told or Body((), " ".join(clues.issuer.split()), Kind.OTHER)
    if titled and titled.body and not told.places:
        short = short_name(titled.body.place) if titled.body.place else ""
        if titled.body.own == told.own or short == told.own:
            return titled.body  # with the places that the title names
    return told


def _below_head(titled: Title, signs: Sequence[Sign]) -> Body | None:
    """The body that signs a report, where the one above its title may be the head of a site."""
    if not titled.is_stacked or titled.body is None or not titled.body.is_government:
        return None
    signed = (sign.body for sign in signs if sign.is_sure)
    return next((body for body in signed if body.kind in (Kind.TOWN, Kind.DEPARTMENT)), None)


def _untitled_body(
    clues: Clues, titles: Sequence[Title], signs: Sequence[Sign], regions: Regions
) -> Body:
    """The body of a report whose title names none; refused where nothing decides."""
    heads = [title.body for title in titles if title.body is not None]
    heads += [title.body for title in _titles_above(clues, regions) if title.body is not None]
    is_whole = _is_of_whole_place(clues)
    sure = [sign.body for sign in signs if sign.is_sure and sign.body.kind is not Kind.OTHER]
    weak = [sign.body for sign in signs if not sign.is_sure and sign.where != CONTACT]
    for body in (*sure, *heads):
        if not body.is_government or is_whole or not any(not b.is_government for b in weak):
            return body
    parts = {body.own: body for body in reversed(weak) if not body.is_government}
    if len(parts) == 1:
        return parts.popitem()[1]
    wholes = {body.own: body for body in weak if body.is_government}
    if not parts and len(wholes) == 1 and is_whole:
        return wholes.popitem()[1]
    raise UnreadableReport(
        str(clues.path),
        f"看不出是哪个单位的报告：标题没有写明单位，{_NAME_IT} "
        "(the report does not say whose it is; name the body with --issuer)",
    )


def _titles_above(clues: Clues, regions: Regions) -> Iterator[Title]:
    """Lines above the text that are the name of a body and no more: some reports are titled so.

    Others say it below their title, in brackets or behind a dash.
    """
    for printed in clues.opening[:_MOST_LINES_ABOVE]:
        line = printed.strip(_AROUND_NAME)
        if len(line) <= _LONGEST_NAME and not _MARK.search(line):
            title = read_title(line, regions)
            if title.body is not None and title.body.kind is not Kind.OTHER:
                yield title


def _is_of_whole_place(clues: Clues) -> bool:
    text = "".join(clues.opening)
    return bool(_WHOLE_PLACE.search(text)) and not _PART.search(text)


def _issuer(body: Body, clues: Clues, signs: Sequence[Sign], regions: Regions) -> Issuer:
    region, is_inferred = find_region(body, clues, signs, regions)
    name = body.name
    if not body.places and region is not None and body.needs_place:
        name = replace(body, places=(region.rpartition("/")[2],)).name
    if body.own in _FRAGMENTS:
        raise UnreadableReport(
            str(clues.path),
            f"标题里的单位名称“{name}”不完整，{_NAME_IT} "
            "(the title names only a part of the body; name it with --issuer)",
        )
    is_common = body.kind in _NEEDS_PLACE or body.own in DEPARTMENTS
    if is_common and not body.places and region is None:
        raise UnreadableReport(
            str(clues.path),
            f"只写了“{name}”，看不出是哪里的，{_NAME_IT}或用 --region 指明地区 "
            "(the report does not say of which place; name it with --issuer or --region)",
        )
    return Issuer(name, region, body.kind, is_region_inferred=is_inferred)


def _shown_title(clues: Clues, titles: Sequence[Title]) -> str:
    if titles:
        return titles[0].text
    return printed_title(clues.titles[0]) if clues.titles else ""


def _prose(clues: Clues) -> Iterator[str]:
    for section in clues.sections:
        yield from (block.text for block in section.blocks if isinstance(block, Paragraph))


def _origin(clues: Clues) -> Iterator[Finding]:
    """A finding for a report from a site that is not a government's."""
    host = clues.host
    if "." in host and not host.endswith(".gov.cn") and not _is_number(host):
        message = f"来自 {host}，不是政府网站（.gov.cn），可能是转载，请与原件核对"
        yield Finding("origin_unknown", message)


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
