"""The sample files tell of lately, whenever they are opened, and are known again the next time."""

from datetime import UTC, datetime, timedelta

from reviewdesk_gui import paths
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.importing import ScanOptions, make_plan, scan_paths
from reviewdesk_gui.importing.samples import brought_up_to

NOW = datetime(2031, 5, 6, 12, tzinfo=UTC)


def samples_at(now: datetime):
    return brought_up_to(scan_paths([paths.resources() / "samples"], options=ScanOptions(now=now)), now)


def test_the_newest_sample_is_of_the_last_day_and_none_of_the_future() -> None:
    written = [row.review.written_at for row in samples_at(NOW).reviews if row.review.written_at]
    assert NOW - timedelta(days=1) <= max(written) <= NOW


def test_opening_the_samples_again_changes_no_case() -> None:
    first = make_plan(samples_at(NOW), [], now=NOW)
    later = NOW + timedelta(days=3, hours=5)
    again = make_plan(samples_at(later), first.cases_to_save(), now=later)
    assert again.summary()["new"] == 0


def test_the_samples_hold_something_of_every_language_and_most_types() -> None:
    from reviewdesk_gui import assembly

    rooms = assembly.Rooms()
    cases = rooms.classified(make_plan(samples_at(NOW), [], now=NOW).cases_to_save(), rooms.sample_shop(), [])
    assert {case.review.language for case in cases} >= {"en", "sv", "bg", "fy", "nl", "ru", "uk", "de"}
    assert len({case.type for case in cases} & set(CaseType)) >= 8
