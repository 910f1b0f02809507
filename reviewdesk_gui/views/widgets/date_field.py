"""A day to type or to take from a calendar."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QDateEdit

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DateField(QDateEdit):
    """Takes what ``QDateEdit`` takes. Weekends look as other days do: Qt's red cannot be read on a dark ground."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.setCalendarPopup(True)
        for day in _WEEKEND:
            self.calendarWidget().setWeekdayTextFormat(day, QTextCharFormat())
