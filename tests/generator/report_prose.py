"""The prose of random reports: sections filled from the grammar, with what they state."""

from random import Random

from index.types import Era
from tests.generator.bodies import Body
from tests.generator.figures import Values, below, one_of
from tests.generator.grammar import write
from tests.generator.marks import Said, fill_marks

Paragraphs = dict[int, tuple[str, ...]]
_POINTS = (
    ("（一）", "（二）", "（三）", "（四）", "（五）"),
    ("1.", "2.", "3.", "4.", "5."),
    ("一是", "二是", "三是", "四是", "五是"),
    ("1、", "2、", "3、", "4、", "5、"),
    ("", "", "", "", ""),
)


def prose_of(
    rng: Random, body: Body, year: int, era: Era, values: Values, last: int | None = None
) -> tuple[Paragraphs, Said]:
    """The paragraphs of a report by section, 0 its preamble, and what they state.

    `last` is how many applications the report of the year before counted, where there is one.
    """
    words = _words_of(rng, body, year, values)
    if last is not None:
        words |= {"last": str(last), "before": str(year - 1)}
    said = Said()
    write_parts = _parts_of_old if era in (Era.E0, Era.E1) else _parts
    parts = write_parts(rng, words, values)
    filled = {
        number: tuple(fill_marks(text, values, said) for text in paragraphs)
        for number, paragraphs in parts.items()
    }
    return filled, said


def _words_of(rng: Random, body: Body, year: int, values: Values) -> dict[str, str]:
    proactive = int(values.get(("n_proactive", "total"), 20 + below(rng, 2500)))
    website = int(values.get(("n_website", "total"), below(rng, proactive // 2 + 1)))
    wechat = int(values.get(("n_wechat", "total"), below(rng, proactive // 2 + 1)))
    new = int(values[("new_received", "total")])
    return {
        "full": body.full,
        "we": body.we,
        "year": str(year),
        "n": str(proactive),
        "website": str(website),
        "wechat": str(wechat),
        "hundreds": str(proactive // 100 * 100),
        "new": str(new),
    }


def _parts(rng: Random, words: dict[str, str], values: Values) -> Paragraphs:
    """The six sections of 2019 and later."""

    def say(rule: str) -> str:
        return write(rng, rule, words)

    points = one_of(rng, _POINTS)
    has_requests = values[("new_received", "total")] > 0
    rules = (
        "received" if has_requests else "none_received",
        "management",
        "platform",
        "guarantee",
    )
    one = [say("opening"), points[0] + say("proactive") + _works(rng, words)]
    for point, rule in zip(points[1:], rules, strict=True):
        one.append(point + say(rule) + (say("counts") if rule == "guarantee" else ""))
    return {
        0: (say("preamble"),) if rng.random() < 0.8 else (),
        1: tuple(one),
        5: (
            "".join(f"{n}是{say('problem')}" for n in "一二三"[: 1 + below(rng, 3)]),
            "".join(f"{n}是{say('measure')}" for n in "一二三"[: 1 + below(rng, 3)]),
        ),
        6: (say("fee") + say("other"),),
    }


def _parts_of_old(rng: Random, words: dict[str, str], values: Values) -> Paragraphs:
    """The parts of reports before 2019, in the order of the regulation of 2007."""

    def say(rule: str) -> str:
        return write(rng, rule, words)

    has_requests = values[("new_received", "total")] > 0
    dispute = _none(values, "review_total", "suits_total")
    return {
        0: (say("preamble"),),
        1: (say("opening"), _works(rng, words)),
        2: (_proactive(rng, words) + _works(rng, words), say("platform")),
        3: (say("old_received" if has_requests else "old_none"),),
        4: (say(f"old_{_none(values, 'app_fees_wan')}fee"), say(f"old_{dispute}dispute")),
        5: (say("problem") + say("measure"), say("measure")),
    }


def _works(rng: Random, words: dict[str, str]) -> str:
    return "".join(write(rng, "work", words) for _ in range(1 + below(rng, 4)))


def _proactive(rng: Random, words: dict[str, str]) -> str:
    is_about = int(words["n"]) >= 100 and rng.random() < 0.2
    return write(rng, "about_proactive" if is_about else "proactive", words)


def _none(values: Values, *metrics: str) -> str:
    return "" if any(values.get((metric, "total")) for metric in metrics) else "no_"
