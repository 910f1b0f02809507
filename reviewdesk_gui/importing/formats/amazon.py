"""Amazon: the seller feedback report, tab-separated; the rater's e-mail address is dropped like every other."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

FEEDBACK = table_profile(
    FormatInfo("amazon", "Amazon seller feedback", (".txt", ".tsv", ".csv"), "The feedback report of Seller Central."),
    "amazon",
    ("Date", "Rating", "Comments", "Order ID"),
    {
        Field.DATE: "Date",
        Field.RATING: "Rating",
        Field.TEXT: "Comments",
        Field.REPLY: ("Your Response", "Response"),
        Field.ORDER: "Order ID",
        Field.EMAIL: "Rater Email",
    },
)
