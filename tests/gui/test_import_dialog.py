"""The import dialog: what the owner is asked before anything changes."""

import json
import os
from pathlib import Path

import pytest
from desk_pages import DeskPage, when_asked_where
from gui_fixtures import OpenDesk
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QTableWidget, QWidget

from reviewdesk_gui.domain.listing import View
from reviewdesk_gui.views.dialogs.import_dialog import ImportDialog

AHEAD = 2_000_000_000.0
"""A moment after the desk's own now, which is then taken for it."""


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskPage:
    return open_desk()


def plan(desk: DeskPage, path: Path, text: str | bytes) -> ImportDialog:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    os.utime(path, (AHEAD, AHEAD))
    desk.app.verbs.import_paths([path])
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: "already on the desk" in dialog.summary.text())
    return dialog


def test_rows_that_say_the_same_are_told(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "twice.csv", "name,rating,date,review\n" + "Ada,4,2026-11-01,Fint hos er\n" * 3)
    assert "1 new, 0 changed, 0 already on the desk, 0 rejected. 2 rows repeat another row." in dialog.summary.text()


def tab(dialog: ImportDialog, words: str) -> QWidget:
    """The tab whose title begins so."""
    titles = [dialog.tabs.tabText(number) for number in range(dialog.tabs.count())]
    return dialog.tabs.widget(next(number for number, title in enumerate(titles) if title.startswith(words)))


def rows(dialog: ImportDialog, words: str) -> list[list[str]]:
    """The cells of the table in the tab whose title begins so."""
    table = tab(dialog, words)
    assert isinstance(table, QTableWidget)
    columns = range(table.columnCount())
    return [[table.item(row, column).text() for column in columns] for row in range(table.rowCount())]


def column(dialog: ImportDialog, number: int) -> list[str]:
    return [row[number] for row in rows(dialog, "New")]


