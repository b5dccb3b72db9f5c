"""A query becomes an answer: numbers and wording, each with its source, or why there is none."""

from bot.answer.dispatch import answer

__all__ = ["answer"]
