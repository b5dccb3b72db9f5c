"""Names that were mistyped: one edit or one sound away from a name that is held.

Knows no question and no answer: it says which held names a text may mean, and the caller says
so aloud. A name that is a real place is never taken for another.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.text import compact
from index.vocabulary.pinyin import latin_keys, pinyin_key, sound_key, syllables
from index.vocabulary.regions import Regions, official_name, short_name

_GOVERNMENT = re.compile(r"(?<=.)人民政府$")
_TOWN_KINDS = ("乡", "镇", "街道", "街", "苏木")
_COUNTY_KINDS = ("县", "市", "区", "旗", "盟", "州", "省")
# Endings of departments and zones: 教育局 and 体育局 are one edit apart, and no slip.
_BODY_KINDS = (
    "局",
    "委",
    "办",
    "会",
    "厅",
    "院",
    "所",
    "站",
    "部",
    "室",
    "中心",
    "大队",
    "园",
    "处",
)
# Neighbours are told apart by these, so that one for another is no slip: 城东镇, 城西镇.
_TELLING = frozenset(
    "东西南北中上下前后左右内外大小新老旧一二三四五六七八九十百千红黄蓝绿青白黑紫"
)
# Of a department, what must be right to the end: 教育局.
_BODY_TAIL = 3


@dataclass(frozen=True, slots=True)
class Like:
    """A stretch `start:end` of a text that is nearly a held name."""

    name: str
    start: int
    end: int
    is_sound: bool  # sounds the same; else one edit away


def nearest(name: str, held: Sequence[str], regions: Regions | None = None) -> tuple[str, ...]:
    """The held names that a name may mean: itself, or those one edit or one sound away.

    One name is an answer, more are a question; names that sound the same come first. Empty for
    a place that exists but is not held, with or without its suffix.
    """
    name = _bare(name)
    index = _index(tuple(held))
    if name in index.exact:
        return index.exact[name]
    if not name or (regions is not None and regions.split(name)):
        return ()
    sounds = _same_sound(name, _sounds(tuple(held)))
    return tuple(dict.fromkeys((*sounds, *_slips(name, index, regions))))


def names_like(text: str, held: Sequence[str], regions: Regions | None = None) -> tuple[Like, ...]:
    """The stretches of a text that are nearly held names, in the order of the text.

    Stretches that overlap a held name or a real place are left alone, and of stretches that
    overlap each other the closest counts, with all the names that it may mean.
    """
    index, by_sound = _index(tuple(held)), _sounds(tuple(held))
    places: Collection[str] = () if regions is None else regions.paths_by_name
    taken = [*_spans(text, index.exact, 2, index.longest), *_spans(text, places, 3, 12)]
    found: list[Like] = []
    for start, end in _free_windows(text, index, taken):
        window = text[start:end]
        sounds = _same_sound(window, by_sound)
        found += (Like(name, start, end, True) for name in sounds)
        slips = _slips(window, index, regions)
        found += (Like(name, start, end, False) for name in slips if name not in sounds)
    return _without_overlaps(found)


def may_be_another(typed: str, meant: str) -> bool:
    """Whether a name may be of another place, and no slip for a held one: 青山县 beside 青石县.

    Of two characters one that is replaced by an unlike one leaves too little; a character that
    sounds or looks alike, is left out, doubled or swapped with the next is a slip.
    """
    typed, meant = _bare(typed), _bare(meant)
    if len(typed) != len(meant):
        meant = short_name(meant)
    differing = [i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b]
    if len(typed) != len(meant) or len(differing) != 1:
        return False
    at = differing[0]
    start = max((typed.rfind(kind, 0, at) for kind in _KIND_ENDS), default=-1) + 1
    ends = (typed.find(kind, max(at + 1, start + _TWO)) for kind in _KIND_ENDS)
    end = min((end for end in ends if end >= 0), default=len(typed) - 1) + 1
    stem = short_name(meant[start:end])
    return len(stem) <= _TWO and not _are_alike(typed[at], meant[at])


_TWO = 2
_KIND_ENDS = "省市县区旗镇乡道木"
# Characters of names that are taken for each other by the eye.
_LOOK_ALIKE = tuple(
    """
    潭谭 洼凹娃 冢家豕 己已巳 土士 未末 日曰 千干于 大太犬丈 天夫无 人入八 木本术禾 田由甲申
    王玉主五 白自百 目日且 刀力 午牛年 石右古 戌戍戊成 治冶 拨拔 侯候 辛幸 折拆 氏民 令今 兔免
    鸟乌马 竞竟 亳毫 沭沐 岚岗风 垅垄陇龙 汀丁订 宿缩 冈岗钢 桥侨乔 溪奚 湫秋愁 崖涯岸 岭领令铃
    坝贝坎 堡保 沟钩勾 坪评平 墩敦 塘糖唐 洲州 湾弯 浦蒲捕 桃逃挑兆 板版反 柳抑卯 泗四 流疏 影景
    付村 常堂尝 营管 厂广 老考 青清请情 望旺忘 桑嗓 海每梅 湖胡 汶坟 邹皱 微徽 徽微 薇微 蒲浦
    坡波 塔搭 阳阴 城诚 岩岸 崇祟 东车 西酉 北比
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


