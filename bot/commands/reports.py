"""Reports by themselves: report, check, diff."""

from collections.abc import Sequence
from pathlib import Path

import click

from bot.commands.shared import (
    end_with,
    issuer_option,
    json_option,
    not_held,
    opened,
    region_option,
    section_option,
    year_option,
)
from bot.console import json_line, print_text
from bot.lines import issuer_named
from bot.settings import Settings
from index import Corpus, check_files


@click.command()
@click.argument("issuer")
@click.argument("year", type=int)
@json_option
@click.pass_obj
def report(settings: Settings, issuer: str, year: int, is_json: bool) -> None:
    """显示一份报告的全部内容。All that is held of one report."""
    from bot.show import report_text
    from index.export import report_json

    with opened(settings) as corpus:
        held = issuer_named(corpus, issuer)
        found = corpus.report(held.id, year)
        if found is None:
            raise not_held(held, year)
        print_text(json_line(report_json(found)) if is_json else report_text(found))


@click.command()
@click.argument("targets", nargs=-1, required=True, metavar="PATH… | ISSUER [YEAR]")
@issuer_option
@year_option
@region_option
@json_option
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
    with opened(settings) as corpus:
        if _are_paths(targets):
            end_with(_check_files(corpus, targets, (issuer, year, region), is_json=is_json))
        else:
            _check_held(corpus, targets, is_json=is_json)


@click.command()
@click.argument("issuer")
@click.argument("earlier", type=int, metavar="YEAR")
@click.argument("later", type=int, metavar="YEAR")
@section_option
@json_option
@click.pass_obj
def diff(
    settings: Settings, issuer: str, earlier: int, later: int, section: int | None, is_json: bool
) -> None:
    """比较两年的文字。Compare the wording of two years."""
    from bot.show import comparison_text
    from index.export import comparison_json

    with opened(settings) as corpus:
        held = issuer_named(corpus, issuer)
        compared = corpus.compare(held.id, earlier, later, section)
        if compared is None:
            raise not_held(held, next(y for y in (earlier, later) if y not in held.years))
        print_text(json_line(comparison_json(compared)) if is_json else comparison_text(compared))


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
            raise not_held(held, year)
        print_text(
            json_line(held_check_json(found)) if is_json else stored_check_text(found) + "\n"
        )
