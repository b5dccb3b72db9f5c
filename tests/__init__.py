"""The tests, and the generator of reports that they read."""
