from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.domain.case import CaseType
from reviewdesk_gui.domain.errors import ReviewDeskError
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.drafting import CaseFacts, Catalogue, Scene, TemplateProblem, Voice, render
from reviewdesk_gui.drafting.own import OwnTemplates, from_draft, preview

DRAFT = """Hello Bo,

Thank you, Bo. Order 4812-22 left us on 12 March and Martin has refunded 25 EUR today. {{ Not a tag }}
If it is not there by 2026-03-20, write to us at hello@linden.example. [anything else]

Best wishes
Maria Lund, owner
Café Linden"""


@pytest.fixture
def desk(tmp_path: Path, shipped: Catalogue) -> OwnTemplates:
    return OwnTemplates(tmp_path / "own", shipped.phrasebooks)


def reload(tmp_path: Path) -> Catalogue:
    return Catalogue.load([paths.templates(), tmp_path / "own"])


def test_a_draft_becomes_a_template_that_serves_another_customer(
    desk: OwnTemplates, scene: Callable[..., Scene], shop: Shop, now: datetime
) -> None:
    text = from_draft(DRAFT, scene("en", "Bo Ek"), "Refund sent", Voice.WARM, CaseType.COMPLAINT)
    template = desk.save(text, "en", CaseType.COMPLAINT)
    for private in ("Bo ", "4812", "12 March", "25 EUR", "Martin", "hello@linden.example", "Maria"):
        assert private not in text
    assert {slot.id: slot.kind.value for slot in template.slots} == {
        "number": "text", "date": "date", "staff": "text", "money": "money", "date_2": "date", "gap": "text",
    }  # fmt: skip
    values = {"number": "99", "date": "2026-03-14", "staff": "Elin", "money": "30 EUR", "date_2": "+2", "gap": "Bye."}
    reply = render(template, CaseFacts(author="Pia Ask"), shop, values, now=now).text
    assert reply.startswith(
        "Hello Pia,\n\nThank you, Pia. Order 99 left us on 14 March and Elin has refunded 30\xa0€ today."
    )
    assert "{{ Not a tag }}" in reply
    assert reply.endswith("Best wishes\nMaria Lund, owner\nCafé Linden")


def test_a_saved_draft_shows_itself_with_neutral_values(
    desk: OwnTemplates, scene: Callable[..., Scene], shop: Shop, now: datetime
) -> None:
    text = from_draft(DRAFT, scene("en", "Bo Ek"), "Refund sent", Voice.WARM, CaseType.COMPLAINT)
    shown = preview(desk.parse(text, "en", CaseType.COMPLAINT), shop, now).text
    assert shown.startswith("Hello Emma,\n\nThank you, Emma. Order 4711 left us on 20 March")
    assert "has refunded 25\xa0kr today" in shown
    assert "{{ Not a tag }}" in shown


def test_addresses_and_numbers_of_the_customer_become_one_slot_each(scene: Callable[..., Scene]) -> None:
    draft = "We called +46 70 123 45 67 and wrote to bo.ek@mail.example. Room 12, 12 and 13."
    made = from_draft(draft, scene("en", "Bo Ek"), "T", Voice.WARM, CaseType.COMPLAINT)
    assert (
        "We called {{ number }} and wrote to {{ contact }}. Room {{ number_2 }}, {{ number_2 }} and {{ number_3 }}."
        in made
    )


def test_names_are_taken_out_in_their_vocative(scene: Callable[..., Scene]) -> None:
    made = from_draft(
        "Вітаємо, Степане!\n\nДякуємо, Степане.", scene("uk", "Степан Гончар"), "Т", Voice.WARM, CaseType.PRAISE
    )
    assert "Степане" not in made


def test_saving_copying_renaming_and_removing(desk: OwnTemplates, tmp_path: Path, shipped: Catalogue) -> None:
    warm = shipped.find("en/complaint/warm")
    assert warm is not None
    copy = desk.copy(warm, "My own way")
    assert copy.id == "own/en/complaint/my-own-way"
    second = desk.copy(warm, "My own way")
    assert second.id == "own/en/complaint/my-own-way-2"
    text = copy.path.read_text("utf-8").replace("My own way", "Renamed")
    renamed = desk.save(text, "en", CaseType.COMPLAINT, replaces=copy)
    assert not copy.path.exists()
    assert reload(tmp_path).problems == ()
    assert {template.title for template in reload(tmp_path).all if template.own} == {"Renamed", "My own way"}
    gone = desk.remove(renamed)
    assert reload(tmp_path).find(renamed.id) is None
    assert desk.save(gone, "en", CaseType.COMPLAINT).id == renamed.id


def test_a_shipped_template_is_never_deleted(desk: OwnTemplates, shipped: Catalogue) -> None:
    with pytest.raises(ReviewDeskError, match="came with the program"):
        desk.remove(shipped.all[0])
    assert shipped.all[0].path.exists()


def test_a_shared_file_carries_everything_to_another_desk(
    desk: OwnTemplates, tmp_path: Path, shipped: Catalogue, shop: Shop, now: datetime
) -> None:
    target = tmp_path / "shared.j2"
    for template in (one for one in shipped.all if one.language == "sv"):
        desk.share(template, target)
        incoming = desk.look_at(target, shop, now)
        assert incoming.template.slots == template.slots
        assert incoming.template.moves == template.moves
        assert incoming.preview.text == preview(template, shop, now).text
    kept = desk.take_in(incoming)
    assert reload(tmp_path).find(kept.id) is not None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('+++\ntitle = "A"\n+++\nHi', 1, "which language and type"),
        ('+++\ntitle = "A"\nlanguage = "en"\ntype = "rant"\n+++\nHi', 1, "which language and type"),
        ('+++\ntitle = "A"\nlanguage = "en"\ntype = "praise"\n+++\nHi\n{{ x }}', 7, "“x” is no slot"),
    ],
)
def test_a_shared_file_that_cannot_be_used_says_where(
    desk: OwnTemplates, tmp_path: Path, shop: Shop, now: datetime, text: str, line: int, words: str
) -> None:
    path = tmp_path / "shared.j2"
    path.write_text(text, "utf-8")
    with pytest.raises(TemplateProblem, match=words) as caught:
        desk.look_at(path, shop, now)
    assert caught.value.line == line


def test_a_file_that_is_not_there_or_too_large_is_refused(
    desk: OwnTemplates, tmp_path: Path, shop: Shop, now: datetime
) -> None:
    with pytest.raises(TemplateProblem, match="cannot be read"):
        desk.look_at(tmp_path / "none.j2", shop, now)
    large = tmp_path / "large.j2"
    large.write_text("x" * 300_000, "utf-8")
    with pytest.raises(TemplateProblem, match="too large"):
        desk.look_at(large, shop, now)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, shipped: Catalogue) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    desk = OwnTemplates(blocked, shipped.phrasebooks)
    with pytest.raises(ReviewDeskError, match="cannot be written"):
        desk.save('+++\ntitle = "A"\n+++\nHi', "en", CaseType.PRAISE)


def test_a_broken_text_is_not_saved(desk: OwnTemplates, tmp_path: Path) -> None:
    with pytest.raises(TemplateProblem):
        desk.save('+++\ntitle = "A"\n+++\n{{ bogus }}', "en", CaseType.PRAISE)
    assert not list(tmp_path.rglob("*.j2"))
