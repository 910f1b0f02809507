"""Delimited text as records with their line numbers: comma, semicolon, tab or bar; quoted line breaks;
bounded lines.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from reviewdesk_gui.domain.errors import ReviewDeskError

MAX_LINE = 4 * 1024 * 1024
_DELIMITERS = ",;\t|"
_SAMPLE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Fault:
    """Stands in the place of cells that could not be read."""

    reason: str


Record = tuple[int, Sequence[object] | Fault]
"""A row: its line or record number (1-based) and its cells."""


class TableError(ReviewDeskError):
    """The rest of a table cannot be read. ``line`` is 1-based, 0 where the whole file is meant."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line


class GuardedRecords:
    """Records up to the point where a table cannot be read any further; ``trouble`` then says why."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = self._guard(records)
        self.trouble: TableError | None = None

    def __iter__(self) -> Iterator[Record]:
        """The one iterator, which goes on where it was left."""
        return self._records

    def _guard(self, records: Iterable[Record]) -> Iterator[Record]:
        try:
            yield from records
        except TableError as trouble:
            self.trouble = trouble


def delimited_records(handle: BinaryIO, encoding: str) -> Iterator[Record]:
    """The records of a text table, blank ones passed over; a record that spans lines is placed at its first.

    Raises TableError where the rest cannot be read.
    """
    with _text(handle, encoding) as text:
        sample = text.read(_SAMPLE)
    delimiter = guess_delimiter(sample)
    line = 1
    with _text(handle, encoding) as text:
        reader = csv.reader(bounded_lines(text), delimiter=delimiter)
        try:
            for cells in reader:
                if cells and not (line == 1 and _is_separator_line(cells)):
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            raise TableError(f"cannot be read from here on ({error})", line) from None
        except OSError as error:
            raise TableError(f"cannot be read from here on ({error.strerror or error})", line) from None


@contextmanager
def _text(handle: BinaryIO, encoding: str) -> Iterator[io.TextIOWrapper]:
    """A text view from the start of the file that leaves the file open."""
    handle.seek(0)
    text = io.TextIOWrapper(handle, encoding=encoding, errors="replace", newline="")
    try:
        yield text
    finally:
        # A table that was given up half way may outlive its file.
        with suppress(ValueError):
            text.detach()


def _is_separator_line(cells: list[str]) -> bool:
    return cells[0].lower().startswith("sep=") and "".join(cells[1:]) == ""


def bounded_lines(text: io.TextIOBase) -> Iterator[str]:
    """The lines of ``text``. Raises TableError at a line longer than ``MAX_LINE`` code points instead of taking it
    whole.
    """
    for number, line in enumerate(iter(partial(text.readline, MAX_LINE), ""), 1):
        if len(line) == MAX_LINE and not line.endswith(("\n", "\r")):
            raise TableError(f"a line is longer than {MAX_LINE // 2**20} million characters", number)
        yield line


def guess_delimiter(sample: str) -> str:
    """The delimiter whose count is steadiest over the first records; a comma where nothing speaks for another.

    Excel's own ``sep=`` line decides at once.
    """
    first = sample.lstrip("\ufeff").splitlines()[:1]
    if first and first[0].lower().startswith("sep=") and len(first[0]) == 5:
        return first[0][4]
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        score = _steadiness(sample, delimiter)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _steadiness(sample: str, delimiter: str) -> float:
    """Columns that the first record has, weighed by the share of the next records that have as many."""
    records = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    widths: list[int] = []
    try:
        for cells in records:
            if cells:
                widths.append(len(cells))
            if len(widths) > 30:
                break
    except csv.Error:
        return 0.0
    if not widths or widths[0] < 2:
        return 0.0
    rest = widths[1:-1] or widths[1:] or widths
    agree = sum(width == widths[0] for width in rest) / len(rest)
    return widths[0] * (0.1 + agree)
