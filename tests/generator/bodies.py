"""Invented bodies in invented counties: as many as are wanted, none with a real place's name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from index.types import Kind
from index.vocabulary.regions import load_regions
from tests.generator.figures import below, shuffled

_FIRST = "云澜岚汐棠桐槐楠栖岩砚芷蘅茗菱荻雁鹭鸥鹊霁霞霄翠碧素澄泠淙涧沅渌濯曦昀朔岱"
_SECOND = "溪汀渡崖坪垭岙墩埠渚洲屿浦泾堰堤台原畈冲垄湾峪岭埂塬"
_DEPARTMENTS = (
    "教育局",
    "公安局",
    "民政局",
    "司法局",
    "财政局",
    "人力资源和社会保障局",
    "自然资源局",
    "住房和城乡建设局",
    "交通运输局",
    "水利局",
    "农业农村局",
    "卫生健康局",
    "应急管理局",
    "审计局",
    "市场监督管理局",
    "统计局",
    "医疗保障局",
    "城市管理局",
    "发展和改革委员会",
)
_DEPARTMENTS_PER_COUNTY = 9


@dataclass(frozen=True, slots=True)
class Body:
    """A body that publishes reports; `scale` says how much it has to do beside its like.

    `full` is its name as it signs (云溪县清水乡人民政府), `name` the one it is held under.
    """

    name: str
    full: str
    region: str
    kind: Kind
    scale: float = 1.0

    @property
    def we(self) -> str:
        """How its reports call it."""
        short = {Kind.COUNTY: "本县", Kind.OFFICE: "本办", Kind.DEPARTMENT: "本局"}
        if self.kind is Kind.TOWN:
            return next(w for w in ("街道", "镇", "乡") if w in self.name).join(("本", ""))
        return short[self.kind]


def bodies(rng: Random) -> Iterator[Body]:
    """Bodies without end: a county's government, its office, departments and towns in turn."""
    for county in shuffled(rng, _invented_names("县")):
        yield Body(f"{county}人民政府", f"{county}人民政府", county, Kind.COUNTY, _scale(rng))
        office = f"{county}人民政府办公室"
        yield Body(office, office, county, Kind.OFFICE, _scale(rng))
        for bureau in shuffled(rng, _DEPARTMENTS)[:_DEPARTMENTS_PER_COUNTY]:
            name = county + bureau
            yield Body(name, name, county, Kind.DEPARTMENT, _scale(rng))
        suffix = {0: "街道", 1: "镇", 2: "镇"}
        for i, stem in enumerate(shuffled(rng, _stems())[: 8 + below(rng, 8)]):
            town = stem + suffix.get(i, "乡" if i % 2 else "镇")
            name = f"{town}办事处" if town.endswith("街道") else f"{town}人民政府"
            yield Body(name, county + name, county, Kind.TOWN, _scale(rng))


def _scale(rng: Random) -> float:
    return float(0.2 + 2.5 * rng.random() ** 2)


@lru_cache(maxsize=4)
def _invented_names(suffix: str) -> tuple[str, ...]:
    regions = load_regions()
    names = (stem + suffix for stem in _stems())
    return tuple(n for n in names if not regions.is_place(n) and not regions.short_paths(n[:2]))


@lru_cache(maxsize=1)
def _stems() -> tuple[str, ...]:
    regions = load_regions()
    stems = (a + b for a in _FIRST for b in _SECOND)
    return tuple(s for s in stems if not regions.short_paths(s))
