"""Colours, sizes and styles as named tokens."""
