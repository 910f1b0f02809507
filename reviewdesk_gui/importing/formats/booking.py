"""Booking.com: guest reviews as CSV. Scores go to 10, with a decimal comma in some countries; "-" is no score."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

EXPORT = table_profile(
    FormatInfo("booking", "Booking.com", (".csv", ".xlsx"), "The CSV of Guest reviews in the extranet."),
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
