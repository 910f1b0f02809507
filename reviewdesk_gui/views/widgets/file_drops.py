"""Files that are dropped on a text field belong to the window around it, not into the text."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def local_files(data: QMimeData) -> list[str]:
    """The paths of files on this computer among what is dragged."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


class FileDrops(QObject):
    """Lets drags of files pass by the fields within ``window``, so that Qt offers them to what is around. A field with
    the property ``takesFiles`` is asked first.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        fields: Sequence[QWidget] = window.findChildren(QWidget)
        for field in fields:
            if field.acceptDrops() and not field.property("takesFiles"):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _DRAGS and isinstance(event, QDropEvent | QDragMoveEvent) and local_files(event.mimeData()):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
