"""Text copied from the review pages of a shop on Etsy."""

from datetime import UTC, datetime

import pytest
from pasted import answer, parse, told

ABOVE = """Uma Berg on Nov 3, 2026
5 out of 5 stars
The glaze is even lovelier than in the pictures.
Purchased item:
Blue stoneware mug, 3 dl
Response from Mia
Thank you, Uma! Enjoy your coffee.
Etsy buyer on Nov 1, 2026
3 out of 5 stars
Arrived late.
Purchased item: Small bowl
Report this review
"""

BELOW = """5 out of 5 stars
5
Listing review
The glaze is even lovelier than in the pictures.
Purchased item:
Blue stoneware mug, 3 dl
Uma Berg   Nov 3, 2026
Item quality
5
Shipping
5
Helpful?
Response from Mia
Thank you, Uma! Enjoy your coffee.
3 out of 5 stars
3
This item
Arrived late.

Purchased item:

Small bowl
Bo Ek
Nov 1, 2026
Report this review
"""


def test_the_buyer_above_the_words() -> None:
    first, second = parse(ABOVE)

    assert told(first) == ("Uma Berg", 5.0, "2026-11-03", "", "The glaze is even lovelier than in the pictures.")
    assert (first.platform, first.product) == ("etsy", "Blue stoneware mug, 3 dl")
    assert answer(first) == ("Thank you, Uma! Enjoy your coffee.", "")
    assert told(second) == ("", 3.0, "2026-11-01", "", "Arrived late.")
    assert (second.product, second.reply) == ("Small bowl", "")


def test_the_buyer_below_the_words() -> None:
    first, second = parse(BELOW)

    assert told(first) == ("Uma Berg", 5.0, "2026-11-03", "", "The glaze is even lovelier than in the pictures.")
    assert (first.platform, first.product) == ("etsy", "Blue stoneware mug, 3 dl")
    assert answer(first) == ("Thank you, Uma! Enjoy your coffee.", "")
    assert told(second) == ("Bo Ek", 3.0, "2026-11-01", "", "Arrived late.")
    assert (second.product, second.reply) == ("Small bowl", "")


def test_one_review_with_its_buyer_below() -> None:
    [found] = parse(BELOW.partition("3 out of")[0])

    assert (found.author, found.rating, found.product) == ("Uma Berg", 5.0, "Blue stoneware mug, 3 dl")
    assert answer(found) == ("Thank you, Uma! Enjoy your coffee.", "")


@pytest.mark.parametrize(
    ("date", "stars", "bought", "said"),
    [
        ("3 nov 2026", "5 av 5 stjärnor", "Köpt artikel:", "Svar från Mia"),
        ("3. Nov. 2026", "5 von 5 Sternen", "Gekaufter Artikel:", "Antwort von Mia"),
        ("3 nov 2026", "5 van de 5 sterren", "Gekocht item:", "Reactie van Mia"),
        ("3 ноя. 2026 г.", "5 из 5 звезд", "Купленный товар:", "Ответ продавца Mia"),
        ("3 лист. 2026 р.", "5 із 5 зірок", "Придбаний товар:", "Відповідь продавця Mia"),
        ("3 ное 2026 г.", "5 от 5 звезди", "Закупен артикул:", "Отговор от Mia"),
    ],
)
def test_pages_in_other_languages(date: str, stars: str, bought: str, said: str) -> None:
    [found] = parse(f"Uma\n{date}\n{stars}\nFint.\n{bought}\nMuggen\n{said}\nTack!")

    assert told(found) == ("Uma", 5.0, "2026-11-03", "", "Fint.")
    assert (found.platform, found.product, found.reply) == ("etsy", "Muggen", "Tack!")


def test_what_was_bought_is_a_fact_of_the_review_on_the_desk() -> None:
    first, _second = parse(ABOVE)

    assert first.to_row(1, now=datetime(2026, 11, 21, tzinfo=UTC)).review.product == "Blue stoneware mug, 3 dl"


def test_a_blank_alone_between_buyer_and_date() -> None:
    first, second = parse(
        "5 von 5 Sternen\n5\nDieser Artikel\nSchön!\nGekaufter Artikel:\nBlaue Tasse\nUma Berg 3. Nov. 2026\nVersand\n"
        "4 von 5 Sternen\n4\nGut.\nGekaufter Artikel:\nSchale\nBo 1. Nov. 2026\n"
    )

    assert (told(first), first.product) == (("Uma Berg", 5.0, "2026-11-03", "", "Schön!"), "Blaue Tasse")
    assert (told(second), second.product) == (("Bo", 4.0, "2026-11-01", "", "Gut."), "Schale")


def test_the_sellers_name_and_picture_above_the_answer() -> None:
    [found] = parse("Uma Berg on Nov 3, 2026\n5 out of 5 stars\nFine.\nMia\nResponse from Mia\nThanks!\nNov 4, 2026\n")

    assert (found.text, answer(found)) == ("Fine.", ("Thanks!", "2026-11-04"))
