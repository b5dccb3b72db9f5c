"""A report before it is laid out: title, prose and filled tables."""

from dataclasses import dataclass

from tests.generator.tables import SpanTable

TITLES = {
    1: "总体情况",
    2: "主动公开政府信息情况",
    3: "收到和处理政府信息公开申请情况",
    4: "政府信息公开行政复议、行政诉讼情况",
    5: "存在的主要问题及改进情况",
    6: "其他需要报告的事项",
}
NUMERALS = "〇一二三四五六七八九十"
NOTICE = "【虚构示例】本报告中的地名、机构和数字均为虚构，仅供演示。"

Block = str | SpanTable


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its heading as printed and its blocks in order."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as its author wrote it."""

    title: str
    year: int
    before: tuple[str, ...] = ()  # notice, preamble
    parts: tuple[Part, ...] = ()
    after: tuple[str, ...] = ()  # signature, date

    @property
    def tables(self) -> tuple[SpanTable, ...]:
        """All tables, in order."""
        return tuple(b for part in self.parts for b in part.blocks if isinstance(b, SpanTable))


def heading(number: int, title: str | None = None) -> str:
    """一、总体情况 and so on."""
    return f"{NUMERALS[number]}、{title or TITLES[number]}"
