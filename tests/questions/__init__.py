"""Golden questions: what people ask, and what must be said."""
