"""Slots that still wait to be filled in keep a reply from being copied."""

from collections.abc import Iterator

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Severity


class SlotsCheck:
    """One finding for each open slot."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def __call__(self, prepared: PreparedText, _context: CheckContext, _pack: LanguagePack) -> Iterator[Finding]:
        """The findings, in order."""
        for span in prepared.slots:
            yield self._wording.finding(
                "slot", Severity.MUST, why="P20", span=span, values={"slot": span.of(prepared.text)}
            )
