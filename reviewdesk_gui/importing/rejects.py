"""Rejected rows as a file to mend and bring back."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.formula_guard import harmless
from reviewdesk_gui.importing.scanned import FileScan, ReadAs, Rejected, Scan
from reviewdesk_gui.importing.tables import Fault, Record

_REASON = "Why it was rejected"
_NOTE = re.compile(rf"{_REASON}(?: \[([\w-]*)((?:; \w+=[\w.-]+)*)\])?")


@dataclass(frozen=True, slots=True)
class Block:
    """The rows out of one file: its header, the kind of export that it was read as, and how it was read."""

    header: Sequence[str]
    format_id: str
    read_as: ReadAs = field(default_factory=ReadAs)
    records: list[Record] = field(default_factory=list)


class RejectsError(ReviewDeskError):
    """The file with the rejected rows could not be written."""


def save_rejected(scan: Scan, path: Path) -> Path:
    """Write the rejected rows of ``scan`` under the header of their file, each with its reason, as CSV for a
    spreadsheet; the path.

    Rows of files with different headers follow each other in blocks, each under its own header, which tells how the
    file was read. Raises RejectsError; a file of that name stays as it was then.
    """
    files = {file.file: file for file in scan.files}
    made = path.with_name(f"{path.name}.part")
    try:
        with made.open("w", encoding="utf-8-sig", errors="replace", newline="") as handle:
            writer = csv.writer(handle)
            for name, rows in _by_file(scan.rejected).items():
                writer.writerows(_block(files.get(name), rows))
        made.replace(path)
    except OSError as error:
        made.unlink(missing_ok=True)
        raise RejectsError(f"{path} cannot be written: {error.strerror}") from None
    return path


def _by_file(rejected: Iterable[Rejected]) -> dict[str, list[Rejected]]:
    rows: dict[str, list[Rejected]] = {}
    for row in rejected:
        rows.setdefault(row.file, []).append(row)
    return rows


def _block(file: FileScan | None, rows: Sequence[Rejected]) -> Iterator[list[str]]:
    """Header and rows, the reasons all in one column behind the others."""
    header = _trimmed([use.header for use in file.columns] if file else [])
    cells = [_trimmed(row.cells) for row in rows]
    width = max(map(len, [header, *cells]))
    yield [*header, *[""] * (width - len(header)), _note(file)]
    for row, texts in zip(rows, cells, strict=True):
        yield [*map(harmless, texts), *[""] * (width - len(texts)), row.reason]


def _trimmed(cells: Sequence[str]) -> list[str]:
    filled = [place for place, cell in enumerate(cells) if cell]
    return list(cells[: filled[-1] + 1]) if filled else []


def _note(file: FileScan | None) -> str:
    if file is None:
        return _REASON
    said = [(one.name, getattr(file.read_as, one.name)) for one in fields(ReadAs)]
    known = "".join(f"; {name}={value:g}" if name == "scale" else f"; {name}={value}" for name, value in said if value)
    return f"{_REASON} [{file.format_id}{known}]"


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
    words = [str(cell or "").strip() for cell in cells]
    notes = ((place, _NOTE.fullmatch(word)) for place, word in enumerate(words))
    place, note = next(((place, note) for place, note in notes if note), (0, None))
    return None if note is None else Block(words[:place], note[1] or "", _read_as(note[2] or ""))


def told_encoding(header: bytes) -> str:
    """The old encoding of the file that the rows below ``header`` came from; "" where it does not tell."""
    found = _NOTE.search(header.decode("ascii", "replace"))
    return _read_as(found[2] or "").encoding if found else ""


def _read_as(said: str) -> ReadAs:
    """What a header tells of how its file was read; what nobody can mean is passed over."""
    known = dict(pair.split("=", 1) for pair in said.split("; ") if pair)
    try:
        return ReadAs(
            scale=float(known["scale"]) if "scale" in known else None,
            date_order=known.get("date_order", ""),
            platform=known.get("platform", ""),
            read_on=date.fromisoformat(known["read_on"]) if "read_on" in known else None,
            encoding=known.get("encoding", ""),
        )
    except ValueError:
        return ReadAs()
