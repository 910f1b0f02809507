"""Which kind of review it is, in the reader's words, and what the window marks in it."""

from datetime import UTC, datetime

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.factory import PackShelf
from reviewdesk_gui.checks.language import LanguageRecogniser
from reviewdesk_gui.checks.review_reader import ReviewReader
from reviewdesk_gui.checks.suggest_type import TypeSuggester, TypeSuggestion
from reviewdesk_gui.checks.wording import load_wording
from reviewdesk_gui.domain.review import Review

FOLDER = paths.resources() / "languages"
SHELF = PackShelf(FOLDER)
READER = ReviewReader(FOLDER, SHELF, SHELF.languages, LanguageRecogniser(paths.resources() / "recognition.toml"))
SUGGESTER = TypeSuggester(READER, load_wording(paths.resources() / "wording", "en"))


def suggest(
    text: str, rating: float | None = None, author: str = "Anna Berg", staff: tuple[str, ...] = (), earlier: int = 0
) -> TypeSuggestion:
    review = Review(platform="google", text=text, rating=rating, author=author, received_at=datetime.now(UTC))
    return SUGGESTER.suggest(review, staff, earlier)


@pytest.mark.parametrize(
    ("text", "rating", "author", "expected"),
    [
        ("Lovely cakes and the best coffee in town!", 5, "Anna", "praise"),
        ("", 5, "Anna", "praise"),
        ("", None, "Anna", "mixed"),
        ("The waitress was so friendly, she made our day.", 5, "Anna", "staff_praise"),
        ("Great food, but we waited two hours and the toilet was filthy.", 4, "Anna", "mixed"),
        ("Nice view, slow service.", 3, "Anna", "mixed"),
        ("The soup was cold and the waiter was rude.", 1, "Anna", "complaint"),
        ("The soup was cold and the waiter was rude.", 1, "", "anonymous"),
        ("The soup was cold and the waiter was rude.", 1, "A Google user", "anonymous"),
        ("The soup was cold and the waiter was rude.", None, "Anna", "complaint"),
        ("You are all idiots, rot in hell!", 1, "Anna", "abusive"),
        ("Do you have a table for ten on Sunday?", None, "Anna", "question"),
        ("I have never been here but a friend told me it is dirty.", 1, "Anna", "false"),
        ("DPD left it in the rain and the box was wet.", 1, "Anna", "not_ours"),
        ("We got food poisoning after the fish.", 1, "Anna", "investigate"),
        ("Update: they refunded me the same day.", 4, "Anna", "resolved"),
        ("This is my third complaint about the broken heating.", 1, "Anna", "persistent"),
    ],
)
def test_the_kind_of_review(text: str, rating: float | None, author: str, expected: str) -> None:
    assert suggest(text, rating, author).type.value == expected


def test_the_reasons_quote_the_review() -> None:
    found = suggest("The soup was cold and the waiter was rude.", 1)
    assert found.reasons == ("Complaint: “soup was cold”, “rude”", "1 of 5 stars")
    assert 0.5 < found.confidence <= 0.95


def test_praise_of_a_name_is_praise_of_somebody_of_the_shop_only() -> None:
    assert suggest("Ingrid fixed my bike in no time, super!", 5, staff=("Ingrid",)).type.value == "staff_praise"
    assert suggest("Ingrid fixed my bike in no time, super!", 5, staff=("Bo",)).type.value == "praise"
    assert "Names Ingrid" in suggest("Thanks to Ingrid!", 5, staff=("Ingrid",)).reasons


def test_an_author_who_goes_on_and_on() -> None:
    assert suggest("Bad again.", 1, earlier=2).type.value == "persistent"
    assert "2 earlier cases by the same author" in suggest("Bad again.", 1, earlier=2).reasons
    assert suggest("Lovely this time!", 5, earlier=2).type.value == "praise"


def test_topics_come_with_their_words() -> None:
    reading = READER.read("The soup was cold. We waited an hour for the soup, and the bill was wrong.", "en")
    assert reading.topics[0] == "food"
    assert {"wait", "payment"} <= set(reading.topics)
    text = reading.prepared.text
    assert [span.of(text) for span in reading.topic_spans("payment")] == ["bill"]


def test_the_words_of_the_complaint_are_marked_without_overlaps() -> None:
    text = "Nice place. But the soup was cold, the waiter was rude and my order never arrived."
    spans = READER.read(text, "en").complaint_spans
    assert [span.of(text) for span in spans] == ["soup was cold", "rude", "never arrived"]


def test_a_language_without_a_pack_is_read_by_its_stars() -> None:
    found = suggest("Le repas était froid et le serveur très désagréable avec nous.", 1)
    assert (found.type.value, found.reasons) == ("complaint", ("1 of 5 stars",))


@pytest.mark.parametrize("text", ["\0" * 9000, "idiots " * 9000, "🙂" * 20_000, "a" * 64_000, "?!" * 30_000])
def test_hostile_reviews_get_an_answer(text: str) -> None:
    assert suggest(text, 1).type.value in {"complaint", "abusive", "question"}
