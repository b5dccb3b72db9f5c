"""The command `nianbao`: thin commands over functions. Only here is the environment read."""

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import IO, BinaryIO

import click

from bot.console import (
    end_quietly,
    json_line,
    print_answer,
    print_answers,
    print_hits,
    print_lines,
    print_text,
    say,
    show_ingest,
    speak_utf8,
    status_lines,
    talk,
)
from bot.lines import Wanted, issuer_named, searches
from bot.settings import Settings
from bot.types import Ask
from index import Corpus, check_files, ingest_files
from index.errors import ReportIndexError
from index.types import HeldIssuer

_NO_TOKEN = (
    "没有设置 NIANBAO_TELEGRAM_TOKEN：请在 Telegram 中找 @BotFather，发送 /newbot 取得令牌，"
    "写入 .env；也可以用 nianbao chat 在终端对话。(NIANBAO_TELEGRAM_TOKEN is not set: ask "
    "@BotFather on Telegram for one with /newbot and put it into .env, or talk here with "
    "`nianbao chat`)"
)
_INTERRUPTED = 130


class CommandError(ReportIndexError):
    """What was asked for cannot be done; the message says why."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--data", type=click.Path(path_type=Path), help="数据文件夹。Folder of the stores.")
@click.version_option(package_name="nianbao")
@click.pass_context
def cli(context: click.Context, data: Path | None) -> None:
    """年报：政府信息公开工作年度报告的问答。Answers from annual disclosure reports."""
    settings = Settings.from_env(environment())
    context.obj = replace(settings, data=data) if data else settings


_json_option = click.option("--json", "is_json", is_flag=True, help="输出 JSON。Print JSON.")
_issuer_option = click.option("--issuer", metavar="NAME", help="单位。The body that reports.")
_year_option = click.option(
    "--year", type=click.IntRange(1990, 2100), help="年度。Year of the report."
)
_region_option = click.option("--region", metavar="NAME", help="地区。The place that it is in.")
_today_option = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="今天的日期。The date of today."
)


@cli.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@_issuer_option
@_year_option
@_region_option
@click.option(
    "--url-list",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="网址清单，每行一个。A file of addresses, one a line.",
)
@click.option(
    "--allow-private", is_flag=True, help="允许内网地址。Also fetch from private addresses."
)
@_json_option
@click.pass_obj
def ingest(
    settings: Settings,
    paths: tuple[str, ...],
    issuer: str | None,
    year: int | None,
    region: str | None,
    url_list: Path | None,
    allow_private: bool,
    is_json: bool,
) -> None:
    """导入文件、文件夹（含子文件夹）或网址。Read files, folders and addresses into the stores."""
    if not paths and url_list is None:
        raise click.UsageError("请给出文件、文件夹或网址。(name a file, a folder or an address)")
    with _open(settings, is_writable=True) as corpus:
        run = ingest_files(
            corpus,
            paths,
            issuer=issuer,
            year=year,
            region=region,
            url_list=url_list,
            allow_private=allow_private,
        )
        try:
            _exit(show_ingest(run, is_json=is_json))
        except KeyboardInterrupt:
            say("\n已中断；已存的报告都在，再次运行即可继续。(stopped; what is saved is kept)")
            raise


@cli.command()
@click.argument("issuer")
@click.argument("year", type=int)
@click.pass_obj
def remove(settings: Settings, issuer: str, year: int) -> None:
    """删除一份报告。Take one report out of every store."""
    with _open(settings, is_writable=True) as corpus:
        held = issuer_named(corpus, issuer)
        if not corpus.remove(held.id, year):
            raise _not_held(held, year)
        say(f"已删除 {held.name}{year}年的报告。(removed)")


@cli.command()
@click.argument("question", required=False)
@click.option("--batch", type=click.File("rb"), help='每行一个 {"q", "chat"}。FILE or -.')
@_today_option
@_json_option
@click.pass_obj
def ask(
    settings: Settings,
    question: str | None,
    batch: IO[bytes] | None,
    today: datetime | None,
    is_json: bool,
) -> None:
    """回答一个问题。Answer one question, or a batch of them."""
    if (question is None) == (batch is None):
        raise click.UsageError("请给出一个问题，或用 --batch。(give a question, or --batch)")
    with _open(settings) as corpus:
        answer = _make_ask(corpus, settings, today)
        if batch is not None:
            _exit(print_answers(answer, batch, is_json=is_json))
            return
        print_answer(answer(question or "", None).answer, is_json=is_json)


@cli.command()
@_today_option
@click.pass_obj
def chat(settings: Settings, today: datetime | None) -> None:
    """在终端对话。Talk on the terminal."""
    from bot.ask import examples

    with _open(settings) as corpus:
        talk(_make_ask(corpus, settings, today), examples(corpus, settings.lang))


@cli.command("search")
@click.argument("text", required=False)
@_issuer_option
@_year_option
@click.option("--section", type=click.IntRange(1, 6), help="部分。Section of the report.")
@click.option("-k", "k", type=click.IntRange(1, 1000), default=10, show_default=True)
@click.option("--batch", type=click.File("rb"), help='每行一个 {"q", …}。FILE or -.')
@_json_option
@click.pass_obj
def search_text(
    settings: Settings,
    text: str | None,
    issuer: str | None,
    year: int | None,
    section: int | None,
    k: int,
    batch: IO[bytes] | None,
    is_json: bool,
) -> None:
    """搜索报告的文字。Find passages by wording and meaning."""
    if (text is None) == (batch is None):
        raise click.UsageError("请给出要找的文字，或用 --batch。(give a text, or --batch)")
    with _open(settings) as corpus:
        wanted = Wanted(text or "", issuer, year, section, k)
        if batch is not None:
            _exit(print_lines(searches(corpus, batch, wanted)))
            return
        print_hits(corpus, wanted, is_json=is_json)


@cli.command()
@click.argument("issuer")
@click.argument("year", type=int)
@_json_option
@click.pass_obj
def report(settings: Settings, issuer: str, year: int, is_json: bool) -> None:
    """显示一份报告的全部内容。All that is held of one report."""
    from bot.show import report_text
    from index.export import report_json

    with _open(settings) as corpus:
        held = issuer_named(corpus, issuer)
        found = corpus.report(held.id, year)
        if found is None:
            raise _not_held(held, year)
        print_text(json_line(report_json(found)) if is_json else report_text(found))


@cli.command()
@click.argument("targets", nargs=-1, required=True, metavar="PATH… | ISSUER [YEAR]")
@_issuer_option
@_year_option
@_region_option
@_json_option
@click.pass_obj
def check(
    settings: Settings,
    targets: tuple[str, ...],
    issuer: str | None,
    year: int | None,
    region: str | None,
    is_json: bool,
) -> None:
    """核对勾稽关系：文件（不保存）或已存的报告。Check files, or held reports."""
    with _open(settings) as corpus:
        if _are_paths(targets):
            _exit(_check_files(corpus, targets, (issuer, year, region), is_json=is_json))
        else:
            _check_held(corpus, targets, is_json=is_json)


@cli.command()
@click.argument("issuer")
@click.argument("earlier", type=int, metavar="YEAR")
@click.argument("later", type=int, metavar="YEAR")
@click.option("--section", type=click.IntRange(1, 6), help="部分。Section of the report.")
@_json_option
@click.pass_obj
def diff(
    settings: Settings, issuer: str, earlier: int, later: int, section: int | None, is_json: bool
) -> None:
    """比较两年的文字。Compare the wording of two years."""
    from bot.show import comparison_text
    from index.export import comparison_json

    with _open(settings) as corpus:
        held = issuer_named(corpus, issuer)
        compared = corpus.compare(held.id, earlier, later, section)
        if compared is None:
            raise _not_held(held, next(y for y in (earlier, later) if y not in held.years))
        print_text(json_line(comparison_json(compared)) if is_json else comparison_text(compared))


@cli.command()
@click.option("--issuer", multiple=True, metavar="NAME", help="单位，可重复。")
@click.option("--year", type=int, multiple=True, help="年度，可重复。")
@click.option("--metric", multiple=True, metavar="KEY", help="指标（键或名称），可重复。")
@click.option("--region", metavar="NAME", help="地区。")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "xlsx", "json"]),
    default="csv",
    show_default=True,
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="写入文件。")
@click.pass_obj
def export(
    settings: Settings,
    issuer: tuple[str, ...],
    year: tuple[int, ...],
    metric: tuple[str, ...],
    region: str | None,
    form: str,
    out: Path | None,
) -> None:
    """导出数据。Write facts as a table, with source, status and unit."""
    from index.export import find_exported, write_facts

    if form == "xlsx" and out is None and sys.stdout.isatty():
        raise click.UsageError("xlsx 请用 --out 写入文件。(write xlsx to a file with --out)")
    with _open(settings) as corpus:
        facts = find_exported(corpus, _issuers(corpus, issuer, region), year, _metrics(metric))
        with _output(out) as stream:
            count = write_facts(facts, form, stream)
        if not count:
            say("没有符合条件的数据。(no such facts are held)")


@cli.command()
@_json_option
@click.pass_obj
def status(settings: Settings, is_json: bool) -> None:
    """库中有多少内容。How much is held."""
    from bot.show import status_text

    with _open(settings) as corpus:
        found = corpus.status()
        print_text(json_line(found) if is_json else status_lines(found, status_text(found)))


@cli.command()
@click.pass_obj
def rebuild(settings: Settings) -> None:
    """由 SQLite 重建全文索引和向量。Make the full text and the vectors again from SQLite."""
    with _open(settings, is_writable=True) as corpus:
        corpus.rebuild()
        say("已重建全文索引和向量。(rebuilt)")


@cli.command()
@click.pass_obj
def bot(settings: Settings) -> None:
    """运行 Telegram 机器人。Run the Telegram bot."""
    if settings.telegram_token is None:
        raise CommandError(_NO_TOKEN)
    from bot.ask import examples
    from bot.chat.app import run_bot
    from bot.show import status_text

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    with _open(settings) as corpus:
        run_bot(
            settings,
            _make_ask(corpus, settings, None),
            examples=lambda lang: examples(corpus, lang),
            status=lambda lang: status_text(corpus.status(), lang),
        )


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


@contextmanager
def _open(settings: Settings, *, is_writable: bool = False) -> Iterator[Corpus]:
    with Corpus.open(
        settings.data,
        is_writable=is_writable,
        embedding_model=settings.embedding_model,
        chroma_url=settings.chroma_url,
    ) as corpus:
        yield corpus


def _exit(code: int) -> None:
    if code:
        raise click.exceptions.Exit(code)


# Questions


def _make_ask(corpus: Corpus, settings: Settings, today: datetime | None) -> Ask:
    from bot.ask import make_ask

    given = today.date() if today else None
    return make_ask(corpus, today=lambda: given or date.today(), lang=settings.lang)


# Checking


def _are_paths(targets: Sequence[str]) -> bool:
    """Whether the arguments are files rather than a name and a year."""
    first = Path(targets[0])
    has_form = targets[0].startswith(("http://", "https://")) or "/" in targets[0]
    is_file = first.exists() or first.suffix.lower() in (".html", ".htm", ".txt", ".docx", ".pdf")
    return has_form or is_file or len(targets) > 2


def _check_files(
    corpus: Corpus,
    paths: Sequence[str],
    told: tuple[str | None, int | None, str | None],
    *,
    is_json: bool,
) -> int:
    from bot.show import checked_text
    from index.export import checked_json

    issuer, year, region = told
    code = 0
    for checked in check_files(corpus, paths, issuer=issuer, year=year, region=region):
        code = 1 if checked.report is None else code
        print_text(json_line(checked_json(checked)) if is_json else checked_text(checked) + "\n")
    return code


def _check_held(corpus: Corpus, targets: Sequence[str], *, is_json: bool) -> None:
    from bot.show import stored_check_text
    from index.export import held_check_json

    held = issuer_named(corpus, targets[0])
    if len(targets) == 2 and not targets[1].isdecimal():
        raise click.UsageError(f"“{targets[1]}”不是年度。(not a year)")
    years = (int(targets[1]),) if len(targets) == 2 else held.years
    for year in years:
        found = corpus.report(held.id, year)
        if found is None:
            raise _not_held(held, year)
        print_text(
            json_line(held_check_json(found)) if is_json else stored_check_text(found) + "\n"
        )


# Export


def _issuers(corpus: Corpus, names: Sequence[str], region: str | None) -> list[HeldIssuer]:
    from index.export import lies_in

    found = [issuer_named(corpus, name) for name in names] or corpus.holdings().issuers
    kept = [held for held in found if region is None or lies_in(held.region, region)]
    if region is not None and not kept:
        raise CommandError(f"库中没有“{region}”的报告。(no reports of this place are held)")
    return kept


def _metrics(names: Sequence[str]) -> list[str]:
    from index.vocabulary.metrics import METRIC, METRICS

    by_label = {metric.label: metric.key for metric in METRICS}
    keys = [name if name in METRIC else by_label.get(name, "") for name in names]
    if "" in keys:
        unknown = names[keys.index("")]
        raise click.UsageError(f"没有“{unknown}”这个指标。(no such metric)")
    return keys


@contextmanager
def _output(out: Path | None) -> Iterator[BinaryIO]:
    if out is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with out.open("wb") as stream:
            yield stream
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError(f"{out}：无法写入 (cannot be written: {reason})") from error


def _not_held(issuer: HeldIssuer, year: int) -> CommandError:
    held = "、".join(map(str, issuer.years))
    return CommandError(
        f"没有{issuer.name}{year}年的报告；现有：{held}。(not held; these years are: {held})"
    )


if __name__ == "__main__":
    main()
