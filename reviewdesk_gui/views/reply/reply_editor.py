"""The text field of the reply: plain text, one undo step for every insert, marks under what the checks found."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from reviewdesk_gui.domain.finding import Finding, Fix, Severity, Span
from reviewdesk_gui.drafting.placing import place_block
from reviewdesk_gui.views.reply.finding_marks import FindingMarks, Mark
from reviewdesk_gui.views.theme.theme import Theme
from reviewdesk_gui.views.widgets.text_map import TextMap

_SPARED = ("spelling",)


class ReplyEditor(QPlainTextEdit):
    """Tells ``edited`` once per change of the text, after the change, however it came about."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("replyEditor")
        self.setAccessibleName(self.tr("Your reply"))
        self.show_answer("")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(6)
        self._marks = FindingMarks(self.document(), theme)
        self._findings: tuple[Finding, ...] = ()
        self._slots: tuple[Span, ...] = ()
        self._told = QTimer(self, singleShot=True, interval=0)
        self._told.timeout.connect(self.edited)
        self.document().contentsChange.connect(self._changed)
        self.cursorPositionChanged.connect(self._paint)
        font = self.font()
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() + 0.5)
            self.setFont(font)

    @property
    def marks(self) -> FindingMarks:
        """The painter of the marks."""
        return self._marks

    def text(self) -> str:
        """The reply exactly as shown, with plain line breaks."""
        return self.toPlainText()

    def start_with(self, text: str) -> None:
        """Open another text; nothing before it can be undone."""
        self.document().contentsChange.disconnect(self._changed)
        self.setPlainText(text)
        self._told.stop()
        self.document().contentsChange.connect(self._changed)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def show_answer(self, posted: str) -> None:
        """Show in the empty field what stands on the platform already, or how to begin."""
        begin = self.tr("Write the reply, or start from a template (Ctrl+T).")
        self.setPlaceholderText(self.tr("On the platform:\n\n{}").format(posted) if posted else begin)
        self.viewport().update()  # Qt repaints a placeholder only where it comes or goes, not where its words change

    def replace_all(self, text: str) -> None:
        """Put ``text`` in place of the whole reply as one undo step."""
        self._edit(Span(0, len(self.text())) if self.text() else None, 0, text)

    def insert_at_caret(self, text: str) -> None:
        """Insert as one undo step."""
        self._edit(None, self.caret(), text)

    def insert_block(self, text: str, kind: str = "") -> None:
        """Insert a block with the blanks and line breaks that belong around it; greetings go up, sign-offs down."""
        self.apply_fix(place_block(self.text(), self.caret(), text, kind))

    def apply_fix(self, fix: Fix) -> None:
        """Make the fix as one undo step and put the caret behind it."""
        self._edit(fix.span, fix.at, fix.text)

    def caret(self) -> int:
        """The caret's offset in code points."""
        return TextMap(self.text()).to_code_points(self.textCursor().position())

    def select(self, span: Span) -> None:
        """Select the span and give the field the focus."""
        places = TextMap(self.text())
        cursor = self.textCursor()
        cursor.setPosition(places.to_units(span.start))
        cursor.setPosition(places.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def show_findings(self, findings: Sequence[Finding], slots: Sequence[Span]) -> None:
        """Mark the spans of findings and open slots (code points of the present text)."""
        self._findings = tuple(finding for finding in findings if finding.span)
        self._slots = tuple(slots)
        self._paint()

    def finding_at(self, code_point: int) -> Finding | None:
        """The heaviest finding on that place."""
        for finding in self._findings:
            if finding.span and finding.span.start <= code_point < finding.span.end:
                return finding
        return None

    def next_span(self, forward: bool = True) -> Span | None:
        """The next marked place behind (before) the caret, round the end of the text."""
        spans = sorted({finding.span for finding in self._findings if finding.span} | set(self._slots))
        if not spans:
            return None
        selection = TextMap(self.text()).to_code_points(self.textCursor().selectionStart())
        chosen = self.textCursor().hasSelection()
        if forward:
            ahead = [span for span in spans if span.start > selection or (span.start == selection and not chosen)]
            return ahead[0] if ahead else spans[0]
        behind = [span for span in spans if span.start < selection]
        return behind[-1] if behind else spans[-1]

    def next_slot(self) -> Span | None:
        """The next open slot behind the caret or the selection."""
        caret = TextMap(self.text()).to_code_points(self.textCursor().selectionEnd())
        return next((span for span in self._slots if span.start >= caret), None)

    def on_slot(self) -> bool:
        """Whether the caret or the selection is on an open slot."""
        places = TextMap(self.text())
        start = places.to_code_points(self.textCursor().selectionStart())
        return any(span.start <= start < span.end for span in self._slots)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._marks.set_theme(theme)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the open slots ahead of the caret and leaves the field behind the last one."""
        slot = self.next_slot() if forward else None
        if slot is None:
            return super().focusNextPrevChild(forward)
        self.select(slot)
        return True

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            unit = self.cursorForPosition(event.pos() - self.viewport().pos()).position()
            finding = self.finding_at(TextMap(self.text()).to_code_points(unit))
            words = f"{finding.title}: {finding.message} {finding.because}".strip() if finding else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _edit(self, span: Span | None, at: int, text: str) -> None:
        places = TextMap(self.text())
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(places.to_units(span.start if span else at))
        if span:
            cursor.setPosition(places.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus()

    def _changed(self, _position: int, removed: int, added: int) -> None:
        if removed or added:
            self._told.start()

    def _paint(self) -> None:
        text = self.text()
        places = TextMap(text)
        caret = self.caret()
        marks = [Mark(places.to_units(span.start), places.to_units(span.end), "slot") for span in self._slots]
        for finding in self._findings:
            span = finding.span
            if span is None or span.end > len(text):
                continue
            typing = finding.check in _SPARED and span.start <= caret <= span.end and self.hasFocus()
            if not typing and span not in self._slots:
                marks.append(Mark(places.to_units(span.start), places.to_units(span.end), Severity(finding.severity)))
        self._marks.show_marks(marks)
