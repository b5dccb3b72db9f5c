"""What is offered instead of an answer: only what has one."""

from collections.abc import Callable
from dataclasses import replace

from bot.answer.sayings.languages import words_in
from bot.types import Answer, Route


def with_open_offers(said: Answer, has_answer: Callable[[str], bool]) -> Answer:
    """The answer without offers that would be refused again; one that is none keeps its words."""
    if said.route is not Route.NONE or not said.choices:
        return said
    if said.reason == "no_report":  # the years that are held; to ask each again takes its time
        return said
    choices = tuple(choice for choice in said.choices if has_answer(choice.q))
    if choices:
        return replace(said, choices=choices)
    heading = words_in(said.lang).try_these
    lines = [line for line in said.marked.split("\n") if line != heading]
    return replace(said, choices=(), marked="\n".join(lines))
