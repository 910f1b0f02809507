"""How long closed cases keep what customers wrote: privacy law asks for an end, and the owner sets it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from reviewdesk_gui.domain.case import Case, Status
from reviewdesk_gui.domain.timeline import EventKind


def expired(cases: Iterable[Case], keep_days: int, now: datetime) -> list[Case]:
    """The closed cases whose ``keep_days`` since closing have passed and that still hold a person's words; oldest
    first.

    ``keep_days`` of 0 or less keeps everything for ever.
    """
    if keep_days <= 0:
        return []
    end = now - timedelta(days=keep_days)
    due = [case for case in cases if _closed_by(case, end) and not is_erased(case)]
    return sorted(due, key=lambda case: case.closed_at or now)


def is_erased(case: Case) -> bool:
    """Whether the person has been erased from the case."""
    return any(event.kind is EventKind.ERASED for event in case.timeline)


def _closed_by(case: Case, end: datetime) -> bool:
    return case.status is Status.CLOSED and case.closed_at is not None and case.closed_at <= end
