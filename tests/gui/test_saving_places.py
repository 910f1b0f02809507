"""Wherever a place to save is asked: an ending that was not typed is added, and what stands there already is safe."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from desk_pages import DeskPage, choose_file, when_asked_where
from gui_fixtures import DeskOf
from PySide6.QtWidgets import QFileDialog

from reviewdesk_gui.views.dialogs.export_dialog import ExportDialog
from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog
from reviewdesk_gui.views.dialogs.own_templates_dialog import OwnTemplatesDialog
from reviewdesk_gui.views.dialogs.template_editor import TemplateEditor

REVIEWS = """author,rating,date,text,platform
Anna Carlson,1,2026-11-22,"Fifty minutes for two coffees.",google
"""


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    return desk_of(REVIEWS)


def export(desk: DeskPage, _folder: Path, form: str = "csv") -> Callable[[], object]:
    desk.app.verbs.export_list()
    dialog = desk.dialog(ExportDialog)
    ids = [dialog.format.itemData(row).id for row in range(dialog.format.count())]
    dialog.format.setCurrentIndex(ids.index(form))
    return lambda: desk.press_named(dialog, "Save as …")


def export_pdf(desk: DeskPage, folder: Path) -> Callable[[], object]:
    return export(desk, folder, "pdf")


def back_up(desk: DeskPage, _folder: Path) -> Callable[[], object]:
    return desk.app.safety_verbs.back_up


def save_rejected(desk: DeskPage, folder: Path) -> Callable[[], object]:
    bad = folder / "bad.csv"
    bad.write_text("author,rating,date,text\nTom,1,soon or later,Dry\n", "utf-8")
    desk.app.verbs.import_paths([bad])
    dialog = desk.dialog(ImportDialog)
    desk.until(dialog.rejects.isVisible)
    return lambda: desk.press_named(dialog, "Save rejected rows …")


def share(desk: DeskPage, _folder: Path) -> Callable[[], object]:
    desk.window.panel.pane.editor.insert_at_caret("Hello Anna! We have baked a new loaf for you. Elin, owner")
    desk.app.draft_verbs.save_as_template()
    desk.press_named(desk.dialog(TemplateEditor), "Save template")
    desk.app.draft_verbs.manage_templates()
    dialog = desk.dialog(OwnTemplatesDialog)
    return lambda: desk.press_named(dialog, "Share …")


def answer(names: Sequence[Path | None]) -> list[str]:
    """Choose these places one after the other, None for giving up; the names that the dialogs open with."""
    shown: list[str] = []

    def choose(where: QFileDialog) -> None:
        name = names[len(shown)]
        shown.append(Path(where.selectedFiles()[0]).name)
        if len(shown) < len(names):
            when_asked_where(choose)
        choose_file(where, name)

    when_asked_where(choose)
    return shown


@pytest.mark.parametrize(
    ("open_", "ending"),
    [(export, ".csv"), (export_pdf, ".pdf"), (back_up, ".zip"), (save_rejected, ".csv"), (share, ".j2")],
)
class TestEveryPlace:
    def test_a_file_that_the_ending_means_is_not_replaced_unasked(
        self, desk: DeskPage, tmp_path: Path, open_: Callable[..., Callable[[], object]], ending: str
    ) -> None:
        there = tmp_path / f"kept in Nov. 26{ending}"
        there.write_text("earlier", "utf-8")
        save = open_(desk, tmp_path)
        shown = answer([there.with_suffix(""), None])
        save()
        desk.until(lambda: len(shown) == 2 and not desk.app.jobs.is_busy)

        assert shown[1] == there.name
        assert there.read_text("utf-8") == "earlier"
        assert not there.with_suffix("").exists()

    def test_a_new_name_gets_its_ending(
        self, desk: DeskPage, tmp_path: Path, open_: Callable[..., Callable[[], object]], ending: str
    ) -> None:
        save = open_(desk, tmp_path)
        answer([tmp_path / "kept in Nov. 26"])
        save()
        written = tmp_path / f"kept in Nov. 26{ending}"
        desk.until(lambda: written.exists() and not desk.app.jobs.is_busy)

        assert written.stat().st_size > 0


def test_another_ending_of_the_same_form_is_kept(desk: DeskPage, tmp_path: Path) -> None:
    save = export(desk, tmp_path, "html")
    answer([tmp_path / "history.HTM"])
    save()
    desk.until(lambda: (tmp_path / "history.HTM").exists())

    assert "Anna Carlson" in (tmp_path / "history.HTM").read_text("utf-8")
