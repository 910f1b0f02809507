"""What the engine says about a draft, and the shapes in which further checks plug in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from reviewdesk_gui.checks.context import CheckContext, PastReply
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.domain.finding import Finding, Move, MoveHit, Span
from reviewdesk_gui.domain.followup import FollowUpKind

if TYPE_CHECKING:
    from reviewdesk_gui.checks.pack import LanguagePack


@dataclass(frozen=True, slots=True)
class PromiseProposal:
    """A dated duty that the draft takes on ("we will call you on Tuesday"); ``text`` is the sentence that says so."""

    kind: FollowUpKind
    due: date
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Twin:
    """The past reply that the draft resembles most; ``share`` is 0 (nothing in common) to 1 (the same text)."""

    reply: PastReply
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole judgement on one draft.

    ``moves`` has at most one hit per move. ``findings`` are ordered must, should, hint and by place inside.
    ``length`` counts in the platform's unit, ``words`` in words. ``slots`` are the places that wait to be filled in;
    while there are any, ``can_copy`` is False and ``blocked`` says why. ``needs_second_look`` asks for a second reading
    (P23).
    """

    language: str
    moves: tuple[MoveHit, ...] = ()
    findings: tuple[Finding, ...] = ()
    length: int = 0
    words: int = 0
    promises: tuple[PromiseProposal, ...] = ()
    twin: Twin | None = None
    slots: tuple[Span, ...] = ()
    can_copy: bool = True
    blocked: str = ""
    needs_second_look: bool = False

    def move(self, move: Move) -> MoveHit | None:
        """The hit of ``move``, None where the draft lacks it."""
        return next((hit for hit in self.moves if hit.move is move), None)


class CodeCheck(Protocol):
    """A check that data cannot say. It is pure, thread-safe and costs time linear in the text.

    It honours neither ``context.off`` nor ``context.ignored``: the engine drops what the owner turned off.
    """

    def __call__(self, prepared: PreparedText, context: CheckContext, pack: "LanguagePack", /) -> Iterable[Finding]:
        """The findings on ``prepared``, in any order."""


TwinFinder = Callable[[PreparedText, CheckContext], Twin | None]
"""Finds the closest past reply, whatever its share; the same-text finding is a CodeCheck of its own."""

PromiseReader = Callable[[PreparedText, CheckContext, "LanguagePack"], Iterable[PromiseProposal]]
"""Reads dated promises out of a draft; ``context.today`` is the day they count from."""

Recogniser = Callable[[str], str]
"""The language code of a text, "" where it cannot be told."""
