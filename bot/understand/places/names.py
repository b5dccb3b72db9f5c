"""Looking names up: as written, in Latin letters, mistyped, or by initials only."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from bot.understand.places.gazetteer import Gazetteer
from bot.understand.reading.lexicon import known_word
from bot.understand.reading.texts import has_han, is_latin
from bot.understand.reading.tokens import LookUp, Sense, Token
from bot.understand.vocabulary.departments import DEPARTMENTS
from bot.understand.vocabulary.fillers import FILLERS_EN
from index.types import Kind
from index.vocabulary.pinyin import initials, latin_keys, pinyin_key, sound_key
from index.vocabulary.regions import Regions, official_name, short_name

Letters = dict[str, tuple[Sense, ...]]

_ENDS = frozenset("省市县区旗盟州乡镇道木街办处")
# Names of places that are words of every day.
_NO_PLACES = frozenset(
    (
        "城区",
        "郊区",
        "矿区",
        "新区",
        "市区",
        "农场",
        "林场",
        "社区",
        "园区",
        "地区",
        "街道",
        "乡镇",
        "镇街",
        "镇乡",
    )
)
_LONGEST = 24
_WORDS_FOR_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("township", ("乡", "镇")),
    ("town", ("镇", "乡")),
    ("subdistrict", ("街道",)),
    ("street", ("街道",)),
    ("county", ("县", "旗")),
    ("district", ("区",)),
    ("city", ("市",)),
    ("municipality", ("市",)),
    ("province", ("省", "自治区")),
    ("xiang", ("乡",)),
    ("zhen", ("镇",)),
    ("jiedao", ("街道",)),
    ("xian", ("县",)),
    ("shi", ("市",)),
    ("qu", ("区",)),
    ("sheng", ("省",)),
)
_OFFICES = frozenset("局委办厅")
_NOT_AT_ENDS = frozenset(FILLERS_EN) | {"and", "or", "vs", "no", "not", "office"}
_INITIALS = re.compile(r"^[a-z]{2,5}$")


def lookup_of(names: Gazetteer, regions: Regions, letters: Letters | None) -> tuple[LookUp, int]:
    """What a piece of text may name, and how long a piece may be."""

    def look_up(piece: str) -> tuple[Sense, ...]:
        if len(piece) < 2:
            return ()
        if piece[0] < "\u3000":
            return _in_letters(piece, letters, names)
        return _in_characters(piece, names, regions)

    return look_up, _LONGEST


def _in_characters(piece: str, names: Gazetteer, regions: Regions) -> tuple[Sense, ...]:
    found: list[Sense] = []
    if piece[-1] in "处办街":
        official = official_name(piece)
        if official in names.bodies:
            return (("body", official),)
    if piece in names.bodies:
        found.append(("body", piece))
    if piece in names.regions:
        found.append(("region", piece))
    if piece in names.cores:
        found.append(("core", piece))
    if found:
        return tuple(found)
    if piece[-1] in _ENDS and piece not in _NO_PLACES and regions.is_place(piece):
        return (("division", official_name(piece)),)
    if known_word(piece):
        return ()
    if piece in names.shorts:
        return (("short", piece),)
    return (("division", piece),) if piece in _great_places(regions) else ()


_great: list[tuple[Regions, frozenset[str]]] = []


def _great_places(regions: Regions) -> frozenset[str]:
    """What provinces and cities are called: they are named without their kind (吉林, 杭州)."""
    for made, found in _great:
        if made is regions:
            return found
    paths = (path for paths in regions.paths_by_name.values() for path in paths)
    found = frozenset(
        short_name(path.rpartition("/")[2]) for path in paths if path.count("/") <= 1
    )
    _great.insert(0, (regions, found))
    del _great[2:]
    return found


def _in_letters(piece: str, letters: Letters | None, names: Gazetteer) -> tuple[Sense, ...]:
    core: tuple[Sense, ...] = (("core", piece),) if piece in names.cores else ()
    parts = piece.split()
    if letters is None or not is_latin(piece) or all(known_word(word) for word in parts):
        return core
    if parts[0] in _NOT_AT_ENDS or parts[-1] in _NOT_AT_ENDS:
        return core
    kind = next((ends for word, ends in _WORDS_FOR_KINDS if piece.endswith(" " + word)), ())
    found = [sense for key in latin_keys(piece) for sense in letters.get(key, ())]
    fitting = [s for s in found if not kind or s[1].endswith(kind[0])]
    fitting = fitting or [s for s in found if s[1].endswith(kind)]
    return tuple(dict.fromkeys(fitting or ([] if kind else found))) + core


_letters: list[tuple[Gazetteer, Letters]] = []


def latin_names(names: Gazetteer) -> Letters:
    """What is held by its spelling in letters; made once."""
    for made, letters in _letters:
        if made is names:
            return letters
    found: dict[str, dict[Sense, None]] = defaultdict(dict)
    for name in names.bodies:
        if names.issuers[names.bodies[name][0]].kind is Kind.TOWN:
            found[pinyin_key(name)][("body", name)] = None
    for name in names.regions:
        if short_name(name) != name or name[-1] in _ENDS:
            found[pinyin_key(name)][("region", name)] = None
    for key, sense in _offices_in_letters(names):
        found[key][sense] = None
    letters = {key: tuple(senses) for key, senses in found.items() if key}
    _letters.insert(0, (names, letters))
    del _letters[4:]
    return letters


def _offices_in_letters(names: Gazetteer) -> Iterator[tuple[str, Sense]]:
    """Departments by their whole names: gonganju, and not gongan, which may be other words."""
    for kind, (chinese, _) in enumerate(DEPARTMENTS):
        for name in (name for name in chinese if name[-1] in _OFFICES):
            is_held = name in names.cores
            yield sound_key(name), ("core", name) if is_held else ("department", str(kind))


def may_be_mistyped(tokens: list[Token]) -> bool:
    """Whether anything that is not known may be a name: nothing else names a place, or it stands
    beside a kind of place, a part of a name, or 和."""
    is_named = any(t.has("body", "region", "short", "core") for t in tokens)
    for i, token in enumerate(tokens):
        if not token.is_unknown or not (has_han(token.text) or len(token.text) > 4):
            continue
        beside = tokens[max(0, i - 1) : i] + tokens[i + 1 : i + 2]
        if not is_named or any(t.has("kind", "short", "division", "conjunction") for t in beside):
            return True
        if _ends_as_office(tokens[i + 1 : i + 5]):  # 市场监督管里局
            return True
    return False


def _ends_as_office(after: list[Token]) -> bool:
    """Whether what follows a word without a pause ends as the name of a department."""
    for one, other in pairwise(after):
        if one.end != other.start or one.has("mark"):
            return False
        if other.text in _OFFICES:
            return True
    return bool(after) and after[0].text in _OFFICES


def mistyped(
    text: str, tokens: list[Token], names: Gazetteer, regions: Regions
) -> tuple[str, tuple[tuple[str, str], ...], tuple[str, tuple[str, ...]] | None]:
    """The text with names put right that are one slip from one held name; else which are near."""
    from index.vocabulary.spelling import names_like, nearest

    for token in tokens:
        if token.is_unknown and is_latin(token.text):
            near = near_in_letters(token.text, text[token.end :].lstrip(), names)
            end = token.end + kind_after(text[token.end :])
            if len(near) == 1:
                typed = text[token.start : token.end]
                return f"{text[: token.start]}{near[0]} {text[end:]}", ((typed, near[0]),), None
    likes = [
        like
        for like in names_like(text, _held_names(names), regions)
        if _may_be_slip(like.start, like.end, tokens)
    ]
    for start, end in dict.fromkeys((like.start, like.end) for like in likes):
        meant = tuple(dict.fromkeys(x.name for x in likes if (x.start, x.end) == (start, end)))
        typed = text[start:end]
        if len(meant) == 1 and not _is_another(text, start, typed, meant[0]):
            right = meant[0]
            return text[:start] + right + text[end:], ((typed, right),), None
        return text, (), (typed, meant)
    for start, end in _clusters(tokens):
        whole = text[start:end]
        meant = () if regions.is_place(whole) else nearest(whole, _held_names(names), regions)
        if len(meant) == 1 and not _is_another(text, start, whole, meant[0]):
            return text[:start] + meant[0] + text[end:], ((whole, meant[0]),), None
        if meant:
            return text, (), (whole, meant)
    return text, (), None


def _is_another(text: str, start: int, typed: str, meant: str) -> bool:
    """Whether it is no slip for a held name: 下城街道, of which 城街道 is a part."""
    from index.vocabulary.spelling import may_be_another

    return text[max(0, start - 1) : start] in _BEFORE_NAMES or may_be_another(typed, meant)


# What may stand before a name as a part of it, though it is a word of every day.
_BEFORE_NAMES = tuple("上下大小新老东西南北中前后内外")


def _may_be_slip(start: int, end: int, tokens: list[Token]) -> bool:
    """Whether a stretch has something unknown in it, and no part of a known word: 些 of 哪些."""
    inside = [t for t in tokens if t.start < end and start < t.end]
    whole = all((start <= t.start and t.end <= end) or t.is_unknown for t in inside)
    return whole and any(t.is_unknown for t in inside)


def _clusters(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Stretches that begin or end like a place and have something unknown: 清水何镇, 清水湖镇."""
    for i, token in enumerate(tokens):
        if not token.is_unknown or not has_han(token.text):
            continue
        first = last = i
        if i and tokens[i - 1].end == token.start and tokens[i - 1].has("short", "division"):
            first = i - 1
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if after and after.start == token.end and after.has("division", "kind", "short"):
            last = i + 1
        if first < last:
            yield tokens[first].start, tokens[last].end


