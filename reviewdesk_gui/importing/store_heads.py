"""Where reviews begin on a copied page of the App Store: title, stars that are pictures, nickname and date stand in an
order that differs from page to page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reviewdesk_gui.importing.bylines import byline
from reviewdesk_gui.importing.page_dates import PageDates
from reviewdesk_gui.importing.page_lines import Line, LineKind, is_name

_ABOVE = 3
_LONGEST_NICKNAME = 30
_MOST_NICKNAME = 4


@dataclass(frozen=True, slots=True)
class _Mark:
    """The line or lines of a date: ``start`` to ``end`` (exclusive), with the nickname where it stands there too.
    Behind a nickname and a comma, the title comes below.
    """

    start: int
    end: int
    moment: datetime
    name: str = ""
    comma: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The lines above the words of one review: ``start`` to ``body``."""

    start: int
    body: int
    author: str
    title: str
    rated: Line | None
    moment: datetime


class StoreHeads:
    """Reads the lines of one page. ``by`` are words that may stand before a nickname."""

    def __init__(self, dates: PageDates, by: Iterable[str], lines: Sequence[Line]) -> None:
        self._dates, self._by, self._lines = dates, frozenset(by), lines

    def all(self) -> list[Head]:
        """The heads in their order; none where no line holds a date."""
        marks = self._marks()
        below = self._nickname_below(marks)
        above = all(any(line.kind is LineKind.WORDS for _place, line in self._above(mark.start)) for mark in marks)
        heads: list[Head] = []
        ends = [*(mark.start for mark in marks[1:]), len(self._lines)]
        for mark, end in zip(marks, ends, strict=False):
            floor = heads[-1].body if heads else 0
            if mark.name:
                heads.append(self._named(mark, floor, end, title_above=above and not mark.comma))
            else:
                heads.append(self._dated(mark, floor, end, nickname_below=below))
        return heads

    def _marks(self) -> list[_Mark]:
        """Every date of a review; the first below the heading of an answer, or at its end, is the answer's."""
        marks: list[_Mark] = []
        undated = begun = False
        for place, line in enumerate(self._lines):
            if line.kind is LineKind.OWNER:
                undated, begun = line.moment is None, False
            elif found := self._mark(place, line):
                if not (undated and (not begun or self._ends_answer(found))):
                    marks.append(found)
                undated = False
            elif line.kind is LineKind.WORDS:
                begun = True
        return marks

    def _ends_answer(self, mark: _Mark) -> bool:
        """Whether buttons, or nothing, stand below a date without a name."""
        below = (line.kind for line in self._lines[mark.end : mark.end + _ABOVE] if line.kind is not LineKind.BLANK)
        return not mark.name and next(below, LineKind.NOISE) is LineKind.NOISE

    def _mark(self, place: int, line: Line) -> _Mark | None:
        if line.kind not in (LineKind.MARK, LineKind.WORDS) or line.rating_original:
            return None
        if line.kind is LineKind.MARK and (moment := self._dates.bare(line.text)) is not None:
            start, name = self._name_before_comma(place)
            return _Mark(start, place + 1, moment, name, bool(name))
        found = byline(line.text, self._dates, self._by)
        return _Mark(place, place + 1, found.moment, found.name, found.comma) if found else None

    def _name_before_comma(self, place: int) -> tuple[int, str]:
        """Where a name and a comma above a date begin, and the name; the date's place and "" where there is none."""
        told = [at for at in range(max(place - _ABOVE, 0), place) if self._lines[at].kind is not LineKind.BLANK]
        if told and self._lines[told[-1]].text.strip() == "," and len(told) > 1:
            return told[-2], self._lines[told[-2]].text
        if told and self._lines[told[-1]].kind is LineKind.WORDS and self._lines[told[-1]].text.endswith(","):
            return told[-1], self._lines[told[-1]].text.rstrip(" ,")
        return place, ""

    def _above(self, place: int, floor: int = 0) -> list[tuple[int, Line]]:
        """Up to three lines of words and stars right above, nearest first."""
        found: list[tuple[int, Line]] = []
        for at in range(place - 1, floor - 1, -1):
            line = self._lines[at]
            stars = line.kind is LineKind.MARK and line.rating_original and line.moment is None
            if line.kind is LineKind.WORDS or stars:
                found.append((at, line))
            elif line.kind is not LineKind.BLANK:
                break
            if len(found) == _ABOVE:
                break
        return found

    def _nickname_below(self, marks: Sequence[_Mark]) -> bool:
        """Whether nicknames stand below the dates on this page, else above them."""
        alone = [mark for mark in marks if not mark.name]
        if len(alone) > 1 and all(self._nickname(mark.end, len(self._lines)) is not None for mark in alone):
            return True
        kinds = [line.kind for _place, line in self._above(alone[0].start)] if alone else []
        stars_above_title = kinds == [LineKind.WORDS, LineKind.MARK]
        return len(kinds) < 2 or kinds[0] is LineKind.MARK or stars_above_title

    def _nickname(self, place: int, end: int) -> int | None:
        """The line of a nickname that begins at ``place``; more words follow it."""
        told = self._words_below(place, end)
        if len(told) < 2:
            return None
        name = self._lines[told[0]].text
        fits = len(name) <= _LONGEST_NICKNAME and len(name.split()) <= _MOST_NICKNAME and is_name(name)
        return told[0] if fits else None

    def _words_below(self, place: int, end: int) -> list[int]:
        """The first two lines of words from ``place`` on, up to a button or an answer."""
        found: list[int] = []
        for at in range(place, end):
            kind = self._lines[at].kind
            if kind is LineKind.WORDS:
                found.append(at)
            if len(found) > 1 or kind in (LineKind.OWNER, LineKind.NOISE):
                break
        return found

    def _dated(self, mark: _Mark, floor: int, end: int, *, nickname_below: bool) -> Head:
        """The head around a date that stands alone."""
        above = self._above(mark.start, floor)
        if nickname_below:
            name = self._nickname(mark.end, end)
            start, title, rated = self._titled(above, mark.start)
            return Head(start, mark.end if name is None else name + 1, self._text(name), title, rated, mark.moment)
        if not above or above[0][1].kind is not LineKind.WORDS:
            start, title, rated = self._titled(above, mark.start)
            return Head(start, mark.end, "", title, rated, mark.moment)
        start, title, rated = self._titled(above[1:], above[0][0])
        return Head(start, mark.end, above[0][1].text, title, rated, mark.moment)

    def _named(self, mark: _Mark, floor: int, end: int, *, title_above: bool) -> Head:
        """The head around a line of name and date."""
        above = self._above(mark.start, floor)
        if title_above:
            start, title, rated = self._titled(above, mark.start)
            return Head(start, mark.end, mark.name, title, rated, mark.moment)
        stars = above[0] if above and above[0][1].kind is LineKind.MARK else None
        body = mark.end
        while not stars and body < end and self._lines[body].kind in (LineKind.BLANK, LineKind.MARK):
            stars = (body, self._lines[body]) if self._lines[body].rating_original else None
            body += 1
        told = self._words_below(body, end)
        title = self._lines[told[0]].text if len(told) > 1 else ""
        start = min(mark.start, stars[0]) if stars else mark.start
        return Head(start, told[0] + 1 if title else body, mark.name, title, stars[1] if stars else None, mark.moment)

    def _titled(self, above: Sequence[tuple[int, Line]], start: int) -> tuple[int, str, Line | None]:
        """Where the head begins, its title and its stars, which stand below or above the title."""
        rated: Line | None = None
        title = ""
        for place, line in above:
            if line.kind is LineKind.MARK and rated is None:
                start, rated = place, line
            elif line.kind is LineKind.WORDS and not title:
                start, title = place, line.text
            else:
                break
        return start, title, rated

    def _text(self, place: int | None) -> str:
        return "" if place is None else self._lines[place].text
