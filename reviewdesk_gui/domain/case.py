"""A customer's review, everything done about it, and what is still owed."""

from datetime import date, datetime
from enum import StrEnum

import msgspec

from reviewdesk_gui.domain.attachment import Attachment
from reviewdesk_gui.domain.followup import FollowUp
from reviewdesk_gui.domain.reply import Reply, ReplyState
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.timeline import Event


class Status(StrEnum):
    """Where a case stands."""

    NEW = "new"
    DRAFTING = "drafting"
    ANSWERED = "answered"
    WAITING = "waiting"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a closed case ended (P39)."""

    SOLVED = "solved"
    REVIEW_RAISED = "review_raised"
    REVIEW_REMOVED = "review_removed"
    NO_ANSWER_NEEDED = "no_answer_needed"
    GAVE_UP = "gave_up"


class CaseType(StrEnum):
    """Which kind of review it is (P26-P36)."""

    PRAISE = "praise"
    STAFF_PRAISE = "staff_praise"
    MIXED = "mixed"
    COMPLAINT = "complaint"
    INVESTIGATE = "investigate"
    ANONYMOUS = "anonymous"
    FALSE = "false"
    PERSISTENT = "persistent"
    NOT_OURS = "not_ours"
    ABUSIVE = "abusive"
    RESOLVED = "resolved"
    QUESTION = "question"


class Cause(StrEnum):
    """Whose fault the trouble was (P12, P33)."""

    OURS = "ours"
    NOT_OURS = "not_ours"
    SHARED = "shared"
    UNCLEAR = "unclear"


class Compensation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What was offered for the trouble (P11), its worth in the owner's words, and when it was given (UTC)."""

    what: str
    value: str = ""
    offered_at: datetime
    given_at: datetime | None = None


class Case(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The whole history of one review.

    ``type`` is the program's suggestion until ``type_chosen``. ``former_reviews`` are earlier wordings of the review,
    oldest first. ``ignored`` holds content hashes of findings that the owner chose to ignore in this case. No two
    ``attachments`` have the same name or the same bytes.
    """

    id: str
    review: Review
    type: CaseType
    type_chosen: bool = False
    status: Status = Status.NEW
    outcome: Outcome | None = None
    cause: Cause = Cause.UNCLEAR
    topics: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    facts: str = ""
    compensation: Compensation | None = None
    draft: str = ""
    draft_template: str = ""
    draft_saved_at: datetime | None = None
    reply_language: str = ""
    replies: tuple[Reply, ...] = ()
    timeline: tuple[Event, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    former_reviews: tuple[Review, ...] = ()
    ignored: tuple[str, ...] = ()
    closed_at: datetime | None = None
    attachments: tuple[Attachment, ...] = ()

    @property
    def awaits_answer(self) -> bool:
        """Whether the review still waits for the shop's answer (P1)."""
        return self.status in (Status.NEW, Status.DRAFTING)

    @property
    def last_posted(self) -> Reply | None:
        """The newest reply that stands on the platform, whatever became of it there."""
        public = (ReplyState.POSTED, ReplyState.SEEN, ReplyState.ALTERED, ReplyState.OUTDATED)
        return next((reply for reply in reversed(self.replies) if reply.state in public), None)

    def next_followup(self) -> FollowUp | None:
        """The standing duty whose day comes first."""
        standing = [followup for followup in self.followups if followup.done_at is None]
        return min(standing, key=lambda followup: followup.due, default=None)

    def has_due_followup(self, today: date) -> bool:
        """Whether a duty's day has come."""
        return any(followup.is_due(today) for followup in self.followups)
