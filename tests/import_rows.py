"""How the import tests tell a review's day and the reply that was found with it."""

from reviewdesk_gui.importing import ScannedReview


def day(row: ScannedReview) -> str:
    """The review's date as 2026-11-05; "" where it has none."""
    return row.review.written_at.date().isoformat() if row.review.written_at else ""


def answer(row: ScannedReview) -> tuple[str, str]:
    """The reply's text and day; two empty texts where there is no reply, and no day where it has none."""
    if row.reply is None:
        return "", ""
    return row.reply.text, row.reply.at.date().isoformat() if row.reply.at else ""
