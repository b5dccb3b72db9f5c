"""Questions that can be asked instead, worded so that they are understood."""

from bot.answer.numbers.amounts import TOTAL, Key
from bot.answer.sayings.languages import words_in
from bot.answer.speech.labels import member_label, metric_label, official_label, short_issuer
from bot.types import Choice, Lang
from index.types import HeldIssuer
from index.vocabulary.metrics import METRIC


def question_for(issuer: HeldIssuer, key: Key, lang: Lang) -> Choice:
    """The question for one number, with a label for its button."""
    words = words_in(lang)
    label = words.ask_label.format(
        issuer=issuer.name, year=key.year, what=metric_label(key.metric, key.member, lang)
    )
    return Choice(
        label,
        words.ask_again.format(place=full_name(issuer), year=key.year, what=_asked(key, lang)),
    )


def full_name(issuer: HeldIssuer) -> str:
    """What an issuer is called among people, with the place that tells it from its namesakes."""
    name = short_issuer(issuer)
    above = (issuer.region or "").rpartition("/")[2]
    # 云溪经济开发区 names 云溪县 already.
    bare = above[:-1] if len(above) > 2 else above
    return name if bare and name.startswith(bare) else above + name


def _asked(key: Key, lang: Lang) -> str:
    if lang is Lang.EN:
        return metric_label(key.metric, key.member, lang)
    label = official_label(key.metric)
    if key.member == TOTAL or not METRIC[key.metric].has_members:
        return label
    return f"{label}中{member_label(key.member, lang)}"
