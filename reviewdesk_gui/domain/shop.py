"""The shop's own facts: who answers, how to reach them, when they are open."""

from dataclasses import dataclass, field
from datetime import time


@dataclass(frozen=True, slots=True)
class OpenHours:
    """Local opening and closing time of one weekday."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """The profile that signs replies (P14). ``hours`` maps weekday 0 (Monday) to 6; a missing day is closed, and an
    empty
    table means that the clock always runs. ``words`` are spellings of the shop's own; ``jargon`` are words its owner
    wants
    kept out of replies (P18); ``staff`` are first names that a review may praise (P26).
    """

    name: str = ""
    answerer: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    address: str = ""
    language: str = "en"
    country: str = ""
    timezone: str = ""
    hours: dict[int, OpenHours] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    jargon: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()

    @property
    def contact(self) -> str:
        """The way to reach the shop that a reply names first, or "" where the profile holds none."""
        return self.email or self.phone or self.website
