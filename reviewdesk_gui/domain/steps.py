"""The steps of a case: each takes a case and returns the next one, with the step in its timeline (P38)."""

from datetime import date, datetime

from msgspec.structs import replace

from reviewdesk_gui.domain.attachment import Attachment, clean_name, kept_apart
from reviewdesk_gui.domain.case import Case, CaseType, Cause, Compensation, Outcome, Status
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.followup import FollowUp, FollowUpKind
from reviewdesk_gui.domain.reply import Reply, ReplyState
from reviewdesk_gui.domain.timeline import Event, EventKind


class StepError(ReviewDeskError):
    """The step does not fit where the case stands."""


def _with_event(case: Case, now: datetime, kind: EventKind, text: str = "") -> Case:
    return replace(case, timeline=(*case.timeline, Event(at=now, kind=kind, text=text)))


def _rest_status(case: Case) -> Status:
    """Where an answered case rests: waiting while a duty stands, else answered."""
    return Status.WAITING if case.next_followup() else Status.ANSWERED


def save_draft(case: Case, text: str, now: datetime, *, template: str | None = None) -> Case:
    """Keep the draft as typed. An emptied draft of a review that was never answered makes the case new again."""
    status = case.status
    if case.awaits_answer:
        status = Status.DRAFTING if text.strip() else Status.NEW
    template = case.draft_template if template is None else template
    return replace(case, draft=text, draft_template=template, draft_saved_at=now, status=status)


def mark_copied(case: Case, text: str, now: datetime) -> Case:
    """The reply lies in the clipboard. Copied is not posted: the clock runs on."""
    if not text.strip():
        raise StepError("There is no reply to copy yet. Write one first.")
    reply = Reply(
        text=text, state=ReplyState.COPIED, at=now, language=case.reply_language, template=case.draft_template
    )
    earlier = tuple(old for old in case.replies if old.state is not ReplyState.COPIED)
    status = Status.DRAFTING if case.awaits_answer else case.status
    case = replace(case, draft=text, status=status, replies=(*earlier, reply))
    return _with_event(case, now, EventKind.COPIED)


def mark_posted(case: Case, now: datetime) -> Case:
    """The owner says that the copied reply stands on the platform: the clock stops."""
    if not case.replies or case.replies[-1].state is not ReplyState.COPIED:
        raise StepError("Copy the reply first; it can be marked as posted once it has been pasted on the platform.")
    posted = replace(case.replies[-1], state=ReplyState.POSTED, at=now)
    case = replace(case, replies=(*case.replies[:-1], posted), draft="", draft_saved_at=None)
    case = replace(case, status=_rest_status(case), closed_at=None, outcome=None)
    return _with_event(case, now, EventKind.POSTED)


def add_note(case: Case, text: str, now: datetime) -> Case:
    """Write down what happened behind closed doors (P38)."""
    if not text.strip():
        raise StepError("The note is empty.")
    return _with_event(case, now, EventKind.NOTE, text.strip())


def add_followup(case: Case, kind: FollowUpKind, due: date, note: str, now: datetime) -> Case:
    """Put a dated duty on the case (P5, P37). An answered case waits from then on."""
    number = 1 + max((int(old.id) for old in case.followups if old.id.isdigit()), default=0)
    followup = FollowUp(id=str(number), kind=kind, due=due, note=note.strip(), created_at=now)
    case = replace(case, followups=(*case.followups, followup))
    if case.status is Status.ANSWERED:
        case = replace(case, status=Status.WAITING)
    return _with_event(case, now, EventKind.FOLLOW_UP, f"{due.isoformat()} {note.strip()}".strip())


def complete_followup(case: Case, followup_id: str, now: datetime) -> Case:
    """A duty is done."""
    if not any(old.id == followup_id and old.done_at is None for old in case.followups):
        raise StepError("That follow-up is not open any more.")
    followups = tuple(replace(old, done_at=now) if old.id == followup_id else old for old in case.followups)
    done = next(old for old in followups if old.id == followup_id)
    case = replace(case, followups=followups)
    if case.status is Status.WAITING:
        case = replace(case, status=_rest_status(case))
    return _with_event(case, now, EventKind.FOLLOW_UP_DONE, done.note)


def offer_compensation(case: Case, what: str, value: str, now: datetime) -> Case:
    """Record what was offered for the trouble (P11)."""
    if not what.strip():
        raise StepError("Say what is offered.")
    offered = Compensation(what=what.strip(), value=value.strip(), offered_at=now)
    return _with_event(replace(case, compensation=offered), now, EventKind.COMPENSATION, f"{what} {value}".strip())


def attach(case: Case, attachment: Attachment, now: datetime) -> Case:
    """A file belongs to the case from now on, under a name that every system takes and no other file of it has."""
    twin = next((old for old in case.attachments if old.sha256 == attachment.sha256), None)
    if twin is not None:
        raise StepError(f"{clean_name(attachment.name)} is attached already, as {twin.name}.")
    name = kept_apart(clean_name(attachment.name), (old.name for old in case.attachments))
    attachment = replace(attachment, name=name, added_at=now)
    return _with_event(replace(case, attachments=(*case.attachments, attachment)), now, EventKind.ATTACHED, name)


def remove_attachment(case: Case, sha256: str, now: datetime) -> Case:
    """The file with these bytes no longer belongs to the case."""
    gone = next((old for old in case.attachments if old.sha256 == sha256), None)
    if gone is None:
        raise StepError("That file is not attached any more.")
    kept = tuple(old for old in case.attachments if old is not gone)
    return _with_event(replace(case, attachments=kept), now, EventKind.ATTACHMENT_REMOVED, gone.name)


def close(case: Case, outcome: Outcome, now: datetime) -> Case:
    """The case is at its end, for better or worse (P39)."""
    if case.status is Status.CLOSED:
        raise StepError("The case is closed already.")
    case = replace(case, status=Status.CLOSED, outcome=outcome, closed_at=now)
    return _with_event(case, now, EventKind.CLOSED, outcome.value)


def reopen(case: Case, now: datetime) -> Case:
    """A closed case comes back: to be answered if it never was, else where an answered case rests."""
    if case.status is not Status.CLOSED:
        raise StepError("Only a closed case can be reopened.")
    case = replace(case, outcome=None, closed_at=None)
    if case.last_posted is None:
        case = replace(case, status=Status.DRAFTING if case.draft.strip() else Status.NEW)
    else:
        case = replace(case, status=_rest_status(case))
    return _with_event(case, now, EventKind.REOPENED)


def choose_type(case: Case, type_: CaseType) -> Case:
    """The owner says which kind of review it is; suggestions keep quiet from then on."""
    return replace(case, type=type_, type_chosen=True)


def choose_cause(case: Case, cause: Cause) -> Case:
    """The owner says whose fault it was (P12)."""
    return replace(case, cause=cause)
