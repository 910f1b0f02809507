"""What a reply gives away about the customer that the review does not hold."""

import tomllib

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.factory import build_engine
from reviewdesk_gui.checks.leak import LeakCheck
from reviewdesk_gui.checks.leak_words import KINDS, read_leak_words
from reviewdesk_gui.domain.shop import Shop

RESOURCES = paths.resources()
WORDS = read_leak_words(RESOURCES / "leak.toml")
ENGINE = build_engine(RESOURCES, checks=lambda wording: [LeakCheck(WORDS, wording)])
SHOP = Shop(name="Café Ekan", phone="+46 31 123 45 67", email="hej@ekan.example")


def leaks(text: str, review: str = "Not good at all.", author: str = "", language: str = "en") -> list[str]:
    context = CheckContext(language=language, review=review, author=author, shop=SHOP)
    return [
        finding.span.of(text)
        for finding in ENGINE.check(text, context).findings
        if finding.check == "leak" and finding.span
    ]


@pytest.mark.parametrize(
    ("language", "text", "leak"),
    [
        ("en", "We looked up your order #AB-10422 and it left on time.", "AB-10422"),
        ("en", "The shower in room 214 has been mended.", "214"),
        ("en", "During your visit on 3 March we were short of staff.", "3 March"),
        ("en", "You paid 450 kr for it.", "450 kr"),
        ("en", "We called you on 070 555 66 77 twice.", "070 555 66 77"),
        ("en", "We wrote to your e-mail anna.k@post.example on Friday.", "anna.k@post.example"),
        ("en", "Your root canal was done by the book.", "Your root canal"),
        ("sv", "Din order 884213 skickades i tid.", "884213"),
        ("sv", "Vi ringde dig på 070 555 66 77.", "070 555 66 77"),
        ("de", "Ihre Bestellung 5523311 ist unterwegs.", "5523311"),
        ("nl", "Uw bestelling 5523311 is onderweg.", "5523311"),
        ("fy", "Jo bestelling 5523311 is ûnderweis.", "5523311"),
        ("ru", "Ваш заказ №552331 уже в пути.", "552331"),
        ("uk", "Ваше замовлення №552331 вже в дорозі.", "552331"),
        ("bg", "Вашата поръчка №552331 пътува към вас.", "552331"),
        ("ru", "Кондиционер в номере 214 починили.", "214"),
        ("uk", "Кондиціонер у номері 214 полагодили.", "214"),
    ],
)
def test_a_detail_of_the_customer_is_marked(language: str, text: str, leak: str) -> None:
    assert leaks(text, language=language) == [leak]


@pytest.mark.parametrize(
    ("text", "review"),
    [
        ("We looked up your order AB-10422.", "My order ab-10422 never came"),
        ("The shower in room 214 has been mended.", "Room 214 had no hot water"),
        ("During your visit on 3 March we were short of staff.", "We came on March 3rd and waited"),
        ("Your root canal was done by the book.", "My root canal still hurts"),
        ("You paid 450 kr for it.", "450 kr for a cold soup!"),
    ],
)
def test_what_the_review_says_itself_may_be_said(text: str, review: str) -> None:
    assert leaks(text, review) == []


@pytest.mark.parametrize(
    "text",
    [
        "Call us on +46 31 123 45 67 or write to hej@ekan.example with your order number.",
        "Have your phone ready and call 031 123 45 67.",
        "We have 24 rooms and room for 80 guests.",
        "Please send us your booking number and your e-mail.",
        "In order to help you we need 2 days.",
        "A table for 4 costs 450 kr.",
        "Since 3 March we open at 8.",
        "We answer 95 % of all reviews.",
    ],
)
def test_the_shops_own_facts_are_left_alone(text: str) -> None:
    assert leaks(text) == []


@pytest.mark.parametrize(
    ("author", "text", "expected"),
    [
        ("Anna K.", "Hello Anna Karlsson, thank you.", ["Karlsson"]),
        ("Anna", "Hello Anna Karlsson, thank you.", ["Karlsson"]),
        ("Anna Karlsson", "Hello Anna Karlsson, thank you.", []),
        ("Anna K.", "Hello Anna K., thank you.", []),
        ("Anna", "Hello Anna, Thank you.", []),
        ("", "Hello Anna Karlsson, thank you.", []),
    ],
)
def test_no_more_of_a_name_than_the_platform_shows(author: str, text: str, expected: list[str]) -> None:
    assert leaks(text, author=author) == expected


def test_the_surname_can_be_taken_away() -> None:
    text = "Hello Anna Karlsson, thank you."
    report = ENGINE.check(text, CheckContext(language="en", author="Anna K.", review="Bad."))
    (finding,) = (finding for finding in report.findings if finding.check == "leak")
    assert finding.fixes[0].apply(text) == "Hello Anna, thank you."
    assert (finding.why, finding.severity) == ("P24", "should")


def test_every_language_has_words_of_every_kind() -> None:
    assert set(WORDS) == {"en", "sv", "de", "nl", "fy", "ru", "uk", "bg"}
    for language, table in tomllib.loads((RESOURCES / "leak.toml").read_text(encoding="utf-8")).items():
        assert {kind for kind, phrases in table.items() if phrases} == set(KINDS), language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Наш кабинет 3 теперь на втором этаже, мы для вас номер 1."),
        ("uk", "Наш кабінет 3 тепер на другому поверсі, ми для вас номер 1."),
        ("bg", "Нашият кабинет 3 вече е на втория етаж."),
    ],
)
def test_the_shops_own_room_is_no_detail_of_the_customer(language: str, text: str) -> None:
    assert leaks(text, language=language) == []
