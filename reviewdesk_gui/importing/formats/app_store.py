"""App Store Connect: customer reviews as its interface gives them, the shop's responses beside them under
``included``.
"""

from collections.abc import Iterator
from typing import Any

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import DocumentTable, FormatInfo, Profile, Sibling
from reviewdesk_gui.importing.tables import Fault, Record

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
PROFILE = Profile(
    info=FormatInfo("app_store", "App Store", (".json",), "customerReviews of App Store Connect as JSON."),
    platform="app_store",
    columns={name: (name.value.replace("_", ""),) for name in _FIELDS},
)


class AppStoreReader:
    """Reads ``{"data": [{"type": "customerReviews", ...}], "included": [...]}``."""

    profile = PROFILE

    def table(self, document: object, _base: str, _sibling: Sibling) -> DocumentTable | None:
        """The reviews with the responses that belong to them."""
        data = document.get("data") if isinstance(document, dict) else None
        if not isinstance(data, list) or not any(_type(item) == "customerReviews" for item in data):
            return None
        included = document.get("included") if isinstance(document, dict) else None
        return DocumentTable(PROFILE, [name.value for name in _FIELDS], _records(data, _responses(included)))


def _type(item: object) -> object:
    return item.get("type") if isinstance(item, dict) else None


def _responses(included: object) -> dict[str, dict[str, Any]]:
    """Responses by their own id and by the id of their review; which of the two a document holds differs."""
    found: dict[str, dict[str, Any]] = {}
    for item in included if isinstance(included, list) else ():
        if _type(item) != "customerReviewResponses":
            continue
        attributes = _inner(item, "attributes")
        found[str(item.get("id"))] = attributes
        review = _inner(item, "relationships", "review", "data").get("id")
        if review:
            found[str(review)] = attributes
    return found


def _records(data: list[Any], responses: dict[str, dict[str, Any]]) -> Iterator[Record]:
    for number, item in enumerate(data, 1):
        if _type(item) != "customerReviews":
            yield number, Fault("is no customer review")
            continue
        own = _inner(item, "attributes")
        answer = responses.get(str(_inner(item, "relationships", "response", "data").get("id"))) or responses.get(
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


def _inner(value: object, *names: str) -> dict[str, Any]:
    """The object below ``names``; empty where the way ends early."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}
