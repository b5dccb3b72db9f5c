"""The words of reports, checked and quoted."""
