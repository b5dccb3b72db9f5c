"""The samples' prose: one file an issuer, its sentences with what differs from year to year.

A file is cut by lines `#N` into preamble (0), sections (1 to 6) and signature (7). A line that
begins with `@22,24` stands in those years only; `[a|b|c]` gives each year its own words; figures
stand in braces, as `marks` says.
"""

import re
from pathlib import Path

from tests.generator.figures import Values
from tests.generator.marks import Said, fill_marks

PROSE = Path(__file__).parent / "sample_prose"


def sample_text(name: str, year: int, values: Values) -> tuple[dict[int, tuple[str, ...]], Said]:
    """The paragraphs of a report by section, and what they state."""
    said = Said()
    lines = (PROSE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    parts: dict[int, tuple[str, ...]] = {}
    part = 0
    for line in lines:
        if re.fullmatch(r"#\d", line):
            part = int(line[1])
            parts[part] = ()
            continue
        text = _of_year(line, year)
        if text:
            parts[part] += (_filled(text, year, values, said),)
    return parts, said


def _of_year(line: str, year: int) -> str:
    marked = re.match(r"@([\d,]+) ", line)
    if marked is None:
        return line
    return line[marked.end() :] if str(year % 100) in marked[1].split(",") else ""


def _filled(text: str, year: int, values: Values, said: Said) -> str:
    def choose(match: re.Match[str]) -> str:
        choices = match[1].split("|")
        return choices[year - 2022] if len(choices) == 3 else match[0]

    chosen = re.sub(r"\[([^\[\]]*)\]", choose, text).replace("{year}", str(year))
    return fill_marks(chosen, values, said)
