"""Google Maps reviews as Outscraper and Apify collect them: CSV, XLSX or JSON, one by one or within their places."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.json_rows import records_table
from reviewdesk_gui.importing.profile import DocumentTable, FormatInfo, Profile, Sibling, table_profile
from reviewdesk_gui.importing.walking import first_object, members, objects

_LOOKED_AT = 5
_ENDINGS = (".csv", ".xlsx", ".json")
_APIFY_INFO = FormatInfo(
    "apify_google_maps", "Google Maps by Apify", _ENDINGS, "A table with name, text, stars, publishedAtDate."
)
OUTSCRAPER = table_profile(
    FormatInfo(
        "outscraper", "Google Maps by Outscraper", _ENDINGS, "A table with author_title, review_text, review_rating."
    ),
    "google",
    (("author_title", "autor_name"), "review_text", "review_rating"),
    {
        Field.EXTERNAL_ID: "review_id",
        Field.AUTHOR: ("author_title", "autor_name"),
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
    _APIFY_INFO,
    "google",
    ("text", "stars", "publishedAtDate"),
    {
        # On pages of hotels there are reviews from elsewhere too, whose marks are written as "3/5" beside the stars.
        Field.PLATFORM: "reviewOrigin",
        Field.EXTERNAL_ID: "reviewId",
        Field.AUTHOR: "name",
        Field.TEXT: "text",
        Field.RATING: ("stars", "rating"),
        Field.DATE: ("publishedAtDate", "publishAt"),
        Field.LINK: "reviewUrl",
        Field.REPLY: "responseFromOwnerText",
        Field.REPLY_DATE: "responseFromOwnerDate",
        Field.LOCATION: "title",
        Field.LANGUAGE: "originalLanguage",
    },
)
APIFY_NESTED = table_profile(
    _APIFY_INFO,
    "google",
    ("reviewId", "place.name", "text", "rating", "publishedAt"),
    {
        Field.PLATFORM: "reviewOrigin",
        Field.EXTERNAL_ID: "reviewId",
        Field.AUTHOR: "author.name",
        Field.TEXT: "text",
        Field.RATING: "rating",
        Field.DATE: "publishedAt",
        Field.CHANGED: "lastEditedAt",
        Field.LINK: "reviewUrl",
        Field.REPLY: "ownerResponse.text",
        Field.REPLY_DATE: ("ownerResponse.publishedAt", "ownerResponse.date"),
        Field.LOCATION: "place.name",
        Field.LANGUAGE: ("originalLanguage", "language"),
    },
)


class PlacesReader:
    """Reads places that hold their reviews: ``[{"name": ..., "reviews_data": [...]}]``, also below ``data``."""

    def __init__(self, profile: Profile, reviews: str, name: str, mark: str) -> None:
        self.profile = profile
        self._reviews = reviews
        self._name = name
        self._mark = mark

    def table(self, document: object, _base: str, _sibling: Sibling) -> DocumentTable | None:
        """The reviews of all places, each with the name of its place."""
        if not any(self._reviews in place for place in islice(_places(document), _LOOKED_AT)):
            return None
        places = [place for place in _places(document) if self._mark in first_object(place.get(self._reviews))]
        if not places:
            return None
        header, rows = records_table(self._told(place, review) for place in places for review in place[self._reviews])
        return DocumentTable(self.profile, header, rows)

    def _told(self, place: dict[str, Any], review: object) -> object:
        return {self._name: place.get(self._name)} | review if isinstance(review, dict) else review


def _places(document: object) -> Iterator[dict[str, Any]]:
    """Every object that may be a place, in lists within lists too."""
    if isinstance(document, dict):
        yield document
        document = document.get("data")
    for item in members(document):
        yield from [item] if isinstance(item, dict) else objects(item)


OUTSCRAPER_PLACES = PlacesReader(OUTSCRAPER, "reviews_data", "name", "review_rating")
APIFY_PLACES = PlacesReader(APIFY, "reviews", "title", "publishedAtDate")
