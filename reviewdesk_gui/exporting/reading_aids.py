"""Stars, moments and names of things in words that a reader outside the program understands."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from functools import cache
from pathlib import Path
from typing import Self

from reviewdesk_gui import paths
from reviewdesk_gui.domain.attachment import size_words
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.platform import parse_platforms
from reviewdesk_gui.domain.retelling import parse_origins, retold
from reviewdesk_gui.domain.review import Review, is_day_alone
from reviewdesk_gui.domain.timeline import Event

_BEST = 5


@cache
def _platform_names(path: Path) -> Mapping[str, str]:
    return {platform.id: platform.name for platform in parse_platforms(_text(path), path).values()}


@cache
def _origins(path: Path) -> Mapping[str, str]:
    return parse_origins(_text(path), path)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise DataFileError(path, 0, f"cannot be read: {error.strerror}") from None


class Words:
    """Words for layouts; moments are told in one time zone."""

    def __init__(self, zone: tzinfo, platforms: Mapping[str, str], origins: Mapping[str, str]) -> None:
        self._zone = zone
        self._platforms = platforms
        self._origins = origins

    @classmethod
    def in_zone(cls, zone: tzinfo) -> Self:
        """Words with the names of all platforms and of all that reviews come from."""
        resources = paths.resources()
        return cls(
            zone, _platform_names(resources / "platforms.toml"), _origins(resources / "importing" / "origins.toml")
        )

    def platform(self, review: Review) -> str:
        """The platform's name."""
        return self._platforms.get(review.platform, self.label(review.platform))

    def moment(self, moment: datetime | None) -> str:
        """Day and minute in the shop's zone; "" for None. A moment at midnight UTC is a day without a known time."""
        if moment is None:
            return ""
        if is_day_alone(moment):
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
    def size(size: int) -> str:
        """Bytes as people say them."""
        return size_words(size)

    @staticmethod
    def label(word: object) -> str:
        """A word of the program for readers: "staff_praise" as "staff praise"."""
        return str(word).replace("_", " ")

    def timeline(self, case: Case) -> tuple[Event, ...]:
        """The steps of the case, their texts in words."""
        return retold(case.timeline, self._origins, self.label)

    @staticmethod
    def author(review: Review) -> str:
        """The customer's name, or that it is unknown."""
        return review.author or "Unknown customer"

    @staticmethod
    def whereabouts(review: Review) -> list[tuple[str, str]]:
        """What a platform or a bookkeeper finds the review by, each with its name."""
        said = (
            ("Location", review.location),
            ("Product", review.product),
            ("Order", review.order),
            ("Link", review.link),
        )
        return [(name, " ".join(text.split())) for name, text in said if text]

    @staticmethod
    def lines(text: str) -> list[str]:
        """The lines of a text."""
        return text.split("\n")

    def heading(self, case: Case) -> str:
        """One line that names the case."""
        parts = (self.author(case.review), self.platform(case.review), self.moment(case.review.written_at))
        return " · ".join(part for part in parts if part)
