"""Google Play: the Console's monthly CSV (UTF-16), and the rows that google-play-scraper writes.

In the Console's file only the link identifies a review, and rating-only rows have none; an edited review stands again
in a later month, where the last update counts.
"""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

CONSOLE = table_profile(
    FormatInfo(
        "google_play",
        "Google Play Console",
        (".csv",),
        "reviews_<app>_<year and month>.csv from Download reports > Reviews.",
    ),
    "google_play",
    ("Package Name", "Star Rating", "Review Text", "Review Submit Date and Time", "Review Link"),
    {
        Field.EXTERNAL_ID: "Review Link",
        Field.LINK: "Review Link",
        Field.PRODUCT: "Package Name",
        Field.LANGUAGE: "Reviewer Language",
        Field.DATE: ("Review Submit Date and Time", "Review Submit Millis Since Epoch"),
        Field.CHANGED: ("Review Last Update Date and Time", "Review Last Update Millis Since Epoch"),
        Field.RATING: "Star Rating",
        Field.TITLE: "Review Title",
        Field.TEXT: "Review Text",
        Field.REPLY: "Developer Reply Text",
        Field.REPLY_DATE: ("Developer Reply Date and Time", "Developer Reply Millis Since Epoch"),
    },
)
SCRAPER = table_profile(
    FormatInfo(
        "google_play_scraper",
        "google-play-scraper",
        (".csv", ".json", ".jsonl", ".xlsx"),
        "A table with the columns reviewId, userName, content, score, at.",
    ),
    "google_play",
    ("reviewId", "userName", "content", "score", "at"),
    {
        Field.EXTERNAL_ID: "reviewId",
        Field.AUTHOR: "userName",
        Field.TEXT: "content",
        Field.RATING: "score",
        Field.DATE: "at",
        Field.REPLY: "replyContent",
        Field.REPLY_DATE: "repliedAt",
        Field.PRODUCT: "appId",
    },
)
