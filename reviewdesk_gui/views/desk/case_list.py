"""The list of cases with its filter chips and its empty states."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.models.case_list_model import CaseListModel
from reviewdesk_gui.views.desk.case_delegate import CaseDelegate


class CaseTable(QTableView):
    """One column of rows of equal height; J and K walk as the arrow keys do, Home and End go to the first and the last,
    Enter goes to the reply.

    Several rows can be marked by Ctrl and Shift, with the mouse as with the arrow keys; the current one is the open
    case.
    """

    opened = Signal()

    def __init__(self, model: CaseListModel, delegate: CaseDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caseList")
        self.setAccessibleName(self.tr("Reviews"))
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height(self.font()))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()), 0)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step and plain:
            self.walk(step)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            rows = self.model().rowCount()
            self.walk(-rows if event.key() == Qt.Key.Key_Home else rows)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def walk(self, step: int) -> None:
        """Go ``step`` rows down (negative: up)."""
        row = min(max(self.currentIndex().row() + step, 0), self.model().rowCount() - 1)
        if row >= 0:
            self.choose(row)

    def marked_rows(self) -> list[int]:
        """The rows that are marked, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def choose(self, row: int) -> None:
        """Make ``row`` the current one, alone marked, and bring it into sight."""
        index = self.model().index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)


class CaseListPane(QWidget):
    """The list or, where it is empty, what to do first."""

    chosen = Signal(str)
    opened = Signal()
    import_asked = Signal()
    paste_asked = Signal()
    sample_asked = Signal()
    clear_asked = Signal()

    def __init__(
        self, model: CaseListModel, delegate: CaseDelegate, filter_bar: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._filter_bar = filter_bar
        self.table = CaseTable(model, delegate, self)
        self._stack = QStackedWidget(self)
        rows = QWidget(self)
        rows.setObjectName("caseRows")
        rows.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._room = QVBoxLayout(rows)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.addWidget(self.table)
        self._stack.addWidget(rows)
        self._stack.addWidget(self._empty_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(filter_bar)
        column.addWidget(self._stack)
        self.table.selectionModel().currentChanged.connect(self._tell_chosen)
        self.table.opened.connect(self.opened)
        self._silent = False

    def _empty_page(self) -> QWidget:
        page = QWidget(self)
        page.setObjectName("emptyState")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._empty_text = QLabel(page)
        self._empty_text.setWordWrap(True)
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = {
            "import": (QPushButton(self.tr("Import a file …"), page), self.import_asked),
            "paste": (QPushButton(self.tr("Paste a review"), page), self.paste_asked),
            "sample": (QPushButton(self.tr("Try with a sample desk"), page), self.sample_asked),
            "clear": (QPushButton(self.tr("Show everything in this view"), page), self.clear_asked),
        }
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 24, 12, 24)
        column.addStretch(1)
        column.addWidget(self._empty_text)
        column.addSpacing(12)
        for button, signal in self._buttons.values():
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            button.clicked.connect(signal)
        self._buttons["import"][0].setProperty("kind", "primary")
        column.addStretch(2)
        return page

    def show_empty(self, *, desk_empty: bool, filtered: bool) -> None:
        """Say why the list is empty and what to do."""
        if desk_empty:
            text = self.tr("No reviews yet. Bring them in from a file, paste one, or look around with a sample desk.")
            shown = {"import", "paste", "sample"}
        elif filtered:
            text, shown = self.tr("Nothing matches what you are looking for."), {"clear"}
        else:
            text, shown = self.tr("Nothing here. Everyone has had an answer."), set()
        self._empty_text.setText(text)
        for name, (button, _) in self._buttons.items():
            button.setVisible(name in shown)
        self._filter_bar.setVisible(not desk_empty)
        self._stack.setCurrentIndex(1)

    def show_list(self) -> None:
        """Show the rows."""
        self._filter_bar.show()
        self._stack.setCurrentIndex(0)

    def keep_clear(self, height: int) -> None:
        """Leave the lowest ``height`` pixels to something else; the rows stay where they are and can all be reached."""
        self._room.setContentsMargins(0, 0, 0, height)

    def enter(self) -> None:
        """Go to the rows by key: the open one, else the first."""
        if self._stack.currentIndex() == 0 and self._model.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.choose(0)
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Let rows come and go without opening another case: the owner stays where they are."""
        self._silent = True
        try:
            yield
        finally:
            self._silent = False

    def marked(self) -> list[Case]:
        """The cases that are marked, in the list's order; the open one alone unless the owner marked more."""
        entries = map(self._model.entry, self.table.marked_rows())
        return [entry.case for entry in entries if entry is not None]

    def select_case(self, case_id: str) -> bool:
        """Make the case current without telling it anew; False where the list does not show it. What is marked stays
        where the case is current already.
        """
        row = self._model.row_of(case_id)
        with self.quietly():
            if row >= 0 and row == self.table.currentIndex().row() and self.table.selectionModel().hasSelection():
                self.table.scrollTo(self.table.currentIndex())
            elif row >= 0:
                self.table.choose(row)
            else:
                self.table.selectionModel().clear()
        return row >= 0

    def _tell_chosen(self, current: QModelIndex) -> None:
        entry = self._model.entry(current.row())
        if entry is not None and not self._silent:
            self.chosen.emit(entry.case.id)
