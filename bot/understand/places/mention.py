"""A place as a question names it, and how far the names of a question were read."""

from dataclasses import dataclass, field

from bot.queries import PlaceScope
from bot.understand.places.chains import Chains
from bot.understand.reading.tokens import Token


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as it was named: candidates, or a scope; neither where nothing of it is held."""

    start: int
    end: int
    typed: str
    ids: tuple[int, ...] = ()
    scope: PlaceScope | None = None
    is_known: bool = False
    near: tuple[int, ...] = ()
    is_joined: bool = False  # 和 stands before it
    whole: str = ""  # 全县 without a name: county, city or province
    is_every: bool = False  # 两个城关镇: each of the bodies of one name
    asked: str = ""  # which or how many of a scope: list_places, count_places
    last: tuple[int, int] = (0, 0)  # where its own place is told, words after the name

    @property
    def is_missing(self) -> bool:
        """Whether nothing that is held has this name."""
        return not self.ids and self.scope is None and not self.whole

    def covers(self, at: int) -> bool:
        """Whether a word that begins there is part of its name, or tells where it is."""
        return self.start <= at < self.end or self.last[0] <= at < self.last[1]


@dataclass(slots=True)
class Walk:
    """How far the tokens were read: what was found, and places that wait for a name."""

    text: str
    chains: Chains
    found: list[PlaceMention] = field(default_factory=list)
    open: list[Token] = field(default_factory=list)
    is_joined: bool = False  # the open places
    asked: str = ""
    is_leading: bool = False  # a body is named right behind
    told: int = -1  # the body whose place stands behind it
    shared: tuple[tuple[str, ...], ...] = ()  # where the bodies of one name are that were listed
    alone: dict[int, list[Token]] = field(default_factory=dict)  # places found without a body

    def start(self, token: Token) -> int:
        """Where a name begins, with the places before it."""
        return self.open[0].start if self.open else token.start
