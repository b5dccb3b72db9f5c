"""Full text in SQLite: character pairs, with single characters where pairs find too little.

The words of a Chinese text are not apart, and the tokenisers of FTS5 do not part them; so a text
is indexed as its pairs of neighbouring characters (公开目录 → 公开 开目 目录) and, in a second
column, as its single characters. Words of other scripts and numbers stay whole.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.passages.split import split_pieces
from index.text import compact, normalise

# A common pair stands in most texts, says little, and costs the most to rank by: rare pairs are
# taken first until this many rows would be ranked.
ROWS_RANKED = 12_000
ENOUGH = 10  # hits; with fewer, single characters are asked too

_HAN = "〇㐀-鿿豈-﫿\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_HAN}]+|[0-9]+|[^\W\d_{_HAN}]+")
# Nobody types the brackets of a document number as they are printed: 〔2021〕30号.
_BRACKETS = str.maketrans("〔〕[]【】", "()()()") | str.maketrans("“”‘’", "\"\"''")
# A blank beside a Chinese character separates nothing (2024 年; 结果 维持).
_IDLE_BLANK = re.compile(rf"(?<=[{_HAN}])\s+|\s+(?=[{_HAN}])")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a text is found by: pairs (and whole words of other scripts), and characters."""

    pairs: tuple[str, ...]
    singles: tuple[str, ...]


def terms_of(text: str) -> Terms:
    """The terms of a text, in order, repeated as often as they stand in it."""
    pairs: list[str] = []
    singles: list[str] = []
    for run in _runs(text):
        if _is_han(run):
            pairs += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
            singles += run
        else:
            pairs.append(run)
            singles.append(run)
    return Terms(tuple(pairs), tuple(singles))


def index_text(db: sqlite3.Connection, text_id: int, text: str) -> None:
    """Add a text to the full-text index."""
    terms = terms_of(text)
    db.execute(
        "insert into texts_fts(rowid, bigrams, singles) values (?, ?, ?)",
        (text_id, " ".join(terms.pairs), " ".join(terms.singles)),
    )


def drop_text(db: sqlite3.Connection, text_id: int, text: str) -> None:
    """Take a text out of the full-text index, which keeps no copy and must be told it again."""
    terms = terms_of(text)
    db.execute(
        "insert into texts_fts(texts_fts, rowid, bigrams, singles) values ('delete', ?, ?, ?)",
        (text_id, " ".join(terms.pairs), " ".join(terms.singles)),
    )


def count_texts(db: sqlite3.Connection, term: str, *, is_single: bool = False) -> int:
    """In how many texts a term stands, counted up to the number that would be ranked."""
    sql = "select count(*) from (select 1 from texts_fts where texts_fts match ? limit ?)"
    match = _match([term], is_single=is_single)
    found: int = db.execute(sql, (match, ROWS_RANKED + 1)).fetchone()[0]
    return found


def cached_count(
    db: sqlite3.Connection, term: str, counts: dict[str, int], *, is_single: bool = False
) -> int:
    """The same, remembered in `counts` for as long as the store does not change."""
    key = f"1:{term}" if is_single else f"2:{term}"
    if key not in counts:
        counts[key] = count_texts(db, term, is_single=is_single)
    return counts[key]


def find_texts(
    db: sqlite3.Connection,
    query: str,
    counts: dict[str, int],
    limit: int,
    among: Sequence[int] | None = None,
) -> list[int]:
    """The ids of the texts that match best, of all or among some."""
    terms = terms_of(query)
    found = _ranked(db, _rare(db, terms.pairs, counts), False, limit, among)
    if len(found) < ENOUGH and terms.singles:
        more = _ranked(db, _rare(db, terms.singles, counts, True), True, limit, among)
        found += [text_id for text_id in more if text_id not in set(found)]
    return found[:limit]


