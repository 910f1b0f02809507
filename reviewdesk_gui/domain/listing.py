"""The desk as a list: which cases a view shows, in which order, and what a search finds."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from heapq import merge
from itertools import islice, pairwise
from math import inf

from reviewdesk_gui.domain.case import Case, CaseType, Status
from reviewdesk_gui.domain.clock import ReplyClock
from reviewdesk_gui.domain.urgency import Group, urgency

_RUN = 4_000
_BATCH = 200


class View(StrEnum):
    """The lists that the owner can choose from."""

    TO_ANSWER = "to_answer"
    LATE = "late"
    FOLLOW_UPS = "follow_ups"
    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list shows. ``words`` must all occur somewhere in the case; empty sets mean "any"."""

    view: View = View.TO_ANSWER
    words: tuple[str, ...] = ()
    platforms: frozenset[str] = field(default_factory=frozenset)
    stars: frozenset[int] = field(default_factory=frozenset)
    types: frozenset[CaseType] = field(default_factory=frozenset)
    topics: frozenset[str] = field(default_factory=frozenset)


SortKey = tuple[int, float, float, str]


def search_words(query: str) -> tuple[str, ...]:
    """The words of a typed query, without regard to case."""
    return tuple(query.casefold().split())


class Entry:
    """One case in the list with its sort key; ``late_at`` is the moment (UTC) from which an answer is late."""

    __slots__ = ("_haystack", "case", "key", "late_at")

    def __init__(self, case: Case, clock: ReplyClock, now: datetime, today: date) -> None:
        self.case = case
        found = urgency(case, clock, now, today)
        self.key: SortKey = (int(found.group), found.when, found.rating, case.id)
        self.late_at = clock.deadlines(case.review.clock_starts).late if case.awaits_answer else None
        self._haystack = ""

    @property
    def haystack(self) -> str:
        """Everything searchable of the case, folded once on first use."""
        if not self._haystack:
            case, review = self.case, self.case.review
            parts = [
                review.author,
                review.title,
                review.text,
                review.product,
                review.order,
                review.location,
                case.facts,
            ]
            parts += [case.draft, *case.topics, *case.staff, *(reply.text for reply in case.replies)]
            parts += [event.text for event in case.timeline] + [followup.note for followup in case.followups]
            self._haystack = "\n".join(part for part in parts if part).casefold() or "\n"
        return self._haystack

    def is_late(self, now: datetime) -> bool:
        """Whether the review has waited past the last mark of the clock."""
        return self.late_at is not None and now > self.late_at


def in_order(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries, most urgent first, in small batches; empty ones come while the order is still being found.

    Sorted in runs that are merged, since one sort of 100,000 entries would hold the interpreter longer than a frame.
    """
    source = iter(entries)
    runs: list[list[Entry]] = []
    run: list[Entry] = []
    while batch := list(islice(source, _BATCH)):
        run += batch
        if len(run) >= _RUN:
            run.sort(key=_key)
            runs.append(run)
            run = []
        yield []
    run.sort(key=_key)
    merged = merge(*runs, run, key=_key)
    while batch := list(islice(merged, _BATCH)):
        yield batch


def _key(entry: Entry) -> SortKey:
    return entry.key


def counts(order: Sequence[Entry], now: datetime) -> dict[View, int]:
    """How many cases each view shows, from the ordered entries: their groups are counted by bisection."""
    starts = [bisect_left(order, (int(group), -inf, -inf, ""), key=_key) for group in Group]
    size = dict(zip(Group, (end - start for start, end in pairwise([*starts, len(order)])), strict=True))
    begin, end = starts[Group.TO_ANSWER], starts[Group.COLD]
    overdue = sum(entry.is_late(now) for entry in order[begin:end])
    due = order[: size[Group.DUE_FOLLOW_UP]]
    by_status = Counter(entry.case.status for entry in due)
    return {
        View.TO_ANSWER: size[Group.DUE_FOLLOW_UP] + size[Group.TO_ANSWER] + size[Group.COLD],
        View.LATE: overdue + size[Group.COLD] + sum(entry.is_late(now) for entry in due),
        View.FOLLOW_UPS: size[Group.DUE_FOLLOW_UP],
        View.WAITING: size[Group.WAITING] + by_status[Status.WAITING],
        View.ANSWERED: size[Group.ANSWERED] + by_status[Status.ANSWERED],
        View.CLOSED: size[Group.CLOSED],
        View.ALL: len(order),
    }


def in_view(entry: Entry, view: View, now: datetime, today: date) -> bool:
    """Whether ``view`` shows the case."""
    case = entry.case
    match view:
        case View.TO_ANSWER:
            return case.awaits_answer or (case.status is not Status.CLOSED and case.has_due_followup(today))
        case View.LATE:
            return entry.is_late(now)
        case View.FOLLOW_UPS:
            return case.status is not Status.CLOSED and case.has_due_followup(today)
        case View.WAITING | View.ANSWERED | View.CLOSED:
            return case.status.value == view.value
        case View.ALL:
            return True


def matches(entry: Entry, chosen: Filter, now: datetime, today: date) -> bool:
    """Whether the list shows the case under ``chosen``."""
    case = entry.case
    if not in_view(entry, chosen.view, now, today):
        return False
    if chosen.platforms and case.review.platform not in chosen.platforms:
        return False
    if chosen.stars and (case.review.rating is None or round(case.review.rating) not in chosen.stars):
        return False
    if chosen.types and case.type not in chosen.types:
        return False
    if chosen.topics and chosen.topics.isdisjoint(case.topics):
        return False
    return all(word in entry.haystack for word in chosen.words)
