"""The list of administrative divisions, from provinces down to towns, and look-up in it.

It knows names and what contains what, as of 30 June 2023; it does not know who has reports.
`make_divisions` builds the file that is read here.
"""

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.settings import DATA_DIR
from index.text import compact

DIVISIONS = DATA_DIR / "divisions.tsv.gz"

# Levels that stand only for order in the list, so that each county has a city above it.
_PLACEHOLDERS = frozenset(("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"))
_TOWN_CODE = 9  # 411627204; a county has 6 digits, a city 4, a province 2
_CODE_ABOVE = {2: 0, 4: 2, 6: 4, 9: 6}
_TOWN_SUFFIXES = ("乡", "镇", "街道", "苏木")
# What people leave out of a name: 太康, 周口, 芝麻洼, 河南.
_SUFFIXES = (
    *("省", "自治区", "市", "地区", "盟", "自治州", "县", "区", "旗", "林区", "特区", "自治县"),
    *("自治旗", *_TOWN_SUFFIXES),
)
_AUTONOMOUS = {"州": "自治州", "县": "自治县", "旗": "自治旗"}
_OFFICE = re.compile(r"(?<=街道)办事处$|办事处(?=街道$)|(?<=街)办事处$|(?<=街)办$")
# Peoples as they stand in names: 土家族苗族自治县, and without 族 木垒哈萨克自治县.
_WITH_ZU = (
    "柯尔克孜|乌孜别克|维吾尔|哈萨克|达斡尔|塔吉克|鄂温克|鄂伦春|俄罗斯|塔塔尔|土家|蒙古|布依|朝鲜|哈尼|"
    "傈僳|仡佬|东乡|高山|拉祜|纳西|仫佬|锡伯|景颇|毛南|撒拉|布朗|阿昌|普米|基诺|德昂|保安|裕固|门巴|独龙|"
    "赫哲|珞巴|壮|满|回|苗|彝|藏|侗|瑶|白|黎|傣|畲|水|佤|羌|土|怒|京|各"
)
_WITHOUT_ZU = "柯尔克孜|维吾尔|哈萨克|达斡尔|塔吉克|鄂温克|鄂伦春|蒙古|锡伯"
_PEOPLE = re.compile(rf"(?:(?:{_WITH_ZU})族|{_WITHOUT_ZU})+$")


@dataclass(frozen=True, slots=True, eq=False)
class Regions:
    """Places by name and by what contains them; a path reads 河南省/周口市/太康县.

    Compared as an object, so that look-ups in it can be cached.
    """

    paths_by_name: Mapping[str, tuple[str, ...]]
    paths_below: Mapping[str, tuple[str, ...]]
    town_paths: frozenset[str]
    # Names that are more than a short form and a suffix: 木座 for 木座藏族乡.
    names_by_short: Mapping[str, tuple[str, ...]]

    def is_place(self, name: str) -> bool:
        """Whether any place has exactly this name."""
        return bool(self.paths(name))

    def paths(self, name: str) -> tuple[str, ...]:
        """The full paths of all places with exactly this name."""
        name = official_name(name)
        found = self.paths_by_name.get(name)
        if found is None and name.endswith("街"):  # 佳荣里街 is how a body writes 佳荣里街道
            found = self.paths_by_name.get(name + "道")
        return found or ()

    def short_paths(self, short: str) -> tuple[str, ...]:
        """The full paths of all places that this is the name of, without its suffix."""
        short = compact(short)
        if len(short) < 2:  # 单 for 单县 is a word, not a place
            return ()
        names = [short + suffix for suffix in _SUFFIXES]
        names += self.names_by_short.get(short, ())
        found = [path for name in names for path in self.paths_by_name.get(name, ())]
        return tuple(dict.fromkeys(found))

    def whole_name(self, name: str) -> str:
        """The one name for which a name without its peoples stands: 大理州 for 大理白族自治州.

        Empty where it stands for none or for several, or is the name of a place itself.
        """
        stem, kind = name[:-1], name[-1:]
        if len(stem) < 2 or kind not in _AUTONOMOUS or self.is_place(name):
            return ""
        ending = _AUTONOMOUS[kind]
        found = [n for n in self.names_by_short.get(stem, ()) if n.endswith(ending)]
        return found[0] if len(found) == 1 else ""

    def children(self, path: str) -> tuple[str, ...]:
        """The paths of what lies directly in a place, in the order of the list."""
        return self.paths_below.get(path, ())

    def towns(self, path: str) -> tuple[str, ...]:
        """The paths of all 乡, 镇, 街道 and 苏木 in a place, without its farms and estates."""
        found: list[str] = []
        for below in self.children(path):
            if below not in self.town_paths:
                found += self.towns(below)
            elif below.endswith(_TOWN_SUFFIXES):
                found.append(below)
        return tuple(found)

    def parent(self, path: str) -> str | None:
        """The path of what contains a place; None above a province."""
        return path.rpartition("/")[0] or None

    def complete(self, region: str | None, name: str) -> tuple[str | None, bool]:
        """The region with the parents that it lacks, and whether any was filled in.

        `name` is the place that a body is of: for a town the region that contains it comes
        back, for a county or city its own path. What is not unique, or not in the list, stays.
        """
        given = self.split(region) if region else ()
        if region and not given:
            return region, False
        found = self._regions_of(name, given) or self._paths_ending_in(given)
        if len(found) != 1:
            return region, False
        return found[0], found[0] != region

    def split(self, region: str) -> tuple[str, ...]:
        """The places that a region names, outermost first; empty if one of them is unknown.

        Reads 周口市/太康县 as well as 周口市太康县 and 河南/太康.
        """
        parts: list[str] = []
        for piece in re.split(r"[/\s]+", region.strip()):
            parts += self._chain(compact(piece))
        return tuple(parts) if all(self._any_paths(part) for part in parts) else ()

    def _chain(self, text: str) -> list[str]:
        """The names that a text without separators is made of, the longest first."""
        if len(text) < 2 or self._any_paths(text):
            return [text] if text else []
        for end in range(len(text) - 2, 1, -1):
            if self.is_place(text[:end]):
                return [text[:end], *self._chain(text[end:])]
        return [text]

    def _any_paths(self, part: str) -> tuple[str, ...]:
        return self.paths(part) or self.short_paths(part)

    def _regions_of(self, name: str, given: tuple[str, ...]) -> list[str]:
        """The regions that a body of this place may have, inside all given places."""
        found: dict[str | None, None] = {}
        for path in self.paths(name):
            if self._lies_in(path, given):
                region = self.parent(path) if path in self.town_paths else path
                found[region] = None
        return [region for region in found if region]

    def _paths_ending_in(self, given: tuple[str, ...]) -> list[str]:
        if not given:
            return []
        paths = self._any_paths(given[-1])
        return [path for path in paths if self._lies_in(path, given)]

    def _lies_in(self, path: str, given: tuple[str, ...]) -> bool:
        """Whether the given places stand in the path, in this order."""
        steps = iter(path.split("/"))
        return all(any(_is_named(step, part) for step in steps) for part in given)


