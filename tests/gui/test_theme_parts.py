"""Whether the small parts of fields, lists and menus can be told from their ground, measured on pictures of them."""

from collections.abc import Callable
from itertools import product

import pytest
from contrast import contrast
from desk_pages import DeskPage
from gui_fixtures import OpenDesk
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QSplitter,
    QStyle,
    QStyleOptionSpinBox,
    QTabBar,
    QTableView,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewdesk_gui.views.dialogs.paste_dialog import PasteDialog
from reviewdesk_gui.views.theme.theme import Theme
from reviewdesk_gui.views.widgets.date_field import DateField

_PART, _TEXT = 3.0, 4.5  # WCAG 2.2, 1.4.11 and 1.4.3
_GROUNDS = ("ground", "pane", "side")


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, open_desk: OpenDesk) -> DeskPage:
    desk = open_desk()
    desk.app.dresser.choose(request.param)
    return desk


def shown(desk: DeskPage, widget: QWidget, size: QSize | None = None) -> QWidget:
    """The widget in a dialog over the window, without the focus."""
    dialog = QDialog(desk.window)
    column = QVBoxLayout(dialog)
    other = QLineEdit(dialog)
    column.addWidget(other)
    column.addWidget(widget)
    if size is not None:
        widget.setFixedSize(size)
    dialog.show()
    dialog.activateWindow()
    desk.until(dialog.isActiveWindow)
    other.setFocus()
    QApplication.processEvents()
    return widget


def picture(widget: QWidget, place: QRect | None = None) -> QImage:
    return (widget.grab(place) if place is not None else widget.grab()).toImage()


def ground_of(image: QImage) -> QColor:
    """The colour that most of the picture has."""
    colours = [image.pixel(x, y) for x, y in product(range(image.width()), range(image.height()))]
    return QColor.fromRgb(max(set(colours), key=colours.count))


def _seen(image: QImage, x: int, y: int, ground: QColor) -> bool:
    return contrast(image.pixelColor(x, y), ground) >= _PART


def strongest(image: QImage) -> float:
    """The contrast of what stands out most from the ground of the picture."""
    ground = ground_of(image)
    places = product(range(image.width()), range(image.height()))
    return max(contrast(image.pixelColor(x, y), ground) for x, y in places)


@pytest.mark.parametrize("ground", [*_GROUNDS, "soft", "selected", "must_soft", "should_soft"])
def test_words_can_be_read_on_every_ground(themed: DeskPage, ground: str) -> None:
    theme = themed.app.dresser.theme
    assert contrast(theme.colour("ink"), theme.colour(ground)) >= _TEXT
    assert contrast(theme.colour("muted"), theme.colour(ground)) >= _TEXT


@pytest.mark.parametrize("ground", _GROUNDS)
def test_an_edge_is_seen_on_every_ground(themed: DeskPage, ground: str) -> None:
    theme = themed.app.dresser.theme
    assert contrast(theme.colour("edge"), theme.colour(ground)) >= _PART


Make = Callable[[], QWidget]


def placeholder(field: QLineEdit | QPlainTextEdit) -> QWidget:
    field.setPlaceholderText("MMMMMM")
    return field


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_what_an_empty_field_asks_for_can_be_read(themed: DeskPage, make: Callable[[], QLineEdit]) -> None:
    field = shown(themed, placeholder(make()), QSize(160, 40))
    assert strongest(picture(field, QRect(4, 4, 120, 30))) >= _TEXT


@pytest.mark.parametrize("make", [lambda: QLineEdit("MMMM"), lambda: QPlainTextEdit("MMMM"), lambda: QDateEdit()])
def test_a_field_that_waits_looks_so_and_can_still_be_read(themed: DeskPage, make: Make) -> None:
    field = shown(themed, make(), QSize(160, 40))
    ready = strongest(picture(field, QRect(4, 4, 120, 30)))
    field.setEnabled(False)
    waiting = strongest(picture(field, QRect(4, 4, 120, 30)))
    assert _TEXT <= waiting < ready


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit, QComboBox, QTimeEdit, QDateEdit])
def test_a_field_has_an_outline(themed: DeskPage, make: Make) -> None:
    field = shown(themed, make(), QSize(160, 40))
    edge = picture(field).pixelColor(80, 0)
    assert contrast(edge, themed.app.dresser.theme.colour("ground")) >= _PART


def test_the_arrows_of_a_time_are_seen(themed: DeskPage) -> None:
    field = shown(themed, QTimeEdit(), QSize(120, 40))
    assert isinstance(field, QTimeEdit)
    option = QStyleOptionSpinBox()
    field.initStyleOption(option)
    for part in (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown):
        place = field.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, field)
        assert place.width() >= 16
        assert strongest(picture(field, place.adjusted(3, 3, -3, -3))) >= _PART


