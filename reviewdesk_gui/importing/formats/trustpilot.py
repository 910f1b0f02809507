"""Trustpilot: CSV, XLSX and JSON exports; the columns' case and wording differ from export to export."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

EXPORT = table_profile(
    FormatInfo(
        "trustpilot", "Trustpilot", (".csv", ".xlsx", ".json"), "The export of Manage reviews > Service reviews."
    ),
    "trustpilot",
    ("Review Id", "Review Title", "Review Content", "Review Stars"),
    {
        Field.EXTERNAL_ID: "Review Id",
        Field.DATE: ("Review Created (UTC)", "Review Created", "Review Date"),
        Field.AUTHOR: ("Review Username", "Consumer Name", "Review Consumer Name", "Reviewer Name"),
        Field.EMAIL: ("Review User Email", "Consumer Email"),
        Field.TITLE: "Review Title",
        Field.TEXT: "Review Content",
        Field.RATING: "Review Stars",
        Field.ORDER: ("Reference Id", "Reference Number"),
        Field.REPLY: ("Company Response", "Company Reply", "Business Reply", "Business Response"),
        Field.REPLY_DATE: ("Company Reply Date (UTC)", "Company Reply Date", "Business Reply Date (UTC)"),
        Field.LANGUAGE: "Review Language",
        Field.LOCATION: "Location Name",
    },
)
