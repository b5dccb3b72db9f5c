"""Builds data/traditional.tsv from the dictionaries of OpenCC.

    pip install opencc-python-reimplemented==0.1.7
    python -m index.vocabulary.make_traditional <site-packages>/opencc/dictionary

Kept are the characters whose simplified form is in GB 2312 or in the name of a place; left out
are those that a simplified name itself has (乾安县). The same dictionaries give the same bytes.
"""

import sys
from pathlib import Path

from index.vocabulary.regions import load_regions
from index.vocabulary.traditional import TRADITIONAL

# What names have, but prose has far more often in its other sense.
_IN_SPITE_OF_NAMES = frozenset("於")
# Where OpenCC leaves the choice to phrases.
_OURS = {"瞭": "了", "麽": "么", "衹": "只", "祇": "只"}


def traditional_from(dictionary: Path) -> str:
    """The table: a line that states the source, then a character and its simplified form."""
    in_names = frozenset("".join(load_regions().paths_by_name))
    pairs = dict(_pairs(dictionary / "TSCharacters.txt"))
    for variant, char in _pairs(dictionary / "HKVariantsRev.txt"):  # 衞 for 衛
        if char in pairs and not _is_common(variant):
            pairs.setdefault(variant, pairs[char])
    pairs |= _OURS
    kept = (
        f"{char}\t{simple}"
        for char, simple in sorted(pairs.items())
        if (char not in in_names or char in _IN_SPITE_OF_NAMES)
        and (_is_common(simple) or simple in in_names)
    )
    source = "# Traditional and simplified characters, from OpenCC (Apache-2.0), selected"
    return "\n".join((source, *kept, ""))


def _pairs(file: Path) -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines() if "\t" in line)
    # The first form is the usual one.
    pairs = ((row[0], row[1].split()[0]) for row in rows)
    return [(char, simple) for char, simple in pairs if len(char) == 1 and char != simple]


def _is_common(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def main(arguments: list[str]) -> int:
    """Writes the table, or says how to call."""
    match arguments:
        case [dictionary]:
            target = TRADITIONAL
        case [dictionary, file]:
            target = Path(file)
        case _:
            sys.stderr.write(
                "usage: python -m index.vocabulary.make_traditional DICTIONARY_FOLDER [FILE]\n"
            )
            return 2
    target.write_text(traditional_from(Path(dictionary)), "utf-8", newline="\n")
    sys.stdout.write(f"{target}: {target.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
