"""A handout to take away: copied, saved as text or PDF, printed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewdesk_gui.exporting.handout import Handout, save_text
from reviewdesk_gui.views.dialogs.file_chooser import FileChooser
from reviewdesk_gui.views.printing.handout_paper import HandoutPaper
from reviewdesk_gui.views.printing.preview import show_preview
from reviewdesk_gui.views.telling import went_through
from reviewdesk_gui.views.widgets.tab_order import go_on


class PaperDialog(QDialog):
    """Shows the text of a handout; the owner may correct it, and every way out takes it as corrected."""

    def __init__(self, title: str, paper: HandoutPaper, files: FileChooser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._paper, self._files = paper, files
        self._handout: Handout | None = None
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.state = QLabel(self)
        self.state.setProperty("role", "small")
        self.state.setWordWrap(True)
        policy = self.state.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # a long path must not widen the dialog
        self.state.setSizePolicy(policy)
        self.print = QPushButton(self.tr("Print …"), self)
        self.save = QPushButton(self.tr("Save as text …"), self)
        self.pdf = QPushButton(self.tr("Save as PDF …"), self)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setProperty("kind", "primary")
        self.copy.setDefault(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self.text, 1)
        self.column.addWidget(self.state)
        self.column.addLayout(self._buttons())
        self.resize(640, 600)

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"), self)
        row = QHBoxLayout()
        row.addWidget(close)
        row.addStretch(1)
        for button, verb in (
            (self.print, self._print),
            (self.save, self._save_text),
            (self.pdf, self._save_pdf),
            (self.copy, self._copy),
        ):
            row.addWidget(button)
            button.clicked.connect(verb)
        close.clicked.connect(self.reject)
        return row

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward)

    def present(self, handout: Handout) -> None:
        """Show ``handout``; corrections that it replaces come back with undo."""
        document = self.text.document()
        if self._handout is None:
            self.text.setPlainText(handout.text)
        else:
            if document.isModified():
                self.state.setText(self.tr("The text is written anew; Ctrl+Z in it brings your corrections back."))
            cursor = QTextCursor(document)
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(handout.text)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            document.setModified(False)
        self._handout = handout
        self._allow(True)

    def withhold(self, words: str) -> None:
        """Say why there is nothing to take away; what is still shown stays in the dialog."""
        self.state.setText(words)
        self._allow(False)

    def save_text_to(self, path: Path) -> None:
        """Write the text as shown."""
        self._write(lambda handout: save_text(handout.text, path), path)

    def save_pdf_to(self, path: Path) -> None:
        """Write the page."""
        self._write(lambda handout: self._paper.write_pdf(handout, path), path)

    @property
    def _shown(self) -> Handout:
        assert self._handout is not None
        if self.text.document().isModified():
            return self._handout.corrected(self.text.toPlainText())
        return self._handout

    def _allow(self, leaving: bool) -> None:
        for button in (self.print, self.save, self.pdf, self.copy):
            button.setEnabled(leaving)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._shown.text)
        self.state.setText(self.tr("Copied."))

    def _save_text(self) -> None:
        shown = self._shown
        others = {".txt", ".md"} - {shown.ending}
        name = shown.name + shown.ending
        path = self._files.to_save(self, self.windowTitle(), name, self.tr("Text"), shown.ending, *others)
        if path is not None:
            self.save_text_to(path)

    def _save_pdf(self) -> None:
        path = self._files.to_save(self, self.windowTitle(), f"{self._shown.name}.pdf", "PDF", ".pdf")
        if path is not None:
            self.save_pdf_to(path)

    def _print(self) -> None:
        shown = self._shown
        show_preview(self, lambda device: self._paper.onto(device, shown))

    def _write(self, verb: Callable[[Handout], None], path: Path) -> None:
        def write() -> None:
            self._files.keep_off(path)
            verb(self._shown)

        if went_through(self._tell, write):
            self.state.setText(self.tr("Written to {}").format(path))

    def _tell(self, words: str, *, error: bool) -> None:
        assert error
        self.state.setText(words)
