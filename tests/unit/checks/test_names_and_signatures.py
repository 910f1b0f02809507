"""Who is addressed and who signs, across languages."""

import pytest

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.domain.finding import Move
from reviewdesk_gui.domain.shop import Shop


def hit(engine, move, text, author="", language="en", shop=None):
    found = engine.check(text, CheckContext(language=language, author=author, shop=shop or Shop())).move(move)
    return found.span.of(text) if found else None


@pytest.mark.parametrize(
    ("text", "author", "name"),
    [
        ("Hello Anna, thanks.", "", "Anna"),
        ("Dear Mr. van Dijk, thanks.", "", "Mr. van Dijk"),
        ("hi anna, sorry", "Anna Berg", "anna"),
        ("Anna, thank you for writing", "Anna Berg", "Anna"),
        ("Thank you so much, Anna!", "", "Anna"),
        ("We are glad, Anna, that it fits", "Anna Berg", "Anna"),
        ("Hello J. K., sorry.", "J. K.", "J"),
        ("Hello rider_77, sorry", "rider_77", "rider_77"),
        ("Hello there, sorry.", "", None),
        ("Hello, We are sorry.", "", None),
        ("Dear customer, sorry.", "Anna Berg", None),
        ("Sorry to hear that.\nKind regards\nAnna", "Anna Berg", None),
    ],
)
def test_the_name(engine, text, author, name):
    assert hit(engine, Move.NAME, text, author) == name


@pytest.mark.parametrize(
    ("text", "author", "language"),
    [
        ("Стефане, благодарим Ви!", "Стефан Петров", "bg"),
        ("Доброго дня, Соломіє! Дякуємо.", "Соломія Коваль", "uk"),
        ("Іване, дякуємо за відгук!", "Іван Гнатюк", "uk"),
        ("Здравствуйте, Дмитрий! Спасибо.", "Дмитрий Орлов", "ru"),
    ],
)
def test_slavic_forms_of_address_are_the_name(engine, text, author, language):
    assert hit(engine, Move.NAME, text, author, language)


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("We mended it. - Sarah", "Sarah"),
        ("We mended it. /AB", "AB"),
        ("We mended it.\n\nKind regards,\nTom", "Tom"),
        ("We mended it.\nErik Lund", "Erik Lund"),
        ("We mended it. Team Oven", "Team Oven"),
        ("We mended it.\nKind regards", None),
        ("We mended it. See you soon!", None),
        ("Go to Menu - Help - Contact.", None),
    ],
)
def test_the_signature(engine, text, signature):
    assert hit(engine, Move.SIGNATURE, text) == signature


def test_the_shops_own_name_at_the_end_signs(engine):
    shop = Shop(name="the corner shop", answerer="Lo")
    assert hit(engine, Move.SIGNATURE, "We mended it.\nthe corner shop", shop=shop) == "the corner shop"
    assert hit(engine, Move.SIGNATURE, "the corner shop mended it today, all is well", shop=shop) is None
