"""The columns of an exported table: named as in the table, chosen at one click or one by one, remembered."""

import csv
from pathlib import Path

import pytest
from desk_pages import DeskPage
from gui_fixtures import DeskOf
from PySide6.QtCore import Qt

from reviewdesk_gui.views.dialogs.export_dialog import ExportDialog


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    return desk_of("author,rating,date,text,reply\nAnna Carlson,1,2026-11-22,Cold soup,\nTom Reed,5,2026-11-22,Nice,\n")


def export(desk: DeskPage) -> ExportDialog:
    """The dialog, with CSV chosen."""
    desk.app.verbs.export_list()
    dialog = desk.dialog(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findText("CSV", Qt.MatchFlag.MatchStartsWith))
    return dialog


def write(desk: DeskPage, dialog: ExportDialog, path: Path) -> None:
    """Writes the file and waits till the dialog has closed, which it does a moment after the file is there."""
    dialog.write_to(path)
    desk.until_closed(ExportDialog)
    assert path.exists()


def tick(dialog: ExportDialog, *titles: str) -> None:
    for row in range(dialog.columns.count()):
        item = dialog.columns.item(row)
        if item.text() in titles:
            item.setCheckState(Qt.CheckState.Checked)


def ticked(dialog: ExportDialog) -> list[str]:
    items = [dialog.columns.item(row) for row in range(dialog.columns.count())]
    return [item.text() for item in items if item.checkState() == Qt.CheckState.Checked]


def test_a_few_columns_are_chosen_without_unticking_all_others_and_remembered(desk: DeskPage, tmp_path: Path) -> None:
    dialog = export(desk)
    assert len(ticked(dialog)) == dialog.columns.count()
    desk.press_named(dialog, "None")
    tick(dialog, "Author", "Rating as given", "Review")
    write(desk, dialog, tmp_path / "few.csv")
    with (tmp_path / "few.csv").open(encoding="utf-8", newline="") as handle:
        head, *rows = csv.reader(handle)
    assert head == ["author", "rating_original", "text"]
    assert ["Tom Reed", "5", "Nice"] in rows

    again = export(desk)
    assert ticked(again) == ["Author", "Rating as given", "Review"]
    desk.press_named(again, "All")
    assert len(ticked(again)) == again.columns.count()
    again.reject()


def test_a_table_without_columns_is_not_written(desk: DeskPage) -> None:
    dialog = export(desk)
    desk.press_named(dialog, "None")
    desk.press_named(dialog, "Save as …")
    assert dialog.isVisible()
    assert "at least one column" in dialog.state.text()
    dialog.reject()


@pytest.mark.parametrize("form", ["PDF", "JSON", "HTML", "Markdown", "SQLite", "Parquet", "Zip"])
def test_what_is_no_table_offers_no_columns_and_says_why(form: str, desk: DeskPage, tmp_path: Path) -> None:
    dialog = export(desk)
    assert dialog.columns.isEnabled()
    assert not dialog.no_columns.isVisible()
    dialog.format.setCurrentIndex(dialog.format.findText(form, Qt.MatchFlag.MatchStartsWith))

    assert not dialog.columns.isEnabled()
    assert dialog.no_columns.isVisible()
    assert "CSV and Excel" in dialog.no_columns.text()
    dialog.reject()


def test_a_form_without_columns_holds_everything_and_leaves_the_choice_for_tables(
    desk: DeskPage, tmp_path: Path
) -> None:
    dialog = export(desk)
    desk.press_named(dialog, "None")
    dialog.format.setCurrentIndex(dialog.format.findText("Markdown", Qt.MatchFlag.MatchStartsWith))
    write(desk, dialog, tmp_path / "all.md")
    assert "Tom Reed" in (tmp_path / "all.md").read_text("utf-8")

    again = export(desk)
    assert len(ticked(again)) == again.columns.count()
    again.reject()
