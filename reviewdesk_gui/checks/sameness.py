"""The same text for different people: how much of the draft stands in an earlier reply (P20)."""

import threading
from collections.abc import Iterator

from reviewdesk_gui.checks.context import CheckContext, PastReply
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.report import Twin
from reviewdesk_gui.checks.sameness_index import SamenessIndex
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Severity


class TwinSearch:
    """Keeps the index of the past replies it is given, and the last answer. Thread-safe.

    A past that grew is indexed by its new replies alone; one that lost replies is indexed anew.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._index = SamenessIndex()
        self._past: tuple[PastReply, ...] = ()
        self._answer: tuple[str, Twin | None] = ("", None)

    def __call__(self, prepared: PreparedText, context: CheckContext) -> Twin | None:
        """The past reply that holds the largest share of the draft, whatever the share; None where nothing is alike."""
        return self.closest(prepared.text, context.past)

    def closest(self, text: str, past: tuple[PastReply, ...]) -> Twin | None:
        """As the call, of a bare text."""
        with self._lock:
            self._take(past)
            known, twin = self._answer
            if known != text:
                twin = self._index.closest(text)
                self._answer = (text, twin)
        return twin

    def warm(self, past: tuple[PastReply, ...]) -> None:
        """Builds the index ahead of the first draft; about 0.1 ms a reply."""
        with self._lock:
            self._take(past)

    def _take(self, past: tuple[PastReply, ...]) -> None:
        if past is self._past:
            return
        wanted = set(past)
        if sum(reply in self._index for reply in wanted) < len(self._index):
            self._index = SamenessIndex()
        for reply in past:
            self._index.add(reply)
        self._past, self._answer = past, ("", None)


class SamenessCheck:
    """Warns from ``context.twin_share`` on, naming the twin's date and platform."""

    def __init__(self, twins: TwinSearch, wording: Wording) -> None:
        self._twins = twins
        self._wording = wording

    def __call__(self, prepared: PreparedText, context: CheckContext, _pack: LanguagePack, /) -> Iterator[Finding]:
        """One finding or none."""
        twin = self._twins(prepared, context)
        if twin is None or twin.share < context.twin_share:
            return
        reply = twin.reply
        key = "sameness" if reply.at and reply.platform else "sameness.unplaced"
        values = {
            "share": round(twin.share * 100),
            "date": reply.at.date().isoformat() if reply.at else "",
            "platform": reply.platform,
        }
        yield self._wording.finding("sameness", Severity.SHOULD, key=key, why="P20", values=values)
