"""Lists of reviews as the interfaces of Yelp and Tripadvisor give them (JSON)."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

YELP = table_profile(
    FormatInfo("yelp", "Yelp", (".json",), "A JSON list of reviews with time_created and user."),
    "yelp",
    ("text", "rating", "time_created", "user.name"),
    {
        Field.EXTERNAL_ID: "id",
        Field.AUTHOR: "user.name",
        Field.TEXT: "text",
        Field.RATING: "rating",
        Field.DATE: "time_created",
        Field.LINK: "url",
        Field.REPLY: ("public_reply.comment", "owner_reply.text"),
    },
)
TRIPADVISOR = table_profile(
    FormatInfo("tripadvisor", "Tripadvisor", (".json",), "A JSON list of reviews with published_date and user."),
    "tripadvisor",
    ("text", "rating", "published_date", "user.username"),
    {
        Field.EXTERNAL_ID: "id",
        Field.AUTHOR: "user.username",
        Field.TITLE: "title",
        Field.TEXT: "text",
        Field.RATING: "rating",
        Field.DATE: "published_date",
        Field.LINK: "url",
        Field.LANGUAGE: "lang",
        Field.REPLY: "owner_response.text",
        Field.REPLY_DATE: "owner_response.published_date",
    },
)
