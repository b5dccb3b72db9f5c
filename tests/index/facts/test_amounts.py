import pytest

from index.facts.sentences.amounts import amounts_in
from index.text import plain


def _told(text: str) -> list[str]:
    return [
        f"{'~' if a.is_approximate else ''}{'?' if a.value is None else plain(a.value)}{a.unit}"
        for a in amounts_in(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开信息160条", ["160条"]),
        ("公开信息1,234条", ["1234条"]),
        ("公开信息12,345,678条", ["12345678条"]),
        ("公开信息三十九条", ["39条"]),
        ("公开信息两百零五条", ["205条"]),
        ("公开信息一百六十条", ["160条"]),
        ("公开信息1.2万条", ["12000条"]),
        ("公开信息18万余条", ["~180000条"]),
        ("公开信息1.2万余条", ["~12000条"]),
        ("公开信息3千余条", ["~3000条"]),
        ("公开信息200余条", ["~200条"]),
        ("公开信息200多条", ["~200条"]),
        ("公开信息近百条", ["~100条"]),
        ("公开信息约300条", ["~300条"]),
        ("公开信息300条左右", ["~300条"]),
        ("公开信息300条以上", ["~300条"]),
        ("公开信息超过300条", ["~300条"]),
        ("举办培训十余次", ["~10次"]),
        ("公开信息万余条", ["~10000条"]),
        ("公开信息10余万条", ["~100000条"]),
        ("信息数160条", ["160条"]),
        ("收取2950元", ["2950元"]),
        ("收取0.5万元", ["5000元"]),
        ("增长70.3%", ["70.3%"]),
        ("办结率百分之百", ["100%"]),
        ("7件次、2宗、9起、12份、3个", ["7件次", "2宗", "9起", "12份", "3个"]),
        ("举办培训一次。", ["1次"]),
        ("未收到，零件。", ["0件"]),
    ],
)
def test_numbers_are_read_as_they_are_written(text: str, expected: list[str]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "公开信息条",
        "第3期培训",
        "数十条信息",
        "几百条信息",
        "上百条信息",
        "若干条信息",
        "举办3-5次",
        "举办3至5次",
        "信息1，234条",
        "每一件申请",
        "V3.0版",
    ],
)
def test_what_is_no_sure_number_has_no_value(text: str) -> None:
    assert {a.value for a in amounts_in(text)} <= {None}


@pytest.mark.parametrize(
    "text",
    ["办结一件申请、解决一个问题", "2024年12月31日", "12345热线", "国办发〔2024〕5号", "万条信息"],
)
def test_what_counts_nothing_is_no_amount(text: str) -> None:
    assert amounts_in(text) == ()


def test_an_amount_knows_its_place() -> None:
    text = "其中近200余条，1件"
    assert [text[a.start : a.end] for a in amounts_in(text)] == ["近200余条", "1件"]
