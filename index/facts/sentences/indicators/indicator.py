"""What an indicator is: a metric, and how sentences say it."""

import re
from dataclasses import dataclass, field

ITEMS = "条 件 篇 则 份 条次 件次 篇次 项"
CASES = "件 条 宗 份 起 个 例 件次 项"


@dataclass(frozen=True, slots=True)
class Indicator:
    """How a metric is said: its counters, the words left and right of the number.

    `needs` must stand before the number in its sentence or heading, `lacks` must not stand in
    the sentence. `is_stock` is a number that stands at a time, not of a year. `is_whole` is of
    the whole body: not of a channel or a field named before. `may_follow` lets another number
    stand right before it. `is_everything` is of all that was published, so nothing that
    narrows it may stand before; `is_weak` is that only where who or when is said. `part`
    tells what is added up. `is_open` knows only the noun: it counts where nothing else is
    said, unless it names another body; `is_of_others` counts those who are named. One of
    `hints`, if there are any, stands before the number.
    """

    metric: str
    units: frozenset[str]
    left: re.Pattern[str]
    right: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    lacks: re.Pattern[str] | None = None
    is_stock: bool = False
    is_whole: bool = True
    is_compared_only: bool = False
    may_follow: bool = False
    is_everything: bool = False
    is_weak: bool = False
    is_open: bool = False
    is_of_others: bool = False
    hints: tuple[str, ...] = ()
    part: str = field(default="")

    @property
    def is_total(self) -> bool:
        """Whether ways or kinds are told as parts of it."""
        return self.is_everything or self.metric == "new_received"


def said(
    metric: str,
    units: str,
    left: str,
    right: str = "",
    *,
    needs: str = "",
    lacks: str = "",
    is_stock: bool = False,
    is_whole: bool = True,
    is_compared_only: bool = False,
    may_follow: bool = False,
    is_everything: bool = False,
    is_weak: bool = False,
    is_open: bool = False,
    is_of_others: bool = False,
    hints: str = "",
    part: str = "",
) -> Indicator:
    """An indicator; without `right` only a comparison with last year may follow the number."""
    return Indicator(
        metric,
        frozenset(units.split()),
        re.compile(left),
        re.compile(right or r"(?:(?:同比|环比|比|较|与|占|增长|下降).*)?"),
        re.compile(needs) if needs else None,
        re.compile(lacks) if lacks else None,
        is_stock,
        is_whole,
        is_compared_only,
        may_follow,
        is_everything,
        is_weak,
        is_open,
        is_of_others,
        tuple(hints.split()),
        part,
    )
