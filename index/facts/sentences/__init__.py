"""Sentences to facts, the sentence kept."""
