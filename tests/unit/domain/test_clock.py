"""The reply clock counts as a shop owner does: against opening hours, with the night in between."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from reviewdesk_gui.domain.clock import Marks, Pace, ReplyClock, waiting_words
from reviewdesk_gui.domain.shop import OpenHours, Shop

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WEEKDAYS = {day: OpenHours(time(9), time(18)) for day in range(5)}


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=STOCKHOLM)


@pytest.fixture
def clock() -> ReplyClock:
    return ReplyClock(Shop(hours=WEEKDAYS), STOCKHOLM)


def test_a_review_at_noon_is_ideally_answered_within_the_hour_and_by_closing_time(clock: ReplyClock) -> None:
    marks = clock.deadlines(local(23, 12))
    assert (marks.ideal, marks.day_end, marks.late) == (local(23, 13), local(23, 18), local(24, 12))


def test_a_review_at_night_starts_the_clock_in_the_morning(clock: ReplyClock) -> None:
    marks = clock.deadlines(local(23, 23))
    assert (marks.ideal, marks.day_end) == (local(24, 10), local(24, 18))


def test_a_review_on_friday_night_waits_for_monday(clock: ReplyClock) -> None:
    marks = clock.deadlines(local(20, 22))
    assert (marks.ideal, marks.day_end, marks.late) == (local(23, 10), local(23, 18), local(23, 18))


def test_ten_minutes_before_closing_the_ideal_mark_is_closing_time(clock: ReplyClock) -> None:
    assert clock.deadlines(local(23, 17, 50)).ideal == local(23, 18)


def test_without_hours_the_clock_always_runs() -> None:
    marks = ReplyClock(Shop(), STOCKHOLM).deadlines(local(22, 3))
    assert (marks.ideal, marks.day_end, marks.late) == (local(22, 4), local(22, 18), local(23, 3))


def test_without_hours_an_evening_review_has_until_the_next_evening() -> None:
    marks = ReplyClock(Shop(), STOCKHOLM).deadlines(local(22, 20))
    assert marks.ideal == local(22, 21)
    assert marks.day_end == local(23, 18)


def test_the_owner_may_move_the_marks() -> None:
    clock = ReplyClock(Shop(), STOCKHOLM, Marks(ideal_hours=2, late_hours=48))
    assert clock.deadlines(local(22, 9)).late == local(24, 9)


@pytest.mark.parametrize(
    ("now", "pace"),
    [
        (local(23, 12, 30), Pace.IDEAL),
        (local(23, 17), Pace.GOOD),
        (local(24, 9), Pace.TODAY),
        (local(24, 12, 1), Pace.LATE),
    ],
)
def test_pace(clock: ReplyClock, now: datetime, pace: Pace) -> None:
    assert clock.deadlines(local(23, 12)).pace(now) is pace


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (local(23, 12, 30), "tomorrow"),
        (local(24, 1), "today"),
        (local(24, 10, 20), "1 h 40 left"),
        (local(24, 11, 15), "45 min left"),
        (local(24, 12, 30), "30 min late"),
        (local(24, 22), "10 h late"),
        (local(26, 13), "2 days late"),
        (datetime(2027, 3, 24, 12, tzinfo=STOCKHOLM), "4 months late"),
        (datetime(2029, 11, 25, 12, tzinfo=STOCKHOLM), "3 years late"),
    ],
)
def test_the_clock_in_words(clock: ReplyClock, now: datetime, words: str) -> None:
    assert waiting_words(clock.deadlines(local(23, 12)), now, STOCKHOLM) == words


def test_deadlines_come_back_in_the_zone_they_were_asked_in(clock: ReplyClock) -> None:
    assert clock.deadlines(local(23, 12).astimezone(UTC)).late.tzinfo is UTC
