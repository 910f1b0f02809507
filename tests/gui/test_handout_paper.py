"""The complaint and the story leave as PDF, text or print: what is shown is what leaves, whole or not at all."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from desk_pages import DeskPage, ReplyPage, when_asked_where
from gui_fixtures import DeskOf
from pdf_pages import pdf_pages, pdf_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPdfWriter, QTextCursor
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QFileDialog

from reviewdesk_gui.domain.case import Outcome
from reviewdesk_gui.exporting.complaint_pack import Ground
from reviewdesk_gui.views.dialogs.complaint_dialog import ComplaintDialog
from reviewdesk_gui.views.dialogs.paper_dialog import PaperDialog
from reviewdesk_gui.views.printing.paper import Sheet, paint, print_font, set_up

LINK = "https://reviews.example/bakery/42"
SHORT = "The bread was dry, you idiots! 👎"
LONG = " ".join(f"Абзац {n}: хлеб был сухой, ждали сорок минут 😡, и никто не извинился." for n in range(1, 161))


@pytest.fixture
def complain(desk_of: DeskOf) -> Callable[[str], tuple[DeskPage, ComplaintDialog]]:
    def complain_(text: str) -> tuple[DeskPage, ComplaintDialog]:
        desk = desk_of(f'author,rating,date,text,platform,url\nМария Петрова,1,2026-11-20,"{text}",google,{LINK}\n')
        desk.app.paper_verbs.complain()
        dialog = desk.dialog(ComplaintDialog)
        dialog.ground.setCurrentIndex(dialog.ground.findData(Ground.INSULT))
        return desk, dialog

    return complain_


Complain = Callable[[str], tuple[DeskPage, ComplaintDialog]]


def test_a_complaint_becomes_a_page_that_tells_everything(complain: Complain, tmp_path: Path) -> None:
    _, dialog = complain(SHORT)
    dialog.passage.setText("you idiots!")
    dialog.explanation.setText("Nobody was served on 19 November.")
    dialog.save_pdf_to(tmp_path / "complaint.pdf")

    assert dialog.state.text() == f"Written to {tmp_path / 'complaint.pdf'}"
    [page] = pdf_pages(tmp_path / "complaint.pdf")
    assert page.lines[0] == "Sunny Side Bakery · 2026-11-22"
    assert page.lines[-1] == "Page 1 of 1"
    for words in (
        "Report of a review on Google",
        "Мария Петрова",
        LINK,
        "The review insults people instead of telling of an experience.",
        "Nobody was served on 19 November.",
        '"you idiots!"',
        "The bread was dry, you idiots!",
        "2026-11-22 12:00",
        "Please remove the review.",
        "Elin, owner",
        "hello@sunnyside.example",
    ):
        assert words in page.text
    assert set(page.links) == {LINK}


def test_a_posted_reply_stands_on_the_page_with_its_day(complain: Complain, tmp_path: Path) -> None:
    desk, dialog = complain(SHORT)
    dialog.reject()
    reply = ReplyPage(desk)
    reply.pane.editor.insert_at_caret("Hello! We were closed on that day. Elin, owner")
    desk.until(reply.pane.footer.copy.isEnabled)
    reply.copy()
    reply.post()
    desk.app.paper_verbs.complain()
    dialog = desk.dialog(ComplaintDialog)
    assert dialog.state.text() == "Choose the ground of the complaint."
    assert not dialog.pdf.isEnabled()
    dialog.ground.setCurrentIndex(dialog.ground.findData(Ground.NOT_A_CUSTOMER))
    dialog.save_pdf_to(tmp_path / "c.pdf")

    assert "Our public reply, 2026-11-22 12:00 Hello! We were closed on that day." in pdf_text(tmp_path / "c.pdf")


def test_a_long_cyrillic_review_goes_on_over_pages_without_a_gap(complain: Complain, tmp_path: Path) -> None:
    _, dialog = complain(LONG)
    dialog.save_pdf_to(tmp_path / "long.pdf")
    pages = pdf_pages(tmp_path / "long.pdf")

    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert page.text.endswith(f"Page {number} of {len(pages)}")
    told = " ".join(line for page in pages for line in page.lines[1:-1])
    assert re.findall(r"Абзац (\d+): хлеб был сухой", told) == [str(n) for n in range(1, 161)]
    assert told.count("и никто не извинился.") == 160


def test_print_is_as_large_as_it_says(complain: Complain, tmp_path: Path) -> None:
    _, dialog = complain(SHORT)
    dialog.save_pdf_to(tmp_path / "c.pdf")

    sizes = pdf_pages(tmp_path / "c.pdf")[0].sizes
    assert min(abs(size - 10.0) for size in sizes) < 0.3
    assert max(sizes) < 18


def test_the_paper_is_the_same_in_every_theme(complain: Complain, tmp_path: Path) -> None:
    desk, dialog = complain(SHORT)
    drawn = []
    for theme in ("light", "dark"):
        desk.app.dresser.choose(theme)
        dialog.save_pdf_to(tmp_path / f"{theme}.pdf")
        drawn.append([page.drawing for page in pdf_pages(tmp_path / f"{theme}.pdf")])

    assert drawn[0] == drawn[1]


def test_what_the_owner_corrected_is_what_leaves(complain: Complain, tmp_path: Path) -> None:
    _, dialog = complain(SHORT)
    cursor = dialog.text.document().find("Please remove the review.")
    cursor.insertText("Please take a look at it.")
    dialog.save_pdf_to(tmp_path / "c.pdf")
    told = pdf_text(tmp_path / "c.pdf")
    assert "Please take a look at it." in told
    assert "Please remove" not in told
    assert "The bread was dry, you idiots!" in told

    dialog.save_text_to(tmp_path / "c.txt")
    assert (tmp_path / "c.txt").read_text("utf-8") == dialog.text.toPlainText()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()


def test_corrections_that_a_field_wrote_over_can_be_brought_back(complain: Complain, tmp_path: Path) -> None:
    desk, dialog = complain(SHORT)
    dialog.text.document().find("Please remove the review.").insertText("Please take a look at it.")
    corrected = dialog.text.toPlainText()
    dialog.anonymise.setChecked(True)
    assert "Ctrl+Z" in dialog.state.text()
    assert "Please remove the review." in dialog.text.toPlainText()
    dialog.save_pdf_to(tmp_path / "c.pdf")
    assert "Please remove the review." in pdf_text(tmp_path / "c.pdf")

    desk.qtbot.keyClick(dialog.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.text.toPlainText() == corrected
    dialog.save_pdf_to(tmp_path / "c.pdf")
    assert "Please take a look at it." in pdf_text(tmp_path / "c.pdf")


def test_names_can_be_left_out(complain: Complain, tmp_path: Path) -> None:
    _, dialog = complain("Elin was rude to me.")
    dialog.explanation.setText("Мария was never here.")
    dialog.anonymise.setChecked(True)
    dialog.save_pdf_to(tmp_path / "c.pdf")
    told = pdf_text(tmp_path / "c.pdf")

    for text in (told, dialog.text.toPlainText()):
        assert "[colleague] was rude to me." in text
        assert not any(name in text for name in ("Мария", "Петров", "Elin", LINK, "hello@"))
    assert "names removed" in told


def test_a_refused_place_is_told_in_one_line_and_leaves_nothing(complain: Complain, tmp_path: Path) -> None:
    _, dialog = complain(SHORT)
    for save, name in ((dialog.save_pdf_to, "c.pdf"), (dialog.save_text_to, "c.txt")):
        dialog.state.clear()
        save(tmp_path / "no folder" / name)
        assert "cannot be written" in dialog.state.text()
        assert "\n" not in dialog.state.text()
        taken = tmp_path / f"taken-{name}"
        taken.mkdir()
        dialog.state.clear()
        save(taken)
        assert "cannot be written" in dialog.state.text()
        assert not list(taken.iterdir())
    assert not list(tmp_path.glob("c.*"))


def test_a_full_disk_leaves_the_earlier_file_as_it_was(complain: Complain, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="limits on file sizes are a matter of POSIX systems")
    signal = pytest.importorskip("signal")
    _, dialog = complain(SHORT)
    path = tmp_path / "c.pdf"
    path.write_text("earlier", "utf-8")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
    try:
        dialog.save_pdf_to(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)

    assert "cannot be written" in dialog.state.text()
    assert path.read_text("utf-8") == "earlier"
    assert [one.name for one in tmp_path.glob("c.*")] == ["c.pdf"]


def test_a_passage_that_is_not_there_lets_nothing_leave(complain: Complain) -> None:
    _, dialog = complain(SHORT)
    buttons = (dialog.copy, dialog.save, dialog.pdf, dialog.print)
    dialog.passage.setText("nowhere in it")
    assert not any(button.isEnabled() for button in buttons)
    dialog.passage.setText("you idiots")
    assert all(button.isEnabled() for button in buttons)
    assert not dialog.state.text()


def test_a_name_is_suggested_and_its_ending_is_not_forgotten(complain: Complain, tmp_path: Path) -> None:
    desk, dialog = complain(SHORT)
    suggested = []

    def choose(where: QFileDialog) -> None:
        suggested.extend(Path(name).name for name in where.selectedFiles())
        where.selectFile(str(tmp_path / "Dr. Maria"))
        where.accept()

    when_asked_where(choose)
    desk.press(dialog.pdf)
    assert suggested == ["complaint-google-мария-петрова-2026-11-22.pdf"]
    assert "Report of a review" in pdf_text(tmp_path / "Dr. Maria.pdf")

    when_asked_where(lambda where: where.reject())
    desk.press(dialog.save)
    assert not list(tmp_path.glob("*.txt"))


def test_a_complaint_is_printed_after_a_look(complain: Complain) -> None:
    desk, dialog = complain(LONG)
    desk.press(dialog.print)
    preview = desk.dialog(QPrintPreviewDialog)
    shown = preview.findChild(QPrintPreviewWidget)
    assert isinstance(shown, QPrintPreviewWidget)
    desk.until(lambda: shown.pageCount() > 2)
    assert shown.pageCount() > 2
    preview.reject()


def test_a_story_leaves_as_a_page_without_names(complain: Complain, tmp_path: Path) -> None:
    desk, dialog = complain(SHORT)
    dialog.reject()
    reply = ReplyPage(desk)
    reply.pane.editor.insert_at_caret("Hello Мария! We have baked a new loaf for you. Elin, owner")
    desk.until(reply.pane.footer.copy.isEnabled)
    reply.copy()
    reply.post()
    desk.app.case_verbs.close_case(Outcome.SOLVED)
    desk.app.paper_verbs.tell_story()
    story = desk.dialog(PaperDialog)
    story.save_pdf_to(tmp_path / "story.pdf")
    [page] = pdf_pages(tmp_path / "story.pdf")
    assert "a case that ended well" in page.text.lower()
    assert "Hello [customer]! We have baked a new loaf for you." in page.text
    assert "#" not in page.text
    assert "Мария" not in page.text

    story.text.moveCursor(QTextCursor.MoveOperation.End)
    story.text.insertPlainText("\n## What we learned\n\nCount twice.\n")
    story.save_pdf_to(tmp_path / "story.pdf")
    assert "Count twice." in pdf_text(tmp_path / "story.pdf")
    assert "How it ended The customer's trouble was solved." in pdf_text(tmp_path / "story.pdf")


@pytest.mark.parametrize("lines", range(50, 62))
def test_a_heading_is_not_left_alone_at_the_foot_of_a_page(lines: int, tmp_path: Path, qtbot: object) -> None:
    path = tmp_path / "p.pdf"
    writer = QPdfWriter(str(path))
    set_up(writer)
    html = f"<p>{'Line<br>' * lines}</p><h2>Facts</h2><table><tr><td>Below</td></tr></table>"
    for _pages in paint(writer, [html], Sheet("", str), print_font(QGuiApplication.font())):
        pass
    del writer
    together = [page.text for page in pdf_pages(path) if "Facts" in page.text]

    assert len(together) == 1
    assert "Below" in together[0]


def test_the_keys_walk_from_the_ground_to_the_way_out(complain: Complain) -> None:
    desk, dialog = complain(SHORT)
    dialog.activateWindow()
    desk.until(dialog.isActiveWindow)
    walked = [dialog.focusWidget()]
    for _ in range(6):
        desk.qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(dialog.focusWidget())

    fields = [dialog.ground, dialog.passage, dialog.explanation, dialog.anonymise, dialog.text]
    assert walked[:5] == fields
    assert [button.text() for button in walked[5:]] == ["Close", "Print …"]  # as they stand, left to right
