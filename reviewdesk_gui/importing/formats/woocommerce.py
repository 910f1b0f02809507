"""WooCommerce: product reviews are comments of WordPress, and their exports keep its column names. A reply is a row of
its own, which names in ``comment_parent`` the comment that it answers.
"""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

COMMENTS = table_profile(
    FormatInfo("woocommerce", "WooCommerce", (".csv", ".xlsx"), "A CSV of product reviews with comment_content."),
    "website",
    ("comment_ID", "comment_author", "comment_date", "comment_content", "rating"),
    {
        Field.EXTERNAL_ID: "comment_ID",
        Field.AUTHOR: "comment_author",
        Field.EMAIL: "comment_author_email",
        Field.DATE: ("comment_date_gmt", "comment_date"),
        Field.TEXT: "comment_content",
        Field.RATING: "rating",
        Field.PRODUCT: ("product_SKU", "comment_post_ID"),
    },
    skip={"comment_approved": {"spam": "is marked as spam in WordPress", "trash": "lies in WordPress's bin"}},
    parent="comment_parent",
)
