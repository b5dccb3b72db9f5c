"""Keeping secrets out of every log line, whoever wrote it."""

import logging
from collections.abc import Iterable
from urllib.parse import quote

_MASK = "***"
# These log the addresses of requests at INFO or DEBUG; the address holds the token.
_TALKATIVE = ("httpx", "httpcore")


class Redaction(logging.Filter):
    """Replaces secrets in messages and tracebacks."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        forms = {form for secret in secrets for form in (secret, quote(secret, safe=""))}
        # The longest first: a secret may be part of another.
        self._secrets = sorted(filter(None, forms), key=len, reverse=True)

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the record in place; it is always kept."""
        record.msg, record.args = self._masked(_message(record)), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self._masked(record.exc_text)
        if record.stack_info:
            record.stack_info = self._masked(record.stack_info)
        return True

    def _masked(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _MASK)
        return text


def hide_in_logs(secrets: Iterable[str]) -> None:
    """Put the filter before every handler there is; call it once logging is configured."""
    redaction = Redaction(secrets)
    # A filter on a logger would miss what its children log, so it stands at the handlers.
    for handler in (*logging.getLogger().handlers, logging.lastResort):
        if handler is not None:
            handler.addFilter(redaction)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # arguments that do not fit their message
        return f"{record.msg} {record.args}"
