"""How much memory the bot holds after a thousand mixed questions."""

import subprocess
import sys
from pathlib import Path

from tests.bench.stores import sample_store
from tests.bench.table import show

_ROOT = Path(__file__).resolve().parents[2]
_QUESTIONS = 1000
# What the bot's process has loaded, without Telegram at the other end.
_CHILD = """
import sys
from datetime import date
from itertools import cycle, islice
from pathlib import Path
import psutil
import bot.chat.app
from bot.ask import make_ask
from bot.types import Lang
from index import Corpus
from tests.questions.golden import HERE, read_goldens

me = psutil.Process()
steps = [("imports", me.memory_info().rss)]
today, goldens = read_goldens(HERE / "samples.txt")
with Corpus.open(Path(sys.argv[1])) as corpus:
    ask = make_ask(corpus, today=lambda: today, lang=Lang.ZH)
    for intents in ("numbers", "all"):
        asked = [g.q for g in goldens if intents == "all" or g.expected[:1].isdigit()]
        for q in islice(cycle(asked), int(sys.argv[2])):
            ask(q, None)
        steps.append((f"after {sys.argv[2]} questions ({intents})", me.memory_info().rss))
print("\\n".join(f"{name}\\t{rss}" for name, rss in steps))
"""


def bench() -> None:
    """Print the resident memory of a process that answers."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(sample_store()), str(_QUESTIONS)],
        cwd=_ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    shown = [(name, f"{int(rss) / 2**20:.0f} MB") for name, rss in rows]
    show("Resident memory of the bot", ("when", "RSS"), shown)
