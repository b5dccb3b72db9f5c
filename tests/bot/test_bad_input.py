"""Bad input gets one clear sentence and loses nothing."""

from pathlib import Path

import pytest

from tests.bot.command import Nianbao

TITLE = "清水乡人民政府2024年政府信息公开工作年度报告"
NOTICE = "【虚构示例】本报告中的地名、机构和数字均为虚构。"
ROWS = (
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "三、本年度办理结果\t（一）予以公开",
    "\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "\t（三）不予公开\t1.属于国家秘密",
    "\t\t2.其他法律行政法规禁止公开",
    "\t\t3.危及“三安全一稳定”",
    "\t\t4.保护第三方合法权益",
    "\t\t5.属于三类内部事务信息",
    "\t\t6.属于四类过程性信息",
    "\t\t7.属于行政执法案卷",
    "\t\t8.属于行政查询事项",
    "\t（四）无法提供\t1.本机关不掌握相关政府信息",
    "\t\t2.没有现成信息需要另行制作",
    "\t\t3.补正后申请内容仍不明确",
    "\t（五）不予处理\t1.信访举报投诉类申请",
    "\t\t2.重复申请",
    "\t\t3.要求提供公开出版物",
    "\t\t4.无正当理由大量反复申请",
    "\t\t5.要求行政机关确认或重新出具已获取信息",
    "\t（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "\t\t3.其他",
    "\t（七）总计",
    "四、结转下年度继续办理",
)
SIX = {0: "4\t1\t0\t0\t0\t0\t5", 2: "4\t1\t0\t0\t0\t0\t5", 23: "4\t1\t0\t0\t0\t0\t5"}
ZEROS = "\t".join("0" * 7)


def table_three(lines: list[str] | None = None) -> str:
    head = "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"
    rows = [f"{row}\t{SIX.get(i, ZEROS)}" for i, row in enumerate(ROWS)]
    return "\n".join([head, *(rows if lines is None else lines)])


def report(title: str = TITLE, third: str | None = None) -> str:
    return "\n".join(
        [
            title,
            NOTICE,
            "一、总体情况",
            "2024年，主动公开政府信息12条。",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            third or table_three(),
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "一是公开渠道单一。",
            "六、其他需要报告的事项",
            "无。",
        ]
    )


@pytest.fixture
def kept(nianbao: Nianbao, tmp_path: Path) -> Path:
    """A store with one report, which nothing that follows may lose."""
    file = tmp_path / "kept" / "白石镇.txt"
    file.parent.mkdir()
    text = report("白石镇人民政府2024年政府信息公开工作年度报告")
    file.write_text(text, "utf-8")
    assert nianbao("ingest", str(file)).code == 0
    return file


