"""What was assumed in reading a question: names corrected, slots carried over, years chosen."""

from bot.answer.numbers.evidence import Evidence
from bot.answer.sayings.languages import words_in
from bot.queries import Asked, FactQuery, Operation, YearChoice

_EACH = (Operation.TREND, Operation.COMPARE)
# What is asked there is whether something is the first, or one of them.
_FIRST = (Operation.RANK, Operation.BEST_YEAR, Operation.WORST_YEAR)


def assumed(asked: Asked) -> tuple[str, ...]:
    """Names that were corrected, and what was taken over from the turn before."""
    words = words_in(asked.lang)
    corrected = [words.corrected.format(typed=typed, name=name) for typed, name in asked.corrected]
    for said, old, name in asked.renamed:
        sentence = words.renamed if old == said else words.renamed_full if old else words.called
        corrected.append(sentence.format(said=said, old=old, name=name))
    if asked.read_as:
        corrected.insert(0, words.read_as.format(typed=asked.q.strip(), name=asked.read_as))
    if not asked.carried:
        return tuple(corrected)
    return (*corrected, words.carried.format(what=words.comma.join(asked.carried)))


def verdict_line(query: FactQuery, verdict: bool | None) -> tuple[str, ...]:
    """Yes or no, where that was asked."""
    if not query.is_yes_no or verdict is None:
        return ()
    words = words_in(query.asked.lang)
    yes, no = words.yes, words.no
    if query.operation in _FIRST or query.expects in ("most", "half", "only"):
        return (yes if verdict else no,)
    if query.operation is Operation.LIST:  # 有没有一家部门…
        return (words.there_is if verdict else words.there_is_not,)
    if query.operation in _EACH and query.condition is not None:
        no = words.no  # some year or body is otherwise
    elif query.condition is not None:
        # 超过300件了吗 is denied by 没有, 不到50件吗 by 不是.
        no = words.not_so if query.condition.sign.startswith(">") else words.no
    elif query.expects == "any":
        yes, no = words.there_is, words.there_is_not
    elif query.expects == "all_done":
        yes, no = words.all_done, words.not_all_done
    return (yes if verdict else no,)


def chosen_years(query: FactQuery, evidence: Evidence) -> tuple[str, ...]:
    """That the newest year was taken because none was named."""
    years = {years[-1] for years in evidence.years.values() if years}
    if not is_assumed(query.years) or not years:
        return ()
    words = words_in(query.asked.lang)
    if len(years) > 1:
        return (words.newest_each,)
    year = years.pop()
    held = [issuer.years for issuer in evidence.issuers if issuer.years]
    if all(years[-1] <= year for years in held):
        return (words.newest.format(year=year),)
    said = words.newest_common if all(year in years for years in held) else words.newest_most
    return (said.format(year=year),)


def is_assumed(years: YearChoice) -> bool:
    """Whether the newest year stands for one that was not named."""
    return years.mode == "newest" and not years.said
