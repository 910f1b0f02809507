"""Yelp: reviews as its interface gives them, as a business's page loads them, and as its data set lists them."""

from collections.abc import Iterator
from typing import Any

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import DocumentTable, FormatInfo, Sibling, document_profile, table_profile
from reviewdesk_gui.importing.tables import Fault, Record
from reviewdesk_gui.importing.walking import first_object, inner, objects

_INFO = FormatInfo("yelp", "Yelp", (".json", ".jsonl", ".csv"), "A JSON list of reviews with time_created and user.")
_FIELDS = (
    Field.EXTERNAL_ID,
    Field.AUTHOR,
    Field.RATING,
    Field.TEXT,
    Field.LANGUAGE,
    Field.DATE,
    Field.LOCATION,
    Field.REPLY,
    Field.REPLY_DATE,
)
INTERFACE = table_profile(
    _INFO,
    "yelp",
    ("text", "rating", "time_created", "user.name"),
    {
        Field.EXTERNAL_ID: "id",
        Field.AUTHOR: "user.name",
        Field.TEXT: "text",
        Field.RATING: "rating",
        Field.DATE: "time_created",
        Field.LINK: "url",
    },
)
DATA_SET = table_profile(
    _INFO,
    "yelp",
    ("business_id", "stars", "text", "date", "useful", "funny", "cool"),
    {Field.EXTERNAL_ID: "review_id", Field.TEXT: "text", Field.RATING: "stars", Field.DATE: "date"},
)


class YelpPageReader:
    """Reads ``{"reviews": [{"comment": {"text": ...}, "businessOwnerReplies": [...]}]}``."""

    profile = document_profile(_INFO, "yelp", _FIELDS)

    def table(self, document: object, _base: str, _sibling: Sibling) -> DocumentTable | None:
        """The reviews with the owner's first reply."""
        reviews = document.get("reviews") if isinstance(document, dict) else document
        if not isinstance(reviews, list) or "businessOwnerReplies" not in first_object(reviews):
            return None
        return DocumentTable(self.profile, [name.value for name in _FIELDS], _records(reviews))


def _records(reviews: list[Any]) -> Iterator[Record]:
    for number, review in enumerate(reviews, 1):
        if not isinstance(review, dict):
            yield number, Fault("is no review")
            continue
        user, comment = inner(review, "user"), inner(review, "comment")
        reply = next(iter(objects(review.get("businessOwnerReplies"))), {})
        yield (
            number,
            (
                review.get("id"),
                user.get("markupDisplayName") or user.get("displayName"),
                review.get("rating"),
                comment.get("text"),
                comment.get("language"),
                review.get("localizedDate"),
                inner(review, "business").get("name"),
                inner(reply, "comment").get("text") or reply.get("comment"),
                reply.get("localizedDate"),
            ),
        )
