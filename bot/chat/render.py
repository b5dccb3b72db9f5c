"""An answer as messages: HTML within Telegram's limits, its plain text, and its buttons."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from bot.chat.memory import Kept
from bot.chat.phrases import Phrases
from bot.types import END, STRONG, Answer, Choice, Citation, Quote

MESSAGE_UNITS = 4096  # UTF-16 units of one message
_MESSAGES = 12  # of one answer; Telegram lets a bot send 20 a minute to a group
_STRONG_SPANS = 90  # of one message; Telegram drops entities beyond 100
_LABEL = 60  # characters on a button
_SHORT_LABEL = 10  # so short that two buttons stand in a row
_BUTTONS = 90  # of one message; Telegram allows 100
_ANNEX = 1  # the table that older forms print as an annex, without a number


@dataclass(frozen=True, slots=True)
class Button:
    """What stands on a button, and what pressing it sends back: at most 64 bytes."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `plain` is what is sent where Telegram refuses `html`."""

    html: str
    plain: str
    buttons: tuple[tuple[Button, ...], ...] = ()


def render(answer: Answer, turn: int | None, phrases: Phrases) -> tuple[Message, ...]:
    """The messages of an answer; `turn` is the number its buttons carry, None for no buttons."""
    messages = messages_from(answer.marked, phrases)
    if turn is None:
        return messages
    rows = choice_rows(answer.choices, turn)
    if answer.sources or answer.passages:
        rows += ((Button(phrases.source_button, f"s:{turn}"),),)
    return (*messages[:-1], replace(messages[-1], buttons=rows))


def choice_rows(choices: tuple[Choice, ...], turn: int) -> tuple[tuple[Button, ...], ...]:
    """The buttons of choices, two in a row where they are short."""
    rows: list[tuple[Button, ...]] = []
    for number, choice in enumerate(choices[:_BUTTONS]):
        button = Button(_label(choice), f"c:{turn}:{number}")
        if rows and len(rows[-1]) == 1 and _is_short(button) and _is_short(rows[-1][0]):
            rows[-1] = (rows[-1][0], button)
        else:
            rows.append((button,))
    return tuple(rows)


def messages_from(marked: str, phrases: Phrases) -> tuple[Message, ...]:
    """Marked text as messages, broken between lines; at least one, none of them empty."""
    lines = _balanced_lines(marked if _bare(marked).strip() else phrases.empty_answer)
    pieces = [piece for line in lines for piece in _pieces(line)]
    parts: list[list[str]] = []
    room = 0
    for number, piece in enumerate(pieces):
        size = _units(_html(piece)) + 1
        if size > room or not parts:
            if not _bare(piece).strip():  # a message neither begins with a blank line …
                continue
            if len(parts) == _MESSAGES:
                parts.append([phrases.cut.format(lines=len(pieces) - number)])
                break
            parts.append([])
            room = MESSAGE_UNITS + 1  # no line break follows the last line
        parts[-1].append(piece)
        room -= size
    return tuple(_message("\n".join(part).rstrip()) for part in parts)  # … nor ends with one


def sources_from(kept: Kept, phrases: Phrases) -> tuple[Message, ...]:
    """Where an answer was read: the quoted rows and passages, each with its place."""
    blocks = [f"{STRONG}{phrases.source_title}{END}"]
    blocks += dict.fromkeys(_citation(source, phrases) for source in kept.sources)
    blocks += dict.fromkeys(_quotation(quote, phrases) for quote in kept.passages)
    if kept.unlisted:
        blocks.append(phrases.more_sources.format(count=kept.unlisted))
    return messages_from("\n\n".join(blocks), phrases)


def _label(choice: Choice) -> str:
    label = " ".join(_bare(choice.label or choice.q).split())
    return label if len(label) <= _LABEL else label[: _LABEL - 1] + "…"


def _is_short(button: Button) -> bool:
    return len(button.label) <= _SHORT_LABEL


def _balanced_lines(marked: str) -> Iterator[str]:
    is_strong = False
    for line in marked.split("\n"):
        opened = STRONG + line if is_strong else line
        is_strong = opened.rfind(STRONG) > opened.rfind(END)
        yield opened + END if is_strong else opened


