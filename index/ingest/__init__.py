"""The write walk: files and addresses to the stores, one and many."""

from index.ingest.check import check_sources
from index.ingest.digest import Told, digest
from index.ingest.many import ingest_sources
from index.ingest.walk import Sources, find_sources

__all__ = ["Sources", "Told", "check_sources", "digest", "find_sources", "ingest_sources"]
