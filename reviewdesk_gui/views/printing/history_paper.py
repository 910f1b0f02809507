"""The case history on paper: a PDF that is whole or not there at all, or a printer with preview."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSaveFile
from PySide6.QtGui import QFont, QPagedPaintDevice, QPdfWriter

from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.exporting.html_writer import html_part
from reviewdesk_gui.exporting.snapshot import Snapshot
from reviewdesk_gui.views.printing.paper import Sheet, paint, set_up

_TOGETHER = 25
_RESOLUTION = 300
_PRINT_POINTS = 10.0

Progress = Callable[[int, int], None]


class PaperStoppedError(ReviewDeskError):
    """The owner cancelled; no file was left behind."""


class HistoryPaper:
    """Prints snapshots. Cases are set in groups, so that 10,000 of them need no more memory than a few."""

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self._font.setPointSizeF(_PRINT_POINTS)

    def write_pdf(self, taken: Snapshot, path: Path, progress: Progress, cancelled: Callable[[], bool]) -> None:
        """Write the PDF beside its place and move it there when it is whole.

        Raises PaperStoppedError where the owner cancelled, ReviewDeskError where the disk refuses.
        """
        _loop = QEventLoop()  # a worker thread has no event dispatcher of its own, and text layout wants timers
        file = QSaveFile(str(path))
        if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
            raise ReviewDeskError(f"{path} cannot be written: {file.errorString()}.")
        writer = QPdfWriter(file)
        writer.setTitle(taken.shop.name or "ReviewDesk")
        writer.setCreator("ReviewDesk")
        writer.setResolution(_RESOLUTION)
        set_up(writer)
        done = 0
        for _pages in self.onto(writer, taken):
            done = min(done + _TOGETHER, len(taken.cases))
            progress(done, len(taken.cases))
            if cancelled():
                file.cancelWriting()
                break
        del writer
        if not file.commit():
            if cancelled():
                raise PaperStoppedError("The export was stopped. No file was written.")
            raise ReviewDeskError(f"{path} cannot be written: {file.errorString()}.")

    def onto(self, device: QPagedPaintDevice, taken: Snapshot) -> Iterator[int]:
        """Paint the whole history; yields after each group of cases."""
        words = QCoreApplication.translate("paper", "Page {}")
        sheet = Sheet(taken.shop.name or "ReviewDesk", words.format)
        return paint(device, _parts(taken), sheet, self._font)


def _parts(taken: Snapshot) -> Iterator[str]:
    for start in range(0, max(len(taken.cases), 1), _TOGETHER):
        yield html_part(taken, taken.cases[start : start + _TOGETHER], first=start == 0)
