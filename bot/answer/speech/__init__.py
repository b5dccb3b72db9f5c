"""Numbers, places, cells and sources in words."""