def match_phrase(phrase: str) -> str | None:
    """An FTS5 expression that holds for every text in which the phrase may stand, or None.

    Only its longest piece is asked for, since a passage never cuts through a piece; None means
    that nothing but punctuation is sought.
    """
    best = max(map(_exact_terms, split_pieces(phrase)), key=_weight, default=Terms((), ()))
    parts = [
        f"{{{column}}} : (" + " AND ".join(map(_quoted, terms)) + ")"
        for column, terms in (("bigrams", best.pairs), ("singles", best.singles))
        if terms
    ]
    return " AND ".join(f"({part})" for part in parts) or None


def find_verbatim(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where a phrase stands in a text: offsets of every occurrence, blanks and widths aside.

    A number at its edge is not found inside a longer number, nor a Latin word inside another.
    """
    sought = fold(phrase)
    if not sought or sought not in fold(text):
        return []
    folded, origins = _folded(text)
    places = []
    at = folded.find(sought)
    while at >= 0:
        end = at + len(sought)
        start, stop = origins[at], origins[end - 1] + 1
        if not _cuts_word(text, start) and not _cuts_word(text, stop):
            places.append((start, stop))
        at = folded.find(sought, end)
    return places


def fold(text: str) -> str:
    """The text as it is compared: one width, one case, one kind of brackets, no blanks."""
    return compact(text).lower().translate(_BRACKETS)


def _runs(text: str) -> list[str]:
    return _TOKEN.findall(_IDLE_BLANK.sub("", normalise(text).lower()))


def _is_han(run: str) -> bool:
    return re.match(f"[{_HAN}]", run) is not None


def _rare(
    db: sqlite3.Connection, terms: Iterable[str], counts: dict[str, int], is_single: bool = False
) -> list[str]:
    """The terms that stand anywhere, rarest first, as many as may be ranked; at least one."""
    known = []
    for term in dict.fromkeys(terms):
        count = cached_count(db, term, counts, is_single=is_single)
        if count:
            known.append((count, term))
    known.sort()
    chosen: list[str] = []
    rows = 0
    for count, term in known:
        rows += count
        if chosen and rows > ROWS_RANKED:
            break
        chosen.append(term)
    return chosen


def _ranked(
    db: sqlite3.Connection,
    terms: list[str],
    is_single: bool,
    limit: int,
    among: Sequence[int] | None,
) -> list[int]:
    if not terms:
        return []
    scope = "" if among is None else "and +rowid in (select value from json_each(?))"
    ids = () if among is None else (json.dumps(list(among)),)
    sql = (
        f"select rowid from texts_fts where texts_fts match ? {scope} "
        "order by bm25(texts_fts), rowid limit ?"
    )
    rows = db.execute(sql, (_match(terms, is_single=is_single), *ids, limit))
    return [int(row[0]) for row in rows]


def _match(terms: Iterable[str], *, is_single: bool) -> str:
    column = "singles" if is_single else "bigrams"
    return f"{{{column}}} : (" + " OR ".join(map(_quoted, terms)) + ")"


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _exact_terms(piece: str) -> Terms:
    """The terms that a text with this piece surely has: a lone character may be half of a pair."""
    pairs: list[str] = []
    singles: list[str] = []
    runs = _runs(piece)
    for i, run in enumerate(runs):
        if _is_han(run) and len(run) > 1:
            pairs += [run[j : j + 2] for j in range(len(run) - 1)]
        elif _is_han(run) and i in (0, len(runs) - 1):
            singles.append(run)
        else:
            pairs.append(run)
    return Terms(tuple(dict.fromkeys(pairs)), tuple(dict.fromkeys(singles)))


def _weight(terms: Terms) -> int:
    return 2 * len(terms.pairs) + len(terms.singles)


def _folded(text: str) -> tuple[str, list[int]]:
    out: list[str] = []
    origins: list[int] = []
    for i, ch in enumerate(text):
        for folded in _fold_character(ch):
            out.append(folded)
            origins.append(i)
    return "".join(out), origins


@lru_cache(maxsize=20_000)
def _fold_character(ch: str) -> str:
    return fold(ch)


def _cuts_word(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return (before.isdigit() and after.isdigit()) or (
        before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
    )
