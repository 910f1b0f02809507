"""The fields that a column of a file can stand for."""

from enum import StrEnum


class Field(StrEnum):
    """What a column means. ``POSITIVE`` and ``NEGATIVE`` are the halves of a review in two columns (Booking.com)."""

    PLATFORM = "platform"
    TEXT = "text"
    TITLE = "title"
    AUTHOR = "author"
    RATING = "rating"
    DATE = "date"
    CHANGED = "changed"
    EXTERNAL_ID = "external_id"
    LINK = "link"
    PRODUCT = "product"
    ORDER = "order"
    LOCATION = "location"
    LANGUAGE = "language"
    REPLY = "reply"
    REPLY_DATE = "reply_date"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    EMAIL = "email"
    IP = "ip"


PERSONAL = frozenset({Field.EMAIL, Field.IP})
