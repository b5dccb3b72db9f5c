import pytest

from index.vocabulary.regions import Regions, load_regions
from index.vocabulary.spelling import Like, is_one_edit, names_like, nearest, nearest_latin

HELD = (
    "芝麻洼乡人民政府",
    "清水乡人民政府",
    "清河乡人民政府",
    "青石县人民政府",
    "云溪县教育局",
    "云溪县民政局",
    "太康县教育局",
    "望江街道办事处",
    "宿迁市人民政府",
    "单县人民政府",
    "东岭乡人民政府",
)


@pytest.fixture(scope="module")
def regions() -> Regions:
    return load_regions()


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("芝麻洼乡", "芝麻洼乡人民政府"),
        ("芝麻洼", "芝麻洼乡人民政府"),
        ("望江街道", "望江街道办事处"),
        ("芝麻哇乡", "芝麻洼乡人民政府"),  # same sound
        ("芝麻哇", "芝麻洼乡人民政府"),
        ("芝麻坡乡", "芝麻洼乡人民政府"),  # one character changed
        ("芝麻乡", "芝麻洼乡人民政府"),  # one left out
        ("芝麻麻洼乡", "芝麻洼乡人民政府"),  # one added
        ("芝洼麻乡", "芝麻洼乡人民政府"),  # two swapped
        ("芝麻洼镇", "芝麻洼乡人民政府"),
        ("青时县", "青石县人民政府"),
        ("青石线", "青石县人民政府"),  # the kind mistyped by sound
        ("青右县", "青石县人民政府"),
        ("云溪县教育菊", "云溪县教育局"),
        ("云西县教育局", "云溪县教育局"),
        ("素迁市", "宿迁市人民政府"),
        ("善县", "单县人民政府"),  # 单 is Shan here
        ("望疆街道办事处", "望江街道办事处"),
        ("芝麻哇乡人民政府", "芝麻洼乡人民政府"),
    ],
)
def test_a_slip_gives_the_one_held_name(regions: Regions, name: str, held: str) -> None:
    assert nearest(name, HELD, regions) == (held,)


@pytest.mark.parametrize(
    "name",
    [
        "朱口镇",  # a real place
        "朱口",
        "清水河镇",
        "太康县",
        "睢阳区教育局",  # of another real place
        "云溪县财政局",  # another department, one edit from 民政局
        "西岭乡",  # the neighbour of 东岭乡
        "黄石县",
        "云溪县",  # a county is not its department
        "青石",  # stays exact: see below
        "教育局",
        "县",
        "",
        "zhimawa",
        "完全不同的名字",
    ],
)
def test_another_name_is_not_corrected(regions: Regions, name: str) -> None:
    expected = ("青石县人民政府",) if name == "青石" else ()
    assert nearest(name, HELD, regions) == expected


def test_a_real_place_is_not_corrected_even_one_edit_away(regions: Regions) -> None:
    assert nearest("朱口镇", ["朱日镇"], regions) == ()
    assert nearest("朱口镇", ["朱日镇"], None) == ("朱日镇",)


def test_several_held_names_are_all_given_those_of_the_same_sound_first(
    regions: Regions,
) -> None:
    assert nearest("清谁乡", HELD, regions) == ("清水乡人民政府", "清河乡人民政府")
    assert nearest("清禾乡", HELD, regions) == ("清河乡人民政府", "清水乡人民政府")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("芝麻哇乡2024年收到多少件申请", [Like("芝麻洼乡人民政府", 0, 4, True)]),
        ("太康县芝麻哇乡去年罚了多少次", [Like("芝麻洼乡人民政府", 3, 7, True)]),
        ("请问青右县人民政府2024年新收申请", [Like("青石县人民政府", 2, 5, False)]),
        ("清水乡和青时县比", [Like("青石县人民政府", 4, 7, True)]),
        ("云溪县教育菊2024年", [Like("云溪县教育局", 0, 6, True)]),
        ("朱口镇2024年收到多少件", []),
        ("清水乡2024年收到多少件", []),
        ("2024年收到多少件申请", []),
        ("", []),
    ],
)
def test_slips_are_found_in_a_question(regions: Regions, text: str, found: list[Like]) -> None:
    assert list(names_like(text, HELD, regions)) == found


def test_all_names_of_a_doubtful_stretch_are_given(regions: Regions) -> None:
    likes = names_like("清谁乡去年", HELD, regions)
    assert [(like.name[:3], like.start, like.end) for like in likes] == [
        ("清水乡", 0, 3),
        ("清河乡", 0, 3),
    ]


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("zhi ma wa xiang", "芝麻洼乡人民政府"),
        ("zhimawaxiang", "芝麻洼乡人民政府"),
        ("Zimawa", "芝麻洼乡人民政府"),
        ("Suqian city", "宿迁市人民政府"),
        ("Shan county", "单县人民政府"),
        ("danxian", "单县人民政府"),
        ("Qingshi xian", "青石县人民政府"),
    ],
)
def test_letters_give_the_name_that_they_spell(typed: str, held: str) -> None:
    assert nearest_latin(typed, HELD) == (held,)


@pytest.mark.parametrize("typed", ["", "foo", "zmw", "fan"])
def test_letters_that_spell_no_name_give_none(typed: str) -> None:
    assert nearest_latin(typed, HELD) == ()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("abc", "abd", True),
        ("abc", "ab", True),
        ("abc", "bc", True),
        ("abc", "xabc", True),
        ("abc", "acb", True),
        ("abcd", "badc", False),
        ("abc", "abc", False),
        ("abc", "a", False),
        ("abc", "cba", False),
        ("", "a", True),
        ("", "", False),
    ],
)
def test_one_edit_is_one_letter_or_one_swap(left: str, right: str, expected: bool) -> None:
    assert is_one_edit(left, right) is expected
    assert is_one_edit(right, left) is expected
