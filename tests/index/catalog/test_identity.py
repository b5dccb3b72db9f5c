import pytest

from index.catalog.identity import Ambiguous, Bond, HeldName, Match, key_of, match_issuer
from index.types import Issuer, Kind

TAIKANG = "河南省/周口市/太康县"
YUNXI = "云溪县"


def town(
    region: str | None = None, name: str = "清水乡人民政府", *, guess: bool = False
) -> Issuer:
    return Issuer(name, region, Kind.TOWN, is_region_inferred=guess, is_region_guessed=guess)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (town(), town(name="清水乡")),
        (town(), town(YUNXI)),
        (town(YUNXI), town(YUNXI, "云溪县清水乡人民政府")),
        (town(name="望江街道"), town(name="望江街道办事处")),
        (
            Issuer("教育局", "云溪县", Kind.DEPARTMENT),
            Issuer("云溪县教育局", "云溪县", Kind.DEPARTMENT),
        ),
        (
            Issuer("云溪县教育局", None, Kind.DEPARTMENT),
            Issuer("云溪县教育局", "某省/某市/云溪县", Kind.DEPARTMENT),
        ),
        (
            Issuer("太康县教育局", TAIKANG, Kind.DEPARTMENT),
            Issuer("太康县教育局", "河南省/周口市", Kind.DEPARTMENT),
        ),
        (Issuer("太康县人民政府", TAIKANG, Kind.COUNTY), Issuer("太康县", None, Kind.COUNTY)),
        (
            Issuer("太康县人民政府办公室", TAIKANG, Kind.OFFICE),
            Issuer("太康县政府办公室", TAIKANG, Kind.OFFICE),
        ),
        (town(name="佳荣里街"), town(name="佳荣里街道办事处")),
        # renamed, and abbreviated
        (
            Issuer("太康县卫生和计划生育局", TAIKANG, Kind.DEPARTMENT),
            Issuer("太康县卫生健康局", TAIKANG, Kind.DEPARTMENT),
        ),
        (
            Issuer("太康县卫计局", TAIKANG, Kind.DEPARTMENT),
            Issuer("卫生健康局", TAIKANG, Kind.DEPARTMENT),
        ),
        (
            Issuer("云溪县住建局", None, Kind.DEPARTMENT),
            Issuer("云溪县住房和城乡建设局", YUNXI, Kind.DEPARTMENT),
        ),
        (
            Issuer("太康发改委", TAIKANG, Kind.DEPARTMENT),
            Issuer("太康县发展和改革委员会", TAIKANG, Kind.DEPARTMENT),
        ),
        (
            Issuer("云溪县工业园区管委会", YUNXI, Kind.ZONE),
            Issuer("云溪县工业园区管理委员会", YUNXI, Kind.ZONE),
        ),
    ],
    ids=lambda issuer: f"{issuer.region}:{issuer.name}",
)
def test_spellings_of_one_body_have_one_key(one: Issuer, other: Issuer) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (town(), town(name="清水镇人民政府")),
        (town(), town(name="清水河乡人民政府")),
        (
            Issuer("太康县人民政府", TAIKANG, Kind.COUNTY),
            Issuer("太康县人民政府办公室", TAIKANG, Kind.OFFICE),
        ),
        (
            Issuer("云溪县教育局", None, Kind.DEPARTMENT),
            Issuer("青石县教育局", None, Kind.DEPARTMENT),
        ),
        (Issuer("教育局", "云溪县", Kind.DEPARTMENT), Issuer("教育局", "青石县", Kind.DEPARTMENT)),
        (town(YUNXI, "云溪镇人民政府"), Issuer("云溪县人民政府", YUNXI, Kind.COUNTY)),
        (
            Issuer("太康县住房和城乡建设局", TAIKANG, Kind.DEPARTMENT),
            Issuer("太康县教育局", TAIKANG, Kind.DEPARTMENT),
        ),
        # merged later, so that each had reports of its own
        (
            Issuer("太康县工商行政管理局", TAIKANG, Kind.DEPARTMENT),
            Issuer("太康县市场监督管理局", TAIKANG, Kind.DEPARTMENT),
        ),
        (
            Issuer("太康县林业局", TAIKANG, Kind.DEPARTMENT),
            Issuer("太康县农业局", TAIKANG, Kind.DEPARTMENT),
        ),
    ],
    ids=lambda issuer: f"{issuer.region}:{issuer.name}",
)
def test_different_bodies_have_different_keys(one: Issuer, other: Issuer) -> None:
    assert key_of(one) != key_of(other)


def test_a_department_with_a_place_like_word_in_its_name_keeps_its_county() -> None:
    issuer = Issuer("住房和城乡建设局", TAIKANG, Kind.DEPARTMENT)
    assert key_of(issuer) == "太康县住房和城乡建设局"


