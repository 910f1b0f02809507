"""What to answer next: duties that are due, then reviews by their deadline, the worst rating first among equals (P1,
P3).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from reviewdesk_gui.domain.case import Case, Status
from reviewdesk_gui.domain.clock import ReplyClock

_COLD_AFTER = timedelta(days=21)
_MIDDLING = 3
_PATIENCE_MIDDLING = timedelta(days=1)
_PATIENCE_OF_PRAISE = timedelta(days=5)
_PATIENCE_WITHOUT_WORDS = timedelta(days=10)


class Group(IntEnum):
    """Coarse order of the list; the smaller comes first.

    A review that is three weeks overdue is cold: still to be answered, but after those whose authors look for it.
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
    """How much longer than a complaint a review can wait: answers to complaints matter most, bare stars least (P2)."""
    review = case.review
    if review.rating is not None and round(review.rating) < _MIDDLING:
        return timedelta(0)
    if not review.full_text.strip():
        return _PATIENCE_WITHOUT_WORDS
    if review.rating is None or round(review.rating) == _MIDDLING:
        return _PATIENCE_MIDDLING
    return _PATIENCE_OF_PRAISE
