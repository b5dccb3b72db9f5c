"""Answers over thousands of reports, by intent, and many askers at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from random import Random
from time import perf_counter

import psutil

from bot.ask import make_ask
from bot.types import Lang
from index import Corpus
from index.types import HeldIssuer
from tests.bench.answers import measure
from tests.bench.stores import filled, generated
from tests.bench.table import ms, percentile, show
from tests.questions.golden import Golden

_TODAY = date(2026, 6, 15)
_EACH = 40
_ASKERS = 50


def bench(count: int = 20_000) -> None:
    """Print p50 and p95 by intent, and under fifty askers."""
    from tests.bench.stores import BENCH

    store = filled(BENCH / f"ingest-{count}", generated(count))
    with Corpus.open(store) as corpus:
        issuers = corpus.holdings().issuers
    questions = tuple(_questions(issuers))
    measure(f"Warm answers over {count} reports", store, questions, _TODAY)
    with Corpus.open(store) as corpus:
        ask = make_ask(corpus, today=lambda: _TODAY, lang=Lang.ZH)
        ask(questions[0].q, None)
        asked = [g.q for g in questions] * 2

        def timed(q: str) -> float:
            begun = perf_counter()
            ask(q, None)
            return perf_counter() - begun

        begun = perf_counter()
        with ThreadPoolExecutor(_ASKERS) as pool:
            times = list(pool.map(timed, asked))
        whole = perf_counter() - begun
        rss = psutil.Process().memory_info().rss / 2**20
    show(
        f"{_ASKERS} askers at once",
        ("questions", "answers/s", "p50", "p95", "RSS"),
        [
            (
                str(len(asked)),
                f"{len(asked) / whole:.0f}",
                ms(percentile(times, 0.5)),
                ms(percentile(times, 0.95)),
                f"{rss:.0f} MB",
            )
        ],
    )


def _questions(issuers: tuple[HeldIssuer, ...]) -> list[Golden]:
    chance = Random(5)
    some = [issuers[int(chance.random() * len(issuers))] for _ in range(_EACH)]
    found = []
    for held in some:
        place = "".join((held.region or "").split("/")[-1:])
        name = held.name if held.name.startswith(place) else place + held.name
        year = held.years[-1]
        found += [
            Golden("value", f"{name}{year}年收到多少件申请？", "*"),
            Golden("member", f"{name}{year}年自然人申请多少件", "*"),
            Golden("trend", f"{name}历年收到的申请", "*"),
            Golden("change", f"{name}{year}年申请比上年增加多少", "*"),
            Golden("ratio", f"{name}{year}年公开率", "*"),
            Golden("breakdown", f"{name}{year}年申请人构成", "*"),
            Golden("no report", f"{name}1999年收到多少申请", "*"),
            Golden("wording, one body", f"{name}{year}年存在哪些问题", "*"),
            Golden("wording, topic", f"{name}报告里怎么说网站更新", "*"),
        ]
    everywhere = [
        Golden("ranking, all held", "2023年收到申请最多的十个单位", "*"),
        Golden("ranking, all held", "2022年行政处罚排名前五的单位", "*"),
        Golden("threshold, all held", "2023年哪些单位收到申请超过500件", "*"),
        Golden("sum, all held", "2023年所有单位一共收到多少申请", "*"),
        Golden("count, all held", "2023年有多少个单位收到申请超过100件", "*"),
        Golden("ranking by a rate, all held", "2023年公开率最高的十个单位", "*"),
        Golden("ranking by a rate, all held", "2023年自然人申请占比最高的十个单位", "*"),
        Golden("threshold of a rate, all held", "2023年哪些单位公开率低于50%", "*"),
        Golden("wording, all held", "哪些单位提到政务公开专区", "*"),
        Golden("wording, all held", "大家怎么说渠道单一", "*"),
    ]
    return [*found, *everywhere * 5]
