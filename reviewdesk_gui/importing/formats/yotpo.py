"""Yotpo: two families of columns are known, with comma or semicolon."""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

_INFO = FormatInfo("yotpo", "Yotpo", (".csv",), "The CSV of Yotpo's review export.")
_SHARED: dict[Field, str | tuple[str, ...]] = {
    Field.TITLE: "Review Title",
    Field.TEXT: "Review Content",
    Field.RATING: "Review Score",
    Field.PRODUCT: ("Product Title", "Product ID"),
    Field.LINK: "Product URL",
    Field.REPLY: ("Comment Content", "Store Owner Comment", "Comment"),
}
FIRST = table_profile(
    _INFO,
    "yotpo",
    ("Review Title", "Review Content", "Review Score", "Date", "Display Name"),
    {**_SHARED, Field.DATE: "Date", Field.AUTHOR: "Display Name", Field.EMAIL: "Email"},
)
SECOND = table_profile(
    _INFO,
    "yotpo",
    ("Review Score", "Review Content", "Review Creation Date", "Reviewer Display Name"),
    {
        **_SHARED,
        Field.DATE: "Review Creation Date",
        Field.AUTHOR: "Reviewer Display Name",
        Field.EMAIL: "Reviewer Email",
    },
)
