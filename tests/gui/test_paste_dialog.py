"""Reviews from the clipboard: what was guessed is shown for correction, the shop's reply comes along."""

from datetime import date

import pytest
from desk_pages import DeskPage, paste
from gui_fixtures import OpenDesk
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest

from reviewdesk_gui.domain.case import Case, Status
from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.domain.reply import ReplyState
from reviewdesk_gui.views.dialogs.paste_dialog import PasteDialog

PAGE = """Maria Lopez
★★☆☆☆ 2 weeks ago
The soup was cold and nobody came back to ask.
Response from the owner a week ago
Dear Maria, I am sorry. Your next soup is on me.
Tom Reed
★★★★★ 3 days ago
The best bread in town!
"""


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskPage:
    return open_desk()


def case_of(desk: DeskPage, author: str) -> Case:
    [case] = [case for case in desk.app.desk.cases() if case.review.author == author]
    return case


def test_the_reply_on_a_pasted_page_comes_in_as_posted(desk: DeskPage) -> None:
    dialog = paste(desk, PAGE)
    assert dialog.form.reply.toPlainText() == "Dear Maria, I am sorry. Your next soup is on me."
    assert dialog.form.reply_date.date() == QDate(2026, 11, 15)
    desk.press_named(dialog, "Add 2 reviews")
    desk.until(lambda: desk.count(View.ALL) == 2)

    case = case_of(desk, "Maria Lopez")
    [reply] = case.replies
    assert (reply.state, reply.text, reply.at.date()) == (
        ReplyState.SEEN,
        "Dear Maria, I am sorry. Your next soup is on me.",
        date(2026, 11, 15),
    )
    assert case.status is Status.ANSWERED
    assert case_of(desk, "Tom Reed").replies == ()


def test_the_reply_and_its_date_can_be_corrected(desk: DeskPage) -> None:
    dialog = paste(desk, PAGE)
    dialog.form.reply.setPlainText("Dear Maria, I am sorry.")
    dialog.form.reply_date.setDate(QDate(2026, 11, 17))
    desk.press_named(dialog, "Add 2 reviews")
    desk.until(lambda: desk.count(View.ALL) == 2)

    [reply] = case_of(desk, "Maria Lopez").replies
    assert (reply.text, reply.at.date()) == ("Dear Maria, I am sorry.", date(2026, 11, 17))


def test_a_reply_that_is_none_is_emptied(desk: DeskPage) -> None:
    dialog = paste(desk, PAGE)
    dialog.form.reply.clear()
    desk.press_named(dialog, "Add 2 reviews")
    desk.until(lambda: desk.count(View.ALL) == 2)

    case = case_of(desk, "Maria Lopez")
    assert (case.replies, case.status) == ((), Status.NEW)


def test_undo_takes_pasted_reviews_back_and_redo_brings_the_reply_again(desk: DeskPage) -> None:
    desk.press_named(paste(desk, PAGE), "Add 2 reviews")
    desk.until(lambda: desk.count(View.ALL) == 2)
    assert desk.notice == "2 reviews are on the desk."
    desk.app.verbs.undo()
    desk.until(lambda: desk.count(View.ALL) == 0)
    desk.app.verbs.redo()
    desk.until(lambda: desk.count(View.ALL) == 2)

    assert [reply.state for reply in case_of(desk, "Maria Lopez").replies] == [ReplyState.SEEN]


def test_a_reply_found_later_goes_to_the_review_on_the_desk(desk: DeskPage) -> None:
    asked, answered = PAGE.partition("Response")[0], PAGE.partition("Tom")[0]
    desk.press_named(paste(desk, asked), "Add to the desk")
    desk.until(lambda: desk.count(View.ALL) == 1)
    assert desk.notice == "On the desk: Maria Lopez."
    dialog = paste(desk, answered)
    assert "on the desk already" in dialog.known.text()
    desk.press_named(dialog, "Add to the desk")
    desk.until(lambda: bool(case_of(desk, "Maria Lopez").replies))
    assert "brought up to date" in desk.notice

    desk.app.verbs.undo()
    desk.until(lambda: not case_of(desk, "Maria Lopez").replies)


