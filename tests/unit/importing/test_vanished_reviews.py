"""Reviews of the desk that a full export no longer holds."""

import json
import os
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.importing import Plan, Scan, ScanOptions, make_plan, scan_paths

RECEIVED = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = RECEIVED + timedelta(days=3)
DAYS = ("01", "05", "09", "12")


def review(day: str, location: str = "2") -> dict[str, object]:
    moment = f"2026-11-{day}T10:00:00Z"
    return {
        "name": f"accounts/1/locations/{location}/reviews/{day}",
        "reviewer": {"displayName": f"Kund {day}"},
        "starRating": "TWO",
        "comment": f"Den {day} november var brödet torrt.",
        "createTime": moment,
        "updateTime": moment,
    }


def read(*paths: Path, now: datetime = LATER) -> Scan:
    return scan_paths(paths, options=ScanOptions(now=now))


def document(days: Iterable[str]) -> str:
    return json.dumps({"reviews": [review(day) for day in days]})


@pytest.fixture
def full_export(tmp_path: Path) -> Callable[..., Path]:
    """A file with the reviews of these days, last changed at a chosen moment."""

    def work(days: Iterable[str], *, name: str = "reviews.json", modified: datetime = LATER) -> Path:
        path = tmp_path / "exports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document(days), "utf-8")
        os.utime(path, (modified.timestamp(), modified.timestamp()))
        return path

    return work


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    """A zip whose entries bear a chosen date, downloaded (and so changed) much later."""

    def work(days: Iterable[str], *, name: str = "takeout.zip", entry: datetime) -> Path:
        path = tmp_path / name
        inner = zipfile.ZipInfo("Takeout/location-2/reviews.json", entry.timetuple()[:6])
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(inner, document(days))
        os.utime(path, (LATER.timestamp(), LATER.timestamp()))
        return path

    return work


@pytest.fixture
def desk(full_export: Callable[..., Path]) -> list[Case]:
    return make_plan(read(full_export(DAYS), now=RECEIVED), (), now=RECEIVED).cases_to_save()


@pytest.fixture
def planned(desk: Sequence[Case]) -> Callable[..., Plan]:
    def work(*paths: Path, known: Sequence[Case] | None = None) -> Plan:
        return make_plan(read(*paths), desk if known is None else known, now=LATER)

    return work


def gone(plan: Plan) -> list[str]:
    """The authors of the reviews that are offered as removed."""
    return sorted(one.case.review.author for one in plan.removed)


@pytest.mark.parametrize(
    ("left", "missing"),
    [
        (("01", "09", "12"), ["Kund 05"]),
        (("05", "09", "12"), ["Kund 01"]),
        (("01", "05", "09"), ["Kund 12"]),
        (("05",), ["Kund 01", "Kund 09", "Kund 12"]),
    ],
)
def test_what_a_full_export_lacks_is_offered_wherever_it_stood(
    planned: Callable[..., Plan], full_export: Callable[..., Path], left: tuple[str, ...], missing: list[str]
) -> None:
    assert gone(planned(full_export(left))) == missing


def test_what_came_after_the_export_was_made_is_not_offered(
    planned: Callable[..., Plan], full_export: Callable[..., Path]
) -> None:
    made = RECEIVED - timedelta(hours=1)
    assert gone(planned(full_export(("01", "05", "09"), modified=made))) == []


def test_a_review_that_changed_after_the_export_was_made_is_not_offered(
    planned: Callable[..., Plan], full_export: Callable[..., Path], desk: list[Case]
) -> None:
    wording = document(["12"]).replace("torrt", "gott")
    changed = full_export(())
    changed.write_text(wording, "utf-8")
    [case] = make_plan(read(changed), desk, now=LATER).cases_to_save()
    known = [case if one.id == case.id else one for one in desk]

    assert gone(planned(full_export(("01", "05", "09"), modified=LATER - timedelta(hours=1)), known=known)) == []


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("reviews-20261123T080000Z-001.json", ["Kund 12"]),
        ("reviews-20261121T113000Z-001.json", []),
        ("reviews_2026-11-23.json", ["Kund 12"]),
        ("reviews_2026-01-01_2026-11-23.json", ["Kund 12"]),
        ("reviews_2026-11-21.json", []),
    ],
)
def test_the_day_in_a_files_name_tells_when_it_was_made(
    planned: Callable[..., Plan], full_export: Callable[..., Path], name: str, missing: list[str]
) -> None:
    path = full_export(("01", "05", "09"), name=name)
    (path.parent / "reviews.json").unlink(missing_ok=True)
    assert gone(planned(path)) == missing


