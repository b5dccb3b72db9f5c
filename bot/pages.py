"""Pages of a long answer: a question that asks for a later one ends in 第2页 or page 2."""

import re

from bot.types import Lang

_PAGE = re.compile(
    r"[，,]?\s*(?:第\s*([2-9]|[1-9]\d)\s*页|\bpage\s+([2-9]|[1-9]\d))[。.？?！!]?\s*$", re.I
)


_NEXT = re.compile(
    r"\s*(?:那|好的?|嗯)?[，,]?\s*"
    r"(?:还有(?:吗|呢|没有|别的吗|其他的吗)?|下一?页|更多(?:的)?|再来(?:点|一页|几条)?|继续(?:看|列)?"
    r"|后面(?:的)?呢?|再看(?:看|几条|一页|\s*\d+\s*条)?"
    r"|(?:show )?(?:me )?more|next(?: page| ones?)?|continue|(?:any|anything) (?:more|else))"
    r"\s*[。.？?！!]*\s*",
    re.I,
)


def asks_for_next(question: str) -> bool:
    """Whether a message asks for nothing but what comes behind: 还有呢, 下一页."""
    return bool(_NEXT.fullmatch(question))


def split_page(question: str) -> tuple[str, int]:
    """A question without the page that it asks for, and the page; the first if it names none."""
    found = _PAGE.search(question)
    if found is None or not question[: found.start()].strip():
        return question, 1
    return question[: found.start()], int(found[1] or found[2])


def next_page(question: str, lang: Lang) -> str:
    """The question that asks for what comes behind this page of an answer."""
    bare, page = split_page(question)
    bare = bare.rstrip("。.？?！! ")
    return f"{bare}，第{page + 1}页" if lang is Lang.ZH else f"{bare}, page {page + 1}"