def _are_alike(one: str, other: str) -> bool:
    """Whether one character may stand for another by its sound or by its looks."""
    if any(one in group and other in group for group in _LOOK_ALIKE):
        return True
    return bool({*map(_near_sound, syllables(one))} & {*map(_near_sound, syllables(other))})


def _near_sound(syllable: str) -> str:
    """What people who speak otherwise write alike: zh and z, n and l, in and ing, f and h."""
    for letters, written in (("zh", "z"), ("ch", "c"), ("sh", "s")):
        syllable = syllable.replace(letters, written)
    return re.sub(r"^n(?=[aeiouv])", "l", re.sub(r"ng$", "n", syllable))


def nearest_latin(text: str, held: Sequence[str]) -> tuple[str, ...]:
    """The held names that letters spell (zhi ma wa xiang), else those one letter away."""
    spelt = _spellings(tuple(held))
    keys = latin_keys(text)
    for key in keys:
        if key in spelt:
            return spelt[key]
    close = (
        name
        for key in keys
        if len(key) >= 5  # a letter of four tells too much
        for other, names in spelt.items()
        if is_one_edit(key, other)
        for name in names
    )
    return tuple(dict.fromkeys(close))


def is_one_edit(left: str, right: str) -> bool:
    """Whether one letter added, left out, changed, or swapped with the next makes them equal."""
    short, long = sorted((left, right), key=len)
    if left == right or len(long) - len(short) > 1:
        return False
    at = _first_difference(short, long)
    if len(long) > len(short):
        return short[at:] == long[at + 1 :]
    swapped = long[at : at + 2][::-1]
    return short[at + 1 :] == long[at + 1 :] or short[at:] == swapped + long[at + 2 :]


@dataclass(frozen=True, slots=True)
class _Index:
    """The held names by their forms, and by those forms with one character left out."""

    exact: dict[str, tuple[str, ...]]
    by_deletion: dict[str, tuple[str, ...]]  # to forms
    lengths: frozenset[int]

    @property
    def longest(self) -> int:
        return max(self.lengths, default=0)


@lru_cache(maxsize=4)
def _index(held: tuple[str, ...]) -> _Index:
    exact: dict[str, dict[str, None]] = {}
    by_deletion: dict[str, dict[str, None]] = {}
    for name in held:
        for form in _forms(name):
            exact.setdefault(form, {})[name] = None
            if len(form) >= 3:  # two characters with a slip in them say nothing
                for key in (form, *_deletions(form)):
                    by_deletion.setdefault(key, {})[form] = None
    return _Index(
        {form: tuple(names) for form, names in exact.items()},
        {key: tuple(forms) for key, forms in by_deletion.items()},
        frozenset(map(len, exact)),
    )


