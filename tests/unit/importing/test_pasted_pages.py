"""Text copied from platforms' pages."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pasted import TODAY, parse

from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.importing.pages import load_pages
from reviewdesk_gui.importing.pasted import PastedReview
from reviewdesk_gui.paths import resources


def one(text: str) -> PastedReview:
    [found] = parse(text, today=TODAY)
    return found


def told(found: PastedReview) -> tuple[str, float | None, str, str]:
    return found.author, found.rating, found.written_at.date().isoformat() if found.written_at else "", found.text


GOOGLE = """Anna Svensson
Local Guide · 12 recensioner · 3 foton
★★★★★ för 2 veckor sedan
Jättegott bröd och trevlig personal!

Kommer tillbaka.
Gilla
Dela
Svar från ägaren för en vecka sedan
Tack Anna! Varmt välkommen åter.
Olle B
3 recensioner
★★☆☆☆ för en månad sedan
Kallt kaffe.
"""


def test_several_google_reviews_with_the_owners_reply() -> None:
    first, second = parse(GOOGLE, today=TODAY)

    assert told(first) == (
        "Anna Svensson",
        5.0,
        "2026-11-07",
        "Jättegott bröd och trevlig personal!\n\nKommer tillbaka.",
    )
    assert (first.platform, first.reply) == ("google", "Tack Anna! Varmt välkommen åter.")
    assert first.reply_at is not None
    assert first.reply_at.date() == date(2026, 11, 14)
    assert told(second) == ("Olle B", 2.0, "2026-10-21", "Kallt kaffe.")
    assert second.reply == ""


def test_trustpilot_with_initials_country_and_date_of_experience() -> None:
    found = one(
        "AL\nAlice\n2 reviews\nGB\nRated 4 out of 5 stars\n2 days ago\nGreat bakery\nThe cake was on time.\n"
        "Date of experience: November 10, 2026\nUseful\nShare\n"
    )

    assert told(found) == ("Alice", 4.0, "2026-11-19", "Great bakery\nThe cake was on time.")
    assert found.platform == "trustpilot"


def test_tripadvisor_with_the_home_and_the_contributions_run_together() -> None:
    page = (
        "Maja K wrote a review Oct 2026\nBergen, Norway14 contributions4 helpful votes\n3.0 of 5 bubbles\n"
        "Average stay\nRoom was fine but noisy.\nHelpful\nShare\nUwe P wrote a review Sep 2026\n2 contributions\n"
        "5.0 of 5 bubbles\nGreat\nLoved it all.\n"
    )

    assert [told(found) for found in parse(page)] == [
        ("Maja K", 3.0, "2026-10-01", "Average stay\nRoom was fine but noisy."),
        ("Uwe P", 5.0, "2026-09-01", "Great\nLoved it all."),
    ]


@pytest.mark.parametrize(
    ("text", "author", "rating", "day", "words"),
    [
        ("Jane\na month ago\nLovely place.", "Jane", None, "2026-10-21", "Lovely place."),
        ("Heidi\n4 Sterne\nvor einem Monat\nSehr gut.", "Heidi", 4.0, "2026-10-21", "Sehr gut."),
        ("Jaap de Vries\n4 sterren\neen maand geleden\nHeerlijk.", "Jaap de Vries", 4.0, "2026-10-21", "Heerlijk."),
        ("Sytske\n★★★★★ 2 wiken lyn\nMoai!", "Sytske", 5.0, "2026-11-07", "Moai!"),
        (
            "Мария Петрова\nЗнаток города 5 уровня\n★★☆☆☆ 3 дня назад\nПлохо.",
            "Мария Петрова",
            2.0,
            "2026-11-18",
            "Плохо.",
        ),
        ("Оксана\n★★★★★ тиждень тому\nСмачно", "Оксана", 5.0, "2026-11-14", "Смачно"),
        ("Иво\n★★★★☆\nпреди месец\nДобре", "Иво", 4.0, "2026-10-21", "Добре"),
        ("Emil\n4/5\n3 november 2026\nFint.", "Emil", 4.0, "2026-11-03", "Fint."),
        ("Jane Doe – 5/5 – 3 Nov 2026\nLovely place", "Jane Doe", 5.0, "2026-11-03", "Lovely place"),
        ("Best cake in town!\nJane, 5/5, 3 November 2026", "Jane", 5.0, "2026-11-03", "Best cake in town!"),
    ],
)
def test_pages_in_eight_languages(text: str, author: str, rating: float | None, day: str, words: str) -> None:
    assert told(one(text)) == (author, rating, day, words)


def test_text_without_ratings_and_dates_is_one_review() -> None:
    assert told(one("The bread was stale.\nNobody cared.")) == ("", None, "", "The bread was stale.\nNobody cared.")


def test_nothing_pasted_is_nothing() -> None:
    assert parse(" \n\t ", today=TODAY) == []


def test_a_sentence_with_a_figure_or_a_time_divides_nothing() -> None:
    found = one("Vi väntade en timme.\nFör 2 veckor sedan var det bättre, då fick vi kaffet direkt.\nSynd.")

    assert found.text.count("\n") == 2


def test_a_pasted_review_is_a_row_with_its_keys_and_the_reply() -> None:
    row = one(GOOGLE.partition("Olle")[0]).to_row(1, now=datetime(2026, 11, 21, tzinfo=UTC))

    assert (row.review.platform, row.review.source) == ("google", "paste")
    assert len(row.review.keys) == 2
    assert row.reply is not None
    assert (row.reply.text, row.reply.at) == (
        "Tack Anna! Varmt välkommen åter.",
        datetime(2026, 11, 14, tzinfo=UTC),
    )


def test_facebook_says_who_recommends_the_shop_above_the_date() -> None:
    first, second = parse(
        "Anna Berg recommends Kvarnens café.\n2 November at 10:12 · \nVery nice buns.\nLike\nComment\nShare\n"
        "Bo Ek doesn't recommend Kvarnens café.\n1 November at 09:00\nCold soup.\n",
        today=TODAY,
    )

    assert told(first) == ("Anna Berg", 5.0, "2026-11-02", "Very nice buns.")
    assert told(second) == ("Bo Ek", 1.0, "2026-11-01", "Cold soup.")
    assert (first.platform, second.rating_original) == ("facebook", "not recommended")


@pytest.mark.parametrize(
    ("line", "rating"),
    [
        ("Ada rekommenderar Kvarnen.", 5.0),
        ("Ada rekommenderar inte Kvarnen.", 1.0),
        ("Ada empfiehlt Kvarnen nicht.", 1.0),
        ("Ada raadt Kvarnen niet aan.", 1.0),
        ("Ада не рекомендует Мельницу.", 1.0),
        ("Ада рекомендує Млин.", 5.0),
    ],
)
def test_recommendations_in_other_languages(line: str, rating: float) -> None:
    assert one(f"{line}\n2026-11-02\nOk.").rating == rating


def test_a_recommendation_within_a_review_divides_nothing() -> None:
    found = one("Jane\n★★★★☆ 2 weeks ago\nNice soup.\nMy wife recommends the buns.\nWe liked it.")

    assert (found.author, found.rating) == ("Jane", 4.0)
    assert found.text == "Nice soup.\nMy wife recommends the buns.\nWe liked it."


@pytest.mark.parametrize(
    ("text", "author", "rating", "words"),
    [
        ("dagny wrote a review Nov 3\nFine stay\nSmall rooms.", "dagny", None, "Fine stay\nSmall rooms."),
        ("Dagny skrev en recension 3 nov. 2026\nFint.", "Dagny", None, "Fint."),
        ("Uma Berg on Nov 3, 2026\n5 out of 5 stars\nLovely mug", "Uma Berg", 5.0, "Lovely mug"),
        (
            "Ingrid\n4.0 out of 5 stars Great kettle\nReviewed in Sweden on 3 November 2026\nBoils fast.\nHelpful",
            "Ingrid",
            4.0,
            "Great kettle\nBoils fast.",
        ),
        (
            "Ada\nmore_vert\n★★☆☆☆\nNovember 3, 2026\nCrashes.\n12 people found this review helpful",
            "Ada",
            2.0,
            "Crashes.",
        ),
    ],
)
def test_name_date_and_first_words_in_one_line(text: str, author: str, rating: float | None, words: str) -> None:
    assert told(one(text)) == (author, rating, "2026-11-03", words)


def test_a_reply_with_its_writer_and_date_below_is_no_review_of_its_own() -> None:
    found = one(
        "Cleo D.\nMalmö, Sweden\n12\n34\nNov 2, 2026\nNice buns.\nUseful 1\n"
        "Business owner information\nBo K.\nBusiness Owner\nNov 3, 2026\nThanks!"
    )

    assert told(found) == ("Cleo D.", None, "2026-11-02", "Nice buns.")
    assert found.reply.endswith("Thanks!")


def test_an_address_alone_is_the_link_of_a_review() -> None:
    found = one("https://www.trustpilot.com/reviews/1")

    assert (found.link, found.text, found.platform) == ("https://www.trustpilot.com/reviews/1", "", "trustpilot")


@pytest.mark.parametrize(
    "owner",
    [
        "The Blue Kettle (Owner)",
        "Großer Kessel GmbH, Weißgasse (Inhaber)",
        "Blå Kitteln (ägare)",
        "De Blauwe Ketel (eigenaar)",
        "De Blauwe Tsjettel (eigner)",
        "Синий чайник (владелец)",
        "Синій чайник (власник)",
        "Синият чайник (собственик)",
        "İstanbul İşkembe İİİ (Owner)",
    ],
)
@pytest.mark.parametrize("when", ["\n3 days ago", " 3 days ago"])
def test_a_reply_below_the_shops_own_name_is_no_review(owner: str, when: str) -> None:
    found = one(f"Anna Berg\n5 reviews\n★★★★★ 2 weeks ago\nGood bread.\n{owner}{when}\nThank you, Anna.")

    assert (found.author, found.text, found.reply) == ("Anna Berg", "Good bread.", "Thank you, Anna.")


def test_an_owner_within_a_sentence_heads_no_reply() -> None:
    for words in ("Peter (owner) was kind.\nWe come back.", "Lovely evening, thanks to Peter (owner)\nWe come back."):
        found = one(f"Anna Berg\n★★★★★ 2 weeks ago\n{words}")

        assert (found.text, found.reply) == (words, "")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Kim L.\nOakland, CA\n12 friends\n5 star rating\n2026-11-03\nBest buns in town.\nUseful 1\nFunny\nCool\n",
            ("Kim L.", 5.0, "yelp", "Best buns in town."),
        ),
        (
            "Sofia\nRating, 5 stars\n3 November 2026\nLovely flat.\nShow more\n",
            ("Sofia", 5.0, "", "Lovely flat."),
        ),
        (
            "Kim\nmore_vert\n4 November 2026\nCrashes on start.\nDid you find this helpful?\nYes\nNo\n",
            ("Kim", None, "google_play", "Crashes on start."),
        ),
        (
            "Sjoerd\n★★★★★ 2 moannen lyn\nHiel lekker.\nAntwurd fan de eigener in moanne lyn\nTige tank!\n",
            ("Sjoerd", 5.0, "google", "Hiel lekker."),
        ),
    ],
)
def test_what_pages_put_around_a_review_is_taken_off(text: str, wanted: tuple[object, ...]) -> None:
    found = one(text)
    assert (found.author, found.rating, found.platform, found.text) == wanted


@pytest.mark.parametrize("said", ["No reply yet", "Noch nicht beantwortet", "Inget svar än", "Ответа пока нет", "—"])
def test_words_that_say_there_is_no_reply_are_none(said: str) -> None:
    below = one(f"Ada\n★★☆☆☆ 2 weeks ago\nCold soup.\nHelpful (3)\n{said}\nReport\n")
    headed = one(f"Ada\n★★☆☆☆ 2 weeks ago\nCold soup.\nResponse from the owner\n{said}\n")

    assert (below.text, below.reply) == ("Cold soup.", "")
    assert (headed.text, headed.reply) == ("Cold soup.", "")


def test_a_customer_who_got_no_reply_may_say_so() -> None:
    found = one("Ada\n★★☆☆☆ 2 weeks ago\nI wrote to them twice.\nNo reply.\nHelpful\n")

    assert (found.text, found.reply) == ("I wrote to them twice.\nNo reply.", "")


def test_what_google_translated_is_furniture() -> None:
    found = one(
        "Anna\n★★★★★ 2 weeks ago\nTranslated by Google ・ See original (Swedish)\nLovely bread.\nLike\n"
        "Response from the owner a week ago\nTranslated by Google ・ See original (Swedish)\nThanks Anna.\n"
    )

    assert (found.text, found.reply) == ("Lovely bread.", "Thanks Anna.")


def test_a_time_is_no_rating() -> None:
    found = one("Ada\nNovember 3 at 10:12 AM\nNice.")

    assert (found.rating, found.written_at) == (
        None,
        datetime(2026, 11, 3, 10, 12, tzinfo=UTC),
    )


def test_who_answered_and_when_in_one_line() -> None:
    found = one("Ada\n★★☆☆☆ 2 weeks ago\nCold soup.\nMia responded on Nov 14, 2026\nSorry, Ada!\n")

    assert (found.reply, found.reply_at) == ("Sorry, Ada!", datetime(2026, 11, 14, tzinfo=UTC))


def test_headings_of_other_shops_are_none_of_the_app_store() -> None:
    found = one("Ratings & Reviews\nAda\n★★★★☆\nNov 3, 2026\nGreat kettle\nBoils fast.\n")

    assert (found.author, found.rating, found.platform) == ("Ada", 4.0, "")
    assert found.text == "Great kettle\nBoils fast."


def test_the_day_of_a_meal_is_a_date() -> None:
    found = one("Ada\n★★★★☆\nDined on November 3, 2026\nNice soup.")

    assert told(found) == ("Ada", 4.0, "2026-11-03", "Nice soup.")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("pages.toml", "counts = [", "count = [", "counts is missing"),
        ("pages.toml", "nights = [", "night = [", "stays lacks nights"),
        ("page_layouts.toml", "menu = ", "menue = ", "google_play lacks menu"),
    ],
)
def test_a_file_that_lacks_words_is_named(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    for path in (resources() / "importing").glob("*.toml"):
        shutil.copy(path, tmp_path)
    words = (tmp_path / file).read_text("utf-8").replace(old, new)
    (tmp_path / file).write_text(words, "utf-8")

    with pytest.raises(DataFileError, match=said) as told:
        load_pages(tmp_path)
    assert file in str(told.value)
