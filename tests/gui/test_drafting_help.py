"""Help with the words: another wording, earlier replies, offers, templates of one's own."""

from pathlib import Path

import pytest
from desk_pages import DeskPage, ReplyPage
from gui_fixtures import DeskOf
from PySide6.QtWidgets import QApplication

from reviewdesk_gui.domain.case import Outcome
from reviewdesk_gui.domain.followup import FollowUpKind
from reviewdesk_gui.views.dialogs.followup_dialog import FollowUpDialog
from reviewdesk_gui.views.dialogs.offer_dialog import OfferDialog
from reviewdesk_gui.views.dialogs.own_templates_dialog import OwnTemplatesDialog
from reviewdesk_gui.views.dialogs.past_dialog import PastDialog
from reviewdesk_gui.views.dialogs.template_editor import TemplateEditor
from reviewdesk_gui.views.reply.template_picker import TemplatePicker

REVIEWS = """author,rating,date,text,platform
Anna Carlson,1,2026-11-22,"The espresso machine was broken and we waited forever.",google
Tom Reed,2,2026-11-21,"We waited forever since your espresso machine was broken.",trustpilot
Eva Berg,5,2026-11-21,"The best bread in town!",trustpilot
"""


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    desk = desk_of(REVIEWS)
    desk.choose("Anna Carlson")
    return desk


def test_an_earlier_reply_to_a_like_review_is_offered_with_what_made_it_alike(desk: DeskPage) -> None:
    desk.choose("Tom Reed")
    reply = ReplyPage(desk)
    reply.pane.editor.insert_at_caret("Hello Tom, sorry! The machine has been repaired. Elin, owner")
    desk.until(reply.pane.footer.copy.isEnabled)
    reply.copy()
    reply.post()
    desk.app.case_verbs.close_case(Outcome.SOLVED)
    desk.choose("Anna Carlson")
    desk.app.draft_verbs.earlier_replies()
    dialog = desk.dialog(PastDialog)
    assert dialog.list.count() == 1
    shown = dialog.list.item(0).text()
    assert "solved" in shown
    assert "espresso" in shown
    desk.press_named(dialog, "Insert at the cursor")
    assert "machine has been repaired" in reply.text


def test_a_greeting_can_be_said_differently_in_one_step(desk: DeskPage) -> None:
    reply = ReplyPage(desk)
    kinds = dict(desk.app.templates.blocks(desk.app.presenter.case, "en"))
    reply.pane.editor.insert_block(kinds["greeting"][0], "greeting")
    before = reply.text
    reply.pane.editor.moveCursor(reply.pane.editor.textCursor().MoveOperation.Start)
    menu = desk.app.draft_verbs.say_differently()
    assert menu is not None
    menu.actions()[0].trigger()
    assert reply.text != before
    assert "Anna" in reply.text
    menu.close()
    reply.pane.editor.undo()
    assert reply.text == before


def test_an_offer_becomes_a_sentence_a_record_and_a_duty(desk: DeskPage) -> None:
    desk.app.draft_verbs.offer()
    dialog = desk.dialog(OfferDialog)
    dialog.what.setEditText("two coffees")
    dialog.worth.setText("8 £")
    assert "two coffees" in dialog.text
    desk.press_named(dialog, "Insert and record")
    case = desk.app.presenter.case
    assert case is not None
    assert case.compensation is not None
    assert (case.compensation.what, case.compensation.value) == ("two coffees", "8 £")
    assert [followup.kind for followup in case.followups] == [FollowUpKind.COMPENSATION]
    assert "two coffees" in ReplyPage(desk).text


def test_a_draft_becomes_a_template_of_ones_own(desk: DeskPage, tmp_path: Path) -> None:
    reply = ReplyPage(desk)
    reply.pane.editor.insert_at_caret("Hello Anna!\n\nOrder 4711 will be replaced.\n\nElin, owner")
    QApplication.processEvents()
    desk.app.draft_verbs.save_as_template()
    editor = desk.dialog(TemplateEditor)
    assert "4711" not in editor.text.toPlainText().split("+++")[2]
    desk.until(lambda: "4711" in editor.preview.toPlainText())
    whole = editor.text.toPlainText()
    editor.text.setPlainText(whole.replace("{{", "{% if %}{{", 1))
    desk.until(editor.trouble.text)
    assert "Line" in editor.trouble.text()
    editor.text.setPlainText(whole.replace("My reply", "Replace the order"))
    desk.until(lambda: not editor.trouble.text())
    desk.press_named(editor, "Save template")

    desk.press(reply.pane.template)
    picker = desk.dialog(TemplatePicker)
    picker.search.setText("Replace the order")
    assert [template.title for template in picker.shown()] == ["Replace the order"]
    picker.reject()

    desk.app.draft_verbs.manage_templates()
    dialog = desk.dialog(OwnTemplatesDialog)
    assert dialog.list.count() == 1
    desk.app.drafting.own.share(desk.app.drafting.own_list()[0], tmp_path / "shared.j2")
    desk.press_named(dialog, "Remove")
    assert dialog.list.count() == 0
    desk.press_named(dialog, "Put it back")
    assert dialog.list.count() == 1
    dialog.look_at(tmp_path / "reviews.csv")
    assert "reviews.csv" in dialog.state.text()
    desk.app.drafting.take_in(desk.app.drafting.look_at(tmp_path / "shared.j2"))
    assert dialog.list.count() == 2
    dialog.reject()


def test_favourites_come_first_and_uses_are_remembered(desk: DeskPage) -> None:
    reply = ReplyPage(desk)
    desk.press(reply.pane.template)
    picker = desk.dialog(TemplatePicker)
    assert {template.type.value for template in picker.shown()[:3]} == {"complaint"}
    wanted = picker.shown()[2]
    picker.choose(wanted.id)
    desk.press(picker.star)
    assert picker.shown()[0].id == wanted.id
    desk.press(picker.insert)
    desk.press(reply.pane.template)
    again = desk.dialog(TemplatePicker)
    again.choose(wanted.id)
    assert again.used.text() == "Used today for Anna Carlson"
    again.reject()


def test_a_follow_up_can_be_promised_in_the_reply(desk: DeskPage) -> None:
    desk.press(ReplyPage(desk).pane.footer.followup)
    dialog = desk.dialog(FollowUpDialog)
    assert dialog.words.count() > 1
    dialog.words.setCurrentIndex(1)
    sentence = dialog.sentence
    desk.press_named(dialog, "Add follow-up")
    assert sentence in ReplyPage(desk).text
    case = desk.app.presenter.case
    assert case is not None
    assert len(case.followups) == 1
