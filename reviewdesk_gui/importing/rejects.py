"""Rejected rows as a file to mend and bring back."""

import csv
from pathlib import Path

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.importing.scanned import FileScan, Scan

_REASON = "Why it was rejected"


class RejectsError(ReviewDeskError):
    """The file with the rejected rows could not be written."""


def save_rejected(scan: Scan, path: Path) -> Path:
    """Write the rejected rows of ``scan`` under the header of their file, each with its reason, as CSV for a
    spreadsheet; the path.

    Rows of files with different headers follow each other in blocks, each under its own header. Raises RejectsError.
    """
    files = {file.file: file for file in scan.files}
    try:
        with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as handle:
            writer = csv.writer(handle)
            for name in dict.fromkeys(row.file for row in scan.rejected):
                writer.writerow([*_header(files.get(name)), _REASON])
                for row in scan.rejected:
                    if row.file == name:
                        writer.writerow([*map(_harmless, row.cells), row.reason])
    except OSError as error:
        raise RejectsError(f"{path} cannot be written: {error.strerror}") from None
    return path


def _header(file: FileScan | None) -> list[str]:
    return [use.header for use in file.columns] if file else []


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
