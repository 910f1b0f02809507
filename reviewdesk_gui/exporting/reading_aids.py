"""Stars, moments and names of things in words that a reader outside the program understands."""

from datetime import datetime, tzinfo

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.review import Review

_BEST = 5


class Words:
    """Words for layouts; moments are told in one time zone."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone

    def moment(self, moment: datetime | None) -> str:
        """Day and minute in the shop's zone; "" for None. A moment at midnight UTC is a day without a known time."""
        if moment is None:
            return ""
        if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
            return moment.date().isoformat()
        return moment.astimezone(self._zone).strftime("%Y-%m-%d %H:%M")

    @staticmethod
    def stars(rating: float | None) -> str:
        """Five stars, full and empty, and the figure where it is no whole one; "" where there is no rating."""
        if rating is None:
            return ""
        full = round(rating)
        figure = "" if rating == full else f" {rating:g}"
        return "★" * full + "☆" * (_BEST - full) + figure

    @staticmethod
    def label(word: object) -> str:
        """A word of the program for readers: "staff_praise" as "staff praise"."""
        return str(word).replace("_", " ")

    @staticmethod
    def author(review: Review) -> str:
        """The customer's name, or that it is unknown."""
        return review.author or "Unknown customer"

    @staticmethod
    def lines(text: str) -> list[str]:
        """The lines of a text."""
        return text.split("\n")

    def heading(self, case: Case) -> str:
        """One line that names the case."""
        parts = (self.author(case.review), self.label(case.review.platform), self.moment(case.review.written_at))
        return " · ".join(part for part in parts if part)