def test_one_new_review_among_known_ones_is_told_without_anothers_name(desk: DeskPage) -> None:
    desk.press_named(paste(desk, PAGE.partition("Tom")[0]), "Add to the desk")
    desk.until(lambda: desk.count(View.ALL) == 1)
    desk.press_named(paste(desk, PAGE), "Add 2 reviews")
    desk.until(lambda: desk.count(View.ALL) == 2)
    assert desk.notice == "1 review is new on the desk, the others were there."


def test_pasting_the_same_page_again_changes_nothing(desk: DeskPage) -> None:
    desk.press_named(paste(desk, PAGE), "Add 2 reviews")
    desk.until(lambda: desk.count(View.ALL) == 2)
    before = sorted(desk.app.desk.cases(), key=lambda case: case.id)
    desk.press_named(paste(desk, PAGE), "Add 2 reviews")
    desk.until(lambda: "nothing changed" in desk.notice)

    assert sorted(desk.app.desk.cases(), key=lambda case: case.id) == before


def test_a_review_known_from_an_export_is_offered_as_the_same(desk: DeskPage, open_desk: OpenDesk) -> None:
    desk.press_named(paste(desk, PAGE), "Add 2 reviews")
    desk.until(lambda: desk.count(View.ALL) == 2)
    dialog = paste(desk, PAGE.replace("2 weeks ago", "3 weeks ago").partition("Tom")[0])
    assert dialog.same.isVisible()
    assert "8 November 2026" in dialog.same.text()
    assert dialog.same.isChecked()
    desk.press_named(dialog, "Add to the desk")
    desk.until(lambda: "On the desk already" in desk.notice)
    assert desk.count(View.ALL) == 2

    dialog = paste(desk, PAGE.replace("2 weeks ago", "4 weeks ago").partition("Tom")[0])
    dialog.same.setChecked(False)
    desk.press_named(dialog, "Add to the desk")
    desk.until(lambda: desk.count(View.ALL) == 3)


def test_ratings_without_a_name_and_words_are_each_kept(desk: DeskPage) -> None:
    desk.app.imports.add([desk.app.imports.empty_review(), desk.app.imports.empty_review()])
    desk.until(lambda: desk.count(View.ALL) == 2)


def test_a_review_that_was_emptied_is_shown_again_before_any_is_added(desk: DeskPage) -> None:
    dialog = paste(desk, "Ann\n2 weeks ago\nFine bread.\nTom\n★★★★★ 3 days ago\nNice.\n")
    dialog.form.text.clear()
    desk.press_named(dialog, "▶")
    assert dialog.form.author.text() == "Tom"
    desk.press_named(dialog, "Add 2 reviews")
    assert dialog.isVisible()
    assert dialog.form.author.text() == "Ann"


def test_the_calendar_of_an_unknown_day_opens_at_this_month(desk: DeskPage) -> None:
    desk.app.verbs.add_by_hand()
    field = desk.dialog(PasteDialog).form.date
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.rect().center() + QPoint(field.width() // 2 - 12, 0))
    desk.until(field.calendarWidget().isVisible)
    assert (field.calendarWidget().yearShown(), field.calendarWidget().monthShown()) == (2026, 11)
    assert field.day() is None


def test_a_score_of_ten_is_shown_as_it_was_given(desk: DeskPage) -> None:
    dialog = paste(desk, "Bo\n2 nights · May 2026\nReviewed: 3 June 2026\n9.0\nLiked · Quiet.")
    assert dialog.form.rating.currentText() == "★★★★☆"
    assert dialog.form.given.text() == "given as 9.0 of 10"
    dialog.reject()
