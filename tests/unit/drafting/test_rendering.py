import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk_gui import paths
from reviewdesk_gui.domain.platform import Banned
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting import CaseFacts, Catalogue, Scene, Template, render

Make = Callable[..., Template]
NOON = datetime(2026, 3, 17, 12, 0, tzinfo=UTC)
(MIXED,) = (one for one in Catalogue.load([paths.templates()]).all if one.id == "en/mixed/warm")


def test_a_slot_is_asked_once_and_fills_everywhere(template: Make, shop: Shop, now: datetime) -> None:
    made = template("{{ staff }} says hello. We told {{ staff }}.")
    draft = render(made, CaseFacts(), shop, {"staff": "Martin"}, now=now)
    assert draft.text == "Martin says hello. We told Martin."
    assert [slot.id for slot in made.slots] == ["staff"]
    assert [placed.span.of(draft.text) for placed in draft.slots] == ["Martin", "Martin"]
    assert draft.open == ()


def test_an_open_slot_stands_in_brackets_and_is_told_with_its_place(template: Make, shop: Shop, now: datetime) -> None:
    draft = render(template("🙂 We know that {{ bad }}."), CaseFacts(), shop, {"bad": "  "}, now=now)
    assert draft.text == "🙂 We know that [what went wrong]."
    assert [placed.span.of(draft.text) for placed in draft.open] == ["[what went wrong]"]


def test_an_empty_optional_slot_leaves_no_trace(template: Make, shop: Shop, now: datetime) -> None:
    draft = render(
        template("Thanks{% if detail %} for {{ detail }}{% endif %}. Bye {{ detail }}."), CaseFacts(), shop, {}, now=now
    )
    assert draft.text == "Thanks. Bye."


@pytest.mark.parametrize(
    ("source", "known", "unknown"),
    [
        ("Thank you, {{ name }}, for this.", "Thank you, Emma, for this.", "Thank you, for this."),
        ("{{ name }}, thank you.", "Emma, thank you.", "Thank you."),
        ("See you soon, {{ name }}!", "See you soon, Emma!", "See you soon!"),
        ("Hi {{ name }}\nBye", "Hi Emma\nBye", "Hi\nBye"),
        ("{{ greeting }}\n\nYes.", "Hello Emma,\n\nYes.", "Hello,\n\nYes."),
        ("{{ block.greeting.day }}", "Good day, Emma,", "Good day,"),
    ],
)
def test_a_reply_is_graceful_without_a_name(
    template: Make, shop: Shop, now: datetime, source: str, known: str, unknown: str
) -> None:
    made = template(source)
    assert render(made, CaseFacts(author="Emma Clarke"), shop, {}, now=now).text == known
    assert render(made, CaseFacts(author=""), shop, {}, now=now).text == unknown


def test_a_platform_that_bans_names_gets_none(template: Make, shop: Shop, now: datetime) -> None:
    facts = CaseFacts(author="Emma", banned=frozenset({Banned.PERSONAL_NAME}))
    assert render(template("{{ greeting }}"), facts, shop, {}, now=now).text == "Hello,"


def test_contact_details_vanish_where_they_are_banned(template: Make, shop: Shop, now: datetime) -> None:
    made = template("Reach us {{ reach }}. Mail: {{ shop.email }}, phone {{ shop.phone }}.")
    assert "at hello@linden.example" in render(made, CaseFacts(), shop, {}, now=now).text
    text = render(made, CaseFacts().without_contact(), shop, {}, now=now).text
    assert text.startswith("Reach us through the contact details on our website.")
    assert "linden" not in text
    assert "123" not in text
    bare = render(made, CaseFacts().without_contact(), replace(shop, website=""), {}, now=now).text
    assert bare.startswith("Reach us directly.")


def test_the_signature_carries_contact_where_the_platform_wants_it_in_every_reply(
    template: Make, shop: Shop, now: datetime
) -> None:
    facts = CaseFacts(contact_advised=True)
    signed = "Maria Lund, owner\nCafé Linden"
    assert render(template("{{ signature }}"), facts, shop, {}, now=now).text == f"{signed}\nhello@linden.example"
    told = render(template("Reach us {{ reach }}.\n{{ signature }}"), facts, shop, {}, now=now).text
    assert told == f"Reach us at hello@linden.example.\n{signed}"


def test_the_next_way_to_the_shop_is_named_where_the_first_is_banned(template: Make, shop: Shop, now: datetime) -> None:
    facts = CaseFacts(banned=frozenset({Banned.EMAIL}))
    assert render(template("Reach us {{ reach }}."), facts, shop, {}, now=now).text == "Reach us on +46 8 123 456 78."


