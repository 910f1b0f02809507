"""The lines that tell a page of Booking.com: how long the guest stayed, when the review came, what it scored."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from babel import Locale

_LANGUAGES = ("en", "sv", "bg", "fy", "nl", "ru", "uk", "de")
_LONGEST = 60
_STAY = re.compile(r"\d{1,3}\s+(\w+)\s*·\s*(.*)")
_LABELLED = re.compile(r"([^:\d]{3,30}):\s*(.*\d.*)")
_SCORE = re.compile(r"(\D{0,30}?)\s*(10(?:[.,]0)?|\d(?:[.,]\d)?)")


class StayWords:
    """``nights`` begin the word for nights, ``liked`` are the labels of what pleased and what did not, ``scored`` stand
    before a score, ``countries`` are names of countries beyond those of the Unicode data.
    """

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._nights = tuple(table["nights"])
        self._scored = frozenset(table["scored"])
        self._countries = frozenset(table["countries"])
        labels = "|".join(map(re.escape, sorted(table["liked"], key=len, reverse=True)))
        self._liked = re.compile(rf"(?:{labels})(?:\s*[·:]\s*(.*)|$)", re.IGNORECASE)

    def is_stay(self, line: str) -> bool:
        """Whether the line tells the length of a stay: "3 nights · October 2026", or "3 nights ·" above the month."""
        found = _STAY.fullmatch(line) if len(line) <= _LONGEST else None
        return bool(found and found[1].casefold().startswith(self._nights))

    def liked(self, line: str) -> str | None:
        """What follows "Liked ·" or "Disliked ·"; None where it is no such line."""
        found = self._liked.match(line)
        return (found[1] or "") if found else None

    def score(self, line: str) -> str:
        """The figure in "9.0", "8,5" or "Scored 9.0"; "" where the line is no score."""
        found = _SCORE.fullmatch(line)
        if not found or (found[1] and found[1].casefold().strip(" :") not in self._scored):
            return ""
        return found[2]

    def is_country(self, line: str) -> bool:
        """Whether the line is the name of a country in one of the desk's languages."""
        folded = line.casefold()
        return folded in self._countries or folded in _countries()


def after_label(line: str) -> str:
    """What follows a label with a colon in a short line ("Reviewed: 2 November 2026"); "" where there is none."""
    found = _LABELLED.fullmatch(line) if len(line) <= _LONGEST else None
    return found[2] if found else ""


@cache
def _countries() -> frozenset[str]:
    """Every country's name in the desk's languages, folded (Unicode CLDR; territories with figures are parts of the
    world).
    """
    names = (Locale.parse(code).territories.items() for code in _LANGUAGES)
    return frozenset(name.casefold() for items in names for code, name in items if code.isalpha())
