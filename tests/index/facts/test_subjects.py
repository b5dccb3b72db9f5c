import pytest

from index.facts.sentences.subjects import head_of, names_another_body, subject_of
from index.types import Issuer, Kind

TOWN = subject_of(Issuer("清水乡人民政府", "某省/某市/云溪县", Kind.TOWN))
STREET = subject_of(Issuer("望汀街道办事处", "某省/某市/某区", Kind.TOWN))
COUNTY = subject_of(Issuer("云溪县人民政府", "某省/某市/云溪县", Kind.COUNTY))
CITY = subject_of(Issuer("清河市人民政府", "某省/清河市", Kind.CITY))
BUREAU = subject_of(Issuer("太康县工业和信息化局", "某省/某市/太康县", Kind.DEPARTMENT))
OFFICE = subject_of(Issuer("云溪县人民政府办公室", "某省/某市/云溪县", Kind.OFFICE))


@pytest.mark.parametrize(
    ("subject", "clause"),
    [
        (TOWN, "2024年全乡共主动公开"),
        (TOWN, "清水乡人民政府全年主动公开"),
        (TOWN, "云溪县清水乡主动公开"),
        (TOWN, "乡政府主动公开"),
        (STREET, "街道主动公开"),
        (STREET, "望汀街道办事处主动公开"),
        (STREET, "我街道共主动公开"),
        (COUNTY, "全县各级各部门主动公开"),
        (COUNTY, "我县主动公开"),
        (COUNTY, "各级政府及其部门主动公开"),
        (CITY, "全市共向社会主动公开"),
        (BUREAU, "我局主动公开"),
        (BUREAU, "县工信局主动公开"),
        (BUREAU, "太康县工业和信息化局全年主动公开"),
        (OFFICE, "我办主动公开"),
        (OFFICE, "县政府办公室主动公开"),
        (TOWN, "2024年1月1日至12月31日，".rstrip("，") + "主动公开"),
        (TOWN, "通过政府网站、微信公众号等渠道主动公开"),
        (TOWN, "按照“应公开尽公开”的要求主动公开"),
    ],
)
def test_who_and_when_are_taken_from_the_head(subject: object, clause: str) -> None:
    assert isinstance(subject, type(TOWN))
    head = head_of(clause, subject)
    assert (head.rest, head.is_other) == ("主动公开", False)


@pytest.mark.parametrize(
    ("subject", "clause"),
    [
        (TOWN, "全县主动公开"),
        (TOWN, "白石镇主动公开"),
        (TOWN, "各村主动公开"),
        (TOWN, "县教育局主动公开"),
        (COUNTY, "全市主动公开"),
        (COUNTY, "清水乡主动公开"),
        (COUNTY, "县政府办公室主动公开"),
        (CITY, "市政府主动公开"),
        (CITY, "云溪县主动公开"),
        (BUREAU, "全县主动公开"),
        (BUREAU, "县教育局主动公开"),
        (BUREAU, "我县主动公开"),
        (OFFICE, "全县主动公开"),
    ],
)
def test_another_body_is_not_passed_over(subject: object, clause: str) -> None:
    assert isinstance(subject, type(TOWN))
    head = head_of(clause, subject)
    assert head.is_other or head.rest != "主动公开"
    assert head.is_other or names_another_body(clause, subject)


@pytest.mark.parametrize(
    "clause",
    [
        "坚持以人民为中心",
        "加强社区公开栏建设",
        "在县委、县政府的正确领导下",
        "按照市政府办公室要求",
        "收到公民提交的申请",
        "请社区群众参与评议",
        "政府网站公开信息88条",
    ],
)
def test_a_clause_that_begins_with_a_verb_names_nobody(clause: str) -> None:
    assert not names_another_body(clause, TOWN)


def test_a_place_is_own_that_contains_the_body() -> None:
    assert TOWN.is_own_place("云溪")
    assert not COUNTY.is_own_place("青石")
    assert BUREAU.is_short_for_own("县工信局")
    assert not BUREAU.is_short_for_own("县教育局")
