"""The command `nianbao`: all its commands, and how it ends. Only here the environment is read."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from bot.commands.asking import ask, bot, chat, search_text
from bot.commands.export import export
from bot.commands.keeping import ingest, rebuild, remove, status
from bot.commands.reports import check, diff, report
from bot.commands.shared import CommandError
from bot.console import end_quietly, say, speak_utf8
from bot.settings import Settings
from index.errors import ReportIndexError

_INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--data", type=click.Path(path_type=Path), help="数据文件夹。Folder of the stores.")
@click.version_option(package_name="nianbao")
@click.pass_context
def cli(context: click.Context, data: Path | None) -> None:
    """年报：政府信息公开工作年度报告的问答。Answers from annual disclosure reports."""
    settings = Settings.from_env(environment())
    context.obj = replace(settings, data=data) if data else settings


for command in (
    *(ingest, remove, rebuild, status),
    *(ask, chat, search_text, bot),
    *(report, check, diff, export),
):
    cli.add_command(command)


def main() -> None:
    """Run the command line."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command; every failure ends with one sentence and the right exit status."""
    speak_utf8()
    try:
        code = cli.main(list(arguments), prog_name="nianbao", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        return end_quietly()
    except ReportIndexError as error:
        say(str(error))
        return 1
    except Exception as error:  # a defect of ours: one sentence all the same
        say(f"程序出错，请报告此问题 (defect: {type(error).__name__}: {error})")
        return 1
    return code if isinstance(code, int) else 0


def environment() -> dict[str, str]:
    """The environment, over what a .env file in the working directory says."""
    # Importing it costs more than most commands, and most folders have no such file.
    if not Path(".env").is_file():
        return dict(os.environ)
    from dotenv import dotenv_values

    try:
        written = dotenv_values(".env")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f".env：无法读取 (cannot be read: {error})") from error
    return {**{k: v for k, v in written.items() if v is not None}, **os.environ}


if __name__ == "__main__":
    main()
