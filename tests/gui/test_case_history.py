"""The history of a case says in the owner's words where the review came from and how the case ended."""

import pytest
from desk_pages import DeskPage, paste
from gui_fixtures import DeskOf
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Outcome
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.views.dialogs.complaint_dialog import ComplaintDialog
from reviewdesk_gui.views.dialogs.paste_dialog import PasteDialog

REVIEWS = """author,rating,date,text,platform
Anna Carlson,1,2026-11-22,"Fifty minutes for two coffees.",google
"""


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    desk = desk_of(REVIEWS)
    desk.choose("Anna Carlson")
    return desk


def history(desk: DeskPage) -> list[str]:
    return desk.window.panel.strip.text.splitlines()


def test_an_imported_review(desk: DeskPage) -> None:
    assert history(desk) == ["12:00 received: a table of reviews"]

    desk.app.paper_verbs.complain()
    dialog = desk.dialog(ComplaintDialog)
    dialog.ground.setCurrentIndex(0)
    assert "received: a table of reviews" in dialog.text.toPlainText()
    dialog.reject()


def test_a_pasted_review(desk: DeskPage) -> None:
    dialog = paste(desk, "Maria Lopez\n★★☆☆☆ 2 days ago\nThe soup was cold and nobody came back to ask.\n")
    desk.press_named(dialog, "Add to the desk")
    desk.until(lambda: desk.author == "Maria Lopez")

    assert history(desk) == ["12:00 received: pasted"]


def test_a_review_entered_by_hand(desk: DeskPage) -> None:
    desk.app.verbs.add_by_hand()
    dialog = desk.dialog(PasteDialog)
    dialog.form.author.setText("Tom Reed")
    dialog.form.text.setPlainText("She said the bread was dry.")
    desk.press_named(dialog, "Add to the desk")
    desk.until(lambda: desk.author == "Tom Reed")

    assert history(desk) == ["12:00 received: by hand"]


def test_a_history_that_an_earlier_version_wrote(desk: DeskPage) -> None:
    case = desk.app.presenter.case
    assert case is not None
    received = Event(at=case.review.received_at, kind=EventKind.RECEIVED, text="judgeme")
    desk.app.desk.save("old", [replace(case, timeline=(received,))])
    desk.app.case_verbs.close_case(Outcome.GAVE_UP)

    assert history(desk) == ["12:00 received: Judge.me export", "12:00 closed: Everything was tried"]
