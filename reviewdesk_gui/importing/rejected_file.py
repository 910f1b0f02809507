"""The rejected rows of an import as a file to mend and bring back."""

import csv
from collections.abc import Sequence
from pathlib import Path

from reviewdesk_gui.importing.scanned import Rejected


def save_rejected(rows: Sequence[Rejected], path: Path) -> None:
    """Write file, line, reason and the row's cells as CSV that spreadsheets open. Raises OSError."""
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(["file", "line", "reason", "cells"])
        for row in rows:
            writer.writerow([_harmless(cell) for cell in (row.file, str(row.line), row.reason, *row.cells)])


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
