"""The checks that are code: shouting, repetition, punctuation, slots, jargon, wrong name, lists and quotes."""

from datetime import date

import pytest

from reviewdesk_gui.checks.context import CheckContext
from reviewdesk_gui.domain.platform import Banned, Platform
from reviewdesk_gui.domain.shop import Shop


def findings(engine, text, check, **more):
    fields = {"language": "en", "rating": 1, "today": date(2026, 3, 4)} | more
    report = engine.check(text, CheckContext(**fields))
    return [finding for finding in report.findings if finding.check == check]


def marked(engine, text, check, **more):
    return [finding.span.of(text) for finding in findings(engine, text, check, **more)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("PLEASE READ THE sign", ["PLEASE READ THE"]),
        ("NEVER AGAIN! we said", ["NEVER AGAIN"]),
        ("We sell BLUE OAKS here", []),
        ("See you at the BBQ", []),
        ("Hello there", []),
    ],
)
def test_shouting(engine, text, wanted):
    assert marked(engine, text, "shouting") == wanted


@pytest.mark.parametrize(
    "closing", ["Kind regards\nAnna Lind\nTHE BLUE DOOR", "Warm regards, your team at OLD TOWN BAKERY HOUSE"]
)
def test_a_firm_may_sign_in_capitals(engine, closing):
    text = f"Hello Rosie, thank you for the kind words.\n{closing}"
    assert not findings(engine, text, "shouting")
    assert marked(engine, f"STOP DOING THIS NOW. {text}", "shouting") == ["STOP DOING THIS NOW"]


def test_words_inside_an_address_are_no_fault(engine):
    text = "Здравейте, пишете ни на feedback@furna.example или вижте www.furna.example/feedback."
    assert not findings(engine, text, "jargon", language="bg")
    assert marked(engine, "Благодарим за вашия feedback.", "jargon", language="bg") == ["feedback"]


def test_shouting_is_lowered_and_names_may_stand_in_capitals(engine):
    text = "PLEASE READ THE SIGN."
    assert findings(engine, text, "shouting")[0].fixes[0].apply(text) == "Please read the sign."
    shop = Shop(name="PLEASE READ THE SIGN")
    assert not findings(engine, text, "shouting", shop=shop)


def test_the_readers_name_in_capitals_is_joy(engine):
    assert not marked(engine, "THANKS ROSIEEE! Come again.", "shouting", author="Rosie")


def test_a_word_twice(engine):
    text = "We will send the the part. Very very soon."
    found = findings(engine, text, "repetition")
    assert [finding.span.of(text) for finding in found] == [" the"]
    assert found[0].fixes[0].apply(text) == "We will send the part. Very very soon."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De steun past zich aan aan hoe hard je trapt."),
        ("fy", "De stipe past him oan oan de fyts, dat kin jierren mei mei."),
        ("sv", "Hallå hallå, va va det som hände?"),
        ("en", "What a night, merci merci!"),
        ("de", "Was für ein Abend, gracias gracias!"),
        ("nl", "Wat een avond, danke danke!"),
    ],
)
def test_a_word_that_a_language_says_twice_is_left_alone(engine, language, text):
    assert not findings(engine, text, "repetition", language=language)


def test_two_words_that_a_mark_tells_apart_are_not_one_word_twice(engine):
    assert not findings(engine, "Казахме ѝ и на колегата.", "repetition", language="bg")
    assert findings(engine, "Казахме и и на колегата.", "repetition", language="bg")


def test_masked_figures_are_no_word_twice(engine):
    text = "Call me at +46 xx xx xx or 08 XX XX XX."
    assert not findings(engine, text, "repetition")
    assert not findings(engine, text, "familiarity")
    assert marked(engine, "Come again soon xx", "familiarity") == ["xx"]


def test_a_sentence_twice(engine):
    text = "We have mended the lamp in the hall. We have mended the lamp in the hall."
    assert marked(engine, text, "repetition") == ["We have mended the lamp in the hall."]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("We came !!!! today", "We came ! today"),
        ("Sorry , we came", "Sorry, we came"),
        ("Sorry,we came", "Sorry, we came"),
        ("Sorry,, we came", "Sorry, we came"),
        ("What??? Never", "What? Never"),
    ],
)
def test_punctuation_is_mended(engine, text, fixed):
    found = findings(engine, text, "punctuation")
    assert found
    assert found[-1].fixes[0].apply(text) in (fixed, text.replace("!!!!", "!"))


