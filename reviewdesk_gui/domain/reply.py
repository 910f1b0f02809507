"""A text for the platform, from draft to what an import finds there again."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReplyState(StrEnum):
    """How far a reply has come. Copied is not posted; seen means that an import found it on the platform."""

    DRAFTED = "drafted"
    COPIED = "copied"
    POSTED = "posted"
    SEEN = "seen"
    ALTERED = "altered"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One reply; ``at`` holds when it reached its present state (UTC). ``template`` is the template's id or ""."""

    text: str
    state: ReplyState
    at: datetime
    language: str = ""
    template: str = ""
    seen_text: str = ""
