"""Several questions in one message: each answer with its own sources, one after another."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.operations.facts import answer_facts
from bot.queries import SeveralQuery
from bot.types import Answer, Route, Value
from index import Corpus


def answer_several(query: SeveralQuery, corpus: Corpus) -> Answer:
    """The answers in the order asked; what stands under several of them is said once."""
    answers = [answer_facts(part, corpus) for part in query.parts]
    verdicts = [a.verdict for a in answers if a.verdict is not None]
    formulas = dict.fromkeys(a.formula for a in answers if a.formula)
    is_none = all(a.route is Route.NONE for a in answers)
    found = _values(answers[:-1]) if query.is_nested else ()
    return replace(
        answers[0],
        q=query.asked.q,
        route=Route.NONE if is_none else Route.NUMBERS,
        marked="\n".join(_lines([a.marked.split("\n") for a in answers])),
        values=answers[-1].values if query.is_nested else _values(answers),
        used=tuple(dict.fromkeys((*found, *(v for a in answers for v in a.used)))),
        formula="; ".join(formulas) or None,
        coverage=next((a.coverage for a in reversed(answers) if a.coverage), None),
        caveats=tuple(dict.fromkeys(c for a in answers for c in a.caveats)),
        choices=tuple(dict.fromkeys(c for a in answers for c in a.choices)),
        reason=answers[0].reason if is_none else None,
        sources=tuple(dict.fromkeys(s for a in answers for s in a.sources)),
        verdict=verdicts[0] if len(verdicts) == 1 else None,
    )


def _values(answers: Sequence[Answer]) -> tuple[Value, ...]:
    """The values in order; a part all of whose values were given before adds none."""
    found: list[Value] = []
    for answer in answers:
        if not set(answer.values) <= set(found):
            found += answer.values
    return tuple(found)


def _lines(parts: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all parts; what stands under a part and under a later one is said once."""
    found: list[str] = []
    is_apart = False
    for at, part in enumerate(parts):
        later = {line for other in parts[at + 1 :] for line in other}
        end = len(part)
        while end and part[end - 1] in later:
            end -= 1
        found += ["", *part[:end]] if is_apart else part[:end]
        is_apart = end > 1  # a verdict alone belongs to the lines that follow
    return found
