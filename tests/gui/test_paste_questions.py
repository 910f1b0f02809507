"""What copied text leaves open is asked above the fields, and answering it keeps what was corrected."""

import pytest
from desk_pages import DeskPage, paste
from gui_fixtures import OpenDesk
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest

from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.views.dialogs.paste_dialog import PasteDialog

PAGE = """Maria Lopez
★★☆☆☆
11/3/2026
The soup was cold and nobody came back to ask.
Response from the owner 11/5/2026
Dear Maria, I am sorry. Your next soup is on me.
Tom Reed
★★★★★
10/2/2026
The best bread in town!
"""


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskPage:
    return open_desk()


def answer(dialog: PasteDialog, words: str) -> None:
    """Choose an answer as the keyboard does."""
    box = dialog.question.dates
    box.setFocus()
    QTest.keyClicks(box, words)


def test_the_order_of_day_and_month_is_asked_and_the_guess_is_shown(desk: DeskPage) -> None:
    dialog = paste(desk, PAGE)

    assert dialog.question.isVisible()
    assert "11/3/2026" in dialog.question.words.text()
    assert dialog.question.dates.currentText() == "11 March (day first)"
    assert dialog.form.date.date() == QDate(2026, 3, 11)
    dialog.reject()


def test_the_answer_reads_all_dates_anew_and_keeps_what_was_corrected(desk: DeskPage) -> None:
    dialog = paste(desk, PAGE)
    dialog.form.author.setText("Maria Lopez Ruiz")
    dialog.form.reply.setPlainText("Dear Maria, I am sorry.")
    desk.press_named(dialog, "▶")
    dialog.form.text.setPlainText("The best bread!")
    answer(dialog, "November")

    assert dialog.form.author.text() == "Tom Reed"
    assert dialog.form.text.toPlainText() == "The best bread!"
    assert dialog.form.date.date() == QDate(2026, 10, 2)
    desk.press_named(dialog, "◀")
    assert dialog.form.author.text() == "Maria Lopez Ruiz"
    assert (dialog.form.date.date(), dialog.form.reply_date.date()) == (QDate(2026, 11, 3), QDate(2026, 11, 5))
    assert dialog.form.reply.toPlainText() == "Dear Maria, I am sorry."


def test_a_day_that_was_set_by_hand_stays_and_what_was_left_out_stays_out(desk: DeskPage) -> None:
    dialog = paste(desk, PAGE)
    dialog.form.date.setDate(QDate(2026, 11, 9))
    desk.press_named(dialog, "▶")
    desk.press_named(dialog, "Leave this one out")
    answer(dialog, "November")

    assert dialog.form.date.date() == QDate(2026, 11, 9)
    desk.press_named(dialog, "Add to the desk")
    desk.until(lambda: desk.count(View.ALL) == 1)
    [case] = desk.app.desk.cases()
    assert case.review.author == "Maria Lopez"


def test_nothing_is_asked_where_every_date_is_plain(desk: DeskPage) -> None:
    dialog = paste(desk, PAGE.replace("11/3/2026", "3 November 2026").replace("11/5", "5/5").replace("10/2", "10/25"))

    assert not dialog.question.isVisible()
    assert dialog.form.date.date() == QDate(2026, 11, 3)
    dialog.reject()


def test_a_review_by_hand_asks_nothing(desk: DeskPage) -> None:
    desk.app.verbs.add_by_hand()

    assert not desk.dialog(PasteDialog).question.isVisible()


def test_text_that_is_too_long_says_so(desk: DeskPage) -> None:
    desk.app.verbs.paste_text("Ada\n★★★★☆ 2 weeks ago\nNice soup.\n" + "And more.\n" * 110_000)
    dialog = desk.dialog(PasteDialog)

    assert dialog.question.cut.isVisible()
    assert "its end was not read" in dialog.question.cut.text()
    assert not dialog.question.dates.isVisible()
    dialog.reject()


def test_what_was_bought_is_shown_for_correction(desk: DeskPage) -> None:
    dialog = paste(desk, "Uma Berg\n5 out of 5 stars\n3 Nov 2026\nLovely.\nPurchased item:\nBlue mug\n")
    assert dialog.form.product.isVisible()
    dialog.form.product.setText("Blue mug, 3 dl")
    desk.press_named(dialog, "Add to the desk")
    desk.until(lambda: desk.count(View.ALL) == 1)

    [case] = desk.app.desk.cases()
    assert case.review.product == "Blue mug, 3 dl"
