"""Trustpilot: CSV, XLSX and JSON exports; the columns' case and wording differ from export to export."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

_INFO = FormatInfo(
    "trustpilot", "Trustpilot", (".csv", ".xlsx", ".json"), "The export of Manage reviews > Service reviews."
)
EXPORT = table_profile(
    _INFO,
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
PRODUCTS = table_profile(
    _INFO,
    "trustpilot",
    ("review_id", "stars", "product_name", "content", "consumer_name", "created_at"),
    {
        Field.EXTERNAL_ID: "review_id",
        Field.DATE: "created_at",
        Field.AUTHOR: "consumer_name",
        Field.TEXT: "content",
        Field.RATING: "stars",
        Field.PRODUCT: ("product_name", "product_sku"),
    },
)
INTERFACE = table_profile(
    _INFO,
    "trustpilot",
    ("stars", "text", "createdAt", "consumer.displayName"),
    {
        Field.EXTERNAL_ID: "id",
        Field.DATE: "createdAt",
        Field.AUTHOR: "consumer.displayName",
        Field.TITLE: "title",
        Field.TEXT: "text",
        Field.RATING: "stars",
        Field.ORDER: "referenceId",
        Field.REPLY: "companyReply.text",
        Field.REPLY_DATE: "companyReply.createdAt",
        Field.LANGUAGE: "language",
    },
)
