"""The window around the list: search, views, keys, paste, undo, a second start, empty states, broken input."""

from pathlib import Path

import pytest
from desk_pages import DeskPage, ReplyPage, paste
from gui_fixtures import NOON, DeskOf, OpenDesk
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewdesk_gui.domain.case import Outcome, Status
from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.services.single_instance import SingleInstance
from reviewdesk_gui.store.desk import instance_name
from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog
from reviewdesk_gui.views.dialogs.paste_dialog import PasteDialog
from reviewdesk_gui.views.dialogs.shop_dialog import ShopDialog

REVIEWS = """author,rating,date,text,platform
Anna Carlson,1,2026-11-22,"Fifty minutes for two coffees.",google
Tom Reed,5,2026-11-22,"The best bread in town!",trustpilot
Кирилл,3,2026-11-21,"Хлеб отличный, но доставка опоздала.",yandex
,2,2026-11-20,"Nobody answered the phone.",yelp
"""


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    return desk_of(REVIEWS)


def test_the_list_is_sorted_by_urgency_and_reads_well(desk: DeskPage) -> None:
    rows = desk.rows()
    assert len(rows) == 4
    assert rows[0].startswith("Unknown, 2 of 5 stars")
    assert "Google" in next(row for row in rows if "Anna" in row)
    assert "late" in rows[0]


def test_search_finds_words_in_any_case_and_says_when_nothing_matches(desk: DeskPage) -> None:
    desk.search("ДОСТАВКА")
    assert [row.split(",")[0] for row in desk.rows()] == ["Кирилл"]
    desk.search("nothing like this")
    assert desk.rows() == []
    assert not desk.window.cases.table.isVisible()
    desk.window.cases.clear_asked.emit()
    assert len(desk.rows()) == 4


def test_walking_by_keys_opens_cases(desk: DeskPage) -> None:
    table = desk.window.cases.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_J)
    first = desk.author
    QTest.keyClick(table, Qt.Key.Key_J)
    assert desk.author != first
    QTest.keyClick(table, Qt.Key.Key_K)
    assert desk.author == first


def test_home_and_end_open_the_first_and_the_last_case(desk: DeskPage) -> None:
    table = desk.window.cases.table
    shown = desk.rows()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End)
    assert desk.author in shown[-1]
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert desk.author in shown[0]


def test_the_same_file_twice_changes_nothing(desk: DeskPage, tmp_path: Path) -> None:
    desk.app.verbs.import_paths([tmp_path / "reviews.csv"])
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: "4 already on the desk" in dialog.summary.text())
    assert not dialog.go.isEnabled()
    dialog.reject()
    assert desk.count(View.ALL) == 4


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 500, b"[" * 50_000, b"a,b\n1,2\n", b'{"reviews": 5}'])
def test_broken_input_is_told_and_changes_nothing(desk: DeskPage, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.json").write_bytes(content)
    before = desk.app.desk.cases()
    desk.app.verbs.import_paths([tmp_path / "bad.json"])
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: "0 new" in dialog.summary.text())
    assert "1 rejected" in dialog.summary.text()
    assert not dialog.go.isEnabled()
    dialog.reject()
    assert desk.app.desk.cases() == before


def test_an_import_can_be_undone_and_done_again(desk: DeskPage) -> None:
    desk.app.verbs.undo()
    assert desk.count(View.ALL) == 0
    assert "Undone" in desk.notice
    desk.app.verbs.redo()
    assert desk.count(View.ALL) == 4


def test_deleting_closing_and_their_undo(desk: DeskPage) -> None:
    desk.choose("Tom Reed")
    desk.app.case_verbs.delete()
    assert desk.count(View.ALL) == 3
    desk.app.verbs.undo()
    assert desk.count(View.ALL) == 4
    desk.choose("Tom Reed")
    desk.app.case_verbs.close_case(Outcome.NO_ANSWER_NEEDED)
    assert desk.count(View.CLOSED) == 1
    desk.app.verbs.undo()
    assert desk.count(View.CLOSED) == 0


