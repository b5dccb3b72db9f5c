"""A file becomes a Report: readers for each format, sections, and who and which year."""
