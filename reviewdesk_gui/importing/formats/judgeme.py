"""Judge.me (Shopify): the export, and the template that its own import takes. Its ``location`` is the reviewer's."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

_COLUMNS: dict[Field, str | tuple[str, ...]] = {
    Field.TITLE: "title",
    Field.TEXT: "body",
    Field.RATING: "rating",
    Field.DATE: "review_date",
    Field.AUTHOR: "reviewer_name",
    Field.EMAIL: "reviewer_email",
    Field.PRODUCT: ("product_handle", "product_id"),
    Field.REPLY: "reply",
    Field.REPLY_DATE: "reply_date",
    Field.IP: "ip_address",
}
EXPORT = table_profile(
    FormatInfo("judgeme", "Judge.me export", (".csv",), "The CSV that Judge.me mails after Export reviews."),
    "judgeme",
    ("title", "body", "rating", "review_date", "curated", "reviewer_name"),
    _COLUMNS,
    full_export=True,
    skip={"curated": {"spam": "is marked as spam in Judge.me"}},
)
IMPORT = table_profile(
    FormatInfo("judgeme_import", "Judge.me import template", (".csv",), "A CSV made for Judge.me's own import."),
    "judgeme",
    ("title", "body", "rating", "review_date", "reviewer_name", "picture_urls"),
    _COLUMNS,
    # The template asks for dd/mm/yyyy: https://judge.me/help/en/articles/8415368-importing-reviews-using-judge-me-template
    date_order="dmy",
)
