"""The reply clock (P3): ideal within the hour, acceptable by the end of the working day, late after 24 hours.

Marks are counted against the shop's opening hours: a review written at night starts the clock when the shop opens.
Where no hours are known the clock always runs and a working day ends at 18:00 local time.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum

from reviewdesk_gui.domain.shop import OpenHours, Shop

_DAY_END = time(18, 0)
_A_WEEK_AND_A_DAY = 8


class Pace(StrEnum):
    """Where an unanswered review stands on the clock."""

    IDEAL = "ideal"
    GOOD = "good"
    TODAY = "today"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Marks:
    """The owner's marks: open hours to the ideal answer, and hours after which an answer is late."""

    ideal_hours: float = 1.0
    late_hours: float = 24.0


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The three moments of one review, in UTC, in order."""

    ideal: datetime
    day_end: datetime
    late: datetime

    def pace(self, now: datetime) -> Pace:
        """The mark that ``now`` (UTC) has not yet passed."""
        if now <= self.ideal:
            return Pace.IDEAL
        if now <= self.day_end:
            return Pace.GOOD
        return Pace.TODAY if now <= self.late else Pace.LATE


class ReplyClock:
    """Deadlines for reviews of one shop in one time zone."""

    def __init__(self, shop: Shop, zone: tzinfo, marks: Marks | None = None) -> None:
        self._hours = shop.hours
        self._zone = zone
        self._marks = marks or Marks()

    def deadlines(self, start: datetime) -> Deadlines:
        """When an answer to a review that began to wait at ``start`` (aware) is ideal, acceptable and late."""
        first, hours = self._open_moment(start.astimezone(self._zone))
        day_end = self._at(first, hours.closes) if hours else self._at(first, _DAY_END)
        if not hours and first >= day_end:
            day_end += timedelta(days=1)
        ideal = min(first + timedelta(hours=self._marks.ideal_hours), max(day_end, first))
        late, _ = self._open_moment(start.astimezone(self._zone) + timedelta(hours=self._marks.late_hours))
        late = max(late, day_end)
        return Deadlines(*(moment.astimezone(start.tzinfo) for moment in (ideal, day_end, late)))

    def _open_moment(self, moment: datetime) -> tuple[datetime, OpenHours | None]:
        """The first moment at or after ``moment`` (local) at which the shop is open, with that day's hours."""
        if not self._hours:
            return moment, None
        for days in range(_A_WEEK_AND_A_DAY):
            day = moment + timedelta(days=days)
            hours = self._hours.get(day.weekday())
            if hours is None:
                continue
            opens, closes = self._at(day, hours.opens), self._at(day, hours.closes)
            if days or moment < opens:
                return opens, hours
            if moment < closes:
                return moment, hours
        return moment, None

    @staticmethod
    def _at(day: datetime, clock: time) -> datetime:
        return day.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)


def waiting_words(deadlines: Deadlines, now: datetime, zone: tzinfo) -> str:
    """The clock in words for a list row: "2 days late", "1 h 40 left", "today", "tomorrow" or a weekday's name."""
    if now > deadlines.late:
        return f"{_amount(now - deadlines.late)} late"
    left = deadlines.late - now
    if left <= timedelta(hours=6):
        return f"{_amount(left)} left"
    days = (deadlines.late.astimezone(zone).date() - now.astimezone(zone).date()).days
    if days <= 1:
        return ("today", "tomorrow")[max(days, 0)]
    return f"{days} days left"


def _amount(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return f"{max(minutes, 1)} min"
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        return f"{hours} h {minutes:02d}" if hours < 6 and minutes else f"{hours} h"
    days = hours // 24
    return (
        _plural(days, "day")
        if days < 60
        else _plural(days // 30, "month")
        if days < 730
        else _plural(days // 365, "year")
    )


def _plural(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
