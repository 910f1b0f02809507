"""The import dialog: what the owner is asked before anything changes."""

from pathlib import Path

import pytest
from desk_pages import DeskPage
from gui_fixtures import OpenDesk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableWidget

from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.views.dialogs.column_table import ColumnTable
from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskPage:
    return open_desk()


def plan(desk: DeskPage, path: Path, text: str) -> ImportDialog:
    path.write_text(text, "utf-8")
    desk.app.verbs.import_paths([path])
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: "already on the desk" in dialog.summary.text())
    return dialog


def column(dialog: ImportDialog, number: int) -> list[str]:
    table = dialog.tabs.widget(0)
    assert isinstance(table, QTableWidget)
    return [table.item(row, number).text() for row in range(table.rowCount())]


def test_an_ambiguous_date_is_asked(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", "author,rating,date,text\nAnna,1,05/03/2024,Cold soup\n")
    assert "1 rejected" in dialog.summary.text()
    assert dialog.dates.isVisible()
    dialog.dates.setCurrentIndex(dialog.dates.findData("dmy"))
    dialog.dates.activated.emit(dialog.dates.currentIndex())
    desk.until(lambda: "1 new" in dialog.summary.text())
    assert column(dialog, 2) == ["2024-03-05"]
    dialog.reject()


def test_the_scale_can_be_corrected(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", "author,score,date,comment\nAnna,4,2026-11-20,Soso\nTom,2,2026-11-20,Bad\n")
    assert column(dialog, 0) == ["★★★★☆", "★★☆☆☆"]
    dialog.scale.setCurrentIndex(dialog.scale.findData(10.0))
    dialog.scale.activated.emit(dialog.scale.currentIndex())
    desk.until(lambda: column(dialog, 0) == ["★★☆☆☆", "★☆☆☆☆"])
    dialog.reject()


def test_a_column_read_wrongly_is_corrected_and_remembered(desk: DeskPage, tmp_path: Path) -> None:
    text = "author,rating,date,text,remark\nAnna,1,2026-11-20,Cold soup,Nobody came back\n"
    dialog = plan(desk, tmp_path / "a.csv", text)
    table = next(
        dialog.tabs.widget(n) for n in range(dialog.tabs.count()) if isinstance(dialog.tabs.widget(n), ColumnTable)
    )
    boxes = {box.accessibleName(): box for box in table.findChildren(QComboBox)}
    boxes["text"].setCurrentIndex(boxes["text"].findData("title"))
    boxes["remark"].setCurrentIndex(boxes["remark"].findData("text"))
    boxes["remark"].activated.emit(boxes["remark"].currentIndex())
    desk.until(lambda: "Nobody came back" in column(dialog, 4)[0])
    dialog.reject()
    again = plan(desk, tmp_path / "b.csv", text)
    assert "Nobody came back" in column(again, 4)[0]
    again.reject()


def takeout_review(number: int) -> str:
    moment = f"2026-11-{number:02}T10:00:00Z"
    return (
        f'{{"name": "accounts/1/locations/2/reviews/{number}", "reviewer": {{"displayName": "Person {number}"}},'
        f' "starRating": "ONE", "comment": "Number {number}", "createTime": "{moment}", "updateTime": "{moment}"}}'
    )


def test_a_review_that_vanished_is_offered_as_removed(desk: DeskPage, tmp_path: Path) -> None:
    whole = [takeout_review(number) for number in (1, 2, 3)]
    (tmp_path / "reviews.json").write_text(f'{{"reviews": [{", ".join(whole)}]}}', "utf-8")
    desk.import_files(tmp_path / "reviews.json")
    dialog = plan(desk, tmp_path / "reviews.json", f'{{"reviews": [{whole[0]}, {whole[2]}]}}')
    assert "0 new" in dialog.summary.text()
    assert "Number 2" in dialog._removed.item(0).text()
    dialog._removed.item(0).setCheckState(Qt.CheckState.Checked)
    desk.press(dialog.go)
    desk.until(lambda: desk.count(View.CLOSED) == 1)


def test_cancelling_changes_nothing(desk: DeskPage, tmp_path: Path) -> None:
    rows = "".join(f"Person {n},1,2026-11-20,Number {n}\n" for n in range(20_000))
    (tmp_path / "big.csv").write_text("author,rating,date,text\n" + rows, "utf-8")
    desk.app.verbs.import_paths([tmp_path / "big.csv"])
    desk.press(desk.dialog(ImportDialog).cancel)
    desk.until(lambda: not desk.app.jobs.is_busy)
    assert desk.app.desk.cases() == []
