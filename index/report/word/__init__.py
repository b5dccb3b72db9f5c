"""Word documents, new and old, to blocks."""
