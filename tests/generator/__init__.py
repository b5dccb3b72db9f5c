"""Invented reports: figures that add up, prose, and every layout they are printed in."""
