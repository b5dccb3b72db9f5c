"""Traditional characters as simplified ones: 政府信息公開 as 政府信息公开.

A character becomes a character, so positions in the text stay. Names that are compared with a
simplified question should go through `simplify` too.
"""

import re
from functools import lru_cache
from pathlib import Path

from index.settings import DATA_DIR

TRADITIONAL = DATA_DIR / "traditional.tsv"

# Words in which the character alone does not decide, or that are said otherwise elsewhere.
_WORDS = {
    "答覆": "答复", "回覆": "回复", "批覆": "批复", "函覆": "函复", "覆議": "复议",
    "資訊": "信息", "计畫": "计划", "計畫": "计划", "規畫": "规划",
}  # fmt: skip
_WORD = re.compile("|".join(_WORDS))


def simplify(text: str) -> str:
    """The text in simplified characters, as long as before."""
    if text.isascii():
        return text
    if not _traditional().search(text):  # to translate every text takes much longer
        return text
    return _WORD.sub(lambda word: _WORDS[word[0]], text).translate(_table())


@lru_cache(maxsize=1)
def _traditional() -> re.Pattern[str]:
    """Finds whatever becomes another character."""
    return re.compile(f"[{''.join(map(chr, _table()))}]|{_WORD.pattern}")


@lru_cache(maxsize=1)
def _table(path: Path = TRADITIONAL) -> dict[int, str]:
    rows = path.read_text("utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if not row.startswith("#"))
    return {ord(char): simple for char, simple in pairs}
