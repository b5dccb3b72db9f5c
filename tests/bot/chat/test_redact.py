"""Secrets in log lines."""

import io
import logging
from collections.abc import Iterator

import pytest

from bot.chat.redact import Redaction

SECRET = "123:abc-DEF"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(Redaction([SECRET, "pass word"]))
    logger = logging.getLogger("tests.redact")
    logger.addHandler(handler)
    logger.propagate = False
    yield stream
    logger.removeHandler(handler)


@pytest.mark.parametrize(
    ("message", "args"),
    [
        (f"https://api.telegram.org/bot{SECRET}/getMe", ()),
        ("to %s: %r", ("x", {"token": SECRET})),
        ("quoted: 123%3Aabc-DEF", ()),
        ("password %s", ("pass word",)),
    ],
)
def test_a_secret_is_masked_wherever_it_stands(
    written: io.StringIO, message: str, args: tuple[object, ...]
) -> None:
    logging.getLogger("tests.redact").warning(message, *args)
    assert "***" in written.getvalue()
    assert "abc-DEF" not in written.getvalue()
    assert "pass word" not in written.getvalue()


def test_tracebacks_are_masked_too(written: io.StringIO) -> None:
    try:
        raise ValueError(f"cannot reach {SECRET}")
    except ValueError:
        logging.getLogger("tests.redact").exception("failed", stack_info=True)
    assert "cannot reach ***" in written.getvalue()
    assert "abc-DEF" not in written.getvalue()


def test_a_message_whose_arguments_do_not_fit_is_still_written(written: io.StringIO) -> None:
    logging.getLogger("tests.redact").warning("two %s %s", "one")
    assert "two %s %s" in written.getvalue()
