"""What the customer wrote."""

from datetime import datetime, time

import msgspec


class Review(msgspec.Struct, frozen=True, gc=False):
    """One customer review as it stands on a platform, on paper or in a phone call.

    ``rating`` is on the scale 1-5 (None where the customer gave none); ``rating_original`` keeps what the source
    said ("8,5 of 10"). ``author`` is "" where the customer is unknown. Datetimes are aware and in UTC.
    ``keys`` are all identities under which the review is known (see importing.identity), the first is the main one.
    """

    platform: str
    received_at: datetime
    text: str = ""
    title: str = ""
    author: str = ""
    rating: float | None = None
    rating_original: str = ""
    language: str = ""
    written_at: datetime | None = None
    changed_at: datetime | None = None
    external_id: str = ""
    link: str = ""
    product: str = ""
    order: str = ""
    location: str = ""
    source: str = ""
    keys: tuple[str, ...] = ()

    @property
    def full_text(self) -> str:
        """Title and text as one, as a reader sees them."""
        return f"{self.title}\n{self.text}" if self.title and self.text else self.title or self.text

    @property
    def clock_starts(self) -> datetime:
        """The moment from which the customer waits: written, or received where that is unknown (P3)."""
        return self.written_at or self.received_at


def is_day_alone(moment: datetime) -> bool:
    """Whether ``moment`` (UTC) stands for a day: sources that tell no time give midnight."""
    return moment.time() == time()
