"""Shopify's own former review app, and Okendo's template and export."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

PRODUCT_REVIEWS = table_profile(
    FormatInfo("shopify_reviews", "Shopify Product Reviews", (".csv",), "The CSV of the former Product Reviews app."),
    "shopify",
    ("product_handle", "state", "rating", "author", "body", "created_at"),
    {
        Field.PRODUCT: "product_handle",
        Field.RATING: "rating",
        Field.TITLE: "title",
        Field.AUTHOR: "author",
        Field.EMAIL: "email",
        Field.TEXT: "body",
        Field.REPLY: "reply",
        Field.DATE: "created_at",
        Field.REPLY_DATE: "replied_at",
    },
    full_export=True,
    skip={"state": {"spam": "is marked as spam in Shopify"}},
)
_OKENDO_INFO = FormatInfo(
    "okendo", "Okendo", (".csv",), "Okendo's export, or a CSV in the form of its import template."
)
OKENDO = table_profile(
    _OKENDO_INFO,
    "okendo",
    ("name", "body", "handle", "productId", "rating", "dateCreated"),
    {
        Field.AUTHOR: "name",
        Field.TEXT: "body",
        Field.PRODUCT: ("handle", "sku", "productId"),
        Field.RATING: "rating",
        Field.DATE: "dateCreated",
        Field.EMAIL: "email",
        Field.TITLE: "title",
        Field.REPLY: "reply",
        Field.REPLY_DATE: "replyDateCreated",
    },
)
OKENDO_EXPORT = table_profile(
    _OKENDO_INFO,
    "okendo",
    ("Review ID", "Product Name", "Rating", "Body", "Reviewer Name", "Is Verified Buyer", "Date Created"),
    {
        Field.EXTERNAL_ID: "Review ID",
        Field.PRODUCT: ("Product Name", "Product ID"),
        Field.RATING: "Rating",
        Field.TITLE: "Title",
        Field.TEXT: "Body",
        Field.AUTHOR: "Reviewer Name",
        Field.DATE: "Date Created",
    },
)
