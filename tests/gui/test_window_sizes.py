"""The window on a small screen and a big one, with long Cyrillic words, and with nothing on the desk yet."""

from collections.abc import Iterator

import pytest
from desk_pages import DeskPage, ReplyPage
from gui_fixtures import DeskOf, OpenDesk
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from reviewdesk_gui.app import prepare_application

SMALL, LARGE = QSize(900, 600), QSize(1920, 1080)
LONG_WORD = "Превысокомногорассмотрительствующий" * 3
REVIEWS = f"""author,rating,date,text,platform,link
Александра Константиновна Преображенская,1,2026-11-22,"{LONG_WORD} сервис",google,https://reviews.example/1
Кирилл,2,2026-11-21,"{"Заказали торт за две недели, а в день праздника заказ потерялся. " * 9}",yandex,
"""


@pytest.fixture(autouse=True)
def owners_font(qapp: QApplication) -> Iterator[None]:
    """The font of the program as the owner has it, a point larger than that of other tests."""
    font = qapp.font()
    prepare_application(qapp)
    yield
    qapp.setFont(font)


def sized(desk: DeskPage, size: QSize) -> DeskPage:
    desk.window.resize(size)
    desk.until(lambda: desk.window.size() == size)
    QApplication.processEvents()
    return desk


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_way_out_of_a_reply_is_in_sight_without_scrolling(desk_of: DeskOf, size: QSize) -> None:
    desk = sized(desk_of(REVIEWS), size)
    desk.choose("Кирилл")
    footer = ReplyPage(desk).pane.footer
    for button in (footer.followup, footer.copy):
        desk.until(lambda button=button: button.visibleRegion().boundingRect().size() == button.size())


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_editor_has_room_for_some_lines(desk_of: DeskOf, size: QSize) -> None:
    desk = sized(desk_of(REVIEWS), size)
    desk.choose("Кирилл")
    editor = ReplyPage(desk).pane.editor
    assert editor.viewport().height() >= 6 * editor.fontMetrics().lineSpacing()


def test_a_long_review_leaves_the_beginning_of_the_reply_in_sight_on_a_small_screen(desk_of: DeskOf) -> None:
    desk = sized(desk_of(REVIEWS), SMALL)
    desk.choose("Кирилл")
    editor = ReplyPage(desk).pane.editor
    desk.until(lambda: editor.visibleRegion().boundingRect().height() >= 3 * editor.fontMetrics().lineSpacing())
    sized(desk, LARGE)
    text = desk.window.panel.card.text
    desk.until(lambda: not text.verticalScrollBar().isVisible())


def test_a_long_word_stays_within_its_row(desk_of: DeskOf) -> None:
    desk = sized(desk_of(REVIEWS), SMALL)
    desk.choose("Кирилл")
    table = desk.window.cases.table
    row = next(number for number, text in enumerate(desk.rows()) if "Александра" in text)
    place = table.visualRect(desk.app.model.index(row))
    place.setLeft(place.right() - 8)
    image = table.viewport().grab(place.adjusted(0, 4, -1, -4)).toImage()
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) == 1


def test_an_empty_desk_says_what_to_do_and_no_more(open_desk: OpenDesk) -> None:
    desk = sized(open_desk(), SMALL)
    side = desk.window.cases
    ways = [button for button in side.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in ways] == ["Import a file …", "Paste a review", "Try with a sample desk"]
    assert all(button.width() >= button.sizeHint().width() for button in ways)
    words = [label.text() for label in desk.window.panel.findChildren(QLabel) if label.isVisible()]
    assert not any("Choose" in text for text in words)


def test_the_filters_come_with_the_first_reviews(desk_of: DeskOf) -> None:
    side = desk_of(REVIEWS).window.cases
    assert {"Platform", "Stars", "Type"} <= {chip.text() for chip in side.findChildren(QPushButton) if chip.isVisible()}
