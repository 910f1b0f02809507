"""The shop's reply as an import finds it on the platform, against what the desk believes to stand there."""

from datetime import datetime

from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case, Status
from reviewdesk_gui.domain.reply import Reply, ReplyState
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.importing.cleaning import is_cut, unwrap_translation
from reviewdesk_gui.importing.identity import fold
from reviewdesk_gui.importing.scanned import FoundReply

_SENT = (ReplyState.COPIED, ReplyState.POSTED, ReplyState.SEEN, ReplyState.ALTERED)


def same_text(one: str, other: str) -> bool:
    """Whether two texts are one but for white space, Google's translation wrapper, and an end that a page cut off."""
    one, other = fold(unwrap_translation(one)), fold(unwrap_translation(other))
    return one == other or is_cut(one, other) or is_cut(other, one)


def outdates(review: Review, found: FoundReply) -> bool:
    """Whether the customer changed the review after the shop had replied."""
    return found.at is not None and review.changed_at is not None and review.changed_at > found.at


def apply_found_reply(case: Case, found: FoundReply, *, now: datetime) -> Case:
    """``case`` with the found reply told: *seen* where it is ours, *altered* where it differs from what was sent, a
    new seen reply where the desk knows of none, *outdated* where the review was changed after it. Finding the same
    again changes nothing.
    """
    newest = len(case.replies) - 1
    for place in range(newest, -1, -1):
        reply = case.replies[place]
        if same_text(found.text, reply.text) or same_text(found.text, reply.seen_text or reply.text):
            return _matched(case, place, found, now)
    if newest >= 0 and case.replies[newest].state in _SENT:
        altered = replace(
            case.replies[newest], state=ReplyState.ALTERED, at=found.at or now, seen_text=unwrap_translation(found.text)
        )
        return _stands(case, newest, altered, EventKind.ALTERED)
    text = unwrap_translation(found.text)
    seen = Reply(text=text, state=ReplyState.SEEN, at=found.at or now, seen_text=text)
    if outdates(case.review, found):
        seen = replace(seen, state=ReplyState.OUTDATED)
        return replace(
            case,
            replies=(*case.replies, seen),
            timeline=(*case.timeline, Event(at=seen.at, kind=EventKind.SEEN)),
        )
    return _stands(case, len(case.replies), seen, EventKind.SEEN)


def _matched(case: Case, place: int, found: FoundReply, now: datetime) -> Case:
    reply = case.replies[place]
    ours = same_text(found.text, reply.text)
    if reply.state is ReplyState.OUTDATED and not _rewritten_since(case, found):
        return case
    state = ReplyState.SEEN if ours else ReplyState.ALTERED
    if reply.state is state:
        return case
    text = unwrap_translation(found.text)
    return _stands(case, place, replace(reply, state=state, at=found.at or now, seen_text=text), EventKind(state.value))


def _rewritten_since(case: Case, found: FoundReply) -> bool:
    """Whether the reply was posted anew after the customer changed the review."""
    changed = case.review.changed_at
    return found.at is not None and changed is not None and found.at > changed


def _stands(case: Case, place: int, reply: Reply, kind: EventKind) -> Case:
    replies = (*case.replies[:place], reply, *case.replies[place + 1 :])
    status = case.status
    if case.awaits_answer:
        status = Status.WAITING if case.next_followup() else Status.ANSWERED
    draft = "" if same_text(case.draft, reply.text) else case.draft
    timeline = (*case.timeline, Event(at=reply.at, kind=kind))
    return replace(case, replies=replies, status=status, draft=draft, timeline=timeline)
