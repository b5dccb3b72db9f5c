"""Characters on a page that are no part of its text: struck out, or marks of notes."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from index.report.pdf.shapes import Glyph, Rule

# Where a line strikes text out, in ems above its baseline; borders and underlines lie elsewhere.
_LOWEST, _HIGHEST = 0.1, 0.6
_BEYOND = 0.35  # ems that it may reach beyond the text
_TALLEST = 60.0  # points; no text of a report is larger
_BAND = 20.0  # points; characters are looked for in bands so high
_SMALL, _RAISED = 0.8, 0.15  # of the size of the character before


def without_struck(
    glyphs: Sequence[Glyph], rules: Sequence[Rule]
) -> tuple[tuple[Glyph, ...], tuple[Rule, ...]]:
    """The characters that no line strikes out, and the rules that are no such lines."""
    ordered = sorted(glyphs, key=attrgetter("y"))
    places = [glyph.y for glyph in ordered]
    struck: set[Glyph] = set()
    lines: set[Rule] = set()
    for rule in rules:
        if not rule.is_level:
            continue
        first, last = bisect_left(places, rule.at), bisect_right(places, rule.at + _TALLEST)
        crossed = [glyph for glyph in ordered[first:last] if _crosses(rule, glyph)]
        if crossed and _is_as_long(rule, crossed):
            struck.update(crossed)
            lines.add(rule)
    if not struck:
        return tuple(glyphs), tuple(rules)
    return (
        tuple(glyph for glyph in glyphs if glyph not in struck),
        tuple(rule for rule in rules if rule not in lines),
    )


def _crosses(rule: Rule, glyph: Glyph) -> bool:
    rise = (glyph.y - rule.at) / glyph.size
    return _LOWEST < rise < _HIGHEST and rule.start < (glyph.x0 + glyph.x1) / 2 < rule.end


def _is_as_long(rule: Rule, glyphs: Sequence[Glyph]) -> bool:
    """Whether a line begins and ends with the characters that it goes through."""
    reach = _BEYOND * max(glyph.size for glyph in glyphs)
    left, right = min(g.x0 for g in glyphs), max(g.x1 for g in glyphs)
    return rule.start >= left - reach and rule.end <= right + reach


def without_notes(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """The characters without small raised digits behind others, which point to notes."""
    largest = max((glyph.size for glyph in glyphs), default=0.0)
    small = {g for g in glyphs if g.text.isdigit() and g.size < _SMALL * largest}
    if not small:
        return tuple(glyphs)
    rows: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        rows.setdefault(int(glyph.y // _BAND), []).append(glyph)
    notes = {
        glyph
        for glyph in small
        for band in range(int(glyph.y // _BAND), int((glyph.y + _TALLEST) // _BAND) + 1)
        if any(_is_raised(glyph, before) for before in rows.get(band, ()))
    }
    return tuple(glyph for glyph in glyphs if glyph not in notes)


def _is_raised(glyph: Glyph, before: Glyph) -> bool:
    """Whether a digit stands, small and raised, close behind a character."""
    is_small = glyph.size < _SMALL * before.size
    rise = before.y - glyph.y
    is_near = -0.2 * before.size < glyph.x0 - before.x1 < 0.5 * before.size
    return is_small and is_near and _RAISED * before.size < rise < 0.6 * before.size
