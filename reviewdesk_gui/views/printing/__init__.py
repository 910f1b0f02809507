"""Paper: histories and handouts as paged PDF, and print with preview."""
