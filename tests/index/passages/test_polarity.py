"""What a question denies is not answered by what affirms it in the same words."""

from pathlib import Path

import pytest

from index.passages.embed import Embedder
from index.passages.polarity import polarity_of
from index.passages.search import Candidate, rank
from tests.index.passages.retrieval.dataset import background
from tests.index.passages.retrieval.measure import Arena

HERE = Path(__file__).parent

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
    # No denial and no word in common.
    ("网站更新慢", "各类信息当日发布，做到及时准确。"),
    ("公开的东西少", "内容更加丰富。"),
    ("栏目乱", "栏目设置规范。"),
    ("老一套", "形式新颖多样。"),
    ("发布及时", "信息发布滞后。"),
    ("做得好的解读", "解读工作有待加强。"),
    ("泄密", "全年未发生泄密事件。"),
    ("踢皮球", "各部门协同联动，配合默契。"),
    # It speaks ill of something else.
    ("网站更新慢", "网站更新快，版面却有些乱。"),
    ("通知发得太迟", "通知第一时间发布，但内容单薄。"),
    ("形式单调", "形式丰富多样，只是发布滞后。"),
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
    # Whether it is so, and what is done about it, are answered either way.
    ("网站更新慢吗", "网站及时更新。"),
    ("人手不够怎么办", "配齐专职人员，力量充足。"),
    ("更新是不是及时", "更新不及时。"),
    # What is put right is neither well nor ill.
    ("更新慢", "着力解决更新不及时的问题。"),
    ("更新及时", "着力解决更新不及时的问题。"),
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
    for asked, order in (("没有公众号", [2, 1]), ("公众号", [1, 2])):
        ranked = rank([opposite, same], asked, {}, 9, polarity_of(asked))
        assert [r.text_id for r in ranked] == order


def test_what_a_report_owns_up_to_is_a_little_likelier_to_be_complained_of() -> None:
    told = Candidate(1, "栏目以转载为主。", 0.51, issuers=1)
    owned = Candidate(2, "栏目多为转载。", 0.50, issuers=1, is_of_problems=True)
    for asked, order in (("栏目没新东西", [2, 1]), ("栏目", [1, 2])):
        ranked = rank([told, owned], asked, {}, 9, polarity_of(asked))
        assert [r.text_id for r in ranked] == order


def pairs_of(block: str) -> list[tuple[str, str, str]]:
    """What is asked, what answers it, and what says the opposite."""
    lines = (HERE / block / "polarity.txt").read_text("utf-8").splitlines()
    rows = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return [(asked, wanted, opposite) for asked, wanted, opposite in rows]


@pytest.mark.parametrize(("block", "floor"), [("development", 1.0), ("retrieval", 0.85)])
def test_what_answers_comes_before_its_opposite(
    block: str, floor: float, tmp_path: Path, embedder: Embedder
) -> None:
    pairs = pairs_of(block)
    texts = [text for _, *two in pairs for text in two] + background(1000)
    arena = Arena.fill(tmp_path, embedder, texts)
    found = [
        [hit.passage.text for hit in arena.shelf.store.search(asked, None, None, 80)]
        for asked, _, _ in pairs
    ]
    arena.shelf.close()
    before = [
        wanted in order and order.index(wanted) < [*order, opposite].index(opposite)
        for order, (_, wanted, opposite) in zip(found, pairs, strict=True)
    ]
    assert sum(before) / len(pairs) >= floor


@pytest.mark.parametrize(
    ("asked", "same", "other"),
    [
        ("更新慢", "栏目更新周期较长。", "栏目层级过深。"),
        ("路子窄", "发布面偏窄。", "发布不准。"),
        ("查文件费劲", "查文件不便。", "文件有错漏。"),
        ("样子老旧", "页面陈旧。", "页面杂乱。"),
    ],
)
def test_what_is_ill_of_the_very_matter_comes_before_what_is_ill_of_another(
    asked: str, same: str, other: str
) -> None:
    told = [Candidate(1, other, 0.55, issuers=1), Candidate(2, same, 0.50, issuers=1)]
    ranked = rank(told, asked, {}, 9, polarity_of(asked))
    assert [r.text_id for r in ranked] == [2, 1]
