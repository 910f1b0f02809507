"""Names, numbers and addresses taken out of every form of export."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case, Outcome
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting import Snapshot, formats, snapshot, write
from reviewdesk_gui.exporting.anonymising import anonymous_case
from reviewdesk_gui.exporting.case_story import StoryError, case_story
from reviewdesk_gui.exporting.complaint_pack import Complaint, ComplaintError, Ground, complaint_pack
from reviewdesk_gui.exporting.handout import Handout

PEOPLE = ("Anna", "Lindqvist", "Karim", "070-123", "locations/1", "A-17", "c0ffee")


@pytest.mark.parametrize("format_id", [form.id for form in formats() if form.id not in ("xlsx", "zip", "parquet")])
def test_no_export_holds_a_person(
    format_id: str, cases: list[Case], shop: Shop, taken: Snapshot, tmp_path: Path
) -> None:
    path = tmp_path / "a"
    write(snapshot(cases, shop=shop, anonymise=True, now=taken.taken_at), path, format_id)
    text = path.read_bytes().decode("utf-8", "replace")

    assert [word for word in PEOPLE if word in text] == []


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("Мария Петрова", "Марии Петровой и Марию спросили."),
        ("Anna Berg", "Annas tårta, ANNA!"),
        ("Иван", "Ивану"),
        ("Al", "Al said"),
        ("x", "mail me: x.y@mail.example or https://me.example/page, @handle, +46 (0)70-123 45 67"),
    ],
)
def test_inflected_names_and_addresses_go(author: str, text: str, cases: list[Case], shop: Shop) -> None:
    case = replace(cases[2], review=replace(cases[2].review, author=author, text=text))
    cleaned = anonymous_case(case, 1, shop).review.text

    for word in ("Мари", "Петр", "Anna", "ANNA", "Иван", "mail.example", "me.example", "handle", "123", "Al "):
        assert word not in cleaned


def test_days_prices_and_ordinary_words_stay(cases: list[Case], shop: Shop) -> None:
    text = "Am 10.11.2026 and 2026-11-10 we paid 1 250 kr; all 12 annual guests were fine."
    case = replace(cases[2], review=replace(cases[2].review, author="Al Ann", text=text))

    assert anonymous_case(case, 1, shop).review.text == text


def test_a_story_needs_a_good_end(cases: list[Case], shop: Shop, taken: Snapshot) -> None:
    attempts: list[Callable[[], Handout]] = [
        lambda: case_story(cases[1], shop=shop, zone=taken.zone, now=taken.taken_at),
        lambda: case_story(replace(cases[1], outcome=Outcome.SOLVED), shop=shop, zone=taken.zone, now=taken.taken_at),
        lambda: case_story(replace(cases[0], outcome=Outcome.GAVE_UP), shop=shop, zone=taken.zone, now=taken.taken_at),
    ]
    for attempt in attempts:
        with pytest.raises(StoryError):
            attempt()


def test_a_complaint_marks_words_that_stand_in_the_review(cases: list[Case], shop: Shop, taken: Snapshot) -> None:
    with pytest.raises(ComplaintError):
        complaint_pack(
            cases[0],
            Complaint(ground=Ground.SPAM, passage="not there"),
            shop=shop,
            platform=None,
            zone=taken.zone,
            now=taken.taken_at,
        )


def test_a_plain_text_form_shows_signs_as_they_are(cases: list[Case], shop: Shop, taken: Snapshot) -> None:
    made = complaint_pack(
        cases[1], Complaint(ground=Ground.SPAM), shop=shop, platform=None, zone=taken.zone, now=taken.taken_at
    )

    assert "<script>alert(1)</script>" in made.text
