"""The READMEs name what there is: every command, every setting, files that exist."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.ask import make_ask
from bot.cli import cli
from bot.settings import Settings
from bot.show import answer_text
from bot.types import Context, Lang
from index import Corpus, ingest_files
from index.settings import DATA_DIR

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = DATA_DIR / "samples"
READMES = ("README.md", "README.zh-CN.md")


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_named(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    missing = [c for c in cli.commands if not re.search(rf"nianbao {c}\b", text)]
    assert missing == []


@pytest.mark.parametrize("name", READMES)
def test_every_named_command_exists(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    named = set(re.findall(r"`?nianbao ([a-z]+)\b", text))
    assert named - set(cli.commands) == set()


@pytest.mark.parametrize("name", READMES)
def test_every_named_setting_exists(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    named = set(re.findall(r"NIANBAO_[A-Z_]+[A-Z]", text))
    assert named - set(Settings.variables()) == set()


@pytest.mark.parametrize("name", READMES)
def test_every_linked_file_exists(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_every_make_target_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?m)(?:^|`)make ([a-z]+)", (ROOT / name).read_text("utf-8")))
    assert named
    assert named - targets == set()


@pytest.mark.parametrize("name", READMES)
def test_a_readme_is_read_in_a_few_minutes(name: str) -> None:
    assert len((ROOT / name).read_text("utf-8").splitlines()) <= 120


@pytest.mark.parametrize("name", READMES)
def test_the_exchange_is_what_the_bot_says(name: str, tmp_path: Path) -> None:
    text = (ROOT / name).read_text("utf-8")
    block = text.partition("```\n> ")[2].partition("```")[0]
    with Corpus.open(tmp_path, is_writable=True) as corpus:
        for year in (2022, 2023, 2024):
            sample = f"云溪县/清水乡人民政府{year}年政府信息公开工作年度报告.txt"
            assert [r.result for r in ingest_files(corpus, [SAMPLES / sample]).results] == [
                "saved"
            ]
    context: Context | None = None
    with Corpus.open(tmp_path) as corpus:
        ask = make_ask(corpus, today=lambda: date(2025, 6, 15), lang=Lang.ZH)
        for turn in block.split("\n> "):
            question, _, answer = turn.strip("\n").partition("\n")
            said = ask(question, context)
            context = said.context
            assert answer_text(said.answer, is_terminal=False) == answer
