"""The files of cases, out of a zip that a desk has written or its unpacked folder; none is trusted."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.attachment import LARGEST, Attachment
from reviewdesk_gui.domain.case import Case, CaseType
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting import ExportOptions, snapshot, write
from reviewdesk_gui.importing import Change, Scan, make_plan
from reviewdesk_gui.importing.identity import review_keys

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
FILES = {"photo.jpg": b"\xff\xd8 a photo", "reviews.csv": b"Name,Rating,Review\nEve,1,Not a review of ours\n"}
Read = Callable[..., Scan]


def attachment(name: str, data: bytes) -> Attachment:
    return Attachment(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest(), added_at=NOON)


@pytest.fixture
def case() -> Case:
    review = Review(platform="google", author="Ada", text="Cold soup", rating=1.0, received_at=NOON)
    case = Case(id="c1", review=replace(review, keys=review_keys(review)), type=CaseType.COMPLAINT)
    for name, data in FILES.items():
        case = steps.attach(case, attachment(name, data), NOON)
    return case


@pytest.fixture
def exported(tmp_path: Path, case: Case) -> Path:
    taken = snapshot([case], shop=Shop(name="Kvarnen"), now=NOON)
    write(taken, tmp_path / "desk.zip", "zip", ExportOptions(attachment=lambda one: FILES[one.name]))
    return tmp_path / "desk.zip"


def changed_zip(path: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> Path:
    """The zip with every entry as ``change`` wants it, None for gone."""
    target = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            wanted = change(entry.filename, old.read(entry))
            if wanted:
                new.writestr(*wanted)
    return target


def contents(scan: Scan) -> dict[str, bytes]:
    found = {}
    for digest, opener in scan.attached.items():
        with opener() as handle:
            found[digest] = handle.read()
    return found


def reasons(scan: Scan) -> list[str]:
    return [f"{Path(row.file).name}: {row.reason}" for row in scan.rejected]


@pytest.mark.parametrize("unpacked", [False, True])
def test_the_files_come_with_their_case_and_are_no_reviews(
    exported: Path, scan: Read, case: Case, now: datetime, tmp_path: Path, unpacked: bool
) -> None:
    if unpacked:
        zipfile.ZipFile(exported).extractall(tmp_path / "unpacked")
    found = scan(tmp_path / "unpacked" if unpacked else exported)
    plan = make_plan(found, (), now=now)
    assert plan.cases_to_save() == [case]
    assert reasons(found) == []
    assert contents(found) == {one.sha256: FILES[one.name] for one in case.attachments}
    assert plan.files_of([case]) == [one.sha256 for one in case.attachments]


def test_json_alone_names_them(tmp_path: Path, scan: Read, case: Case, now: datetime) -> None:
    write(snapshot([case], shop=Shop(), now=NOON), tmp_path / "h.json", "json")
    found = scan(tmp_path / "h.json")
    assert make_plan(found, (), now=now).cases_to_save() == [case]
    assert (found.attached, reasons(found)) == ({}, [])


def test_a_file_with_other_bytes_is_left_out_and_told(exported: Path, scan: Read, case: Case) -> None:
    other = changed_zip(exported, lambda name, data: (name, data[::-1] if name.endswith(".jpg") else data))
    found = scan(other)
    assert reasons(found) == ["photo.jpg: is not the file that was exported; it was left out"]
    assert list(contents(found).values()) == [FILES["reviews.csv"]]
    assert len(found.reviews) == 1


def test_a_file_that_is_longer_than_told_is_left_out(exported: Path, scan: Read) -> None:
    found = scan(changed_zip(exported, lambda name, data: (name, data * 2 if name.endswith(".jpg") else data)))
    assert reasons(found) == ["photo.jpg: is not the file that was exported; it was left out"]


def test_a_file_that_is_not_there_is_told(exported: Path, scan: Read) -> None:
    found = scan(changed_zip(exported, lambda name, data: None if name.endswith(".jpg") else (name, data)))
    assert reasons(found) == ["photo.jpg: is missing from the export; its case comes without it"]


def test_a_file_larger_than_a_case_takes_is_left_out(exported: Path, scan: Read) -> None:
    size = str(len(FILES["photo.jpg"])).encode()
    found = scan(changed_zip(exported, lambda name, data: (name, data.replace(b'"size":' + size, b'"size":99999999'))))
    assert len(str(LARGEST)) == 8
    assert reasons(found) == ["photo.jpg: is larger than the 50 MB that a case takes; it was left out"]


@pytest.mark.parametrize("field", ["sha256", "id", "name"])
def test_no_name_in_the_json_leads_out_of_the_folder(
    exported: Path, scan: Read, tmp_path: Path, field: str, now: datetime
) -> None:
    (tmp_path / "secret.txt").write_bytes(FILES["photo.jpg"])
    zipfile.ZipFile(exported).extractall(tmp_path / "unpacked")
    (tmp_path / "unpacked" / "attachments" / "c1" / "photo.jpg").unlink()
    document = json.loads((tmp_path / "unpacked" / "cases.json").read_bytes())
    case = document["cases"][0]
    if field == "id":
        case["id"] = "../.."
    case["attachments"][0][field] = "../../../secret.txt"
    (tmp_path / "unpacked" / "cases.json").write_bytes(json.dumps(document).encode())
    found = scan(tmp_path / "unpacked")
    assert FILES["photo.jpg"] not in contents(found).values()
    names = [one.name for entry in make_plan(found, (), now=now).entries for one in entry.case.attachments]
    assert not any("/" in name for name in names)
    assert bool(names) is (field != "sha256"), "a digest that is none damages the document"


def test_a_zip_that_tells_more_than_it_holds_is_refused(exported: Path, scan: Read) -> None:
    data = bytearray(exported.read_bytes())
    place = data.rindex(b"attachments/c1/photo.jpg") - 46  # its entry in the directory of the archive
    for at in (20, 24):
        data[place + at : place + at + 4] = (1 << 30).to_bytes(4, "little")
    exported.write_bytes(data)
    found = scan(exported)
    assert found.attached == {}
    assert reasons(found) == ["desk.zip: says that it holds more than it can; it was not opened"]


def test_packed_files_still_count_as_a_bomb(tmp_path: Path, scan: Read) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("attachments/c1/photo.jpg", bytes(20_000_000))
        archive.writestr("cases.json", "{}")
    assert "suspiciously tight" in reasons(scan(tmp_path / "bomb.zip"))[0]


def test_a_case_that_the_desk_knows_gets_what_it_lacks(exported: Path, scan: Read, case: Case, now: datetime) -> None:
    known = replace(case, attachments=case.attachments[1:], timeline=())
    (entry,) = make_plan(scan(exported), [known], now=now).entries
    assert entry.change is Change.CHANGED
    assert {one.name for one in entry.case.attachments} == set(FILES)


def test_a_file_that_the_desk_lost_makes_a_change(exported: Path, scan: Read, case: Case, now: datetime) -> None:
    found = scan(exported)
    lost = case.attachments[0].sha256
    assert make_plan(found, [case], now=now).entries[0].change is Change.SAME
    plan = make_plan(found, [case], now=now, absent={lost})
    assert plan.entries[0].change is Change.CHANGED
    assert plan.cases_to_save() == [case]


def test_what_was_removed_stays_away(exported: Path, scan: Read, case: Case, now: datetime) -> None:
    removed = steps.remove_attachment(case, case.attachments[0].sha256, now)
    (entry,) = make_plan(scan(exported), [removed], now=now).entries
    assert entry.change is Change.SAME
    assert entry.case == removed


def test_equal_names_out_of_two_desks_are_kept_apart(exported: Path, scan: Read, case: Case, now: datetime) -> None:
    other = steps.attach(replace(case, attachments=(), timeline=()), attachment("Photo.jpg", b"another"), NOON)
    (entry,) = make_plan(scan(exported), [other], now=now).entries
    assert [one.name for one in entry.case.attachments] == ["Photo.jpg", "photo (2).jpg", "reviews.csv"]


def test_names_out_of_a_foreign_hand_are_made_fit(scan: Read, case: Case, tmp_path: Path, now: datetime) -> None:
    write(snapshot([case], shop=Shop(), now=NOON), tmp_path / "h.json", "json")
    document = json.loads((tmp_path / "h.json").read_bytes())
    first, second = document["cases"][0]["attachments"]
    first["name"], second["name"] = "a/b:c.jpg", "B_C.jpg"
    document["cases"][0]["attachments"] = [first, second, {**first, "name": "again.jpg"}]
    (tmp_path / "h.json").write_bytes(json.dumps(document).encode())
    (made,) = make_plan(scan(tmp_path / "h.json"), (), now=now).cases_to_save()
    assert [one.name for one in made.attachments] == ["b_c.jpg", "B_C (2).jpg"]


def test_an_opener_can_be_used_again(exported: Path, scan: Read) -> None:
    found = scan(exported)
    assert contents(found) == contents(found)
    assert all(isinstance(opener(), io.IOBase) for opener in found.attached.values())
