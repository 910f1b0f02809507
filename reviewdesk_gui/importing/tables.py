"""Delimited text as records with their line numbers: comma, semicolon, tab or bar; quoted line breaks;
bounded lines.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, Literal

from reviewdesk_gui.domain.errors import ReviewDeskError

MAX_LINE = 4 * 1024 * 1024
_DELIMITERS = ",;\t|"
_SAMPLE = 64 * 1024
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


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
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL
    if delimiter == "\t":
        with _text(handle, encoding) as text:
            quoting = csv.QUOTE_NONE if quotes_are_words(bounded_lines(text)) else csv.QUOTE_MINIMAL
    line = 1
    with _text(handle, encoding) as text:
        reader = csv.reader(bounded_lines(text), delimiter=delimiter, quoting=quoting)
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


def quotes_are_words(lines: Iterable[str]) -> bool:
    """Whether the quotes in lines of cells between tabs are part of what was written: every line has as many cells as
    the first, though some cell begins with a quote that it does not end with. To take such a quote for the beginning of
    a quoted cell would swallow the rows up to the next one.
    """
    width = 0
    stray = False
    try:
        for line in lines:
            cells = line.rstrip("\r\n").split("\t")
            if cells == [""]:
                continue
            width = width or len(cells)
            if len(cells) != width:
                return False
            stray = stray or ('"' in line and any(cell[:1] == '"' and not _QUOTED.fullmatch(cell) for cell in cells))
    except TableError:
        return False
    return stray


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
