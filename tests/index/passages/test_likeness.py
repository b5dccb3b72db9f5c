"""Short wordings by their likeness in meaning to a word."""

from index import likeness_to


def test_a_word_is_most_like_itself_and_more_like_its_kin_than_a_stranger() -> None:
    same, kin, stranger = likeness_to(["行政诉讼", "官司", "政府公报"])("行政诉讼")
    assert same > kin > stranger
    assert round(same, 3) == 1


def test_a_word_in_which_nothing_is_known_is_like_nothing() -> None:
    assert likeness_to(["行政诉讼"])("") == [0.0]
