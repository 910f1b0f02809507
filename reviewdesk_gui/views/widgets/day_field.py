"""A day that may be unknown."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject
from PySide6.QtWidgets import QWidget

from reviewdesk_gui.views.widgets.date_field import DateField

_NO_DAY = QDate(1990, 1, 1)


class DayField(DateField):
    """Type a day or take it from the calendar, which opens at ``near`` while no day is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._near: date | None = None
        self.setMinimumDate(_NO_DAY)
        self.setSpecialValueText(self.tr("unknown"))
        self.calendarWidget().installEventFilter(self)

    def day(self) -> date | None:
        """The day, None where it is unknown."""
        chosen = self.date()
        return None if chosen == _NO_DAY else date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date | None, near: date) -> None:
        """Fill the field."""
        self._near = near
        self.setDate(QDate(day.year, day.month, day.day) if day else _NO_DAY)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from day to month to year; where no day is chosen, it leaves the field at once."""
        return QWidget.focusNextPrevChild(self, forward) if self.day() is None else super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self.day() is None and self._near is not None:
            self.calendarWidget().setCurrentPage(self._near.year, self._near.month)
        return super().eventFilter(watched, event)
