import pytest

from index.vocabulary.labels import ordinal_of, plain_label


@pytest.mark.parametrize(
    ("text", "ordinal", "label"),
    [
        ("（三）不予公开", "三", "不予公开"),
        ("3.危及“三安全一稳定”", "3", "危及三安全一稳定"),
        ("自然人 Natural persons", "", "自然人"),
        ("（七）总计 Total", "七", "总计"),
        ("Total", "", "Total"),
    ],
)
def test_a_label_is_known_without_ordinal_marks_and_translation(
    text: str, ordinal: str, label: str
) -> None:
    assert (ordinal_of(text), plain_label(text)) == (ordinal, label)
