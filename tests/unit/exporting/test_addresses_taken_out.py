"""Addresses and handles that lead to a person go; platforms, ordinary words and slips of the space bar stay."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting.anonymising import anonymous_case

Cleaned = Callable[..., str]


@pytest.fixture
def cleaned(cases: list[Case]) -> Cleaned:
    def work(text: str, language: str = "", author: str = "") -> str:
        review = replace(cases[2].review, author=author, text=text, language=language)
        return anonymous_case(replace(cases[2], review=review), 1, Shop()).review.text

    return work


@pytest.mark.parametrize(
    ("language", "before", "address", "after"),
    [
        ("en", "See my blog ", "shop-of-anna.de", ", it says it all."),
        ("en", "More on ", "annasbread.com", " if you care"),
        ("en", "My site: ", "breadandme.co.uk", "."),
        ("en", "I wrote at ", "WWW.BREAD-TALK.ORG", "!"),
        ("en", "The blog is ", "dry-bread.blog", " now"),
        ("sv", "Läs på ", "annasbageri.se", " om det"),
        ("sv", "Min blogg ", "brödbloggen.nu", "!"),
        ("de", "Mehr auf ", "brotfreundin.de", " zu lesen"),
        ("de", "siehe ", "müller-backt.at", " dazu"),
        ("de", "Auf ", "https://annas-brot.example", " steht mehr"),
        ("nl", "Zie ", "bakkenmetanna.nl", " voor meer"),
        ("nl", "Kijk op ", "brood-en-zo.de", " voor foto's"),
        ("fy", "Sjoch op ", "annabakt.frl", " foar mear"),
        ("ru", "Мой сайт ", "хлеб-анны.рф", ", там всё"),
        ("ru", "Подробнее на ", "anna-hleb.ru", " читайте"),
        ("uk", "Дивіться ", "хлібанни.укр", " там усе"),
        ("uk", "Пишу на ", "khlib.com.ua", " про це"),
        ("bg", "Вижте ", "хлябът-на-анна.бг", " за още"),
        ("bg", "Пиша в ", "hlyabat.bg", " за това"),
        ("", "Find me at ", "sub.anna.io", " any time"),
        ("en", "mail ", "anna (at) mail.example", " please"),
        ("de", "an ", "anna[at]brot[punkt]de", " schreiben"),
        ("ru", "пишите ", "anna(собака)mail.ru", " мне"),
        ("en", "I am ", "@anna.berg", " there"),
        ("sv", "följ ", "@anna_bakar", "!"),
        ("ru", "я ", "@анна_печёт", " в сети"),
        ("en", "on Instagram: ", "annabakes", " for pictures"),
        ("de", "insta ", "anna_backt92", " folgen"),
        ("ru", "телеграм: ", "annapek", " пишите"),
        ("uk", "інстаграм ", "anna.pek", " там"),
        ("en", "me: ", "@anna@bread.social", " there"),
    ],
)
def test_what_leads_to_a_person_goes(language: str, before: str, address: str, after: str, cleaned: Cleaned) -> None:
    assert cleaned(f"{before}{address}{after}", language) == f"{before}[removed]{after}"


@pytest.mark.parametrize(
    ("language", "author", "text", "left"),
    [
        ("nl", "Sanne Bakker", "Kijk op sannebakt.de eens", "Kijk op [removed] eens"),
        ("en", "Anna Berg", "It is on annaberg.me for all", "It is on [removed] for all"),
        ("de", "Anna Berg", "steht auf annaberg.es schon", "steht auf [removed] schon"),
    ],
)
def test_an_address_that_bears_the_name_goes_though_it_ends_in_a_word(
    language: str, author: str, text: str, left: str, cleaned: Cleaned
) -> None:
    assert cleaned(text, language, author) == left


@pytest.mark.parametrize(
    "text",
    [
        "Booked on booking.com, paid on www.tripadvisor.de and read it on Google.com.",
        "Siehe https://www.trustpilot.com/ und amazon.de",
        "Заказывала на wildberries.ru и ozon.ru",
    ],
)
def test_the_platforms_themselves_stay(text: str, cleaned: Cleaned) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize(
    "text",
    ["https://www.tripadvisor.com/Profile/annab", "yelp.com/user_details?id=9", "https://maps.google.com/maps?cid=7"],
)
def test_a_page_of_a_platform_leads_to_somebody(text: str, cleaned: Cleaned) -> None:
    assert cleaned(text) == "[removed]"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bread was good.It is a shame.We left.So what.no more,at 3.am"),
        ("en", "it was cold.is this normal? we paid.in cash e.g. twice, i.e. a lot. U.S. style, at 5 p.m."),
        ("en", "great.shop again soon and all.my friends too, nice.bar was full"),
        ("sv", "Gott.Vi kommer igen t.ex. i maj, bl.a. med barn. kl.12.30 m.fl. hej.jag var där.nu är det bra"),
        ("de", "Das Essen war gut.es kam schnell, z.B. die Suppe.Und u.a. Brot, d.h. alles.am Ende top.so geht das"),
        ("de", "gern.in Zukunft wieder, Mo.-Fr. offen, ca.10 Euro, inkl. MwSt."),
        ("nl", "Lekker.de soep was goed.is dat zo.nu weer, o.a. brood, d.w.z. alles.in de winkel.me dunkt"),
        ("fy", "Lekker.it wie goed.de sop ek.is dat sa, û.o. brea.no dan"),
        ("ru", "Хлеб был сухой.и т.д. и т.п. Мы ушли.это плохо, т.е. не придём"),
        ("uk", "Хліб сухий.та ін. Ми пішли.це погано, т.д. і т.п."),
        ("bg", "Хлябът беше сух.и т.н. Тръгнахме си.бг продукт, напр. хляб"),
        ("en", "5 @ 3 euro each, 2 @10, see menu.pdf and IMG_12.jpg, version 2.0.1, 10.5.eu"),
        ("en", "We met on Instagram and by telegram, then on insta again; Telegram works"),
    ],
)
def test_ordinary_words_stay(language: str, text: str, cleaned: Cleaned) -> None:
    assert cleaned(text, language) == text
