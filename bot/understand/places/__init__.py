"""Whom a question names: held bodies, places, kinds of body, and who is left out."""
