"""A handout on paper: the complaint or the story as a PDF of its own, or on a printer."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QPagedPaintDevice, QPdfWriter

from reviewdesk_gui.exporting.handout import Handout
from reviewdesk_gui.views.printing.paper import Sheet, page_count, paint, print_font
from reviewdesk_gui.views.printing.whole_pdf import write_whole_pdf


class HandoutPaper:
    """Prints handouts; each page says of how many it is one, so that a reader sees that none is missing."""

    def __init__(self, font: QFont) -> None:
        self._font = print_font(font)

    def write_pdf(self, handout: Handout, path: Path) -> None:
        """Write the PDF. Raises ReviewDeskError where the disk refuses; what stood there before then stays."""

        def onto(writer: QPdfWriter) -> bool:
            for _pages in self.onto(writer, handout):
                pass
            return True

        write_whole_pdf(path, handout.title, onto)

    def onto(self, device: QPagedPaintDevice, handout: Handout) -> Iterator[int]:
        """Paint the handout; yields the number of its pages when they are painted."""
        total = page_count(device, handout.page, self._font)
        words = QCoreApplication.translate("paper", "Page {} of {}")
        return paint(device, [handout.page], Sheet(handout.head, lambda page: words.format(page, total)), self._font)