def test_a_dropped_file_is_planned(desk: DeskPage, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(REVIEWS.replace("Anna Carlson", "Eva Berg"), "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "more.csv"))])
    place = QPointF(QPoint(100, 100))
    move = Qt.DropAction.CopyAction
    drop = QDropEvent(place, move, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    desk.window.dropEvent(drop)
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: "1 new" in dialog.summary.text())
    assert "3 already on the desk" in dialog.summary.text()
    dialog.reject()


def test_a_pasted_review_comes_with_its_guesses(desk: DeskPage) -> None:
    dialog = paste(desk, "Maria Lopez\n★★☆☆☆ 2 days ago\nThe soup was cold and nobody came back to ask.\n")
    assert dialog.form.author.text() == "Maria Lopez"
    assert dialog.form.rating.currentData() == 2.0
    assert dialog.form.date.date().toString("yyyy-MM-dd") == "2026-11-20"
    assert "soup was cold" in dialog.form.text.toPlainText()
    desk.press_named(dialog, "Add to the desk")
    desk.until(lambda: desk.count(View.ALL) == 5)
    assert desk.author == "Maria Lopez"


def test_an_empty_review_by_hand_is_not_taken(desk: DeskPage) -> None:
    desk.app.verbs.add_by_hand()
    dialog = desk.dialog(PasteDialog)
    desk.press_named(dialog, "Add to the desk")
    assert dialog.isVisible()
    dialog.form.text.setPlainText("She said the bread was dry.")
    desk.press_named(dialog, "Add to the desk")
    desk.until(lambda: desk.count(View.ALL) == 5)


def test_a_second_start_raises_the_first_window(desk: DeskPage, qtbot: QtBot) -> None:
    name = instance_name(desk.app.desk.desk.path)
    first, second = SingleInstance(name), SingleInstance(name)
    assert not second.raise_other()
    first.listen()
    with qtbot.waitSignal(first.raised, timeout=5_000):
        assert second.raise_other()
    first.close()


def test_a_new_owner_is_welcomed(open_desk: OpenDesk) -> None:
    desk = open_desk(shop=None)
    assert desk.rows() == []
    desk.app.welcome_if_new()
    dialog = desk.dialog(ShopDialog)
    dialog._texts["name"].setText("Corner Café")
    dialog._texts["email"].setText("hi@corner.example")
    desk.press_named(dialog, "Start")
    assert desk.app.desk.shop().name == "Corner Café"
    assert desk.window.top.shop.text() == "Corner Café"


def test_an_address_that_nobody_can_write_to_is_not_taken(desk: DeskPage) -> None:
    dialog = desk.app.verbs.edit_shop()
    dialog._texts["email"].setText("hello.sunnyside.example")
    desk.press_named(dialog, "Save")
    assert dialog.isVisible()
    assert "“hello.sunnyside.example” is no e-mail address" in dialog.trouble.text()
    dialog._texts["email"].setText("hello@sunnyside.example")
    desk.press_named(dialog, "Save")
    assert desk.app.desk.shop().email == "hello@sunnyside.example"


def test_an_address_of_old_does_not_keep_the_rest_of_the_profile_from_being_saved(open_desk: OpenDesk) -> None:
    desk = open_desk(shop=Shop(name="Corner Café", email="a@corner.example, b@corner.example"))
    dialog = desk.app.verbs.edit_shop()
    dialog._texts["phone"].setText("555-0128")
    desk.press_named(dialog, "Save")
    assert desk.app.desk.shop().phone == "555-0128"


def test_the_sample_desk_can_be_looked_at(open_desk: OpenDesk) -> None:
    desk = open_desk(shop=None)
    desk.window.cases.sample_asked.emit()
    dialog = desk.dialog(ImportDialog)
    desk.until(dialog.go.isEnabled)
    desk.press(dialog.go)
    desk.until(lambda: desk.count(View.ALL) > 30)
    assert desk.app.desk.shop().name == "Bageri Solsidan"


def test_layout_and_theme_are_remembered(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.window.resize(800, 700)
    desk.window.splitter.setSizes([178, 240, 380])
    sizes = desk.window.splitter.sizes()
    desk.app.dresser.choose("dark")
    again = open_desk()
    assert again.window.splitter.sizes()[:2] == sizes[:2]
    assert again.app.settings.text("theme") == "dark"


def test_a_draft_is_saved_while_the_keys_go_on(desk: DeskPage) -> None:
    desk.choose("Tom Reed")
    reply = ReplyPage(desk)
    case = desk.app.presenter.case
    assert case is not None

    def one_more_key_and_saved() -> bool:
        reply.type("x")
        return bool(desk.app.desk.case(case.id).draft)

    reply.type("x")
    assert reply.pane.saved.text() == "Saving …"
    desk.until(one_more_key_and_saved)


def test_a_status_walks_with_the_work(desk: DeskPage) -> None:
    desk.choose("Tom Reed")
    reply = ReplyPage(desk)
    reply.type("Hello Tom, thank you for your kind words! Elin, owner")
    desk.app.presenter.save_draft()
    case = desk.app.presenter.case
    assert case is not None
    assert case.status is Status.DRAFTING
    assert reply.copy() == reply.text
    reply.post()
    assert desk.app.desk.case(case.id).last_posted.at == NOON


def test_the_clipboard_holds_plain_text_exactly(desk: DeskPage) -> None:
    desk.choose("Tom Reed")
    reply = ReplyPage(desk)
    text = "Hello Tom 👍!\n\nThank you – “truly”.\n\nElin, owner"
    reply.pane.editor.insert_at_caret(text)
    desk.until(reply.pane.footer.copy.isEnabled)
    assert reply.copy() == text
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_a_newcomer_looks_around_with_the_sample_desk(open_desk: OpenDesk) -> None:
    desk = open_desk(shop=None)
    desk.app.welcome_if_new()
    desk.press_named(desk.dialog(ShopDialog), "Look around with a sample desk instead")
    dialog = desk.dialog(ImportDialog)
    desk.until(dialog.go.isEnabled)
    desk.press(dialog.go)
    desk.until(lambda: desk.count(View.ALL) > 30)
    assert desk.window.top.shop.text() == "Bageri Solsidan"
