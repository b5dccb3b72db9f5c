"""All that can be asked: what understanding hands to answering.

Understanding resolves whatever the holdings and the date can resolve: issuers are ids, also
under a scope (which then only says how to word them), and years are the ones to look up.
Answering looks up, computes and words.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from bot.types import Choice, Lang
from index.types import Kind


class Operation(StrEnum):
    """What to do with the facts that were found.

    Over two years a difference is the later less the earlier, over two issuers the first less
    the second, and over two metrics or two members of one report likewise. `change` is both
    difference and growth.
    A breakdown states each of `metrics` (or of `members`, where there are several) as a part of
    `over`; parts that the report's form lacks are left out, and `top` asks for the largest.
    Best and worst year look at all of `years`.
    `times` is the first number over the second: of two years the later over the earlier (the
    other way round if `is_reversed`), else in the order asked.
    """

    VALUE = "value"  # as they stand: one, or several metrics, or several years
    TREND = "trend"
    DIFFERENCE = "difference"
    GROWTH = "growth"
    CHANGE = "change"  # difference and growth
    BEST_YEAR = "best_year"
    WORST_YEAR = "worst_year"
    COMPARE = "compare"
    RANK = "rank"
    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    TIMES = "times"
    COUNT = "count"
    LIST = "list"  # which places satisfy a condition
    SHARE = "share"
    BREAKDOWN = "breakdown"


EVERY_YEAR = 99  # more than there are


@dataclass(frozen=True, slots=True)
class Condition:
    """A threshold: `sign` is one of > >= < <= =; `also` is what must hold as well.

    In a yes or no it may be ~ too (about so much), or ~>= (so much, and maybe more).
    """

    sign: str
    bound: Decimal
    also: "Condition | None" = None


@dataclass(frozen=True, slots=True)
class PlaceScope:
    """Many places at once: those of a kind within a region; empty means all held.

    `is_whole` says that the place itself was asked for (全县), whose own report is not held:
    the sum over its bodies stands in for it. `ending` narrows to names that end so (街道), and
    `without` are bodies that the question leaves out. `among` are the regions where several hold
    the bodies, and none of them is `region`.
    """

    region: str | None = None
    kinds: tuple[Kind, ...] = ()
    label: str = ""
    is_whole: bool = False
    ending: str = ""
    without: tuple[int, ...] = ()
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearChoice:
    """Which years to look up, ascending, and how they were chosen.

    `mode` is asked (named, each of them), newest, all (all that are held), recent (the last
    calendar years, held or not), or open (a range with an open end). Several years under newest:
    the places have no year in common, and each is answered for its own newest one.
    """

    years: tuple[int, ...] = ()
    mode: str = "newest"
    said: str = ""  # the words that named them


@dataclass(frozen=True, slots=True)
class Reading:
    """Another sense of the words asked, offered beside the default one."""

    metrics: tuple[str, ...]
    note: str = ""
    members: tuple[str, ...] = ()  # empty: those of the question


@dataclass(frozen=True, slots=True)
class Asked:
    """What every query carries: the words, their language, and what was assumed."""

    q: str
    lang: Lang
    carried: tuple[str, ...] = ()  # what was taken over from the turn before, in words
    corrected: tuple[tuple[str, str], ...] = ()  # (as typed, as understood)
    # (as said, the name in full if it was given up, the body that answers)
    renamed: tuple[tuple[str, str, str], ...] = ()
    read_as: str = ""  # a question that is typed in Pinyin, in characters
    premise: int | None = None  # how many applications the question takes for known


@dataclass(frozen=True, slots=True)
class FactQuery:
    """A question for numbers."""

    asked: Asked
    operation: Operation
    metrics: tuple[str, ...]
    members: tuple[str, ...] = ("total",)
    issuers: tuple[int, ...] = ()
    scope: PlaceScope | None = None
    years: YearChoice = field(default_factory=YearChoice)
    over: tuple[str, ...] = ()  # what a share is a share of
    over_member: str | None = None
    top: int | None = None
    nth: int | None = None  # the place at this rank alone
    whose: tuple[int, ...] = ()  # the bodies whose rank is asked, which stand among `issuers`
    year_asked: int | None = None  # under best and worst year: whether it is this one
    # Rank, list and count go by how the number changed between two years (difference or growth),
    # or like a best year and a mean by the share that it is. Two shares differ by points.
    by: Operation | None = None
    is_ascending: bool = False
    is_reversed: bool = False
    condition: Condition | None = None
    # Whose number stands for the bound of `condition`: that of issuers, all of which are to be
    # passed, or the mean or median of all.
    measure: tuple[int, ...] = ()
    average: Operation | None = None
    is_of_ends: bool = False  # a difference or multiple of the highest and the lowest of all
    second: Condition | None = None  # under list and count of two metrics, that of the second
    # Under list and count over several years: in how many of them the number must meet the
    # condition, EVERY_YEAR for each of them; None where their sum is held against it.
    years_needed: int | None = None
    is_each: bool = False  # of each issuer by itself: a sum, mean or trend over its years, a share
    is_yes_no: bool = False
    # Yes/no is true if: any (> 0), none (= 0), more, less, at_least, at_most, same or unequal
    # (than the earlier year, or of two numbers the first than the second), rising or falling
    # (each year than the one before, or the last `top` years), all_done (nothing carried out);
    # by or apart (the difference or growth, or how far apart the two are, meets the condition);
    # under count most or half (more than half of the places, or no fewer, meet the condition),
    # or only (just `top` of them do);
    # with a condition else, if that holds; under rank and best or worst year, if it is the first.
    expects: str = "any"
    readings: tuple[Reading, ...] = ()
    is_table: bool = False
    # fine_amount: sums of fines stand in no report; how_computed: formula and rows are wanted.
    notes: tuple[str, ...] = ()
    # A share of other places: what the issuers' figure is divided by.
    over_issuers: tuple[int, ...] = ()
    over_scope: PlaceScope | None = None


@dataclass(frozen=True, slots=True)
class PassageQuery:
    """A question for wording.

    `mode` is quote, section, mention, unsaid, others, summary, source, words (each of them), or
    beside (a refusal).
    `topic` has the words that are looked for, without places, years and question frames; it is
    empty where a whole section is wanted. Under `others`, `issuers` are all but the one asked
    about; under `source`, `topic` is a sentence whose reports are wanted.
    """

    asked: Asked
    topic: str
    mode: str = "quote"
    issuers: tuple[int, ...] = ()
    scope: PlaceScope | None = None
    years: YearChoice = field(default_factory=YearChoice)
    section: int | None = None
    is_yes_no: bool = False
    page: int = 1  # of a long list
    otherwise: "Refusal | None" = None  # what is said where the reports do not speak of it
    near_section: int | None = None  # under mention, where what comes nearest may stand


@dataclass(frozen=True, slots=True)
class BothQuery:
    """A number and wording, asked at once; either may be what is said in its place."""

    facts: "FactQuery | PassageQuery | Refusal"
    passages: "PassageQuery | Clarification | Refusal"


@dataclass(frozen=True, slots=True)
class SeveralQuery:
    """Several questions for numbers in one message, to be answered one after another."""

    asked: Asked
    parts: tuple[FactQuery, ...]
    is_nested: bool = False  # the last is asked of what those before it find


@dataclass(frozen=True, slots=True)
class CatalogQuery:
    """What is held: of issuers, of a region, of a year, or altogether; or what is missing."""

    asked: Asked
    issuers: tuple[int, ...] = ()
    scope: PlaceScope | None = None
    years: YearChoice = field(default_factory=YearChoice)
    wants_missing: bool = False


@dataclass(frozen=True, slots=True)
class TermQuery:
    """What words of the form mean."""

    asked: Asked
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckQuery:
    """Whether the numbers of a report, or of two neighbouring years, agree."""

    asked: Asked
    issuer: int
    years: YearChoice = field(default_factory=YearChoice)
    focus: str = "all"  # all, carry, text


@dataclass(frozen=True, slots=True)
class SurveyQuery:
    """Which reports of several bodies contradict themselves, their text or the year before."""

    asked: Asked
    issuers: tuple[int, ...]
    scope: PlaceScope | None = None
    years: YearChoice = field(default_factory=YearChoice)  # without years, all that are held
    focus: str = "all"  # all, carry, text


@dataclass(frozen=True, slots=True)
class DiffQuery:
    """How the wording of two years differs."""

    asked: Asked
    issuer: int
    years: tuple[int, int]
    section: int | None = None
    topic: str = ""  # the heading of a part of it


@dataclass(frozen=True, slots=True)
class HelpQuery:
    """A greeting, thanks, or the wish to know what can be asked."""

    asked: Asked
    tone: str = "help"  # help, hello, thanks


@dataclass(frozen=True, slots=True)
class Clarification:
    """A question back, with questions to choose from."""

    asked: Asked
    about: str  # place, metric, year, other
    choices: tuple[Choice, ...]
    said: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing can be said: the reason, what it is about (words, names), what is near.

    `reason` is empty_store, no_report (`issuers` are held, `about` names the missing years,
    `years` are held), no_issuer (`about` is the name as typed; `is_known_place` where the list
    of divisions has it), no_metric (`about` is the word), out_of_scope (`tone` is action where
    the bot was asked to do something, opinion for judgements and causes, part_of_year,
    hypothetical), or unclear (`tone` where it is understood and not done: not_computed for
    modes, deviations and what grew by multiples, excluding for parts of a total, growth_ranking
    for changes in either direction, share_of_what where nothing says that). A complaint
    may be told in words all the same.
    """

    asked: Asked
    reason: str
    about: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    choices: tuple[Choice, ...] = ()
    issuers: tuple[int, ...] = ()
    metrics: tuple[str, ...] = ()
    is_known_place: bool = False
    tone: str = ""


Query = (
    FactQuery
    | PassageQuery
    | BothQuery
    | SeveralQuery
    | CatalogQuery
    | TermQuery
    | CheckQuery
    | SurveyQuery
    | DiffQuery
    | HelpQuery
    | Clarification
    | Refusal
)


@dataclass(frozen=True, slots=True)
class Understood:
    """A query, and what to remember of it: JSON that understanding alone writes and reads.

    `otherwise` is remembered where the words that are looked up stand in no report.
    """

    query: Query
    slots: str
    otherwise: str = ""
