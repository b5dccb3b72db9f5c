import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from bot.cli import cli
from index import Corpus
from index.schema import NEWEST
from index.types import Finding
from index.vocabulary.metrics import METRIC
from tests.bot.command import Nianbao
from tests.index.digests import NAME, digest, fact

ROOT = Path(__file__).resolve().parents[2]
YUNXI, QINGSHI = "某省/某市/云溪县", "某省/某市/青石县"


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """A store with four reports, two issuers of one name among them."""
    folder = tmp_path / "store"
    broken = Finding("I1", "第一项加第二项不等于第三项加第四项", False)
    with Corpus.open(folder, is_writable=True) as corpus:
        for year in (2023, 2024):
            corpus.save(
                digest(
                    {"new_received": year - 2020, "fees_wan": 0},
                    year=year,
                    region=YUNXI,
                    file=f"qingshui{year}.txt",
                    prose="一是信息公开渠道单一，与群众互动不足。",
                    facts=[fact("new_received", 1, "natural")],
                    findings=[broken, Finding("I3", "合计相等", True)],
                )
            )
        for region in (YUNXI, QINGSHI):
            corpus.save(
                digest(
                    {"new_received": 9},
                    name="城关镇人民政府",
                    region=region,
                    file=f"{region}.txt",
                    prose="二是经办人员变动频繁。",
                )
            )
    return folder


# Reports


@pytest.mark.parametrize(
    "name", [NAME, "清水乡", "清水", "云溪县清水乡", "某省/某市/云溪县/清水乡人民政府"]
)
def test_a_report_is_found_by_each_of_its_names(nianbao: Nianbao, held: Path, name: str) -> None:
    done = nianbao("report", name, "2024", "--json")
    (report,) = done.objects()
    assert (done.code, report["issuer"], report["year"]) == (0, NAME, 2024)


