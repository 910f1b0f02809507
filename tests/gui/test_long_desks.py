"""A desk with many years of replies on it."""

from datetime import UTC, datetime, timedelta

import pytest
from gui_fixtures import DeskOf

START = datetime(2010, 1, 1, 9, tzinfo=UTC)


@pytest.mark.slow
def test_a_draft_is_compared_with_the_newest_replies(desk_of: DeskOf) -> None:
    rows = [
        f"Guest {number},5,{START + timedelta(days=number):%Y-%m-%d %H:%M},Bread {number}.,Thank you {number}!,google"
        for number in range(3_005)
    ]
    desk = desk_of("\n".join(["author,rating,date,text,reply,platform", *rows]))
    oldest = next(case for case in desk.app.desk.cases() if case.review.author == "Guest 0")
    past = desk.app.checks.context(oldest).past

    said = {reply.text for reply in past}
    assert len(past) == 3_000
    assert "Thank you 3004!" in said
    assert "Thank you 3!" not in said
