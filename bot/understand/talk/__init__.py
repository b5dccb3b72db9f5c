"""What a question takes over from the talk before it."""
