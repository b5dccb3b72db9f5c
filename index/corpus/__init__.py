"""The reports and all that was derived from them, opened together."""

from index.corpus.corpus import Corpus

__all__ = ["Corpus"]
