"""The owner's words for the desk's terms, in one place so that they are the same on every screen."""

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale

from reviewdesk_gui.domain.case import CaseType, Cause, Outcome, Status
from reviewdesk_gui.domain.followup import FollowUpKind
from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.domain.review import is_day_alone
from reviewdesk_gui.domain.timeline import EventKind


def _tr(text: str) -> str:
    return QCoreApplication.translate("labels", text)


LANGUAGES = {
    "en": "English",
    "sv": "Swedish",
    "bg": "Bulgarian",
    "fy": "Frisian",
    "nl": "Dutch",
    "ru": "Russian",
    "uk": "Ukrainian",
    "de": "German",
}


def language(code: str) -> str:
    """The language's name, the code itself where it is not one of the desk's."""
    return _tr(LANGUAGES[code]) if code in LANGUAGES else code


def case_type(value: CaseType) -> str:
    """The kind of review in one or two words."""
    return {
        CaseType.PRAISE: _tr("Praise"),
        CaseType.STAFF_PRAISE: _tr("Staff praise"),
        CaseType.MIXED: _tr("Mixed"),
        CaseType.COMPLAINT: _tr("Complaint"),
        CaseType.INVESTIGATE: _tr("To look into"),
        CaseType.ANONYMOUS: _tr("Anonymous"),
        CaseType.FALSE: _tr("False"),
        CaseType.PERSISTENT: _tr("Persistent"),
        CaseType.NOT_OURS: _tr("Not ours"),
        CaseType.ABUSIVE: _tr("Abusive"),
        CaseType.RESOLVED: _tr("Settled"),
        CaseType.QUESTION: _tr("Question"),
    }[value]


def status(value: Status) -> str:
    """Where a case stands."""
    return {
        Status.NEW: _tr("New"),
        Status.DRAFTING: _tr("Draft"),
        Status.ANSWERED: _tr("Answered"),
        Status.WAITING: _tr("Waiting"),
        Status.CLOSED: _tr("Closed"),
    }[value]


def outcome(value: Outcome) -> str:
    """How a case ended."""
    return {
        Outcome.SOLVED: _tr("Solved"),
        Outcome.REVIEW_RAISED: _tr("The customer raised the rating"),
        Outcome.REVIEW_REMOVED: _tr("The review was removed"),
        Outcome.NO_ANSWER_NEEDED: _tr("No answer needed"),
        Outcome.GAVE_UP: _tr("Everything was tried"),
    }[value]


def cause(value: Cause) -> str:
    """Whose fault it was."""
    return {
        Cause.OURS: _tr("Ours"),
        Cause.NOT_OURS: _tr("Not ours"),
        Cause.SHARED: _tr("Shared"),
        Cause.UNCLEAR: _tr("Unclear"),
    }[value]


def followup(value: FollowUpKind) -> str:
    """What is owed."""
    return {
        FollowUpKind.INTERIM: _tr("Interim update"),
        FollowUpKind.REPORT_BACK: _tr("Report back"),
        FollowUpKind.ASK_SOLVED: _tr("Ask whether it is solved"),
        FollowUpKind.COMPENSATION: _tr("Compensation owed"),
        FollowUpKind.PUBLIC_UPDATE: _tr("Public update"),
        FollowUpKind.CALL: _tr("Call the customer"),
    }[value]


def event(value: EventKind) -> str:
    """A step in the timeline."""
    return {
        EventKind.RECEIVED: _tr("received"),
        EventKind.CHANGED: _tr("review changed"),
        EventKind.REMOVED: _tr("review gone from the platform"),
        EventKind.NOTE: _tr("note"),
        EventKind.DRAFTED: _tr("draft"),
        EventKind.COPIED: _tr("copied"),
        EventKind.POSTED: _tr("posted"),
        EventKind.SEEN: _tr("seen on the platform"),
        EventKind.ALTERED: _tr("altered on the platform"),
        EventKind.FOLLOW_UP: _tr("follow-up"),
        EventKind.FOLLOW_UP_DONE: _tr("follow-up done"),
        EventKind.COMPENSATION: _tr("compensation"),
        EventKind.ATTACHED: _tr("attached"),
        EventKind.ATTACHMENT_REMOVED: _tr("attachment removed"),
        EventKind.CLOSED: _tr("closed"),
        EventKind.REOPENED: _tr("reopened"),
        EventKind.ERASED: _tr("erased"),
    }[value]


def view(value: View) -> str:
    """A list in the side bar."""
    return {
        View.TO_ANSWER: _tr("To answer"),
        View.LATE: _tr("Late"),
        View.FOLLOW_UPS: _tr("Follow-ups due"),
        View.WAITING: _tr("Waiting"),
        View.ANSWERED: _tr("Answered"),
        View.CLOSED: _tr("Closed"),
        View.ALL: _tr("All"),
    }[value]


def stars(rating: float | None) -> str:
    """Five signs; empty ones for what is missing, "no stars" where the customer gave none."""
    if rating is None:
        return _tr("no stars")
    full = min(max(round(rating), 0), 5)
    return "★" * full + "☆" * (5 - full)


def stars_short(rating: float | None) -> str:
    """Number and sign, for narrow places."""
    return stars(rating) if rating is None else f"{min(max(round(rating), 0), 5)}★"


def author(name: str) -> str:
    """The customer's name as the platform shows it."""
    return name or _tr("Unknown")


def day(value: date) -> str:
    """A day in the computer's long form."""
    return QLocale().toString(value, QLocale().dateFormat(QLocale.FormatType.LongFormat))  # type: ignore[call-overload, no-any-return]


def moment(value: datetime, zone: tzinfo, today: date) -> str:
    """A moment in the shop's time: only the clock today, else the day as well; a day without a known time alone."""
    if is_day_alone(value):
        return _past_day(value.date(), today)
    local = value.astimezone(zone)
    clock = local.strftime("%H:%M")
    return clock if local.date() == today else f"{_past_day(local.date(), today)} {clock}"


def _past_day(value: date, today: date) -> str:
    """As ``day_short``, with the year where it is not today's."""
    return day_short(value) if value.year == today.year else f"{day_short(value)} {value.year}"


def day_short(value: date) -> str:
    """A day as in "24 Nov"."""
    return f"{value.day} {QLocale().standaloneMonthName(value.month, QLocale.FormatType.ShortFormat)}"
