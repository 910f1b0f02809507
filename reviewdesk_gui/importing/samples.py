"""The sample desk's reviews as if they had been written lately, so that the reply clock has something to show."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from reviewdesk_gui.importing.scanned import FoundReply, Scan, ScannedReview


def brought_up_to(scan: Scan, now: datetime) -> Scan:
    """``scan`` with all moments moved by whole days, the newest to the last 24 hours before ``now``.

    The keys stay, so that the same samples are known again whenever they are brought in.
    """
    newest = max((row.review.written_at for row in scan.reviews if row.review.written_at), default=now)
    days = timedelta(days=(now - newest).days)
    return Scan(tuple(_moved(row, days) for row in scan.reviews), scan.rejected, scan.files)


def _moved(row: ScannedReview, days: timedelta) -> ScannedReview:
    review = row.review
    written = review.written_at + days if review.written_at else None
    changed = review.changed_at + days if review.changed_at else None
    found = row.reply
    reply = FoundReply(found.text, found.at + days) if found and found.at else found
    moved = replace(review, written_at=written, changed_at=changed)
    return replace(row, review=moved, reply=reply)
