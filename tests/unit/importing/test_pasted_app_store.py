"""Text copied from the App Store's page and from App Store Connect: a title, a nickname, stars that are pictures, and
the developer's answer.
"""

import pytest
from pasted import answer, parse, told

WEB = """Ratings & Reviews
See All
4.7
out of 5
12.3K Ratings
Times every pot
Nov 3
kettle_fan77
I use it each morning. The bell is loud enough.
more
Developer Response
Nov 5
Thank you! A softer bell comes in the next version.
Crashes on my phone
2y ago
Nils the 2nd
It closes as soon as I add a second timer.

Please mend it.
more
"""


def test_title_date_nickname_and_the_developers_answer() -> None:
    first, second = parse(WEB)

    assert told(first) == (
        "kettle_fan77",
        None,
        "2026-11-03",
        "Times every pot",
        "I use it each morning. The bell is loud enough.",
    )
    assert answer(first) == ("Thank you! A softer bell comes in the next version.", "2026-11-05")
    assert told(second) == (
        "Nils the 2nd",
        None,
        "2024-11-21",
        "Crashes on my phone",
        "It closes as soon as I add a second timer.\n\nPlease mend it.",
    )
    assert (second.reply, first.platform) == ("", "app_store")


@pytest.mark.parametrize(
    "head",
    [
        "Too loud\n★★☆☆☆\n3 Nov 2026\nBo Ek\n",
        "★★☆☆☆\nToo loud\n3 Nov 2026\nBo Ek\n",
        "Too loud\n★★☆☆☆\nBo Ek\n3 Nov 2026\n",
        "★★☆☆☆\nBo Ek, 03/11/2026\nToo loud\n",
        "★★☆☆☆\nBo Ek\n, \n03/11/2026\nToo loud\n",
        "Too loud\n2 out of 5\nby Bo Ek – Nov 3, 2026\n",
        "Too loud\n★★☆☆☆\n\nBo Ek · 3 Nov 2026\n\n",
    ],
)
def test_the_head_in_every_order(head: str) -> None:
    body = "The bell wakes the cat.\nAnd me.\n"
    first, second = parse(f"App Store\n{head}{body}more\n{head.replace('Bo Ek', 'Ada')}{body}")

    assert told(first) == ("Bo Ek", 2.0, "2026-11-03", "Too loud", "The bell wakes the cat.\nAnd me.")
    assert told(second) == ("Ada", 2.0, "2026-11-03", "Too loud", "The bell wakes the cat.\nAnd me.")


CONNECT = """Ratings and Reviews
All Versions
★★★★★
Best timer
by ovenbird – Nov 3, 2026
Simple and quick.
Version 1.4.2 – Sweden
Report a Concern
Reply
★☆☆☆☆
Lost my timers
by Ms. Crumb – Nov 1, 2026
Everything was gone after the update.
Version 1.4.1
Report a Concern
Developer Response – Nov 2, 2026
We are sorry. Version 1.4.2 brings them back.
Edit Response
"""


def test_the_list_of_app_store_connect() -> None:
    first, second = parse(CONNECT)

    assert told(first) == ("ovenbird", 5.0, "2026-11-03", "Best timer", "Simple and quick.")
    assert told(second) == ("Ms. Crumb", 1.0, "2026-11-01", "Lost my timers", "Everything was gone after the update.")
    assert answer(first) == ("", "")
    assert answer(second) == ("We are sorry. Version 1.4.2 brings them back.", "2026-11-02")


@pytest.mark.parametrize(
    ("heading", "date", "said"),
    [
        ("Betyg och recensioner", "3 nov. 2026", "Svar från utvecklaren"),
        ("Bewertungen und Rezensionen", "03.11.2026", "Entwicklerantwort"),
        ("Bewertungen & Rezensionen", "3. Nov. 2026", "Antwort des Entwicklers"),
        ("Beoordelingen en recensies", "3 nov 2026", "Reactie van ontwikkelaar"),
        ("Оценки и отзывы", "3 нояб. 2026 г.", "Ответ разработчика"),
        ("Оцінки та відгуки", "3 лист. 2026 р.", "Відповідь розробника"),
        ("Оценки и отзиви", "3.11.2026 г.", "Отговор от разработчика"),
    ],
)
def test_pages_in_other_languages(heading: str, date: str, said: str) -> None:
    [found] = parse(f"{heading}\nEn titel\n{date}\nsmulan\nText som är lite längre än en rad.\n{said}\n{date}\nTack!\n")

    assert told(found) == ("smulan", None, "2026-11-03", "En titel", "Text som är lite längre än en rad.")
    assert answer(found) == ("Tack!", "2026-11-03")
    assert found.platform == "app_store"


