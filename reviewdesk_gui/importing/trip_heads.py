"""Where reviews begin on a copied page of Tripadvisor: below the author stand home and contributions, run together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reviewdesk_gui.importing.page_lines import Line, LineKind, is_name
from reviewdesk_gui.importing.pages import PageWords
from reviewdesk_gui.importing.trip_lines import TripLines


@dataclass(frozen=True, slots=True)
class Head:
    """The lines above bubbles and title: ``start`` to ``body``. ``moment`` is a date beside the author's name."""

    start: int
    body: int
    author: str
    moment: datetime | None = None


class TripHeads:
    """Finds the heads among the lines of one page."""

    def __init__(self, pages: PageWords, told: TripLines, lines: Sequence[Line]) -> None:
        self._pages, self._told, self._lines = pages, told, lines

    def all(self) -> list[Head]:
        """Every head in its order; none where nothing tells that the page is one of Tripadvisor."""
        if not any(map(self._told.written, self._lines)) or not any(map(self._told.is_sign, self._lines)):
            return []
        heads: list[Head] = []
        floor, open_head = 0, False
        for place, line in enumerate(self._lines):
            if self._told.is_home(line):
                heads.append(self._at_home(floor, place))
                floor, open_head = place + 1, True
            elif self._told.written(line):
                if not open_head:
                    heads.append(self._without_home(floor, place))
                floor, open_head = place + 1, False
        return heads

    def _at_home(self, floor: int, home: int) -> Head:
        """The head around the line of contributions, with the author above it or above a home of its own."""
        above = self._words_above(floor, home)
        if not above:
            return Head(home, home + 1, "")
        start = above[0]
        placed = ", " in self._lines[start].text or self._pages.stays.is_country(self._lines[start].text)
        if placed and len(above) > 1 and above[1] == start - 1 and is_name(self._lines[above[1]].text):
            start = above[1]
        return self._head(start, home + 1)

    def _without_home(self, floor: int, written: int) -> Head:
        """The head of a review that tells no contributions: above the bubbles, or above title and visit."""
        window = range(floor, written)
        rated = next((place for place in window if self._lines[place].rating_original), None)
        if rated is not None and (above := self._words_above(floor, rated)):
            return self._head(above[0], above[0] + 1)
        visit = next((place for place in window if self._told.is_visit(self._lines[place])), None)
        above = [] if visit is None else self._words_above(floor, visit)
        if len(above) > 1 and is_name(self._lines[above[1]].text):
            return self._head(above[1], above[1] + 1)
        return self._of_words_alone(floor, written if visit is None else visit)

    def _of_words_alone(self, floor: int, end: int) -> Head:
        """The head of what stands above ``end`` and the buttons there: its first line where that can be a name."""
        while end > floor and not self._is_words(self._lines[end - 1]):
            end -= 1
        above = self._words_above(floor, end)
        if not above:
            return Head(end, end, "")
        named = len(above) > 1 and is_name(self._lines[above[-1]].text)
        return self._head(above[-1], above[-1] + 1) if named else Head(above[-1], above[-1], "")

    def _is_words(self, line: Line) -> bool:
        return bool(line.name) or (line.kind is LineKind.WORDS and not self._told.is_noise(line))

    def _words_above(self, floor: int, below: int) -> list[int]:
        """The lines of words above a place, nearest first, as far as a button or the floor."""
        found: list[int] = []
        for place in range(below - 1, floor - 1, -1):
            line = self._lines[place]
            if self._is_words(line):
                found.append(place)
            elif line.kind is not LineKind.BLANK and not line.rating_original:
                break
        return found

    def _head(self, start: int, body: int) -> Head:
        line = self._lines[start]
        return Head(start, body, line.name or line.text, line.moment)
