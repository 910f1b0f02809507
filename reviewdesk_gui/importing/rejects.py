"""Rejected rows as a file to mend and bring back."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.importing.scanned import FileScan, Scan
from reviewdesk_gui.importing.tables import Fault, Record

_REASON = "Why it was rejected"


@dataclass(frozen=True, slots=True)
class Block:
    """The rows out of one file: its header and the kind of export that it was read as."""

    header: Sequence[str]
    format_id: str
    records: list[Record] = field(default_factory=list)


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
                writer.writerow(_header(files.get(name)))
                for row in scan.rejected:
                    if row.file == name:
                        writer.writerow([*map(_harmless, row.cells), row.reason])
    except OSError as error:
        raise RejectsError(f"{path} cannot be written: {error.strerror}") from None
    return path


def blocks(records: Iterable[Record]) -> Iterator[Block]:
    """The blocks of a file that ``save_rejected`` wrote."""
    block = Block((), "")
    for record in records:
        begun = begin_block(record)
        if begun is None:
            block.records.append(record)
            continue
        if block.header:
            yield block
        block = begun
    if block.header:
        yield block


def begin_block(record: Record) -> Block | None:
    """The block, still without rows, whose header ``record`` is; None for any other record."""
    _line, cells = record
    if isinstance(cells, Fault):
        return None
    words = [str(cell or "") for cell in cells]
    place = next((at for at, word in enumerate(words) if word.startswith(_REASON)), None)
    return None if place is None else Block(words[:place], words[place].removeprefix(_REASON).strip(" []"))


def _header(file: FileScan | None) -> list[str]:
    return [*(use.header for use in file.columns), f"{_REASON} [{file.format_id}]"] if file else [_REASON]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
