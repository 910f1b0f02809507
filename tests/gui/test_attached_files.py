"""Files of a case in the window: attached by menu, drop and clipboard, opened, saved elsewhere, removed."""

from pathlib import Path

import pytest
from desk_pages import DeskPage, choose_file, when_asked_where
from gui_fixtures import NOON, DeskOf, OpenDesk
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reviewdesk_gui.domain.attachment import LARGEST
from reviewdesk_gui.views.case.attachment_row import AttachmentButton

ANNA = 'author,rating,date,text,platform\nAnna Carlson,1,2026-11-22,"Fifty minutes for two coffees.",google\n'
PHOTO = b"\xff\xd8 a photo of cold coffee"


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    desk = desk_of(ANNA)
    desk.choose("Anna Carlson")
    return desk


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    (tmp_path / "photo.jpg").write_bytes(PHOTO)
    return tmp_path / "photo.jpg"


@pytest.fixture
def shown_elsewhere(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that the system was asked to show; no program starts."""
    shown: list[Path] = []

    def show(url: QUrl) -> bool:
        shown.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return shown


def buttons(desk: DeskPage) -> list[AttachmentButton]:
    row = desk.window.panel.card.attachments
    return row.buttons if row.isVisible() else []


def names(desk: DeskPage) -> list[str]:
    """What a screen reader says of the files."""
    return [button.accessibleName() for button in buttons(desk)]


def choose(desk: DeskPage, words: str, which: int = 0) -> None:
    """Choose from the menu of a file."""
    menu = buttons(desk)[which].menu()
    action = next(action for action in menu.actions() if action.text().replace("&", "") == words)
    assert action.isEnabled()
    action.trigger()


def attach(desk: DeskPage, *paths: Path) -> None:
    """Attach by the menu Case."""
    count = len(buttons(desk))
    when_asked_where(lambda where: choose_file(where, paths[0]))
    desk.app.actions.menus.action("attach").trigger()
    desk.until(lambda: len(buttons(desk)) > count or desk.notice_is_error)


def drop(widget: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(4, 4), copy, data, left, plain)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(4, 4), copy, data, left, plain))


def test_a_case_without_files_shows_no_row(desk: DeskPage) -> None:
    assert not desk.window.panel.card.attachments.isVisible()


def test_a_file_is_attached_seen_in_the_history_and_undone(desk: DeskPage, photo: Path) -> None:
    attach(desk, photo)
    assert desk.notice == "Attached: photo.jpg"
    assert names(desk) == ["photo.jpg, 25 bytes"]
    assert "Attached 12:00" in buttons(desk)[0].toolTip()
    assert "attached: photo.jpg" in desk.window.panel.strip.text
    desk.press_named(desk.window.notices, "Undo")
    assert names(desk) == []
    assert "attached" not in desk.window.panel.strip.text


@pytest.mark.parametrize("place", ["card", "words"])
def test_files_dropped_on_the_review_are_attached(desk: DeskPage, photo: Path, place: str) -> None:
    (photo.parent / "чек.pdf").write_bytes(b"a receipt")
    card = desk.window.panel.card
    drop(card if place == "card" else card.text.viewport(), photo, photo.parent / "чек.pdf")
    desk.until(lambda: names(desk) == ["photo.jpg, 25 bytes", "чек.pdf, 9 bytes"])
    assert desk.notice == "2 files are attached."


def test_a_picture_in_the_clipboard_is_attached(desk: DeskPage) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    desk.app.attachment_verbs.attach_from_clipboard()
    desk.until(lambda: names(desk))
    assert names(desk)[0].startswith("Picture 2026-11-22 12.00.00.png, ")


def test_files_in_the_clipboard_are_attached(desk: DeskPage, photo: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    QGuiApplication.clipboard().setMimeData(data)
    desk.app.attachment_verbs.attach_from_clipboard()
    desk.until(lambda: names(desk) == ["photo.jpg, 25 bytes"])


def test_a_clipboard_without_a_picture_is_said(desk: DeskPage) -> None:
    QGuiApplication.clipboard().setText("only words")
    desk.app.attachment_verbs.attach_from_clipboard()
    assert desk.notice == "There is no picture in the clipboard. Copy one first."


def test_what_cannot_be_attached_is_told_and_the_rest_is(desk: DeskPage, photo: Path) -> None:
    with (photo.parent / "film.mov").open("wb") as film:
        film.truncate(LARGEST + 30_000_000)
    drop(desk.window.panel.card, photo, photo.parent / "film.mov", photo)
    desk.until(lambda: desk.notice.startswith("Attached: photo.jpg"))
    assert "film.mov has 80.0 MB; a case takes files of up to 50 MB" in desk.notice
    assert "photo.jpg is attached already, as photo.jpg." in desk.notice
    assert desk.notice_is_error
    assert names(desk) == ["photo.jpg, 25 bytes"]


def test_a_big_file_tells_how_far_it_is_and_can_be_cancelled(desk: DeskPage, tmp_path: Path) -> None:
    with (tmp_path / "film.mov").open("wb") as film:
        film.truncate(LARGEST)
    drop(desk.window.panel.card, tmp_path / "film.mov")
    desk.until(lambda: desk.notice.startswith("Attaching: "))
    assert desk.notice.endswith(" of 50.0 MB")
    desk.press_named(desk.window.notices, "Cancel")
    desk.until(lambda: not desk.app.jobs.is_busy)
    assert names(desk) == []
    assert "attached" not in desk.window.panel.strip.text


def test_a_file_is_opened_as_a_copy_that_goes_with_the_window(
    desk: DeskPage, photo: Path, shown_elsewhere: list[Path], open_desk: OpenDesk
) -> None:
    attach(desk, photo)
    desk.app.safety_verbs._encrypt("long enough")
    desk.until(lambda: "encrypted" in desk.notice)
    for _ in range(2):
        shown_elsewhere.clear()
        choose(desk, "Open")
        desk.until(lambda: shown_elsewhere)
    (copy,) = shown_elsewhere
    assert (copy.name, copy.read_bytes()) == ("photo.jpg", PHOTO)
    desk.window.close()
    assert not copy.exists()
    assert not copy.parent.parent.exists()


def test_an_opened_copy_goes_with_the_person_who_is_erased(
    desk: DeskPage, photo: Path, shown_elsewhere: list[Path], tmp_path: Path
) -> None:
    attach(desk, photo)
    choose(desk, "Open")
    desk.until(lambda: shown_elsewhere)
    erasing = desk.app.safety.erase([desk.app.presenter.case])
    with desk.qtbot.waitSignal(erasing.finished):
        pass
    assert not shown_elsewhere[0].exists()
    assert list((tmp_path / "desk.json.attachments").iterdir()) == []
    assert names(desk) == []


def test_a_file_is_saved_elsewhere(desk: DeskPage, photo: Path, tmp_path: Path) -> None:
    attach(desk, photo)
    when_asked_where(lambda where: choose_file(where, tmp_path / "elsewhere.jpg"))
    choose(desk, "Save as …")
    desk.until(lambda: desk.notice.startswith("Saved as "))
    assert (tmp_path / "elsewhere.jpg").read_bytes() == PHOTO


def test_no_file_of_the_desk_is_replaced(desk: DeskPage, photo: Path, tmp_path: Path) -> None:
    attach(desk, photo)
    attachment = desk.app.presenter.case.attachments[0]
    job = desk.app.attachments.save_as(attachment, tmp_path / "desk.json.key")
    with desk.qtbot.waitSignal(job.failed) as told:
        pass
    assert "would overwrite the desk itself" in told.args[0]


def test_delete_removes_the_file_in_focus_and_undo_brings_it_back(desk: DeskPage, photo: Path) -> None:
    attach(desk, photo)
    QTest.keyClick(buttons(desk)[0], Qt.Key.Key_Delete)
    assert names(desk) == []
    assert desk.notice == "Removed: photo.jpg"
    assert "attachment removed: photo.jpg" in desk.window.panel.strip.text
    desk.press_named(desk.window.notices, "Undo")
    assert names(desk) == ["photo.jpg, 25 bytes"]


def test_a_missing_file_says_so_and_the_case_opens(
    desk: DeskPage, photo: Path, open_desk: OpenDesk, tmp_path: Path
) -> None:
    attach(desk, photo)
    desk.window.close()
    next((tmp_path / "desk.json.attachments").iterdir()).unlink()
    again = open_desk(moment=NOON)
    again.choose("Anna Carlson")
    assert names(again) == ["photo.jpg, missing"]
    assert "The file is missing. Restore a backup" in buttons(again)[0].toolTip()
    enabled = {action.text().replace("&", ""): action.isEnabled() for action in buttons(again)[0].menu().actions()}
    assert enabled == {"Open": False, "Save as …": False, "Remove": True}


def test_a_long_name_keeps_its_ending_and_is_told_in_full(desk: DeskPage, tmp_path: Path) -> None:
    long = tmp_path / f"{'Довга назва файлу ' * 4}& чек.pdf"
    long.write_bytes(b"a receipt")
    attach(desk, long)
    (button,) = buttons(desk)
    assert "…" in button.text()
    assert "&& чек.pdf" in button.text()
    assert long.name in button.toolTip()
    assert button.accessibleName() == f"{long.name}, 9 bytes"
    card = desk.window.panel.card
    desk.window.resize(desk.window.minimumSizeHint())
    QApplication.processEvents()
    assert button.mapTo(card, QPoint(button.width(), 0)).x() <= card.width()
