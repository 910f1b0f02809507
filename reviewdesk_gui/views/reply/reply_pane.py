"""Editor and checklist in one pane, and the way out, which stands below; it arranges and tells, and decides nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from reviewdesk_gui.domain.finding import Move
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.reply.checklist_panel import ChecklistPanel
from reviewdesk_gui.views.reply.reply_editor import ReplyEditor
from reviewdesk_gui.views.reply.reply_footer import ReplyFooter
from reviewdesk_gui.views.theme.theme import Theme
from reviewdesk_gui.views.widgets.tab_order import WorkOrder

_WIDE = 560
_LINES, _AROUND = 6, 40
_CHECKS = 160


class ReplyPane(QWidget):
    """The right lower part of the window."""

    template_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, move_name: Callable[[Move], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = ReplyEditor(theme, self)
        self.checklist = ChecklistPanel(move_name, self)
        self.footer = ReplyFooter(self)
        self.template = QPushButton(self.tr("Template ▾"), self)
        self.template.setToolTip("Ctrl+T")
        self.blocks = QPushButton(self.tr("Blocks ▾"), self)
        self.blocks.setMenu(QMenu(self.blocks))
        self.language = QPushButton(self)
        self.language.setProperty("kind", "quiet")
        self.saved = QLabel(self)
        self.length = QLabel(self)
        for label in (self.saved, self.length):
            label.setProperty("role", "small")
        self.editor.setMinimumHeight(_LINES * self.editor.fontMetrics().lineSpacing() + _AROUND)
        self._fill_languages()
        self._lay_out()
        self.template.clicked.connect(self.template_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, one above the other where there is not."""
        wide = event.size().width() >= _WIDE
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() is not wanted:
            self.splitter.setOrientation(wanted)
        super().resizeEvent(event)

    def _fill_languages(self) -> None:
        menu = QMenu(self.language)
        automatic = menu.addAction(self.tr("As the review"))
        automatic.triggered.connect(lambda: self.language_chosen.emit(""))
        menu.addSeparator()
        for code in labels.LANGUAGES:
            action = menu.addAction(labels.language(code))
            action.triggered.connect(lambda _=False, code=code: self.language_chosen.emit(code))
        self.language.setMenu(menu)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for button in (self.template, self.blocks):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.language)
        foot = QHBoxLayout()
        foot.addWidget(self.saved)
        foot.addStretch(1)
        foot.addWidget(self.length)
        left = WorkOrder(self)
        left.order = (self.editor, self.template, self.blocks, self.language)  # one writes, then reaches for the tools
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 12, 8, 8)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.editor, 1)
        column.addLayout(foot)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("replySplitter")
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.checklist)
        self.splitter.setStretchFactor(0, 2)  # on a wide screen lines get no longer than one reads with ease
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([460, 268])
        self.splitter.setChildrenCollapsible(False)
        self.checklist.setMinimumSize(200, _CHECKS)
        left.setMinimumWidth(240)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.splitter, 1)