@lru_cache(maxsize=2)
def load_regions(path: Path | None = None) -> Regions:
    """The divisions that come with the program, or those in another file of the same form."""
    lines = gzip.decompress((path or DIVISIONS).read_bytes()).decode().splitlines()
    return regions_from(tuple(line.split("\t", 1)) for line in lines if line[:1] != "#")


def regions_from(rows: Iterable[tuple[str, ...]]) -> Regions:
    """The divisions of rows of code and name, each place after the one that contains it."""
    path_of: dict[str, str] = {"": ""}
    by_name: dict[str, tuple[str, ...]] = {}
    below: dict[str, list[str]] = {"": []}
    towns: list[str] = []
    for code, name in rows:  # of 44,000, at every start: nearly all are towns with a name alone
        above = path_of[code[: _CODE_ABOVE[len(code)]]]
        if name in _PLACEHOLDERS or above.endswith("/" + name):  # 东莞市 again below 东莞市
            path_of[code] = above
            continue
        path = f"{above}/{name}" if above else name
        by_name[name] = (*by_name[name], path) if name in by_name else (path,)
        if len(code) == _TOWN_CODE:
            towns.append(path)
        else:
            path_of[code] = path
            below[path] = []
        below[above].append(path)
    return Regions(
        by_name,
        {above: tuple(paths) for above, paths in below.items() if paths},
        frozenset(towns),
        _names_by_short(by_name),
    )


def official_name(name: str) -> str:
    """The name as the list has it: one width, and no office in it (新城街道办事处)."""
    return _OFFICE.sub("", compact(name))


def short_name(name: str) -> str:
    """The name without what only says its kind: 太康 of 太康县, 木座 of 木座藏族乡.

    A name that would keep fewer than two characters stays whole.
    """
    name = official_name(name)
    for suffix in sorted(_SUFFIXES, key=len, reverse=True):
        stem = name.removesuffix(suffix)
        if stem != name and len(stem) >= 2:
            short = _PEOPLE.sub("", stem).removesuffix("民族")
            if len(short) < 2:  # 东乡族自治县 is of no other place than its people
                short = stem.removesuffix("族")
            return short if len(short) >= 2 else stem
    return name


def _is_named(step: str, part: str) -> bool:
    return step == part or short_name(step) == part


def _names_by_short(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, short in _shortened(names):
        found.setdefault(short, []).append(name)
    return {short: tuple(full) for short, full in found.items()}


def _shortened(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        if "族" in name or "自治" in name:
            short = short_name(name)
            if short != name:
                yield name, short
