"""Cells as text, and cells that no spreadsheet takes for a formula."""

from datetime import UTC, date, datetime

from reviewdesk_gui.exporting.columns import Cell

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def harmless(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would run it as a formula, or where importing, which
    takes such an apostrophe away again, would take one of its own.
    """
    return f"'{text}" if text.lstrip("'").startswith(_DANGEROUS) else text


def as_text(cell: Cell) -> str:
    """The cell for a text table: moments in UTC as ISO 8601, numbers without needless zeros."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(cell, date):
        return cell.isoformat()
    return harmless(cell) if isinstance(cell, str) else f"{cell:g}"
