"""What a platform allows in a reply: facts with source, date and confidence; the unknown stays unknown.

Read from ``resources/platforms.toml``; no number is shipped without its source.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from reviewdesk_gui.domain.datafile import line_of, parse_toml
from reviewdesk_gui.domain.errors import DataFileError


class LimitUnit(StrEnum):
    """What a platform's length limit counts."""

    BYTES = "bytes"
    CHARACTERS = "characters"


class Banned(StrEnum):
    """What a platform keeps out of replies."""

    LINK = "link"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    PERSONAL_NAME = "personal_name"
    LIST = "list"
    QUOTE = "quote"
    INCENTIVE = "incentive"
    ASK_CHANGE = "ask_change"
    PROMOTION = "promotion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """One place where reviews stand. ``limit`` is None where no limit is known; ``reply_url`` opens the place where the
    owner answers; ``note`` is one sentence worth knowing before posting ("a reply cannot be edited").
    """

    id: str
    name: str
    limit: int | None = None
    minimum: int = 0
    unit: LimitUnit = LimitUnit.CHARACTERS
    banned: frozenset[Banned] = frozenset()
    contact_advised: bool = False
    reply_url: str = ""
    note: str = ""
    source: str = ""
    checked: str = ""
    confidence: str = ""

    def length(self, text: str) -> int:
        """Length of ``text`` in the platform's own unit (UTF-8 bytes or code points)."""
        return len(text.encode("utf-8", "surrogatepass")) if self.unit is LimitUnit.BYTES else len(text)


def parse_platforms(text: str, path: Path | str) -> dict[str, Platform]:
    """Platforms by id, in file order. Raises DataFileError naming file and line."""
    platforms: dict[str, Platform] = {}
    for entry in parse_toml(text, path).get("platform", []):
        line = line_of(text, f'id = "{entry.get("id", "")}"')
        if entry.get("limit") is not None and not entry.get("source"):
            raise DataFileError(path, line, f"platform {entry.get('id')}: a limit needs a source")
        try:
            platform = Platform(**_fields(entry))
        except (TypeError, ValueError) as error:
            raise DataFileError(path, line, f"platform {entry.get('id', '?')}: {error}") from None
        if platform.id in platforms:
            raise DataFileError(path, line, f"platform {platform.id} stands twice")
        platforms[platform.id] = platform
    return platforms


def _fields(entry: dict[str, Any]) -> dict[str, Any]:
    fields = dict(entry)
    fields["banned"] = frozenset(Banned(name) for name in entry.get("banned", []))
    fields["unit"] = LimitUnit(entry.get("unit", "characters"))
    return fields
