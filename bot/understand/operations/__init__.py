"""What is to be done with the numbers: ranked, shared, compared, added, judged."""
