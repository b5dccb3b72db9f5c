"""The words that people use, as tables: what each may mean, and what they mean together."""
