"""What keeps the desk safe, as the owner meets it: backups, going back, the pass-phrase, erasing a person."""

import json
import shutil
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from desk_pages import DeskPage
from gui_fixtures import NOON, SHOP, DeskOf, OpenDesk

from reviewdesk_gui.domain.case import Outcome
from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.errors import WrongPhraseError
from reviewdesk_gui.views.dialogs.backups_dialog import BackupsDialog
from reviewdesk_gui.views.dialogs.erase_dialog import EraseDialog
from reviewdesk_gui.views.dialogs.phrase_dialog import PhraseDialog
from reviewdesk_gui.views.dialogs.waiting import Waiting

REVIEWS = """author,rating,date,text,platform
Anna Carlson,1,2026-11-22,"Fifty minutes for two coffees.",google
Tom Reed,5,2026-11-22,"Anna Carlson told me of you. The best bread in town!",trustpilot
"""


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    return desk_of(REVIEWS)


def test_a_backup_is_written_verified_and_its_age_shown(desk: DeskPage, tmp_path: Path) -> None:
    (tmp_path / "usb").write_text("no folder")
    desk.app.safety_verbs.back_up_to(tmp_path / "usb" / "desk.zip")
    desk.until(lambda: "backup" in desk.notice.lower())
    assert "verified" not in desk.notice
    (tmp_path / "usb").unlink()
    (tmp_path / "usb").mkdir()
    desk.app.safety_verbs.back_up_to(tmp_path / "usb" / "desk.zip")
    desk.until(lambda: "Backed up and verified" in desk.notice)
    assert zipfile.is_zipfile(tmp_path / "usb" / "desk.zip")
    assert desk.window.backup.text().startswith("Backup: ")


def test_going_back_keeps_the_present_so_that_one_can_come_back(desk: DeskPage) -> None:
    desk.app.desk.desk.wait()
    go_back(desk, "0 cases")
    assert desk.count(View.ALL) == 0
    assert "is kept as" in desk.notice
    assert desk.app.desk.undo_label == ""
    go_back(desk, "2 cases")
    assert desk.count(View.ALL) == 2
    assert desk.author in ("Anna Carlson", "Tom Reed")


def go_back(desk: DeskPage, counts: str) -> None:
    """Choose the newest backup with these counts."""
    desk.app.safety_verbs.go_back()
    dialog = desk.dialog(BackupsDialog)
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(next(number for number, text in enumerate(rows) if counts in text))
    desk.press_named(dialog, "Go back")
    desk.until(lambda: not desk.app.jobs.is_busy)


def test_a_pass_phrase_keeps_the_desk_closed_to_others(desk: DeskPage, tmp_path: Path) -> None:
    desk.app.safety_verbs.protect()
    dialog = desk.dialog(PhraseDialog)
    dialog._new.setText("correct horse battery")
    dialog._again.setText("correct horse batter")
    desk.press_named(dialog, "Save")
    assert "differ" in dialog.trouble.text()
    dialog._again.setText("correct horse battery")
    desk.press_named(dialog, "Save")
    desk.until(lambda: "encrypted" in desk.notice)
    desk.window.close()
    assert b"Carlson" not in (tmp_path / "desk.json").read_bytes()
    with pytest.raises(WrongPhraseError):
        Desk.open(tmp_path / "desk.json", passphrase="wrong horse battery")
    with Desk.open(tmp_path / "desk.json", passphrase="correct horse battery") as opened:
        assert len(opened.cases()) == 2


def test_erasing_a_person_leaves_no_trace_beside_the_desk(desk: DeskPage, tmp_path: Path) -> None:
    desk.choose("Anna Carlson")
    desk.app.safety_verbs.erase_person()
    dialog = desk.dialog(EraseDialog)
    assert dialog.name.text() == "Anna Carlson"
    assert [case.review.author for case in dialog.cases] == ["Anna Carlson"]
    assert dialog.list.count() == 2
    dialog.list.item(1).setCheckState(dialog.list.item(0).checkState())
    desk.press_named(dialog, "Erase for good")
    desk.until(lambda: "Erased" in desk.notice)
    desk.app.desk.desk.wait()
    desk.window.close()
    for path in tmp_path.rglob("desk*"):
        if path.is_file():
            assert b"Fifty minutes" not in path.read_bytes(), path
    assert "Fifty minutes" not in json.dumps(json.loads((tmp_path / "desk.json").read_text("utf-8")))


