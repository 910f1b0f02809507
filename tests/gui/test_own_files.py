"""An export or a backup never lands on the files of the open desk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from desk_pages import DeskPage
from gui_fixtures import DeskOf
from PySide6.QtCore import Qt

from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.views.dialogs.export_dialog import ExportDialog


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
