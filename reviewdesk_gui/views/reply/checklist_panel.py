"""The checklist beside the editor: ticked moves, what is missing with its Insert, what harms with its way out."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reviewdesk_gui.domain.finding import Finding, Fix, Move
from reviewdesk_gui.services.checklist import ChecklistRow, RowState, Section

_SIGNS = {RowState.OK: "✓", RowState.MUST: "○", RowState.SHOULD: "!", RowState.HINT: "·"}

_ROOM = 12


def _short(fix: Fix) -> str:
    """The button's word; where it quotes the replacement, the replacement itself, cut to the room there is."""
    if len(fix.label) <= _ROOM:
        return fix.label
    text = fix.text.strip() or fix.label
    return text if len(text) <= _ROOM else text[: _ROOM - 1] + "…"


class CheckRow(QFrame):
    """One line: sign, words, and the way out as a button."""

    fix_asked = Signal(object)
    shown = Signal(object)
    menu_asked = Signal(object, object)

    def __init__(self, row: ChecklistRow, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.title = title
        self.setObjectName("checkRow")
        self.setProperty("state", row.state.value)
        self.setToolTip(row.why)
        self.setAccessibleName(f"{title}: {row.detail}" if row.detail else title)
        sign = QLabel(_SIGNS[row.state], self)
        sign.setObjectName("checkSign")
        sign.setFixedWidth(sign.fontMetrics().horizontalAdvance("○") + 6)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = QLabel(title, self)
        name.setWordWrap(True)
        words.addWidget(name)
        if row.detail:
            detail = QLabel(row.detail, self)
            detail.setProperty("role", "small")
            detail.setWordWrap(True)
            words.addWidget(detail)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 5, 4, 5)
        line.setSpacing(6)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.button = self._button(line)

    def _button(self, line: QHBoxLayout) -> QPushButton | None:
        fix, finding = self.row.fix, self.row.finding
        if finding is None or (fix is None and finding.span is None):
            return None
        button = QPushButton(_short(fix) if fix else self.tr("Show"), self)
        button.setToolTip(fix.label if fix else "")
        button.setProperty("kind", "link")
        button.setAccessibleName(f"{button.text()}: {self.title}")
        if fix:
            button.clicked.connect(lambda: self.fix_asked.emit(fix))
        else:
            button.clicked.connect(lambda: self.shown.emit(finding))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.row.finding is not None:
            self.menu_asked.emit(self.row.finding, event.globalPos())


class ChecklistPanel(QScrollArea):
    """Tells which fix the owner wants; a right click offers the other verbs on a finding."""

    fix_asked = Signal(object)
    shown = Signal(object)
    ignored = Signal(object)
    word_added = Signal(object)
    turned_off = Signal(object)

    def __init__(self, move_name: Callable[[Move], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("checklist")
        self.setAccessibleName(self.tr("Checklist"))
        self._move_name = move_name
        self._rows: list[ChecklistRow] = []
        self._widgets: list[CheckRow] = []
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(8, 10, 16, 12)
        self._column.setSpacing(4)
        self.setWidget(self._inner)

    def show_rows(self, rows: Sequence[ChecklistRow]) -> None:
        """Show these lines; nothing is rebuilt where they are the same as before."""
        if list(rows) == self._rows:
            return
        self._rows = list(rows)
        self._clear()
        for section, words in ((Section.NEEDED, self.tr("Needed")), (Section.BETTER, self.tr("Better"))):
            lines = [row for row in rows if row.section is section]
            if lines:
                self._heading(words, first=section is Section.NEEDED)
                for row in lines:
                    self._add(row)
        self._column.addStretch(1)

    @property
    def rows(self) -> list[CheckRow]:
        """The lines as shown, top to bottom."""
        return list(self._widgets)

    def _clear(self) -> None:
        self._widgets = []
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _heading(self, words: str, *, first: bool) -> None:
        label = QLabel(words, self._inner)
        label.setProperty("role", "section")
        if not first:
            self._column.addSpacing(8)
        self._column.addWidget(label)

    def _add(self, row: ChecklistRow) -> None:
        title = row.title or ", ".join(self._move_name(move) for move in row.moves)
        title = title[:1].upper() + title[1:]
        widget = CheckRow(row, title, self._inner)
        widget.fix_asked.connect(self.fix_asked)
        widget.shown.connect(self.shown)
        widget.menu_asked.connect(self._menu)
        self._widgets.append(widget)
        self._column.addWidget(widget)

    def _menu(self, finding: Finding, place: QPoint) -> None:
        menu = QMenu(self)
        verbs: list[tuple[str, Callable[[], None]]] = []
        fixes: tuple[Fix, ...] = finding.fixes
        for fix in fixes:
            words = f"{fix.label}: {fix.text.strip()}" if fix.text.strip() else fix.label
            verbs.append((words, partial(self.fix_asked.emit, fix)))
        if finding.check == "spelling":
            verbs.append((self.tr("Add to my words"), lambda: self.word_added.emit(finding)))
        verbs.append((self.tr("Ignore here"), lambda: self.ignored.emit(finding)))
        verbs.append((self.tr("Turn this check off"), lambda: self.turned_off.emit(finding)))
        for words, verb in verbs:
            menu.addAction(words).triggered.connect(lambda _=False, verb=verb: verb())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
