"""Questions and searches: ask, chat, search, and the Telegram bot."""

import logging
from datetime import date, datetime
from typing import IO

import click

from bot.commands.shared import (
    CommandError,
    end_with,
    issuer_option,
    json_option,
    opened,
    section_option,
    today_option,
    year_option,
)
from bot.console import print_answer, print_answers, print_hits, print_lines, talk
from bot.lines import Wanted, searches
from bot.settings import Settings
from bot.types import Ask
from index import Corpus

_NO_TOKEN = (
    "没有设置 NIANBAO_TELEGRAM_TOKEN：请在 Telegram 中找 @BotFather，发送 /newbot 取得令牌，"
    "写入 .env；也可以用 nianbao chat 在终端对话。(NIANBAO_TELEGRAM_TOKEN is not set: ask "
    "@BotFather on Telegram for one with /newbot and put it into .env, or talk here with "
    "`nianbao chat`)"
)


@click.command()
@click.argument("question", required=False)
@click.option("--batch", type=click.File("rb"), help='每行一个 {"q", "chat"}。FILE or -.')
@today_option
@json_option
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
    with opened(settings) as corpus:
        answer = _make_ask(corpus, settings, today)
        if batch is not None:
            end_with(print_answers(answer, batch, is_json=is_json))
            return
        print_answer(answer(question or "", None).answer, is_json=is_json)


@click.command()
@today_option
@click.pass_obj
def chat(settings: Settings, today: datetime | None) -> None:
    """在终端对话。Talk on the terminal."""
    from bot.ask import examples

    with opened(settings) as corpus:
        talk(_make_ask(corpus, settings, today), examples(corpus, settings.lang))


@click.command("search")
@click.argument("text", required=False)
@issuer_option
@year_option
@section_option
@click.option("-k", "k", type=click.IntRange(1, 1000), default=10, show_default=True)
@click.option("--batch", type=click.File("rb"), help='每行一个 {"q", …}。FILE or -.')
@json_option
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
    with opened(settings) as corpus:
        wanted = Wanted(text or "", issuer, year, section, k)
        if batch is not None:
            end_with(print_lines(searches(corpus, batch, wanted)))
            return
        print_hits(corpus, wanted, is_json=is_json)


@click.command()
@click.pass_obj
def bot(settings: Settings) -> None:
    """运行 Telegram 机器人。Run the Telegram bot."""
    if settings.telegram_token is None:
        raise CommandError(_NO_TOKEN)
    from bot.ask import examples
    from bot.chat.app import run_bot
    from bot.show import status_text

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    with opened(settings) as corpus:
        run_bot(
            settings,
            _make_ask(corpus, settings, None),
            examples=lambda lang: examples(corpus, lang),
            status=lambda lang: status_text(corpus.status(), lang),
        )


def _make_ask(corpus: Corpus, settings: Settings, today: datetime | None) -> Ask:
    from bot.ask import make_ask

    given = today.date() if today else None
    return make_ask(corpus, today=lambda: given or date.today(), lang=settings.lang)
