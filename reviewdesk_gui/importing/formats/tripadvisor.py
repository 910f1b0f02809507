"""Tripadvisor: reviews as its interface gives them, and as collected from its pages."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

REVIEWS = table_profile(
    FormatInfo(
        "tripadvisor", "Tripadvisor", (".json", ".csv", ".xlsx"), "A list of reviews with published_date and user."
    ),
    "tripadvisor",
    ("text", "rating", "published_date", ("user.username", "trip_type")),
    {
        Field.EXTERNAL_ID: "id",
        Field.AUTHOR: ("user.username", "user.name"),
        Field.TITLE: "title",
        Field.TEXT: "text",
        Field.RATING: "rating",
        Field.DATE: "published_date",
        Field.LINK: "url",
        Field.LANGUAGE: "lang",
        Field.LOCATION: "placeInfo.name",
        Field.REPLY: "owner_response.text",
        Field.REPLY_DATE: "owner_response.published_date",
    },
)