def test_the_answers_date_may_stand_in_the_line_of_its_heading() -> None:
    [found] = parse("Good\nNov 3, 2026\nAda\nNice bell.\nDeveloper Response, Nov 4, 2026\nThanks!")

    assert answer(found) == ("Thanks!", "2026-11-04")


@pytest.mark.parametrize("none", ["No response yet", "No reply yet.", "(Not answered yet)"])
def test_a_heading_above_words_that_say_there_is_no_answer(none: str) -> None:
    [found] = parse(f"App Store\nGood\nNov 3, 2026\nAda\nNice bell.\nDeveloper Response\n{none}\n")

    assert (found.text, answer(found)) == ("Nice bell.", ("", ""))


def test_a_review_about_the_developers_answers_is_no_heading() -> None:
    [found] = parse(
        "App Store\nGood\nNov 3, 2026\nAda\nDeveloper response times are great.\nYour reply was quick.\nmore\n"
    )

    assert (found.text, found.reply) == ("Developer response times are great.\nYour reply was quick.", "")


def test_a_page_without_a_nickname_or_a_title() -> None:
    words = "I have used it for three years now, and it never let a pot boil over."
    [nameless] = parse(f"App Store\nGood\nNov 3, 2026\n{words}\n")
    [untitled] = parse(f"App Store\nNov 3, 2026\nAda\n{words}\n")

    assert told(nameless) == ("", None, "2026-11-03", "Good", words)
    assert told(untitled) == ("Ada", None, "2026-11-03", "", words)


def test_countries_beside_or_below_the_date_and_an_answer_with_its_date_at_the_end() -> None:
    first, second, third = parse(
        "App Store Connect\n★★★★★\nGreat\nkettle\nNov 3, 2026\nSweden\nWorks well.\nReply\nReport a Concern\n"
        "★☆☆☆☆\nAwful\npot\nNov 2, 2026\nGermany\nBreaks all the time.\nDeveloper Response\nSorry!\nNov 4, 2026\n"
        "Edit Response\n★★★☆☆\nFair\nby lid – Nov 1, 2026 – Norway\nMade in Bergen – Norway\n"
    )

    assert told(first) == ("kettle", 5.0, "2026-11-03", "Great", "Works well.")
    assert told(second) == ("pot", 1.0, "2026-11-02", "Awful", "Breaks all the time.")
    assert answer(second) == ("Sorry!", "2026-11-04")
    assert told(third) == ("lid", 3.0, "2026-11-01", "Fair", "Made in Bergen – Norway")


def test_the_page_as_it_was_with_nickname_date_and_title() -> None:
    first, second = parse(
        "Ratings and Reviews\n4.6 out of 5\n12.3K Ratings\nEditors’ Notes\nPier88\n, \n12/23/2025\n\nGreat kettle\n"
        "It is simply the best of all.\n\nDeveloper Response\n, \n12/24/2025\n\nThank you!\n\n"
        "kettlelover, 10/02/2026\nBad bell\nToo loud for me, sorry.\n"
    )

    assert told(first) == ("Pier88", None, "2025-12-23", "Great kettle", "It is simply the best of all.")
    assert answer(first) == ("Thank you!", "2025-12-24")
    assert told(second) == ("kettlelover", None, "2026-10-02", "Bad bell", "Too loud for me, sorry.")


def test_the_average_alone_tells_the_page() -> None:
    [found] = parse("Ratings & Reviews\n4.7\nout of 5\n12K Ratings\nGood\nNov 3\nAda\nI like the bell of it.\n")

    assert (told(found), found.platform) == (("Ada", None, "2026-11-03", "Good", "I like the bell of it."), "app_store")
