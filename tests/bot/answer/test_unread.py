"""What is said where a sentence speaks of a number that was not surely read."""

from pathlib import Path

from bot.queries import Operation
from bot.types import Lang
from index import Corpus
from tests.bot.answer.held import ask
from tests.index.digests import digest

PROSE = "各镇的政务公开专区增加到3个左右，查阅中心未变。公众号更新较慢。全年收到来信若干。"


def test_the_sentence_is_quoted_only_where_a_figure_stands_beside_the_word(
    tmp_path: Path,
) -> None:
    with Corpus.open(tmp_path, is_writable=True) as corpus:
        corpus.save(digest({"new_received": 1}, prose=PROSE))
    with Corpus.open(tmp_path) as corpus:
        issuer = corpus.holdings().issuers[0].id
        point = ask(corpus, Operation.VALUE, "n_point", [issuer])
        wechat = ask(corpus, Operation.VALUE, "n_wechat", [issuer])
        english = ask(corpus, Operation.VALUE, "n_point", [issuer], lang=Lang.EN)
        several = ask(corpus, Operation.VALUE, ["n_wechat", "new_received"], [issuer])
    assert point.reason == wechat.reason == "not_reported"
    assert "“各镇的政务公开专区增加到3个左右，查阅中心未变。”" in point.text
    assert "增加到3个左右" in english.text
    assert "正文提到它的句子" not in wechat.text
    assert "没有写明" not in point.text + wechat.text
    assert "未填报" not in several.text
