"""The shop's own facts: who answers, how to reach them, when they are open."""

from dataclasses import dataclass, field
from datetime import time
from pathlib import Path

from reviewdesk_gui.domain.datafile import line_of, parse_toml
from reviewdesk_gui.domain.errors import DataFileError


@dataclass(frozen=True, slots=True)
class OpenHours:
    """Local opening and closing time of one weekday."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """The profile that signs replies (P14). ``hours`` maps weekday 0 (Monday) to 6; a missing day is closed, and an
    empty table means that the clock always runs. ``words`` are spellings of the shop's own; ``jargon`` are words its
    owner wants kept out of replies (P18); ``staff`` are first names that a review may praise (P26).
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


def looks_like_email(text: str) -> bool:
    """Whether ``text`` has the shape of one e-mail address; nothing is asked of the network."""
    before, at, domain = text.partition("@")
    plain = bool(before and at) and "@" not in domain and not any(char.isspace() or char in ",;<>" for char in text)
    return plain and "." in domain.strip(".") and ".." not in domain and domain.strip(".-") == domain


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TEXTS = ("name", "answerer", "role", "phone", "email", "website", "address", "language", "country", "timezone")
_LISTS = ("words", "jargon", "staff", "offers")


def parse_shop(text: str, path: Path | str) -> Shop:
    """A profile written as TOML, hours as ``monday = ["07:00", "18:00"]``. Raises DataFileError naming the line."""
    table = parse_toml(text, path)
    hours = {}
    for name, pair in table.get("hours", {}).items():
        try:
            opens, closes = (time.fromisoformat(part) for part in pair)
            hours[_DAYS.index(name)] = OpenHours(opens, closes)
        except (ValueError, TypeError):
            line = line_of(text, name)
            raise DataFileError(path, line, f'hours are written as {name} = ["07:00", "18:00"]') from None
    texts = {name: str(table.get(name, "")) for name in _TEXTS if name in table}
    lists = {name: tuple(map(str, table[name])) for name in _LISTS if name in table}
    return Shop(**texts, **lists, hours=hours)  # type: ignore[arg-type]
