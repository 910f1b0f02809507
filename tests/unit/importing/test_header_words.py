"""Columns by their names in the eight languages."""

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.importing.fields import Field
from reviewdesk_gui.importing.generic import guess_places
from reviewdesk_gui.importing.vocabulary import load

WORDS = load(paths.resources() / "importing")
IN_ORDER = ("date", "author", "rating", "text", "reply", "reply_date", "order", "location", "platform", "email")
HEADERS = {
    "en": (
        "Date Reviewed|Customer Name|Overall Score|Review Text|Public Response|"
        "Response Date|Order No|Hotel|Source|E-mail"
    ),
    "sv": ("Recensionsdatum|Kundens namn|Stjärnbetyg|Omdömestext|Svar från butiken|Svarat|Order-nr|Butik|Källa|E-post"),
    "bg": (
        "Дата на отзива|Име на клиента|Брой звезди|Отзив|Нашият отговор|Дата на отговора|Поръчка|Обект|Източник|Имейл"
    ),
    "fy": (
        "Skreaun|Namme klant|Stjerren|Resinsje|Us antwurd|Datum antwurd|Bestelnûmer|Fêstiging|Platfoarm|E-postadres"
    ),
    "nl": (
        "Geplaatst op|Naam klant|Cijfer|Opmerkingen|Reactie van eigenaar|"
        "Datum reactie|Bestelnummer|Vestiging|Bron|E-mailadres"
    ),
    "ru": (
        "Дата создания|Имя покупателя|Количество звезд|Текст отзыва|Ответ компании|"
        "Дата ответа|Заказ|Филиал|Площадка|Почта"
    ),
    "uk": (
        "Дата створення|Ім’я покупця|Кількість зірок|Відгук|Відповідь магазину|"
        "Дата відповіді|Замовлення|Філія|Джерело|Пошта"
    ),
    "de": (
        "Erstellt am|Kundenname|Sterne|Kommentare|Antwort vom Inhaber|"
        "Beantwortet am|Bestellung|Filiale|Quelle|Mailadresse"
    ),
}


@pytest.mark.parametrize(
    ("word", "field"),
    [
        ("Användarnamn", Field.AUTHOR),
        ("Gebruikersnaam", Field.AUTHOR),
        ("Benutzername", Field.AUTHOR),
        ("ФИО", Field.AUTHOR),
        ("Datum der Bewertung", Field.DATE),
        ("Antwort des Händlers", Field.REPLY),
        ("Beoardieling", Field.RATING),
        ("AnvÃ¤ndarnamn", Field.AUTHOR),
        ("Ð\x9eÑ\x82Ð·Ñ\x8bÐ²", Field.TEXT),
    ],
)
def test_a_column_is_understood_by_its_name_also_where_its_letters_were_garbled(word: str, field: Field) -> None:
    assert guess_places([word], [], WORDS) == {field: 0}


@pytest.mark.parametrize("language", HEADERS)
def test_a_header_is_understood_as_a_whole(language: str) -> None:
    found = guess_places(HEADERS[language].split("|"), [], WORDS)

    assert found == {Field(name): place for place, name in enumerate(IN_ORDER)}


@pytest.mark.parametrize(
    "name", ["IP Address", "IP-adress", "IP адрес", "IP-адрес", "IP-адреса", "IP-Adresse", "IP-adres"]
)
def test_an_address_of_the_network_is_known_as_personal(name: str) -> None:
    assert guess_places([name], [], WORDS) == {Field.IP: 0}
