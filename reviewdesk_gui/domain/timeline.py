"""What has been done about a case, so that nobody asks the customer the same twice (P38)."""

from datetime import datetime
from enum import StrEnum

import msgspec


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
    ATTACHED = "attached"
    ATTACHMENT_REMOVED = "attachment_removed"
    CLOSED = "closed"
    REOPENED = "reopened"
    ERASED = "erased"


class Event(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One step; ``at`` is UTC, ``text`` is what a person wrote or what the step was about."""

    at: datetime
    kind: EventKind
    text: str = ""
