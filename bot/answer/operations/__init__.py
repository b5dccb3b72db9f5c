"""What is done with the numbers, an operation a module."""
