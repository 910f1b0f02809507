"""Text copied from Tripadvisor: the visit stands above the words, and the date of writing ends a review."""

import pytest
from pasted import TODAY, day, parse, told

NOTICE = (
    "This review is the subjective opinion of a Tripadvisor member and not of Tripadvisor LLC. Tripadvisor performs "
    "checks on reviews."
)
PAGE = f"""Maja K
Bergen, Norway14 contributions
3.0 of 5 bubbles
Average stay
Sep 2026 • Couples
Room was fine but noisy.

We slept 5/5
on the last night.
Read more
Written October 3, 2026
{NOTICE}
Response from Kari Moe, Manager at Fjordly Inn
Responded October 5, 2026
Thank you, Maja.

The windows are being replaced.
Read more
This response is the subjective opinion of the management representative and not of Tripadvisor LLC.
Uwe P
2 contributions
1
Great
Aug 2026
Response from reception was quick.
Date of stay: August 2026
Trip type: Travelled as a couple
Written September 1, 2026
{NOTICE}
Helpful
Share
Ida
Oslo, Norway1 contribution4 helpful votes
5.0 of 5 bubbles
Lovely
Jul 2026 • Family
Good beds.
Written August 2, 2026
{NOTICE}
"""


def test_the_date_of_writing_ends_a_review_and_the_visit_is_none() -> None:
    maja, uwe, ida = parse(PAGE)

    assert told(maja) == (
        "Maja K",
        3.0,
        "2026-10-03",
        "Average stay",
        "Room was fine but noisy.\n\nWe slept 5/5\non the last night.",
    )
    assert told(uwe) == ("Uwe P", None, "2026-09-01", "Great", "Response from reception was quick.")
    assert told(ida) == ("Ida", 5.0, "2026-08-02", "Lovely", "Good beds.")
    assert {found.platform for found in (maja, uwe, ida)} == {"tripadvisor"}


def test_the_houses_answer_has_its_own_date() -> None:
    maja, uwe, ida = parse(PAGE)

    assert maja.reply == "Thank you, Maja.\n\nThe windows are being replaced."
    assert maja.reply_at is not None
    assert maja.reply_at.date().isoformat() == "2026-10-05"
    assert (uwe.reply, ida.reply) == ("", "")


def test_an_answer_without_a_button_ends_above_the_next_author() -> None:
    page = (
        "Bo\n3 contributions\nFine\nSep 2026\nQuiet.\nWritten October 3, 2026\nResponse from Kari, Manager at Inn\n"
        "Responded October 5, 2026\nThanks!\nCleo D\nSpain5 contributions\nSmall\nSep 2026 • Solo\nToo small.\n"
        "Written October 2, 2026\n"
    )
    bo, cleo = parse(page)

    assert (told(bo), bo.reply) == (("Bo", None, "2026-10-03", "Fine", "Quiet."), "Thanks!")
    assert told(cleo) == ("Cleo D", None, "2026-10-02", "Small", "Too small.")


@pytest.mark.parametrize("below", ["4.0 of 5 bubbles\nFine\nSep 2026 • Friends\n", "Fine\nSep 2026\n"])
def test_an_author_without_contributions(below: str) -> None:
    review = f"{below}Quiet.\nRead more\nWritten October 3, 2026\n{NOTICE}\n"
    first, second = parse(f"Bo Ek\n{review}Ada\n{review}")

    assert (first.author, first.title, first.text, day(first)) == ("Bo Ek", "Fine", "Quiet.", "2026-10-03")
    assert (second.author, second.title, second.text, day(second)) == ("Ada", "Fine", "Quiet.", "2026-10-03")


def test_a_review_without_its_visit_has_its_title_first() -> None:
    page = f"Bo Ek\nTurku\n3 contributions\n4.0 of 5 bubbles\nFine\nQuiet.\nVery.\nWritten October 3, 2026\n{NOTICE}"
    [found] = parse(page)

    assert (found.title, found.text, found.rating) == ("Fine", "Quiet.\nVery.", 4.0)


def test_a_review_whose_end_was_not_copied() -> None:
    _maja, _uwe, ida = parse(PAGE.partition("Written August")[0])

    assert told(ida) == ("Ida", 5.0, "", "Lovely", "Good beds.")


