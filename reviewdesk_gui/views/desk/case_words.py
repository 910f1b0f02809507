"""How a case reads in the list: the clock, the excerpt, the line below."""

from collections.abc import Mapping
from datetime import date, datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from reviewdesk_gui.domain.case import Status
from reviewdesk_gui.domain.clock import ReplyClock, waiting_words
from reviewdesk_gui.domain.listing import Entry
from reviewdesk_gui.domain.platform import Platform
from reviewdesk_gui.views import labels


def _tr(text: str) -> str:
    return QCoreApplication.translate("case_words", text)


class CaseWords:
    """The words of a row at one moment; ``now`` is UTC."""

    def __init__(self, platforms: Mapping[str, Platform]) -> None:
        self._platforms = platforms
        self._clock: ReplyClock | None = None
        self._now: datetime | None = None
        self._zone: tzinfo | None = None
        self._today = date.min

    def set_moment(self, clock: ReplyClock, now: datetime, zone: tzinfo, today: date) -> None:
        """The moment from which ages are told."""
        self._clock, self._now, self._zone, self._today = clock, now, zone, today

    def age(self, entry: Entry) -> tuple[str, bool]:
        """The reply clock in words and whether it calls for haste."""
        case = entry.case
        assert self._clock is not None
        assert self._now is not None
        assert self._zone is not None
        followup = case.next_followup()
        if followup and followup.is_due(self._today) and case.status is not Status.CLOSED:
            return _tr("follow-up due"), True
        if case.awaits_answer:
            deadlines = self._clock.deadlines(case.review.clock_starts)
            words = waiting_words(deadlines, self._now, self._zone)
            return words, words.endswith(("late", "left"))
        if followup and case.status is Status.WAITING:
            return labels.day_short(followup.due), False
        return labels.status(case.status), False

    def excerpt(self, entry: Entry) -> str:
        """The review on one line."""
        review = entry.case.review
        text = " ".join(review.full_text.split())
        return text or _tr("Only stars, no words.")

    def meta(self, entry: Entry) -> str:
        """Platform, language and what is worth knowing."""
        case = entry.case
        parts = [self.platform(case.review.platform)]
        if case.review.language:
            parts.append(labels.language(case.review.language))
        if case.status is Status.DRAFTING:
            copied = case.replies and case.replies[-1].state.value == "copied"
            parts.append(_tr("copied, not posted yet") if copied else _tr("draft saved"))
        elif case.status is Status.CLOSED and case.outcome:
            parts.append(labels.outcome(case.outcome))
        return " · ".join(part for part in parts if part)

    def platform(self, platform_id: str) -> str:
        """The platform's name as the owner knows it."""
        found = self._platforms.get(platform_id)
        return found.name if found else platform_id

    def spoken(self, entry: Entry) -> str:
        """The whole row as one line for a screen reader."""
        review = entry.case.review
        stars = _tr("no stars") if review.rating is None else _tr("{} of 5 stars").format(round(review.rating))
        kind, age = labels.case_type(entry.case.type), self.age(entry)[0]
        return f"{labels.author(review.author)}, {stars}, {age}, {kind}, {self.meta(entry)}. {self.excerpt(entry)}"
