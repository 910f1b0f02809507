"""A look at the pages before they are printed."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from reviewdesk_gui.views.printing.paper import set_up


class PaperPreview(QPrintPreviewDialog):
    """Holds its printer: the pages it shows lie in the printer, and Qt's dialog does not keep that alive."""

    def __init__(self, parent: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(self._printer)
        super().__init__(self._printer, parent)
        self.resize(900, 700)


def show_preview(parent: QWidget, onto: Callable[[QPagedPaintDevice], Iterator[int]]) -> None:
    """Open a preview of what ``onto`` paints; its own button sends it to the printer."""

    def paint(printer: QPrinter) -> None:
        for _pages in onto(printer):
            pass

    preview = PaperPreview(parent)
    preview.paintRequested.connect(paint)
    preview.finished.connect(preview.deleteLater)
    preview.open()
