"""What a question denies is not answered by what affirms it in the same words."""

import pytest

from index.passages.polarity import polarity_of
from index.passages.search import Candidate, rank

OPPOSITE = [
    ("没有公众号", "开通了微信公众号，每周推送。"),
    ("更新不及时", "及时更新网站栏目。"),
    ("更新不及时", "做到不断及时更新。"),
    ("没有收到申请", "全年收到申请3件。"),
    ("没有建立考核制度", "建立健全考核制度。"),
    ("没有专人负责", "落实专人负责，责任到岗。"),
    ("没开展培训", "开展培训5场次。"),
    ("未设查阅点", "在图书馆设查阅点一处。"),
    ("开通了公众号", "尚未开通公众号。"),
    ("已经公布目录", "至今未公布目录。"),
]
NOT_OPPOSITE = [
    ("没有公众号", "未开通公众号。"),
    ("没有公众号", "镇里缺少自己的公众号。"),
    ("没有公众号", "粉丝增至1.2万人。"),
    ("更新不及时", "信息更新滞后。"),
    ("更新不及时", "部分栏目更新不够及时。"),
    ("没有收到申请", "收到申请0件。"),
    ("没有收到申请", "本年度无人提出申请。"),
    ("没有专人负责", "此项工作缺专人负责。"),
    # What is denied in one place and affirmed in another is both.
    ("没有公众号", "有的乡镇没有公众号，有的乡镇公众号办得好。"),
    # A topic affirms nothing, and is answered either way.
    ("网站更新", "网站未及时更新。"),
    ("公众号", "没有公众号。"),
    ("开通了公众号", "开通公众号一个。"),
    ("已经公布目录", "公布目录30项。"),
    ("有没有公众号", "开通了微信公众号。"),
    ("不断拓宽渠道", "拓宽渠道，丰富形式。"),
    ("无障碍改造", "完成网站无障碍改造。"),
]


@pytest.mark.parametrize(("asked", "said"), OPPOSITE)
def test_the_opposite_in_the_same_words_contradicts(asked: str, said: str) -> None:
    assert polarity_of(asked).contradicts(said)


@pytest.mark.parametrize(("asked", "said"), NOT_OPPOSITE)
def test_other_words_and_the_same_meaning_contradict_nothing(asked: str, said: str) -> None:
    assert not polarity_of(asked).contradicts(said)


def test_what_says_the_opposite_gives_way() -> None:
    opposite = Candidate(1, "开通了公众号。", 0.60, issuers=1)
    same = Candidate(2, "尚未开通公众号。", 0.50, issuers=1)
    assert [r.text_id for r in rank([opposite, same], "没有公众号", {}, 9)] == [2, 1]
    assert [r.text_id for r in rank([opposite, same], "公众号", {}, 9)] == [1, 2]
