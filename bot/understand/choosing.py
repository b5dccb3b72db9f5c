"""第二个, after a question back: one of the bodies that it offered."""

from bot.understand.frames import Frame, Party
from bot.understand.mentions import Mentions


def chosen_by_number(m: Mentions, old: Frame) -> tuple[Party, ...]:
    """The body that a number stands for, where several of one name were offered."""
    numbers = [int(key) for t in m.tokens for key in t.keys("ordinal")]
    offered = old.parties[0].ids if len(old.parties) == 1 else ()
    if len(numbers) != 1 or m.places or len(offered) < max(2, numbers[0]):
        return ()
    return (Party((offered[numbers[0] - 1],)),)
