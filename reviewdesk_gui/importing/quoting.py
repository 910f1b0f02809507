"""Records of delimited text with quoted cells, of which some may hold quotes that are never closed."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from reviewdesk_gui.importing.tables import Fault, Record

_UNCLOSED = 'has a quote (") that is opened and not closed; close it or take it away'
LONGEST = csv.field_size_limit()
"""Characters that a cell of any file may have."""
TOO_LONG = f"has a cell of more than {LONGEST:,} characters, longer than any review"
_FIGURE = re.compile(r"\d[\d .,:/+TZ%-]{0,30}")
_MOST_SHOWN = 200  # lines of a broken row


class QuotedRecords:
    """The records of ``lines`` (with their line ends), each with the line (1-based) on which it begins; blank ones too.

    A quote that is not closed makes the following rows part of its cell. Where a record shows signs of that, the row in
    which it begins becomes a fault, and the rows behind it are read for themselves. No line is looked at more than a
    few times. What ``lines`` raises is raised after the records before.
    """

    def __init__(self, lines: Iterator[str], delimiter: str) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._taken: list[str] = []
        self._back: list[str] = []
        self._line = 1
        self._ended = False
        self._widths: set[int] = set()
        self._last: Sequence[str] = ()

    def __iter__(self) -> Iterator[Record]:
        """All records in their order."""
        try:
            yield from self._records()
        except Exception:
            if self._taken:
                yield from self._broken()
                yield from self._records()
            raise

    def _records(self) -> Iterator[Record]:
        taken = self._taken
        reader = csv.reader(self._feed(), delimiter=self._delimiter, strict=True)
        while True:
            cells: Sequence[str] | None
            try:
                cells = next(reader)
                if len(taken) > 1 and self._swallows(cells):
                    cells = None
            except StopIteration:
                return
            except csv.Error as error:
                cells = None if self._ended or "limit" in str(error) else self._forgiving()
                reader = csv.reader(self._feed(), delimiter=self._delimiter, strict=True)
            if cells is None:
                yield from self._broken()
                continue
            yield self._line, cells
            if cells:
                self._widths.add(len(cells))
                self._last = cells
            self._line += len(taken)
            taken.clear()

    def _feed(self) -> Iterator[str]:
        while (line := self._next()) is not None:
            self._taken.append(line)
            yield line
        self._ended = True

    def _next(self) -> str | None:
        return self._back.pop() if self._back else next(self._lines, None)

    def _forgiving(self) -> Sequence[str] | None:
        """The record in hand where words stand behind a closed quote, as programs write that do not double the quotes
        in a cell; None where that makes no row as the others are.
        """
        reader = csv.reader(chain(self._taken[:], self._feed()), delimiter=self._delimiter)
        try:
            cells = next(reader)
        except csv.Error:
            return None
        if self._ended or (self._widths and len(cells) not in self._widths):
            return None
        figures = self._figures()
        rows = (line.count('"') % 2 == 0 and self._row(line, figures) is not None for line in self._taken[1:])
        begun = len(self._taken) > 1 and self._alone(self._taken[-1])[1]
        return None if begun or any(rows) else cells

    def _swallows(self, cells: Sequence[str]) -> bool:
        """Whether a record of several lines, whose quotes are all closed, holds further rows in a cell. One with as
        many cells as other records has to hold a line with figures wherever they have figures.
        """
        figures = self._figures()
        usual = not self._widths or len(cells) in self._widths
        *inner, last = self._taken[1:]
        for line in inner:
            row = self._row(line, figures)
            if row is not None and (not usual or self._agreeing(row, figures) == len(figures) > 0):
                return True
        before, _ = self._alone(last[: last.find('"')])
        ahead = [place for place in figures if place < len(before) - 1]
        return self._agreeing(before, ahead) == len(ahead) > 0

    def _broken(self) -> Iterator[Record]:
        """The row in hand as a fault, and the rows that its open quote swallowed; what is no row is shown with it."""
        figures = self._figures()
        first, *rest = self._taken
        self._taken.clear()
        self._back += reversed(rest)
        if not self._widths:
            yield self._line, next(csv.reader([first], delimiter=self._delimiter, quoting=csv.QUOTE_NONE))
            self._line += 1
            return
        swallowed = len(rest) - 1
        line, place, shown = self._line + 1, self._line, [first]
        while (text := self._next()) is not None:
            row = self._row(text, figures)
            if swallowed <= 0 and (row is not None or self._alone(text)[1]):
                self._back.append(text)
                break
            if row is not None:
                if shown:
                    yield place, self._fault(shown)
                shown = []
                yield line, row
            elif shown or text.strip():
                place = place if shown else line
                shown += [text] if len(shown) < _MOST_SHOWN else []
            swallowed -= 1
            line += 1
        if shown:
            yield place, self._fault(shown)
        self._line = line

    def _fault(self, lines: Sequence[str]) -> Fault:
        cells, _ = self._alone(lines[0])
        *before, last = cells or [lines[0]]
        reason = _UNCLOSED if cells else TOO_LONG
        return Fault(reason, (*before, (last + "".join(lines[1:])).rstrip()))

    def _row(self, line: str, figures: Sequence[int]) -> Sequence[str] | None:
        """The cells of a line that is a row for itself and has figures where most rows have them."""
        cells, unclosed = self._alone(line)
        widths = self._widths
        if unclosed or len(cells) not in widths or (len(cells) < 2 and len(widths) > 1):
            return None
        return cells if self._agreeing(cells, figures) * 2 >= len(figures) else None

    def _alone(self, line: str) -> tuple[Sequence[str], bool]:
        """The cells of a line, and whether a quote is open at its end."""
        reader = csv.reader([line, ""], delimiter=self._delimiter)
        try:
            return next(reader, ()), reader.line_num > 1
        except csv.Error:
            return (), False

    def _figures(self) -> list[int]:
        """The columns in which the last record has figures; of the one in hand where that has none, as a header."""
        for cells in (self._last, self._alone(self._taken[0])[0][:-1]):
            places = [place for place, cell in enumerate(cells) if _FIGURE.fullmatch(cell)]
            if places:
                return places
        return []

    @staticmethod
    def _agreeing(cells: Sequence[str], places: Sequence[int]) -> int:
        return sum(
            place < len(cells) and (not cells[place] or _FIGURE.fullmatch(cells[place]) is not None) for place in places
        )