# What is held, what comes, the bond, and the region that is then known. A `?` marks a guess:
# a place that only the list of places suggests.
MATCHES = [
    # nothing held
    ((), YUNXI, Bond.NONE, YUNXI),
    ((), None, Bond.NONE, None),
    # an unknown region is no difference
    ((None,), None, Bond.NAME, None),
    ((None,), YUNXI, Bond.NAME, YUNXI),
    ((YUNXI,), None, Bond.NAME, YUNXI),
    # a part of a path is compatible, the longer is kept
    (("太康县",), TAIKANG, Bond.PLACE, TAIKANG),
    ((TAIKANG,), "太康县", Bond.PLACE, TAIKANG),
    ((TAIKANG,), "河南省/太康县", Bond.PLACE, TAIKANG),
    ((TAIKANG,), "太康", Bond.PLACE, TAIKANG),
    ((TAIKANG,), "周口市", Bond.PLACE, TAIKANG),
    # two known regions are two issuers
    ((YUNXI,), "青石县", Bond.NONE, "青石县"),
    ((TAIKANG,), "安徽省/亳州市/利辛县", Bond.NONE, "安徽省/亳州市/利辛县"),
    ((YUNXI, "青石县"), "白石县", Bond.NONE, "白石县"),
    ((YUNXI, "青石县"), "青石县", Bond.PLACE, "青石县"),
    # the surest of several
    (("朝阳区", "北京市/朝阳区"), "北京市/朝阳区", Bond.PLACE, "北京市/朝阳区"),
    # one of the held has no place: it takes the new one
    ((None, YUNXI), "青石县", Bond.NAME, "青石县"),
    # a guess that something names is confirmed, one that nothing names stays a guess
    (("?" + TAIKANG,), TAIKANG, Bond.PLACE, TAIKANG),
    (("?" + TAIKANG,), "太康县", Bond.PLACE, TAIKANG),
    (("?" + TAIKANG,), "?" + TAIKANG, Bond.PLACE, "?" + TAIKANG),
    ((None,), "?" + TAIKANG, Bond.NAME, "?" + TAIKANG),
    (("?" + TAIKANG,), None, Bond.NAME, "?" + TAIKANG),
    # against a guess: what a report names wins, and what is held comes before the list
    (("?" + TAIKANG,), YUNXI, Bond.DOUBT, YUNXI),
    ((YUNXI,), "?" + TAIKANG, Bond.NAME, YUNXI),
]


@pytest.mark.parametrize(("held", "new", "bond", "region"), MATCHES)
def test_whose_report_it_is(
    held: tuple[str | None, ...], new: str | None, bond: Bond, region: str | None
) -> None:
    names = [HeldName(i, _issuer(place)) for i, place in enumerate(held, 1)]
    match = match_issuer(names, _issuer(new))
    assert isinstance(match, Match)
    assert match.bond is bond
    assert (match.id is None) == (bond is Bond.NONE)
    assert _spelled(match.issuer) == region


@pytest.mark.parametrize(
    ("held", "new"),
    [
        ((YUNXI, "青石县"), None),
        ((None, YUNXI), None),
        ((YUNXI, "青石县"), "?" + TAIKANG),
        (("北京市/朝阳区", "吉林省/长春市/朝阳区"), "朝阳区"),
    ],
)
def test_what_no_place_tells_apart_is_ambiguous(
    held: tuple[str | None, ...], new: str | None
) -> None:
    names = [HeldName(i, _issuer(place)) for i, place in enumerate(held, 1)]
    match = match_issuer(names, _issuer(new))
    assert isinstance(match, Ambiguous)
    assert len(match.candidates) == 2


def test_the_fuller_name_is_kept() -> None:
    match = match_issuer([HeldName(1, town(YUNXI, "清水乡"))], town(YUNXI))
    assert isinstance(match, Match)
    assert match.issuer.name == "清水乡人民政府"


@pytest.mark.parametrize(
    ("held", "new"),
    [
        ("太康县卫生和计划生育局", "太康县卫生健康局"),
        ("太康县卫生健康局", "太康县卫生和计划生育局"),
        ("太康县卫健局", "太康县卫生健康局"),
    ],
)
def test_the_name_of_today_is_kept(held: str, new: str) -> None:
    former = Issuer(held, TAIKANG, Kind.DEPARTMENT)
    match = match_issuer([HeldName(1, former)], Issuer(new, TAIKANG, Kind.DEPARTMENT))
    assert isinstance(match, Match)
    assert match.issuer.name == "太康县卫生健康局"


def test_a_printed_region_is_not_inferred_any_more() -> None:
    inferred = Issuer("清水乡", TAIKANG, Kind.TOWN, is_region_inferred=True)
    match = match_issuer([HeldName(1, inferred)], town(TAIKANG))
    assert isinstance(match, Match)
    assert not match.issuer.is_region_inferred


def _issuer(place: str | None) -> Issuer:
    if place and place.startswith("?"):
        return town(place[1:], guess=True)
    return town(place)


def _spelled(issuer: Issuer) -> str | None:
    mark = "?" if issuer.is_region_guessed else ""
    return issuer.region and mark + issuer.region
