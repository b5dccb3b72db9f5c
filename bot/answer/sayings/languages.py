"""The languages that the bot speaks."""

from bot.answer.sayings.chinese import CHINESE
from bot.answer.sayings.english import ENGLISH
from bot.answer.sayings.wording import Wording
from bot.types import Lang

_WORDS = {Lang.ZH: CHINESE, Lang.EN: ENGLISH}


def words_in(lang: Lang) -> Wording:
    """The sentences of that language."""
    return _WORDS[lang]
