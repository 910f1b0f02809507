"""What the themes make of things that are ticked, measured on pictures of them."""

from collections.abc import Callable

import pytest
from contrast import contrast
from desk_pages import DeskPage
from gui_fixtures import OpenDesk
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGroupBox,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

_NON_TEXT = 3.0  # WCAG 2.2, 1.4.11: what tells a control and its state from what is around it
_SMALLEST_BOX = 12


def check_box(*, on: bool) -> QWidget:
    box = QCheckBox()
    box.setChecked(on)
    return box


def radio_button(*, on: bool) -> QWidget:
    button = QRadioButton()
    button.setChecked(on)
    return button


def group_box(*, on: bool) -> QWidget:
    group = QGroupBox()
    group.setCheckable(True)
    group.setChecked(on)
    return group


def list_row(*, on: bool) -> QWidget:
    rows = QListWidget()
    QListWidgetItem("", rows).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return rows


def table_cell(*, on: bool) -> QWidget:
    table = QTableWidget(1, 1)
    cell = QTableWidgetItem("")
    cell.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    table.setItem(0, 0, cell)
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    return table


Make = Callable[..., QWidget]
TICKED = [
    (check_box, "ground"),
    (radio_button, "ground"),
    (group_box, "ground"),
    (list_row, "pane"),
    (table_cell, "pane"),
]


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, open_desk: OpenDesk) -> DeskPage:
    desk = open_desk()
    desk.app.dresser.choose(request.param)
    return desk


def picture(desk: DeskPage, widget: QWidget, *, focus: bool = False) -> QImage:
    """The upper left of the widget as it looks in a dialog, where its box is."""
    dialog = QDialog(desk.window)
    column = QVBoxLayout(dialog)
    other = QCheckBox("other", dialog)
    for one in (other, widget):
        column.addWidget(one)
    dialog.show()
    dialog.activateWindow()
    desk.until(dialog.isActiveWindow)
    (widget if focus else other).setFocus(Qt.FocusReason.TabFocusReason)
    taken = widget.grab(QRect(0, 0, 40, 40)).toImage()
    dialog.close()
    dialog.deleteLater()
    return taken


def standing_out(shown: QImage, ground: QColor) -> list[tuple[int, int]]:
    """Every place that can be told from the ground."""
    places = ((x, y) for y in range(shown.height()) for x in range(shown.width()))
    return [(x, y) for x, y in places if contrast(shown.pixelColor(x, y), ground) >= _NON_TEXT]


@pytest.mark.parametrize(("make", "ground"), TICKED)
def test_an_empty_box_has_an_outline_that_is_seen(themed: DeskPage, make: Make, ground: str) -> None:
    places = standing_out(picture(themed, make(on=False)), themed.app.dresser.theme.colour(ground))

    assert len(places) > 2 * _SMALLEST_BOX
    for along in zip(*places, strict=True):
        assert max(along) - min(along) >= _SMALLEST_BOX


@pytest.mark.parametrize(("make", "ground"), TICKED)
def test_a_ticked_box_cannot_be_taken_for_an_empty_one(themed: DeskPage, make: Make, ground: str) -> None:
    empty, ticked = picture(themed, make(on=False)), picture(themed, make(on=True))
    colour = themed.app.dresser.theme.colour(ground)

    assert len(standing_out(ticked, colour)) > 2 * len(standing_out(empty, colour))


@pytest.mark.parametrize("make", [check_box, radio_button])
def test_the_box_that_the_keys_are_at_is_seen(themed: DeskPage, make: Make) -> None:
    plain, focused = picture(themed, make(on=False)), picture(themed, make(on=False), focus=True)
    accent = themed.app.dresser.theme.colour("accent")

    def accented(shown: QImage) -> int:
        return sum(shown.pixelColor(x, y) == accent for x in range(shown.width()) for y in range(shown.height()))

    assert accented(plain) == 0
    assert accented(focused) >= 4 * _SMALLEST_BOX / 2
