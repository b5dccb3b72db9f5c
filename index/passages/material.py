"""What the shipped model learns from: concepts in many wordings, synonyms, and background."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.settings import DATA_DIR

PHRASES = DATA_DIR / "phrases"


@dataclass(frozen=True, slots=True)
class Concept:
    """A meaning and its wordings."""

    key: str
    formal: tuple[str, ...]
    everyday: tuple[str, ...]
    english: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """All that the model learns from."""

    concepts: tuple[Concept, ...]
    synonyms: tuple[tuple[str, ...], ...]
    fields: tuple[tuple[str, ...], ...]
    sayings: tuple[tuple[str, ...], ...]
    background: tuple[str, ...]
    question_frames: tuple[str, ...]
    passage_frames: tuple[str, ...]
    tokens: Mapping[str, int]


def read_material(folder: Path = PHRASES) -> Material:
    """Read the phrases from their files."""
    blocks: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.txt")):
        for key, lines in _blocks(path.read_text("utf-8")):
            blocks.setdefault(key, []).extend(lines)
    frames = _lines(folder / "frames.txt")
    tokens = (line.split("\t") for line in _lines(folder / "tokens.txt"))
    return Material(
        concepts=tuple(_concept(key, lines) for key, lines in blocks.items()),
        synonyms=tuple(tuple(line.split()) for line in _lines(folder / "synonyms.txt")),
        fields=tuple(tuple(line.split()) for line in _lines(folder / "fields.txt")),
        sayings=tuple(tuple(line.split(" / ")) for line in _lines(folder / "sayings.txt")),
        background=tuple(_lines(folder / "background.txt")),
        question_frames=tuple(f[2:] for f in frames if f.startswith("< ")),
        passage_frames=tuple(f[2:] for f in frames if f.startswith("> ")),
        tokens={token: int(frequency) for token, frequency in tokens},
    )


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _blocks(text: str) -> Iterable[tuple[str, list[str]]]:
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.splitlines() if not line.startswith("#")]
        if lines and (head := re.match(r"\[([\w.]+)\]", lines[0])):
            yield head[1], lines[1:]


def _concept(key: str, lines: Sequence[str]) -> Concept:
    formal, everyday, english, words = (
        tuple(dict.fromkeys(line[2:].strip() for line in lines if line.startswith(mark)))
        for mark in ("= ", "- ", "? ", "+ ")
    )
    return Concept(
        key, formal, everyday, english, tuple(w for line in words for w in line.split())
    )