@lru_cache(maxsize=4)
def _sounds(held: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The held names by what they sound like, as words and character by character."""
    found: dict[str, dict[str, None]] = {}
    for name in held:
        for form in _forms(name):
            for key in (" ".join(syllables(form)), _sound_by_character(form)):
                found.setdefault(key, {})[name] = None
    return {key: tuple(names) for key, names in found.items()}


@lru_cache(maxsize=4)
def _spellings(held: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The held names by their letters, with and without their kind."""
    found: dict[str, dict[str, None]] = {}
    for name in held:
        bare = _bare(name)
        for key in (pinyin_key(bare), sound_key(bare), _sound_by_character(bare)):
            if key := key.replace(" ", ""):
                found.setdefault(key, {})[name] = None
    return {key: tuple(names) for key, names in found.items()}


def _forms(name: str) -> tuple[str, ...]:
    """What a held name is called: 芝麻洼乡, 芝麻洼."""
    bare = _bare(name)
    return tuple(dict.fromkeys((bare, short_name(bare)))) if bare else ()


def _bare(name: str) -> str:
    return official_name(_GOVERNMENT.sub("", compact(name)))


def _kind(name: str) -> str:
    """town, county, body, or nothing for a name without a suffix."""
    kinds = {"town": _TOWN_KINDS, "county": _COUNTY_KINDS, "body": _BODY_KINDS}
    return next((kind for kind, ends in kinds.items() if name.endswith(ends)), "")


def _same_sound(name: str, by_sound: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The held names that sound like it, whatever it is written with (青石线 for 青石县)."""
    if len(name) < 2 or not _has_only_han(name):
        return ()
    return by_sound.get(_sound_by_character(name), ())


def _slips(name: str, index: _Index, regions: Regions | None) -> tuple[str, ...]:
    """The held names that it may be a slip of the hand for."""
    if len(name) < 3:
        return ()
    keys = (name, *_deletions(name))
    forms = dict.fromkeys(form for key in keys for form in index.by_deletion.get(key, ()))
    found = (form for form in forms if _is_slip(name, form) and _keeps_place(name, form, regions))
    return tuple(dict.fromkeys(full for form in found for full in index.exact[form]))


def _is_slip(name: str, form: str) -> bool:
    if _kind(name) != _kind(form) or not is_one_edit(name, form):
        return False
    at = _first_difference(name, form)
    if len(name) == len(form) and {name[at], form[at]} <= _TELLING:
        return False
    return _kind(form) != "body" or name[-_BODY_TAIL:] == form[-_BODY_TAIL:]


def _keeps_place(name: str, form: str, regions: Regions | None) -> bool:
    """Whether the real place that a name begins with, if any, is the held name's too."""
    if regions is None:
        return True
    places = (name[:end] for end in range(len(name) - 1, 1, -1) if regions.is_place(name[:end]))
    return form.startswith(next(places, ""))


def _free_windows(
    text: str, index: _Index, taken: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    lengths = sorted({n + more for n in index.lengths for more in (-1, 0, 1) if n + more >= 3})
    is_taken = bytearray(len(text))
    for start, end in taken:
        is_taken[start:end] = b"\1" * (end - start)
    for start in range(len(text)):
        for length in lengths:
            end = start + length
            if end > len(text) or 1 in is_taken[start:end]:
                break
            if _has_only_han(text[start:end]):
                yield start, end


def _spans(
    text: str, names: Collection[str], shortest: int, longest: int
) -> Iterator[tuple[int, int]]:
    """Where names stand in a text, the longest at each place."""
    start = 0
    while start < len(text):
        ends = range(min(len(text), start + longest), start + shortest - 1, -1)
        end = next((end for end in ends if text[start:end] in names), start)
        if end > start:
            yield start, end
        start = max(end, start + 1)


def _without_overlaps(found: Iterable[Like]) -> tuple[Like, ...]:
    kept: list[Like] = []
    for like in sorted(found, key=lambda x: (not x.is_sound, x.start - x.end, x.start)):
        same = (like.start, like.end)
        if all(
            like.end <= other.start or other.end <= like.start or (other.start, other.end) == same
            for other in kept
        ):
            kept.append(like)
    return tuple(sorted(kept, key=lambda x: (x.start, not x.is_sound)))


def _deletions(text: str) -> Iterator[str]:
    return (text[:i] + text[i + 1 :] for i in range(len(text)))


def _first_difference(left: str, right: str) -> int:
    pairs = enumerate(zip(left, right, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(left), len(right)))


def _sound_by_character(text: str) -> str:
    return " ".join(syllables(char)[0] for char in text)


def _has_only_han(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)
