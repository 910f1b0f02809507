"""Dates of figures alone on pasted pages: 11/3/2026 is a day in March or in November."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace as changed
from pasted import TODAY, parse

from reviewdesk_gui.importing.paste import read_page
from reviewdesk_gui.importing.pasted import PastedPage, redated
from reviewdesk_gui.importing.scanned import FoundReply

_NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
_PAGE = "Ada\n★★★★☆\n{}\nNice soup.\nBo Ek\n★★★★☆\n{}\nCold soup.\n"


def read(*dates: str, order: str = "", above: str = "") -> tuple[PastedPage, list[str]]:
    """The page with these two dates, and the days that were read."""
    page = read_page(above + _PAGE.format(*dates), today=TODAY, date_order=order)
    return page, [found.written_at.date().isoformat() if found.written_at else "" for found in page.reviews]


@pytest.mark.parametrize("dates", [("11/3/2026", "10/2/2026"), ("11-3-2026", "10-2-2026"), ("11/3/26", "10/2/26")])
def test_a_date_that_can_be_meant_either_way_is_told_with_the_order_that_was_taken(dates: tuple[str, str]) -> None:
    page, days = read(*dates)
    assert (page.two_way_date, page.date_order, days) == (dates[0], "dmy", ["2026-03-11", "2026-02-10"])

    page, days = read(*dates, order="mdy")
    assert (page.two_way_date, page.date_order, days) == (dates[0], "mdy", ["2026-11-03", "2026-10-02"])


@pytest.mark.parametrize(
    ("other", "order"),
    [("10/25/2026", "mdy"), ("25/10/2026", "dmy"), ("11/12/2026", "mdy"), ("12/11/2026", "dmy")],
)
def test_the_other_dates_of_the_page_tell(other: str, order: str) -> None:
    page, days = read("11/3/2026", other)

    assert page.date_order == order
    assert days[0] == ("2026-11-03" if order == "mdy" else "2026-03-11")
    assert page.two_way_date == "11/3/2026"


def test_a_date_that_would_lie_ahead_is_read_the_other_way_whatever_was_chosen() -> None:
    for order in ("dmy", "mdy"):
        _page, days = read("11/12/2026", "10/2/2026", order=order)
        assert days[0] == "2026-11-12"


@pytest.mark.parametrize(
    ("above", "order"),
    [
        ("Yelp\n", "mdy"),
        ("https://apps.apple.com/us/app/kettle\n", "mdy"),
        ("https://apps.apple.com/gb/app/kettle\n", "dmy"),
        ("Yelp\nMeer lezen\nNuttig\n", "dmy"),
        ("Gefällt mir\nTeilen\n", "dmy"),
        ("Like\nShare\n", "dmy"),
    ],
)
def test_the_page_itself_tells_where_it_comes_from(above: str, order: str) -> None:
    assert read("11/3/2026", "10/2/2026", above=above)[0].date_order == order


@pytest.mark.parametrize(
    "dates",
    [
        ("3.11.2026", "2.10.2026"),
        ("2026-11-03", "2 Oct 2026"),
        ("25/10/2026", "5/5/2026"),
        ("2 weeks ago", "yesterday"),
    ],
)
def test_dates_that_mean_one_day_ask_nothing(dates: tuple[str, str]) -> None:
    assert read(*dates)[0].two_way_date == ""


def test_a_figure_within_a_review_asks_nothing() -> None:
    page = read_page("Ada\n★★★★☆ 2 weeks ago\nWe wrote on 3/4/2026 and got no answer until the 5th.", today=TODAY)

    assert page.two_way_date == ""


def test_the_order_divides_no_page_differently() -> None:
    text = "Ada\n11/12/2026\nNice soup.\nResponse from the owner 12/11/2026\nThanks!\nBo\n★★★★☆ 3/3/2026\nOk.\n"
    either = [[(one.author, one.text, one.reply) for one in parse(text, date_order=order)] for order in ("dmy", "mdy")]

    assert either[0] == either[1] == [("Ada", "Nice soup.", "Thanks!"), ("Bo", "Ok.", "")]


def test_the_other_order_leaves_alone_what_the_owner_corrected() -> None:
    page = _PAGE.format("11/3/2026\nFine.\nResponse from the owner 12/3/2026\nThanks!", "10/2/2026")
    before = read_page(page, today=TODAY, date_order="dmy").rows(_NOW)
    after = read_page(page, today=TODAY, date_order="mdy").rows(_NOW)
    first, second = before
    assert first.reply is not None
    own_day = datetime(2026, 11, 9, 12, tzinfo=UTC)
    rows = [
        type(first)(changed(first.review, author="Ada Berg"), FoundReply("Thank you!", first.reply.at), "paste", 1),
        type(second)(changed(second.review, written_at=own_day), None, "paste", 2),
    ]

    one, two = redated(rows, before, after)

    assert (one.review.author, one.review.written_at) == ("Ada Berg", datetime(2026, 11, 3, tzinfo=UTC))
    assert one.reply == FoundReply("Thank you!", datetime(2026, 12, 3, tzinfo=UTC).replace(month=3, day=12))
    assert two.review.written_at == own_day


def test_a_row_that_was_left_out_stays_out() -> None:
    before = read_page(_PAGE.format("11/3/2026", "10/2/2026"), today=TODAY).rows(_NOW)
    after = read_page(_PAGE.format("11/3/2026", "10/2/2026"), today=TODAY, date_order="mdy").rows(_NOW)

    [left] = redated(before[1:], before, after)

    assert left.review.written_at is not None
    assert left.review.written_at.date() == date(2026, 10, 2)


@pytest.mark.parametrize(
    "text",
    [
        "App Store\nkettle, 11/3/2026\nGood\nIt just works.\n",
        "App Store\nGood\nby kettle – 11/3/2026\nIt just works.\n",
        "Etsy\n5 out of 5 stars\nFine.\nUma Berg 11/3/2026\n",
        "Booking.com\nBo\nFrance\nGeschreven op: 11/3/2026\nFine\n8.0\nLiked · Quiet.\n",
        "Ada\n★★☆☆☆ 2 weeks ago\nCold soup.\nResponse from the owner 11/3/2026\nSorry!\n",
    ],
)
def test_wherever_the_date_stands(text: str) -> None:
    days = {}
    for order in ("dmy", "mdy"):
        page = read_page(text, today=TODAY, date_order=order)
        [found] = page.reviews
        days[order] = [when.date().isoformat() for when in (found.written_at, found.reply_at) if when][-1]
        assert page.two_way_date == "11/3/2026"

    assert days == {"dmy": "2026-03-11", "mdy": "2026-11-03"}