def pick(box: QComboBox, value: object) -> None:
    """Choose an entry as an owner does."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def boxes(dialog: ImportDialog) -> dict[str, QComboBox]:
    """What each column is read as."""
    return {box.accessibleName(): box for box in tab(dialog, "Columns").findChildren(QComboBox)}


def test_an_ambiguous_date_is_asked(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", "author,rating,date,text\nAnna,1,05/03/2024,Cold soup\n")
    assert "1 rejected" in dialog.summary.text()
    assert dialog.questions.dates.isVisible()
    assert dialog.questions.dates.currentText() == "How is the date 05/03/2024 meant?"
    assert dialog.questions.dates.itemText(2) == "May 3 (month first)"
    pick(dialog.questions.dates, "dmy")
    desk.until(lambda: "1 new" in dialog.summary.text())
    assert column(dialog, 2) == ["2024-03-05"]
    dialog.reject()


def test_letters_that_may_be_of_several_alphabets_are_shown_in_each(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "old.csv", b"name,rating,review\nAda,5,Bra \xc5\xc4\xd6\n")
    question = dialog.questions.encoding
    assert question.isVisible()
    assert question.choice.accessibleName() == "Letters read as"
    assert question.choice.currentText() == "Cyrillic (Windows-1251), as guessed: ЕДЦ"
    entries = [question.choice.itemText(number) for number in range(question.choice.count())]
    assert "Western European (Windows-1252): ÅÄÖ" in entries
    assert column(dialog, 4) == ["Bra ЕДЦ"]

    pick(question.choice, "cp1252")
    desk.until(lambda: column(dialog, 4) == ["Bra ÅÄÖ"])
    assert question.isVisible()
    assert question.choice.currentText() == "Western European (Windows-1252): ÅÄÖ"
    pick(question.choice, "")
    desk.until(lambda: column(dialog, 4) == ["Bra ЕДЦ"])
    pick(question.choice, "cp1252")
    desk.until(lambda: column(dialog, 4) == ["Bra ÅÄÖ"])
    desk.press(dialog.go)
    desk.until(lambda: [case.review.text for case in desk.app.desk.cases()] == ["Bra ÅÄÖ"])


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_that_are_sure_are_not_asked_about(encoding: str, desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", "Namn;Betyg;Recension\nÅsa;5;Räksmörgås på ön\n".encode(encoding))
    assert not dialog.questions.encoding.isVisible()
    dialog.reject()


def test_a_choice_of_letters_leaves_sure_files_alone(desk: DeskPage, tmp_path: Path) -> None:
    sure = tmp_path / "b.csv"
    sure.write_bytes("name,rating,review\nBo,4,Räksmörgås på ön\n".encode("cp1252"))
    (tmp_path / "a.csv").write_bytes(b"name,rating,review\nAda,5,\xc5\xc4\xd6\n")
    desk.app.verbs.import_paths([tmp_path / "a.csv", sure])
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: "2 new" in dialog.summary.text())
    pick(dialog.questions.encoding.choice, "cp1251")
    desk.until(lambda: sorted(column(dialog, 4)) == ["Räksmörgås på ön", "ЕДЦ"])
    dialog.reject()


def test_doubtful_letters_of_several_files_are_shown_side_by_side(desk: DeskPage, tmp_path: Path) -> None:
    for name, letters in (("a.csv", b"\xc5\xc4\xd6"), ("b.csv", b"\xe5")):
        (tmp_path / name).write_bytes(b"name,rating,review\nAda,5," + letters + b"\n")
    desk.app.verbs.import_paths([tmp_path / "a.csv", tmp_path / "b.csv"])
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: "2 new" in dialog.summary.text())
    choice = dialog.questions.encoding.choice
    assert choice.itemText(choice.findData("cp1252")) == "Western European (Windows-1252): ÅÄÖ · å"
    assert choice.itemText(choice.findData("cp1251")) == "Cyrillic (Windows-1251): ЕДЦ · е"
    dialog.reject()


def test_the_scale_can_be_corrected(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", "author,score,date,comment\nAnna,4,2026-11-20,Soso\nTom,2,2026-11-20,Bad\n")
    assert column(dialog, 0) == ["★★★★☆", "★★☆☆☆"]
    assert dialog.questions.scale.currentText() == "Ratings are read as out of 5"
    pick(dialog.questions.scale, 10.0)
    desk.until(lambda: column(dialog, 0) == ["★★☆☆☆", "★☆☆☆☆"])
    dialog.reject()


@pytest.mark.parametrize("rating", ["85%", "8/10", "★★★★☆", "FOUR"])
def test_ratings_that_tell_their_own_scale_are_shown(rating: str, desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", f"author,score,date,comment\nAnna,{rating},2026-11-20,Soso\n")
    assert dialog.questions.scale.currentText() == f"Ratings tell their own scale: {rating}"
    assert column(dialog, 0) == ["★★★★☆"]
    dialog.reject()


def test_a_column_read_wrongly_is_corrected_and_remembered(desk: DeskPage, tmp_path: Path) -> None:
    text = "author,rating,date,text,remark\nAnna,1,2026-11-20,Cold soup,Nobody came back\n"
    dialog = plan(desk, tmp_path / "a.csv", text)
    chosen = boxes(dialog)
    chosen["text"].setCurrentIndex(chosen["text"].findData("title"))
    pick(chosen["remark"], "text")
    desk.until(lambda: "Nobody came back" in column(dialog, 4)[0])
    dialog.reject()
    again = plan(desk, tmp_path / "b.csv", text)
    assert "Nobody came back" in column(again, 4)[0]
    again.reject()


def takeout_review(number: int, words: str = "", reply: str = "") -> str:
    moment = f"2026-11-{number:02}T10:00:00Z"
    found = {
        "name": f"accounts/1/locations/2/reviews/{number}",
        "reviewer": {"displayName": f"Person {number}"},
        "starRating": "ONE",
        "comment": words or f"Number {number}",
        "createTime": moment,
        "updateTime": moment,
    }
    return json.dumps(found | ({"reviewReply": {"comment": reply, "updateTime": moment}} if reply else {}))


def takeout(*reviews: str) -> str:
    return f'{{"reviews": [{", ".join(reviews)}]}}'


def test_a_review_that_vanished_is_offered_as_removed(desk: DeskPage, tmp_path: Path) -> None:
    whole = [takeout_review(number) for number in (1, 2, 3)]
    (tmp_path / "reviews.json").write_text(takeout(*whole), "utf-8")
    desk.import_files(tmp_path / "reviews.json")
    dialog = plan(desk, tmp_path / "reviews.json", takeout(whole[0], whole[2]))
    assert "0 new" in dialog.summary.text()
    words, why = dialog.tabs.removed.list.item(0).text().split("\n")
    assert "Number 2" in words
    assert why.startswith("not in reviews.json, made 20")
    dialog.tabs.removed.list.item(0).setCheckState(Qt.CheckState.Checked)
    desk.press(dialog.go)
    desk.until(lambda: desk.count(View.CLOSED) == 1)


def test_cancelling_changes_nothing(desk: DeskPage, tmp_path: Path) -> None:
    rows = "".join(f"Person {n},1,2026-11-20,Number {n}\n" for n in range(20_000))
    (tmp_path / "big.csv").write_text("author,rating,date,text\n" + rows, "utf-8")
    desk.app.verbs.import_paths([tmp_path / "big.csv"])
    desk.press(desk.dialog(ImportDialog).cancel)
    desk.until(lambda: not desk.app.jobs.is_busy)
    assert desk.app.desk.cases() == []


def test_what_is_new_about_a_review_on_the_desk_is_told(desk: DeskPage, tmp_path: Path) -> None:
    first = takeout(*(takeout_review(number, reply="Thanks!") for number in (1, 2, 3)), takeout_review(4))
    (tmp_path / "reviews.json").write_text(first, "utf-8")
    desk.import_files(tmp_path / "reviews.json")
    now = takeout(
        takeout_review(1, reply="Thank you!"),
        takeout_review(2, words="Worse than I thought", reply="Thanks!"),
        takeout_review(3, reply="Thanks!"),
        takeout_review(4, reply="Hello!"),
    )
    dialog = plan(desk, tmp_path / "reviews.json", now)

    assert "0 new, 3 changed, 1 already on the desk" in dialog.summary.text()
    told = {row[1]: row[5] for row in rows(dialog, "Changed")}
    assert told == {
        "Person 1": "your reply reads differently there",
        "Person 2": "the review was changed; your reply is outdated",
        "Person 4": "your reply was found there",
    }
    dialog.reject()


def test_each_file_is_told_with_what_it_brings_and_how_it_was_read(desk: DeskPage, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Namn;Betyg (1-10);Datum;Text\nÅsa;8;2026-11-20;Gott\n".encode("cp1252"))
    (tmp_path / "b.csv").write_text("author,rating,date,text\nTom,4,2026-11-20,Fine\nTom,x,,\n", "utf-8")
    desk.app.verbs.import_paths([tmp_path / "a.csv", tmp_path / "b.csv"])
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: dialog.tabs.count() > 0)

    heads = ["File", "Read as", "New", "Changed", "Same", "Rejected", "Ratings", "Dates"]
    table = tab(dialog, "Files")
    assert isinstance(table, QTableWidget)
    assert [table.horizontalHeaderItem(number).text() for number in range(table.columnCount())] == heads
    assert [row[:7] for row in rows(dialog, "Files")] == [
        ["a.csv", "Any table of reviews", "1", "0", "0", "0", "out of 10"],
        ["b.csv", "Any table of reviews", "1", "0", "0", "1", "out of 5"],
    ]
    assert dialog.questions.scale.currentText() == "Ratings are read as each file tells"
    dialog.reject()


def test_a_table_with_unknown_columns_opens_with_them_and_is_remembered(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", "Vem,Hur,Vad\nAda,5,Fint\n")
    assert dialog.tabs.currentWidget() is tab(dialog, "Columns")
    assert "say which column" in dialog.hint.text()
    for header, field in (("Vem", "author"), ("Hur", "rating"), ("Vad", "text")):
        pick(boxes(dialog)[header], field)
        desk.until(lambda: "already on the desk" in dialog.summary.text())
        assert dialog.tabs.currentWidget() is tab(dialog, "Columns")
        assert dialog.focusWidget() is boxes(dialog)[header]
    assert "1 new" in dialog.summary.text()
    dialog.reject()
    again = plan(desk, tmp_path / "b.csv", "Vem,Hur,Vad\nBo,2,Fult\n")
    assert column(again, 4) == ["Fult"]
    again.reject()


def test_files_with_the_same_columns_share_one_tab(desk: DeskPage, tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(f"author,rating,text\n{name},4,Fine\n", "utf-8")
    desk.app.verbs.import_paths([tmp_path / "a.csv", tmp_path / "b.csv"])
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: dialog.tabs.count() > 0)
    titles = [dialog.tabs.tabText(number) for number in range(dialog.tabs.count())]
    assert [title for title in titles if title.startswith("Columns")] == ["Columns of 2 files ?"]
    dialog.reject()


def test_the_columns_of_a_fixed_document_are_not_offered_for_mapping(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "reviews.json", takeout(takeout_review(1)))
    titles = [dialog.tabs.tabText(number) for number in range(dialog.tabs.count())]
    assert titles == ["New (1)", "Files (1)"]
    dialog.reject()


def test_addresses_are_dropped_unless_the_owner_keeps_them(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", "author,rating,text,e-mail\nAnna,2,Cold soup,anna@mail.example\n")
    assert dialog.questions.personal.isVisible()
    assert not dialog.questions.personal.isChecked()
    dialog.questions.personal.click()
    desk.until(lambda: "1 new" in dialog.summary.text())
    desk.press(dialog.go)
    desk.until(lambda: desk.count(View.ALL) == 1)
    assert "anna@mail.example" in desk.app.desk.cases()[0].facts


def test_dates_by_distance_count_from_the_day_that_the_owner_gives(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", "author,rating,date,text\nAnna,2,2 weeks ago,Cold soup\n")
    assert dialog.questions.read_on.isVisible()
    dialog.questions.read_on.setDate(QDate(2026, 11, 15))
    dialog.questions.read_on.editingFinished.emit()
    desk.until(lambda: column(dialog, 2) == ["2026-11-01"])
    dialog.reject()


def test_the_shops_reply_is_shown_beside_its_review(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", "author,rating,text,reply\nAnna,2,Cold soup,We are sorry\n")
    assert column(dialog, 5) == ["We are sorry"]
    dialog.reject()


def test_rejected_rows_are_saved_mended_and_brought_back(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", "author,rating,date,text\nAnna,1,soon,Cold soup\nTom,2,2026-11-20,Dry\n")
    saved = tmp_path / "rejected.csv"
    when_asked_where(lambda where: (where.selectFile(str(saved)), where.accept()))
    desk.press(dialog.rejects)
    assert "import the file again" in dialog.hint.text()
    desk.press(dialog.go)
    desk.until(lambda: desk.count(View.ALL) == 1)

    saved.write_text(saved.read_text("utf-8-sig").replace("soon", "2026-11-19"), "utf-8")
    desk.import_files(saved)
    desk.until(lambda: desk.count(View.ALL) == 2)


def test_a_file_that_is_none_of_reviews_has_no_rows_to_save(desk: DeskPage, tmp_path: Path) -> None:
    dialog = plan(desk, tmp_path / "a.csv", "author,rating,date,text\nAnna,1,2026-11-20,Cold soup\n")
    assert not dialog.rejects.isVisible()
    dialog.reject()
    dialog = plan(desk, tmp_path / "b.json", '{"orders": [1, 2]}')
    assert "1 rejected" in dialog.summary.text()
    assert not dialog.rejects.isVisible()
    dialog.reject()


def test_the_same_review_in_two_kinds_of_export_is_offered_as_one(desk: DeskPage, tmp_path: Path) -> None:
    words = "The bread was dry and nobody came back to ask how it was."
    (tmp_path / "reviews.json").write_text(takeout(takeout_review(1, words)), "utf-8")
    desk.import_files(tmp_path / "reviews.json")
    text = f"author,rating,date,text,platform\nPerson 1,1,2026-11-04,{words},google\n"
    dialog = plan(desk, tmp_path / "a.csv", text)
    [item] = [dialog.tabs.twins.list.item(row) for row in range(dialog.tabs.twins.list.count())]
    assert "2026-11-04" in item.text()
    assert "is the same as ★☆☆☆☆ · Person 1 · 2026-11-01" in item.text()
    desk.press(dialog.go)
    desk.until(lambda: len(desk.app.desk.cases()[0].review.keys) > 3)
    assert desk.count(View.ALL) == 1


def test_files_of_one_name_are_told_apart_by_their_folders(desk: DeskPage, tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"shop{number}").mkdir()
        (tmp_path / f"shop{number}" / "reviews.json").write_text(takeout(takeout_review(number)), "utf-8")
    desk.app.verbs.import_paths([tmp_path])
    dialog = desk.dialog(ImportDialog)
    desk.until(lambda: dialog.tabs.count() > 0)
    assert [row[0] for row in rows(dialog, "Files")] == ["shop1/reviews.json", "shop2/reviews.json"]
    dialog.reject()
