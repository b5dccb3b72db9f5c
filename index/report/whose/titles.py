"""A title taken apart: whose report it announces, and for which year.

Titles come broken over lines, with the name of the site after them, with the year first, twice
or last, and under a dozen names for the same thing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.report.whose.bodies import Body, read_body, read_places, spelled
from index.report.whose.years import with_digits, years_in_title
from index.vocabulary.bodies import DEPARTMENTS
from index.vocabulary.regions import Regions

_LONGEST_TITLE = 120
_MOST_LINES = 4
_MOST_TORN = 3
_SUBJECT = re.compile(
    r"(?P<subject>(?:政府|政务)?信息公开|政务公开)"
    r"(?:工作|年度|情况|年|的|统计|总结|开展|落实|实施|暨|本|\d|[()])*?(?:报告书?|年报|统计表?|总结)"
)
# 县信息公开年度报告 - 某县政府网, 年度报告_政务公开: the site's name is no part of the title.
_SEPARATOR = re.compile(r"[_|»>]|(?<![\d月日])[-–—]+(?!\d)")
_MARKS = re.compile(r"[《》“”\"'‘’「」『』:：,，。;；!·•*#]")
_BRACKETS = re.compile(r"[(\[【〔〖][^()\[\]【】〔〕〖〗]{0,20}[)\]】〕〗]")
_INSIDE = re.compile(r"[(\[【〔〖]([^()\[\]【】〔〕〖〗]{2,30})[)\]】〕〗]")
_BRACKET = re.compile(r"[()\[\]【】〔〕〖〗]")
_YEAR = re.compile(r"(?:(?:19|20)\d\d|(?<!\d)[012]\d(?=年))年?度?(?:年度)?")
_NO_BODY = re.compile(
    r"^(?:关于|转发|公布|发布|印发|附件\d?|[-—–~])+"
    r"|(?:关于|年度|年|本级|本年|的|(?<=关于)(?:公布|发布|印发|公开)|发布|公布|[-—–~至、和及])+$"
)
# When it was published is not what it is about: 2024年发布2023年度…; and who wrote it may follow.
_PUBLISHED = re.compile(r"20\d\d年(?:\d{1,2}月)?(?:发布|公布|公开)(?:的)?(?=20\d\d)")
_SIGNED = re.compile(r"(?:报告|年报)\s*——\s*(?P<body>[\u3400-\u9fff]{3,30})\s*$")
_DOCUMENT = re.compile(r"[\u3400-\u9fff]{1,8}[(\[【〔〖](?:19|20)\d\d[)\]】〕〗]第?\d+号")
_CHINESE = r"[\u2e80-\u9fff\uff00-\uffef]"
_BLANK = re.compile(rf"(?<={_CHINESE})\s+|\s+(?={_CHINESE})")
_TORN_HEAD = re.compile(r"[\u3400-\u9fff]{2,20}")
_ONLY_YEAR = re.compile(r"\(?(?:20\d\d)年?度?\)?")


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: the body and the years may be missing.

    It is stacked where the body stands on a line of its own above: that may be the head of a site.
    """

    text: str
    body: Body | None
    years: tuple[int, ...]
    is_report: bool
    is_stacked: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether it says who, when, and that it is such a report."""
        return self.is_report and self.body is not None and bool(self.years)


def read_titles(lines: Sequence[str], regions: Regions) -> tuple[Title, ...]:
    """The titles that lines hold, the one that says most first, then in the order given."""
    single = [read_title(line, regions) for line in lines]
    joined = [] if any(t.is_complete for t in single) else list(_joined(lines, single, regions))
    found = [title for title in (*single, *joined) if title.is_report or title.body]
    return tuple(sorted(dict.fromkeys(found), key=_rank))


def read_title(line: str, regions: Regions) -> Title:
    """One line read as a title."""
    printed = printed_title(line)
    text = _PUBLISHED.sub("", with_digits(spelled(line)))
    if len(text) > _LONGEST_TITLE:
        return Title(printed, None, (), False)
    parts = [part for part in _SEPARATOR.split(text) if part]
    about = next((part for part in parts if _SUBJECT.search(part)), None)
    if about is None:
        body = read_body(_YEAR.sub("", _MARKS.sub("", text)), regions)
        return Title(printed, body, (), False)
    signed = _SIGNED.search(line)
    body = _body_in(about, regions) or (read_body(signed["body"], regions) if signed else None)
    return Title(_without_site(printed), body, years_in_title(about), True)


def mended(before: Sequence[str], titles: Sequence[Title], regions: Regions) -> Title | None:
    """The title of which the lines above are the torn head: 商水县退 / 役军人事务局2023年….

    Only where what stands on the one line is no known department, and the lines together are;
    or where the lines above are the place of a department that names none.
    """
    first = next((t for t in titles if t.is_report and t.body is not None), None)
    if first is None or first.body is None:
        return None
    above = ""
    for line in before[:_MOST_TORN]:
        if not _TORN_HEAD.fullmatch(line.strip()):
            return None
        above += line.strip()
        whole = read_title(above + first.text, regions)
        if whole.body is not None and whole.body.own in DEPARTMENTS:
            is_placed = not first.body.places and bool(read_places(above, regions))
            if first.body.own not in DEPARTMENTS or (is_placed and whole.body.places):
                return whole
    return None


def printed_title(line: str) -> str:
    """A title as printed, without blanks beside Chinese characters."""
    return _BLANK.sub("", " ".join(line.split()))


def _rank(title: Title) -> int:
    if title.is_report:
        return 3 - 2 * (title.body is not None) - bool(title.years)
    return 4


def _joined(lines: Sequence[str], single: Sequence[Title], regions: Regions) -> Iterator[Title]:
    """Titles broken over lines: a body above its report, or words that go on below."""
    for start, first in enumerate(single):
        if first.is_report and first.years:
            continue
        for end in range(start + 2, min(start + _MOST_LINES, len(lines)) + 1):
            if single[end - 2].is_report and not _ONLY_YEAR.fullmatch(spelled(lines[end - 1])):
                break
            title = read_title("".join(line.strip() for line in lines[start:end]), regions)
            if title.is_report and (title.body or not first.body):
                is_stacked = any(part.body and not part.is_report for part in single[start:end])
                yield replace(title, is_stacked=is_stacked)


def _body_in(text: str, regions: Regions) -> Body | None:
    """The body that stands before the subject of a title, or in brackets."""
    bare = _DOCUMENT.sub("", _MARKS.sub("", text))
    for clean in (_BRACKETS.sub("", bare), _BRACKET.sub("", bare)):
        match = _SUBJECT.search(clean)
        if match is None:
            continue
        before = _named(clean[: match.start()])
        if before.endswith("人民") and match["subject"].startswith("政府"):
            before += "政府"
        if before:
            return _body_or_subject(before, regions)
    inside = (read_body(_named(group), regions) for group in _INSIDE.findall(bare))
    return next((body for body in inside if body is not None), None)


def _body_or_subject(text: str, regions: Regions) -> Body | None:
    """The body that a title names; where an office reports on its county, the county."""
    _, about, subject = text.rpartition("关于")
    told = read_body(subject, regions, is_loose=True) if about else None
    return told or read_body(text, regions, is_loose=True)


def _named(text: str) -> str:
    former = ""
    while former != text:
        former, text = text, _NO_BODY.sub("", _YEAR.sub("", text))
    return text


def _without_site(printed: str) -> str:
    """The part of a printed title that is about the report."""
    for part in _SEPARATOR.split(printed):
        if _SUBJECT.search(with_digits(spelled(part))):
            return part.strip()
    return printed
