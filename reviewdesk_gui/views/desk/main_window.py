"""The frame: top bar, side bar, list and case side by side, status line, notices over the end of the list. It
arranges and remembers, no more.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMainWindow, QSplitter, QVBoxLayout, QWidget

from reviewdesk_gui.services.settings import WindowSettings
from reviewdesk_gui.views.case.case_panel import CasePanel
from reviewdesk_gui.views.desk.case_list import CaseListPane
from reviewdesk_gui.views.desk.sidebar import Sidebar
from reviewdesk_gui.views.desk.top_bar import TopBar
from reviewdesk_gui.views.widgets.file_drops import FileDrops, local_files
from reviewdesk_gui.views.widgets.notice_bar import NoticeBar
from reviewdesk_gui.views.widgets.notice_corner import NoticeCorner
from reviewdesk_gui.views.widgets.tab_order import go_on


class MainWindow(QMainWindow):
    """Tells of dropped files and text, and of its closing."""

    files_dropped = Signal(list)
    text_dropped = Signal(str)
    closing = Signal()

    def __init__(
        self, top: TopBar, sidebar: Sidebar, cases: CaseListPane, panel: CasePanel, settings: WindowSettings
    ) -> None:
        super().__init__()
        self.setWindowTitle("ReviewDesk")
        self.setAcceptDrops(True)
        self.top, self.sidebar, self.cases, self.panel = top, sidebar, cases, panel
        self._settings = settings
        self.notices, self.promises = NoticeBar(self), NoticeBar(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for widget, stretch in ((sidebar, 0), (cases, 0), (panel, 1)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([188, 344, 748])
        self.splitter.setChildrenCollapsible(False)
        cases.setMinimumWidth(220)
        panel.setMinimumWidth(480)
        self.count, self.backup = QLabel(self), QLabel(self)
        self._arrange()
        FileDrops(self)
        self.resize(1280, 800)
        self._restore()

    def _arrange(self) -> None:
        status = QWidget(self)
        status.setObjectName("statusLine")
        status.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(status)
        line.setContentsMargins(16, 4, 16, 4)
        line.setSpacing(24)
        line.addWidget(self.count)
        line.addWidget(self.backup)
        line.addStretch(1)
        line.addWidget(QLabel(self.tr("Everything stays on this computer"), status))
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.splitter, 1)
        column.addWidget(status)
        self.setCentralWidget(centre)
        corner = NoticeCorner(self.cases, (self.promises, self.notices), centre)
        corner.height_changed.connect(self.cases.keep_clear)

    def _restore(self) -> None:
        self.restoreGeometry(self._settings.blob("geometry"))
        self.splitter.restoreState(self._settings.blob("splitter"))
        self.panel.pane.splitter.restoreState(self._settings.blob("reply_splitter"))

    def remember(self) -> None:
        """Keep the layout for the next start."""
        self._settings.keep("geometry", self.saveGeometry())
        self._settings.keep("splitter", self.splitter.saveState())
        self._settings.keep("reply_splitter", self.panel.pane.splitter.saveState())
        self._settings.flush()

    def come_forward(self) -> None:
        """Show the window above the others, and above it the dialog that may be open."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        for widget in (self, QApplication.activeModalWidget()):
            if widget is not None:
                widget.raise_()
                widget.activateWindow()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = local_files(event.mimeData())
        if files:
            self.files_dropped.emit(files)
        elif event.mimeData().text().strip():
            self.text_dropped.emit(event.mimeData().text())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        self.remember()
        super().closeEvent(event)
