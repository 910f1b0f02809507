"""Reviews that a full export no longer holds."""

from collections.abc import Collection, Iterable
from datetime import datetime

from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case, Outcome, Status
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.importing.scanned import FileScan, Scan

_Place = tuple[str, str]
_Span = tuple[datetime, datetime]


def find_removed(scan: Scan, cases: Iterable[Case], found: Collection[str]) -> list[Case]:
    """Cases whose review came from the same kind of full export, of the same location, and is missing between the
    oldest and the newest review of this one. A kind of which some file had rejected rows proves nothing.
    """
    gone: list[Case] = []
    cases = list(cases)
    spans = _spans(scan) if cases else {}
    for case in cases:
        review = case.review
        span = spans.get((review.source, review.location))
        if span is None or case.id in found or review.written_at is None or case.outcome is Outcome.REVIEW_REMOVED:
            continue
        if span[0] <= review.written_at <= span[1]:
            gone.append(case)
    return gone


def mark_removed(case: Case, now: datetime) -> Case:
    """The case closed because its review is gone."""
    timeline = (*case.timeline, Event(at=now, kind=EventKind.REMOVED))
    return replace(case, status=Status.CLOSED, outcome=Outcome.REVIEW_REMOVED, closed_at=now, timeline=timeline)


def _spans(scan: Scan) -> dict[_Place, _Span]:
    """Oldest and newest day of each kind of full export and location."""
    full = {file.file: file for file in scan.files if file.full_export}
    doubtful = {file.format_id for file in scan.files if file.full_export and file.rejected}
    spans: dict[_Place, _Span] = {}
    for row in scan.reviews:
        file: FileScan | None = full.get(row.file)
        written = row.review.written_at
        if file is None or written is None or file.format_id in doubtful:
            continue
        place = (file.format_id, row.review.location)
        oldest, newest = spans.get(place, (written, written))
        spans[place] = (min(oldest, written), max(newest, written))
    return spans
