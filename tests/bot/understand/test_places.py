"""Names of bodies in the ways that reports and people write them; the holdings are invented."""

import pytest

from bot.queries import CatalogQuery, Clarification, FactQuery, Refusal
from index.types import HeldIssuer, Holdings, Kind
from tests.bot.understand.holdings import ask

_ROWS: tuple[tuple[str, str | None, Kind], ...] = (
    ("邓州市张楼乡人民政府", "河南省/南阳市/邓州市", Kind.TOWN),
    ("宿州市人民政府", "安徽省/宿州市", Kind.CITY),
    ("万盛经开区东林街道办事处", "重庆市/万盛经开区", Kind.TOWN),
    ("民和回族土族自治县教育局", "青海省/海东市/民和回族土族自治县", Kind.DEPARTMENT),
    ("甘谷县人民政府办公室", "甘肃省/天水市/甘谷县", Kind.OFFICE),
    ("平武县木座藏族乡人民政府", "四川省/绵阳市/平武县", Kind.TOWN),
    ("洪洞县教育科技局", None, Kind.DEPARTMENT),
    ("启东市吕四港镇人民政府", "江苏省/南通市/启东市", Kind.TOWN),
    ("汶上县郭仓镇人民政府", "山东省/济宁市/汶上县", Kind.TOWN),
    ("汶上县人民政府", "山东省/济宁市/汶上县", Kind.COUNTY),
    ("国家税务总局太康县税务局", "河南省/周口市/太康县", Kind.DEPARTMENT),
    ("苏州工业园区管理委员会", "江苏省/苏州市", Kind.ZONE),
    ("新乡市红旗区人民政府", "河南省/新乡市/红旗区", Kind.COUNTY),
    ("城关镇人民政府", None, Kind.TOWN),
    ("四平市住房和城乡建设局", "四平市", Kind.DEPARTMENT),
)
HELD = Holdings(
    tuple(
        HeldIssuer(i, name, region, kind, False, (2023, 2024))
        for i, (name, region, kind) in enumerate(_ROWS, 1)
    )
)


def named(question: str) -> list[str]:
    query = ask(question, holdings=HELD)
    assert isinstance(query, FactQuery), query
    return [_ROWS[i - 1][0] for i in query.issuers]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("张楼乡", "邓州市张楼乡人民政府"),
        ("邓州张楼", "邓州市张楼乡人民政府"),
        ("河南省南阳市邓州市张楼乡", "邓州市张楼乡人民政府"),
        ("宿州", "宿州市人民政府"),
        ("东林街道", "万盛经开区东林街道办事处"),
        ("万盛东林街道办", "万盛经开区东林街道办事处"),
        ("民和县教育局", "民和回族土族自治县教育局"),
        ("民和教育局", "民和回族土族自治县教育局"),
        ("甘谷县府办", "甘谷县人民政府办公室"),
        ("甘谷县政府办公室", "甘谷县人民政府办公室"),
        ("木座乡", "平武县木座藏族乡人民政府"),
        ("平武木座藏族乡", "平武县木座藏族乡人民政府"),
        ("洪洞教科局", "洪洞县教育科技局"),
        ("启东吕四港", "启东市吕四港镇人民政府"),
        ("吕泗港镇", "启东市吕四港镇人民政府"),
        ("Lüsigang town ", "启东市吕四港镇人民政府"),
        ("lv si gang ", "启东市吕四港镇人民政府"),
        ("郭仓镇政府", "汶上县郭仓镇人民政府"),
        ("郭苍镇", "汶上县郭仓镇人民政府"),
        ("汶上县", "汶上县人民政府"),
        ("太康县税务局", "国家税务总局太康县税务局"),
        ("苏州工业园区", "苏州工业园区管理委员会"),
        ("苏州工业园区管委会", "苏州工业园区管理委员会"),
        ("红旗区", "新乡市红旗区人民政府"),
        ("新乡市红旗区", "新乡市红旗区人民政府"),
        ("四平住建局", "四平市住房和城乡建设局"),
        ("吉林四平市住建局", "四平市住房和城乡建设局"),
        ("城关镇", "城关镇人民政府"),
    ],
)
def test_a_body_is_found_by_what_people_call_it(said: str, meant: str) -> None:
    assert named(f"{said}2024年收到多少申请") == [meant]


@pytest.mark.parametrize(
    "said",
    [
        "张楼镇", "郭仓乡", "新张楼乡", "利辛县城关镇", "太康县教育局", "苏州市", "济宁市",
        "江苏省", "甘谷县",
        "汶上县教育局", "郭仓镇教育局", "天水市教育局", "南阳市公安局", "朝阳区", "北京市",
        "杭州", "马厂镇", "宿迁市",
        "甘谷县教育局", "红旗镇", "民和县", "工业镇", "郭仓村", "汶上县郭仓镇中学", "太康县",
        "邓州市教育局",
    ],
)  # fmt: skip
def test_what_is_not_held_is_never_answered_for_by_another(said: str) -> None:
    query = ask(f"{said}2024年收到多少申请", holdings=HELD)
    if said == "太康县":  # the sum over its bodies may stand in for a county
        assert isinstance(query, FactQuery)
        assert query.scope is not None
        assert query.scope.is_whole
        return
    if isinstance(query, FactQuery):
        assert query.scope is not None, query
        assert query.scope.is_whole
        assert said in ("民和县",)
        return
    assert isinstance(query, (Refusal, Clarification)), query
    assert isinstance(query, Clarification) or query.reason in ("no_issuer", "no_metric")


def test_letters_that_spell_two_places_are_asked_back() -> None:
    query = ask("Suzhou 2023 penalties", holdings=HELD)
    assert isinstance(query, Clarification)
    assert len(query.choices) == 2


def test_a_place_above_its_bodies_is_a_catalog() -> None:
    query = ask("江苏有哪些单位的年报", holdings=HELD)
    assert isinstance(query, CatalogQuery)
    assert [_ROWS[i - 1][0] for i in query.issuers] == [
        "启东市吕四港镇人民政府",
        "苏州工业园区管理委员会",
    ]


def test_the_choice_says_each_place_once() -> None:
    query = ask("张楼镇2023年申请多少", holdings=HELD)
    assert isinstance(query, Refusal)
    assert [c.q for c in query.choices] == ["河南省南阳市邓州市张楼乡2023年申请多少"]
