"""Counting days, and which promise a date belongs to."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.due_dates import (
    add_working_days,
    after_amount,
    calendar_day,
    coming_day_of_month,
    coming_weekday,
    relative_day,
)
from reviewdesk_gui.checks.factory import PackShelf
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.promises import Promises
from reviewdesk_gui.domain.errors import DataFileError

WEDNESDAY, FRIDAY, SATURDAY = date(2026, 3, 4), date(2026, 3, 6), date(2026, 3, 7)
LANGUAGES = paths.resources() / "languages"
SHELF = PackShelf(LANGUAGES)
READER = Promises(LANGUAGES)


@pytest.mark.parametrize(
    ("today", "amount", "unit", "due"),
    [
        (FRIDAY, 1, "working_day", date(2026, 3, 9)),
        (SATURDAY, 2, "working_day", date(2026, 3, 10)),
        (WEDNESDAY, 5, "working_day", date(2026, 3, 11)),
        (FRIDAY, 2, "day", date(2026, 3, 8)),
        (WEDNESDAY, 24, "hour", date(2026, 3, 5)),
        (WEDNESDAY, 2, "hour", WEDNESDAY),
        (WEDNESDAY, 48, "hour", FRIDAY),
        (WEDNESDAY, 2, "week", date(2026, 3, 18)),
        (date(2026, 1, 31), 1, "month", date(2026, 2, 28)),
        (date(2026, 11, 30), 3, "month", date(2027, 2, 28)),
    ],
)
def test_amounts_of_time(today: date, amount: int, unit: str, due: date) -> None:
    assert after_amount(today, amount, unit) == due


@pytest.mark.parametrize(
    ("today", "key", "due"),
    [
        (WEDNESDAY, "this_week", FRIDAY),
        (SATURDAY, "this_week", date(2026, 3, 8)),
        (WEDNESDAY, "next_week", date(2026, 3, 13)),
        (SATURDAY, "after_weekend", date(2026, 3, 9)),
        (FRIDAY, "next_working_day", date(2026, 3, 9)),
        (date(2026, 12, 20), "next_month", date(2027, 1, 31)),
        (date(2028, 2, 1), "this_month", date(2028, 2, 29)),
    ],
)
def test_days_by_name(today: date, key: str, due: date) -> None:
    assert relative_day(today, key) == due


def test_a_weekday_is_the_coming_one_and_never_today() -> None:
    assert coming_weekday(WEDNESDAY, 2) == date(2026, 3, 11)
    assert coming_weekday(WEDNESDAY, 4) == FRIDAY
    assert coming_weekday(WEDNESDAY, 4, next_week=True) == date(2026, 3, 13)


def test_a_passed_day_without_a_year_is_next_years_or_no_promise() -> None:
    assert calendar_day(date(2026, 12, 20), 3, 1) == date(2027, 1, 3)
    assert calendar_day(WEDNESDAY, 20, 2) is None
    assert calendar_day(WEDNESDAY, 31, 4) is None
    assert coming_day_of_month(date(2026, 1, 31), 30) == date(2026, 3, 30)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 60))
def test_a_working_day_is_never_in_a_weekend_and_adds_up(today: date, amount: int) -> None:
    due = add_working_days(today, amount)
    assert due.weekday() < 5
    assert add_working_days(add_working_days(today, amount - 1), 1) == due


def read(text: str, today: date = WEDNESDAY) -> list[tuple[str, date, str]]:
    proposals = READER(prepare(text, "en"), CheckContext(language="en", today=today), SHELF("en"))
    return [(proposal.kind.value, proposal.due, proposal.span.of(text)) for proposal in proposals]


def test_each_date_belongs_to_the_promise_beside_it() -> None:
    assert read("We will refund you within 5 days and I will call you on Friday.") == [
        ("compensation", date(2026, 3, 9), "We will refund you within 5 days"),
        ("call", FRIDAY, "I will call you on Friday"),
    ]


def test_the_exact_date_wins_over_the_weekday() -> None:
    assert [due for _, due, _ in read("We will call you on Thursday 12 March.")] == [date(2026, 3, 12)]


def test_the_same_promise_twice_is_one_duty() -> None:
    assert len(read("We will call you tomorrow. As I said, I'll call you tomorrow!")) == 1


@pytest.mark.parametrize("text", ["Shall we call you on Friday?", "We will call you.", "We are open on Friday.", ""])
def test_no_promise_without_a_date_and_no_date_without_a_promise(text: str) -> None:
    assert read(text) == []


def test_nothing_is_dated_before_the_shops_day_is_known() -> None:
    assert read("We will call you tomorrow.", date.min) == []


def test_the_proposal_quotes_its_sentence() -> None:
    text = "So sorry! We will call you tomorrow, Anna. Bye"
    (proposal,) = READER(prepare(text, "en"), CheckContext(today=WEDNESDAY), SHELF("en"))
    assert proposal.text == "We will call you tomorrow, Anna."


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("[[promise]]\nkind = 'shout'\n", "no follow-up of the kind"),
        ("[[promise]]\nkind = 'call'\nphrases = ['ring']\nfind = []\nleave = ['x']\n", "needs phrases, find and leave"),
        ("[units]\nfortnight = ['fortnight']\n", "does not know fortnight"),
        ("[numbers]\ntwo = ['two']\n", "is no number"),
        ("[dates]\norder = 'ymd'\n", "dmy or mdy"),
        ("[surprise]\n", "does not know surprise"),
    ],
)
def test_a_broken_file_is_refused_by_name(tmp_path: Path, body: str, reason: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "promises.toml").write_text(body, "utf-8")
    pack: Any = SHELF("en")
    with pytest.raises(DataFileError, match=reason) as error:
        Promises(tmp_path).book(pack)
    assert error.value.path.name == "promises.toml"
