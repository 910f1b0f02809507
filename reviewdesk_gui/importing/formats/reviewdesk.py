"""Exports of the program itself: the JSON with whole cases, and its tables."""

import msgspec
from msgspec.structs import replace

from reviewdesk_gui.domain.attachment import orderly
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.exchange import FORMAT, SCHEMA_VERSION, Exchange
from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.identity import review_keys
from reviewdesk_gui.importing.profile import FormatInfo, Profile, table_profile
from reviewdesk_gui.importing.trouble import RowError

CASES = Profile(
    info=FormatInfo("reviewdesk", "A desk's own JSON export", (".json",), "A JSON file written by Export."),
    platform="other",
    columns={},
)
TABLE = table_profile(
    FormatInfo("reviewdesk_table", "A desk's own table", (".csv", ".xlsx"), "A CSV or XLSX file written by Export."),
    "other",
    ("platform", "written_at", "rating_original", "text", "status", "reply_state"),
    {
        Field.PLATFORM: "platform",
        Field.LOCATION: "location",
        Field.DATE: "written_at",
        Field.AUTHOR: "author",
        Field.RATING: "rating",
        Field.TITLE: "title",
        Field.TEXT: "text",
        Field.LANGUAGE: "language",
        Field.REPLY: "reply",
        Field.REPLY_DATE: "replied_at",
        Field.PRODUCT: "product",
        Field.ORDER: "order",
        Field.LINK: "link",
        Field.CHANGED: "changed_at",
    },
)


def cases_of(document: object) -> list[Case] | None:
    """The cases of an export, None where the document is something else. Raises RowError where it cannot be brought
    back.
    """
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return None
    version = document.get("schema_version")
    if not isinstance(version, int) or version > SCHEMA_VERSION:
        raise RowError("was written by a newer version of this program; update it first")
    if document.get("anonymised"):
        raise RowError("was exported without names, so its reviews cannot be told from those on the desk")
    try:
        exchange = msgspec.convert(document, Exchange, str_keys=True)
    except msgspec.ValidationError as error:
        raise RowError(f"is damaged ({error})") from None
    return [_fit(case) for case in exchange.cases]


def _fit(case: Case) -> Case:
    if case.attachments:
        case = replace(case, attachments=orderly(case.attachments))
    # Keys of another program say nothing here: reviews are found again by our own.
    if any(key.startswith("#") for key in case.review.keys[:2]):
        return case
    return replace(case, review=replace(case.review, keys=review_keys(case.review)))
