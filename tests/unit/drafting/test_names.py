import pytest

from reviewdesk_gui.drafting import Catalogue
from reviewdesk_gui.drafting.names import address_name


@pytest.mark.parametrize(
    ("language", "author", "name"),
    [
        ("en", "Emma Clarke", "Emma"),
        ("en", "emma clarke", "Emma"),
        ("en", "EMMA", "Emma"),
        ("en", "Mr Brown", "Mr Brown"),
        ("en", "Dr. Helen Brown", "Dr. Brown"),
        ("en", "O'Neil Ward", "O'Neil"),
        ("en", "anna-lena", "Anna-Lena"),
        ("en", "A. Clarke", ""),
        ("en", "J", ""),
        ("en", "Google User", ""),
        ("en", "guest 4711", ""),
        ("en", "cat_lover99", ""),
        ("en", "PizzaFan", ""),
        ("en", "McKenzie Ford", "McKenzie"),
        ("en", "🙂🙂", ""),
        ("en", "  ", ""),
        ("sv", "En kund", ""),
        ("de", "Frau Schmidt", "Frau Schmidt"),
        ("ru", "Белова Ольга Сергеевна", "Ольга"),
        ("ru", "Ольга Белова", "Ольга"),
        ("ru", "Покупатель", ""),
        ("uk", "Степан Гончар", "Степане"),
        ("uk", "Гончаренко Олена", "Олено"),
        ("uk", "Марія", "Маріє"),
        ("uk", "Катя", "Катю"),
        ("uk", "Сергій", "Сергію"),
        ("uk", "Олег", "Олеже"),
        ("uk", "Дмитро", "Дмитре"),
        ("uk", "Марко", "Марку"),
        ("uk", "Ігор", "Ігорю"),
        ("uk", "Василь", "Василю"),
        ("uk", "Ольга", "Ольго"),
        ("uk", "Любов", "Любове"),
        ("uk", "Наталя", "Наталю"),
        ("uk", "Ілля", "Ілле"),
        ("uk", "Кармен", "Кармен"),
        ("bg", "Стефан Колев", "Стефане"),
        ("bg", "Петър", "Петре"),
        ("bg", "Мария", "Мария"),
        ("bg", "Георги", "Георги"),
        ("bg", "Джон", "Джон"),
        ("bg", "Клиент", ""),
        ("nl", "Dhr. de Vries", "Dhr. de Vries"),
    ],
)
def test_the_name_to_address_a_customer_by(shipped: Catalogue, language: str, author: str, name: str) -> None:
    assert address_name(author, shipped.phrasebooks[language].names) == name
