"""Dates as exports and pages write them, in eight languages."""

from datetime import UTC, datetime

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.importing.dates import DateReader, guess_order
from reviewdesk_gui.importing.trouble import AmbiguousDateError, RowError
from reviewdesk_gui.importing.vocabulary import load

WORDS = load(paths.resources() / "importing")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def read(raw: object, order: str = "") -> str:
    moment = DateReader(WORDS, NOW, order).read(raw)
    return moment.strftime("%Y-%m-%d %H:%M") if moment else ""


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("2026-11-02", "2026-11-02 00:00"),
        ("2026-11-02T10:15:30.123456Z", "2026-11-02 10:15"),
        ("2026-11-02T10:15:30+02:00", "2026-11-02 08:15"),
        ("2026-11-02 10:15:30 UTC", "2026-11-02 10:15"),
        ("2026-11-02 14:30:01 -0400", "2026-11-02 18:30"),
        ("2026/11/02", "2026-11-02 00:00"),
        ("02.11.2026", "2026-11-02 00:00"),
        ("2.11.26", "2026-11-02 00:00"),
        ("11/22/2025", "2025-11-22 00:00"),
        ("22/11/2025 9:05 PM", "2025-11-22 21:05"),
        ("Wed, 02 Oct 2024 16:00:56 GMT", "2024-10-02 16:00"),
        ("1793610000", "2026-11-02 09:00"),
        ("1793610000000", "2026-11-02 09:00"),
        (1793610000, "2026-11-02 09:00"),
        (datetime(2026, 11, 2, 9), "2026-11-02 09:00"),  # noqa: DTZ001
        ("Nov 2, 2026", "2026-11-02 00:00"),
        ("2 november 2026", "2026-11-02 00:00"),
        ("5 mars 2026", "2026-03-05 00:00"),
        ("5. März 2026", "2026-03-05 00:00"),
        ("5 maart 2026", "2026-03-05 00:00"),
        ("5 mrt. 2026", "2026-03-05 00:00"),
        ("5 maaie 2026", "2026-05-05 00:00"),
        ("5 мая 2026 г.", "2026-05-05 00:00"),
        ("5 май 2026 г.", "2026-05-05 00:00"),
        ("5 травня 2026 р.", "2026-05-05 00:00"),
        ("5 лист. 2025", "2025-11-05 00:00"),
        ("12 nov.", "2026-11-12 00:00"),
        ("30 december", "2025-12-30 00:00"),
        ("October 2026", "2026-10-01 00:00"),
        ("2 november 2026 kl. 14:30", "2026-11-02 14:30"),
        ("", ""),
        (None, ""),
        ("-", ""),
    ],
)
def test_a_date_is_read(raw: object, moment: str) -> None:
    assert read(raw) == moment


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("today", "2026-11-21"),
        ("yesterday", "2026-11-20"),
        ("2 weeks ago", "2026-11-07"),
        ("a month ago", "2026-10-21"),
        ("igår", "2026-11-20"),
        ("för 2 veckor sedan", "2026-11-07"),
        ("för en månad sedan", "2026-10-21"),
        ("вчера", "2026-11-20"),
        ("преди 3 дни", "2026-11-18"),
        ("преди месец", "2026-10-21"),
        ("преди 2 години", "2024-11-21"),
        ("juster", "2026-11-20"),
        ("2 wiken lyn", "2026-11-07"),
        ("in moanne lyn", "2026-10-21"),
        ("gisteren", "2026-11-20"),
        ("een maand geleden", "2026-10-21"),
        ("2 weken geleden", "2026-11-07"),
        ("3 дня назад", "2026-11-18"),
        ("неделю назад", "2026-11-14"),
        ("год назад", "2025-11-21"),
        ("тиждень тому", "2026-11-14"),
        ("2 роки тому", "2024-11-21"),
        ("vor einem Monat", "2026-10-21"),
        ("vor 2 Wochen", "2026-11-07"),
        ("two weeks ago", "2026-11-07"),
        ("a couple of weeks ago", "2026-11-07"),
        ("Edited a week ago", "2026-11-14"),
        ("för två veckor sedan", "2026-11-07"),
        ("преди два дни", "2026-11-19"),
        ("twa wiken lyn", "2026-11-07"),
        ("twee weken geleden", "2026-11-07"),
        ("две недели назад", "2026-11-07"),
        ("два тижні тому", "2026-11-07"),
        ("vor zwei Wochen", "2026-11-07"),
        ("vor etwa drei Monaten bearbeitet", "2026-08-21"),
        ("3w ago", "2026-10-31"),
        ("2d ago", "2026-11-19"),
        ("5 mos ago", "2026-06-21"),
        ("2y ago", "2024-11-21"),
        ("Moved here 3 years ago", "2023-11-21"),
        ("för 3 v. sedan", "2026-10-31"),
        ("vor 2 Wo.", "2026-11-07"),
        ("vor 3 J.", "2023-11-21"),
        ("2 нед. назад", "2026-11-07"),
        ("5 дн. назад", "2026-11-16"),
        ("3 г. назад", "2023-11-21"),
        ("2 р. тому", "2024-11-21"),
        ("преди 3 седм.", "2026-10-31"),
        ("преди 2 г.", "2024-11-21"),
        ("2 wk. geleden", "2026-11-07"),
        ("3 dgn. geleden", "2026-11-18"),
        ("2 mnd. geleden", "2026-09-21"),
        ("3 jr. geleden", "2023-11-21"),
        ("last week", "2026-11-14"),
        ("förra veckan", "2026-11-14"),
        ("letzte Woche", "2026-11-14"),
        ("vorige week", "2026-11-14"),
        ("на прошлой неделе", "2026-11-14"),
        ("минулого тижня", "2026-11-14"),
        ("миналата седмица", "2026-11-14"),
    ],
)
def test_a_relative_date_counts_from_the_reading_day(raw: str, day: str) -> None:
    assert read(raw) == f"{day} 00:00"


