"""Etsy: ``reviews.json`` of the account data download. Dates are month first; there is no reply and no
listing in it.
"""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

EXPORT = table_profile(
    FormatInfo("etsy", "Etsy", (".json", ".zip"), "reviews.json out of Download your data."),
    "etsy",
    ("reviewer", "date_reviewed", "star_rating", "message"),
    {
        Field.AUTHOR: "reviewer",
        Field.DATE: "date_reviewed",
        Field.RATING: "star_rating",
        Field.TEXT: "message",
        Field.ORDER: "order_id",
    },
    date_order="mdy",
    full_export=True,
)
