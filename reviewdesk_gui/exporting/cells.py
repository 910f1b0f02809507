"""Cells as text."""

from datetime import UTC, date, datetime

from reviewdesk_gui.domain.formula_guard import harmless
from reviewdesk_gui.exporting.columns import Cell


def as_text(cell: Cell) -> str:
    """The cell for a text table: moments in UTC as ISO 8601, numbers without needless zeros."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(cell, date):
        return cell.isoformat()
    return harmless(cell) if isinstance(cell, str) else f"{cell:g}"