def test_an_empty_profile_asks_for_contact_and_name(template: Make, now: datetime) -> None:
    text = render(template("Reach us {{ reach }}.\n{{ signature }}"), CaseFacts(), Shop(), {}, now=now).text
    assert text == "Reach us at [contact].\n[your name]"


@pytest.mark.parametrize(
    ("hour", "language", "words"),
    [
        (7, "en", "Good morning"),
        (12, "en", "Good day"),
        (20, "sv", "God kväll"),
        (2, "en", "Good day"),
        (5, "sv", "God morgon"),
    ],
)
def test_the_greeting_follows_the_time_of_day(
    template: Make, shop: Shop, now: datetime, hour: int, language: str, words: str
) -> None:
    made = template("{{ block.greeting.day }}", language=language)
    assert render(made, CaseFacts(), shop, {}, now=now.replace(hour=hour)).text.startswith(words)


def test_values_cannot_smuggle_tags_or_marks(template: Make, shop: Shop, now: datetime) -> None:
    value = "{{ shop.email }}\ue000\ue100\ue001{% for x in y %}"
    draft = render(template("We know that {{ bad }}."), CaseFacts(author="{{ 7*7 }}"), shop, {"bad": value}, now=now)
    assert draft.text == "We know that {{ shop.email }}{% for x in y %}."
    assert [placed.span.of(draft.text) for placed in draft.slots] == ["{{ shop.email }}{% for x in y %}"]


def test_a_full_stop_in_a_value_is_not_doubled(template: Make, shop: Shop, now: datetime) -> None:
    draft = render(template("{{ step | cap }}. Bye."), CaseFacts(), shop, {"step": "we sent a new one."}, now=now)
    assert draft.text == "We sent a new one. Bye."


def test_dates_and_money_take_the_form_of_the_locale(template: Make, shop: Shop, now: datetime) -> None:
    front = 'title = "T"\n[slots.sum]\nlabel = "belopp"\nkind = "money"'
    made = template("Senast den {{ date }} får du {{ sum }}.", front, language="sv")
    values = {"date": "2026-03-20", "sum": "200"}
    assert (
        render(made, CaseFacts(), shop, values, now=now).text.replace("\xa0", " ")
        == "Senast den 20 mars får du 200 kr."
    )
    assert "20 mars 2027" in render(made, CaseFacts(), shop, {**values, "date": "2027-03-20"}, now=now).text
    german = replace(shop, country="DE")
    assert "200 €" in render(made, CaseFacts(), german, values, now=now).text.replace("\xa0", " ")
    spoken = render(made, CaseFacts(), shop, {"date": "nästa fredag", "sum": "en hundring"}, now=now).text
    assert spoken == "Senast den nästa fredag får du en hundring."


def test_a_date_without_a_value_is_so_many_days_ahead(template: Make, shop: Shop, now: datetime) -> None:
    assert render(template("By {{ date }}."), CaseFacts(), shop, {}, now=now).text == "By 20 March."


def test_a_choice_can_steer_the_text(template: Make, shop: Shop, now: datetime) -> None:
    front = 'title = "T"\n[slots.way]\nlabel = "way"\nkind = "choice"\nchoices = ["post", "pickup"]'
    made = template('{% if way == "post" %}We post it.{% else %}Come by.{% endif %}', front)
    assert render(made, CaseFacts(), shop, {"way": "post"}, now=now).text == "We post it."
    assert render(made, CaseFacts(), shop, {"way": "pickup"}, now=now).text == "Come by."


@given(bad=st.text(max_size=60), good=st.text(max_size=60), author=st.text(max_size=30), shop_name=st.text(max_size=20))
def test_whatever_is_filled_in_the_places_of_the_slots_are_right(
    bad: str, good: str, author: str, shop_name: str
) -> None:
    made = MIXED
    values = {"bad": bad, "good": good, "step": "[x] {{ y }}"}
    facts = CaseFacts(author=author, language="en")
    draft = render(made, facts, Shop(name=shop_name), values, now=NOON)
    assert not re.search("[\ue000-\uf8ff]", draft.text)
    assert "[x] {{ y }}" in [placed.span.of(draft.text) for placed in draft.slots]
    for placed in draft.slots:
        assert placed.span.end <= len(draft.text)
        assert placed.open == placed.span.of(draft.text).startswith("[what ")


def test_the_case_gives_its_facts(scene: Callable[..., Scene]) -> None:
    words = scene("en", "Emma", product="Lamp", order="A-17", platform="Google", rating=2.0).words()
    assert words["review"]["product"] == "Lamp"
    assert words["review"]["order"] == "A-17"
    assert words["review"]["rating"] == "2"
