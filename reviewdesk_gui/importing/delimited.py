"""Delimited text as records with their line numbers: comma, semicolon, tab or bar; quoted line breaks;
bounded lines.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, BinaryIO

from reviewdesk_gui.importing.quoting import QuotedRecords
from reviewdesk_gui.importing.tables import MAX_LINE, Fault, Record, TableError

_DELIMITERS = ",;\t|"
_SAMPLE = 64 * 1024
_SAYS: Callable[[Any], object] = re.compile(r"\S").search
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


def delimited_records(handle: BinaryIO, encoding: str, errors: str = "replace") -> Iterator[Record]:
    """The records of a text table, blank ones passed over; a record that spans lines is placed at its first.

    Raises TableError where the rest cannot be read.
    """
    with _text(handle, encoding, errors) as text:
        sample = text.read(_SAMPLE)
    delimiter = guess_delimiter(sample)
    literal = False
    if delimiter == "\t":
        with _text(handle, encoding, errors) as text:
            literal = quotes_are_words(bounded_lines(text))
    with _text(handle, encoding, errors) as text:
        lines = bounded_lines(text)
        records = _literal_records(lines) if literal else QuotedRecords(lines, delimiter)
        line = 0
        try:
            for line, cells in records:
                if isinstance(cells, Fault) or (
                    any(map(_SAYS, cells)) and not (line == 1 and _is_separator_line(cells))
                ):
                    yield line, cells
        except OSError as error:
            raise TableError(f"cannot be read from here on ({error.strerror or error})", line + 1) from None


def _literal_records(lines: Iterable[str]) -> Iterator[Record]:
    """Cells between tabs as they stand."""
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        yield number, text.split("\t") if text else []


@contextmanager
def _text(handle: BinaryIO, encoding: str, errors: str) -> Iterator[io.TextIOWrapper]:
    """A text view from the start of the file that leaves the file open."""
    handle.seek(0)
    text = io.TextIOWrapper(handle, encoding=encoding, errors=errors, newline="")
    try:
        yield text
    finally:
        # A table that was given up half way may outlive its file.
        with suppress(ValueError):
            text.detach()


def _is_separator_line(cells: Sequence[object]) -> bool:
    return str(cells[0]).lower().startswith("sep=") and not any(cells[1:])


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
