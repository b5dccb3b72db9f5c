"""Who publishes a report, where, and for which year."""
