"""What must add up within a report, between years, and in a draft."""
