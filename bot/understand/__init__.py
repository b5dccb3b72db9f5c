"""Words become a query: places, years, metrics, and what is wanted of them; pure."""
