"""Cases as flat rows for databases: one table of cases, one each for replies, steps, duties and former wordings."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.exporting.columns import COLUMNS, Kind

CASE_COLUMNS: tuple[str, ...] = tuple(COLUMNS)
TABLES: dict[str, tuple[str, ...]] = {
    "replies": ("case_id", "number", "state", "at", "text", "seen_text", "language", "template"),
    "timeline": ("case_id", "number", "at", "kind", "text"),
    "followups": ("case_id", "number", "kind", "due", "note", "created_at", "done_at"),
    "former_reviews": ("case_id", "number", "rating", "title", "text", "changed_at"),
}


def case_row(case: Case) -> dict[str, Any]:
    """The case with one value for each of ``CASE_COLUMNS``; moments are aware and in UTC."""
    row = {name: column.value(case) for name, column in COLUMNS.items()}
    return {name: None if value == "" and COLUMNS[name].kind is not Kind.TEXT else value for name, value in row.items()}


def detail_rows(case: Case) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Table name and values of everything that a case has several of."""
    for number, reply in enumerate(case.replies, 1):
        texts = (reply.text, reply.seen_text, reply.language, reply.template)
        yield "replies", (case.id, number, reply.state.value, reply.at, *texts)
    for number, event in enumerate(case.timeline, 1):
        yield "timeline", (case.id, number, event.at, event.kind.value, event.text)
    for number, duty in enumerate(case.followups, 1):
        yield "followups", (case.id, number, duty.kind.value, duty.due, duty.note, duty.created_at, duty.done_at)
    for number, old in enumerate(case.former_reviews, 1):
        yield "former_reviews", (case.id, number, old.rating, old.title, old.text, old.changed_at)


def as_iso(value: Any) -> Any:
    """Moments and days as ISO 8601 text in UTC, other values as they are; for databases without such types."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
