"""The files of cases in exports: whole in the zip, by name in everything else, not at all without names."""

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.attachment import Attachment, MissingAttachmentError
from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting import ExportOptions, ExportStoppedError, Progress, Snapshot, snapshot, write

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
FILES = {"Annas kvitto.pdf": b"%PDF a receipt " * 99, "foto.jpg": b"\xff\xd8 a photo"}


def read(attachment: Attachment) -> bytes:
    return FILES[attachment.name]


def read_receipt(attachment: Attachment) -> bytes:
    if attachment.name == "foto.jpg":
        raise MissingAttachmentError("foto.jpg is missing.")
    return read(attachment)


@pytest.fixture
def with_files(cases: list[Case]) -> list[Case]:
    case = cases[0]
    for digit, (name, data) in enumerate(FILES.items()):
        file = Attachment(name=name, size=len(data), sha256=str(digit) * 64, added_at=NOW)
        case = steps.attach(case, file, NOW)
    return [case, *cases[1:]]


@pytest.fixture
def taken(with_files: list[Case], shop: Shop) -> Snapshot:
    return snapshot(with_files, shop=shop, now=NOW)


def test_the_zip_holds_the_files_by_case(taken: Snapshot, tmp_path: Path) -> None:
    assert write(taken, tmp_path / "desk.zip", "zip", ExportOptions(attachment=read)) == ()
    folder = f"attachments/{taken.cases[0].id}"
    with zipfile.ZipFile(tmp_path / "desk.zip") as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        assert set(entries) == {"cases.json", "cases.csv", *(f"{folder}/{name}" for name in FILES)}
        assert {name: archive.read(f"{folder}/{name}") for name in FILES} == FILES
    photo = entries[f"{folder}/foto.jpg"]
    assert (photo.compress_type, photo.date_time) == (zipfile.ZIP_STORED, (2026, 11, 20, 9, 30, 0))


def test_only_the_files_of_chosen_cases_leave(with_files: list[Case], shop: Shop, tmp_path: Path) -> None:
    write(snapshot(with_files[1:], shop=shop, now=NOW), tmp_path / "h.zip", "zip", ExportOptions(attachment=read))
    assert zipfile.ZipFile(tmp_path / "h.zip").namelist() == ["cases.json", "cases.csv"]


def test_a_missing_file_is_left_out_and_told(taken: Snapshot, tmp_path: Path) -> None:
    told = write(taken, tmp_path / "h.zip", "zip", ExportOptions(attachment=read_receipt))
    assert told == (f"Case {taken.cases[0].id}: foto.jpg is missing.",)
    assert len(zipfile.ZipFile(tmp_path / "h.zip").namelist()) == 3


def test_without_names_no_file_and_no_name_of_a_file_leaves(with_files: list[Case], shop: Shop, tmp_path: Path) -> None:
    nameless = snapshot(with_files, shop=shop, anonymise=True, now=NOW)
    for form in ("zip", "json", "md", "csv", "html"):
        write(nameless, tmp_path / f"h.{form}", form, ExportOptions(attachment=read))
    with zipfile.ZipFile(tmp_path / "h.zip") as archive:
        assert archive.namelist() == ["cases.json", "cases.csv"]
        texts = [archive.read(name).decode() for name in archive.namelist()]
    texts += [(tmp_path / f"h.{form}").read_text("utf-8") for form in ("json", "md", "csv", "html")]
    assert not any(name in text for text in texts for name in ("kvitto", "foto", "0" * 64))


def test_progress_goes_on_over_the_files_and_cancelling_leaves_nothing(taken: Snapshot, tmp_path: Path) -> None:
    seen: list[Progress] = []
    write(taken, tmp_path / "h.zip", "zip", ExportOptions(attachment=read), seen.append)
    assert [(step.done, step.total) for step in seen][-3:] == [(0, 2), (1, 2), (2, 2)]
    seen.clear()
    with pytest.raises(ExportStoppedError):
        write(
            taken,
            tmp_path / "cancelled.zip",
            "zip",
            ExportOptions(attachment=read),
            seen.append,
            lambda: bool(seen) and seen[-1] == Progress(0, 2),
        )
    assert [path.name for path in tmp_path.iterdir()] == ["h.zip"]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("csv", "Annas kvitto.pdf; foto.jpg"),
        ("html", 'Annas kvitto.pdf <span class="quiet">1 KB</span>'),
        ("md", "### Attachments\n\n- Annas kvitto.pdf, 1 KB\n- foto.jpg, 10 bytes"),
        ("md", "attached foto.jpg"),
        ("json", f'"name":"foto.jpg","size":10,"sha256":"{"1" * 64}","added_at":"2026-11-20T09:30:00Z"'),
    ],
)
def test_every_other_form_names_them(taken: Snapshot, tmp_path: Path, form: str, words: str) -> None:
    write(taken, tmp_path / f"h.{form}", form, ExportOptions(attachment=read))
    assert words in (tmp_path / f"h.{form}").read_text("utf-8")


def test_the_version_grows_only_where_an_older_reader_would_go_wrong(
    with_files: list[Case], shop: Shop, tmp_path: Path
) -> None:
    removed = steps.remove_attachment(with_files[0], "0" * 64, NOW)
    bare = steps.remove_attachment(removed, "1" * 64, NOW)
    for cases, version in (([bare], 2), (with_files[:1], 2), (with_files[1:], 1)):
        write(snapshot(cases, shop=shop, now=NOW), tmp_path / "h.json", "json")
        assert json.loads((tmp_path / "h.json").read_bytes())["schema_version"] == version
