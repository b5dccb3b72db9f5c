"""Facts as a table: export."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from bot.commands.shared import CommandError, opened
from bot.console import say
from bot.lines import issuer_named
from bot.settings import Settings
from index import Corpus
from index.types import HeldIssuer


@click.command()
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
    with opened(settings) as corpus:
        facts = find_exported(corpus, _issuers(corpus, issuer, region), year, _metrics(metric))
        with _output(out) as stream:
            count = write_facts(facts, form, stream)
        if not count:
            say("没有符合条件的数据。(no such facts are held)")


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
