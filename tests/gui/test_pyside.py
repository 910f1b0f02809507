"""The installed PySide6 keeps the count of references to None: 6.12.0 on Python 3.11 drops one at every call that
returns nothing and aborts after some thousands of them.
"""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_keep_none_alive(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(2_000):
        label.setEnabled(True)
    assert abs(sys.getrefcount(None) - before) < 500
