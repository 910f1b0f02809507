"""The columns that a table of cases can have."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.reply import Reply


class Kind(StrEnum):
    """What a column holds; tables that know types write it as such."""

    TEXT = "text"
    NUMBER = "number"
    MOMENT = "moment"
    DAY = "day"


Cell = str | float | datetime | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``id`` is its stable name, ``title`` what a reader sees, ``width`` a fitting width in characters."""

    id: str
    title: str
    kind: Kind
    value: Callable[[Case], Cell]
    width: int = 14


def _reply(case: Case) -> Reply | None:
    return case.last_posted


def _reply_text(case: Case) -> str:
    reply = _reply(case)
    return reply.text if reply else ""


def _reply_state(case: Case) -> str:
    reply = _reply(case)
    return reply.state.value if reply else ""


def _replied_at(case: Case) -> datetime | None:
    reply = _reply(case)
    return reply.at if reply else None


def _next_due(case: Case) -> date | None:
    followup = case.next_followup()
    return followup.due if followup else None


def _open_duties(case: Case) -> str:
    return "; ".join(
        f"{duty.due.isoformat()} {duty.kind.value.replace('_', ' ')}" for duty in case.followups if duty.done_at is None
    )


def _offered_at(case: Case) -> datetime | None:
    return case.compensation.offered_at if case.compensation else None


def _given_at(case: Case) -> datetime | None:
    return case.compensation.given_at if case.compensation else None


def _files(case: Case) -> str:
    return "; ".join(attachment.name for attachment in case.attachments)


_ALL = (
    Column("id", "Case", Kind.TEXT, lambda case: case.id),
    Column("platform", "Platform", Kind.TEXT, lambda case: case.review.platform),
    Column("location", "Location", Kind.TEXT, lambda case: case.review.location),
    Column("written_at", "Written", Kind.MOMENT, lambda case: case.review.written_at, 18),
    Column("author", "Author", Kind.TEXT, lambda case: case.review.author, 20),
    Column("rating", "Rating", Kind.NUMBER, lambda case: case.review.rating, 8),
    Column("rating_original", "Rating as given", Kind.TEXT, lambda case: case.review.rating_original),
    Column("title", "Title", Kind.TEXT, lambda case: case.review.title, 24),
    Column("text", "Review", Kind.TEXT, lambda case: case.review.text, 60),
    Column("language", "Language", Kind.TEXT, lambda case: case.review.language, 10),
    Column("type", "Type", Kind.TEXT, lambda case: case.type.value),
    Column("status", "Status", Kind.TEXT, lambda case: case.status.value, 12),
    Column("outcome", "Outcome", Kind.TEXT, lambda case: case.outcome.value if case.outcome else ""),
    Column("cause", "Cause", Kind.TEXT, lambda case: case.cause.value, 12),
    Column("topics", "Topics", Kind.TEXT, lambda case: ", ".join(case.topics), 20),
    Column("staff", "Staff named", Kind.TEXT, lambda case: ", ".join(case.staff)),
    Column("reply", "Reply", Kind.TEXT, _reply_text, 60),
    Column("reply_state", "Reply is", Kind.TEXT, _reply_state, 12),
    Column("replied_at", "Replied", Kind.MOMENT, _replied_at, 18),
    Column("draft", "Draft", Kind.TEXT, lambda case: case.draft, 40),
    Column("facts", "Facts", Kind.TEXT, lambda case: case.facts, 40),
    Column("compensation", "Compensation", Kind.TEXT, lambda case: case.compensation.what if case.compensation else ""),
    Column("compensation_value", "Worth", Kind.TEXT, lambda case: case.compensation.value if case.compensation else ""),
    Column("compensation_offered_at", "Offered", Kind.MOMENT, _offered_at, 18),
    Column("compensation_given_at", "Given", Kind.MOMENT, _given_at, 18),
    Column("next_due", "Next due", Kind.DAY, _next_due, 12),
    Column("open_duties", "Still owed", Kind.TEXT, _open_duties, 30),
    Column("product", "Product", Kind.TEXT, lambda case: case.review.product, 20),
    Column("order", "Order", Kind.TEXT, lambda case: case.review.order),
    Column("link", "Link", Kind.TEXT, lambda case: case.review.link, 30),
    Column("received_at", "Received", Kind.MOMENT, lambda case: case.review.received_at, 18),
    Column("changed_at", "Review changed", Kind.MOMENT, lambda case: case.review.changed_at, 18),
    Column("closed_at", "Closed", Kind.MOMENT, lambda case: case.closed_at, 18),
    Column("attachments", "Attachments", Kind.TEXT, _files, 24),
)
COLUMNS: dict[str, Column] = {column.id: column for column in _ALL}
DEFAULT_COLUMNS: tuple[str, ...] = tuple(COLUMNS)
