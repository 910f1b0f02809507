"""Booking.com: guest reviews as CSV, and as collected from its pages. Scores go to 10, with a decimal comma in some
countries; "-" is no score.
"""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

_INFO = FormatInfo("booking", "Booking.com", (".csv", ".xlsx", ".json"), "The CSV of Guest reviews in the extranet.")
EXPORT = table_profile(
    _INFO,
    "booking",
    ("Review date", "Guest name", "Positive review", "Negative review", "Review score"),
    {
        Field.DATE: "Review date",
        Field.AUTHOR: "Guest name",
        Field.ORDER: "Reservation number",
        Field.TITLE: "Review title",
        Field.POSITIVE: "Positive review",
        Field.NEGATIVE: "Negative review",
        Field.RATING: "Review score",
        Field.REPLY: "Property reply",
    },
    scale=10.0,
)
COLLECTED = table_profile(
    _INFO,
    "booking",
    (
        "userName",
        "rating",
        "reviewDate",
        "reviewTitle",
        ("likedText", "dislikedText", "reviewTextParts.Liked", "stayDate"),
    ),
    {
        Field.EXTERNAL_ID: "id",
        Field.DATE: "reviewDate",
        Field.AUTHOR: "userName",
        Field.TITLE: "reviewTitle",
        Field.POSITIVE: ("likedText", "reviewTextParts.Liked"),
        Field.NEGATIVE: ("dislikedText", "reviewTextParts.Disliked"),
        Field.RATING: "rating",
        Field.LANGUAGE: "reviewLanguage",
        Field.REPLY: "propertyResponse",
    },
    scale=10.0,
)
