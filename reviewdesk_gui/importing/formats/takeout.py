"""Google Takeout and Business Profile: ``reviews*.json`` with one location's reviews.

Google publishes no schema; what is known comes from public readers of real exports. The account part of a review's name
differs from export to export, and the same location may sit under two accounts.
"""

from collections.abc import Iterator

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import DocumentTable, FormatInfo, Sibling, document_profile
from reviewdesk_gui.importing.tables import Record
from reviewdesk_gui.importing.trouble import RowError
from reviewdesk_gui.importing.walking import inner, members

_FIELDS = (
    Field.EXTERNAL_ID,
    Field.AUTHOR,
    Field.RATING,
    Field.TEXT,
    Field.DATE,
    Field.CHANGED,
    Field.REPLY,
    Field.REPLY_DATE,
    Field.LOCATION,
)
PROFILE = document_profile(
    FormatInfo(
        "google_takeout",
        "Google Business Profile (Takeout)",
        (".json", ".zip"),
        "The zip or folder from takeout.google.com, or a reviews.json out of it.",
    ),
    "google",
    _FIELDS,
    full_export=True,
)


class TakeoutReader:
    """Reads ``{"reviews": [...]}`` and plain lists of such reviews."""

    profile = PROFILE

    def table(self, document: object, base: str, sibling: Sibling) -> DocumentTable | None:
        """The reviews of one file, with the location's name from the files beside it."""
        if isinstance(document, dict) and "features" in document and document.get("type") == "FeatureCollection":
            raise RowError(
                "holds the reviews that you wrote yourself as a customer; choose the Google Business Profile part"
            )
        reviews = document.get("reviews") if isinstance(document, dict) else document
        if reviews is None and document == {} and base.startswith("reviews"):
            reviews = []
        if not isinstance(reviews, list) or not _is_google(reviews, base):
            return None
        location = _location_name(sibling)
        return DocumentTable(PROFILE, [name.value for name in _FIELDS], _records(reviews, location))


def _is_google(reviews: list[object], base: str) -> bool:
    first = next((review for review in reviews if isinstance(review, dict)), None)
    if first is None:
        return base.startswith("reviews") and not reviews
    return "starRating" in first or str(first.get("name", "")).startswith("accounts/")


def _records(reviews: list[object], location: str) -> Iterator[Record]:
    for number, review in enumerate(reviews, 1):
        if not isinstance(review, dict):
            yield number, ()
            continue
        reviewer = inner(review, "reviewer")
        reply = inner(review, "reviewReply")
        if reply.get("reviewReplyState") == "REJECTED":
            reply = {}
        author = "" if reviewer.get("isAnonymous") or review.get("isAnonymous") else reviewer.get("displayName")
        yield (
            number,
            (
                review.get("name") or review.get("reviewId"),
                author,
                review.get("starRating"),
                review.get("comment"),
                review.get("createTime"),
                review.get("updateTime"),
                reply.get("comment"),
                reply.get("updateTime"),
                location,
            ),
        )


def _location_name(sibling: Sibling) -> str:
    """The listing's name from ``additionalData.json``, else the name or title in ``data.json``."""
    extra = inner(sibling("additionalData.json"))
    for attribute in members(extra.get("attributes")):
        kind = inner(attribute, "id").get("attributeType")
        for value in members(inner(attribute).get("values")) if kind == "LISTING_NAME" else ():
            text = inner(value, "datum", "listingName").get("text")
            if isinstance(text, str) and text.strip():
                return text
    data = inner(sibling("data.json"))
    name = data.get("title") or data.get("name") or data.get("locationName")
    return name if isinstance(name, str) and not name.startswith("accounts/") else ""