def test_a_report_for_people_shows_its_facts_findings_and_words(
    nianbao: Nianbao, held: Path
) -> None:
    done = nianbao("report", "清水乡", "2024")
    assert done.code == 0
    for said in ("清水乡人民政府　2024年", YUNXI, "自然人", "第一项加第二项", "互动不足"):
        assert said in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "清水乡", "2019"), "现有：2023、2024"),
        (("report", "白石镇", "2024"), "库中没有“白石镇”"),
        (("report", "城关镇", "2024"), "不止一个"),
        (("remove", "清水乡", "2019"), "现有：2023、2024"),
        (("check", "清水乡", "2019"), "现有：2023、2024"),
        (("check", "白石镇"), "库中没有“白石镇”"),
        (("search", "渠道", "--issuer", "白石镇"), "库中没有“白石镇”"),
        (("export", "--region", "白石县"), "库中没有“白石县”"),
    ],
)
def test_what_is_not_held_ends_with_one_and_a_sentence(
    nianbao: Nianbao, held: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = nianbao(*arguments)
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_removed_report_is_gone(nianbao: Nianbao, held: Path) -> None:
    assert nianbao("remove", "清水乡", "2024").code == 0
    assert nianbao("report", "清水乡", "2024").code == 1
    assert nianbao("report", "清水乡", "2023").code == 0


# Checking


def test_check_of_a_held_issuer_tells_each_year(nianbao: Nianbao, held: Path) -> None:
    reports = nianbao("check", "清水乡", "--json").objects()
    assert [report["year"] for report in reports] == [2023, 2024]
    findings = reports[0]["findings"]
    assert isinstance(findings, list)
    assert [(f["rule"], f["holds"]) for f in findings if f["rule"][0] == "I"] == [
        ("I1", False),
        ("I3", True),
    ]


def test_check_for_people_says_what_holds_and_what_does_not(nianbao: Nianbao, held: Path) -> None:
    done = nianbao("check", "清水乡", "2023")
    assert done.code == 0
    assert "✓ 1 项" in done.out
    assert "✗ [I1] 第一项加第二项不等于第三项加第四项" in done.out


# Comparing


def test_diff_gives_pairs_and_the_share_that_was_copied(nianbao: Nianbao, held: Path) -> None:
    (told,) = nianbao("diff", "清水乡", "2023", "2024", "--json").objects()
    sentence = "一是信息公开渠道单一，与群众互动不足。"
    assert told["copied_share"] == 1.0
    pair = {"kind": "kept", "left": sentence, "right": sentence, "section": 5, "numbers": []}
    assert told["pairs"] == [pair]


def test_diff_for_people_shows_what_changed(nianbao: Nianbao, held: Path) -> None:
    with Corpus.open(held, is_writable=True) as corpus:
        text = "一是信息公开渠道仍单一，与群众互动不足。二是培训办了3期。"
        corpus.save(digest(year=2022, region=YUNXI, file="2022.txt", prose=text))
    done = nianbao("diff", "清水乡", "2022", "2023", "--section", "5")
    assert done.out.splitlines() == [
        "照抄上年的比例（按字数）：0%",
        "",
        "第五部分（0 句未变）",
        "  - 一是信息公开渠道仍单一，与群众互动不足。",
        "  + 一是信息公开渠道单一，与群众互动不足。",
        "  - 二是培训办了3期。",
    ]


def test_diff_with_a_year_that_is_not_held_says_so(nianbao: Nianbao, held: Path) -> None:
    done = nianbao("diff", "清水乡", "2019", "2024")
    assert (done.code, "2019" in done.err) == (1, True)


# Search


def test_search_gives_passages_with_their_places(nianbao: Nianbao, held: Path) -> None:
    (found,) = nianbao("search", "群众互动", "--year", "2024", "-k", "1", "--json").objects()
    assert found["q"] == "群众互动"
    hits = found["hits"]
    assert isinstance(hits, list)
    keys = {"issuer", "year", "section", "quote", "start", "end", "score", "context"}
    assert [keys <= hit.keys() for hit in hits] == [True]
    assert (hits[0]["issuer"], hits[0]["year"], hits[0]["section"]) == (NAME, 2024, 5)


def test_search_for_people_numbers_the_passages(nianbao: Nianbao, held: Path) -> None:
    done = nianbao("search", "群众互动", "--issuer", "清水乡", "--year", "2024")
    assert done.out.startswith("1. 清水乡人民政府2024年 第五部分\n")


def test_a_batch_of_searches_answers_each_line_in_its_place(
    nianbao: Nianbao, held: Path, tmp_path: Path
) -> None:
    lines = [
        '{"q": "群众互动", "k": 1}',
        "not json",
        '{"q": "人员变动", "issuer": "青石县城关镇", "section": 5}',
        '{"q": "人员变动", "section": 9}',
        '{"q": "人员变动", "issuer": "白石镇"}',
        '{"q": 5}',
        "[]",
    ]
    (tmp_path / "batch").write_text("\n".join(lines), "utf-8")
    done = nianbao("search", "--batch", "batch")
    told = done.objects()
    assert done.code == 1
    assert ["error" in line for line in told] == [False, True, False, True, True, True, True]
    hits = told[2]["hits"]
    assert isinstance(hits, list)
    assert hits[0]["region"] == QINGSHI


@pytest.mark.parametrize("command", [("ask", "--json"), ("search", "--json")])
def test_a_batch_gives_nothing_but_one_line_for_each_of_its_lines(
    nianbao: Nianbao, held: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "batch").write_text('{"q": "公开"}\n{"q": "申请"}\n', "utf-8")
    done = nianbao(*command, "--batch", "batch")
    assert [line["q"] for line in done.objects()] == ["公开", "申请"]
    assert done.code == 0


# Export


def test_export_chooses_by_issuer_year_metric_and_region(nianbao: Nianbao, held: Path) -> None:
    chosen = ("--region", "云溪县", "--issuer", "清水乡", "--year", "2024", "--metric", "fees_wan")
    (line,) = nianbao("export", "--format", "json", *chosen).objects()
    assert (line["issuer"], line["year"], line["metric"]) == (NAME, 2024, "fees_wan")


def test_export_takes_the_label_of_a_metric(nianbao: Nianbao, held: Path) -> None:
    label = METRIC["new_received"].label
    done = nianbao("export", "--format", "json", "--metric", label, "--year", "2023")
    assert {line["metric"] for line in done.objects()} == {"new_received"}


def test_export_writes_a_file(nianbao: Nianbao, held: Path, tmp_path: Path) -> None:
    assert nianbao("export", "--format", "xlsx", "--out", "facts.xlsx").code == 0
    assert openpyxl.load_workbook(tmp_path / "facts.xlsx")["facts"].max_row == 9
    assert nianbao("export", "--out", "no/such/folder.csv").code == 1


def test_csv_goes_to_standard_output_with_its_header(nianbao: Nianbao, held: Path) -> None:
    done = nianbao("export")
    assert done.out.startswith("issuer,region,year,metric,")
    assert len(done.out.splitlines()) == 9


# The stores


def test_status_says_how_much_is_held(nianbao: Nianbao, held: Path) -> None:
    (status,) = nianbao("status", "--json").objects()
    keys = {"issuers", "reports", "years", "facts", "passages", "model", "last_ingest", "bytes"}
    assert keys <= status.keys()
    assert (status["issuers"], status["reports"], status["years"]) == (3, 4, [2023, 2024])
    assert "3 个单位的 4 份报告（2023–2024年）" in nianbao("status").out


def test_an_empty_store_has_a_status_and_no_hits(nianbao: Nianbao, tmp_path: Path) -> None:
    (status,) = nianbao("status", "--json").objects()
    assert (status["reports"], status["model"], status["last_ingest"]) == (0, None, None)
    done = nianbao("search", "渠道", "--json")
    assert done.objects() == [{"q": "渠道", "hits": []}]
    assert "nianbao ingest" in done.err
    assert not (tmp_path / "store").exists()


def test_rebuild_makes_the_vectors_again(nianbao: Nianbao, held: Path) -> None:
    before = nianbao("search", "群众互动", "--json").out
    assert nianbao("rebuild").code == 0
    assert nianbao("search", "群众互动", "--json").out == before


@pytest.mark.parametrize("command", [("remove", "清水乡", "2024"), ("rebuild",)])
def test_a_locked_store_is_said_in_one_sentence(
    nianbao: Nianbao, held: Path, command: tuple[str, ...]
) -> None:
    with Corpus.open(held, is_writable=True):
        done = nianbao(*command)
    assert done.code == 1
    assert "另一个 nianbao 进程" in done.err
    assert len(done.err.splitlines()) == 1


def test_a_newer_store_is_said_in_one_sentence(nianbao: Nianbao, held: Path) -> None:
    db = sqlite3.connect(held / "reports.db")
    db.execute(f"pragma user_version = {NEWEST + 1}")
    db.close()
    done = nianbao("status")
    assert done.code == 1
    assert "请升级程序" in done.err
    assert len(done.err.splitlines()) == 1


def test_data_may_be_given_as_an_option(nianbao: Nianbao, held: Path, tmp_path: Path) -> None:
    (status,) = nianbao("--data", str(tmp_path / "none"), "status", "--json").objects()
    assert status["reports"] == 0


def test_a_dotenv_file_is_read_and_the_environment_wins(
    nianbao: Nianbao, held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("NIANBAO_DATA=elsewhere\n", "utf-8")
    assert nianbao("status", "--json").objects()[0]["reports"] == 4
    monkeypatch.delenv("NIANBAO_DATA")
    assert nianbao("status", "--json").objects()[0]["reports"] == 0


def test_a_bad_setting_names_its_variable(
    nianbao: Nianbao, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANBAO_LANG", "latin")
    done = nianbao("status")
    assert done.code == 1
    assert "NIANBAO_LANG" in done.err


# Usage


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("ingest",),
        ("ask",),
        ("ask", "问", "--batch", "-"),
        ("ask", "问", "--today", "2024-13-40"),
        ("search",),
        ("search", "问", "--section", "7"),
        ("report", "清水乡"),
        ("report", "清水乡", "twenty"),
        ("check",),
        ("diff", "清水乡", "2023"),
        ("export", "--format", "pdf"),
        ("export", "--metric", "nonsense"),
        ("ask", "--batch", "no/such/file"),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two(nianbao: Nianbao, arguments: tuple[str, ...]) -> None:
    done = nianbao(*arguments)
    assert done.code == 2
    assert done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("command", ["", *sorted(cli.commands)])
def test_every_command_has_help(nianbao: Nianbao, command: str) -> None:
    done = nianbao(*[command] if command else [], "--help")
    assert done.code == 0
    assert "Usage: nianbao" in done.out


def test_the_commands_are_those_that_people_rely_on() -> None:
    promised = "ask bot chat check diff export ingest rebuild remove report search status"
    assert sorted(cli.commands) == promised.split()


def test_without_a_token_the_bot_says_how_to_get_one(nianbao: Nianbao) -> None:
    done = nianbao("bot")
    assert done.code == 1
    assert "@BotFather" in done.err
    assert "nianbao chat" in done.err


# As a process


def process(
    arguments: Sequence[str], folder: Path, stdin: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    environ = {**os.environ, "NIANBAO_DATA": str(folder / "store"), "LC_ALL": "C"}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env=environ,
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_the_module_is_the_command_and_speaks_utf8_in_any_locale(
    held: Path, tmp_path: Path
) -> None:
    done = process(["report", "清水乡", "2024", "--json"], tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode())["issuer"] == NAME


def test_a_broken_pipe_ends_quietly(held: Path, tmp_path: Path) -> None:
    environ = {**os.environ, "NIANBAO_DATA": str(tmp_path / "store")}
    writer = subprocess.Popen(
        [sys.executable, "-m", "bot", "report", "清水乡", "2024"],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    assert writer.wait(60) in (0, 1)
