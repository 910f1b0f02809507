"""The whole job by keyboard: where the focus goes, what keys do, and that a question waits for its answer."""

from pathlib import Path

import pytest
from desk_pages import DeskPage, ReplyPage
from gui_fixtures import DeskOf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog
from reviewdesk_gui.views.dialogs.phrase_dialog import Ask, PhraseDialog
from reviewdesk_gui.views.dialogs.text_dialog import TextDialog

REVIEWS = """author,rating,date,text,platform
Anna Carlson,1,2026-11-22,"Fifty minutes for two coffees.",google
Tom Reed,5,2026-11-22,"The best bread in town!",trustpilot
Кирилл,3,2026-11-21,"Хлеб отличный, но доставка опоздала, и в прошлый раз тоже; больше не закажем.",yandex
"""


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    return desk_of(REVIEWS)


def forward(desk: DeskPage, window: QWidget) -> None:
    """Bring a window forward, as a window manager does when a dialog comes or goes."""
    window.activateWindow()
    desk.until(window.isActiveWindow)


def press(desk: DeskPage, key: Qt.Key) -> None:
    """Press a key wherever the focus is."""
    forward(desk, desk.window)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    QApplication.processEvents()


def test_after_the_first_import_the_keys_walk_the_list(desk: DeskPage) -> None:
    first = desk.author
    forward(desk, desk.window)
    assert desk.window.cases.table.hasFocus()
    press(desk, Qt.Key.Key_J)
    assert desk.author != first


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_from_the_search_a_key_goes_on_to_what_was_found(desk: DeskPage, key: Qt.Key) -> None:
    desk.window.top.search.setFocus()
    desk.search("bread")
    assert len(desk.rows()) == 1
    press(desk, key)
    assert desk.window.cases.table.hasFocus()
    assert desk.author == "Tom Reed"
    press(desk, Qt.Key.Key_Return)
    assert desk.window.panel.pane.editor.hasFocus()


def test_escape_empties_the_search(desk: DeskPage) -> None:
    desk.window.top.search.setFocus()
    desk.search("bread")
    press(desk, Qt.Key.Key_Escape)
    assert desk.window.top.search.text() == ""
    assert len(desk.rows()) == 3


def test_one_word_is_one_word(desk: DeskPage) -> None:
    reply = ReplyPage(desk)
    reply.type("Hello")
    desk.until(lambda: reply.pane.length.text().startswith("1 word,"))
    assert "1 words" not in reply.pane.length.text()


def test_a_note_is_taken_from_the_keyboard(desk: DeskPage) -> None:
    desk.app.case_verbs.add_note()
    dialog = desk.dialog(TextDialog)
    dialog.field.setPlainText("She rang; all is well.")
    forward(desk, dialog)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: "She rang; all is well." in desk.window.panel.strip.text)
    assert not dialog.isVisible()


def test_the_fix_key_on_an_open_slot_changes_nothing_elsewhere(desk: DeskPage) -> None:
    desk.choose("Anna Carlson")
    reply = ReplyPage(desk)
    text = "Hello Anna,\n\nI am sorry that [what went wrong].\n\nBest wishes\nElin"
    reply.pane.editor.insert_at_caret(text)
    desk.until(lambda: desk.app.presenter.report and desk.app.presenter.report.slots)
    desk.app.case_verbs.next_finding()
    assert reply.pane.editor.textCursor().selectedText() == "[what went wrong]"
    desk.app.case_verbs.fix_here()
    assert reply.text == text
    assert "own words" in desk.notice


def test_a_promise_waits_and_names_whose_it_is(desk: DeskPage) -> None:
    desk.choose("Anna Carlson")
    reply = ReplyPage(desk)
    reply.pane.editor.insert_at_caret("Hello Anna! I am sorry. I will call you tomorrow. Elin, owner")
    desk.until(reply.pane.footer.copy.isEnabled)
    reply.copy()
    reply.post()
    desk.choose("Tom Reed")
    bar = desk.window.promises
    assert bar.isVisible()
    assert "Anna Carlson" in bar.text
    assert not bar.leaves_by_itself
    desk.press_named(bar, "Add follow-up")
    anna = next(case for case in desk.app.desk.cases() if case.review.author == "Anna Carlson")
    assert len(anna.followups) == 1
    assert desk.count(View.ALL) == 3


def test_the_plan_of_an_import_shows_long_texts_within_the_window(desk: DeskPage, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(REVIEWS.replace("Кирилл", "Олег"), "utf-8")
    desk.app.verbs.import_paths([tmp_path / "more.csv"])
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: dialog.tabs.count() > 0)
    table = dialog.tabs.widget(0)
    assert isinstance(table, QTableWidget)
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert "прошлый раз" in table.item(0, 4).toolTip()
    dialog.reject()


def test_a_small_window_cuts_nothing_of_the_case(desk: DeskPage) -> None:
    desk.choose("Anna Carlson")
    desk.window.resize(900, 640)
    desk.until(lambda: desk.window.width() == 900)
    page = desk.window.panel.pane.parentWidget()
    assert page is not None
    room = page.parentWidget()
    assert room is not None
    desk.until(lambda: page.width() <= room.width())
    assert page.minimumSizeHint().width() <= room.width()


@pytest.mark.parametrize(("ask", "count"), [(Ask.OPEN, 1), (Ask.SET, 2), (Ask.CHANGE, 3), (Ask.REMOVE, 1)])
def test_only_the_phrases_asked_for_have_a_field(qtbot: QtBot, ask: Ask, count: int) -> None:
    dialog = PhraseDialog(ask)
    qtbot.addWidget(dialog)
    dialog.show()
    fields = [field for field in dialog.findChildren(QLineEdit) if field.isVisible()]
    assert len(fields) == count
    assert dialog.focusWidget() in (None, *fields)
