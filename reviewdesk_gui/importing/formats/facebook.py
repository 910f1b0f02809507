"""Facebook: a page's recommendations as JSON. There are no stars but yes and no; text may be UTF-8 that was read as
Latin-1.
"""

from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.profile import FormatInfo, table_profile

RECOMMENDATIONS = table_profile(
    FormatInfo("facebook", "Facebook", (".json",), "A page's recommendations (ratings) as JSON."),
    "facebook",
    ("recommendation_type", "created_time"),
    {
        Field.AUTHOR: ("reviewer.name", "reviewer"),
        Field.DATE: "created_time",
        Field.TEXT: ("review_text", "text"),
        Field.RATING: ("rating", "recommendation_type"),
        Field.EXTERNAL_ID: ("open_graph_story.id", "id"),
        Field.REPLY: ("reply.message", "reply"),
    },
)