def _pieces(line: str) -> Iterator[str]:
    """The line, or where it alone is longer than a message, stretches of it."""
    while _units(_html(line)) > MESSAGE_UNITS:
        cut = _cut(line)
        head, line = line[:cut], line[cut:]
        if head.rfind(STRONG) > head.rfind(END):
            head, line = head + END, STRONG + line
        yield head
    yield line


# Where a long line breaks best: after a sentence, else after a phrase, else after a word.
_BREAKS = (re.compile(r"[。！？!?]|[.;；](?=\s)"), re.compile(r"[；;，,、：:]"), re.compile(r"\s"))


def _cut(line: str) -> int:
    """How many characters of a line that is too long make a message."""
    low, high = 1, min(len(line), MESSAGE_UNITS)
    while low < high:  # the longest head that fits
        middle = (low + high + 1) // 2
        # The tag that closes an open stretch belongs to the head.
        if _units(_html(line[:middle] + END)) <= MESSAGE_UNITS:
            low = middle
        else:
            high = middle - 1
    for pattern in _BREAKS:
        ends = [m.end() for m in pattern.finditer(line, 0, low)]
        if ends and ends[-1] > low // 2:
            return ends[-1]
    return low


def _message(marked: str) -> Message:
    return Message(_html(marked), _bare(marked))


def _html(marked: str) -> str:
    """Escaped text; marks as tags that always pair, however the marks stand."""
    out: list[str] = []
    is_strong = False
    spans = 0
    for part in re.split(f"([{STRONG}{END}])", marked):
        if part == STRONG and not is_strong and spans < _STRONG_SPANS:
            out.append("<b>")
            is_strong, spans = True, spans + 1
        elif part == END and is_strong:
            out.append("</b>")
            is_strong = False
        elif part not in (STRONG, END):
            out.append(html.escape(part, quote=False))
    if is_strong:
        out.append("</b>")
    return "".join(out)


def _bare(marked: str) -> str:
    return marked.replace(STRONG, "").replace(END, "")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _citation(source: Citation, phrases: Phrases) -> str:
    lines = [f"《{source.title}》" if source.title else ""]
    lines.append(_place(source.region, source.issuer, source.year, phrases))
    lines.append(_position(source, phrases))
    if source.sentence:
        lines.append(phrases.quoted.format(text=source.sentence))
    elif source.raw is not None:
        raw = source.raw.strip()
        lines.append(phrases.raw.format(raw=f"{STRONG}{raw}{END}") if raw else phrases.blank)
    # The name of the file only: where it lies on the machine is no answer to anybody.
    lines.append(phrases.file.format(file=PurePath(source.file).name) if source.file else "")
    lines.append(source.url or "")
    return "\n".join(line for line in lines if line)


def _position(source: Citation, phrases: Phrases) -> str:
    parts = [_section(source.section, phrases) if source.section is not None else ""]
    if source.table is not None:
        parts.append(_table(source.table, phrases))
    parts.append(phrases.row.format(row=source.row) if source.row else "")
    parts.append(phrases.column.format(column=source.column) if source.column else "")
    return " · ".join(part for part in parts if part)


def _quotation(quote: Quote, phrases: Phrases) -> str:
    place = _place(quote.region, quote.issuer, quote.year, phrases)
    before, found, after = quote.context.partition(quote.quote)
    text = f"{before}{STRONG}{found}{END}{after}" if found else quote.quote
    lines = [f"{place} · {_section(quote.section, phrases)}", phrases.quoted.format(text=text)]
    if quote.also_in:
        lines.append(phrases.also_in.format(count=quote.also_in))
    return "\n".join(lines)


def _place(region: str | None, issuer: str, year: int, phrases: Phrases) -> str:
    return " ".join(filter(None, (region, issuer, phrases.year.format(year=year))))


def _section(number: int, phrases: Phrases) -> str:
    return phrases.section.format(number=phrases.numerals[number]) if number else phrases.preamble


def _table(number: int, phrases: Phrases) -> str:
    if number == _ANNEX:
        return phrases.annex
    return phrases.table.format(number=phrases.numerals[number])
