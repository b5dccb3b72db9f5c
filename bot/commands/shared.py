"""What commands share: options, the opened store, and what is said when something is not held."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from bot.settings import Settings
from index import Corpus
from index.errors import ReportIndexError
from index.types import HeldIssuer

json_option = click.option("--json", "is_json", is_flag=True, help="输出 JSON。Print JSON.")
issuer_option = click.option("--issuer", metavar="NAME", help="单位。The body that reports.")
year_option = click.option(
    "--year", type=click.IntRange(1990, 2100), help="年度。Year of the report."
)
region_option = click.option("--region", metavar="NAME", help="地区。The place that it is in.")
section_option = click.option(
    "--section", type=click.IntRange(1, 6), help="部分。Section of the report."
)
today_option = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="今天的日期。The date of today."
)


class CommandError(ReportIndexError):
    """What was asked for cannot be done; the message says why."""


@contextmanager
def opened(settings: Settings, *, is_writable: bool = False) -> Iterator[Corpus]:
    """The store of the settings, to read or to write."""
    with Corpus.open(
        settings.data,
        is_writable=is_writable,
        embedding_model=settings.embedding_model,
        chroma_url=settings.chroma_url,
    ) as corpus:
        yield corpus


def end_with(code: int) -> None:
    """End the command with an exit status, where it is not that all went well."""
    if code:
        raise click.exceptions.Exit(code)


def not_held(issuer: HeldIssuer, year: int) -> CommandError:
    """That a year is not held, and which years are."""
    held = "、".join(map(str, issuer.years))
    return CommandError(
        f"没有{issuer.name}{year}年的报告；现有：{held}。(not held; these years are: {held})"
    )
