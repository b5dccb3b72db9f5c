"""The parts of a section that have a heading of their own: 监督保障, 平台建设."""

import re

from bot.answer.quotations.quotes import Shelf, Stretch

_HAN = "一二三四五六七八九十"
_NUMBER = rf"(?:[（(][{_HAN}\d]{{1,2}}[）)]|[{_HAN}]{{1,2}}(?:是|、)|\d{{1,2}}[.、．])"
_KNOWN = (
    "主动公开",
    "依申请公开",
    "信息管理",
    "管理",
    "平台",
    "监督",
    "保障",
    "标准化",
    "培训",
    "解读",
    "重点领域",
    "互动",
    "队伍建设",
    "组织领导",
)
_HEADING = re.compile(
    rf"(?:^|(?<=[。；;！!\n]))\s*(?P<number>{_NUMBER})?\s*"
    r"(?P<name>[^\W\d_]{2,16}?)(?:方面的?)?(?:工作)?(?:情况)?(?P<end>[。:：，,]|\s*\n)"
)
_IDLE = re.compile(
    r"政府信息公开|信息公开|政务公开|政府|公开(?=平台)|建设|情况|方面|部分|工作|的|、|和|与"
)
_ASKED = re.compile(
    r"(?:(?:政府信息)?主动公开|依申请公开|(?:政府)?信息管理|(?:政府信息公开|公开|信息公开)?平台建设"
    r"|监督(?:和)?保障|(?:政府信息公开|政务公开)?标准化(?:规范化)?建设|教育培训)(?:情况|方面|部分|工作)*"
)


def names_heading(topic: str) -> bool:
    """Whether a topic is the name of a part that reports have a heading for."""
    return bool(_ASKED.fullmatch(topic.replace(" ", "")))


def under_heading(shelf: Shelf, report_id: int, topic: str) -> tuple[int, Stretch] | None:
    """The section and the stretch that stand under a heading, to the next heading of its kind."""
    wanted = _core(topic)
    section = shelf.section(report_id, 1)
    if section is None or not wanted:
        return None
    found = [m for m in _HEADING.finditer(section.text) if _is_heading(m)]
    for at, match in enumerate(found):
        if wanted not in _core(match["name"]) and _core(match["name"]) not in wanted:
            continue
        after = (m.start() for m in found[at + 1 :] if _kind(m) == _kind(match))
        end = next(after, len(section.text))
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        text = section.text[start:end].rstrip()
        return 1, Stretch(start, start + len(text), text)
    return None


def _is_heading(match: re.Match[str]) -> bool:
    is_marked = bool(match["number"]) or match["end"] not in "，,"
    is_said = match[0].rstrip("，,").endswith(("方面", "情况"))
    return (is_marked or is_said) and any(word in match["name"] for word in _KNOWN)


def _core(name: str) -> str:
    return _IDLE.sub("", name.replace(" ", ""))


def _kind(match: re.Match[str]) -> str:
    """Headings of one kind are numbered alike."""
    number = match["number"] or ""
    return re.sub(r"[一二三四五六七八九十\d]+", "n", number)
