"""Pages of HTML to blocks."""