def by_initials(word: str, names: Gazetteer) -> tuple[int, ...]:
    """The bodies whose names have these initials: zmw for 芝麻洼乡."""
    if not _INITIALS.match(word):
        return ()
    towns = (n for n in names.bodies if names.issuers[names.bodies[n][0]].kind is Kind.TOWN)
    said = (word, *(word.removesuffix(end) for end in _KINDS_IN_LETTERS if word.endswith(end)))
    found = [i for n in towns if initials(n) in said for i in names.bodies[n]]
    found += [i for n in names.governments if initials(n) in said for i in names.governments[n]]
    return tuple(dict.fromkeys(found))


_KINDS_IN_LETTERS = ("x", "z", "jd", "s", "q", "qu")


def is_great_place(word: str, regions: Regions) -> bool:
    """Whether a word in letters is a province or a city, held or not: shanghai."""
    keys = set(latin_keys(word))
    return any(pinyin_key(name) in keys for name in _great_places(regions))


def near_in_letters(word: str, following: str, names: Gazetteer) -> tuple[str, ...]:
    """The held names one letter away from a word in Latin letters, of the kind that follows it."""
    from index.vocabulary.spelling import nearest_latin

    if not is_latin(word) or len(word) < 5:
        return ()
    kind = next((ends for said, ends in _WORDS_FOR_KINDS if following.startswith(said)), ())
    found = (n for n in nearest_latin(word, _held_names(names)) if _is_place(n, names))
    return tuple(n for n in found if not kind or n.endswith(kind))


def kind_after(text: str) -> int:
    """How much of a text is a word for the kind of place that stands before it."""
    rest = text.lstrip()
    said = next((w for w, _ in _WORDS_FOR_KINDS if re.match(rf"{w}\b", rest)), "")
    return len(text) - len(rest) + len(said) if said else 0


def _is_place(name: str, names: Gazetteer) -> bool:
    held = names.bodies.get(name, ())
    return name in names.regions or any(names.issuers[i].kind is Kind.TOWN for i in held[:1])


_LONG = 5  # 自然资原局 is no other bureau; of 教育局 and 体育局 neither is a slip of the other
_held: list[tuple[Gazetteer, tuple[str, ...]]] = []


def _held_names(names: Gazetteer) -> tuple[str, ...]:
    for made, held in _held:
        if made is names:
            return held
    whole = [n for n in names.regions if short_name(n) != n]
    cores = (core for core in names.own_cores.values() if len(core) >= _LONG)
    held = tuple(dict.fromkeys((*names.bodies, *whole, *cores)))
    _held.insert(0, (names, held))
    del _held[4:]
    return held
