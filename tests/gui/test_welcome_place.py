"""The welcome stands in the middle of the window, wherever the window manager has put that."""

import pytest
from desk_pages import DeskPage
from gui_fixtures import OpenDesk
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from reviewdesk_gui.views.dialogs.shop_dialog import ShopDialog
from reviewdesk_gui.views.widgets.on_screen import OnScreen


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskPage:
    return open_desk(shop=None)


def welcome(desk: DeskPage, middle: QPoint) -> ShopDialog:
    window = QRect(QPoint(), desk.window.size())
    window.moveCenter(middle)
    desk.window.setGeometry(window)
    desk.until(lambda: desk.window.geometry() == window)
    desk.app.welcome_if_new()
    return desk.dialog(ShopDialog)


def test_the_welcome_stands_in_the_middle_of_the_window(desk: DeskPage) -> None:
    dialog = welcome(desk, desk.window.screen().availableGeometry().center() + QPoint(40, -30))
    apart = dialog.frameGeometry().center() - desk.window.frameGeometry().center()

    assert (abs(apart.x()) <= 1, abs(apart.y()) <= 1) == (True, True), apart


def test_the_welcome_is_on_the_screen_even_if_the_window_is_half_outside(desk: DeskPage) -> None:
    room = desk.window.screen().availableGeometry()
    dialog = welcome(desk, room.bottomRight() - QPoint(10, 10))

    assert room.contains(dialog.frameGeometry())


def test_a_window_is_on_the_screen_once(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    seen: list[bool] = []
    window.show()
    OnScreen(window, lambda: seen.append(window.windowHandle().isExposed()))
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    window.hide()
    window.show()
    qtbot.waitExposed(window)
    assert seen == [True]
