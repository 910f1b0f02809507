"""A date of figures alone in the two ways in which it can be meant: 11/3/2026."""

import re

from PySide6.QtCore import QCoreApplication, QLocale

ORDERS = ("dmy", "mdy")
_FIGURES = re.compile(r"(\d{1,2})\s?\D\s?(\d{1,2})\s?\D\s?\d{2,4}")


def is_two_way(sample: str) -> bool:
    """Whether ``sample`` has the shape of such a date."""
    return _FIGURES.fullmatch(sample) is not None


def both_readings(sample: str) -> tuple[str, str]:
    """The date in words, day first and month first; an example where ``sample`` is none."""
    found = _FIGURES.search(sample)
    first, second = (int(found[1]), int(found[2])) if found else (5, 3)
    day_first = QCoreApplication.translate("DateOrders", "{} {} (day first)").format(first, _month(second))
    month_first = QCoreApplication.translate("DateOrders", "{} {} (month first)").format(_month(first), second)
    return day_first, month_first


def _month(number: int) -> str:
    return QLocale().standaloneMonthName(number) if 1 <= number <= 12 else str(number)
