"""Dates by distance, as pages show them: "2 weeks ago", "vor einem Monat", "för 2 veckor sedan", "3 дня назад"."""

import re
from calendar import monthrange
from datetime import datetime, timedelta

from reviewdesk_gui.importing.vocabulary import RelativeWords, Vocabulary

_WORDS = re.compile(r"[^\W\d_]+|\d+")
_MOST_WORDS = 8
_MOST = 9999
_SHORT = 2
_LENGTHS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}


def parse_relative(text: str, now: datetime, words: Vocabulary) -> datetime | None:
    """The moment that ``text`` means when read at ``now``; None where it is no relative date in any of
    the languages.
    """
    folded = text.casefold().strip(" .·•")
    tokens = _WORDS.findall(folded)
    if not tokens or len(tokens) > _MOST_WORDS:
        return None
    for language in words.relative.values():
        if folded in language.days:
            return _midnight(now) - timedelta(days=language.days[folded])
    for language in words.relative.values():
        if not language.marks.isdisjoint(tokens):
            amount = _amount(tokens, language)
            if amount is not None:
                return _before(now, *amount)
    return None


def _amount(tokens: list[str], language: RelativeWords) -> tuple[int, str] | None:
    """How many of which unit; None where the tokens hold more, or less, than an amount and a unit."""
    figures = [int(token) for token in tokens if token.isdecimal()]
    if len(figures) > 1 or any(figure > _MOST for figure in figures):
        return None
    said: list[int] = []
    unit, strange = "", False
    for before, token in zip(["", *tokens], tokens, strict=False):
        if token in language.marks or token in language.aside or token.isdecimal():
            continue
        if token in language.numbers:
            said.append(language.numbers[token])
            continue
        counted = before.isdecimal() or before in language.numbers
        found = "" if unit else next((name for stem, name in language.units if _begins(token, stem, counted)), "")
        unit, strange = unit or found, strange or not found
    if not unit or (strange and not figures):
        return None
    # "a couple of weeks", "één week": the last word for a figure counts, and one that is missing means 1.
    return (figures or said[-1:] or [1])[0], unit


def _begins(token: str, stem: str, counted: bool) -> bool:
    """Whether ``token`` is a unit that is written with ``stem``; a short one, "d", is one only behind a number."""
    return token.startswith(stem) if len(stem) > _SHORT else counted and token == stem


def _midnight(moment: datetime) -> datetime:
    """The day without its time: "3 days ago" knows no hour."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _before(now: datetime, count: int, unit: str) -> datetime | None:
    try:
        if unit in _LENGTHS:
            return (_midnight(now) if unit in ("day", "week") else now) - count * _LENGTHS[unit]
        now = _midnight(now)
        months = now.year * 12 + now.month - 1 - (count if unit == "month" else 12 * count)
        year, month = divmod(months, 12)
        day = min(now.day, monthrange(year, month + 1)[1])
        return now.replace(year=year, month=month + 1, day=day)
    except (ValueError, OverflowError):
        return None
