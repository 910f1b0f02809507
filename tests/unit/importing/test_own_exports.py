"""A desk's own exports brought back."""

import json
import zipfile
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.shop import OpenHours, Shop
from reviewdesk_gui.exporting import snapshot, write
from reviewdesk_gui.importing import Scan, make_plan

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., Scan]


@pytest.fixture
def desk(write: Write, scan: Read, now: datetime) -> list[Case]:
    """Cases whose reviews are known by other keys than their tables tell: their dates were corrected."""
    path = write("list.csv", "Name,Rating,Date,Review,Reply\nAda,2,2026-11-01,Torrt bröd,Tack\nBo,5,2026-11-02,Gott,\n")
    cases = make_plan(scan(path), (), now=now).cases_to_save()
    day = timedelta(days=1)
    return [
        replace(case, review=replace(case.review, written_at=case.review.written_at + day))
        for case in cases
        if case.review.written_at
    ]


@pytest.fixture
def exported(tmp_path: Path, desk: list[Case], now: datetime) -> Callable[..., Path]:
    def work(*, anonymise: bool = False) -> Path:
        hours = {day: OpenHours(time(8), time(17, 30)) for day in range(5)}
        taken = snapshot(desk, shop=Shop(name="Kvarnen", hours=hours), anonymise=anonymise, now=now)
        write(taken, tmp_path / "desk.zip", "zip")
        return tmp_path / "desk.zip"

    return work


def test_the_whole_desk_comes_back_without_loss_and_only_once(
    exported: Callable[..., Path], scan: Read, desk: list[Case], now: datetime
) -> None:
    found = scan(exported())

    assert make_plan(found, (), now=now).cases_to_save() == desk
    assert make_plan(found, desk, now=now).summary() == {
        "new": 0,
        "changed": 0,
        "same": 2,
        "repeated": 0,
        "rejected": [],
    }


def test_an_unpacked_export_comes_back_only_once_too(
    exported: Callable[..., Path], scan: Read, desk: list[Case], tmp_path: Path, now: datetime
) -> None:
    with zipfile.ZipFile(exported()) as archive:
        archive.extractall(tmp_path / "unpacked")

    assert make_plan(scan(tmp_path / "unpacked"), (), now=now).cases_to_save() == desk


def test_an_export_without_names_is_refused_whole(exported: Callable[..., Path], scan: Read) -> None:
    found = scan(exported(anonymise=True))

    assert found.reviews == ()
    assert "without names" in found.rejected[0].reason


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_of_the_desk_is_known_by_its_cases(
    form: str, desk: list[Case], scan: Read, tmp_path: Path, now: datetime
) -> None:
    """Though the reviews' dates were corrected, and a reply that was posted is not seen because our table tells it."""
    sent = steps.mark_posted(steps.mark_copied(desk[1], "Tack, Bo!", now), now)
    mine = [desk[0], sent]
    write(snapshot(mine, shop=Shop(name="Kvarnen"), now=now), tmp_path / f"own.{form}", form)

    plan = make_plan(scan(tmp_path / f"own.{form}"), mine, now=now)

    assert plan.summary() == {"new": 0, "changed": 0, "same": 2, "repeated": 0, "rejected": []}
    assert plan.cases_to_save() == []


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_of_a_newer_desk_brings_its_replies(
    form: str, desk: list[Case], scan: Read, tmp_path: Path, now: datetime
) -> None:
    sent = steps.mark_posted(steps.mark_copied(desk[1], "Tack, Bo!", now), now)
    write(snapshot([sent], shop=Shop(name="Kvarnen"), now=now), tmp_path / f"own.{form}", form)

    [case] = make_plan(scan(tmp_path / f"own.{form}"), desk, now=now).cases_to_save()

    assert (case.id, [reply.text for reply in case.replies]) == (desk[1].id, ["Tack, Bo!"])


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_without_names_is_refused_whole(
    form: str, desk: list[Case], scan: Read, tmp_path: Path, now: datetime
) -> None:
    taken = snapshot(desk, shop=Shop(name="Kvarnen"), anonymise=True, now=now)
    write(taken, tmp_path / f"own.{form}", form)
    found = scan(tmp_path / f"own.{form}")

    assert found.reviews == ()
    assert "without names" in found.rejected[0].reason


def test_other_files_of_these_names_are_both_read(write: Write, scan: Read, tmp_path: Path) -> None:
    write("both/cases.json", '[{"author": "Ada", "rating": 4, "text": "Gott"}]')
    write("both/cases.csv", "author,rating,text\nBo,2,Torrt\n")

    assert {row.review.author for row in scan(tmp_path / "both").reviews} == {"Ada", "Bo"}


@pytest.mark.parametrize("keys", [[], ["google:77"], ["of their own"], ["#abc"], ["~loose", "google:77"]])
def test_cases_of_another_program_come_in_by_whatever_keys_it_gave_them(
    keys: list[str], write: Write, scan: Read, now: datetime
) -> None:
    review = {"platform": "google", "received_at": "2026-11-20T10:00:00Z", "text": "Kallt kaffe", "author": "Ada"}
    review |= {"external_id": "77", "keys": keys}
    case = {"id": "theirs", "review": review, "type": "complaint"}
    exchange = {"format": "reviewdesk-history", "schema_version": 1, "exported_at": "2026-11-22T10:00:00Z"}
    found = scan(write("theirs.json", json.dumps({**exchange, "anonymised": False, "shop": {}, "cases": [case]})))
    (brought,) = make_plan(found, (), now=now).cases_to_save()

    assert brought.review.text == "Kallt kaffe"
    assert make_plan(found, [brought], now=now).cases_to_save() == []
