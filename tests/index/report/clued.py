"""Clues of invented reports, as short as a case needs them."""

from pathlib import Path

from index.report.whose.identity import Clues
from index.types import Paragraph, Section


def clues(
    title: str | tuple[str, ...] = (),
    *,
    around: str | tuple[str, ...] = (),
    before: str | tuple[str, ...] = (),
    one: str | tuple[str, ...] = (),
    after: str | tuple[str, ...] = (),
    path: str = "report.html",
    root: str | None = None,
    url: str | None = None,
    issuer: str | None = None,
    year: int | None = None,
    region: str | None = None,
) -> Clues:
    section = Section(1, "总体情况", tuple(map(Paragraph, _lines(one))))
    return Clues(
        titles=_lines(title),
        around=_lines(around),
        before=_lines(before),
        sections=(section,),
        after=_lines(after),
        path=Path(path),
        root=Path(root) if root else None,
        url=url,
        issuer=issuer,
        year=year,
        region=region,
    )


def _lines(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text
