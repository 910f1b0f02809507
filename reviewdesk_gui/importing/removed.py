"""Reviews that a full export no longer holds."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case, Outcome, Status
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.importing.scanned import FileScan, Made, Scan, ScannedReview

_Place = tuple[str, str]
_LEARNT = (EventKind.RECEIVED, EventKind.CHANGED)
_LAST_STEP = re.compile(r"^.*[/\\]([^/\\]*)$")


@dataclass(frozen=True, slots=True)
class Gone:
    """A case as it would stand if its review is gone; ``file`` is the full export that lacks it, ``made`` when that was
    made, None where nothing tells.
    """

    case: Case
    file: str
    made: Made | None

    @property
    def why(self) -> str:
        """The file by its name, and when it was made."""
        name = " > ".join(_LAST_STEP.sub(r"\1", part) for part in self.file.split(" > "))
        return f"{name}, made {self.made.words}" if self.made else name


@dataclass(slots=True)
class _Held:
    """What the full exports of one kind and location hold: the moments of their oldest and newest review, the latest
    moment of which they tell, and the file that was made first.
    """

    file: FileScan
    whole: bool
    oldest: datetime
    newest: datetime
    latest: datetime

    def add(self, file: FileScan, row: ScannedReview, written: datetime) -> None:
        """Count in one more review."""
        self.oldest, self.newest = min(self.oldest, written), max(self.newest, written)
        self.latest = max(self.latest, _last_told(row, written))
        self.whole = self.whole and file.whole
        if _earliest(file, self.latest) < _earliest(self.file, self.latest):
            self.file = file

    def proves_gone(self, case: Case) -> bool:
        """Whether the review of ``case``, which is not among them, ought to be: it stands between their oldest and
        newest, or they are whole; and they were made after the desk learnt of it.
        """
        written = case.review.written_at
        if written is None or not (self.whole or self.oldest <= written <= self.newest):
            return False
        return _last_learnt(case) <= max(self.latest, _earliest(self.file, self.latest))


def find_removed(scan: Scan, cases: Iterable[Case], found: Collection[str], now: datetime) -> list[Gone]:
    """Cases whose review came from the same kind of full export, of the same location, and is missing in this one. A
    kind of which some file had rejected rows proves nothing.
    """
    cases = list(cases)
    places = _places(scan) if cases else {}
    gone: list[Gone] = []
    for case in cases:
        held = places.get((case.review.source, case.review.location))
        if held is None or case.id in found or case.outcome is Outcome.REVIEW_REMOVED:
            continue
        if held.proves_gone(case):
            gone.append(Gone(mark_removed(case, now), held.file.file, held.file.made))
    return gone


def mark_removed(case: Case, now: datetime) -> Case:
    """The case closed because its review is gone."""
    timeline = (*case.timeline, Event(at=now, kind=EventKind.REMOVED))
    return replace(case, status=Status.CLOSED, outcome=Outcome.REVIEW_REMOVED, closed_at=now, timeline=timeline)


def _places(scan: Scan) -> dict[_Place, _Held]:
    """What is held of each kind of full export and location."""
    full = {file.file: file for file in scan.files if file.full_export}
    doubtful = _doubtful(scan, full.values())
    places: dict[_Place, _Held] = {}
    for row in scan.reviews:
        file = full.get(row.file)
        written = row.review.written_at
        if file is None or written is None or file.format_id in doubtful:
            continue
        place = (file.format_id, row.review.location)
        held = places.get(place)
        if held is None:
            held = places[place] = _Held(file, file.whole, written, written, written)
        held.add(file, row, written)
    return places


def _doubtful(scan: Scan, full: Iterable[FileScan]) -> set[str]:
    """Kinds of export that may hold more than was read: with rejected rows, or beside a file that cannot be read."""
    read = {file.file for file in scan.files}
    broken = {_folder(row.file) for row in scan.rejected if row.file not in read}
    return {file.format_id for file in full if file.rejected or _folder(file.file) in broken}


def _folder(file: str) -> str:
    return file.removesuffix(_LAST_STEP.sub(r"\1", file))


def _last_told(row: ScannedReview, written: datetime) -> datetime:
    reply = row.reply.at if row.reply else None
    return max(moment for moment in (written, row.review.changed_at, reply) if moment is not None)


def _earliest(file: FileScan, unknown: datetime) -> datetime:
    return file.made.earliest if file.made else unknown


def _last_learnt(case: Case) -> datetime:
    """When an import, or the owner, last brought the review to the desk."""
    return max([case.review.received_at, *(event.at for event in case.timeline if event.kind in _LEARNT)])
