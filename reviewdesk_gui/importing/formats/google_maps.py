"""Google Maps reviews as Outscraper and Apify collect them: CSV, XLSX or JSON."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

_ENDINGS = (".csv", ".xlsx", ".json")
OUTSCRAPER = table_profile(
    FormatInfo(
        "outscraper", "Google Maps by Outscraper", _ENDINGS, "A table with author_title, review_text, review_rating."
    ),
    "google",
    ("author_title", "review_text", "review_rating"),
    {
        Field.EXTERNAL_ID: "review_id",
        Field.AUTHOR: "author_title",
        Field.TEXT: "review_text",
        Field.RATING: "review_rating",
        Field.DATE: ("review_timestamp", "review_datetime_utc"),
        Field.LINK: "review_link",
        Field.REPLY: "owner_answer",
        Field.REPLY_DATE: ("owner_answer_timestamp", "owner_answer_timestamp_datetime_utc"),
        Field.LOCATION: "name",
    },
    date_order="mdy",
)
APIFY = table_profile(
    FormatInfo(
        "apify_google_maps", "Google Maps by Apify", _ENDINGS, "A table with name, text, stars, publishedAtDate."
    ),
    "google",
    ("text", "stars", "publishedAtDate"),
    {
        Field.EXTERNAL_ID: "reviewId",
        Field.AUTHOR: "name",
        Field.TEXT: "text",
        Field.RATING: "stars",
        Field.DATE: "publishedAtDate",
        Field.LINK: "reviewUrl",
        Field.REPLY: "responseFromOwnerText",
        Field.REPLY_DATE: "responseFromOwnerDate",
        Field.LOCATION: "title",
        Field.LANGUAGE: "originalLanguage",
    },
)
