"""What a check knows beside the reply's text."""

from dataclasses import dataclass, field
from datetime import date, datetime

from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.domain.shop import Shop


@dataclass(frozen=True, slots=True)
class PastReply:
    """An earlier reply of the owner; ``at`` is UTC or None, ``platform`` the platform's name as the owner reads it."""

    text: str
    at: datetime | None = None
    platform: str = ""
    case_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """Everything around one draft; hashable parts only, so that a context may be shared between threads.

    ``language`` is a code such as "sv", or "" to have it recognised. ``type`` None is inferred from ``rating`` (1-5 or
    None). ``review`` is the customer's full text, ``author`` the name as the platform shows it ("" where unknown).
    ``words`` are spellings that count as known, as the owner wrote them. ``ignored`` holds hashes as
    ``Finding.content_hash`` gives them. ``off`` holds ids of rules or checks that are turned off. ``twin_share`` is the
    share (0-1) from which on a draft counts as the same text as a past reply. ``today`` is the shop's day.
    """

    language: str = ""
    type: CaseType | None = None
    platform: Platform | None = None
    author: str = ""
    rating: float | None = None
    review: str = ""
    shop: Shop = field(default_factory=Shop)
    past: tuple[PastReply, ...] = ()
    words: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    twin_share: float = 0.85
    today: date = date.min

    def is_off(self, rule: str, check: str) -> bool:
        """Whether the owner turned off the rule or the check it belongs to."""
        return rule in self.off or check in self.off
