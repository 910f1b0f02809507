"""What has been done about a case, so that nobody asks the customer the same twice (P38)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    """The steps that a timeline shows."""

    RECEIVED = "received"
    CHANGED = "changed"
    REMOVED = "removed"
    NOTE = "note"
    DRAFTED = "drafted"
    COPIED = "copied"
    POSTED = "posted"
    SEEN = "seen"
    ALTERED = "altered"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_DONE = "follow_up_done"
    COMPENSATION = "compensation"
    CLOSED = "closed"
    REOPENED = "reopened"
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One step; ``at`` is UTC, ``text`` is what a person wrote or what the step was about."""

    at: datetime
    kind: EventKind
    text: str = ""
