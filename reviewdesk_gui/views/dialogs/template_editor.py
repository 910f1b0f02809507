"""Writing a template of one's own: colours, live preview, and errors at their line."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.errors import DataFileError, ReviewDeskError
from reviewdesk_gui.drafting.template import Template
from reviewdesk_gui.drafting.tokens import TokenKind, template_tokens
from reviewdesk_gui.services.drafting_service import DraftingService
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.dialogs.buttons import dialog_buttons, primary_button
from reviewdesk_gui.views.theme.theme import Theme
from reviewdesk_gui.views.widgets.text_map import TextMap

_TOKENS = {
    TokenKind.FENCE: "muted",
    TokenKind.KEY: "accent",
    TokenKind.STRING: "should",
    TokenKind.SLOT: "accent",
    TokenKind.CONDITION: "must",
    TokenKind.REMARK: "muted",
}


class TemplateColours(QSyntaxHighlighter):
    """Colours the parts that ``template_tokens`` tells, for the whole text at once."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._parts: list[tuple[int, int, QTextCharFormat]] = []

    def read(self, text: str) -> None:
        """Find the parts anew."""
        places = TextMap(text)
        self._parts = []
        for token in template_tokens(text):
            form = QTextCharFormat()
            form.setForeground(self._theme.colour(_TOKENS[token.kind]))
            self._parts.append((places.to_units(token.span.start), places.to_units(token.span.end), form))
        self.rehighlight()

    def highlightBlock(self, _text: str) -> None:
        start = self.currentBlock().position()
        end = start + self.currentBlock().length()
        for first, last, form in self._parts:
            if last > start and first < end:
                begin = max(first - start, 0)
                self.setFormat(begin, last - start - begin, form)


class TemplateEditor(QDialog):
    """Saves through the service; what cannot be used is told with its line and keeps the dialog open."""

    def __init__(
        self,
        service: DraftingService,
        theme: Theme,
        text: str,
        language: str,
        type_: CaseType,
        replaces: Template | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Template of your own"))
        self._service, self._replaces = service, replaces
        self.language, self.type = QComboBox(self), QComboBox(self)
        for code in labels.LANGUAGES:
            self.language.addItem(labels.language(code), code)
        for kind in CaseType:
            self.type.addItem(labels.case_type(kind), kind)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self.type.setCurrentIndex(self.type.findData(type_))
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("Template"))
        self.text.setTabChangesFocus(True)
        self._colours = TemplateColours(self.text.document(), theme)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.trouble = QLabel(self)
        self.trouble.setProperty("role", "error")
        self.trouble.setWordWrap(True)
        self._box = dialog_buttons(self, self.tr("Save template"))
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._try_out)
        self.text.document().contentsChange.connect(self._touched)
        self.language.currentIndexChanged.connect(lambda _index: self._timer.start())
        self.type.currentIndexChanged.connect(lambda _index: self._timer.start())
        self.text.setPlainText(text)
        self.resize(900, 600)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.language)
        head.addWidget(self.type)
        head.addStretch(1)
        split = QSplitter(self)
        split.addWidget(self.text)
        split.addWidget(self.preview)
        split.setHandleWidth(1)
        split.setSizes([520, 380])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(split, 1)
        column.addWidget(self.trouble)
        column.addWidget(self._box)

    def accept(self) -> None:
        try:
            self._service.save_own(self.text.toPlainText(), self._code(), self._type(), self._replaces)
        except ReviewDeskError as error:
            self._tell(error)
            return
        super().accept()

    def _touched(self, _place: int, removed: int, added: int) -> None:
        if removed or added:
            self._timer.start()

    def _try_out(self) -> None:
        text = self.text.toPlainText()
        self._colours.read(text)
        try:
            draft = self._service.try_out(text, self._code(), self._type())
        except ReviewDeskError as error:
            self._tell(error)
            return
        self.trouble.clear()
        self.preview.setPlainText(draft.text)
        primary_button(self._box).setEnabled(True)

    def _tell(self, error: ReviewDeskError) -> None:
        line = self.tr("Line {}: ").format(error.line) if isinstance(error, DataFileError) and error.line else ""
        reason = error.reason if isinstance(error, DataFileError) else str(error)
        self.trouble.setText(line + reason)
        primary_button(self._box).setEnabled(False)

    def _code(self) -> str:
        return str(self.language.currentData())

    def _type(self) -> CaseType:
        return CaseType(self.type.currentData())
