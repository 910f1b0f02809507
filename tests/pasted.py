"""How the tests of pasted pages read text and tell what was found."""

from datetime import date

from reviewdesk_gui.importing.paste import read_page
from reviewdesk_gui.importing.pasted import PastedReview

TODAY = date(2026, 11, 21)


def parse(text: str, *, today: date = TODAY, date_order: str = "") -> list[PastedReview]:
    """The reviews of a pasted text."""
    return list(read_page(text, today=today, date_order=date_order).reviews)


def day(found: PastedReview) -> str:
    """The review's date as 2026-11-05; "" where it has none."""
    return found.written_at.date().isoformat() if found.written_at else ""


def told(found: PastedReview) -> tuple[str, float | None, str, str, str]:
    """Author, rating, day, title and text."""
    return found.author, found.rating, day(found), found.title, found.text


def answer(found: PastedReview) -> tuple[str, str]:
    """The reply's text and day."""
    return found.reply, found.reply_at.date().isoformat() if found.reply_at else ""
