"""Text copied from Booking.com: a stay above the date, a score out of ten below it."""

import pytest
from pasted import TODAY, parse, told

PAGE = """Guest reviews
A
Anna
Sweden
Deluxe Double Room
3 nights · October 2026
Couple
Reviewed: 2 November 2026
A lovely stay
Scored 9.0
9.0
Liked · The breakfast was excellent and the staff kind.
We will be back.
Disliked · The room was a bit cold.
Hotel response:
Dear Anna, thank you for staying with us.
Continue reading
Helpful
Not helpful
O
Olle
Norway
Family Room
1 night · September 2026
Family
Reviewed: 12 September 2026
Not what we booked
4,0
Disliked · Noise all night.
2 people found this review helpful.
Helpful
Not helpful
"""


def test_guests_scores_and_the_houses_answer() -> None:
    first, second = parse(PAGE, today=TODAY)

    assert told(first) == (
        "Anna",
        4.5,
        "2026-11-02",
        "A lovely stay",
        "The breakfast was excellent and the staff kind.\nWe will be back.\n\nThe room was a bit cold.",
    )
    assert (first.platform, first.rating_original) == ("booking", "9.0 of 10")
    assert first.reply == "Dear Anna, thank you for staying with us."
    assert told(second) == ("Olle", 2.0, "2026-09-12", "Not what we booked", "Noise all night.")
    assert second.reply == ""


@pytest.mark.parametrize(
    ("page", "author", "rating", "day"),
    [
        (
            (
                "Karin\nSverige\nDubbelrum\n2 nätter · oktober 2026\nPar\nRecenserades den: 3 november 2026\n"
                "Underbart\nFick betyg 10\n10\nGillades · Fin frukost."
            ),
            "Karin",
            5.0,
            "2026-11-03",
        ),
        (
            (
                "Jonas\nDeutschland\nEinzelzimmer\n1 Nacht ·\nOktober 2026\nAlleinreisende/r\n"
                "Bewertet am: 3. November 2026\nGut\n7,0\nGefallen · Ruhig."
            ),
            "Jonas",
            3.5,
            "2026-11-03",
        ),
        (
            (
                "Sanne\nNederland\nTweepersoonskamer\n4 nachten · augustus 2026\nGezin\n"
                "Beoordeeld op: 3 november 2026\nHeel goed\nScore: 8,0\n8,0\nLeuk · Fijne bedden."
            ),
            "Sanne",
            4.0,
            "2026-11-03",
        ),
        (
            (
                "Мария\nРоссия\nДвухместный номер\n3 ночи · октябрь 2026\nПара\n"
                "Дата отзыва: 3 ноября 2026\nПревосходно\nОценка 9,0\n9,0\nПонравилось · Завтрак."
            ),
            "Мария",
            4.5,
            "2026-11-03",
        ),
        (
            (
                "Оксана\nУкраїна\nДвомісний номер\n2 ночі · жовтень 2026\nДрузі\n"
                "Дата відгуку: 3 листопада 2026\nДобре\n7,0\nСподобалося · Сніданок."
            ),
            "Оксана",
            3.5,
            "2026-11-03",
        ),
        (
            (
                "Иво\nБългария\nДвойна стая\n2 нощувки · октомври 2026\nДвойка\n"
                "Дата на отзива: 3 ноември 2026\nДобър\n7,0\nХаресва · Закуската."
            ),
            "Иво",
            3.5,
            "2026-11-03",
        ),
    ],
)
def test_pages_in_other_languages(page: str, author: str, rating: float, day: str) -> None:
    [found] = parse(page, today=TODAY)

    assert (found.author, found.rating, found.platform) == (author, rating, "booking")
    assert found.written_at is not None
    assert found.written_at.date().isoformat() == day
    assert "·" not in found.text


def test_a_stay_without_room_and_country_still_has_its_guest() -> None:
    [found] = parse("Bo\n2 nights · May 2026\nSolo traveller\nReviewed: 3 June 2026\n8\nLiked · Quiet.", today=TODAY)

    assert told(found) == ("Bo", 4.0, "2026-06-03", "", "Quiet.")


def test_a_guest_after_words_without_buttons_between_is_found_by_the_country() -> None:
    first, second = parse(
        "Ada\nFrance\n2 nights · May 2026\nReviewed: 3 June 2026\nFine\n8.0\nLiked · Quiet.\nGood bed.\n"
        "Cleo\nUnited Kingdom\nTwin Room\n1 night · May 2026\nReviewed: 2 June 2026\nSmall\n5.0\nDisliked · Smell.",
        today=TODAY,
    )

    assert told(first) == ("Ada", 4.0, "2026-06-03", "Fine", "Quiet.\nGood bed.")
    assert told(second) == ("Cleo", 2.5, "2026-06-02", "Small", "Smell.")


def test_a_score_without_words() -> None:
    [found] = parse(
        "Ada\nFrance\nTwin Room\n2 nights · May 2026\nGroup\nReviewed: 3 June 2026\nExceptional\nScored 10\n10\n"
        "There are no comments available for this review\nHelpful\nNot helpful",
        today=TODAY,
    )

    assert told(found) == ("Ada", 5.0, "2026-06-03", "Exceptional", "")


def test_the_answer_may_follow_its_heading_in_one_line() -> None:
    long = "Thank you for your kind words about our breakfast, we have told the kitchen and they are very glad indeed."
    [found] = parse(f"{PAGE.partition('Hotel')[0]}Hotel response: {long}\nHelpful\n", today=TODAY)

    assert found.reply == long


def test_a_review_elsewhere_that_tells_of_nights_is_none_of_a_stay() -> None:
    [found] = parse("Jane\n★★★★☆ 2 weeks ago\nWe stayed 3 nights · October 2026 was warm.", today=TODAY)

    assert (found.author, found.rating) == ("Jane", 4.0)


def test_reviews_without_a_stay_are_divided_by_their_dates() -> None:
    first, second = parse(
        "Booking.com\nAda\nFrance\nReviewed: 3 June 2026\nFine\n8.0\nLiked · Quiet.\nHelpful\nNot helpful\n"
        "Cleo\nSpain\nReviewed: 2 June 2026\nSmall\n5.0\nDisliked · Smell.",
        today=TODAY,
    )

    assert told(first) == ("Ada", 4.0, "2026-06-03", "Fine", "Quiet.")
    assert told(second) == ("Cleo", 2.5, "2026-06-02", "Small", "Smell.")


def test_the_houses_own_list_with_numbers_of_bookings() -> None:
    first, second = parse(
        "Maria\nBooking number\n4012345678\n10 November 2026\n9.0\nGreat stay\nReply\n"
        "Bo\nBooking number: 4012345679\n8 November 2026\n6,5\nCold room\nReply\n",
        today=TODAY,
    )

    assert told(first) == ("Maria", 4.5, "2026-11-10", "", "Great stay")
    assert told(second) == ("Bo", 3.25, "2026-11-08", "", "Cold room")
    assert first.platform == "booking"


def test_a_guest_without_a_name_is_unknown() -> None:
    page = "Anonymous\nFrance\n2 nights · May 2026\nReviewed: 3 June 2026\nFine\n8.0\nLiked · Quiet."

    assert [found.author for found in parse(page, today=TODAY)] == [""]


def test_a_lone_review_below_a_country_with_a_score() -> None:
    [found] = parse("Anna\nSweden\nReviewed: October 12, 2026\nVery good\n8.0\nLovely.", today=TODAY)

    assert told(found) == ("Anna", 4.0, "2026-10-12", "Very good", "Lovely.")
    assert found.platform == "booking"
