"""What ships reads well in every language, whatever is known about the customer and whatever the platform bans."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import combinations

import pytest
from rapidfuzz import fuzz

from reviewdesk_gui import paths
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.policy import parse_policies
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting import CaseFacts, Catalogue, Scene, Template, open_slots, render, render_block
from reviewdesk_gui.drafting.ranking import skeleton

LANGUAGES = ("bg", "de", "en", "fy", "nl", "ru", "sv", "uk")
ALL = Catalogue.load([paths.templates()]).all
# A blank before a sign, a sign twice, an empty pair of brackets, a line of nothing but signs.
_UNTIDY = re.compile(r" [,.;:!?](?!\w)|,\s*[,.;:!?]|[.:;!?][.:;]|\(\s*\)|  |^[,.;:!?\s]+$|[{}]|\n\n\n", re.MULTILINE)


def drawn(template: Template, shop: Shop, now: datetime, facts: CaseFacts | None = None, **values: str) -> str:
    author = template.example.get("author", "")
    facts = facts or CaseFacts(author=author, language=template.language, type=template.type)
    return render(template, facts, shop, {**template.example, **values}, now=now).text


def test_nothing_shipped_is_broken(shipped: Catalogue) -> None:
    assert shipped.problems == ()
    assert tuple(shipped.languages()) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_at_least_three_templates(shipped: Catalogue, language: str) -> None:
    counted = Counter(template.type for template in shipped.templates(None, language))
    assert set(counted) == set(CaseType)
    assert min(counted.values()) >= 3
    assert len({template.title for template in shipped.templates(None, language)}) == counted.total()


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.id)
def test_a_template_reads_well_with_its_example(template: Template, shop: Shop, now: datetime) -> None:
    text = drawn(template, shop, now)
    assert open_slots(text) == []
    assert _UNTIDY.search(text) is None
    assert text.endswith("Café Linden")
    policies_path = paths.resources() / "policies.toml"
    fewest, most = parse_policies(policies_path.read_text("utf-8"), policies_path)[template.type].words
    assert fewest <= len(text.split()) <= most


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.id)
def test_a_template_is_graceful_without_name_and_contact(template: Template, shop: Shop, now: datetime) -> None:
    facts = CaseFacts(author="", language=template.language, type=template.type).without_contact()
    text = drawn(template, shop, now, facts)
    assert _UNTIDY.search(text) is None
    assert open_slots(text) == []
    for private in (shop.email, shop.phone, shop.website, *template.example.get("author", "Nobody").split()):
        assert private not in text


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.id)
def test_an_empty_template_shows_every_slot_that_must_be_filled(template: Template, shop: Shop, now: datetime) -> None:
    draft = render(template, CaseFacts(language=template.language), shop, {}, now=now)
    must = {slot.id for slot in template.slots if not slot.optional and not slot.default}
    assert {placed.slot.id for placed in draft.open} == must
    assert [placed.span for placed in draft.open] == open_slots(draft.text)
    assert _UNTIDY.search(draft.text) is None


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.id)
def test_what_may_be_left_empty_stands_in_a_condition(template: Template) -> None:
    for slot in template.slots:
        if slot.optional:
            assert f"{{% if {slot.id} %}}" in template.source


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_templates_of_a_language_are_alike(shipped: Catalogue, language: str) -> None:
    bodies = {template.id: skeleton(template.source) for template in shipped.templates(None, language)}
    alike = [pair for pair in combinations(bodies, 2) if fuzz.ratio(bodies[pair[0]], bodies[pair[1]]) > 80]
    assert alike == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_slots_of_a_language_have_labels_of_their_own(shipped: Catalogue, language: str) -> None:
    slots = shipped.phrasebooks[language].slots
    labels = [str(table["label"]) for table in slots.values()]
    assert len(set(labels)) == len(labels)
    assert set(slots) == set(shipped.phrasebooks["en"].slots)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_reads_well_in_every_situation(
    shipped: Catalogue, scene: Callable[..., Scene], language: str
) -> None:
    kinds = {
        "apology",
        "compensation",
        "contact",
        "empathy",
        "greeting",
        "offline",
        "promise",
        "signoff",
        "step",
        "thanks",
    }
    assert set(shipped.kinds(language)) == kinds
    noon = scene(language, "Martin")
    full = replace(noon, now=noon.now.replace(hour=20))
    bare = replace(full, facts=replace(full.facts, author="").without_contact())
    for kind in kinds:
        texts = []
        for block in shipped.blocks(language, kind):
            for where in (full, bare):
                text = render_block(block, where, {"offer": "X", "step": "x", "date": "2026-03-20"}).text
                assert text
                assert _UNTIDY.search(text.rstrip(",")) is None
                assert open_slots(text) == []
            texts.append(render_block(block, full, {}).text)
        assert len(set(texts)) == len(texts) >= 3
