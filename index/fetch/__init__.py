"""Addresses to files, politely."""

from index.fetch.address import UrlList, read_url_list
from index.fetch.keep import FetchedFile
from index.fetch.read import fetch
from index.fetch.visit import FetchSettings

__all__ = ["FetchSettings", "FetchedFile", "UrlList", "fetch", "read_url_list"]
