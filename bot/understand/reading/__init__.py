"""A question read word by word: widths, tokens, amounts, years, metrics."""
