"""Numbers: read from tables and sentences, checked against each other."""
