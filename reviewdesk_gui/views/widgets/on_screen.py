"""Where windows stand: nothing is laid over a window before the window manager has given it its place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget


class OnScreen(QObject):
    """Calls ``do`` once, as soon as ``window``, which is shown already, is on the screen and where it stays."""

    def __init__(self, window: QWidget, do: Callable[[], object]) -> None:
        super().__init__(window)
        self._handle, self._do = window.windowHandle(), do
        self._handle.installEventFilter(self)
        if self._handle.isExposed():
            self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Expose and self._handle.isExposed():
            self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._handle.removeEventFilter(self)
        QTimer.singleShot(0, self, self._do)


def centre(dialog: QDialog, over: QWidget) -> None:
    """Put ``dialog``, which is not shown yet, in the middle of ``over``, as far as the screen has room.

    The frame that the window manager will draw is taken to be that of ``over``; Qt's own guess can be 40 pixels out.
    """
    dialog.ensurePolished()
    dialog.resize(dialog.size().expandedTo(dialog.minimumSizeHint()))
    frame = over.frameGeometry().size() - over.size()
    place = dialog.geometry()
    place.setSize(place.size() + frame)
    place.moveCenter(over.frameGeometry().center())
    room = over.screen().availableGeometry()
    left = max(min(place.left(), room.right() - place.width() + 1), room.left())
    top = max(min(place.top(), room.bottom() - place.height() + 1), room.top())
    dialog.move(left, top)
