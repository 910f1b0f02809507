"""The lines that only a page of Tripadvisor has: contributions, the visit, the date of writing, the house's answer."""

import re
from collections.abc import Iterable
from datetime import datetime

from reviewdesk_gui.importing.furniture import Lines
from reviewdesk_gui.importing.page_dates import PageDates
from reviewdesk_gui.importing.page_lines import Line, LineKind
from reviewdesk_gui.importing.pages import PageWords

_LONGEST = 100
_BEGINNINGS = ("written", "responded", "owner")
_VISIT = re.compile(r"[^\W\d_]+\.?\s+\d{4}(?:\s+г\.?)?")


class TripLines:
    """Tells them; dates are read by ``dates``."""

    def __init__(self, pages: PageWords, dates: PageDates) -> None:
        layout = pages.layouts["tripadvisor"]
        self._dates, self._pages = dates, pages
        self._written, self._responded, self._owner = (_begins(layout[name]) for name in _BEGINNINGS)
        self._noise, self._notices = Lines(layout["noise"]), tuple(layout["notices"])
        counts = "|".join(map(re.escape, layout["contributions"]))
        self._home = re.compile(
            rf"(?:.*[^\s\d]|.*[·•]\s*)?\d[\d.,\s]{{0,9}}(?:{counts})\w*(?:[\s·•]*\d.*)?", re.IGNORECASE
        )

    def written(self, line: Line) -> datetime | None:
        """The day in "Written October 3, 2026"; None where the line is none such."""
        return self._labelled(self._written, line)

    def responded(self, line: Line) -> datetime | None:
        """The day in "Responded October 5, 2026"; None where the line is none such."""
        return self._labelled(self._responded, line)

    def is_owner(self, line: Line) -> bool:
        """Whether the line heads the house's answer."""
        return line.kind is LineKind.OWNER or (len(line.text) <= _LONGEST and bool(self._owner.match(line.text)))

    def is_home(self, line: Line) -> bool:
        """Whether the line is "Bergen, Norway14 contributions" or "14 contributions"."""
        return len(line.text) <= _LONGEST and bool(self._home.fullmatch(line.text))

    def is_sign(self, line: Line) -> bool:
        """Whether only a page of Tripadvisor has such a line."""
        return self.is_home(line) or self._is_notice(line.text.casefold()) or ("•" in line.text and self.is_visit(line))

    def is_visit(self, line: Line) -> bool:
        """Whether the line tells month and company of the visit: "Sep 2026 • Couples", "Sep 2026"."""
        month = line.text[:_LONGEST].partition("•")[0].strip()
        return bool(_VISIT.fullmatch(month)) and self._dates.bare(month) is not None

    def is_noise(self, line: Line) -> bool:
        """Whether the line is a button, a label of the trip or the page's notice on opinions."""
        folded = line.text.casefold().strip(" .…")
        return line.kind is LineKind.NOISE or self._noise.holds(folded) or self._is_notice(folded)

    def _is_notice(self, folded: str) -> bool:
        return any(part in folded for part in self._notices)

    def _labelled(self, label: re.Pattern[str], line: Line) -> datetime | None:
        found = label.match(line.text) if len(line.text) <= _LONGEST else None
        return self._dates.bare(line.text[found.end() :].strip(" :")) if found else None


def _begins(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?=[\s:])", re.IGNORECASE)
