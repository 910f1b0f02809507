"""App Store Connect: customer reviews as its interface gives them, the shop's responses beside them under
``included``; and the tables that programs make of the store's own pages.
"""

from collections.abc import Iterator
from typing import Any

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import (
    DocumentTable,
    FormatInfo,
    Profile,
    Sibling,
    document_profile,
    table_profile,
)
from reviewdesk_gui.importing.tables import Fault, Record
from reviewdesk_gui.importing.walking import inner, objects

INFO = FormatInfo("app_store", "App Store", (".json", ".csv"), "customerReviews of App Store Connect as JSON.")
_FIELDS = (
    Field.EXTERNAL_ID,
    Field.AUTHOR,
    Field.RATING,
    Field.TITLE,
    Field.TEXT,
    Field.DATE,
    Field.REPLY,
    Field.REPLY_DATE,
)


def _collected(before: str) -> Profile:
    """The names that the store's pages use, each after ``before``."""
    return table_profile(
        INFO,
        "app_store",
        [before + name for name in ("userName", "review", "rating", "title", "date", "isEdited")],
        {
            Field.EXTERNAL_ID: "id",
            Field.AUTHOR: f"{before}userName",
            Field.RATING: f"{before}rating",
            Field.TITLE: f"{before}title",
            Field.TEXT: f"{before}review",
            Field.DATE: f"{before}date",
            Field.REPLY: f"{before}developerResponse.body",
            Field.REPLY_DATE: f"{before}developerResponse.modified",
        },
    )


COLLECTED = _collected("")
COLLECTED_NESTED = _collected("attributes.")


class AppStoreReader:
    """Reads ``{"data": [{"type": "customerReviews", ...}], "included": [...]}``."""

    profile = document_profile(INFO, "app_store", _FIELDS)

    def table(self, document: object, _base: str, _sibling: Sibling) -> DocumentTable | None:
        """The reviews with the responses that belong to them."""
        data = document.get("data") if isinstance(document, dict) else None
        reviews = data if isinstance(data, list) else [data]
        if not any(_type(item) == "customerReviews" for item in reviews):
            return None
        responses = _responses(document.get("included") if isinstance(document, dict) else None)
        return DocumentTable(self.profile, [name.value for name in _FIELDS], _records(reviews, responses))


def _type(item: object) -> object:
    return item.get("type") if isinstance(item, dict) else None


def _responses(included: object) -> dict[str, dict[str, Any]]:
    """Responses by their own id and by the id of their review; which of the two a document holds differs."""
    found: dict[str, dict[str, Any]] = {}
    for item in objects(included):
        if _type(item) != "customerReviewResponses":
            continue
        attributes = inner(item, "attributes")
        found[str(item.get("id"))] = attributes
        review = inner(item, "relationships", "review", "data").get("id")
        if review:
            found[str(review)] = attributes
    return found


def _records(data: list[Any], responses: dict[str, dict[str, Any]]) -> Iterator[Record]:
    for number, item in enumerate(data, 1):
        if _type(item) != "customerReviews":
            yield number, Fault("is no customer review")
            continue
        own = inner(item, "attributes")
        answer = responses.get(str(inner(item, "relationships", "response", "data").get("id"))) or responses.get(
            str(item.get("id")), {}
        )
        yield (
            number,
            (
                item.get("id"),
                own.get("reviewerNickname"),
                own.get("rating"),
                own.get("title"),
                own.get("body"),
                own.get("createdDate"),
                answer.get("responseBody"),
                answer.get("lastModifiedDate"),
            ),
        )