def test_hours_ago_keep_their_hour() -> None:
    assert read("för 3 timmar sedan") == "2026-11-21 09:00"
    assert read("3h ago") == "2026-11-21 09:00"
    assert read("3 ч назад") == "2026-11-21 09:00"
    assert read("20 хвилин тому") == "2026-11-21 11:40"
    assert read("30 seconds ago") == "2026-11-21 11:59"
    assert read("vor 10 Sekunden") == "2026-11-21 11:59"


def test_a_date_that_can_be_read_in_two_ways_waits_for_the_owner() -> None:
    with pytest.raises(AmbiguousDateError, match="05/03/2024"):
        read("05/03/2024")
    assert read("05/03/2024", "dmy").startswith("2024-03-05")
    assert read("05/03/2024", "mdy").startswith("2024-05-03")


@pytest.mark.parametrize(
    "raw",
    [
        "half a year ago",
        "a few days ago",
        "vor ein paar Tagen",
        "2026-12-24",
        "24.12.2026",
        "in the future",
        "31.02.2026",
        "0024-01-01",
        "hello",
        True,
        [1],
    ],
)
def test_what_cannot_be_a_reviews_date_is_refused(raw: object) -> None:
    with pytest.raises(RowError):
        read(raw)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["05/03/2026", "28/03/2026"], "dmy"),
        (["05/03/2026", "03/28/2026"], "mdy"),
        (["28/03/2026", "03/28/2026"], ""),
        ([], ""),
    ],
)
def test_a_column_tells_its_order_unless_it_contradicts_itself(column: list[str], order: str) -> None:
    assert guess_order(column) == order


def test_the_owners_order_is_used_where_the_file_is_silent() -> None:
    assert read("13/03/2026", "mdy").startswith("2026-03-13")
