"""A text to take away: copied or saved."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class PaperDialog(QDialog):
    """Shows ``text``; the owner may correct it before it leaves."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.text = QPlainTextEdit(text, self)
        self.text.setAccessibleName(title)
        self.state = QLabel(self)
        self.state.setProperty("role", "small")
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setProperty("kind", "primary")
        self.copy.setDefault(True)
        save = QPushButton(self.tr("Save as …"), self)
        close = QPushButton(self.tr("Close"), self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        for button in (close, save, self.copy):
            row.addWidget(button)
        self.column.addLayout(row)
        self.copy.clicked.connect(self._copy)
        save.clicked.connect(self._save)
        close.clicked.connect(self.reject)
        self.resize(640, 560)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.state.setText(self.tr("Copied."))

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), "", self.tr("Text (*.txt *.md)"))
        if name:
            try:
                Path(name).write_text(self.text.toPlainText(), "utf-8")
            except OSError as error:
                self.state.setText(self.tr("Not saved: {}").format(error.strerror or error))
            else:
                self.state.setText(self.tr("Saved."))
