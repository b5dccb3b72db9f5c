"""Questions put together from places, years, metrics and operations, with their true answers."""

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from random import Random

from tests.questions.asked import Invented, World
from tests.questions.asked_of_many import (
    compare_question,
    count_question,
    difference_question,
    english_many_question,
    list_question,
    pool_question,
    rank_question,
    several_places_question,
    share_of_county_question,
)
from tests.questions.asked_of_one import (
    best_year_question,
    change_question,
    english_question,
    member_question,
    nowhere_question,
    out_of_scope_question,
    parts_question,
    several_metrics_question,
    several_years_question,
    share_question,
    sum_of_years_question,
    trend_question,
    value_question,
    yes_no_question,
)
from tests.questions.world import Place

_MAKERS: tuple[Callable[[Random, World], Invented | None], ...] = (
    value_question,
    member_question,
    trend_question,
    value_question,
    change_question,
    english_question,
    best_year_question,
    several_metrics_question,
    value_question,
    sum_of_years_question,
    compare_question,
    rank_question,
    member_question,
    pool_question,
    count_question,
    share_question,
    yes_no_question,
    out_of_scope_question,
    nowhere_question,
    list_question,
    difference_question,
    share_of_county_question,
    several_years_question,
    several_places_question,
    parts_question,
    english_many_question,
)


def invented_questions(rng: Random, places: Sequence[Place], count: int) -> Iterator[Invented]:
    """So many questions of all kinds, in turn."""
    world = World(places)
    makers = cycle(_MAKERS)  # not every maker finds what it needs in every world
    yield from islice(filter(None, (make(rng, world) for make in makers)), count)
