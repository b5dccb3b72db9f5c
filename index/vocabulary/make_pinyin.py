"""Builds data/pinyin.tsv from the dictionaries of pypinyin.

    pip install pypinyin==0.55.0
    python -m index.vocabulary.make_pinyin

Kept are the characters of Unicode's first block of Chinese and of the names of places, without
tones, and the short words in which one of them is said otherwise than alone: longer ones are
idioms. The same dictionaries give the same bytes.
"""

import sys
from collections.abc import Iterable, Iterator

from index.vocabulary.pinyin import LONGEST_WORD, PINYIN
from index.vocabulary.regions import load_regions

_SOURCE = "# Pinyin of characters and words, from pypinyin 0.55.0 (MIT), selected"
# Words across two others in the name of a place: 杨木·栅子乡, 雨露·白族乡.
_NO_WORDS = frozenset(("木栅", "露白"))


def pinyin_table() -> str:
    """The table: a line a syllable with its characters, then a line a word with its syllables."""
    from pypinyin import lazy_pinyin  # the program itself does without
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    in_names = set("".join(load_regions().paths_by_name))
    alone = {
        char: lazy_pinyin(char)[0]
        for char in map(chr, sorted(PINYIN_DICT))
        if "\u4e00" <= char <= "\u9fff" or char in in_names
    }
    words = {
        word: lazy_pinyin(word)
        for word in sorted(PHRASES_DICT)
        if len(word) <= LONGEST_WORD and word not in _NO_WORDS and alone.keys() >= set(word)
    }
    lines = (*_by_syllable(alone.items()), *_said_otherwise(words, alone))
    return "\n".join((_SOURCE, *lines, ""))


def _by_syllable(alone: Iterable[tuple[str, str]]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for char, said in alone:
        found.setdefault(said, []).append(char)
    return (f"{said}\t{''.join(chars)}" for said, chars in sorted(found.items()))


def _said_otherwise(words: dict[str, list[str]], alone: dict[str, str]) -> Iterator[str]:
    for word, said in words.items():
        if said != [alone[char] for char in word]:
            yield f"{word}\t{' '.join(said)}"


if __name__ == "__main__":
    PINYIN.write_text(pinyin_table(), "utf-8", newline="\n")
    sys.stdout.write(f"{PINYIN}: {PINYIN.stat().st_size:,} bytes\n")
