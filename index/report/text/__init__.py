"""Plain text and Markdown, in all their table layouts, to blocks."""
