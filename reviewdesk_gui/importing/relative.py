"""Dates by distance, as pages show them: "2 weeks ago", "vor einem Monat", "för 2 veckor sedan", "3 дня назад"."""

import re
from calendar import monthrange
from datetime import datetime, timedelta

from reviewdesk_gui.importing.vocabulary import RelativeWords, Vocabulary

_WORDS = re.compile(r"[^\W\d_]+|\d+")
_MOST_WORDS = 8
_LENGTHS = {
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
    count: int | None = None
    unit = ""
    for token in tokens:
        if token.isdecimal():
            if count is not None or len(token) > 4:
                return None
            count = int(token)
        elif token in language.one:
            count = 1 if count is None else count
        elif token not in language.marks and not unit:
            unit = next((name for stem, name in language.units if token.startswith(stem)), "")
    return (1 if count is None else count, unit) if unit else None


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
