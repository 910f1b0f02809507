"""The App Store's public feed of customer reviews (RSS as JSON), in which every value is a ``label``."""

from typing import Any

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.formats.app_store import INFO
from reviewdesk_gui.importing.json_rows import records_table
from reviewdesk_gui.importing.profile import DocumentTable, Sibling, table_profile
from reviewdesk_gui.importing.walking import inner, objects

_RATING = "im:rating"
_PRODUCT = "app"


class AppStoreFeedReader:
    """Reads ``{"feed": {"entry": [...]}}``. Older feeds begin with the app itself; one with a single review has no
    list.
    """

    profile = table_profile(
        INFO,
        "app_store",
        (f"{_RATING}.label", "content.label"),
        {
            Field.EXTERNAL_ID: "id.label",
            Field.AUTHOR: "author.name.label",
            Field.RATING: f"{_RATING}.label",
            Field.TITLE: "title.label",
            Field.TEXT: "content.label",
            Field.DATE: "updated.label",
            Field.LINK: "link.attributes.href",
            Field.PRODUCT: _PRODUCT,
        },
    )

    def table(self, document: object, _base: str, _sibling: Sibling) -> DocumentTable | None:
        """The reviews with the name of their app."""
        entries = _entries(document)
        reviews = [entry for entry in entries if _RATING in entry]
        if not reviews:
            return None
        product = next((inner(entry, "im:name").get("label") for entry in entries if _RATING not in entry), None)
        header, rows = records_table(entry | {_PRODUCT: product} for entry in reviews)
        return DocumentTable(self.profile, header, rows)


def _entries(document: object) -> list[dict[str, Any]]:
    entry = inner(document, "feed").get("entry")
    return objects(entry if isinstance(entry, list) else [entry])
