"""A text for the platform, from draft to what an import finds there again."""

from datetime import datetime
from enum import StrEnum

import msgspec


class ReplyState(StrEnum):
    """How far a reply has come. Copied is not posted; seen means that an import found it on the platform."""

    DRAFTED = "drafted"
    COPIED = "copied"
    POSTED = "posted"
    SEEN = "seen"
    ALTERED = "altered"
    OUTDATED = "outdated"


class Reply(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One reply; ``at`` holds when it reached its present state (UTC). ``template`` is the template's id or ""."""

    text: str
    state: ReplyState
    at: datetime
    language: str = ""
    template: str = ""
    seen_text: str = ""

    @property
    def public_text(self) -> str:
        """What readers of the platform see: the text that an import found there, else the one that was posted."""
        return self.seen_text or self.text
