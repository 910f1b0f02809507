"""Where Tab goes: as one reads and works, through everything and out of every field again."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from desk_pages import DeskPage, ReplyPage
from gui_fixtures import SHOP, DeskOf
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QLineEdit,
    QTabBar,
    QWidget,
)

from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.views.dialogs.complaint_dialog import ComplaintDialog
from reviewdesk_gui.views.dialogs.followup_dialog import FollowUpDialog
from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog
from reviewdesk_gui.views.dialogs.offer_dialog import OfferDialog
from reviewdesk_gui.views.dialogs.paste_dialog import PasteDialog
from reviewdesk_gui.views.dialogs.shop_dialog import ShopDialog
from reviewdesk_gui.views.dialogs.template_editor import TemplateEditor
from reviewdesk_gui.views.reply.template_picker import TemplatePicker

REVIEWS = """author,rating,date,text,platform,link
Anna Carlson,1,2026-11-22,"We waited fifty minutes for two coffees.",google,https://reviews.example/1
Tom Reed,5,2026-11-22,"The best bread in town!",trustpilot,https://reviews.example/2
"""
DRAFT = "Hello Anna!\n\nI am sorry that you waited. Such things happen to everyone.\n\nElin, owner"
_SECTIONS = 3  # Tab goes through day, month and year of a date before it leaves the field
_MOST = 80


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    desk = desk_of(REVIEWS)
    desk.choose("Anna Carlson")
    desk.window.notices.hide()
    return desk


def walk(desk: DeskPage, window: QWidget, start: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> Iterator[QWidget]:
    """Press ``key`` until the round is made; every field that has the focus on the way, once, while it has it."""
    window.activateWindow()
    desk.until(window.isActiveWindow)
    start.setFocus()
    stops: list[QWidget] = []
    stays = 0
    while len(stops) < _MOST:
        field = QApplication.focusWidget()
        assert field is not None
        stays = stays + 1 if stops and field is stops[-1] else 0
        assert stays < (_SECTIONS if isinstance(field, QDateTimeEdit) else 1), f"no way out of {name(field)}"
        if len(stops) > 1 and field is stops[0]:
            return
        if not stays:
            stops.append(field)
            yield field
        QTest.keyClick(field, key)
        QApplication.processEvents()
    raise AssertionError(f"no way round from {name(start)}")


def walked(desk: DeskPage, window: QWidget, start: QWidget) -> list[QWidget]:
    """All fields of the round by Tab."""
    return list(walk(desk, window, start))


def name(field: QWidget) -> str:
    """What a screen reader calls the field."""
    words = field.accessibleName() or (field.text() if isinstance(field, QAbstractButton) else "")
    return words.replace("&&", "&") or type(field).__name__


def main_walk(desk: DeskPage, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    """The names of the window's fields; the checklist may be made anew on the way, by checks that come late."""
    return [name(stop) for stop in walk(desk, desk.window, desk.window.top.search, key)]


def draft(desk: DeskPage, text: str = DRAFT) -> ReplyPage:
    reply = ReplyPage(desk)
    reply.pane.editor.insert_at_caret(text)
    desk.until(lambda: any(row.button for row in reply.pane.checklist.rows))
    return reply


def test_tab_goes_through_the_window_as_the_owner_works(desk: DeskPage) -> None:
    reply = draft(desk)
    stops = main_walk(desk)
    fixes = [name(row.button) for row in reply.pane.checklist.rows if row.button]
    card = desk.window.panel.fields
    fields = [name(field) for field in (card.type, card.cause, card.topics, card.facts)]

    assert len(fixes) > 1
    top = ["Search", "Paste review", "Import …", "Your shop", "To answer, 2"]
    chips = ["Platform", "Stars", "Type", "Topic"]
    assert stops[: len(top) + 1] == [*top, chips[0]]
    review = ["Open page ↗", "The review", *fields, "Attach …", "Add note", "History ▾"]
    language = name(reply.pane.language)
    answer = ["Your reply", "Template ▾", "Blocks ▾", language, "Checklist", *fixes]
    assert [stop for stop in stops[len(top) :] if stop not in chips] == [
        "Reviews",
        *review,
        *answer,
        "Follow up …",
        "Copy reply",
        "Copy & open page",
    ]


def test_the_list_comes_after_its_filters(desk: DeskPage) -> None:
    stops = main_walk(desk)
    assert stops.index("Platform") < stops.index("Stars") < stops.index("Reviews")


@pytest.mark.parametrize("text", ["", DRAFT])
def test_back_tab_goes_the_same_way_back(desk: DeskPage, text: str) -> None:
    if text:
        draft(desk, text)
    there, back = main_walk(desk), main_walk(desk, Qt.Key.Key_Backtab)
    assert back == [there[0], *reversed(there[1:])]


def test_another_view_stands_where_the_first_stood(desk: DeskPage) -> None:
    desk.press(desk.window.sidebar.findChildren(QAbstractButton)[-1])
    desk.until(lambda: len(desk.rows()) == desk.count(View.ALL))
    stops = main_walk(desk)
    assert stops[3:6] == ["Your shop", "All, 2", "Platform"]


