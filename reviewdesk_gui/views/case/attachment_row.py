"""The files of the open case in a quiet row; each opens its choices in place."""

from collections.abc import Callable
from datetime import date, tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QVBoxLayout, QWidget

from reviewdesk_gui.domain.attachment import Attachment, size_words
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.widgets.flow import FlowLayout

_WIDEST = 26
"""Letters of a name that are shown; the middle of a longer one gives way, so that its ending stays."""


class AttachmentButton(QPushButton):
    """One file: its name and size; Delete takes it away."""

    delete_pressed = Signal()

    def __init__(self, name: str, size: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setAccessibleName(f"{name}, {size}")
        self._name, self._size = name, size
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        widest = metrics.averageCharWidth() * _WIDEST
        shown = metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, widest).replace("&", "&&")
        self.setText(f"{shown}  {self._size}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class AttachmentRow(QWidget):
    """Not there where the case has no files. The signals carry the attachment."""

    open_asked = Signal(object)
    save_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        self._flow = FlowLayout(gap=8)
        column.addLayout(self._flow)
        self._shown: list[tuple[Attachment, bool]] = []
        self.buttons: list[AttachmentButton] = []
        self.hide()

    def show_files(
        self, files: tuple[Attachment, ...], is_there: Callable[[Attachment], bool], zone: tzinfo, today: date
    ) -> None:
        """Show the files of the case, and which of them are missing."""
        wanted = [(attachment, is_there(attachment)) for attachment in files]
        if wanted == self._shown:
            return
        focused = any(button.hasFocus() for button in self.buttons)
        while item := self._flow.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = wanted
        self.buttons = [self._button(attachment, there, zone, today) for attachment, there in wanted]
        for button in self.buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(wanted))
        if focused and self.buttons:
            self.buttons[0].setFocus()

    def _button(self, attachment: Attachment, there: bool, zone: tzinfo, today: date) -> AttachmentButton:
        size = size_words(attachment.size) if there else self.tr("missing")
        button = AttachmentButton(attachment.name, size, self)
        icons = QStyle.StandardPixmap
        button.setIcon(self.style().standardIcon(icons.SP_FileIcon if there else icons.SP_MessageBoxWarning))
        told = [attachment.name, size_words(attachment.size)]
        told.append(self.tr("Attached {}").format(labels.moment(attachment.added_at, zone, today)))
        if not there:
            told.append(self.tr("The file is missing. Restore a backup that holds it, or attach it again."))
        button.setToolTip("\n".join(told))
        menu = QMenu(button)
        for words, signal, works in (
            (self.tr("&Open"), self.open_asked, there),
            (self.tr("&Save as …"), self.save_asked, there),
            (self.tr("&Remove"), self.remove_asked, True),
        ):
            action = menu.addAction(words)
            action.setEnabled(works)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(attachment))
        button.setMenu(menu)
        button.delete_pressed.connect(lambda: self.remove_asked.emit(attachment))
        return button
