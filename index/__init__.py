"""Reports in; facts and passages out: the public face."""

from index.catalog import find_issuer
from index.corpus import Corpus

__all__ = ["Corpus", "find_issuer"]
