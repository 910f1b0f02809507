"""The review, its fields and its timeline."""
