"""Where the dialogs for files begin: in the owner's own folders first, then where the last file was."""

from pathlib import Path

import pytest
from desk_pages import DeskPage, choose_file, when_asked_where
from gui_fixtures import OpenDesk
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog

REVIEW = "author,rating,date,text,platform\nAnna Carlson,1,2026-11-22,Fifty minutes for two coffees.,google\n"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("Downloads", "Documents"):
        (tmp_path / name).mkdir()
    return tmp_path


def asked(desk: DeskPage, act: str, choose: Path | None = None) -> Path:
    """The folder in which the dialog for an action begins; ``choose`` is taken there, else the owner gives up."""
    begun: list[Path] = []

    def answer(where: QFileDialog) -> None:
        begun.append(Path(where.directory().absolutePath()))
        choose_file(where, choose)

    when_asked_where(answer)
    {"import": desk.app.verbs.choose_files, "back up": desk.app.safety_verbs.back_up}[act]()
    desk.until(lambda: bool(begun))
    return begun[0]


def test_the_first_time_the_owners_own_folders_are_shown(open_desk: OpenDesk) -> None:
    desk = open_desk()
    places = QStandardPaths.StandardLocation

    assert asked(desk, "import") == Path(QStandardPaths.writableLocation(places.DownloadLocation))
    assert asked(desk, "back up") == Path(QStandardPaths.writableLocation(places.DocumentsLocation))


def test_reading_and_saving_begin_where_they_ended_after_a_new_start_too(open_desk: OpenDesk, folders: Path) -> None:
    exports, backups = folders / "exports of Google", folders / "backups"
    exports.mkdir()
    backups.mkdir()
    (exports / "reviews.csv").write_text(REVIEW, "utf-8")
    desk = open_desk()
    asked(desk, "import", exports / "reviews.csv")
    desk.dialog(ImportDialog).reject()
    asked(desk, "back up", backups / "desk.zip")
    desk.until(lambda: (backups / "desk.zip").exists() and not desk.app.jobs.is_busy)

    assert (asked(desk, "import"), asked(desk, "back up")) == (exports, backups)
    again = open_desk()
    assert (asked(again, "import"), asked(again, "back up")) == (exports, backups)


def test_a_folder_that_is_gone_is_not_asked_for(open_desk: OpenDesk, folders: Path) -> None:
    stick = folders / "stick"
    stick.mkdir()
    desk = open_desk()
    asked(desk, "back up", stick / "desk.zip")
    desk.until(lambda: (stick / "desk.zip").exists() and not desk.app.jobs.is_busy)
    (stick / "desk.zip").unlink()
    stick.rmdir()

    assert asked(desk, "back up") == Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    )


def test_a_folder_that_cannot_be_asked_about_is_passed_over(open_desk: OpenDesk, folders: Path) -> None:
    desk = open_desk()
    desk.app.settings.keep("folders/read", "/" + "a" * 300)

    assert asked(desk, "import") == folders / "Downloads"
