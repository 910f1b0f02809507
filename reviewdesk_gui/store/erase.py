"""Erasing one person, as privacy law asks: name, words and everything that could lead back to them.

What stays says nothing about the person: platform, dates, rating, type, status, cause, topics. The hashed keys stay
too, so that the next import of the same export does not bring the review back; keys that name the platform's id of
the review go.
"""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.followup import FollowUp
from reviewdesk_gui.domain.reply import Reply
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.timeline import Event, EventKind


def written_by(cases: Iterable[Case], author: str) -> list[Case]:
    """The cases whose review, now or in an earlier wording, is signed with that name (case and blanks do not count)."""
    wanted = _folded(author)
    return [case for case in cases if wanted and wanted in {_folded(review.author) for review in _reviews(case)}]


def mentioning(cases: Iterable[Case], name: str) -> list[Case]:
    """The cases in which the name stands anywhere else: in a text, a note, a reply. For the owner to look at."""
    wanted, cases = _folded(name), list(cases)
    signed = {case.id for case in written_by(cases, name)}
    return [case for case in cases if wanted and case.id not in signed and wanted in _folded("\n".join(_texts(case)))]


def erased(case: Case, now: datetime) -> Case:
    """The case without the person; ``now`` (UTC) goes into its timeline. Erasing twice changes nothing more."""
    events = tuple(Event(at=event.at, kind=event.kind) for event in case.timeline)
    if not any(event.kind is EventKind.ERASED for event in events):
        events = (*events, Event(at=now, kind=EventKind.ERASED))
    compensation = case.compensation
    return replace(
        case,
        review=_bare_review(case.review),
        former_reviews=(),
        staff=(),
        facts="",
        compensation=replace(compensation, what="", value="") if compensation else None,
        draft="",
        draft_template="",
        draft_saved_at=None,
        replies=tuple(_bare_reply(reply) for reply in case.replies),
        timeline=events,
        followups=tuple(_bare_followup(followup) for followup in case.followups),
        ignored=(),
        attachments=(),
    )


def _bare_review(review: Review) -> Review:
    hashed = tuple(key for key in review.keys if key.startswith(("#", "~")))
    return replace(
        review, text="", title="", author="", external_id="", link="", order="", product="", source="", keys=hashed
    )


def _bare_reply(reply: Reply) -> Reply:
    return replace(reply, text="", seen_text="")


def _bare_followup(followup: FollowUp) -> FollowUp:
    return replace(followup, note="")


def _reviews(case: Case) -> tuple[Review, ...]:
    return (case.review, *case.former_reviews)


def _texts(case: Case) -> list[str]:
    texts = [case.facts, case.draft, *case.staff]
    for review in _reviews(case):
        texts += [review.author, review.title, review.text]
    for reply in case.replies:
        texts += [reply.text, reply.seen_text]
    texts += [event.text for event in case.timeline]
    texts += [followup.note for followup in case.followups]
    texts += [attachment.name for attachment in case.attachments]
    if case.compensation:
        texts += [case.compensation.what, case.compensation.value]
    return texts


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
