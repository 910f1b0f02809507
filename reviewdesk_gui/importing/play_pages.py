"""Copied pages of Google Play: the developer's answer stands below the review under the developer's name and a date, as
if it were a review; but only reviews have a menu beside the name and end with the question whether they helped.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewdesk_gui.importing.page_lines import Line, LineKind, LineReader
from reviewdesk_gui.importing.pages import PageWords

_LONGEST_QUESTION = 70
_LONGEST_COUNT = 90
_NAME_WITHIN = 6
_FIGURE = re.compile(r"\d[\d.,\s]*")


@dataclass(frozen=True, slots=True)
class _Head:
    """A name and a date: their places, and whether a menu stands between."""

    name: int
    date: int
    menu: bool


class PlayPages:
    """Reads the lines of one page."""

    def __init__(self, pages: PageWords, reader: LineReader, lines: Sequence[Line]) -> None:
        layout, self._dates = pages.layouts["google_play"], reader.dates
        self._menu = str(layout["menu"])
        self._helpful, self._voices = tuple(layout["helpful"]), tuple(layout["voices"])
        self._noise, self._answers = tuple(layout["noise"]), frozenset(layout["answers"])
        self._lines = [self._plain(line) for line in lines]

    def told(self) -> list[Line]:
        """The lines with the developer's name as the heading of an answer, and without what is said of the app."""
        heads = self._heads()
        answers = self._by_menu(heads) if any(head.menu for head in heads) else self._by_question(heads)
        first = heads[0].name if heads else 0
        lines = [Line(LineKind.NOISE, line.text) if at < first else line for at, line in enumerate(self._lines)]
        for head in answers:
            lines[head.name] = Line(LineKind.OWNER, lines[head.name].text, moment=lines[head.date].moment)
            lines[head.date] = Line(LineKind.NOISE, lines[head.date].text)
        return lines

    def _heads(self) -> list[_Head]:
        heads: list[_Head] = []
        for place, line in enumerate(self._lines):
            if line.kind is LineKind.MARK and line.moment and not line.rating_original and not line.name:
                name = self._name_above(place, heads[-1].date + 1 if heads else 0)
                if name is not None:
                    menu = any(other.text.strip() == self._menu for other in self._lines[name:place])
                    heads.append(_Head(name, place, menu))
        return heads

    def _name_above(self, date: int, floor: int) -> int | None:
        """The line of words above the menu, or the nearest one without a menu; the heading of an answer is no name."""
        found: int | None = None
        for place in range(date - 1, max(floor, date - _NAME_WITHIN) - 1, -1):
            line = self._lines[place]
            if line.kind is LineKind.OWNER:
                return found
            if line.text.strip() == self._menu:
                found = None
            elif line.kind is LineKind.WORDS and found is None:
                found = place
        return found

    @staticmethod
    def _by_menu(heads: Sequence[_Head]) -> list[_Head]:
        """Heads without a menu, below one that has it."""
        return [head for above, head in pairwise(heads) if above.menu and not head.menu]

    def _by_question(self, heads: Sequence[_Head]) -> list[_Head]:
        """Heads without a question below them, below one that has it."""
        ends = [*(head.name for head in heads[1:]), len(self._lines)]
        asked = [
            any(self._is_question(line.text) for line in self._lines[head.date : end])
            for head, end in zip(heads, ends, strict=False)
        ]
        return [head for place, head in enumerate(heads) if place and asked[place - 1] and not asked[place]]

    def _plain(self, line: Line) -> Line:
        """The line, as noise where it tells of app and device or of how the review helped, as words where it is more
        than a date.
        """
        folded = line.text.casefold()
        noise = line.kind is LineKind.WORDS and (folded in self._answers or folded.startswith(self._noise))
        if noise or (line.kind in (LineKind.WORDS, LineKind.MARK) and self._is_count(folded)):
            return Line(LineKind.NOISE, line.text)
        if self._is_question(folded):
            return Line(LineKind.NOISE, line.text)
        prose = line.kind is LineKind.MARK and not line.rating_original and self._dates.bare(line.text) is None
        return Line(LineKind.WORDS, line.text) if prose else line

    def _is_question(self, text: str) -> bool:
        """Whether the line asks whether a review helped."""
        folded = text.casefold()
        return (
            len(folded) <= _LONGEST_QUESTION and folded.endswith("?") and any(map(folded.__contains__, self._helpful))
        )

    def _is_count(self, folded: str) -> bool:
        """Whether the line tells how many the review helped."""
        if len(folded) > _LONGEST_COUNT or len(_FIGURE.findall(folded)) != 1:
            return False
        helpful = any(map(folded.__contains__, self._helpful))
        return helpful and any(map(folded.__contains__, self._voices))
