"""The reply editor: marks on the right words, one undo step for each change, the way round by keyboard."""

import pytest
from desk_pages import DeskPage, ReplyPage
from gui_fixtures import DeskOf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewdesk_gui.domain.finding import Finding, Fix, Severity, Span

REVIEW = 'author,rating,date,text,platform\n"Анна 🌸",1,2026-11-22,"Waited an hour for cold soup.",google\n'


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    return desk_of(REVIEW)


def marked(desk: DeskPage) -> set[str]:
    """The marked words as Qt paints them."""
    editor = desk.window.panel.pane.editor
    units = editor.text().encode("utf-16-le")
    return {units[mark.start * 2 : mark.end * 2].decode("utf-16-le") for mark in editor.marks.marks}


def show(desk: DeskPage, text: str, word: str) -> Finding:
    editor = desk.window.panel.pane.editor
    editor.start_with(text)
    start = text.index(word)
    span = Span(start, start + len(word))
    fix = Fix("Replace", "fine", span)
    finding = Finding(rule="x.y", check="y", severity=Severity.MUST, title="T", message="M.", span=span, fixes=(fix,))
    editor.show_findings([finding], [])
    return finding


@pytest.mark.parametrize("text", ["plain bad word", "👍👍 Привет bad, Анна", "family 👨‍👩‍👧 and\n\nnew lines bad 🌸"])
def test_marks_stand_on_the_words(desk: DeskPage, text: str) -> None:
    show(desk, text, "bad")
    assert marked(desk) == {"bad"}


def test_a_fix_behind_emoji_replaces_the_right_word_in_one_undo_step(desk: DeskPage) -> None:
    finding = show(desk, "🌸🌸 Это bad слово", "bad")
    editor = desk.window.panel.pane.editor
    editor.apply_fix(finding.fixes[0])
    assert editor.text() == "🌸🌸 Это fine слово"
    editor.undo()
    assert editor.text() == "🌸🌸 Это bad слово"


def test_a_real_slot_is_marked_blocks_copying_and_tab_walks_to_it(desk: DeskPage) -> None:
    reply = ReplyPage(desk)
    reply.pane.editor.insert_at_caret("👍 Hello [name of the dish] and [your name]")
    desk.until(lambda: marked(desk) >= {"[name of the dish]", "[your name]"})
    assert not reply.pane.footer.copy.isEnabled()
    assert reply.waits
    reply.pane.editor.moveCursor(reply.pane.editor.textCursor().MoveOperation.Start)
    QTest.keyClick(reply.pane.editor, Qt.Key.Key_Tab)
    assert reply.pane.editor.textCursor().selectedText() == "[name of the dish]"
    QTest.keyClick(reply.pane.editor, Qt.Key.Key_Tab)
    assert reply.pane.editor.textCursor().selectedText() == "[your name]"


def test_painting_marks_is_no_edit(desk: DeskPage, qtbot: object) -> None:
    editor = desk.window.panel.pane.editor
    heard: list[bool] = []
    show(desk, "one bad word", "bad")
    QApplication.processEvents()
    editor.edited.connect(lambda: heard.append(True))
    show_again = editor.marks
    show_again.show_marks(())
    QApplication.processEvents()
    assert heard == []
    editor.insertPlainText("!")
    QApplication.processEvents()
    assert heard == [True]


def test_every_key_is_judged_anew(desk: DeskPage) -> None:
    reply = ReplyPage(desk)
    assert "Greeting" in reply.missing()
    reply.type("Hello, ")
    desk.until(lambda: "Greeting" in reply.ticked())
    reply.pane.editor.selectAll()
    QTest.keyClick(reply.pane.editor, Qt.Key.Key_Delete)
    desk.until(lambda: "Greeting" in reply.missing())


def test_bytes_are_counted_where_the_platform_counts_bytes(desk: DeskPage) -> None:
    reply = ReplyPage(desk)
    reply.pane.editor.insert_at_caret("Привет 👍")
    desk.until(lambda: "bytes" in reply.pane.length.text() and "0 of" not in reply.pane.length.text())
    assert "17 of 4096 bytes" in reply.pane.length.text()


def test_f7_walks_the_findings(desk: DeskPage) -> None:
    show(desk, "👍 one bad word", "bad")
    desk.key(Qt.Key.Key_F7)
    assert desk.window.panel.pane.editor.textCursor().selectedText() == "bad"


def test_a_finding_says_why(desk: DeskPage) -> None:
    row = next(row for row in desk.window.panel.pane.checklist.rows if row.title == "Apology")
    assert "sorry" in row.row.why
    assert "solves" in row.row.why or "report" in row.row.why
