"""Telling the desk's languages apart, and noticing a reply in another one than the review."""

from typing import Any

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.checks.language import LanguageRecogniser
from reviewdesk_gui.checks.prepare import prepare
from reviewdesk_gui.checks.wording import load_wording
from reviewdesk_gui.checks.wrong_language import WrongLanguageCheck
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.finding import Severity

RECOGNISER = LanguageRecogniser(paths.resources() / "recognition.toml")
ANY: Any = None
TEXTS = {
    "en": "The haircut was lovely and the people are so kind, we will come back.",
    "sv": "Klippningen blev jättefin och alla var så trevliga, vi kommer gärna tillbaka.",
    "de": "Der Haarschnitt war sehr schön und alle waren freundlich, wir kommen gerne wieder.",
    "nl": "De kapper was heel aardig en het resultaat is mooi, wij komen graag terug.",
    "fy": "De kapper wie hiel aardich en it resultaat is moai, wy komme graach werom.",
    "ru": "Стрижка отличная, все очень приветливые, мы обязательно ещё придём.",
    "uk": "Стрижка чудова, усі дуже привітні, ми обов'язково ще прийдемо.",
    "bg": "Прическата е страхотна и всички са много мили, ще дойдем отново.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_sentence_is_recognised_surely(code: str) -> None:
    guess = RECOGNISER.recognise(TEXTS[code])
    assert (guess.code, guess.sure) == (code, True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tack så mycket!", "sv"),
        ("Danke, gerne wieder", "de"),
        ("Bedankt voor alles", "nl"),
        ("Tige tank foar alles", "fy"),
        ("Спасибо, всё хорошо", "ru"),
        ("Дякую, все чудово", "uk"),
        ("Благодаря, всичко беше добре", "bg"),
        ("Thanks, great service", "en"),
        ("Mnogo dobre, blagodaria vi za vsichko", "bg"),
    ],
)
def test_a_few_words_are_enough(text: str, code: str) -> None:
    assert RECOGNISER.recognise(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "👍👍👍",
        "12345 !!!",
        "Merci beaucoup, le repas était délicieux et le service très aimable.",
        "Muchas gracias, la comida estaba muy rica y el servicio fue excelente.",
        "Det var veldig god mat og hyggelig betjening, vi kommer gjerne igjen til dere.",
        "Bardzo dobre jedzenie i miła obsługa, na pewno wrócimy do państwa.",
    ],
)
def test_other_languages_and_no_words_are_none_of_the_desks(text: str) -> None:
    assert RECOGNISER(text) == ""


def test_the_wrapper_of_a_translation_does_not_count() -> None:
    assert RECOGNISER(f"(Translated by Google) {TEXTS['en']}\n\n(Original)\n{TEXTS['sv']}") == "sv"


@pytest.mark.parametrize("text", ["\0" * 5000, "ы" * 60_000, "a\u202e" * 9000, "🙂" * 10_000, "\ud800 och det är"])
def test_hostile_texts_get_an_answer(text: str) -> None:
    assert RECOGNISER.recognise(text).code in {*TEXTS, ""}


def test_a_profile_without_words_is_refused(tmp_path: Any) -> None:
    path = tmp_path / "recognition.toml"
    path.write_text("[sv]\nletters = 'å'\n", "utf-8")
    with pytest.raises(DataFileError, match="needs a list of words"):
        LanguageRecogniser(path)


def found(reply: str, review: str, language: str = "") -> list[tuple[Severity, str]]:
    names = {"sv": "Swedish", "en": "English", "nl": "Dutch", "fy": "West Frisian"}
    check = WrongLanguageCheck(
        RECOGNISER.recognise, names.__getitem__, load_wording(paths.resources() / "wording", "en")
    )
    context = CheckContext(review=review, language=language)
    return [(finding.severity, finding.message) for finding in check(prepare(reply, language), context, ANY)]


def test_a_reply_in_another_language_than_the_review_is_noticed() -> None:
    assert found(TEXTS["en"], TEXTS["sv"]) == [(Severity.SHOULD, "The review is in Swedish, the reply in English.")]
    assert found(TEXTS["nl"], TEXTS["fy"]) == [(Severity.SHOULD, "The review is in West Frisian, the reply in Dutch.")]


def test_a_language_that_the_owner_chose_is_only_a_hint() -> None:
    assert [severity for severity, _ in found(TEXTS["en"], TEXTS["sv"], "en")] == [Severity.HINT]


@pytest.mark.parametrize(
    ("reply", "review"),
    [
        (TEXTS["sv"], TEXTS["sv"]),
        ("Hello Anna, thanks", TEXTS["sv"]),  # the draft has only begun
        (TEXTS["sv"], "Super!"),  # too short to tell
        (TEXTS["sv"], ""),
        (TEXTS["en"], "Merci beaucoup, le repas était délicieux et le service très aimable."),
    ],
)
def test_what_cannot_be_told_is_left_alone(reply: str, review: str) -> None:
    assert found(reply, review) == []
