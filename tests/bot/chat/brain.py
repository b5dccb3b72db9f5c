"""A small brain that knows one township: enough to see what the front end does with answers."""

import json
import re
import threading
from dataclasses import dataclass, field

from bot.chat.handlers import Brain
from bot.types import (
    END,
    STRONG,
    Answer,
    Choice,
    Citation,
    Context,
    Lang,
    Quote,
    Route,
    Turn,
)

EXAMPLES = {
    Lang.ZH: (
        "清水乡2024年收到多少件申请？",
        "清水乡人民政府2024年度政府信息公开工作年度报告里说了哪些存在的问题？",
    ),
    Lang.EN: ("How many applications did Qingshui receive in 2024?",),
}
SOURCE = Citation(
    issuer="清水乡人民政府",
    region="某省/某市/某县",
    year=2024,
    title="清水乡人民政府2024年度报告",
    section=3,
    table=3,
    row="一、本年新收政府信息公开申请数量",
    column="总计",
    file="/srv/reports/清水乡<2024>.html",
    url="https://example.org/a?b=1&c=2",
    raw="12",
)
QUOTE = Quote(
    issuer="清水乡人民政府",
    region=None,
    year=2024,
    section=5,
    quote="公开不够及时",
    start=2,
    end=8,
    context="一是公开不够及时，二是力量不足。",
    also_in=3,
)
ROWS = tuple(f"第{n:04d}行 & <{STRONG}{n}{END}>件" for n in range(1, 701))


def ask(question: str, previous: Context | None) -> Turn:
    """Answers by the first word that it knows, else repeats the question."""
    year = re.search(r"20\d\d", question)
    slots = json.dumps({"year": year and year[0], "after": previous and previous.question})
    return Turn(Context(question, slots), _answer(question, previous))


def _answer(question: str, previous: Context | None) -> Answer:
    lang = Lang.EN if question.isascii() else Lang.ZH
    if "boom" in question:
        raise ValueError("a fault of the brain")
    if "哪个" in question:
        choices = (
            Choice("清水乡（某县）", "某县清水乡2024年"),
            Choice("另一县", "另一县清水乡2024年"),
        )
        return Answer(question, Route.CLARIFY, lang, "您问的是哪个清水乡？", choices=choices)
    if "问题" in question:
        return Answer(question, Route.PASSAGES, lang, "“公开不够及时”", passages=(QUOTE,))
    if "每行" in question:
        return Answer(question, Route.NUMBERS, lang, "\n".join(ROWS), sources=(SOURCE,))
    if question.startswith("那"):
        before = previous.question if previous else "什么都没问过"
        return Answer(question, Route.NUMBERS, lang, f"接着“{before}”：{question}")
    if "申请" in question or "applications" in question:
        marked = f"清水乡2024年：{STRONG}12件{END} <&>"
        return Answer(question, Route.NUMBERS, lang, marked, sources=(SOURCE,))
    return Answer(question, Route.HELP, lang, f"您问：{question}")


def status(lang: Lang) -> str:
    return "收录 1 个单位" if lang is Lang.ZH else "1 issuer is held"


def examples(lang: Lang) -> tuple[str, ...]:
    return EXAMPLES[lang]


BRAIN = Brain(ask, examples, status)


@dataclass
class SlowBrain:
    """Thinks about what begins with 慢 until it is released."""

    release: threading.Event = field(default_factory=threading.Event)
    asked: list[str] = field(default_factory=list)

    def ask(self, question: str, previous: Context | None) -> Turn:
        self.asked.append(question)
        if question.startswith("慢"):
            assert self.release.wait(10)
        return ask(question, previous)

    @property
    def brain(self) -> Brain:
        return Brain(self.ask, examples, status)
