"""What becomes of a case when its review is found again: nothing lost, nothing asked twice."""

from datetime import datetime

from msgspec.structs import replace

from reviewdesk_gui.domain.attachment import Attachment, kept_apart
from reviewdesk_gui.domain.case import Case, Outcome, Status
from reviewdesk_gui.domain.reply import ReplyState
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.importing.cleaning import is_cut
from reviewdesk_gui.importing.found_reply import apply_found_reply, same_text
from reviewdesk_gui.importing.identity import fold
from reviewdesk_gui.importing.scanned import ScannedReview

_STANDING = (ReplyState.POSTED, ReplyState.SEEN, ReplyState.ALTERED)


def merge_review(before: Case, row: ScannedReview, *, now: datetime, joining: bool = False) -> Case:
    """``before`` with what ``row`` brings: a changed wording or rating, a reply on the platform, a further key.

    ``joining`` says that the two come from different kinds of export, so that differing words are no change by the
    customer.
    """
    case = before
    if not joining and _differs(before.review, row.review):
        case = _changed(case, row.review, now)
    elif case.outcome is Outcome.REVIEW_REMOVED:
        case = _back(case, now)
    case = replace(case, review=_enriched(case.review, row.review, joining=joining))
    if row.reply is None or (row.known_as and _has_reply(case, row.reply.text)):
        # A table of our own tells what was sent, not what stands on the platform.
        return case
    return apply_found_reply(case, row.reply, now=now)


def merge_case(before: Case, other: Case, *, now: datetime) -> Case:
    """``before`` with the history of the same case from another desk: steps, replies and duties that it lacks."""
    row = ScannedReview(other.review, None, "", 0)
    case = merge_review(before, row, now=now)
    steps = [*case.timeline, *(event for event in other.timeline if event not in case.timeline)]
    known = {(reply.text, reply.at) for reply in case.replies}
    replies = [*case.replies, *(reply for reply in other.replies if (reply.text, reply.at) not in known)]
    ids = {followup.id for followup in case.followups}
    followups = (*case.followups, *(followup for followup in other.followups if followup.id not in ids))
    return replace(
        case,
        timeline=case.timeline
        if len(steps) == len(case.timeline)
        else tuple(sorted(steps, key=lambda event: event.at)),
        replies=case.replies
        if len(replies) == len(case.replies)
        else tuple(sorted(replies, key=lambda reply: reply.at)),
        followups=followups,
        facts=case.facts or other.facts,
        draft=case.draft or other.draft,
        topics=case.topics or other.topics,
        staff=case.staff or other.staff,
        compensation=case.compensation or other.compensation,
        former_reviews=case.former_reviews or other.former_reviews,
        attachments=_attachments(case, other),
    )


def _attachments(case: Case, other: Case) -> tuple[Attachment, ...]:
    """Those of ``case`` and what ``other`` has beside them, but for what was removed since."""
    removed = [(event.text, event.at) for event in case.timeline if event.kind is EventKind.ATTACHMENT_REMOVED]
    known = {attachment.sha256 for attachment in case.attachments}
    found = list(case.attachments)
    for attachment in other.attachments:
        gone = any(name == attachment.name and at >= attachment.added_at for name, at in removed)
        if attachment.sha256 not in known and not gone:
            name = kept_apart(attachment.name, (kept.name for kept in found))
            found.append(replace(attachment, name=name))
    return tuple(found)


def _has_reply(case: Case, text: str) -> bool:
    return any(same_text(text, reply.text) for reply in case.replies)


def _differs(known: Review, found: Review) -> bool:
    """Whether the customer changed the review: other words or another rating. What an export leaves
    out is no change.
    """
    if known.source != found.source and known.external_id != found.external_id:
        return False
    if found.rating is not None and known.rating is not None and found.rating != known.rating:
        return True
    if found.title and fold(found.title) != fold(known.title):
        return True
    one, other = fold(known.text), fold(found.text)
    if one == other or is_cut(other, one) or is_cut(one, other):
        return False
    return bool(found.text or known.source == found.source)


def _changed(case: Case, found: Review, now: datetime) -> Case:
    old = case.review
    review = replace(
        old,
        text=found.text,
        title=found.title or old.title,
        rating=found.rating if found.rating is not None else old.rating,
        rating_original=found.rating_original or old.rating_original,
        changed_at=found.changed_at or now,
        keys=tuple(dict.fromkeys((old.keys[0] if old.keys else found.keys[0], *found.keys, *old.keys))),
    )
    replies = tuple(
        replace(reply, state=ReplyState.OUTDATED, at=now) if reply.state in _STANDING else reply
        for reply in case.replies
    )
    timeline = (*case.timeline, Event(at=now, kind=EventKind.CHANGED, text=_what_changed(old, found)))
    if case.status is Status.CLOSED:
        timeline = (*timeline, Event(at=now, kind=EventKind.REOPENED))
    return replace(
        case,
        review=review,
        former_reviews=(*case.former_reviews, old),
        replies=replies,
        timeline=timeline,
        status=Status.DRAFTING if case.draft.strip() else Status.NEW,
        outcome=None,
        closed_at=None,
    )


def _what_changed(old: Review, found: Review) -> str:
    if old.rating is not None and found.rating is not None and old.rating != found.rating:
        return f"{old.rating:g} → {found.rating:g} ★"
    return ""


def _back(case: Case, now: datetime) -> Case:
    """A review that was gone stands on the platform again."""
    timeline = (*case.timeline, Event(at=now, kind=EventKind.REOPENED))
    status = Status.ANSWERED if case.last_posted else Status.NEW
    return replace(case, status=status, outcome=None, closed_at=None, timeline=timeline)


def _enriched(known: Review, found: Review, *, joining: bool) -> Review:
    """``known`` with the end of its text, the platform's id and its keys, where another import brings them."""
    if known.text.endswith(("…", "...")) and is_cut(fold(known.text), fold(found.text)):
        known = replace(known, text=found.text)
    if found.external_id and not known.external_id:
        keys = tuple(dict.fromkeys((*found.keys, *known.keys)))
        return replace(known, external_id=found.external_id, link=known.link or found.link, keys=keys)
    if joining:
        return replace(known, keys=tuple(dict.fromkeys((*known.keys, *found.keys))))
    return known