def test_fixes_that_come_while_the_owner_types_stand_in_the_checklist(desk: DeskPage) -> None:
    reply = draft(desk)
    draft(desk, "\n\nWe are sorry if you feel that way. Teh coffee teh coffee!!!")

    def stand_as_shown() -> bool:
        stops = main_walk(desk)
        fixes = [name(row.button) for row in reply.pane.checklist.rows if row.button]
        come = any("No real apology" in fix for fix in fixes)
        return come and stops[stops.index("Checklist") + 1 : stops.index("Follow up …")] == fixes

    desk.until(stand_as_shown)


def test_a_follow_up_stands_below_the_history(desk: DeskPage) -> None:
    ReplyPage(desk).follow_up("ask about the coffee")
    desk.until(lambda: any("ask about the coffee" in stop for stop in main_walk(desk)))
    stops = main_walk(desk)
    assert "ask about the coffee" in stops[stops.index("History ▾") + 1]
    assert stops[stops.index("History ▾") + 2] == "Your reply"


def test_after_the_way_out_tab_comes_to_the_notice_and_its_way_back(desk: DeskPage) -> None:
    desk.window.notices.tell("Marked as posted.", "Undo", desk.app.verbs.undo, error=True)
    stops = main_walk(desk)
    assert stops[-2:] == ["Undo", "Close this notice"]


def as_read(window: QWidget, stops: list[QWidget]) -> list[tuple[str, str]]:
    """The pairs of stops of which the later one stands above or left of the earlier one."""
    places = [QRect(stop.mapTo(window, QPoint(0, 0)), stop.size()) for stop in stops]
    wrong = []
    for number, (one, other) in enumerate(pairwise(places)):
        beside = one.left() < other.left() and one.top() <= other.bottom() and other.top() <= one.bottom()
        if not beside and other.top() <= one.top():
            wrong.append((name(stops[number]), name(stops[number + 1])))
    return wrong


def read_dialog(desk: DeskPage, dialog: QDialog, start: QWidget) -> list[str]:
    """The way of Tab through a dialog that reads from top to bottom, beginning at its uppermost field."""
    stops = walked(desk, dialog, start)
    assert as_read(dialog, stops) == []
    dialog.reject()
    return [name(stop) for stop in stops]


def test_the_import_reads_from_the_questions_over_the_tables_to_the_buttons(desk: DeskPage, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("Name,Points,When,Words\nMia,4,05/03/2024,Good rolls\nOla,9,06/03/2024,\n", "utf-8")
    desk.app.verbs.import_paths([path])
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: dialog.tabs.count() > 1)
    for page in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(page)
        first = dialog.questions.dates if dialog.questions.dates.isVisible() else dialog.questions.scale
        stops = walked(desk, dialog, first)
        assert as_read(dialog, stops) == []
        assert len(stops) > 4
    dialog.reject()


Opened = Callable[[DeskPage], tuple[QDialog, QWidget]]


def shop(desk: DeskPage) -> tuple[QDialog, QWidget]:
    desk.app.verbs.edit_shop()
    dialog = desk.dialog(ShopDialog)
    return dialog, dialog.findChildren(QTabBar)[0]


def complaint(desk: DeskPage) -> tuple[QDialog, QWidget]:
    desk.app.paper_verbs.complain()
    dialog = desk.dialog(ComplaintDialog)
    return dialog, dialog.ground


def by_hand(desk: DeskPage) -> tuple[QDialog, QWidget]:
    desk.app.verbs.add_by_hand()
    dialog = desk.dialog(PasteDialog)
    dialog.form.reply.setPlainText("We answered this.")
    return dialog, dialog.form.platform


def follow_up(desk: DeskPage) -> tuple[QDialog, QWidget]:
    desk.app.case_verbs.follow_up()
    dialog = desk.dialog(FollowUpDialog)
    return dialog, dialog.findChildren(QComboBox)[0]


def offer(desk: DeskPage) -> tuple[QDialog, QWidget]:
    desk.app.draft_verbs.offer()
    dialog = desk.dialog(OfferDialog)
    return dialog, dialog.what


def own_template(desk: DeskPage) -> tuple[QDialog, QWidget]:
    draft(desk)
    desk.app.draft_verbs.save_as_template()
    dialog = desk.dialog(TemplateEditor)
    return dialog, dialog.language


@pytest.mark.parametrize("opened", [shop, complaint, by_hand, follow_up, offer, own_template])
def test_a_dialog_is_walked_as_it_reads(desk: DeskPage, opened: Opened) -> None:
    dialog, first = opened(desk)
    assert len(read_dialog(desk, dialog, first)) > 3


def test_a_dialog_begins_at_its_first_field(desk: DeskPage) -> None:
    dialog, _tabs = shop(desk)
    dialog.activateWindow()
    desk.until(dialog.isActiveWindow)
    field = dialog.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == SHOP.name
    dialog.reject()


def test_the_gaps_of_a_template_come_between_its_text_and_the_buttons(desk: DeskPage) -> None:
    desk.press(ReplyPage(desk).pane.template)
    picker = desk.dialog(TemplatePicker)
    stops = walked(desk, picker, picker.search)
    fields = [picker.slots.field(slot.id) for slot in picker.shown()[0].slots]
    shown = [picker.search, picker.voice, picker.list, picker.star, picker.preview, *fields]
    assert fields
    assert stops[: len(shown)] == shown
    assert [name(stop) for stop in stops[len(shown) :]] == ["Cancel", "Insert at the cursor", "Insert"]
    picker.reject()
