"""What stands in the way of an answer, and what is near it."""
