"""The case history on paper: a PDF that is whole or not there at all, or a printer with preview."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtGui import QFont, QPagedPaintDevice, QPdfWriter

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.exporting.html_writer import html_part
from reviewdesk_gui.exporting.snapshot import Snapshot
from reviewdesk_gui.views.printing.paper import Sheet, paint, print_font
from reviewdesk_gui.views.printing.whole_pdf import write_whole_pdf

_TOGETHER = 25

Progress = Callable[[int, int], None]


class PaperStoppedError(ReviewDeskError):
    """The owner cancelled; no file was left behind."""


class HistoryPaper:
    """Prints snapshots. Cases are set in groups, so that 10,000 of them need no more memory than a few."""

    def __init__(self, font: QFont) -> None:
        self._font = print_font(font)

    def write_pdf(self, taken: Snapshot, path: Path, progress: Progress, cancelled: Callable[[], bool]) -> None:
        """Write the PDF beside its place and move it there when it is whole.

        Raises PaperStoppedError where the owner cancelled, ReviewDeskError where the disk refuses.
        """
        _loop = QEventLoop()  # a worker thread has no event dispatcher of its own, and text layout wants timers

        def onto(writer: QPdfWriter) -> bool:
            done = 0
            for _pages in self.onto(writer, taken):
                done = min(done + _TOGETHER, len(taken.cases))
                progress(done, len(taken.cases))
                if cancelled():
                    return False
            return True

        if not write_whole_pdf(path, taken.shop.name or "ReviewDesk", onto):
            raise PaperStoppedError("The export was stopped. No file was written.")

    def onto(self, device: QPagedPaintDevice, taken: Snapshot) -> Iterator[int]:
        """Paint the whole history; yields after each group of cases."""
        words = QCoreApplication.translate("paper", "Page {}")
        sheet = Sheet(taken.shop.name or "ReviewDesk", words.format)
        return paint(device, _parts(taken), sheet, self._font)


def _parts(taken: Snapshot) -> Iterator[str]:
    for start in range(0, max(len(taken.cases), 1), _TOGETHER):
        yield html_part(taken, taken.cases[start : start + _TOGETHER], first=start == 0)
