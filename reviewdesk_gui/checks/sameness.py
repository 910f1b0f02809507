"""The same text for different people: how much of the draft stands in an earlier reply (P20)."""

import threading
from collections.abc import Iterator

from reviewdesk_gui.checks.context import CheckContext, PastReply
from reviewdesk_gui.checks.fold import fold
from reviewdesk_gui.checks.pack import LanguagePack
from reviewdesk_gui.checks.prepared import PreparedText
from reviewdesk_gui.checks.report import Twin
from reviewdesk_gui.checks.sameness_index import SamenessIndex
from reviewdesk_gui.checks.wording import Wording
from reviewdesk_gui.domain.finding import Finding, Severity

_SPARE = 100  # replies of no use that an index may hold in any case


class TwinSearch:
    """Keeps an index of the past replies it was ever given, and the last answer. Thread-safe.

    Only the present past counts: opening another case leaves out other replies, at the cost of a look-up each. The
    index is built anew once half of it is of no use any more.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._index = SamenessIndex()
        self._past: tuple[PastReply, ...] = ()
        self._wanted: frozenset[PastReply] = frozenset()
        self._answer: tuple[str, Twin | None] = ("", None)

    def __call__(self, prepared: PreparedText, context: CheckContext) -> Twin | None:
        """The past reply that holds the largest share of the draft, whatever the share; None where nothing is alike."""
        return self._closest(prepared.folded, context.past)

    def closest(self, text: str, past: tuple[PastReply, ...]) -> Twin | None:
        """As the call, of a bare text."""
        return self._closest(fold(text), past)

    def _closest(self, folded: str, past: tuple[PastReply, ...]) -> Twin | None:
        with self._lock:
            self._take(past)
            known, twin = self._answer
            if known != folded:
                twin = self._index.closest(folded, self._wanted)
                self._answer = (folded, twin)
        return twin

    def _take(self, past: tuple[PastReply, ...]) -> None:
        if past is self._past:
            return
        self._past, self._wanted, self._answer = past, frozenset(past), ("", None)
        for reply in past:
            self._index.add(reply)
        if len(self._index) > 2 * len(self._wanted) + _SPARE:
            self._index = SamenessIndex(past)


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
