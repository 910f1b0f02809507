"""Loox (Shopify): the export, and the template that its own import takes."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

EXPORT = table_profile(
    FormatInfo("loox", "Loox export", (".csv",), "The CSV of Loox > Export reviews."),
    "loox",
    ("id", "status", "rating", "nickname", "review", "date", "verified_purchase"),
    {
        Field.EXTERNAL_ID: "id",
        Field.RATING: "rating",
        Field.EMAIL: "email",
        Field.AUTHOR: ("nickname", "full_name"),
        Field.TEXT: "review",
        Field.DATE: "date",
        Field.PRODUCT: ("handle", "productId"),
        Field.REPLY: "reply",
        Field.REPLY_DATE: "replied_at",
    },
    full_export=True,
)
IMPORT = table_profile(
    FormatInfo("loox_import", "Loox import template", (".csv",), "A CSV made for Loox's own import."),
    "loox",
    ("product_handle", "rating", "author", "body", "created_at", "photo_url"),
    {
        Field.PRODUCT: ("product_handle", "product_Id"),
        Field.RATING: "rating",
        Field.AUTHOR: "author",
        Field.EMAIL: "email",
        Field.TEXT: "body",
        Field.DATE: "created_at",
        Field.REPLY: "reply",
        Field.REPLY_DATE: "replied_at",
    },
)
