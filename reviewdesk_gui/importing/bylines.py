"""Lines of a name and a date: "ovenbird, 03/11/2026", "by ovenbird – Nov 3, 2026", "Uma Berg   Nov 3, 2026"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reviewdesk_gui.importing.page_dates import PageDates

_LONGEST = 80
_LONGEST_NAME = 40
_MOST_SPLITS = 4
_BETWEEN = re.compile(r"\s*[·•|]\s*|\s+[-–—]\s+|,\s+|\s{2,}|\t")
_BLANK = re.compile(r"\s+")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Byline:
    """``comma`` says that a comma stands between."""

    name: str
    moment: datetime
    comma: bool = False


def spaced(text: str, dates: PageDates) -> Byline | None:
    """Name and a date with its year, in this order, with nothing but a blank between: "Uma Berg Nov 3, 2026"."""
    if len(text) > _LONGEST or not _YEAR.search(text):
        return None
    for found in list(_BLANK.finditer(text))[:_MOST_SPLITS]:
        name, when = text[: found.start()], text[found.end() :]
        if (moment := dates.bare(when)) is not None:
            return Byline(name, moment)
    return None


def byline(text: str, dates: PageDates, by: Iterable[str] = ()) -> Byline | None:
    """Name and date, whichever comes first; None where the line holds more or less. ``by`` are words that may stand
    before the name.
    """
    if len(text) > _LONGEST or not any(map(str.isdecimal, text)):
        return None
    for found in list(_BETWEEN.finditer(text))[:_MOST_SPLITS]:
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        for name, when in ((left, right), (right, left)):
            moment = dates.bare(when) if name and when and len(name) <= _LONGEST_NAME else None
            if moment is not None and dates.read(name) is None:
                return Byline(_without_by(name, by), moment, "," in found[0])
    return None


def _without_by(name: str, by: Iterable[str]) -> str:
    word, _, rest = name.partition(" ")
    return rest.strip() if rest and word.casefold() in by else name
