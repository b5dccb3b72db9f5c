import pytest

from index.vocabulary.bodies import RENAMINGS, is_old_name, is_same_body, later_name


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("卫计局", "卫生健康局"),
        ("太康县卫生和计划生育局", "太康县卫生健康局"),
        ("太康县发改委", "太康县发展和改革委员会"),
        ("云溪县环保局", "云溪县生态环境局"),
        ("云溪县工业园区管委会", "云溪县工业园区管理委员会"),
        ("云溪县教育局", "云溪县教育局"),
        # merged with others: not the same body
        ("云溪县工商局", "云溪县工商行政管理局"),
        # only the end of another name
        ("云溪县林业和农业局", "云溪县林业和农业局"),
        ("云溪县住房和城乡建设局", "云溪县住房和城乡建设局"),
        ("清水乡", "清水乡"),
        ("", ""),
    ],
)
def test_the_later_name_of_a_body(name: str, later: str) -> None:
    assert later_name(name) == later
    assert later_name(later) == later
    assert is_old_name(name) == (name != later)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("住建局", "住房和城乡建设局", True),
        ("市场监管局", "市场监督管理局", True),
        ("卫生和计划生育局", "卫生健康局", True),
        ("文体旅局", "文化体育和旅游局", True),
        ("教育局", "体育局", False),
        ("发展和改革委员会", "住房和城乡建设局", False),
        ("民政局", "财政局", False),
    ],
)
def test_abbreviations_are_the_same_body(one: str, other: str, is_same: bool) -> None:
    assert is_same_body(one, other) is is_same
    assert is_same_body(other, one) is is_same


def test_no_body_went_on_under_two_names() -> None:
    assert len({renaming.old for renaming in RENAMINGS}) == len(RENAMINGS)
    assert all(2008 <= renaming.since <= 2025 for renaming in RENAMINGS)
    assert not {r.old for r in RENAMINGS} & {r.new for r in RENAMINGS}