def test_the_arrows_beside_many_tabs_are_seen(themed: DeskPage) -> None:
    bar = QTabBar()
    bar.setUsesScrollButtons(True)
    for number in range(12):
        bar.addTab(f"Columns of file {number}")
    shown(themed, bar, QSize(320, 36))
    arrows = [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    assert len(arrows) == 2
    bar.setCurrentIndex(6)
    for arrow in arrows:
        image = picture(arrow, arrow.rect().adjusted(3, 3, -3, -3))
        ground = ground_of(image)
        rows = [y for y in range(image.height()) if any(_seen(image, x, y, ground) for x in range(image.width()))]
        assert len(rows) >= 6


@pytest.mark.parametrize("along", [Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
def test_the_bar_of_a_long_list_is_seen(themed: DeskPage, along: Qt.Orientation) -> None:
    rows = QListWidget()
    rows.addItems([("a long line " * 20)] * 50)
    shown(themed, rows, QSize(160, 120))
    bar = rows.verticalScrollBar() if along is Qt.Orientation.Vertical else rows.horizontalScrollBar()
    assert bar.isVisible()
    handle = picture(bar).pixelColor(5, 12) if along is Qt.Orientation.Vertical else picture(bar).pixelColor(12, 5)
    assert contrast(handle, themed.app.dresser.theme.colour("pane")) >= _PART


def test_the_line_between_panes_is_seen(themed: DeskPage) -> None:
    split = themed.window.splitter
    assert isinstance(split, QSplitter)
    handle = split.handle(1)
    colour = picture(handle).pixelColor(handle.width() // 2, 40)
    assert contrast(colour, themed.app.dresser.theme.colour("pane")) >= _PART


def test_the_chosen_line_of_a_menu_and_its_parting_lines_are_seen(themed: DeskPage) -> None:
    menu = QMenu(themed.window)
    chosen, other = menu.addAction("MMMM"), menu.addAction("MMMM")
    line = menu.addSeparator()
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(chosen)
    image = picture(menu)
    pane = themed.app.dresser.theme.colour("pane")
    place = menu.actionGeometry(chosen)
    assert contrast(image.pixelColor(place.center().x(), place.top() + 3), pane) >= _PART
    assert strongest(picture(menu, place.adjusted(4, 4, -4, -4))) >= _TEXT
    assert strongest(picture(menu, menu.actionGeometry(other).adjusted(4, 4, -4, -4))) >= _TEXT
    assert contrast(image.pixelColor(menu.width() // 2, menu.actionGeometry(line).center().y()), pane) >= _PART
    menu.close()


def test_the_chosen_line_of_a_list_is_seen(themed: DeskPage) -> None:
    rows = QListWidget()
    rows.addItems(["MM", "MM"])
    rows.setCurrentRow(0)
    shown(themed, rows, QSize(160, 120))
    place = rows.visualItemRect(rows.item(0)).translated(rows.viewport().pos())
    mark = picture(rows).pixelColor(place.left() + 1, place.center().y())
    assert contrast(mark, themed.app.dresser.theme.colour("pane")) >= _PART


def test_every_day_of_the_calendar_and_its_month_can_be_read(themed: DeskPage) -> None:
    field = shown(themed, DateField())
    assert isinstance(field, DateField)
    calendar = field.calendarWidget()
    calendar.resize(360, 260)
    calendar.setCurrentPage(2026, 11)
    days = calendar.findChildren(QTableView)[0]
    calendar.show()
    QApplication.processEvents()
    for row, column in product(range(7), range(7)):
        place = days.visualRect(days.model().index(row, column))
        if not place.isEmpty():
            assert strongest(picture(days.viewport(), place)) >= _TEXT
    for name in ("qt_calendar_monthbutton", "qt_calendar_yearbutton", "qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        button = calendar.findChildren(QToolButton, name)[0]
        place = QRect(button.mapTo(calendar, QPoint(2, 2)), button.size() - QSize(4, 4))
        assert strongest(picture(calendar, place)) >= _TEXT
    calendar.hide()


def test_the_arrows_of_the_file_dialog_are_seen(themed: DeskPage) -> None:
    dialog = QFileDialog(themed.window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    pane = themed.app.dresser.theme.colour("ground")
    for name in ("backButton", "forwardButton", "toParentButton"):
        image = dialog.findChildren(QToolButton, name)[0].icon().pixmap(QSize(16, 16)).toImage()
        opaque = [
            image.pixelColor(x, y)
            for x, y in product(range(image.width()), range(image.height()))
            if image.pixelColor(x, y).alpha() > 250
        ]
        assert max(contrast(colour, pane) for colour in opaque) >= _PART
    dialog.deleteLater()


def focused(desk: DeskPage, widget: QWidget) -> bool:
    """Whether the accent colour frames the widget while it has the focus, and does not while it has it not."""
    theme: Theme = desk.app.dresser.theme

    def framed() -> bool:
        image = picture(widget)
        row = [image.pixelColor(x, image.height() - 1) for x in range(image.width())]
        return sum(colour == theme.colour("accent") for colour in row) > image.width() // 2

    before = framed()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return framed() and not before


@pytest.mark.parametrize("make", [QListWidget, QTableView])
def test_a_list_in_a_dialog_shows_that_the_keys_are_at_it(themed: DeskPage, make: Make) -> None:
    assert focused(themed, shown(themed, make(), QSize(160, 120)))


def test_what_the_keys_are_at_is_seen_in_the_window(themed: DeskPage) -> None:
    themed.app.verbs.paste_text("Anna, 1 star: We waited fifty minutes for two coffees.")
    dialog = themed.dialog(PasteDialog)
    themed.press_named(dialog, "Add to the desk")
    themed.until(lambda: themed.rows())
    themed.choose("fifty minutes")
    panel = themed.window.panel
    themed.window.activateWindow()
    themed.until(themed.window.isActiveWindow)
    for field in (panel.card.text, panel.pane.checklist):
        assert focused(themed, field), field.accessibleName()
