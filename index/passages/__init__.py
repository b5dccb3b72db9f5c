"""What reports say in words: split, embedded, kept, searched and compared."""