OTHERS = {
    "sv": (
        "Maja K\nBergen, Norge14 bidrag\n3,0 av 5 bubblor\nSådär\nsep. 2026 • Par\nRummet var lyhört.\nLäs mer\n"
        "Skrevs den 3 oktober 2026\nDet här omdömet är en Tripadvisor-medlems åsikt och inte Tripadvisor LLC:s.\n"
        "Svar från Kari, chef på Fjordly Inn\nSvarade den 5 oktober 2026\nTack.\nLäs mer\n"
    ),
    "de": (
        "Maja K\nBergen, Norwegen14 Beiträge\n3,0 von 5 Punkten\nNa ja\nSept. 2026 • Paare\nDas Zimmer war laut.\n"
        "Mehr lesen\nGeschrieben am 3. Oktober 2026\nDies ist eine Meinung und nicht die von Tripadvisor LLC.\n"
        "Antwort von Kari, Managerin von Fjordly Inn\nBeantwortet am 5. Oktober 2026\nDanke.\nMehr lesen\n"
    ),
    "nl": (
        "Maja K\nBergen, Noorwegen14 bijdragen\n3,0 van 5 bubbels\nMatig\nsep. 2026 • Stellen\nDe kamer was gehorig.\n"
        "Meer lezen\nGeschreven op 3 oktober 2026\nDit is de mening van een lid en niet van Tripadvisor LLC.\n"
        "Reactie van Kari, Manager van Fjordly Inn\nGereageerd op 5 oktober 2026\nBedankt.\nMeer lezen\n"
    ),
    "ru": (
        "Maja K\nБерген, Норвегия14 публикаций\n3,0 из 5 кружков\nТак себе\nсент. 2026 г. • Пары\nВ номере шумно.\n"
        "Подробнее\nНаписано 3 октября 2026 г.\nЭто мнение участника, а не Tripadvisor LLC.\n"
        "Ответ от Kari, менеджер в Fjordly Inn\nОтвечено 5 октября 2026 г.\nСпасибо.\nПодробнее\n"
    ),
}


@pytest.mark.parametrize(
    ("language", "title", "text", "reply"),
    [
        ("sv", "Sådär", "Rummet var lyhört.", "Tack."),
        ("de", "Na ja", "Das Zimmer war laut.", "Danke."),
        ("nl", "Matig", "De kamer was gehorig.", "Bedankt."),
        ("ru", "Так себе", "В номере шумно.", "Спасибо."),
    ],
)
def test_pages_in_other_languages(language: str, title: str, text: str, reply: str) -> None:
    page = OTHERS[language]
    for found, author in zip(
        parse(page + page.replace("Maja K", "Uwe P"), today=TODAY), ("Maja K", "Uwe P"), strict=True
    ):
        assert told(found) == (author, 3.0, "2026-10-03", title, text)
        assert (found.reply, found.platform) == (reply, "tripadvisor")
        assert found.reply_at is not None
        assert found.reply_at.date().isoformat() == "2026-10-05"


def test_a_date_of_writing_elsewhere_ends_no_review() -> None:
    [found] = parse("Jane\n★★★★☆\nWritten October 3, 2026\nLovely place.")

    assert (found.author, found.rating, found.text) == ("Jane", 4.0, "Lovely place.")


def test_words_between_nothing_but_a_name_and_the_date_of_writing_are_kept() -> None:
    [found] = parse(f"Bo Ek\nThe room was quiet and the bed was good.\nRead more\nWritten October 3, 2026\n{NOTICE}")

    assert told(found) == ("Bo Ek", None, "2026-10-03", "", "The room was quiet and the bed was good.")


def test_a_month_among_the_words_is_kept() -> None:
    page = "Bo\n3 contributions\nFine\nSep 2026\nOnce more in\nOct 2026\nplease.\nWritten October 3, 2026\n"
    [found] = parse(page)

    assert found.text == "Once more in\nOct 2026\nplease."


def test_no_word_of_the_answer_is_lost() -> None:
    answer = "Response from the owner: Thank you.\nResponse from guests like you helps.\nOct 2026\nis better."
    [found] = parse(f"Bo\n3 contributions\nFine\nSep 2026\nQuiet.\nWritten 3/10/2026\n{NOTICE}\n{answer}")

    assert found.reply == "Thank you.\nResponse from guests like you helps.\nOct 2026\nis better."
    assert day(found) == "2026-10-03"


def test_a_title_that_reads_like_a_button() -> None:
    [found] = parse("Bo\n3 contributions4 helpful votes\nCool\nSep 2026\nQuiet.\nWritten October 3, 2026\n")

    assert (found.title, found.text) == ("Cool", "Quiet.")