def is_still_held(nianbao: Nianbao) -> bool:
    return nianbao("report", "白石镇", "2024", "--json").code == 0


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "文件是空的"),
        ("a.txt", b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40, "不是文本"),
        ("a.html", b"<html><body><p>hello</p></body></html>", ""),
        ("a.txt", "今天天气很好，适合散步。".encode(), ""),
        ("a.docx", b"PK\x03\x04 but not a document", ""),
        ("a.pdf", b"%PDF-1.7 and nothing more", ""),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ""),
    ],
    ids=["empty", "binary as txt", "no report", "prose", "bad docx", "bad pdf", "bad doc"],
)
def test_a_file_that_is_no_report_is_listed_with_its_reason(
    nianbao: Nianbao, kept: Path, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    done = nianbao("ingest", str(tmp_path / name), "--json")
    (line,) = done.objects()
    assert (done.code, line["result"]) == (1, "refused")
    assert isinstance(line["reason"], str)
    assert said in line["reason"]
    assert "Traceback" not in done.err
    assert is_still_held(nianbao)


@pytest.mark.parametrize(
    ("title", "option", "value"),
    [
        ("政府信息公开工作年度报告", "--issuer", "清水乡人民政府"),
        ("清水乡人民政府政府信息公开工作年度报告", "--year", "2024"),
    ],
    ids=["no issuer", "no year"],
)
def test_what_cannot_be_decided_is_refused_naming_the_option(
    nianbao: Nianbao, tmp_path: Path, title: str, option: str, value: str
) -> None:
    file = tmp_path / "a.txt"
    text = report(title).replace("2024年，", "")
    file.write_text(text, "utf-8")
    other = ("--year", "2024") if option == "--issuer" else ("--issuer", "清水乡人民政府")
    (line,) = nianbao("ingest", str(file), *other, "--json").objects()
    assert line["result"] == "refused"
    assert option in str(line["reason"])
    assert nianbao("ingest", str(file), *other, option, value).code == 0


def test_two_reports_in_one_file_are_separated_or_refused_never_mixed(
    nianbao: Nianbao, tmp_path: Path
) -> None:
    file = tmp_path / "both.txt"
    other = report("石桥镇人民政府2024年政府信息公开工作年度报告").replace("12条", "77条")
    file.write_text(report() + "\n" + other, "utf-8")
    lines = nianbao("ingest", str(file), "--json").objects()
    kept = {(line["issuer"], line["year"]) for line in lines if line["result"] == "saved"}
    whose = {("清水乡人民政府", 2024), ("石桥镇人民政府", 2024)}
    assert kept in (set(), whose)
    for name, items in (("清水乡", 12), ("石桥镇", 77)) if kept else ():
        (told,) = nianbao("report", name, "2024", "--json").objects()
        facts = told["facts"]
        assert isinstance(facts, list)
        assert [f["value"] for f in facts if f["metric"] == "n_proactive"] == [items]


def test_a_missing_row_is_a_finding_and_the_others_keep_their_values(
    nianbao: Nianbao, tmp_path: Path
) -> None:
    rows = [f"{row}\t{SIX.get(i, ZEROS)}" for i, row in enumerate(ROWS) if i != 14]
    (tmp_path / "a.txt").write_text(report(third=table_three(rows)), "utf-8")
    assert nianbao("ingest", str(tmp_path / "a.txt")).code == 0
    (told,) = nianbao("report", "清水乡", "2024", "--json").objects()
    facts, findings = told["facts"], told["findings"]
    assert isinstance(facts, list)
    assert isinstance(findings, list)
    totals = {f["metric"]: f["value"] for f in facts if f["member"] == "total"}
    assert (totals["new_received"], totals["granted"]) == (5, 5)
    assert totals.get("unable_unclear") is None
    assert any("补正后申请内容仍不明确" in f["message"] for f in findings if not f["holds"])


def test_a_word_where_a_number_should_be_has_no_value(nianbao: Nianbao, tmp_path: Path) -> None:
    third = table_three().replace("4\t1\t0\t0\t0\t0\t5", "若干\t1\t0\t0\t0\t0\t5", 1)
    (tmp_path / "a.txt").write_text(report(third=third), "utf-8")
    assert nianbao("ingest", str(tmp_path / "a.txt")).code == 0
    (told,) = nianbao("report", "清水乡", "2024", "--json").objects()
    facts = told["facts"]
    assert isinstance(facts, list)
    cell = {(f["metric"], f["member"]): f for f in facts}[("new_received", "natural")]
    assert (cell["value"], cell["status"], cell["raw"]) == (None, "unreadable", "若干")
    (answer,) = nianbao("ask", "清水乡2024年自然人申请多少件", "--json").objects()
    assert (answer["route"], answer["reason"], answer["values"]) == ("none", "unreadable", [])


def test_a_page_without_tables_says_so_and_gives_no_number(
    nianbao: Nianbao, tmp_path: Path
) -> None:
    body = "".join(f"<p>{line}</p>" for line in report(third="（图片）").splitlines())
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", "utf-8")
    assert nianbao("ingest", str(tmp_path / "a.html")).code == 0
    (told,) = nianbao("report", "清水乡", "2024", "--json").objects()
    findings = told["findings"]
    assert isinstance(findings, list)
    assert sum(f["rule"] == "table_missing" for f in findings) == 3
    (answer,) = nianbao("ask", "清水乡2024年收到多少件申请", "--json").objects()
    assert (answer["route"], answer["reason"]) == ("none", "not_reported")


def test_a_path_that_does_not_exist_is_named(nianbao: Nianbao, kept: Path) -> None:
    done = nianbao("ingest", "no/such/file.txt", str(kept), "--json")
    lines = done.objects()
    assert done.code == 1
    assert {str(line["file"]): line["result"] for line in lines} == {
        "no/such/file.txt": "refused",
        str(kept): "unchanged",
    }


@pytest.mark.parametrize(
    "question",
    [
        "清水乡" * 1667,
        "😀🎉😀",
        "'; DROP TABLE reports; --",
        "select * from facts where 1=1",
        "<script>alert('x')</script><b>",
        "\x00\x01\x02\x1b[31m\x7f",
        "\ud800",
        " ",
        "？！…",
        "白石镇" + "\u202e" + "2024年",
    ],
    ids=lambda q: repr(q[:12]),
)
def test_an_odd_question_gets_an_answer_without_a_number(
    nianbao: Nianbao, kept: Path, question: str
) -> None:
    done = nianbao("ask", question, "--json")
    (answer,) = done.objects()
    assert done.code == 0
    assert answer["route"] in ("none", "clarify", "catalog", "help")
    assert answer["values"] == []
    assert is_still_held(nianbao)


def test_an_empty_store_says_how_to_fill_it(nianbao: Nianbao) -> None:
    (answer,) = nianbao("ask", "清水乡2024年收到多少件申请", "--json").objects()
    assert (answer["route"], answer["reason"]) == ("none", "empty_store")
    assert "nianbao ingest" in str(answer["text"])
