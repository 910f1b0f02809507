"""What other writers must not write to: the desk, what lies beside it, another desk."""

import os
import shutil
from pathlib import Path

import pytest

from reviewdesk_gui.domain.errors import UsageError
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.guarding import keep_off

OWN = (
    "desk.json", "DESK.json", "desk.json.previous", "desk.json.drafts", "desk.json.lock", "desk.json.owner",
    "desk.json.key", "desk.json.journal-000007", "desk.json.tmp", "desk.json.damaged-2026-11-22-162534",
    "desk.json.backups", "desk.json.backups/desk-2026-11-22-162534-day.zip", "sub/../desk.json",
    "desk.json.attachments", "DESK.json.Attachments/photo.jpg",
)  # fmt: skip
OTHERS = ("reviews.json", "desk.json.csv", "desk.csv", "desk-2026.json", "my desk.json", "sub/desk.json", "desk.zip")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    Desk.open(tmp_path / "desk.json").close()
    return tmp_path / "desk.json"


@pytest.mark.parametrize("name", OWN)
def test_the_files_of_the_desk_are_refused(name: str, desk: Path) -> None:
    with pytest.raises(UsageError, match="choose another name"):
        keep_off(desk.parent / name, desk)


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_name_is_free(name: str, desk: Path) -> None:
    keep_off(desk.parent / name, desk)
    assert desk.exists()


def test_another_desk_is_refused_too(desk: Path) -> None:
    other = desk.parent / "sub" / "other.json"
    Desk.open(other).close()

    with pytest.raises(UsageError, match="overwrite another desk"):
        keep_off(other, desk)


@pytest.mark.parametrize(
    "name",
    [
        "other.json.previous",
        "OTHER.json.journal-000001",
        "other.json.backups/desk-2026.zip",
        "other.json.attachments/ab/cdef",
        "other.json.key",
    ],
)
def test_what_belongs_to_another_desk_is_refused_too(name: str, desk: Path) -> None:
    Desk.open(desk.parent / "sub" / "other.json").close()

    with pytest.raises(UsageError, match="belongs to another desk"):
        keep_off(desk.parent / "sub" / name, desk)


@pytest.mark.parametrize("phrase", [None, "three blind mice"])
def test_a_copied_desk_is_refused_though_nothing_lies_beside_it(phrase: str | None, desk: Path) -> None:
    if phrase:
        with Desk.open(desk) as opened:
            opened.protection.set(phrase)
    copy = desk.parent / "sub" / "stick.json"
    shutil.copy(desk, copy)

    with pytest.raises(UsageError, match="overwrite another desk"):
        keep_off(copy, desk)


def test_names_that_only_look_like_a_desks_are_free(desk: Path) -> None:
    talk = desk.parent / "sub" / "talk"
    talk.write_text("About bread", "utf-8")
    slides = talk.with_name("talk.key")
    slides.write_text("Slides about bread", "utf-8")

    keep_off(slides, desk)
    assert slides.exists()


def test_an_export_of_cases_may_be_written_anew(desk: Path) -> None:
    (desk.parent / "sub" / "history.json").write_text('{"format":"reviewdesk-history","cases":[]}', "utf-8")
    (desk.parent / "sub" / "cases.json").write_text('{"cases":{}}', "utf-8")

    keep_off(desk.parent / "sub" / "history.json", desk)
    keep_off(desk.parent / "sub" / "cases.json", desk)
    assert (desk.parent / "sub" / "cases.json").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_way_round_through_a_link_is_seen(desk: Path) -> None:
    (desk.parent / "link.json").symlink_to(desk)
    (desk.parent / "elsewhere").symlink_to(desk.parent)

    for name in ("link.json", "elsewhere/desk.json", "elsewhere/desk.json.previous"):
        with pytest.raises(UsageError, match="overwrite the desk itself"):
            keep_off(desk.parent / name, desk)


def test_a_relative_name_is_meant_from_here(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.parent)

    with pytest.raises(UsageError, match="overwrite the desk itself"):
        keep_off(Path("desk.json"), Path("desk.json"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_what_is_no_file_is_not_replaced_by_one(desk: Path) -> None:
    pipe = desk.parent / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(UsageError, match="pipe is no file; choose another name"):
        keep_off(pipe, desk)
