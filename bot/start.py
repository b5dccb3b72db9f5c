"""What `make run` starts: the bot if a token is set, else the same talk on the terminal.

Samples have a store of their own and never enter the user's.
"""

import sys
from pathlib import Path

from bot.cli import environment, run
from bot.settings import Settings
from index import Corpus, ingest_files
from index.errors import ReportIndexError
from index.settings import DATA_DIR

SAMPLES = DATA_DIR / "samples"
SAMPLE_STORE = Path("data/store-samples")


def main() -> int:
    """Choose the store, say which, and start; the exit status."""
    try:
        settings = Settings.from_env(environment())
        data = _store(settings.data)
    except ReportIndexError as error:
        _say(str(error))
        return 1
    return run(["--data", str(data), "bot" if settings.telegram_token else "chat"])


def _store(data: Path) -> Path:
    """The user's store where it holds reports, else that of the samples."""
    if _has_reports(data):
        _say(f"使用 {data} 中的报告。(using the reports in {data})")
        return data
    _say(
        f"{data} 中还没有报告，先用虚构的示例报告（{SAMPLE_STORE}）。"
        f"(no reports in {data} yet: using the invented samples in {SAMPLE_STORE})"
    )
    _keep_samples()
    return SAMPLE_STORE


def _has_reports(data: Path) -> bool:
    with Corpus.open(data) as corpus:
        return bool(corpus.holdings().issuers)


def _keep_samples() -> None:
    """Bring the store of the samples to what the program now reads in them, with its model."""
    with Corpus.open(SAMPLE_STORE, is_writable=True) as corpus:
        if not corpus.is_of_this_model():
            corpus.rebuild()
        results = [r.result for r in ingest_files(corpus, [SAMPLES]).results]
    refused = results.count("refused")
    if refused:
        _say(f"示例报告有 {refused} 份未能读入。(so many samples could not be read)")


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
