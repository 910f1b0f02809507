"""Which backups stay: all of today, then one a day for a week, one a week for five weeks, one a month for two years."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

_DAYS, _WEEKS, _MONTHS = 7, 5, 24


def superfluous(moments: Iterable[datetime], today: date) -> set[datetime]:
    """Those of ``moments`` (the shop's local time) that may go; the newest of each span and of all stays."""
    kept: dict[tuple[object, ...], datetime] = {}
    gone: set[datetime] = set()
    for moment in sorted(moments, reverse=True):
        span = _span(moment, today)
        if (span is None and kept) or kept.setdefault(span or (), moment) != moment:
            gone.add(moment)
    return gone


def _span(moment: datetime, today: date) -> tuple[object, ...] | None:
    """What a backup competes for; None for what is too old."""
    day = moment.date()
    if day >= today:
        return ("moment", moment)
    if day > today - timedelta(days=_DAYS):
        return ("day", day)
    if day > today - timedelta(weeks=_WEEKS):
        return ("week", *day.isocalendar()[:2])
    months = (today.year - day.year) * 12 + today.month - day.month
    return ("month", day.year, day.month) if months < _MONTHS else None
