"""Numbers with what they rest on, looked up and computed."""
