"""The section of a report to which a question for wording keeps: 第五部分谁提到…, 问题部分里….

A word for problems or measures alone keeps to none where the reports are asked that say a thing:
it may be what they say (want to improve their search).
"""

import re
from dataclasses import replace

from bot.understand.frames import Frame
from bot.understand.mentions import Mentions

_PART = r"(?:这|那)?(?:一)?(?:部分|章节|章|节|里面?|中|项下)"
_CALLED: dict[int, re.Pattern[str]] = {
    5: re.compile(
        r"(?:存在的?)?(?:主要)?(?:问题|不足|短板|改进|整改)(?:及改进|措施|情况)*" + _PART
        + r"|\b(?:in|under) (?:the )?problems? section\b"
    ),
    6: re.compile(r"其他(?:需要报告的)?事项" + _PART),
    1: re.compile(r"总体情况" + _PART),
}  # fmt: skip
_LISTING = ("mention", "unsaid")
_BEFORE = r"(?:(?:in|of|under) )?(?:the )?"


def kept_to_section(frame: Frame, m: Mentions) -> Frame:
    """The frame of a question which reports say a thing, with the section that it names."""
    if frame.kind != "passages" or not frame.topic or frame.mode not in (*_LISTING, "others"):
        return frame
    number, said = _named(m)
    if number is None and frame.mode not in _LISTING:
        return frame
    if number is None:
        return replace(frame, section=None, near_section=frame.section)
    topic = re.sub(_BEFORE + re.escape(said), " ", frame.topic).strip()
    return replace(frame, section=number, topic=topic or frame.topic)


def _named(m: Mentions) -> tuple[int | None, str]:
    """The section that is named, and the words for it."""
    for token in m.tokens:
        for digits in token.keys("section"):
            return int(digits), token.text
    for number, called in _CALLED.items():
        found = called.search(m.text)
        if found is not None:
            return number, found.group()
    return None, ""
