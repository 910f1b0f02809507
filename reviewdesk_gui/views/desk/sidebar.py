"""The views with their counts."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.views import labels
from reviewdesk_gui.views.theme.theme import Theme

_HASTE = (View.TO_ANSWER, View.LATE, View.FOLLOW_UPS)


class ViewButton(QAbstractButton):
    """One view: its name on the left, its count on the right."""

    def __init__(self, view: View, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._theme = theme
        self._count = 0
        self.setCheckable(True)
        self.setText(labels.view(view))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.fontMetrics().height() + 16)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(self.text()) + 72)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """How many cases the view shows."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}")
        self.update()

    @property
    def count(self) -> int:
        """How many cases the view shows."""
        return self._count

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(0, 0, -1, -1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected"))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus() or self.underMouse():
            painter.setPen(self._theme.colour("accent" if self.hasFocus() else "line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 8, 8)
        inner = self.rect().adjusted(12, 0, -12, 0)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent" if self.isChecked() else "ink"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        haste = self.view in _HASTE and self._count > 0
        font.setWeight(QFont.Weight.DemiBold if haste else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.colour("late" if haste else "muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{self._count:n}")


class Sidebar(QWidget):
    """One button a view."""

    view_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._buttons = {view: ViewButton(view, theme, self) for view in View}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(2)
        for button in self._buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        self._group.buttonClicked.connect(lambda button: self.view_chosen.emit(button.view))
        self.choose(View.TO_ANSWER)

    def choose(self, view: View) -> None:
        """Mark ``view`` as the one shown."""
        self._buttons[view].setChecked(True)

    def set_counts(self, counts: Mapping[View, int]) -> None:
        """The numbers beside the names."""
        for view, count in counts.items():
            self._buttons[view].set_count(count)

    def count(self, view: View) -> int:
        """The number beside one view."""
        return self._buttons[view].count

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        for button in self._buttons.values():
            button.set_theme(theme)
