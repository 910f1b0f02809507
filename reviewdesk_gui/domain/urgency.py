"""What to answer next: duties that are due, then reviews by their deadline, the worst rating first among equals (P1,
P3).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from reviewdesk_gui.domain.case import Case, Status
from reviewdesk_gui.domain.clock import ReplyClock

_COLD_AFTER = timedelta(days=14)
_PATIENCE = {1: timedelta(0), 2: timedelta(0), 3: timedelta(days=1)}
_PATIENCE_OF_PRAISE = timedelta(days=3)


class Group(IntEnum):
    """Coarse order of the list; the smaller comes first.

    A review that is two weeks late is cold: still to be answered, but after those whose authors look for the answer.
    """

    DUE_FOLLOW_UP = 0
    TO_ANSWER = 1
    COLD = 2
    WAITING = 3
    ANSWERED = 4
    CLOSED = 5


@dataclass(frozen=True, slots=True, order=True)
class Urgency:
    """Sort key of a case; ``when`` is seconds since the epoch."""

    group: Group
    when: float
    rating: float


def urgency(case: Case, clock: ReplyClock, now: datetime, today: date) -> Urgency:
    """How urgent ``case`` is at ``now`` (UTC); ``today`` is the shop's calendar day."""
    rating = case.review.rating if case.review.rating is not None else 3.0
    followup = case.next_followup()
    if followup is not None and case.status is not Status.CLOSED and followup.due <= today:
        return Urgency(Group.DUE_FOLLOW_UP, float(followup.due.toordinal()), rating)
    if case.awaits_answer:
        late = clock.deadlines(case.review.clock_starts).late + _patience(case)
        if now - late > _COLD_AFTER:
            return Urgency(Group.COLD, -late.timestamp(), rating)
        return Urgency(Group.TO_ANSWER, late.timestamp(), rating)
    group = {Status.WAITING: Group.WAITING, Status.ANSWERED: Group.ANSWERED}.get(case.status, Group.CLOSED)
    return Urgency(group, -case.review.clock_starts.timestamp(), rating)


def _patience(case: Case) -> timedelta:
    """Those who praise can wait a little longer than those who complain: answers to complaints matter most."""
    rating = case.review.rating
    return _PATIENCE.get(round(rating), _PATIENCE_OF_PRAISE) if rating is not None else _PATIENCE[3]
