import pytest

from index.catalog import find_issuer
from index.types import HeldIssuer, Holdings, Kind

TAIKANG = "河南省/周口市/太康县"
HELD = Holdings(
    tuple(
        HeldIssuer(i, name, region, kind, False, (2024,))
        for i, (name, region, kind) in enumerate(
            [
                ("芝麻洼乡人民政府", TAIKANG, Kind.TOWN),
                ("城关镇人民政府", "云溪县", Kind.TOWN),
                ("城关镇人民政府", "青石县", Kind.TOWN),
                ("太康县人民政府", TAIKANG, Kind.COUNTY),
                ("太康县教育局", TAIKANG, Kind.DEPARTMENT),
                ("云溪县人民政府办公室", "云溪县", Kind.OFFICE),
                ("望江街道办事处", "云溪县", Kind.TOWN),
                ("清水乡人民政府", None, Kind.TOWN),
                ("清水镇人民政府", None, Kind.TOWN),
                ("太康县卫生健康局", TAIKANG, Kind.DEPARTMENT),
                ("太康县住建局", TAIKANG, Kind.DEPARTMENT),
            ],
            1,
        )
    )
)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("芝麻洼乡人民政府", [1]),
        ("芝麻洼乡", [1]),
        ("芝麻洼", [1]),
        ("太康县芝麻洼乡", [1]),
        ("太康芝麻洼", [1]),
        ("河南省太康县芝麻洼乡人民政府", [1]),
        ("河南省/周口市/太康县/芝麻洼乡", [1]),
        ("河南省 周口市 太康县 芝麻洼乡", [1]),
        ("云溪县芝麻洼乡", []),
        ("城关镇", [2, 3]),
        ("云溪县城关镇", [2]),
        ("青石城关镇人民政府", [3]),
        ("太康县", [4]),
        ("太康", [4]),
        ("太康县教育局", [5]),
        ("周口市太康县教育局", [5]),
        ("太康教育局", [5]),
        ("教育局", [5]),
        ("云溪县", []),
        ("云溪县政府办公室", [6]),
        ("望江街道", [7]),
        ("望江", [7]),
        ("清水", [8, 9]),
        ("清水乡", [8]),
        ("云溪县清水乡", []),
        ("太康县卫计局", [10]),
        ("太康县卫生和计划生育局", [10]),
        ("卫健局", [10]),
        ("住房和城乡建设局", [11]),
        ("太康住建局", [11]),
        ("望江街办", [7]),
        ("乡", []),
        ("", []),
        ("　芝麻洼乡 ", [1]),
    ],
)
def test_a_name_finds_the_held_issuers_that_it_may_mean(name: str, ids: list[int]) -> None:
    assert [held.id for held in find_issuer(HELD, name)] == ids
