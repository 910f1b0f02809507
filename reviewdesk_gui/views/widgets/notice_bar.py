"""A quiet bar for what happened and, where there is one, the way back ("Marked as posted. Undo")."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

_SECONDS = 12


class NoticeBar(QWidget):
    """Shows one notice at a time; it leaves by itself unless it tells of an error. ``changed`` tells that it came, went
    or says something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton(self)
        self._action.setProperty("kind", "link")
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._timer = QTimer(self, singleShot=True, interval=_SECONDS * 1000)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._label)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._do: Callable[[], object] | None = None
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.hide)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says now."""
        return self._label.text()

    @property
    def leaves_by_itself(self) -> bool:
        """Whether the bar goes away without the owner's doing."""
        return self._timer.isActive()

    def ask(self, text: str, action: str, do: Callable[[], object]) -> None:
        """Show ``text`` until the owner takes up ``action`` or closes the bar."""
        self.tell(text, action, do)
        self._timer.stop()

    def tell(self, text: str, action: str = "", do: Callable[[], object] | None = None, *, error: bool = False) -> None:
        """Show ``text`` with an optional button ``action`` that calls ``do``."""
        self._label.setText(text)
        self._do = do
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setProperty("error", error)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self._timer.stop() if error else self._timer.start()
        self.changed.emit()
        self._speak(text, urgent=error)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.changed.emit()

    def _speak(self, text: str, *, urgent: bool) -> None:
        """Have a screen reader say what appears away from where the owner types."""
        spoken = QAccessibleAnnouncementEvent(self, text)
        politeness = QAccessible.AnnouncementPoliteness
        spoken.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(spoken)

    def _act(self) -> None:
        self.hide()
        if self._do:
            self._do()
