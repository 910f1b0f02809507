"""The lower left corner, where notices lie over the end of the list: what the owner reads and writes stays in place."""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk_gui.views.widgets.notice_bar import NoticeBar

_MARGIN = 12
_WIDEST = 560


class NoticeCorner(QWidget):
    """Stacks ``bars`` above each other from the left edge of its parent to the right edge of ``over``, at the foot of
    ``over``. ``height_changed`` tells how much of the foot they take, in pixels.
    """

    height_changed = Signal(int)

    def __init__(self, over: QWidget, bars: tuple[NoticeBar, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._over, self._bars = over, bars
        self._within, self._taken = parent, 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        self._column.setSpacing(8)
        for bar in bars:
            self._column.addWidget(bar)
            bar.changed.connect(self._settle)
        over.installEventFilter(self)
        parent.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Take the room that the shown bars need at the width there is."""
        foot = self._over.mapTo(self._within, QPoint(self._over.width(), self._over.height()))
        width = min(foot.x(), _WIDEST)
        shown = any(not bar.isHidden() for bar in self._bars)
        self._column.invalidate()
        height = self._column.totalHeightForWidth(width) if shown else 0
        self.setGeometry(0, foot.y() - height, width, height)
        self.raise_()
        if height != self._taken:
            self._taken = height
            self.height_changed.emit(height)
