"""Asks for some words."""

from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from reviewdesk_gui.views.dialogs.buttons import dialog_buttons


class TextDialog(QDialog):
    """``text`` holds the words once the dialog is accepted."""

    def __init__(self, title: str, question: str, accept: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        label = QLabel(question, self)
        label.setWordWrap(True)
        self.field = QPlainTextEdit(text, self)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(label)
        column.addWidget(self.field, 1)
        column.addWidget(dialog_buttons(self, accept))
        self.resize(440, 240)
        self.field.setFocus()

    @property
    def text(self) -> str:
        """The words."""
        return self.field.toPlainText().strip()
