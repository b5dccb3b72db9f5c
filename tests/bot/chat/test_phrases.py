"""The sentences of the front end: the same blanks in every language."""

import string
from dataclasses import fields

import pytest

from bot.chat.phrases import Phrases, phrases_in
from bot.types import Lang


@pytest.mark.parametrize("name", [f.name for f in fields(Phrases)])
def test_each_sentence_has_the_same_blanks_in_both_languages(name: str) -> None:
    zh, en = (getattr(phrases_in(lang), name) for lang in (Lang.ZH, Lang.EN))
    if isinstance(zh, str):
        assert blanks(zh) == blanks(en)
        assert zh
        assert en
    else:
        assert [command for command, _ in zh] == [command for command, _ in en]


@pytest.mark.parametrize("name", ["slow_down", "refused", "expired"])
@pytest.mark.parametrize("lang", list(Lang))
def test_what_is_said_on_a_button_press_fits_into_an_alert(name: str, lang: Lang) -> None:
    assert len(getattr(phrases_in(lang), name)) <= 190


def blanks(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
