"""When something was written, as the owner reads it above the review."""

import pytest
from desk_pages import DeskPage
from gui_fixtures import DeskOf


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2026-11-22T09:30:00Z", "09:30"),
        ("2026-11-22", "22 Nov"),
        ("2026-11-03T13:05:00Z", "3 Nov 13:05"),
        ("2026-11-03", "3 Nov"),
        ("2024-03-09", "9 Mar 2024"),
        ("2024-03-09T13:05:00Z", "9 Mar 2024 13:05"),
    ],
)
def test_a_day_without_a_time_shows_none_and_an_earlier_year_is_named(desk_of: DeskOf, date: str, shown: str) -> None:
    desk: DeskPage = desk_of(f"author,rating,date,text,platform\nAnna Berg,4,{date},Good bread.,google\n")
    desk.choose("Anna Berg")

    desk.until(lambda: desk.origin == f"Google · {shown}")
