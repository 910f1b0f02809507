"""Nothing of what was written goes missing where it is painted: rows, the answer given, pages."""

from pathlib import Path

import pytest
from desk_pages import DeskPage
from gui_fixtures import DeskOf
from msgspec.structs import replace
from pdf_pages import pdf_text
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint
from PySide6.QtGui import QPageSize, QPainter, QPaintEvent, QPdfWriter, QRegion
from PySide6.QtWidgets import QWidget

PARTY = "🎉🎉🎉🎉🎉🎉 wonderful oak bench that two lads carried upstairs"
REVIEWS = f'author,rating,date,text,platform,reply\n"Lena",5,2026-11-20,"{PARTY}",google,\n'
REVIEWS += '"Sam",5,2026-11-20,"Good chair.",google,"Thank you Sam"\n"Ida",5,2026-11-20,"Good desk.",google,"Thanks"\n'


@pytest.fixture
def desk(desk_of: DeskOf) -> DeskPage:
    return desk_of(REVIEWS)


class Repainted(QObject):
    """What of a widget was painted anew."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.region = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def test_a_row_shows_all_words_behind_emoji(desk: DeskPage, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "row.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    painter = QPainter(writer)
    painter.scale(10, 10)
    desk.window.cases.table.viewport().render(painter, QPoint())
    painter.end()
    del writer
    words = pdf_text(tmp_path / "row.pdf")
    assert [word for word in PARTY.split()[1:] if word not in words] == []


def test_the_answer_given_is_painted_in_full_when_another_case_is_opened(desk: DeskPage) -> None:
    viewport = desk.window.panel.pane.editor.viewport()
    desk.window.panel.pane.editor.show_answer("Thank you Sam")
    QCoreApplication.processEvents()
    viewport.repaint()
    painted = Repainted(viewport)
    desk.window.panel.pane.editor.show_answer("Thanks")
    desk.until(lambda: not painted.region.isEmpty())
    assert painted.region.boundingRect() == viewport.rect()


def test_words_behind_a_heading_that_moves_to_the_next_page_are_all_printed(desk: DeskPage, tmp_path: Path) -> None:
    path, missing = tmp_path / "history.pdf", []
    first, *others = desk.app.desk.cases()
    others = [replace(others[-1], review=replace(first.review, author=f"Ida{n}", text=f"Desk{n}")) for n in range(9)]
    for lines in range(1, 40, 3):
        long = replace(first, review=replace(first.review, text="Line\n" * lines))
        taken = desk.app.exports.taken([long, *others])
        desk.app.paper.write_pdf(taken, path, lambda _done, _total: None, lambda: False)
        printed = pdf_text(path)
        missing += [(lines, n) for n in range(9) if f"Ida{n}" not in printed or f"Desk{n}" not in printed]
        missing += [(lines, -1)] if printed.count("Timeline") < len(taken.cases) else []
    assert missing == []
