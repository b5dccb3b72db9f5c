"""For tests of the command line: the command, with a store of its own."""

import os
import sys
from pathlib import Path

import pytest

from bot.cli import run
from tests.bot.command import Done, Nianbao


@pytest.fixture
def nianbao(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Nianbao:
    """The command in this process, with a store of its own."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("NIANBAO_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NIANBAO_DATA", str(tmp_path / "store"))

    def call(*arguments: str) -> Done:
        capfd.readouterr()
        code = run(arguments)
        sys.stdout.flush()
        said = capfd.readouterr()
        return Done(code, said.out, said.err)

    return call
