"""Cells that a spreadsheet would run as a formula are written behind an apostrophe, which is taken away on reading."""

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def harmless(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would run it as a formula, or where ``unguarded`` would
    take one of its own.
    """
    return f"'{text}" if text.lstrip("'").startswith(_DANGEROUS) else text


def unguarded(text: str) -> str:
    """``text`` as it was before ``harmless``."""
    return text[1:] if text[:1] == "'" and text.lstrip("'").startswith(_DANGEROUS) else text
