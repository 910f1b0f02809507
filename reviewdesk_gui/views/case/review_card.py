"""The customer's words, with what they complain of marked, and the facts around them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from reviewdesk_gui.domain.finding import Span
from reviewdesk_gui.views.case.attachment_row import AttachmentRow
from reviewdesk_gui.views.theme.theme import Theme
from reviewdesk_gui.views.widgets.elided import ElidedLabel
from reviewdesk_gui.views.widgets.file_drops import local_files
from reviewdesk_gui.views.widgets.text_map import TextMap

_FEWEST_LINES, _MOST_LINES = 3, 9
_SHARE = 5


class ReviewText(QTextEdit):
    """Read-only text as high as its words, up to nine lines and fewer where room is scarce; then it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewText")
        self.setAccessibleName(self.tr("The review"))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self._most_lines = _MOST_LINES
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def mark(self, text: str, spans: Sequence[Span], theme: Theme) -> None:
        """Lay a ground behind the spans (code points)."""
        places = TextMap(text)
        selections = []
        for span in spans:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(places.to_units(span.start))
            cursor.setPosition(places.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setBackground(theme.colour("should_soft"))
            selection.cursor, selection.format = cursor, form
            selections.append(selection)
        self.setExtraSelections(selections)

    def share_room(self, height: int) -> None:
        """Take no more than a fifth of ``height`` pixels: the reply below needs room too."""
        lines = height // _SHARE // self.fontMetrics().lineSpacing()
        self._most_lines = min(max(lines, _FEWEST_LINES), _MOST_LINES)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().lineSpacing())

    def _height(self) -> int:
        wanted = int(self.document().size().height()) + 2
        return min(wanted, self.fontMetrics().lineSpacing() * self._most_lines)

    def _fit(self) -> None:
        self.setFixedHeight(self._height())


class ReviewCard(QWidget):
    """Author, stars, where and when, the text; the fields and the files of the case stand below. Files can be dropped
    on it.
    """

    page_asked = Signal()
    files_dropped = Signal(list)

    def __init__(self, theme: Theme, fields: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewCard")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._shown: tuple[str, tuple[Span, ...]] = ("", ())
        self.author = ElidedLabel(parent=self)
        self.author.setProperty("role", "heading")
        self.author.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.stars = QLabel(self)
        self.origin = ElidedLabel(parent=self)
        self.origin.setProperty("role", "small")
        self.text = ReviewText(self)
        self._page = QPushButton(self.tr("Open page ↗"), self)
        self._page.setProperty("kind", "quiet")
        self._page.clicked.connect(self.page_asked)
        self.attachments = AttachmentRow(self)
        self.setAcceptDrops(True)
        self.setProperty("takesFiles", True)
        self._lay_out(fields)
        self._enlarge()

    def _lay_out(self, fields: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.author)
        head.addWidget(self.stars)
        head.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.origin, 1)
        below.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(self.text)
        column.addSpacing(4)
        column.addWidget(fields)
        column.addWidget(self.attachments)

    def _enlarge(self) -> None:
        for widget, points in ((self.author, 2.0), (self.text, 0.5)):
            font = widget.font()
            if font.pointSizeF() > 0:
                font.setPointSizeF(font.pointSizeF() + points)
                widget.setFont(font)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            self._mark_drop(on=True)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop(on=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(on=False)
        self.files_dropped.emit(local_files(event.mimeData()))
        event.acceptProposedAction()

    def _mark_drop(self, *, on: bool) -> None:
        self.setProperty("dropping", on)
        self.style().unpolish(self)
        self.style().polish(self)

    def show_review(self, author: str, stars: str, origin: str, text: str, *, has_page: bool) -> None:
        """Show the words as they are."""
        self.author.setText(author)
        self.stars.setText(stars)
        self.origin.setText(origin)
        self.text.setPlainText(text)
        self._page.setVisible(has_page)
        self._shown = (text, ())

    def mark_complaints(self, spans: Sequence[Span]) -> None:
        """Mark the phrases that hold a complaint (code points of the shown text)."""
        self._shown = (self._shown[0], tuple(spans))
        self.text.mark(*self._shown, self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self.stars.setStyleSheet(f"color: {theme.colours['star']}; letter-spacing: 1px;")
        self.text.mark(*self._shown, theme)
