"""Notices come and go without moving what the owner reads and writes, and without covering what is needed."""

import pytest
from desk_pages import DeskPage, ReplyPage
from gui_fixtures import DeskOf
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from reviewdesk_gui.views.widgets.notice_bar import NoticeBar

REVIEWS = "author,rating,date,text,platform\n" + "".join(
    f'Customer {n},1,2026-11-{1 + n % 21:02},"Fifty minutes for two coffees, number {n}.",google\n' for n in range(40)
)
SIZES = [(1280, 800), (900, 640)]
LONG = "The desk could not be written to its place, since the disk is full. Make room, then try once more. " * 3


@pytest.fixture(params=SIZES, ids=str)
def desk(request: pytest.FixtureRequest, desk_of: DeskOf) -> DeskPage:
    desk = desk_of(REVIEWS)
    desk.window.resize(*request.param)
    desk.choose("number 7.")
    QApplication.processEvents()
    return desk


def place(desk: DeskPage, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(desk.window, QPoint()), widget.size())


def places(desk: DeskPage) -> dict[str, QRect]:
    window, pane = desk.window, desk.window.panel.pane
    parts = {
        "search": window.top.search,
        "side bar": window.sidebar,
        "list": window.cases,
        "review": window.panel.card,
        "history": window.panel.strip,
        "editor": pane.editor,
        "checklist": pane.checklist,
        "copy": pane.footer.copy,
        "status line": window.count,
    }
    rows = window.cases.table
    first = QRect(rows.viewport().mapTo(window, QPoint()), rows.visualRect(desk.app.model.index(1)).size())
    return {name: place(desk, part) for name, part in parts.items()} | {"second row": first}


def bars(desk: DeskPage) -> list[NoticeBar]:
    return [desk.window.notices, desk.window.promises]


def tell(desk: DeskPage) -> None:
    desk.window.notices.tell(LONG, error=True)
    desk.window.promises.ask("You promised Anna Carlson: “I will call you tomorrow”.", "Add follow-up", lambda: None)
    QApplication.processEvents()


def test_nothing_moves_when_notices_come_and_go(desk: DeskPage) -> None:
    before = places(desk)
    tell(desk)
    assert all(bar.isVisible() for bar in bars(desk))
    assert places(desk) == before
    for bar in bars(desk):
        bar.hide()
    QApplication.processEvents()
    assert places(desk) == before


def test_a_notice_covers_no_button_and_no_field(desk: DeskPage) -> None:
    tell(desk)
    for bar in bars(desk):
        inside = place(desk, bar)
        assert desk.window.rect().contains(inside)
        for part in (*desk.window.findChildren(QAbstractButton), *desk.window.findChildren(QLineEdit)):
            if part.isVisible() and not bar.isAncestorOf(part):
                assert not inside.intersects(place(desk, part)), (part.objectName(), part.accessibleName())
        assert not inside.intersects(place(desk, desk.window.panel))


def test_a_long_notice_can_be_read_whole(desk: DeskPage) -> None:
    tell(desk)
    for bar in bars(desk):
        [words] = bar.findChildren(QLabel)
        assert words.height() >= words.heightForWidth(words.width())
        assert words.width() > 120
    first, second = (place(desk, bar) for bar in bars(desk))
    assert not first.intersects(second)


def test_the_list_can_be_walked_to_its_end_beside_a_notice(desk: DeskPage) -> None:
    tell(desk)
    table = desk.window.cases.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    last = table.visualRect(table.currentIndex())
    seen = QRect(table.viewport().mapTo(desk.window, last.topLeft()), last.size())
    assert table.currentIndex().row() == desk.app.model.rowCount() - 1
    assert not any(place(desk, bar).intersects(seen) for bar in bars(desk))


def test_the_owner_types_on_while_notices_come_and_go(desk: DeskPage) -> None:
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    reply = ReplyPage(desk)
    reply.pane.editor.setFocus()
    reply.type("Hello ")
    tell(desk)
    assert reply.pane.editor.hasFocus()
    reply.type("Anna!")
    desk.window.notices.hide()
    assert reply.pane.editor.hasFocus()
    assert reply.text == "Hello Anna!"


def test_the_notice_follows_the_list_when_it_is_made_wider(desk: DeskPage) -> None:
    tell(desk)
    before = place(desk, desk.window.notices)
    sizes = desk.window.splitter.sizes()
    desk.window.splitter.setSizes([sizes[0], sizes[1] + 60, sizes[2] - 60])
    QApplication.processEvents()
    assert not place(desk, desk.window.notices).intersects(place(desk, desk.window.panel))
    assert place(desk, desk.window.notices).width() >= before.width()
