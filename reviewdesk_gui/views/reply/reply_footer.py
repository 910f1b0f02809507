"""The way out: why Copy waits, follow-up, copy, mark as posted."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

_WIDE = 560


@dataclass(frozen=True, slots=True)
class FooterState:
    """What the owner may do now.

    ``waits`` says in words why copying waits, "" where it does not; ``note`` is worth knowing of the platform.
    """

    waits: str = ""
    note: str = ""
    can_copy: bool = False
    has_page: bool = False
    copied: bool = False


class ReplyFooter(QWidget):
    """Before copying the primary button copies, after it it marks as posted."""

    followup_asked = Signal()
    copy_asked = Signal()
    copy_and_open_asked = Signal()
    posted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("replyFooter")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLabel(self)
        self.words.setProperty("role", "warning")
        self.words.setWordWrap(True)
        self.followup = QPushButton(self.tr("Follow up …"), self)
        self.copy = QPushButton(self.tr("Copy reply"), self)
        self.copy.setToolTip("Ctrl+Shift+C")
        self.open = QPushButton(self.tr("Copy && open page"), self)
        self.post = QPushButton(self.tr("Mark as posted"), self)
        self.post.setToolTip("Ctrl+Return")
        self.words.setMinimumWidth(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24, 10, 20, 10)
        self._row.setSpacing(8)
        self._row.addWidget(self.words, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.followup, self.copy, self.open, self.post):
            buttons.addWidget(button)
        self._row.addLayout(buttons)
        self.followup.clicked.connect(self.followup_asked)
        self.copy.clicked.connect(self.copy_asked)
        self.open.clicked.connect(self.copy_and_open_asked)
        self.post.clicked.connect(self.posted)
        self.show_state(FooterState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words beside the buttons where there is room, above them where there is not."""
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if event.size().width() >= _WIDE else directions.TopToBottom
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
        super().resizeEvent(event)

    def show_state(self, state: FooterState) -> None:
        """Offer what fits now."""
        copied = self.tr("Copied. Paste it on the platform, then mark it as posted.")
        self.words.setText(state.waits or (copied if state.copied else state.note))
        self._colour("warning" if state.waits or state.copied else "small")
        self.copy.setEnabled(state.can_copy)
        self.open.setEnabled(state.can_copy)
        self.copy.setText(self.tr("Copy again") if state.copied else self.tr("Copy reply"))
        self.open.setVisible(state.has_page and not state.copied)
        self.post.setVisible(state.copied)
        primary = self.post if state.copied else self.open if state.has_page else self.copy
        for button in (self.copy, self.open, self.post):
            self._dress(button, primary=button is primary)

    def _colour(self, role: str) -> None:
        if self.words.property("role") != role:
            self.words.setProperty("role", role)
            self.words.style().unpolish(self.words)
            self.words.style().polish(self.words)

    @staticmethod
    def _dress(button: QPushButton, *, primary: bool) -> None:
        kind = "primary" if primary else ""
        if button.property("kind") != kind:
            button.setProperty("kind", kind)
            button.style().unpolish(button)
            button.style().polish(button)
            button.setCursor(Qt.CursorShape.ArrowCursor)
