"""A solved case as a one-page story to share, with the people taken out (P40)."""

from datetime import datetime, tzinfo

from reviewdesk_gui.domain.case import Case, Outcome
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.domain.timeline import EventKind
from reviewdesk_gui.exporting.anonymising import anonymous_case
from reviewdesk_gui.exporting.handout import Handout, file_name, handout, head_line
from reviewdesk_gui.exporting.reading_aids import Words

_LAYOUT = "case_story"
_GOOD_ENDS = (Outcome.SOLVED, Outcome.REVIEW_RAISED)


class StoryError(ReviewDeskError):
    """The case has no good end to tell of."""


def case_story(case: Case, *, shop: Shop, zone: tzinfo, now: datetime) -> Handout:
    """The story in Markdown and as a page, as of ``now`` (aware). Raises StoryError where the case is not solved or was
    never answered: there is nothing to learn from yet.
    """
    if case.outcome not in _GOOD_ENDS:
        raise StoryError("Only a solved case makes a story; close the case as solved first.")
    if case.last_posted is None:
        raise StoryError("The case has no posted reply to tell of.")
    told = anonymous_case(case, 1, shop)
    context: dict[str, object] = {
        "case": told,
        "review": told.review,
        "reply": told.last_posted,
        "notes": [event for event in told.timeline if event.kind is EventKind.NOTE and event.text],
        "days": _days(case),
        "shop": shop,
        "words": Words.in_zone(zone),
    }
    name = file_name("story", *told.topics[:2], now.astimezone(zone).date().isoformat())
    head = head_line(shop, zone, now, anonymised=True)
    return handout(_LAYOUT, context, name=name, ending=".md", head=head)


def _days(case: Case) -> int | None:
    """Days from the review to the end of the case."""
    return (case.closed_at - case.review.clock_starts).days if case.closed_at else None
