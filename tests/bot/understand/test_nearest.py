"""What is counted and nearest in meaning to a word is offered, and never answered."""

import pytest

from bot.queries import PassageQuery, Refusal
from bot.understand.limits.nearest import near_metrics
from tests.bot.understand.holdings import ask

NEAR = {
    "投诉件": "n_complaint",
    "推文": "n_wechat",
    "公示牌": "n_board",
    "办证": "licences",
    "来电咨询": "n_consult",
    "解读稿": "n_interpretation",
    "新闻通气会": "n_pressconf",
    "失效文件": "normdocs_repealed",
    "败诉案": "suits_corrected",
    "法院案件": "suits_total",
    "学习班": "n_training",
    "粉丝量": "n_follower",
    "网页点击": "n_visit",
    "采购额": "procurement_amount_yuan",
    "局部公开": "partial",
    "重复来件": "refused_repeat",
}


def test_most_words_have_what_they_mean_among_the_nearest() -> None:
    found = [word for word, metric in NEAR.items() if metric in near_metrics((word,))]
    assert len(found) >= 0.75 * len(NEAR), NEAR.keys() - set(found)


@pytest.mark.parametrize("word", ["猪", "xyzzy", "…"])
def test_a_word_that_is_like_nothing_has_nothing_near(word: str) -> None:
    assert near_metrics((word,)) == ()


def test_english_goes_by_the_words_that_labels_share() -> None:
    assert "n_complaint" in near_metrics(("complaint hotline",))


def test_what_is_near_is_only_offered() -> None:
    found = ask("清水乡2024年法制培训讲座办了几场讲座")
    query = found.otherwise if isinstance(found, PassageQuery) else found
    assert isinstance(query, Refusal)
    assert query.choices
    assert all("清水乡2024年" in choice.q for choice in query.choices)
