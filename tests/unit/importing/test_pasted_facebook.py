"""Text copied from a page's recommendations on Facebook, with the comments below them."""

import pytest
from pasted import answer, parse, told

PAGE = """Anna Berg recommends Kvarnens café.
3d ·
Very nice buns, and they let the dog in.

We come back.
All reactions:
5
2 comments
Like
Comment
Share
Most relevant
Author
Kvarnens café
Thank you, Anna! The dog is always welcome.
2d
Like
Reply
Edited
Top fan
Cleo Dahl
So true!
1d
Like
Reply
Write a comment…
Bo Ek doesn’t recommend Kvarnens café.
1 November at 09:00 ·
Cold soup.
Like
Comment
Share
Cleo Dahl
I had no trouble with it.
2w
Like
Reply
Kvarnens café
Author
Dear Bo, the next soup is on us.
Please ask for Maja.
1w
Like
Reply
View 1 more reply
"""


def test_the_pages_comment_is_the_reply_and_others_are_none() -> None:
    first, second = parse(PAGE)

    assert told(first) == (
        "Anna Berg",
        5.0,
        "2026-11-18",
        "",
        "Very nice buns, and they let the dog in.\n\nWe come back.",
    )
    assert answer(first) == ("Thank you, Anna! The dog is always welcome.", "2026-11-19")
    assert told(second) == ("Bo Ek", 1.0, "2026-11-01", "", "Cold soup.")
    assert answer(second) == ("Dear Bo, the next soup is on us.\nPlease ask for Maja.", "2026-11-14")
    assert (first.platform, second.rating_original) == ("facebook", "not recommended")


def test_the_page_is_known_by_its_name_without_the_badge() -> None:
    first, second = parse(PAGE.replace("Author\n", ""))

    assert first.reply == "Thank you, Anna! The dog is always welcome."
    assert second.reply == "Dear Bo, the next soup is on us.\nPlease ask for Maja."


def test_recommendations_without_a_date() -> None:
    first, second = parse(
        "Anna Berg recommends Kvarnen.\nNice buns.\nLike\nComment\nShare\nBo Ek recommends Kvarnen.\nGood.\nLike\n"
    )

    assert told(first) == ("Anna Berg", 5.0, "", "", "Nice buns.")
    assert told(second) == ("Bo Ek", 5.0, "", "", "Good.")


@pytest.mark.parametrize(
    ("line", "buttons", "badge", "day", "reply"),
    [
        ("Ada rekommenderar Kvarnen.", ("Gilla", "Kommentera", "Dela"), "Författare", "3 d", "Svara"),
        ("Ada empfiehlt Kvarnen.", ("Gefällt mir", "Kommentieren", "Teilen"), "Autor/in", "3 Tg.", "Antworten"),
        ("Ada raadt Kvarnen aan.", ("Leuk", "Opmerking plaatsen", "Delen"), "Auteur", "3 d", "Beantwoorden"),
        ("Ada рекомендует Kvarnen.", ("Нравится", "Комментировать", "Поделиться"), "Автор", "3 дн.", "Ответить"),
        ("Ada рекомендує Kvarnen.", ("Подобається", "Коментувати", "Поширити"), "Автор", "3 дн.", "Відповісти"),
        ("Ada препоръчва Kvarnen.", ("Харесване", "Коментар", "Споделяне"), "Автор", "3 дни", "Отговор"),
    ],
)
def test_pages_in_other_languages(line: str, buttons: tuple[str, ...], badge: str, day: str, reply: str) -> None:
    page = [line, f"{day} ·", "Gott bröd.", *buttons, "Kvarnen", badge, "Tack Ada!", day, buttons[0], reply]
    [found] = parse("\n".join(page))

    assert told(found) == ("Ada", 5.0, "2026-11-18", "", "Gott bröd.")
    assert answer(found) == ("Tack Ada!", "2026-11-18")


def test_yesterday_with_a_time_is_yesterday() -> None:
    [found] = parse("Ada recommends Kvarnen.\nYesterday at 10:12 AM ·\nNice.\nLike\n")

    assert told(found) == ("Ada", 5.0, "2026-11-20", "", "Nice.")


def test_lengths_in_a_review_elsewhere_are_no_dates() -> None:
    [found] = parse("Ada\n★★★★☆ 2 weeks ago\nThe rope is\n5 m\nlong.")

    assert found.text == "The rope is\n5 m\nlong."


def test_a_name_a_verb_and_the_page_in_lines_of_their_own() -> None:
    [found] = parse(
        "Kvarnens café\nReviews\nDo you recommend Kvarnens café?\nYes\nNo\nAnna Berg\n recommends \nKvarnens café\n.\n"
        "November 3 at 10:12 AM\n · \nShared with Public\nNice buns.\n3\n1 comment\nLike\nComment\nShare\n"
        "Kvarnens café\n  · \nAuthor\nThank you!\n2d\nLike\nReply\n"
    )

    assert told(found) == ("Anna Berg", 5.0, "2026-11-03", "", "Nice buns.")
    assert answer(found) == ("Thank you!", "2026-11-19")


def test_comments_in_one_line_and_reviews_with_stars_of_old() -> None:
    [found] = parse(
        "Anna Berg recommends Kvarnen.\nOctober 12 · \nNice.\nLike\nComment\nKvarnen Thank you Anna\nLike Reply 2w\n"
    )
    assert (found.text, answer(found)) == ("Nice.", ("Thank you Anna", "2026-11-07"))

    [found] = parse("Anna Berg reviewed Kvarnens café – 5 star\nOctober 12, 2017 · \nNice.\nLike\nComment\n")
    assert told(found) == ("Anna Berg", 5.0, "2017-10-12", "", "Nice.")


def test_a_post_about_the_page_is_no_recommendation() -> None:
    found = parse("Anna Berg is feeling happy at Kvarnen.\nNovember 3 at 10:12 AM · Malmö\nNice buns.\n")

    assert [one.rating for one in found] == [None]


def test_who_else_recommends_what_is_part_of_the_words() -> None:
    first, second = parse(
        "Anna recommends Kvarnen.\n3d\nNice.\nLike\nComment\nShare\nBo recommends Kvarnen.\n"
        "My wife recommends the buns.\nLike\nComment\nShare\n"
    )

    assert (first.author, first.text) == ("Anna", "Nice.")
    assert (second.author, second.text) == ("Bo", "My wife recommends the buns.")


def test_what_stands_above_a_recommendation_without_words_is_none_of_them() -> None:
    [found] = parse("Kvarnens café\nReviews\n98 % of people\nAnna рекомендует: Kvarnens café.\n3d\nLike\nComment\n")

    assert told(found) == ("Anna", 5.0, "2026-11-18", "", "")
