"""While a job has the whole desk to itself: words, a moving bar, and nothing to press."""

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from reviewdesk_gui.services.jobs import Job


class Waiting(QDialog):
    """Keeps the window from everything else until ``job`` has ended; connect what follows after making it."""

    def __init__(self, words: str, job: Job, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words)
        self._ended = False
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(QLabel(words, self))
        column.addWidget(bar)
        self.resize(360, self.sizeHint().height())
        for signal in (job.done, job.failed, job.finished):
            signal.connect(self._end)
        self.finished.connect(self.deleteLater)
        self.open()

    def reject(self) -> None:
        if self._ended:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._ended)

    def _end(self) -> None:
        if not self._ended:
            self._ended = True
            self.accept()
