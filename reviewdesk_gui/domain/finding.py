"""What a check says about a reply, and the way out.

Offsets are Python code points, half open. A missing move has no span: it is an unticked line with an insert fix. All
are msgspec structs, for each key struck makes hundreds of them.
"""

import hashlib
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How much a finding weighs: must be mended, should be, or a hint."""

    MUST = "must"
    SHOULD = "should"
    HINT = "hint"


class Move(StrEnum):
    """A part that a reply has or lacks."""

    GREETING = "greeting"
    NAME = "name"
    THANKS = "thanks"
    EMPATHY = "empathy"
    APOLOGY = "apology"
    EXPLANATION = "explanation"
    RESOLUTION = "resolution"
    COMPENSATION = "compensation"
    CONTACT = "contact"
    OFFLINE = "offline"
    SIGNATURE = "signature"


class Anchor(StrEnum):
    """Where an insert lands: first line, after the greeting, end of the body, last line, or at the caret."""

    START = "start"
    AFTER_GREETING = "after_greeting"
    BODY_END = "body_end"
    END = "end"
    CARET = "caret"


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """Code points ``start`` to ``end`` (exclusive), never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}-{self.end} is empty or negative")

    def of(self, text: str) -> str:
        """The marked words."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies in this one, which may be the same."""
        return self.start <= other.start and other.end <= self.end


class Fix(msgspec.Struct, frozen=True, gc=False):
    """Replace ``span`` by ``text``; an insert is a fix whose ``span`` is None and whose place is ``at``.

    ``at`` is the code point to insert at, already resolved for the text that was checked; the inserted ``text``
    brings its own blanks and line breaks. A removal has an empty ``text``. ``label`` is the button's word ("Insert",
    "Remove").
    """

    label: str
    text: str
    span: Span | None = None
    at: int = 0

    def apply(self, text: str) -> str:
        """``text`` with the fix made."""
        start, end = (self.span.start, self.span.end) if self.span else (self.at, self.at)
        return text[:start] + self.text + text[end:]


class Finding(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One remark on a reply.

    ``rule`` is the rule's id ("sv.attack.accuses"), ``check`` the family it belongs to ("attack"), ``message`` one
    sentence, ``why`` the practice id (P4), ``because`` that practice's one-line reason. ``span`` is None for what is
    missing or what concerns the whole text.
    """

    rule: str
    check: str
    severity: Severity
    title: str
    message: str
    why: str = ""
    because: str = ""
    span: Span | None = None
    fixes: tuple[Fix, ...] = ()

    def content_hash(self, text: str) -> str:
        """Identifies the finding by what it says and marks, not by its place, so that "ignore here" survives edits."""
        marked = self.span.of(text) if self.span else ""
        return hashlib.sha256(f"{self.rule}\0{marked.casefold()}".encode()).hexdigest()[:16]


class MoveHit(msgspec.Struct, frozen=True, gc=False):
    """A move that the reply holds, the words that make it so (None where the whole text does) and the rule that found
    it.
    """

    move: Move
    span: Span | None
    rule: str
