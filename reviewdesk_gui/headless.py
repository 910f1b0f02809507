"""Paper without a window: what the command line needs of Qt, on machines without a display too."""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from reviewdesk_gui.exporting import Snapshot
from reviewdesk_gui.views.printing.history_paper import HistoryPaper


def write_pdf(taken: Snapshot, path: Path) -> None:
    """The history as the window would set it. Raises ReviewDeskError where the disk refuses."""
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    assert isinstance(app, QGuiApplication)
    HistoryPaper(app.font()).write_pdf(taken, path, lambda _done, _total: None, lambda: False)
