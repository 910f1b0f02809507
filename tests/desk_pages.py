"""Page objects: what a shop owner sees and does, in the owner's words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QDeadlineTimer, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewdesk_gui.app import DeskApp
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.views.dialogs.export_dialog import ExportDialog
from reviewdesk_gui.views.dialogs.followup_dialog import FollowUpDialog
from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog
from reviewdesk_gui.views.dialogs.paste_dialog import PasteDialog
from reviewdesk_gui.views.reply.template_picker import TemplatePicker

_DIALOG_MS = 10_000
_Widget = TypeVar("_Widget", bound=QWidget)


class DeskPage:
    """The main window."""

    def __init__(self, desk_app: DeskApp, qtbot: QtBot) -> None:
        self.app, self.qtbot, self.window = desk_app, qtbot, desk_app.window

    def until(self, condition: Callable[[], Any]) -> None:
        """Wait for what the owner waits for."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=30_000)

    def dialog(self, kind: type[_Widget]) -> _Widget:
        """The dialog of this kind that is open."""
        self.until(lambda: self._open(kind))
        found = self._open(kind)
        assert found is not None
        return found

    def until_closed(self, kind: type[QWidget]) -> None:
        """Wait until no dialog of this kind is open."""
        self.until(lambda: self._open(kind) is None)

    def _open(self, kind: type[_Widget]) -> _Widget | None:
        return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)

    def press(self, button: QWidget) -> None:
        """Click a button that the owner can see and use."""
        self.until(lambda: button.isVisible() and button.isEnabled())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press_named(self, parent: QWidget, words: str) -> None:
        """Click the button with these words."""
        names = [button for button in parent.findChildren(QPushButton) if button.text().replace("&", "") == words]
        assert names, [button.text() for button in parent.findChildren(QPushButton)]
        self.press(names[0])

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key of the window; it comes forward first, as a window manager would bring it."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        QTest.keyClick(self.window, key, modifiers)
        QApplication.processEvents()

    def rows(self) -> list[str]:
        """The list as a screen reader speaks it."""
        model = self.app.model
        self.until(lambda: not model.is_scanning)
        return [str(model.data(model.index(row))) for row in range(model.rowCount())]

    def choose(self, words: str) -> None:
        """Click the row that holds these words."""
        row = next(number for number, text in enumerate(self.rows()) if words in text)
        table = self.window.cases.table
        table.scrollTo(self.app.model.index(row))
        place = table.visualRect(self.app.model.index(row)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def view(self, view: View) -> None:
        """Choose a view in the side bar."""
        self.window.sidebar.view_chosen.emit(view)

    def count(self, view: View) -> int:
        """The number beside a view."""
        return self.window.sidebar.count(view)

    def search(self, words: str) -> None:
        """Type into the search field."""
        self.window.top.search.clear()
        self.window.top.search.insert(words)
        QApplication.processEvents()

    def import_files(self, *paths: Path) -> None:
        """Import files and accept what the plan says."""
        self.app.verbs.import_paths(paths)
        dialog = self.dialog(ImportDialog)
        self.until(dialog.go.isEnabled)
        self.press(dialog.go)
        self.until(lambda: self._open(ImportDialog) is None)

    @property
    def notice(self) -> str:
        """What the bar on top says."""
        return self.window.notices.text if self.window.notices.isVisible() else ""

    @property
    def notice_is_error(self) -> bool:
        """Whether the bar looks like an error and stays until it is closed."""
        bar = self.window.notices
        return bar.isVisible() and bar.property("error") is True and not bar.leaves_by_itself

    @property
    def author(self) -> str:
        """Whose review is open."""
        return self.window.panel.card.author.text()

    @property
    def origin(self) -> str:
        """Where and when the open review was written."""
        return self.window.panel.card.origin.text()


class ReplyPage:
    """The reply of the open case."""

    def __init__(self, desk: DeskPage) -> None:
        self.desk = desk
        self.pane = desk.window.panel.pane

    @property
    def text(self) -> str:
        """The reply as shown."""
        return self.pane.editor.text()

    def type(self, words: str) -> None:
        """Type at the caret."""
        QTest.keyClicks(self.pane.editor, words)
        QApplication.processEvents()

    def missing(self) -> list[str]:
        """What the checklist says must still be mended."""
        return [row.title for row in self.pane.checklist.rows if row.row.state.value == "must"]

    def ticked(self) -> list[str]:
        """What the checklist has ticked."""
        return [row.title for row in self.pane.checklist.rows if row.row.state.value == "ok"]

    def mend(self, title: str) -> None:
        """Press the way out of one line."""
        row = next(row for row in self.pane.checklist.rows if row.title == title)
        assert row.button is not None
        self.pane.checklist.ensureWidgetVisible(row.button)
        self.desk.press(row.button)
        QApplication.processEvents()

    def pick_template(self, values: dict[str, str] | None = None) -> None:
        """Take the first template, with some slots filled."""
        self.desk.press(self.pane.template)
        picker = self.desk.dialog(TemplatePicker)
        for name, value in (values or {}).items():
            field: Any = picker.slots.field(name)
            (field.setCurrentText if hasattr(field, "setCurrentText") else field.setText)(value)
        self.desk.press(picker.insert)
        QApplication.processEvents()

    def copy(self) -> str:
        """Copy, and what then lies in the clipboard."""
        QGuiApplication.clipboard().setText("something else")
        if self.pane.footer.copy.isEnabled():
            self.desk.press(self.pane.footer.copy)
        return QGuiApplication.clipboard().text()

    def post(self) -> None:
        """Mark as posted."""
        self.desk.press(self.pane.footer.post)

    def follow_up(self, note: str) -> None:
        """Add a follow-up with the day that is offered."""
        self.desk.press(self.pane.footer.followup)
        dialog = self.desk.dialog(FollowUpDialog)
        dialog._note.setText(note)
        self.desk.press_named(dialog, "Add follow-up")

    @property
    def waits(self) -> str:
        """Why copying waits, in words."""
        return self.pane.footer.words.text()


def export_to(desk: DeskPage, path: Path) -> None:
    """Export what the list shows as CSV."""
    desk.app.verbs.export_list()
    dialog = desk.dialog(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findText("CSV", Qt.MatchFlag.MatchStartsWith))
    dialog.write_to(path)
    desk.until(path.exists)


def when_asked_where(act: Callable[[QFileDialog], None]) -> None:
    """Do ``act`` in the file dialog that opens next, should one open before long."""
    deadline = QDeadlineTimer(_DIALOG_MS)

    def look() -> None:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]
        if found:
            act(found[0])
        elif not deadline.hasExpired():
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def choose_file(where: QFileDialog, path: Path | None) -> None:
    """Take ``path`` in a file dialog, or give up."""
    if path is None:
        where.reject()
    else:
        where.selectFile(str(path))
        where.accept()


def paste(desk: DeskPage, text: str) -> PasteDialog:
    """Put text into the clipboard and press the key."""
    QGuiApplication.clipboard().setText(text)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    return desk.dialog(PasteDialog)


__all__ = ["CaseType", "DeskPage", "ReplyPage", "choose_file", "export_to", "paste", "when_asked_where"]
