"""Counting days: from "in two working days", "on Tuesday" or "3 December" to a day of the calendar.

A working day is Monday to Friday. The day is always the last one on which the promise would still be kept.
"""

import calendar
from datetime import date, timedelta

_FRIDAY, _SUNDAY = 4, 6
_HORIZON = timedelta(days=275)  # a date without a year that lies further ahead was meant as past
_HOURS_TODAY = 8


def after_amount(today: date, amount: int, unit: str) -> date:
    """``amount`` of "hour", "day", "working_day", "week" or "month" from ``today``."""
    if unit == "hour":
        days = -(-amount // 24) if amount >= _HOURS_TODAY else 0
        return today + timedelta(days=days)
    if unit == "working_day":
        return add_working_days(today, amount)
    if unit == "month":
        return _add_months(today, amount)
    return today + timedelta(days=amount * (7 if unit == "week" else 1))


def add_working_days(today: date, amount: int) -> date:
    """The ``amount``-th working day after ``today``."""
    day = today
    while amount > 0:
        day += timedelta(days=1)
        amount -= day.weekday() <= _FRIDAY
    return day


def _add_months(today: date, amount: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + amount, 12)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def relative_day(today: date, key: str) -> date:
    """The day of a word such as "tomorrow" or "next_week" (see ``promise_book.RELATIVE``)."""
    to_friday = (_FRIDAY - today.weekday()) % 7
    monday = today - timedelta(days=today.weekday())
    days = {
        "today": today,
        "tomorrow": today + timedelta(days=1),
        "day_after_tomorrow": today + timedelta(days=2),
        "next_working_day": add_working_days(today, 1),
        "this_week": today + timedelta(days=to_friday)
        if today.weekday() <= _FRIDAY
        else monday + timedelta(days=_SUNDAY),
        "weekend": monday + timedelta(days=_SUNDAY),
        "after_weekend": monday + timedelta(days=7),
        "next_week": monday + timedelta(days=7 + _FRIDAY),
        "this_month": _month_end(today),
        "next_month": _month_end(_add_months(today.replace(day=1), 1)),
    }
    return days[key]


def coming_weekday(today: date, weekday: int, *, next_week: bool = False) -> date:
    """The next day after ``today`` that is ``weekday`` (0 is Monday), or that day of the next calendar week."""
    if next_week:
        return today - timedelta(days=today.weekday()) + timedelta(days=7 + weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def calendar_day(today: date, day: int, month: int, year: int | None = None) -> date | None:
    """That day of the calendar, None where there is none or where it is no day to come.

    Without ``year`` a day that has passed is next year's if it then lies under nine months ahead.
    """
    try:
        found = date(today.year if year is None else year, month, day)
        if year is None and found < today:
            found = date(today.year + 1, month, day)
    except ValueError:
        return None
    if found < today or (year is None and found - today > _HORIZON):
        return None
    return found


def coming_day_of_month(today: date, day: int) -> date | None:
    """The next day whose number is ``day``, today included."""
    for month in (today, _add_months(today.replace(day=1), 1), _add_months(today.replace(day=1), 2)):
        try:
            found = month.replace(day=day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None
