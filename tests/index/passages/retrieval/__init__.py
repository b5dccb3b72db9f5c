"""How well questions find passages: our own test set, its background, and the measures."""
