"""Wildberries: feedback as the seller interface gives it (JSON), and the same columns flattened into a table."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

FEEDBACKS = table_profile(
    FormatInfo(
        "wildberries", "Wildberries", (".json", ".csv", ".xlsx"), "The list of feedbacks of the seller cabinet."
    ),
    "wildberries",
    ("productValuation", "createdDate", "text"),
    {
        Field.EXTERNAL_ID: "id",
        Field.AUTHOR: ("userName", "wbUserDetails.name"),
        Field.RATING: "productValuation",
        Field.DATE: "createdDate",
        Field.POSITIVE: "pros",
        Field.NEGATIVE: "cons",
        Field.TEXT: "text",
        Field.REPLY: ("answer.text", "answer"),
        Field.REPLY_DATE: ("answer.createDate", "answer.createdDate"),
        Field.PRODUCT: ("productDetails.productName", "productName", "productDetails.supplierArticle"),
    },
)
