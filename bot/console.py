"""What the commands write: results to standard output, messages to standard error."""

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from time import monotonic
from typing import IO

import click

from bot.lines import Wanted, answers, converse, hits_json, search
from bot.types import Answer, Ask, Json
from index import Corpus
from index.types import Ingest

_EMPTY = "库中还没有报告，请先运行 nianbao ingest。(no reports are held; run `nianbao ingest`)"


# Ingest


def show_ingest(run: Ingest, *, is_json: bool) -> int:
    """Show results as they come, and at the end how many of which; the exit status."""
    from bot.show import result_text, skipped_text

    counts: dict[str, int] = {}
    begun = monotonic()
    is_live = sys.stderr.isatty()
    for done, result in enumerate(run.results, 1):
        counts[result.result] = counts.get(result.result, 0) + 1
        if is_live:
            click.echo("\r\x1b[K", err=True, nl=False)
        if is_json:
            fields = ("file", "result", "issuer", "year", "reason", "findings", "messages")
            print_line({name: getattr(result, name) for name in fields})
        else:
            print_text(result_text(result))
        if is_live:
            click.echo(_progress(done, run.files, monotonic() - begun), err=True, nl=False)
    if is_live:
        click.echo("\r\x1b[K", err=True, nl=False)
    if run.skipped:
        say(skipped_text(run.skipped))
    say(_summary(counts))
    return 1 if counts.get("refused") else 0


def _progress(done: int, files: int, seconds: float) -> str:
    rate = done / seconds if seconds > 0 else 0.0
    left = max(files - done, 0) / rate if rate else 0.0
    return f"{done}/{files}  {rate:.1f}/s  {left / 60:.0f} min {left % 60:02.0f} s"


def _summary(counts: Mapping[str, int]) -> str:
    names = {"saved": "新存", "replaced": "更新", "unchanged": "未变", "refused": "未采用"}
    said = "，".join(f"{names[key]} {counts[key]}" for key in names if counts.get(key))
    return said or "没有可读的文件。(no readable files)"


# Questions


def print_answers(ask: Ask, lines: IO[bytes], *, is_json: bool) -> int:
    """Answer each line of a batch; the exit status."""
    code = 0
    for answer in answers(ask, lines):
        if isinstance(answer, Answer):
            print_answer(answer, is_json=is_json)
        else:
            print_line({"error": answer})
            code = 1
    return code


def print_answer(answer: Answer, *, is_json: bool) -> None:
    """Write one answer, for people or as one JSON object."""
    from bot.show import answer_text

    if is_json:
        print_line(answer.as_json())
    else:
        print_text(answer_text(answer, is_terminal=sys.stdout.isatty()))


def talk(ask: Ask, examples: Sequence[str]) -> None:
    """Answer what is typed, or comes line by line from another program, until its end."""
    is_live = sys.stdin.isatty()
    # Shown beside the results, so that a program that reads these is not disturbed.
    shown = "".join(f"\n  {example}" for example in examples)
    say(f"请提问，例如：{shown}\n输入“退出”结束。(ask away; `exit` ends)" if shown else _EMPTY)
    converse(
        ask,
        _typed() if is_live else sys.stdin,
        lambda answer: print_answer(answer, is_json=False),
    )


def _typed() -> Iterator[str]:
    """Lines typed at a prompt, until the end of input."""
    with suppress(ImportError):  # where there is none, the prompt has no history
        import readline  # noqa: F401

    while True:
        try:
            yield input("\n> ")
        except EOFError:
            print_text("")
            return


# Search


def print_hits(corpus: Corpus, wanted: Wanted, *, is_json: bool) -> None:
    """Write what a search found, for people or as one JSON object."""
    from bot.show import hits_text

    hits = search(corpus, wanted)
    if not corpus.holdings().issuers:
        say(_EMPTY)
    if is_json:
        print_line(hits_json(corpus, wanted, hits))
    else:
        names = {issuer.id: issuer.name for issuer in corpus.holdings().issuers}
        print_text(hits_text(hits, names))


def print_lines(lines: Iterator[dict[str, Json]]) -> int:
    """Write one JSON object a line; the exit status."""
    code = 0
    for line in lines:
        print_line(line)
        code = 1 if "error" in line else code
    return code


# Lines


def status_lines(found: Mapping[str, object], sentence: str) -> str:
    """The sentence on what is held, and the rest of the status below it."""
    rest = {"模型": "model", "最近导入": "last_ingest", "占用字节": "bytes"}
    return "\n".join(
        [sentence, *(f"  {name}  {found[key] or '无'}" for name, key in rest.items())]
    )


def json_line(fields: Mapping[str, object]) -> str:
    """One JSON object on one line."""
    return json.dumps(fields, ensure_ascii=False)


def print_line(fields: Mapping[str, object]) -> None:
    """Write one JSON object on one line."""
    print_text(json_line(fields))


def print_text(text: str) -> None:
    """Write a result, at once."""
    click.echo(text)
    sys.stdout.flush()  # who reads along gets each line when it is ready


def say(text: str) -> None:
    """Write a message beside the results."""
    click.echo(text, err=True)


def speak_utf8() -> None:
    """Speak UTF-8 whatever the locale; what is no text becomes question marks."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def end_quietly() -> int:
    """Nobody reads what we write: let the interpreter's last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
