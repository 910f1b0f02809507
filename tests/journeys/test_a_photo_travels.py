"""A photo: attached, seen again after a restart, exported with the desk, imported by another, opened there."""

from pathlib import Path

import pytest
from desk_pages import DeskPage, choose_file, when_asked_where
from gui_fixtures import OpenDesk
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from reviewdesk_gui.views.dialogs.export_dialog import ExportDialog
from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog

ANNA = 'author,rating,date,text,platform\nAnna Carlson,1,2026-11-22,"Fifty minutes for two coffees.",google\n'
PHOTO = b"\xff\xd8 a photo of cold coffee"


def names(desk: DeskPage) -> list[str]:
    return [button.accessibleName() for button in desk.window.panel.card.attachments.buttons]


def export_zip(desk: DeskPage, path: Path) -> None:
    desk.app.verbs.export_list()
    dialog = desk.dialog(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findText("Zip", Qt.MatchFlag.MatchStartsWith))
    assert not dialog.no_files.isVisible()
    dialog.anonymise.click()
    assert dialog.no_files.isVisible()
    dialog.anonymise.click()
    dialog.write_to(path)
    desk.until(lambda: desk.notice.startswith("Written to "))


def test_a_photo_goes_with_its_case_to_another_desk(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reviews.csv").write_text(ANNA, "utf-8")
    (tmp_path / "photo.jpg").write_bytes(PHOTO)
    desk = open_desk()
    desk.import_files(tmp_path / "reviews.csv")
    desk.choose("Anna Carlson")
    when_asked_where(lambda where: choose_file(where, tmp_path / "photo.jpg"))
    desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.until(lambda: desk.notice == "Attached: photo.jpg")

    again = open_desk()
    again.choose("Anna Carlson")
    assert names(again) == ["photo.jpg, 25 bytes"]
    export_zip(again, tmp_path / "whole.zip")
    again.window.close()

    for path in tmp_path.glob("desk.json*"):
        path.rename(tmp_path / f"former-{path.name}")
    other = open_desk()
    other.app.verbs.import_paths([tmp_path / "whole.zip"])
    dialog = other.dialog(ImportDialog)
    other.until(dialog.go.isEnabled)
    assert dialog.summary.text().endswith("0 rejected. Attached files that come along: 1.")
    other.press(dialog.go)
    other.until(lambda: other.rows())
    other.choose("Anna Carlson")
    assert names(other) == ["photo.jpg, 25 bytes"]
    assert "attached: photo.jpg" in other.window.panel.strip.text

    shown: list[bytes] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: shown.append(Path(QUrl(url).toLocalFile()).read_bytes()) or True
    )
    (button,) = other.window.panel.card.attachments.buttons
    button.setFocus()
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
    QTest.keyClick(button.menu(), Qt.Key.Key_Down)
    QTest.keyClick(button.menu(), Qt.Key.Key_Return)
    other.until(lambda: shown)
    assert shown == [PHOTO]
