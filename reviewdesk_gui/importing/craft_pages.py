"""Copied review pages of Etsy: on some the buyer and the date stand below the words and what was bought."""

from bisect import bisect_left
from collections.abc import Sequence

from reviewdesk_gui.importing.bylines import byline, spaced
from reviewdesk_gui.importing.page_lines import Line, LineKind, LineReader, is_name
from reviewdesk_gui.importing.pages import PageWords

_STARS = frozenset("12345")


class CraftPages:
    """Reads the lines of one page."""

    def __init__(self, pages: PageWords, reader: LineReader, lines: Sequence[Line]) -> None:
        noise = frozenset(pages.layouts["etsy"]["noise"])
        self._pages, self._dates = pages, reader.dates
        self._lines = [self._plain(line, noise) for line in lines]

    def told(self) -> list[Line]:
        """The lines with every buyer above the stars."""
        buyers = self._buyers()
        stars = [place for place, line in enumerate(self._lines) if line.kind is LineKind.MARK and line.rating_original]
        if not buyers or not stars or buyers[0][0] < stars[0]:
            return self._lines
        moved = {}
        for start, end, line in buyers:
            before = bisect_left(stars, start)
            if before and stars[before - 1] not in moved:
                moved[stars[before - 1]] = (start, end, line)
        gone = {place for start, end, _line in moved.values() for place in range(start, end)}
        lines: list[Line] = []
        for place, line in enumerate(self._lines):
            if place in moved:
                lines.append(moved[place][2])
            if place not in gone:
                lines.append(line)
        return lines

    def _plain(self, line: Line, noise: frozenset[str]) -> Line:
        folded = line.text.casefold().strip(" :")
        if line.kind is LineKind.WORDS and (folded in noise or folded in _STARS):
            return Line(LineKind.NOISE, line.text)
        found = byline(line.text, self._dates) or spaced(line.text, self._dates)
        if found and line.kind in (LineKind.WORDS, LineKind.MARK) and not line.name and is_name(found.name):
            return Line(LineKind.MARK, line.text, moment=found.moment, name=found.name)
        return line

    def _buyers(self) -> list[tuple[int, int, Line]]:
        """Where a buyer's name and date begin and end, as one line."""
        found: list[tuple[int, int, Line]] = []
        last, above, bought = "", -1, False
        for place, line in enumerate(self._lines):
            if line.kind is LineKind.MARK and line.moment and not line.rating_original:
                if line.name:
                    found.append((place, place + 1, line))
                elif last == "words" and not bought and is_name(self._lines[above].text):
                    name = self._lines[above].text
                    found.append((above, place + 1, Line(LineKind.MARK, line.text, moment=line.moment, name=name)))
            if line.kind is LineKind.WORDS:
                bought = last == "words" and self._pages.product(self._lines[above].text) == ""
                above, last = place, "words"
            elif line.kind is not LineKind.BLANK:
                last = "other"
        return found
