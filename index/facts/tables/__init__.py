"""Tables to facts, whatever their layout."""
