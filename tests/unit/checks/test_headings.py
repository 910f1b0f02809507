"""A heading line above the salutation."""

import pytest

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.domain.finding import Move


@pytest.mark.parametrize(
    ("text", "language", "author", "greeting"),
    [
        ("Reply:\nHello Nora, sorry.", "en", "Nora", "Hello"),
        ("Antwort der Werkstattleitung\n\nHallo Nora, danke.", "de", "Nora", "Hallo"),
        ("Ответ\n\nЗдравствуйте, Нора! Спасибо.", "ru", "Нора", "Здравствуйте"),
        ("We mended it\nHello from all of us.", "en", "Nora", None),
    ],
)
def test_a_salutation_below_a_heading_greets(engine, text, language, author, greeting):
    def judge():
        return engine.check(text, CheckContext(language=language, author=author))

    hit = judge().move(Move.GREETING)
    assert (hit and hit.span.of(text).strip(",")) == greeting
    body = text.partition("\n")[2].strip()
    engine.check("First of all. " + body, CheckContext(language=language, author=author))
    assert judge().move(Move.GREETING) == hit
