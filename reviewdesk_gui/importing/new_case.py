"""A first case for a review, with a simple guess at its type that better knowledge may overrule."""

from datetime import datetime
from functools import lru_cache

from reviewdesk_gui.domain.case import Case, CaseType, Status
from reviewdesk_gui.domain.reply import Reply, ReplyState
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.importing.found_reply import outdates
from reviewdesk_gui.importing.identity import case_id
from reviewdesk_gui.importing.scanned import FoundReply

_GOOD = 4
_MIDDLING = 3


def guess_type(review: Review) -> CaseType:
    """Praise, mixed, complaint, anonymous or question, from the rating and whether there is a name (P26-P30, P36)."""
    if review.rating is None:
        return CaseType.QUESTION if review.full_text.rstrip().endswith("?") else CaseType.MIXED
    if review.rating >= _GOOD:
        return CaseType.PRAISE
    if review.rating >= _MIDDLING:
        return CaseType.MIXED
    return CaseType.COMPLAINT if review.author else CaseType.ANONYMOUS


@lru_cache(maxsize=8)
def _received(now: datetime, source: str) -> tuple[Event, ...]:
    """The first step, which all reviews of one import share."""
    return (Event(at=now, kind=EventKind.RECEIVED, text=source),)


def new_case(review: Review, *, now: datetime, reply: FoundReply | None = None, facts: str = "") -> Case:
    """The case of a review that the desk does not know yet. A reply that stands on the platform already is *seen*, or
    *outdated* where the review was changed after it.
    """
    timeline = _received(now, review.source)
    replies: tuple[Reply, ...] = ()
    status = Status.NEW
    if reply is not None:
        at = reply.at or now
        outdated = outdates(review, reply)
        state = ReplyState.OUTDATED if outdated else ReplyState.SEEN
        status = Status.NEW if outdated else Status.ANSWERED
        replies = (Reply(text=reply.text, state=state, at=at, seen_text=reply.text),)
        timeline = (*timeline, Event(at=at, kind=EventKind.SEEN))
    return Case(
        id=case_id(review),
        review=review,
        type=guess_type(review),
        status=status,
        facts=facts,
        replies=replies,
        timeline=timeline,
    )
