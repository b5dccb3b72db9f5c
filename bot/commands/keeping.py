"""What changes the store, and how much it holds: ingest, remove, rebuild, status."""

from pathlib import Path

import click

from bot.commands.shared import (
    end_with,
    issuer_option,
    json_option,
    not_held,
    opened,
    region_option,
    year_option,
)
from bot.console import json_line, print_text, say, show_ingest, status_lines
from bot.lines import issuer_named
from bot.settings import Settings
from index import ingest_files


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@issuer_option
@year_option
@region_option
@click.option(
    "--url-list",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="网址清单，每行一个。A file of addresses, one a line.",
)
@click.option(
    "--allow-private", is_flag=True, help="允许内网地址。Also fetch from private addresses."
)
@json_option
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
    with opened(settings, is_writable=True) as corpus:
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
            end_with(show_ingest(run, is_json=is_json))
        except KeyboardInterrupt:
            say("\n已中断；已存的报告都在，再次运行即可继续。(stopped; what is saved is kept)")
            raise


@click.command()
@click.argument("issuer")
@click.argument("year", type=int)
@click.pass_obj
def remove(settings: Settings, issuer: str, year: int) -> None:
    """删除一份报告。Take one report out of every store."""
    with opened(settings, is_writable=True) as corpus:
        held = issuer_named(corpus, issuer)
        if not corpus.remove(held.id, year):
            raise not_held(held, year)
        say(f"已删除 {held.name}{year}年的报告。(removed)")


@click.command()
@click.pass_obj
def rebuild(settings: Settings) -> None:
    """由 SQLite 重建全文索引和向量。Make the full text and the vectors again from SQLite."""
    with opened(settings, is_writable=True) as corpus:
        corpus.rebuild()
        say("已重建全文索引和向量。(rebuilt)")


@click.command()
@json_option
@click.pass_obj
def status(settings: Settings, is_json: bool) -> None:
    """库中有多少内容。How much is held."""
    from bot.show import status_text

    with opened(settings) as corpus:
        found = corpus.status()
        print_text(json_line(found) if is_json else status_lines(found, status_text(found)))