def test_cases_past_the_retention_period_are_offered(open_desk: OpenDesk, desk: DeskPage) -> None:
    desk.app.safety.set_retention_days(30)
    desk.choose("Tom Reed")
    desk.app.case_verbs.close_case(Outcome.SOLVED)
    later = open_desk(moment=NOON + timedelta(days=31))
    assert "1 closed cases" in later.notice or "retention" in later.notice
    assert later.app.desk.shop() == SHOP


def test_a_backup_file_restores_the_desk_on_another_laptop(desk: DeskPage, open_desk: OpenDesk, tmp_path: Path) -> None:
    desk.app.safety_verbs.protect()
    dialog = desk.dialog(PhraseDialog)
    dialog._new.setText("correct horse battery")
    dialog._again.setText("correct horse battery")
    desk.press_named(dialog, "Save")
    desk.until(lambda: "encrypted" in desk.notice)
    desk.app.safety_verbs.back_up_to(tmp_path / "carried.zip")
    desk.until(lambda: "Backed up and verified" in desk.notice)
    desk.window.close()
    for path in tmp_path.glob("desk.json*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    other = open_desk()
    assert other.count(View.ALL) == 0
    other.app.safety_verbs.restore_from(tmp_path / "carried.zip")
    dialog = other.dialog(PhraseDialog)
    dialog._old.setText("wrong horse battery")
    other.press_named(dialog, "Open")
    other.until(lambda: other.dialog(PhraseDialog).trouble.isVisible())
    dialog = other.dialog(PhraseDialog)
    dialog._old.setText("correct horse battery")
    other.press_named(dialog, "Open")
    other.until(lambda: "Restored" in other.notice)
    assert other.count(View.ALL) == 2


def test_while_the_desk_is_encrypted_nothing_else_can_be_done(desk: DeskPage) -> None:
    desk.app.safety_verbs.protect()
    dialog = desk.dialog(PhraseDialog)
    dialog._new.setText("correct horse battery")
    dialog._again.setText("correct horse battery")
    desk.press_named(dialog, "Save")
    waiting = desk.dialog(Waiting)
    assert waiting.windowTitle() == "Encrypting the desk …"
    assert waiting.isModal()
    waiting.reject()
    waiting.close()
    assert waiting.isVisible(), "it cannot be put away"
    desk.app.safety_verbs.unprotect()
    desk.until(lambda: "encrypted" in desk.notice)
    assert desk.app.safety.is_protected


def test_a_pass_phrase_is_taken_away_only_by_who_knows_it(desk: DeskPage) -> None:
    protected = desk.app.safety.protect("correct horse")
    with desk.qtbot.waitSignal(protected.finished):
        pass
    for phrase, words in (("wrong horse battery", "does not open this desk"), ("correct horse", "no longer encrypted")):
        desk.app.safety_verbs.unprotect()
        dialog = desk.dialog(PhraseDialog)
        dialog._old.setText(phrase)
        dialog.accept()
        desk.until(lambda words=words: words in desk.notice)
    assert not desk.app.safety.is_protected


def test_work_that_needs_the_desk_to_itself_waits_for_the_rest(desk: DeskPage, tmp_path: Path) -> None:
    desk.app.safety_verbs.back_up_to(tmp_path / "carried.zip")
    desk.app.safety_verbs.restore_from(tmp_path / "carried.zip")
    assert desk.notice == "Something is still being written. Try again in a moment."
    desk.until(lambda: "Backed up and verified" in desk.notice)
