"""Shopify's own former review app, and Okendo's template."""

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
OKENDO = table_profile(
    FormatInfo("okendo", "Okendo", (".csv",), "A CSV in the form of Okendo's import template."),
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
    },
)
