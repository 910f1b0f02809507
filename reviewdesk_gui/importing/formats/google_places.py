"""Google Places, as its interface answers: a place with up to five reviews, in the present shape and the older one
(https://developers.google.com/maps/documentation/places/web-service/reference/rest/v1/places and
https://developers.google.com/maps/documentation/places/web-service/details).
"""

from collections.abc import Iterator
from typing import Any

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import DocumentTable, FormatInfo, Sibling, document_profile
from reviewdesk_gui.importing.tables import Fault, Record
from reviewdesk_gui.importing.walking import first_object, inner, members

_FIELDS = (
    Field.EXTERNAL_ID,
    Field.AUTHOR,
    Field.RATING,
    Field.TEXT,
    Field.LANGUAGE,
    Field.DATE,
    Field.LINK,
    Field.LOCATION,
)
_OLDER = {"author_name", "rating"}
_OLDER_DATES = ("time", "relative_time_description")
PROFILE = document_profile(
    FormatInfo("google_places", "Google Places", (".json",), "The answer of the Places interface, with reviews."),
    "google",
    _FIELDS,
)


class PlacesReader:
    """Reads a place, an answer with one or several places, and a bare list of reviews."""

    profile = PROFILE

    def table(self, document: object, _base: str, _sibling: Sibling) -> DocumentTable | None:
        """The reviews of all places, each with the name of its place."""
        if isinstance(document, list) and _is_review(first_object(document)):
            places = [{"reviews": document}]
        else:
            places = [place for place in _places(document) if _is_review(first_object(place.get("reviews")))]
        if not places:
            return None
        return DocumentTable(PROFILE, [name.value for name in _FIELDS], _records(places))


def _places(document: object) -> Iterator[dict[str, Any]]:
    found = inner(document)
    parts = [document, found.get("result"), *members(found.get("places")), *members(found.get("results"))]
    yield from (part for part in [*parts, *members(document)] if isinstance(part, dict))


def _is_review(record: dict[str, Any]) -> bool:
    if "authorAttribution" in record:
        return True
    return record.keys() >= _OLDER and any(name in record for name in _OLDER_DATES)


def _records(places: list[dict[str, Any]]) -> Iterator[Record]:
    number = 0
    for place in places:
        location = inner(place, "displayName").get("text") or place.get("name")
        location = location if isinstance(location, str) and not location.startswith("places/") else ""
        for review in members(place.get("reviews")):
            number += 1
            if isinstance(review, dict):
                yield number, (*(_older(review) if "author_name" in review else _present(review)), location)
            else:
                yield number, Fault("is no record")


def _present(review: dict[str, Any]) -> tuple[object, ...]:
    """``originalText`` is what the customer wrote, ``text`` may be a translation."""
    words = inner(review, "originalText") or inner(review, "text")
    return (
        review.get("name"),
        inner(review, "authorAttribution").get("displayName"),
        review.get("rating"),
        words.get("text"),
        words.get("languageCode"),
        review.get("publishTime") or review.get("relativePublishTimeDescription"),
        review.get("googleMapsUri"),
    )


def _older(review: dict[str, Any]) -> tuple[object, ...]:
    """Reviews had no id; a translated text came without the original."""
    return (
        None,
        review["author_name"],
        review.get("rating"),
        review.get("text"),
        review.get("language"),
        review.get("time") or review.get("relative_time_description"),
        None,
    )
