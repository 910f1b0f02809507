"""A name is found in the other script too, where it stands with a capital."""

from collections.abc import Callable

import pytest

Cleaned = Callable[[str, str], str]


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("Елена Димитрова", "Elena Dimitrova Elenas"),
        ("Юлия", "Yulia Julia Yuliya"),
        ("Наталья Шевчук", "Natalia Natalya Shevchuk"),
        ("Дмитрий", "Dmitry Dmitriy Dmitri"),
        ("Михаил", "Mikhail"),
        ("Ольга", "Olga Olha"),
        ("Алексей", "Alexey Aleksei"),
        ("Elin", "Елін Элин Елин Елином"),
        ("Anna Berg", "Анна Анне Анну Анною"),
        ("Karim", "Карим Карима Кариму"),
        ("Erik", "Эрик Ерік Эрику"),
    ],
)
def test_a_name_goes_in_both_scripts(author: str, told: str, cleaned: Cleaned) -> None:
    assert cleaned(author, told).replace("[customer]", "").strip() == ""


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("Sam", "Сам хлеб был сухой"),
        ("Ona", "Она пришла"),
        ("Mira", "во всём мира нет"),
        ("Вера", "a very good verandah"),
        ("Роман", "Romantic evening, Romania"),
        ("Elin", "Елена купила елинский хлеб"),
        ("Anna Berg", "Анализ, Банан, Берёза, Ананас"),
        ("Иван", "Ivory and ivy, Vanilla"),
    ],
)
def test_ordinary_words_of_the_other_script_stay(author: str, text: str, cleaned: Cleaned) -> None:
    assert cleaned(author, text) == text
