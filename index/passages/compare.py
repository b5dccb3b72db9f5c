"""Two wordings side by side: which sentences were kept, changed, added or dropped."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.text import compact
from index.types import Comparison, Pair

# Below this, two sentences rather say different things than one thing in two ways.
LIKE = 0.5

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*[”’」』）)】》〉\"']*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def compare_texts(earlier: Mapping[int, str], later: Mapping[int, str]) -> Comparison:
    """The sentences of two reports aligned, section by section, by number."""
    pairs = [
        pair
        for section in sorted({*earlier, *later})
        for pair in _pairs(section, earlier.get(section, ""), later.get(section, ""))
    ]
    return Comparison(tuple(pairs), _copied_share(pairs))


@dataclass(frozen=True, slots=True)
class _Sentence:
    place: int
    text: str
    key: str  # the text in one width, without white space


def _pairs(section: int, earlier: str, later: str) -> Iterator[Pair]:
    left, right = _sentences(earlier), _sentences(later)
    partner = _same(left, right)
    partner |= _alike(
        [s for s in left if s.place not in partner.values()],
        [s for s in right if s.place not in partner],
        partner,
    )
    dropped = _after_which(left, set(partner.values()))
    yield from (Pair("dropped", section, s.text, None) for s in dropped[-1])
    for sentence in right:
        place = partner.get(sentence.place)
        if place is None:
            yield Pair("new", section, None, sentence.text)
            continue
        yield _pair(section, left[place], sentence)
        yield from (Pair("dropped", section, s.text, None) for s in dropped[place])


def _sentences(text: str) -> list[_Sentence]:
    found = (match[0].strip() for match in _SENTENCE.finditer(text))
    spoken = [piece for piece in found if any(ch.isalnum() for ch in piece)]
    return [_Sentence(i, piece, compact(piece)) for i, piece in enumerate(spoken)]


def _same(left: Sequence[_Sentence], right: Sequence[_Sentence]) -> dict[int, int]:
    """Sentences that stand in both, wherever; the nth of one is the nth of the other."""
    places: dict[str, list[int]] = defaultdict(list)
    for sentence in reversed(left):
        places[sentence.key].append(sentence.place)
    return {s.place: places[s.key].pop() for s in right if places.get(s.key)}


def _alike(
    left: Sequence[_Sentence], right: Sequence[_Sentence], partner: Mapping[int, int]
) -> dict[int, int]:
    """The rest, each with the sentence that it is most like; of equals with the nearest."""
    wording = {s.place: _wording(s.key) for s in left}
    found = []
    for sentence in right:
        mine = _wording(sentence.key)
        expected = _expected(sentence.place, partner)
        for other in left:
            likeness = _likeness(mine, wording[other.place])
            if likeness >= LIKE:
                distance = abs(other.place - expected)
                found.append((-round(likeness, 3), distance, other.place, sentence.place))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, place, later in sorted(found):
        if later not in matched and place not in taken:
            matched[later] = place
            taken.add(place)
    return matched


def _expected(place: int, partner: Mapping[int, int]) -> int:
    """Where a sentence should stand in the other text, after the last one that both have."""
    for before in range(place - 1, -1, -1):
        if before in partner:
            return partner[before] + place - before
    return place


def _wording(key: str) -> Counter[str]:
    """The pairs of characters of a sentence, whatever numbers stand in it."""
    masked = f"^{_NUMBER.sub('0', key)}$"
    return Counter(map("".join, pairwise(masked)))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total())


def _after_which(left: Iterable[_Sentence], kept: set[int]) -> dict[int, list[_Sentence]]:
    """The dropped sentences by the sentence that they stood after; -1 is the beginning."""
    dropped: dict[int, list[_Sentence]] = defaultdict(list)
    last = -1
    for sentence in left:
        if sentence.place in kept:
            last = sentence.place
        else:
            dropped[last].append(sentence)
    return dropped


def _pair(section: int, left: _Sentence, right: _Sentence) -> Pair:
    if left.key == right.key:
        return Pair("kept", section, left.text, right.text)
    return Pair("changed", section, left.text, right.text, _changed_numbers(left.key, right.key))


def _changed_numbers(left: str, right: str) -> tuple[tuple[str, str], ...]:
    if _NUMBER.sub("0", left) != _NUMBER.sub("0", right):
        return ()
    both = zip(_NUMBER.findall(left), _NUMBER.findall(right), strict=True)
    return tuple((one, other) for one, other in both if one != other)


def _copied_share(pairs: Iterable[Pair]) -> float:
    """The share of the later text, by characters, that stands in the earlier one."""
    kept = said = 0
    for pair in pairs:
        size = len(compact(pair.right or ""))
        said += size
        kept += size if pair.kind == "kept" else 0
    return round(kept / said, 4) if said else 0.0
