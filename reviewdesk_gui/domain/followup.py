"""A dated duty on a case (P5, P37)."""

from datetime import date, datetime
from enum import StrEnum

import msgspec


class FollowUpKind(StrEnum):
    """What is owed to the customer or to the public."""

    INTERIM = "interim"
    REPORT_BACK = "report_back"
    ASK_SOLVED = "ask_solved"
    COMPENSATION = "compensation"
    PUBLIC_UPDATE = "public_update"
    CALL = "call"


class FollowUp(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """``due`` is a day of the shop's calendar; ``done_at`` is UTC and None while the duty stands."""

    id: str
    kind: FollowUpKind
    due: date
    note: str = ""
    created_at: datetime
    done_at: datetime | None = None

    def is_due(self, today: date) -> bool:
        """Whether the duty stands and its day has come."""
        return self.done_at is None and self.due <= today
