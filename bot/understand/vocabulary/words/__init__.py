"""The words for what to do with facts, for whom they are split, and for kinds of question.

Data only: each table maps a key to its wordings in Chinese and English.
"""

from bot.understand.vocabulary.words.bodies import (
    ANY_BODY,
    KINDS,
    MEMBERS,
    WHOLE,
)
from bot.understand.vocabulary.words.grammar import (
    CONJUNCTIONS,
    EVERY,
    EXCEPT,
    EXCEPTED,
    NEGATIONS,
    QUANTITY,
    YES_NO,
)
from bot.understand.vocabulary.words.operations import (
    NOT_DONE,
    OPERATIONS,
)
from bot.understand.vocabulary.words.questions import (
    DESCRIBE,
    FOLLOW_UP,
    HYPOTHETICAL,
    NOT_IN_REPORTS,
    QUESTION_KINDS,
)

__all__ = [
    "ANY_BODY",
    "CONJUNCTIONS",
    "DESCRIBE",
    "EVERY",
    "EXCEPT",
    "EXCEPTED",
    "FOLLOW_UP",
    "HYPOTHETICAL",
    "KINDS",
    "MEMBERS",
    "NEGATIONS",
    "NOT_DONE",
    "NOT_IN_REPORTS",
    "OPERATIONS",
    "QUANTITY",
    "QUESTION_KINDS",
    "WHOLE",
    "YES_NO",
]
