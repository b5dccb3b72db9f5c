"""The tokens of the shipped model, and how a text is cut into them."""

import math
import re
from collections.abc import Sequence
from pathlib import Path

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from index.passages.material import PHRASES, Material

Vocabulary = tuple[tuple[str, float], ...]

UNKNOWN, START = "[UNK]", "▁"
_DOMAIN_FREQUENCY = 300  # of our own words, which the dictionary lacks
_HAN = re.compile(r"[㐀-鿿]")
_WORD = re.compile(r"[a-z]+")
# Forms that nobody wrote will be asked with: published, publishing, publication.
_ENDING = r"(?<=[a-z]{3})(?:ations?|ings?|ies|ied|ers?|ed|es|ly|s|y|e)(?![a-z])"


def is_han(word: str) -> bool:
    """Whether a word is Chinese from its first character to its last."""
    return all(map(_HAN.match, word))


def vocabulary_of(material: Material) -> Vocabulary:
    """Tokens with the logarithm of their share, which is what Unigram weighs paths by."""
    frequencies = dict(material.tokens)
    for group in (*material.synonyms, *material.fields):
        for word in group:
            if is_han(word) and len(word) > 1:
                frequencies.setdefault(word, _DOMAIN_FREQUENCY)
    for word in sorted(_english_words(material)):
        frequencies[START + word] = _DOMAIN_FREQUENCY
    frequencies["12345"] = _DOMAIN_FREQUENCY  # the citizens' hotline is known by its number
    total = sum(frequencies.values())
    scored = [(token, math.log(f / total)) for token, f in frequencies.items()]
    return ((UNKNOWN, 0.0), (START, -1.0), *scored)


def _english_words(material: Material) -> set[str]:
    """The words of other scripts that we wrote, without their endings."""
    texts = [t for c in material.concepts for t in (*c.english, *c.everyday, *c.formal, *c.words)]
    groups = (*material.synonyms, *material.fields, *material.sayings)
    texts += [text for group in groups for text in group]
    words = {word for text in texts for word in _WORD.findall(text.lower())}
    return {_stem(word) for word in words if len(word) > 1}


def _stem(word: str) -> str:
    return re.sub(_ENDING, "", word)


def tokenizer_of(vocabulary: Sequence[tuple[str, float]]) -> Tokenizer:
    """A tokenizer in which every number is a blank and every English word is its stem."""
    # Unigram rather than longest match: one unknown character then costs itself, not its clause.
    tokenizer = Tokenizer(models.Unigram(list(vocabulary), unk_id=0))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"(?<!\d)(?!12345(?!\d))\d+"), " "),
            normalizers.Replace(Regex(r"[^\p{L}\p{N}]+"), " "),
            normalizers.Replace(Regex(_ENDING), ""),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Split(Regex("[a-z]+"), "isolated"),
            # Marks where a Latin word begins, so that no word is read inside another.
            pre_tokenizers.Metaspace(replacement=START, prepend_scheme="always", split=False),
        ]
    )
    return tokenizer


def write_tokens(dictionary: Path, words: int = 9_000) -> None:
    """Choose the tokens from jieba's dictionary: common characters, common words, and our own."""
    entries = {}
    for line in dictionary.read_text("utf-8").splitlines():
        word, frequency = line.split()[:2]
        entries[word] = int(frequency)
    ours = "\n".join(
        path.read_text("utf-8")
        for path in sorted(PHRASES.glob("*.txt"))
        if path.name != "tokens.txt"
    )
    ours_pieces = {ours[i : i + n] for n in (2, 3, 4, 5) for i in range(len(ours) - n + 1)}
    chinese = [w for w in entries if len(w) > 1 and is_han(w)]
    common = sorted(chinese, key=lambda w: (-entries[w], w))[:words]
    chosen = {*common, *(w for w in chinese if w in ours_pieces)}
    lines = [f"{c}\t{max(entries.get(c, 1), 1)}" for c in _common_characters()]
    lines += [f"{w}\t{max(entries[w], 1)}" for w in sorted(chosen)]
    (PHRASES / "tokens.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _common_characters() -> list[str]:
    """The 6,763 characters of GB 2312, in its order."""
    rows = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [ch for row in rows if (ch := row.decode("gb2312", "ignore"))]
