"""The words for what reports count, in Chinese and English: a concept and its wordings.

A concept is less than a metric: 申请 and 收到 are two, and together they mean applications
newly received. Which concepts make which metric stands in `signatures.py`. Longest wording
wins, so a phrase may be listed beside the words that it is made of.
"""

from bot.understand.vocabulary.concept_words.applications import APPLICATIONS
from bot.understand.vocabulary.concept_words.disputes import DISPUTES
from bot.understand.vocabulary.concept_words.outcomes import OUTCOMES
from bot.understand.vocabulary.concept_words.rates import RATES
from bot.understand.vocabulary.concept_words.sentences import SENTENCES
from bot.understand.vocabulary.concept_words.table_two import TABLE_TWO

CONCEPTS: dict[str, tuple[str, ...]] = {
    **APPLICATIONS,
    **OUTCOMES,
    **TABLE_TWO,
    **DISPUTES,
    **SENTENCES,
    **RATES,
}
