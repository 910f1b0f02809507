"""Nothing that is saved ever lands on the files of the open desk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from desk_pages import DeskPage, ReplyPage
from gui_fixtures import DeskOf
from PySide6.QtCore import Qt

from reviewdesk_gui.domain.case import Outcome
from reviewdesk_gui.exporting.complaint_pack import Ground
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.views.dialogs.complaint_dialog import ComplaintDialog
from reviewdesk_gui.views.dialogs.export_dialog import ExportDialog
from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog
from reviewdesk_gui.views.dialogs.own_templates_dialog import OwnTemplatesDialog
from reviewdesk_gui.views.dialogs.paper_dialog import PaperDialog
from reviewdesk_gui.views.dialogs.template_editor import TemplateEditor


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    return desk_of("author,rating,date,text\nAnna Carlson,1,2026-11-22,Cold soup\n")


def export(desk: DeskPage, path: Path, form: str) -> ExportDialog:
    desk.app.verbs.export_list()
    dialog = desk.dialog(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findText(form, Qt.MatchFlag.MatchStartsWith))
    dialog.write_to(path)
    return dialog


@pytest.mark.parametrize("name", ["desk.json", "desk.json.previous", "desk.json.backups/x.zip"])
@pytest.mark.parametrize("form", ["JSON", "CSV", "PDF"])
def test_an_export_onto_the_desk_is_refused_and_can_be_mended(
    name: str, form: str, desk: DeskPage, tmp_path: Path
) -> None:
    dialog = export(desk, tmp_path / name, form)
    desk.until(lambda: dialog.state.text())
    assert "choose another name or another folder" in dialog.state.text()
    dialog.write_to(tmp_path / "elsewhere.out")
    desk.until((tmp_path / "elsewhere.out").exists)
    desk.app.close()

    with Desk.open(tmp_path / "desk.json") as again:
        assert [case.review.author for case in again.cases()] == ["Anna Carlson"]
        assert again.notices == ()


@pytest.mark.parametrize("where", [lambda path: path, lambda path: path.with_name("desk.json.backups") / "a.zip"])
def test_a_backup_onto_the_desk_is_refused(where: Callable[[Path], Path], desk: DeskPage, tmp_path: Path) -> None:
    target = where(tmp_path / "desk.json")
    desk.app.safety_verbs.back_up_to(target)
    desk.until(lambda: "choose another name" in desk.notice)

    assert desk.notice_is_error
    assert not target.name.endswith(".zip") or not target.exists()


Save = tuple[Callable[[Path], object], Callable[[], str]]
"""Saves to a path, and tells what the dialog then says."""


def complaint(desk: DeskPage) -> PaperDialog:
    desk.app.paper_verbs.complain()
    dialog = desk.dialog(ComplaintDialog)
    dialog.ground.setCurrentIndex(dialog.ground.findData(Ground.INSULT))
    return dialog


def complaint_as_text(desk: DeskPage, _folder: Path) -> Save:
    dialog = complaint(desk)
    return dialog.save_text_to, dialog.state.text


def complaint_as_pdf(desk: DeskPage, _folder: Path) -> Save:
    dialog = complaint(desk)
    return dialog.save_pdf_to, dialog.state.text


def story(desk: DeskPage, _folder: Path) -> Save:
    reply = ReplyPage(desk)
    reply.pane.editor.insert_at_caret("Hello Anna! We have baked a new loaf for you. Elin, owner")
    desk.until(reply.pane.footer.copy.isEnabled)
    reply.copy()
    reply.post()
    desk.app.case_verbs.close_case(Outcome.SOLVED)
    desk.app.paper_verbs.tell_story()
    dialog = desk.dialog(PaperDialog)
    return dialog.save_text_to, dialog.state.text


def rejected_rows(desk: DeskPage, folder: Path) -> Save:
    bad = folder / "bad.csv"
    bad.write_text("author,rating,date,text\nTom,1,soon or later,Dry\n", "utf-8")
    desk.app.verbs.import_paths([bad])
    dialog = desk.dialog(ImportDialog)
    desk.until(dialog.rejects.isVisible)
    return dialog.save_rejected_to, dialog.hint.text


def own_template(desk: DeskPage, _folder: Path) -> Save:
    desk.window.panel.pane.editor.insert_at_caret("Hello Anna! We have baked a new loaf for you. Elin, owner")
    desk.app.draft_verbs.save_as_template()
    desk.press_named(desk.dialog(TemplateEditor), "Save template")
    desk.app.draft_verbs.manage_templates()
    dialog = desk.dialog(OwnTemplatesDialog)
    return dialog.share_to, dialog.state.text


@pytest.mark.parametrize("name", ["desk.json", "desk.json.previous", "desk.json.backups/x.txt"])
@pytest.mark.parametrize("open_", [complaint_as_text, complaint_as_pdf, story, rejected_rows, own_template])
def test_no_paper_lands_on_the_desk(
    name: str, open_: Callable[[DeskPage, Path], Save], desk: DeskPage, tmp_path: Path
) -> None:
    save, said = open_(desk, tmp_path)
    save(tmp_path / name)
    assert "choose another name or another folder" in said()
    save(tmp_path / "elsewhere.out")
    assert "elsewhere.out" in said()
    assert (tmp_path / "elsewhere.out").stat().st_size > 0
    desk.app.close()

    with Desk.open(tmp_path / "desk.json") as again:
        assert [case.review.author for case in again.cases()] == ["Anna Carlson"]
        assert again.notices == ()
