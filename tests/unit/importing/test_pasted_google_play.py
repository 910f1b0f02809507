"""Text copied from Google Play: the developer's answer stands below the review under the developer's name, and every
review, but no answer, carries a menu and a question.
"""

import pytest
from pasted import answer, parse, told

PAGE = """Ratings and reviews
Ratings and reviews are verified
4.2
1.2K reviews
Anna Berg
more_vert
November 3, 2026
Crashes when I turn the phone.
12 people found this review helpful
Did you find this helpful?
Yes
No
Blue Kettle Apps Ltd.
November 5, 2026
Sorry about that, Anna. Version 2.1 mends it.
Olle B
more_vert
November 1, 2026
Does what it says.
Did you find this helpful?
Yes
No
See all reviews
"""


def test_the_developers_answer_is_a_reply_and_no_review() -> None:
    first, second = parse(PAGE)

    assert told(first) == ("Anna Berg", None, "2026-11-03", "", "Crashes when I turn the phone.")
    assert answer(first) == ("Sorry about that, Anna. Version 2.1 mends it.", "2026-11-05")
    assert told(second) == ("Olle B", None, "2026-11-01", "", "Does what it says.")
    assert (answer(second), second.platform) == (("", ""), "google_play")


def test_stars_that_are_read_aloud() -> None:
    [found] = parse("Anna Berg\nmore_vert\nRated 2 stars out of five stars\nNovember 3, 2026\nCrashes.\n")

    assert told(found) == ("Anna Berg", 2.0, "2026-11-03", "", "Crashes.")


def test_pages_whose_menus_were_not_copied() -> None:
    first, second = parse(PAGE.replace("more_vert\n", ""))

    assert (first.author, second.author) == ("Anna Berg", "Olle B")
    assert answer(first) == ("Sorry about that, Anna. Version 2.1 mends it.", "2026-11-05")


def test_an_answer_at_the_end_of_what_was_copied() -> None:
    [found] = parse(PAGE.partition("Olle")[0])

    assert answer(found) == ("Sorry about that, Anna. Version 2.1 mends it.", "2026-11-05")


@pytest.mark.parametrize(
    ("date", "count", "question", "yes"),
    [
        (
            "3 november 2026",
            "12 personer tyckte att recensionen var till hjälp",
            "Tyckte du att detta var till hjälp?",
            "Ja",
        ),
        ("3. November 2026", "12 Personen fanden diese Rezension hilfreich", "War das hilfreich für dich?", "Ja"),
        ("3 november 2026", "12 mensen vonden deze review nuttig", "Vond je dit nuttig?", "Ja"),
        ("3 ноября 2026 г.", "Отзыв оказался полезен 12 пользователям", "Был ли этот отзыв полезен?", "Да"),
        ("3 листопада 2026 р.", "12 користувачів вважають цей відгук корисним", "Чи був цей відгук корисним?", "Так"),
        ("3 ноември 2026 г.", "12 души намериха този отзив за полезен", "Беше ли полезно?", "Да"),
    ],
)
def test_pages_in_other_languages(date: str, count: str, question: str, yes: str) -> None:
    page = [
        "Ada",
        "more_vert",
        date,
        "Text.",
        count,
        question,
        yes,
        "Kvarnen",
        date,
        "Tack!",
        "Bo",
        "more_vert",
        date,
        "Ok.",
    ]
    first, second = parse("\n".join(page))

    assert told(first) == ("Ada", None, "2026-11-03", "", "Text.")
    assert answer(first) == ("Tack!", "2026-11-03")
    assert told(second) == ("Bo", None, "2026-11-03", "", "Ok.")


CONSOLE = """Anna Berg
star
star
star_border
star_border
star_border
Nov 3, 2026 10:12 AM
Crashes when I turn the phone.
App version: 2.0 (20)
Device: Pixel 7
Android version: Android 14
Show original review
Your reply
Nov 5, 2026
Sorry, Anna. Version 2.1 mends it.
Edit reply
Olle B
★★★★★
Nov 1, 2026
Does what it says.
App version: 2.0 (20)
No reply yet
Write a reply
"""


def test_the_list_of_the_play_console() -> None:
    first, second = parse(CONSOLE)

    assert told(first) == ("Anna Berg", 2.0, "2026-11-03", "", "Crashes when I turn the phone.")
    assert answer(first) == ("Sorry, Anna. Version 2.1 mends it.", "2026-11-05")
    assert told(second) == ("Olle B", 5.0, "2026-11-01", "", "Does what it says.")
    assert (answer(second), first.platform) == (("", ""), "google_play")


def test_a_question_within_a_review_elsewhere_is_kept() -> None:
    [found] = parse(
        "Ada\n★★★★☆ 2 weeks ago\nWas the staff helpful?\nYes they were.\n3 people helped, all helpful people."
    )

    assert found.text == "Was the staff helpful?\nYes they were.\n3 people helped, all helpful people."


def test_menus_that_are_open_and_answers_that_name_a_month() -> None:
    first, second = parse(
        "Anna\nmore_vert\nFlag inappropriate\nShow review history\nNovember 3, 2026\nIt was good.\n"
        "Since May 3 it crashes.\nDid you find this helpful?\nKvarnen\nNovember 5, 2026\nHi Anna.\nMended in May 5.\n"
        "Bo\nmore_vert\nNovember 1, 2026\nOk\n"
    )

    assert told(first) == ("Anna", None, "2026-11-03", "", "It was good.\nSince May 3 it crashes.")
    assert answer(first) == ("Hi Anna.\nMended in May 5.", "2026-11-05")
    assert told(second) == ("Bo", None, "2026-11-01", "", "Ok")


def test_the_console_in_russian() -> None:
    [found] = parse(
        "Анна\n★★☆☆☆\n3 нояб. 2026 г.\nВылетает.\nВерсия приложения: 2.0\nУстройство: Pixel\nВаш ответ\n"
        "5 нояб. 2026 г.\nИзвините!\nИзменить\n"
    )

    assert told(found) == ("Анна", 2.0, "2026-11-03", "", "Вылетает.")
    assert (answer(found), found.platform) == (("Извините!", "2026-11-05"), "google_play")


def test_what_stands_above_a_review_without_words_is_none_of_them() -> None:
    [found] = parse("Ratings are verified\n4.2\nAnna\nmore_vert\nRated 2 stars out of five stars\nNovember 3, 2026\n")

    assert told(found) == ("Anna", 2.0, "2026-11-03", "", "")
