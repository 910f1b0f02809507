"""What is dropped on the window: files wherever they fall, text, links."""

import zipfile
from pathlib import Path

import pytest
from desk_pages import DeskPage, ReplyPage
from gui_fixtures import DeskOf
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog
from reviewdesk_gui.views.dialogs.paste_dialog import PasteDialog

HEAD = "author,rating,date,text,platform\n"
ANNA = f'{HEAD}Anna Carlson,1,2026-11-22,"Fifty minutes for two coffees.",google\n'
TOM = f'{HEAD}Tom Reed,5,2026-11-22,"The best bread in town!",trustpilot\n'


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    desk = desk_of(ANNA)
    desk.choose("Anna Carlson")
    return desk


def files(*paths: Path) -> QMimeData:
    """Files as a file manager hands them over: as addresses and as plain text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setData("text/plain", "\n".join(map(str, paths)).encode())
    return data


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def drop(widget: QWidget, data: QMimeData) -> None:
    """Drag over the widget and let go; Qt hands both to the widget or to what is around it."""
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPoint(4, 4)
    enter = QDragEnterEvent(place, copy, data, left, plain)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(place), copy, data, left, plain))


def fields(desk: DeskPage) -> dict[str, QWidget]:
    panel = desk.window.panel
    return {
        "reply": panel.pane.editor.viewport(),
        "search": desk.window.top.search,
        "list": desk.window.cases.table.viewport(),
        "window": desk.window,
    }


@pytest.mark.parametrize("place", ["reply", "search", "list", "window"])
def test_files_are_planned_wherever_they_fall(desk: DeskPage, tmp_path: Path, place: str) -> None:
    (tmp_path / "tom.csv").write_text(TOM, "utf-8")
    drop(fields(desk)[place], files(tmp_path / "tom.csv"))
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: "1 new" in dialog.summary.text())
    assert ReplyPage(desk).text == ""
    assert desk.window.top.search.text() == ""
    dialog.reject()


def test_folders_and_archives_are_planned_together(desk: DeskPage, tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "anna.csv").write_text(ANNA, "utf-8")
    with zipfile.ZipFile(tmp_path / "tom.zip", "w") as archive:
        archive.writestr("tom.csv", TOM)
    drop(desk.window, files(tmp_path / "shop", tmp_path / "tom.zip"))
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: "1 new, 0 changed, 1 already on the desk" in dialog.summary.text())
    dialog.reject()


def test_text_becomes_a_review_to_correct_and_in_the_reply_it_is_text(desk: DeskPage) -> None:
    words = "Maria Lopez\n★★☆☆☆ 2 days ago\nThe soup was cold."
    drop(fields(desk)["list"], text(words))
    dialog = desk.dialog(PasteDialog)
    assert (dialog.form.author.text(), dialog.form.text.toPlainText()) == ("Maria Lopez", "The soup was cold.")
    dialog.reject()
    drop(fields(desk)["reply"], text("Dear Maria"))
    assert ReplyPage(desk).text == "Dear Maria"


def test_a_link_becomes_the_address_of_a_review(desk: DeskPage) -> None:
    data = text("https://www.trustpilot.com/reviews/1")
    data.setUrls([QUrl("https://www.trustpilot.com/reviews/1")])
    drop(desk.window, data)
    dialog = desk.dialog(PasteDialog)
    assert dialog.form.link.text() == "https://www.trustpilot.com/reviews/1"
    assert dialog.form.text.toPlainText() == ""
    assert dialog.form.platform.currentText() == "Trustpilot"
    dialog.reject()
