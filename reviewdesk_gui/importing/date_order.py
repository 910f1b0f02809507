"""In which order day and month stand on a copied page where a date has figures alone: 11/3/2026."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reviewdesk_gui.importing.page_dates import DAY_FIRST, MONTH_FIRST, NUMERIC
from reviewdesk_gui.importing.page_lines import Line, LineKind
from reviewdesk_gui.importing.pages import PageWords

_MONTHS = 12
_TWO_DIGIT_YEARS = 2000
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OrderFound:
    """``order`` is "dmy" or "mdy"; ``two_way`` is the first date that could be meant either way, "" where none is."""

    order: str
    two_way: str


def find_order(lines: Sequence[Line], dated: Iterable[str], text: str, pages: PageWords, today: date) -> OrderFound:
    """What the page's other dates tell, else where it comes from, else day first. ``dated`` are the lines of ``text``
    that hold the date of a review or a reply.
    """
    votes: Counter[str] = Counter()
    two_way = ""
    for words in dated:
        found = NUMERIC.search(words)
        if found is not None:
            meant = _meant(int(found[1]), int(found[3]), int(found[4]), today)
            votes.update([meant] if meant else [])
            two_way = two_way or ("" if meant or found[1] == found[3] else found[0])
    if votes[DAY_FIRST] != votes[MONTH_FIRST]:
        return OrderFound(max(votes, key=lambda order: votes[order]), two_way)
    return OrderFound(_by_place(lines, text, pages), two_way)


def _meant(first: int, second: int, year: int, today: date) -> str:
    """The only order in which the figures are a date that has come; "" where both are, or neither."""
    year += _TWO_DIGIT_YEARS if year < 100 else 0
    fits = {DAY_FIRST: _has_come(year, second, first, today), MONTH_FIRST: _has_come(year, first, second, today)}
    told = [order for order, come in fits.items() if come]
    return told[0] if len(told) == 1 else ""


def _has_come(year: int, month: int, day: int, today: date) -> bool:
    try:
        return date(year, month, day) <= today + _AHEAD
    except ValueError:
        return False


def _by_place(lines: Sequence[Line], text: str, pages: PageWords) -> str:
    """The order that the page's language tells, or words that tell its country."""
    languages: Counter[str] = Counter()
    for words, times in Counter(line.text for line in lines if line.kind in (LineKind.NOISE, LineKind.OWNER)).items():
        languages.update(dict.fromkeys(pages.furniture.languages(words), times))
    if languages and languages["en"] < max(languages.values()):
        return DAY_FIRST
    folded = text.casefold()
    if any(words in folded for words in pages.day_first):
        return DAY_FIRST
    return MONTH_FIRST if any(words in folded for words in pages.month_first) else DAY_FIRST
