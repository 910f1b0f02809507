"""Histories on paper, the complaint for a platform, the story of a solved case."""

import gc
import re
from pathlib import Path

import pytest
from desk_pages import DeskPage, ReplyPage
from gui_fixtures import DeskOf
from pdf_pages import pdf_pages
from PySide6.QtGui import QGuiApplication, QPdfWriter
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.case import Outcome
from reviewdesk_gui.exporting.complaint_pack import Ground
from reviewdesk_gui.views.dialogs.complaint_dialog import ComplaintDialog
from reviewdesk_gui.views.dialogs.export_dialog import ExportDialog
from reviewdesk_gui.views.dialogs.paper_dialog import PaperDialog
from reviewdesk_gui.views.printing.history_paper import PaperStoppedError
from reviewdesk_gui.views.printing.paper import Sheet, paint, print_font, set_up

ROW = '"Customer {n}",1,2026-11-{day:02},"Хлеб 👍 was dry, you idiots. Line {n}.",google\n'
REVIEWS = "author,rating,date,text,platform\n" + "".join(ROW.format(n=n, day=1 + n % 21) for n in range(60))


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    return desk_of(REVIEWS)


def pages(path: Path) -> int:
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    return data.count(b"/Type /Page\n")


def test_the_whole_list_becomes_a_paged_pdf(desk: DeskPage, tmp_path: Path) -> None:
    desk.app.verbs.export_list()
    dialog = desk.dialog(ExportDialog)
    assert dialog.format.currentText().startswith("PDF")
    dialog.write_to(tmp_path / "history.pdf")
    desk.until(lambda: "history.pdf" in desk.notice)
    assert pages(tmp_path / "history.pdf") > 5


def test_the_lines_between_cases_go_from_margin_to_margin(desk: DeskPage, tmp_path: Path) -> None:
    cases = []
    for number, case in enumerate(desk.app.desk.cases()):
        at = case.review.received_at
        reply = "Hello!\n\n" + "We have baked a new loaf. " * (3 + number % 9)
        cases.append(steps.mark_posted(steps.mark_copied(case, reply, at), at))
    taken = desk.app.exports.taken(cases)
    desk.app.paper.write_pdf(taken, tmp_path / "ruled.pdf", lambda _done, _total: None, lambda: False)
    drawn = "".join(page.drawing for page in pdf_pages(tmp_path / "ruled.pdf"))
    rules = [
        (float(left), float(right)) for left, right in re.findall(r"([\d.]+) [\d.]+ m\n([\d.]+) [\d.]+ l\nS", drawn)
    ]

    assert len(rules) >= len(cases)
    assert {left for left, _right in rules} == {0.0}
    assert len({right for _left, right in rules}) == 1


def test_a_stopped_pdf_leaves_no_file(desk: DeskPage, tmp_path: Path) -> None:
    taken = desk.app.exports.taken(desk.app.desk.cases())
    with pytest.raises(PaperStoppedError):
        desk.app.paper.write_pdf(taken, tmp_path / "stopped.pdf", lambda _done, _total: None, lambda: True)
    assert not list(tmp_path.glob("stopped*"))


def test_print_shows_a_preview_first(desk: DeskPage) -> None:
    desk.app.paper_verbs.print_list()
    preview = desk.dialog(QPrintPreviewDialog)
    shown = preview.findChild(QPrintPreviewWidget)
    assert isinstance(shown, QPrintPreviewWidget)
    desk.until(lambda: shown.pageCount() > 5)
    assert shown.pageCount() > 5
    preview.reject()


def test_the_pages_of_the_preview_stay_as_long_as_it_is_open(desk: DeskPage) -> None:
    desk.app.paper_verbs.print_list()
    preview = desk.dialog(QPrintPreviewDialog)
    shown = preview.findChild(QPrintPreviewWidget)
    assert isinstance(shown, QPrintPreviewWidget)
    desk.until(lambda: shown.pageCount() > 5)
    gc.collect()
    picture = shown.grab().toImage()
    middle = [picture.pixelColor(x, picture.height() // 2).lightness() for x in range(picture.width())]
    assert max(middle) > 240
    preview.reject()


@pytest.mark.parametrize("lines", range(50, 62))
def test_a_case_begins_on_the_page_of_its_words(lines: int, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "p.pdf"
    writer = QPdfWriter(str(path))
    set_up(writer)
    html = f"<p>{'Line<br>' * lines}</p><h2>Customer</h2><p>praise, new</p><p>Lovely bread</p>"
    for _pages in paint(writer, [html], Sheet("", str), print_font(QGuiApplication.font())):
        pass
    del writer
    [page] = [page.text for page in pdf_pages(path) if "Customer" in page.text]

    assert "Lovely bread" in page


def test_a_complaint_names_ground_and_passage_and_lands_in_the_clipboard(desk: DeskPage) -> None:
    desk.app.paper_verbs.complain()
    dialog = desk.dialog(ComplaintDialog)
    dialog.ground.setCurrentIndex(dialog.ground.findData(Ground.INSULT))
    dialog.passage.setText("nowhere in it")
    assert not dialog.copy.isEnabled()
    assert "does not stand in the review" in dialog.state.text()
    dialog.passage.setText("you idiots")
    desk.press(dialog.copy)
    text = QGuiApplication.clipboard().text()
    assert "you idiots" in text
    assert "insults people" in text
    assert "Sunny Side Bakery" in text
    dialog.reject()


def test_only_a_solved_case_makes_a_story(desk: DeskPage) -> None:
    desk.app.paper_verbs.tell_story()
    assert "solved" in desk.notice
    assert desk.notice_is_error
    reply = ReplyPage(desk)
    reply.pane.editor.insert_at_caret("Hello! We have baked a new loaf for you. Elin, owner")
    desk.until(reply.pane.footer.copy.isEnabled)
    reply.copy()
    reply.post()
    author = desk.author
    desk.app.case_verbs.close_case(Outcome.SOLVED)
    desk.app.paper_verbs.tell_story()
    dialog = desk.dialog(PaperDialog)
    assert "baked a new loaf" in dialog.text.toPlainText()
    assert author not in dialog.text.toPlainText()
    dialog.reject()
