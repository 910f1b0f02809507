"""Paper: histories as paged PDF, and print with preview."""
