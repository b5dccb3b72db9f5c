"""What is held: issuers, reports and files, and how names and places tell them apart."""

from index.catalog.names import find_issuer

__all__ = ["find_issuer"]
