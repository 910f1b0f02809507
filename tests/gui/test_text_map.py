"""Python counts code points, Qt UTF-16 units: the one converter between them."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from reviewdesk_gui.views.widgets.text_map import TextMap

TEXTS = st.text(alphabet=st.sampled_from("aå Жж👍🏽😀́\n"), max_size=60)


@given(TEXTS)
def test_there_and_back(text: str) -> None:
    places = TextMap(text)
    for place in range(len(text) + 1):
        unit = places.to_units(place)
        assert unit == len(text[:place].encode("utf-16-le")) // 2
        assert places.to_code_points(unit) == place


def test_qt_selects_the_word_behind_an_emoji(qtbot: QtBot) -> None:
    text = "два 👍 три"
    document = QTextDocument(text)
    places, cursor = TextMap(text), QTextCursor(document)
    start = text.index("три")
    cursor.setPosition(places.to_units(start))
    cursor.setPosition(places.to_units(start + 3), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "три"
