"""What the reports talk about: tables of metrics, members, eras, and look-up in them."""
