"""Facebook: a page's recommendations as JSON. There are no stars but yes and no (stars in ratings from before 2018);
text may be UTF-8 that was read as Latin-1; the page answers with a comment in the thread.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import DocumentTable, FormatInfo, Sibling, document_profile, table_profile
from reviewdesk_gui.importing.tables import Fault, Record
from reviewdesk_gui.importing.walking import first_object, inner, members, objects

_INFO = FormatInfo("facebook", "Facebook", (".json", ".csv"), "A page's recommendations (ratings) as JSON.")
_FIELDS = (
    Field.EXTERNAL_ID,
    Field.AUTHOR,
    Field.RATING,
    Field.TEXT,
    Field.DATE,
    Field.LINK,
    Field.REPLY,
    Field.REPLY_DATE,
    Field.LOCATION,
)
_UNDER_SEVERAL = 2
RECOMMENDATIONS = table_profile(
    _INFO,
    "facebook",
    ("recommendation_type", "created_time"),
    {
        Field.AUTHOR: ("reviewer.name", "reviewer"),
        Field.DATE: "created_time",
        Field.TEXT: "review_text",
        Field.RATING: ("rating", "recommendation_type"),
        Field.EXTERNAL_ID: "open_graph_story.id",
    },
)


class FacebookReader:
    """Reads ``{"data": [...]}`` and a page with its ``ratings``."""

    profile = document_profile(_INFO, "facebook", _FIELDS)

    def table(self, document: object, _base: str, _sibling: Sibling) -> DocumentTable | None:
        """The recommendations with the page's own answers."""
        page = document if isinstance(document, dict) else {}
        reviews = members(inner(page, "ratings").get("data")) or members(page.get("data")) or members(document)
        if not _is_recommendation(first_object(reviews)):
            return None
        name = str(page.get("name") or "")
        records = _records(reviews, _shop_id(objects(reviews), page), name)
        return DocumentTable(self.profile, [field.value for field in _FIELDS], records)


def _is_recommendation(review: dict[str, Any]) -> bool:
    return "created_time" in review and not review.keys().isdisjoint(
        ("recommendation_type", "has_rating", "has_review")
    )


def _records(reviews: list[Any], shop: str, name: str) -> Iterator[Record]:
    for number, review in enumerate(reviews, 1):
        if not isinstance(review, dict):
            yield number, Fault("is no recommendation")
            continue
        story = inner(review, "open_graph_story")
        answer = next((comment for comment in _comments(review) if shop and _writer(comment) == shop), {})
        yield (
            number,
            (
                story.get("id"),
                inner(review, "reviewer").get("name"),
                review.get("rating") or _recommends(review),
                review.get("review_text"),
                review.get("created_time"),
                story.get("permalink_url"),
                answer.get("message"),
                answer.get("created_time"),
                name,
            ),
        )


def _recommends(review: dict[str, Any]) -> object:
    kind = review.get("recommendation_type")
    return None if kind == "none" else kind


def _comments(review: dict[str, Any]) -> list[dict[str, Any]]:
    return objects(inner(review, "open_graph_story", "comments").get("data"))


def _writer(comment: dict[str, Any]) -> str:
    return str(inner(comment, "from").get("id") or "")


def _shop_id(reviews: list[dict[str, Any]], page: dict[str, Any]) -> str:
    """The page's id; where the document tells none, whoever comments under several reviews and wrote none of them."""
    if page.get("id"):
        return str(page["id"])
    customers = {str(inner(review, "reviewer").get("id")) for review in reviews}
    threads = [{_writer(comment) for comment in _comments(review)} - customers - {""} for review in reviews]
    [(busiest, count)] = Counter(writer for thread in threads for writer in thread).most_common(1) or [("", 0)]
    return busiest if count >= _UNDER_SEVERAL else ""
