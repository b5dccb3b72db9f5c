"""The write walk: files and addresses to the stores, one and many."""