@pytest.mark.parametrize(
    "text", ["See a.b@oven.example, please", "At 9.30, or 1,5 hours", "J. K., thank you", "Well..."]
)
def test_punctuation_is_left_alone(engine, text):
    assert not findings(engine, text, "punctuation")


def test_letters_that_mask_a_telephone_number_are_no_kisses(engine):
    assert not findings(engine, "Bellen mag ook, 088-xxx xx xx, tot 17u.", "familiarity", language="nl")
    assert findings(engine, "Bellen mag ook, tot 17u xxx", "familiarity", language="nl")


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Dear [customer name],", ["[customer name]"]),
        ("Hello {{name}} and ___", ["{{name}}", "___"]),
        ("See <order number> and XXX", ["<order number>", "XXX"]),
        ("[Translated] We paid 5 < 7 [1] <3", []),
        ("Size XXL, mail [email protected]", []),
        ("Ring us on 08-XXX XX XX, ask for XXX", ["XXX"]),
    ],
)
def test_slots(engine, text, slots):
    assert marked(engine, text, "slot") == slots


def test_the_owners_jargon(engine):
    shop = Shop(jargon=("torque*", "e-bike"))
    assert marked(engine, "The torques of your e-bike are fine", "jargon", shop=shop) == ["torques", "e-bike"]


def test_a_wrong_name_is_replaced_by_the_authors(engine):
    text = "Hello Peter, thank you."
    found = findings(engine, text, "wrong_name", author="Anna Berg")
    assert found[0].message == "The review is by Anna Berg, the reply speaks to Peter."
    assert found[0].fixes[0].apply(text) == "Hello Anna, thank you."


def test_a_name_that_another_begins_with_is_not_its_short_form(engine):
    assert findings(engine, "Hello Paul, thank you.", "wrong_name", author="Pauline Berg")


@pytest.mark.parametrize(
    ("text", "author", "review"),
    [
        ("Hello Anna, thank you.", "Anna Berg", ""),
        ("Dear Mrs Berg, thank you.", "Anna Berg", ""),
        ("Hello Peter, thank you.", "", ""),
        ("Hello Peter, thank you.", "rider_77", ""),
        ("Hello Peter, thank you.", "Anna Berg", "All the best, Peter"),
        ("Hello there, thank you.", "Anna Berg", ""),
        ("Dear Mrs Holm, thank you.", "Anna", ""),
        ("Hello Peter, thank you.", "pixelpanda", ""),
        ("Hello Peter, thank you.", "BookPanda", ""),
        ("Hello Peter, oh no, Anna! Forgive me.", "Anna Berg", ""),
        ("Hello Katerina, thank you.", "Катерина Бойко", ""),
        ("Good day Mr VW, thank you.", "Andrew VW", ""),
        ("Hello Barty, thank you.", "Bartholomew K", ""),
        ("Dear Mrs Holm, thank you.", "Anna Holm-Ber", ""),
        ("Woohoo!! So glad that it fits.", "Svante", ""),
    ],
)
def test_a_right_name_is_left_alone(engine, text, author, review):
    assert not findings(engine, text, "wrong_name", author=author, review=review)


def test_lists_and_quotes_are_found_where_they_are_banned(engine):
    platform = Platform(id="x", name="X", banned=frozenset({Banned.LIST, Banned.QUOTE}))
    text = 'You wrote "the soup was stone cold".\n- we mended the stove\n- we bought bowls'
    found = findings(engine, text, "banned", platform=platform, review="The soup was stone cold and late.")
    assert [finding.rule for finding in found] == ["banned.quote", "banned.list", "banned.list"]


def test_a_reply_longer_than_the_target_is_a_hint(engine):
    found = findings(engine, "word " * 200, "length")
    assert [finding.message for finding in found] == ["200 words; up to 150 are read."]
