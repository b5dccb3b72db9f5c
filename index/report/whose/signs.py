"""Bodies that a report names outside its title: signature, preamble, box, breadcrumb, folder."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.report.whose.bodies import SURE_DEPARTMENT, Body, is_plausible, read_body, spelled
from index.report.whose.clues import Clues
from index.report.whose.titles import read_title
from index.types import Finding, Kind
from index.vocabulary.bodies import is_same_body
from index.vocabulary.regions import Regions

_LONGEST_LINE = 60
_MOST_PARAGRAPHS = 6
_MOST_LINES = 200
_DATE = re.compile(
    r"[\d〇零○一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月.*$|\d{4}[-/.]\d.*$"
)
_LABEL = re.compile(
    r"(?:发布机构|发文机关|发文机构|发文单位|公开主体|公开机构|公开单位|发布单位|发布机关|编制单位|编制机关|"
    r"制作单位|制发机构|报告单位|填报单位|单位名称|信息来源|来源|责任部门|供稿单位|供稿|生成机构|落款)"
    r"\s*[:|\t]+\s*(?P<body>[^\s|;,。]{2,40})"
)
_CRUMBS = re.compile(r"[>»›→]|(?<=[\u3400-\u9fff])\s*[/\\|]\s*(?=[\u3400-\u9fff])")
_HERE = re.compile(r"^.*(?:位置|所在)(?:是)?:?")
# 某镇根据《条例》编制本报告; 本报告由某局编制; 现将某局2024年政府信息公开工作年度报告公布如下.
_BODY = r"(?P<body>[\u3400-\u9fff·]{3,30}?)"
_NAMES_ITSELF = (
    re.compile(
        rf"^(?:20\d\d年?(?:度|以来|来)?,?)?{_BODY}(?:20\d\d年度?)?(?:严格)?(?:根据|按照|依据|依照|认真|坚持|深入|"
        r"高度重视|以|在|全面|始终|紧紧|积极|现将|主动|政府信息公开|共|全年|,|:)"
    ),
    re.compile(rf"(?:报告|年报)(?:系|是)?由{_BODY}(?:根据|按照|依据|依照|编制|编写|发布|公布|撰写|制作|起草)"),
    re.compile(rf"(?:现将|现公布|现发布|公布|是){_BODY}(?:20\d\d年度?)(?:政府|政务)?信息公开"),
)  # fmt: skip
# 关于印发某镇2024年政府信息公开工作年度报告的通知
_ANNOUNCED = re.compile(r"^(?:关于)?(?:印发|转发|公布|发布|报送|公开)+")
# r463_某县…, a12-某县…: what files are numbered with is no part of a name.
_NUMBERED = re.compile(r"^[A-Za-z]{1,4}\d*[_.\-\s]+(?=[\u3400-\u9fff])")
# Who answers questions is often another body than the one whose report it is.
_CONTACT = re.compile(rf"(?:请与|请联系|可与|联系单位:|联系部门:|咨询){_BODY}(?:联系|\(|,|:|。|$)")
CONTACT = "联系方式"


@dataclass(frozen=True, slots=True)
class Sign:
    """A body named somewhere; a sure sign is the report's own word, not the site's."""

    where: str
    body: Body
    is_sure: bool = False


def read_signs(clues: Clues, regions: Regions) -> tuple[Sign, ...]:
    """The bodies that a report names outside its title, the surest first."""
    return (
        *_signatures(clues, regions),
        *_self_named(clues, regions),
        *_boxes(clues, regions),
        *_crumbs(clues, regions),
        *_names_of_files(clues, regions),
    )


def disagreeing_signs(body: Body, signs: Sequence[Sign]) -> Iterator[Finding]:
    """A finding where what is named around a report is another body than its own."""
    others = [sign for sign in signs if _is_other(body, sign)]
    if others:
        shown = "、".join(dict.fromkeys(f"{sign.where}“{sign.body.name}”" for sign in others))
        yield Finding(
            "signals_disagree", f"按“{body.name}”的报告读取，但写明的单位不一致：{shown}"
        )


def _is_other(body: Body, sign: Sign) -> bool:
    """Whether a sign names a body that cannot be the one whose report it is."""
    other = sign.body
    if sign.where == CONTACT or body.own == other.own:
        return False
    if Kind.OTHER in (body.kind, other.kind):
        return False
    if sign.where == "标题":  # or --issuer, which the title contradicts
        return not is_same_body(body.own, other.own)
    if body.kind is Kind.TOWN:
        is_part = other.own.startswith(body.place)
        return not is_part and not other.is_government and other.kind is not Kind.OFFICE
    if body.kind is Kind.DEPARTMENT:
        is_like = other.kind in (Kind.TOWN, Kind.DEPARTMENT)
        return is_like and not is_same_body(body.own, other.own)
    # Reports of a government are signed and filed by its offices.
    return sign.is_sure and other.kind is Kind.TOWN


def _signatures(clues: Clues, regions: Regions) -> Iterator[Sign]:
    for line in clues.closing:
        if len(line) <= _LONGEST_LINE:
            text = _DATE.sub("", spelled(line)).rpartition(":")[2]
            body = read_body(text, regions)
            if body is not None:
                yield Sign("落款", body, is_sure=True)


def _self_named(clues: Clues, regions: Regions) -> Iterator[Sign]:
    for paragraph in clues.opening[:_MOST_PARAGRAPHS]:
        text = spelled(paragraph[:200])
        for pattern in _NAMES_ITSELF:
            body = _named_in(text, pattern, regions)
            if body is not None:
                yield Sign("正文", body, is_sure=True)
        contact = _named_in(text, _CONTACT, regions)
        if contact is not None:
            yield Sign(CONTACT, contact)


def _named_in(text: str, pattern: re.Pattern[str], regions: Regions) -> Body | None:
    match = pattern.search(text)
    body = read_body(_ANNOUNCED.sub("", match["body"]), regions) if match else None
    if body is None or not is_plausible(body.places, regions):
        return None
    return body if body.kind is not Kind.DEPARTMENT or _is_sure(body) else None


def _boxes(clues: Clues, regions: Regions) -> Iterator[Sign]:
    lines = (*clues.around[:_MOST_LINES], *clues.before)
    for match in _LABEL.finditer("\n".join(lines).replace("：", ":")):
        body = read_body(match["body"], regions)
        if body is not None:
            yield Sign("发布机构", body)


def _crumbs(clues: Clues, regions: Regions) -> Iterator[Sign]:
    for line in clues.titles:  # 年度报告_某县教育局: what stands behind is the site's
        yield from _chrome("网页标题", line.replace("-", ">").replace("_", ">"), regions)
    for line in clues.around[:_MOST_LINES]:
        yield from _chrome("导航", line, regions)


def _chrome(where: str, line: str, regions: Regions) -> Iterator[Sign]:
    parts = _CRUMBS.split(line[:300])
    if len(parts) < 2:
        return
    for part in reversed(parts):
        name = re.sub(r"(?:门户|官方)?网站?$", "", _HERE.sub("", spelled(part)))
        body = read_body(name, regions)
        if body is not None and _is_sure(body):
            yield Sign(where, body)


def _names_of_files(clues: Clues, regions: Regions) -> Iterator[Sign]:
    stem = _NUMBERED.sub("", clues.path.stem)
    title = read_title(stem, regions)
    body = title.body or read_body(_without_numbers(stem), regions)
    if body is not None and (title.is_report or _is_sure(body)):
        yield Sign("文件名", body)
    for folder in clues.folders:
        body = read_body(_without_numbers(folder), regions)
        if body is not None and _is_sure(body):
            yield Sign("文件夹", body)


def _without_numbers(name: str) -> str:
    return re.sub(r"20\d\d年?度?|年报|年度报告|[\d_.\-()\s]+", "", spelled(name))


def _is_sure(body: Body) -> bool:
    """Whether a word in a list of words can only be a body's name."""
    if body.kind is Kind.DEPARTMENT:
        return bool(SURE_DEPARTMENT.search(body.own))
    return body.kind is not Kind.OTHER