@pytest.mark.parametrize(
    ("name", "entry", "missing"),
    [
        ("takeout.zip", LATER - timedelta(days=1), ["Kund 12"]),
        ("takeout.zip", RECEIVED - timedelta(days=1), []),
        ("takeout-20261120T080000Z-001.zip", LATER, []),
        ("takeout-20261122T080000Z-001.zip", RECEIVED - timedelta(days=1), ["Kund 12"]),
    ],
)
def test_a_zip_tells_when_it_was_made_by_its_name_or_its_entries(
    planned: Callable[..., Plan], zipped: Callable[..., Path], name: str, entry: datetime, missing: list[str]
) -> None:
    assert gone(planned(zipped(("01", "05", "09"), name=name, entry=entry))) == missing


def test_what_an_export_tells_of_is_older_than_the_export(
    planned: Callable[..., Plan], full_export: Callable[..., Path], desk: list[Case]
) -> None:
    early = [
        replace(case, review=replace(case.review, received_at=datetime(2026, 11, 9, 9, tzinfo=UTC))) for case in desk
    ]
    early = [replace(case, timeline=()) for case in early]
    undated = full_export(("01", "05", "09"), modified=datetime(1980, 1, 1, tzinfo=UTC))

    assert gone(planned(undated, known=early)) == ["Kund 12"]


def test_the_owner_learns_by_which_file_and_when_it_was_made(
    planned: Callable[..., Plan], full_export: Callable[..., Path]
) -> None:
    [one] = planned(full_export(("01", "05", "09"))).removed

    assert one.why == f"reviews.json, made {LATER.astimezone():%Y-%m-%d %H:%M}"


def test_of_a_zip_the_owner_learns_the_day(planned: Callable[..., Plan], zipped: Callable[..., Path]) -> None:
    [one] = planned(zipped(("01", "05", "09"), entry=LATER)).removed

    assert one.why == f"takeout.zip > reviews.json, made {LATER:%Y-%m-%d}"


def test_an_empty_full_export_proves_nothing(planned: Callable[..., Plan], full_export: Callable[..., Path]) -> None:
    assert gone(planned(full_export(()))) == []


def test_rejected_rows_prove_nothing(planned: Callable[..., Plan], full_export: Callable[..., Path]) -> None:
    path = full_export(("01", "05", "09"))
    broken = json.loads(path.read_text("utf-8"))
    broken["reviews"].append({"name": "accounts/1/locations/2/reviews/x", "starRating": "SIX"})
    path.write_text(json.dumps(broken), "utf-8")
    plan = planned(path)

    assert (len(plan.rejected), gone(plan)) == (1, [])


def test_a_damaged_part_beside_it_proves_nothing(
    planned: Callable[..., Plan], full_export: Callable[..., Path]
) -> None:
    whole = full_export(("01", "05", "09"))
    (whole.parent / "reviews-2.json").write_text('{"reviews": [', "utf-8")

    assert gone(planned(whole.parent)) == []


def test_one_part_of_several_proves_nothing_about_what_lies_outside_it(
    planned: Callable[..., Plan], full_export: Callable[..., Path]
) -> None:
    first, second = full_export(("01", "09")), full_export(("12",), name="reviews-tok3n.json")

    assert gone(planned(first)) == ["Kund 05"]
    assert gone(planned(first, second)) == ["Kund 05"]
    second.write_text(document(()), "utf-8")
    assert gone(planned(first, second)) == ["Kund 05", "Kund 12"]


def test_another_location_proves_nothing(
    planned: Callable[..., Plan], full_export: Callable[..., Path], desk: list[Case]
) -> None:
    elsewhere = [replace(case, review=replace(case.review, location="Hamnen")) for case in desk]

    assert gone(planned(full_export(("05",)), known=elsewhere)) == []
