"""Several cases marked in the list: by mouse and by key, with one of them open, and exported together."""

import csv
from pathlib import Path
from time import perf_counter

import pytest
from desk_pages import DeskPage, ReplyPage
from gui_fixtures import DeskOf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.views.dialogs.export_dialog import ExportDialog

NAMES = ("Anna", "Bo", "Cia", "Dan", "Eva")
REVIEWS = "author,rating,date,text,platform\n" + "".join(
    f"{name},1,2026-11-{21 - number:02},Cold soup {number},google\n" for number, name in enumerate(NAMES)
)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    return desk_of(REVIEWS)


def click(desk: DeskPage, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    table = desk.window.cases.table
    table.scrollTo(desk.app.model.index(row))
    place = table.visualRect(desk.app.model.index(row)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifiers, place)
    QApplication.processEvents()


def order(desk: DeskPage) -> list[str]:
    return [row.split(",")[0] for row in desk.rows()]


def marked(desk: DeskPage) -> list[str]:
    return [case.review.author for case in desk.window.cases.marked()]


def exported(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as handle:
        return [row["author"] for row in csv.DictReader(handle)]


def export_dialog(desk: DeskPage) -> ExportDialog:
    desk.app.verbs.export_list()
    dialog = desk.dialog(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findText("CSV", Qt.MatchFlag.MatchStartsWith))
    return dialog


def test_ctrl_and_shift_mark_and_a_plain_click_marks_one_again(desk: DeskPage) -> None:
    names = order(desk)
    click(desk, 0)
    click(desk, 2, CTRL)
    assert marked(desk) == [names[0], names[2]]
    assert desk.author == names[2]
    click(desk, 4, SHIFT)
    assert marked(desk) == [names[0], *names[2:5]]
    assert desk.author == names[4]
    click(desk, 1)
    assert marked(desk) == [names[1]]
    assert desk.author == names[1]


def test_keys_mark_and_walking_marks_one_again(desk: DeskPage) -> None:
    names, table = order(desk), desk.window.cases.table
    click(desk, 1)
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert marked(desk) == names[1:4]
    assert desk.author == names[3]
    QTest.keyClick(table, Qt.Key.Key_K)
    assert marked(desk) == [names[2]]
    QTest.keyClick(table, Qt.Key.Key_A, CTRL)
    assert marked(desk) == names
    assert desk.author == names[2]


def test_a_draft_that_is_kept_on_the_way_leaves_the_marks(desk: DeskPage) -> None:
    names = order(desk)
    click(desk, 0)
    ReplyPage(desk).type("Hello")
    click(desk, 1, CTRL)
    click(desk, 3, CTRL)

    assert marked(desk) == [names[0], names[1], names[3]]
    assert desk.author == names[3]
    click(desk, 0)
    assert ReplyPage(desk).text == "Hello"


def test_a_step_in_the_open_case_leaves_the_marks(desk: DeskPage) -> None:
    desk.view(View.ALL)
    names = order(desk)
    click(desk, 0)
    click(desk, 2, CTRL)
    assert desk.app.presenter.case is not None
    desk.app.cases.set_facts(desk.app.presenter.case.id, "The oven was broken")

    assert marked(desk) == [names[0], names[2]]
    assert desk.author == names[2]


def test_the_marked_cases_are_exported_or_the_list(desk: DeskPage, tmp_path: Path) -> None:
    names = order(desk)
    click(desk, 0)
    click(desk, 3, CTRL)
    dialog = export_dialog(desk)
    assert [dialog.what.itemText(row) for row in range(dialog.what.count())] == [
        "The 2 marked cases",
        "What the list shows: 5 cases",
    ]
    dialog.write_to(tmp_path / "marked.csv")
    desk.until_closed(ExportDialog)
    assert exported(tmp_path / "marked.csv") == [names[0], names[3]]

    again = export_dialog(desk)
    again.what.setCurrentIndex(1)
    again.write_to(tmp_path / "list.csv")
    desk.until((tmp_path / "list.csv").exists)
    assert exported(tmp_path / "list.csv") == names


def test_one_marked_case_is_no_choice(desk: DeskPage) -> None:
    click(desk, 0)
    dialog = export_dialog(desk)

    assert not dialog.what.isVisible()
    assert "5 cases" in [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    dialog.reject()


def test_marking_ten_thousand_rows_takes_no_longer_than_a_blink(desk_of: DeskOf) -> None:
    desk = desk_of(
        "author,rating,date,text\n" + "".join(f"Guest {n},3,2026-11-{1 + n % 20:02},Text {n}\n" for n in range(10_000))
    )
    desk.view(View.ALL)
    desk.rows()
    click(desk, 0)
    started = perf_counter()
    QTest.keyClick(desk.window.cases.table, Qt.Key.Key_A, CTRL)
    QApplication.processEvents()
    spent = perf_counter() - started

    assert len(desk.window.cases.marked()) == 10_000
    assert spent < 0.5
