"""Exact phrases: every passage in which a phrase stands, character for character."""

import sqlite3

from index.passages import fulltext
from index.passages.scopes import Where
from index.passages.split import split_pieces
from index.passages.texts import PassageHit
from index.types import Passage


def find_phrase(db: sqlite3.Connection, phrase: str, where: Where) -> tuple[PassageHit, ...]:
    """All passages in a scope that hold a phrase, in report order."""
    match = fulltext.match_phrase(phrase)
    if match is None:
        return ()
    if len(split_pieces(phrase)) == 1:
        return _in_passages(db, phrase, match, where)
    return _in_sections(db, phrase, match, where)


def _in_passages(
    db: sqlite3.Connection, phrase: str, match: str, where: Where
) -> tuple[PassageHit, ...]:
    rows = db.execute(
        f"""select p.report_id, p.section, p.start, p.stop, t.text
            from texts t join passages p on p.text_id = t.id
            where t.id in (select rowid from texts_fts where texts_fts match ?)
            and {where.condition} order by p.report_id, p.section, p.start""",
        (match, *where.parameters),
    ).fetchall()
    texts = {row[4] for row in rows}
    saying = {text for text in texts if fulltext.find_verbatim(phrase, text)}
    return tuple(
        PassageHit(report_id, Passage(*place), 1.0)
        for report_id, *place in rows
        if place[3] in saying
    )


def _in_sections(
    db: sqlite3.Connection, phrase: str, match: str, where: Where
) -> tuple[PassageHit, ...]:
    """A phrase that goes on past the end of a passage: quoted from the section itself."""
    rows = db.execute(
        f"""select distinct s.report_id, s.number, s.text from passages p
            join sections s on s.report_id = p.report_id and s.number = p.section
            where p.text_id in (select rowid from texts_fts where texts_fts match ?)
            and {where.condition} order by s.report_id, s.number""",
        (match, *where.parameters),
    ).fetchall()
    return tuple(
        PassageHit(report_id, passage, 1.0)
        for report_id, number, text in rows
        for passage in _spanning(db, report_id, number, text, phrase)
    )


def _spanning(
    db: sqlite3.Connection, report_id: int, section: int, text: str, phrase: str
) -> list[Passage]:
    places = db.execute(
        "select start, stop from passages where report_id = ? and section = ? order by start",
        (report_id, section),
    ).fetchall()
    found = {}
    for start, end in fulltext.find_verbatim(phrase, text):
        touched = [p for p in places if p[0] < end and p[1] > start] or [(start, end)]
        first, last = min(start, touched[0][0]), max(end, touched[-1][1])
        found[first, last] = Passage(section, first, last, text[first:last])
    return list(found.values())
