"""Complaints and stories to take away: the page says what the text says, corrected or not, with names or without."""

import dataclasses
import html
import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.reply import ReplyState
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting import ExportError, Snapshot
from reviewdesk_gui.exporting.case_story import case_story
from reviewdesk_gui.exporting.complaint_pack import Complaint, ComplaintError, Ground, complaint_pack
from reviewdesk_gui.exporting.handout import Handout, file_name, save_text

PEOPLE = ("Anna", "Lindqvist", "Elin", "Karim", "070-123", "locations/1", "A-17", "hej@")


@pytest.fixture
def complaint() -> Complaint:
    return Complaint(ground=Ground.INSULT, passage="Tårtan kom för sent.", explanation="Anna hämtade den själv.")


@pytest.fixture
def pack(cases: list[Case], complaint: Complaint, shop: Shop, taken: Snapshot) -> Handout:
    return complaint_pack(cases[0], complaint, shop=shop, platform=None, zone=taken.zone, now=taken.taken_at)


@pytest.fixture
def story(cases: list[Case], shop: Shop, taken: Snapshot) -> Handout:
    return case_story(cases[0], shop=shop, zone=taken.zone, now=taken.taken_at)


def read(page: str) -> str:
    """What a reader of the page sees, with single spaces."""
    body = page.partition("<body>")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def headings(page: str) -> list[str]:
    return [html.unescape(found) for found in re.findall(r"<h2>(.*?)</h2>", page)]


@pytest.mark.parametrize("kind", ["pack", "story"])
def test_every_line_of_the_text_stands_on_the_page_in_order(kind: str, request: pytest.FixtureRequest) -> None:
    handout: Handout = request.getfixturevalue(kind)
    seen, place = read(handout.page), 0
    for line in handout.text.splitlines():
        words = " ".join(line.removeprefix("- ").lstrip("# ").split())
        place = seen.find(words, place)
        assert place >= 0, words


@pytest.mark.parametrize("kind", ["pack", "story"])
def test_every_heading_of_the_page_is_a_line_of_the_text(kind: str, request: pytest.FixtureRequest) -> None:
    handout: Handout = request.getfixturevalue(kind)
    lines = [line.lstrip("# ") for line in handout.text.splitlines()]

    assert len(headings(handout.page)) > 3
    assert [heading for heading in headings(handout.page) if heading not in lines] == []


@pytest.mark.parametrize("kind", ["pack", "story"])
def test_a_corrected_text_makes_the_page_that_it_says(kind: str, request: pytest.FixtureRequest) -> None:
    handout: Handout = request.getfixturevalue(kind)
    text = handout.text.replace("Kvittot visar 14.30.", "Kvittot visar 14.45 <exakt> & inte 14.30.")
    text = re.sub(r".*(?:Budet hade|compensation|Ny tårta).*\n", "", text)
    corrected = handout.corrected(text)

    assert read(corrected.page) == " ".join(re.sub(r"^#+ ", "", text, flags=re.MULTILINE).split())
    assert "<exakt>" not in corrected.page
    assert headings(corrected.page) == headings(handout.page)
    assert (corrected.title, corrected.head, corrected.name) == (handout.title, handout.head, handout.name)


def test_a_corrected_text_may_have_another_title_or_none(pack: Handout) -> None:
    renamed = pack.corrected(pack.text.replace("Report of a review on Google", "Second report", 1))
    assert renamed.title == "Second report"
    assert "<h1>Second report</h1>" in renamed.page

    bare = pack.corrected("Business: ours\nFacts\nNone of it is true.")
    assert bare.title == pack.title
    assert "<h1>" not in bare.page
    assert read(bare.page) == "Business: ours Facts None of it is true."


@given(text=st.text(alphabet=st.sampled_from("aЖ 👍<&#-\n"), max_size=60))
def test_no_corrected_line_is_lost(text: str) -> None:
    page = "<body><h2>a</h2></body>"
    bare = Handout(title="t", text="t", page=page, head="", name="n", ending=".txt")
    seen = read(bare.corrected(text).page)

    assert re.sub(r"[#\s]", "", seen) == re.sub(r"[#\s]", "", text)


def test_signs_of_a_review_are_shown_and_not_obeyed(cases: list[Case], shop: Shop, taken: Snapshot) -> None:
    complaint = Complaint(ground=Ground.SPAM, passage="<script>alert(1)</script>")
    page = complaint_pack(cases[1], complaint, shop=shop, platform=None, zone=taken.zone, now=taken.taken_at).page

    assert "<script>" not in page
    assert '"<script>alert(1)</script>"' in read(page)


@pytest.mark.parametrize(
    ("link", "linked"),
    [("https://reviews.example/r?a=1&b=2", True), ("javascript:alert(1)", False), ("file:///etc/passwd", False)],
)
def test_only_an_address_of_the_web_becomes_a_link(
    link: str, linked: bool, cases: list[Case], shop: Shop, taken: Snapshot
) -> None:
    case = replace(cases[0], review=replace(cases[0].review, link=link))
    page = complaint_pack(
        case, Complaint(ground=Ground.SPAM), shop=shop, platform=None, zone=taken.zone, now=taken.taken_at
    ).page

    assert f"Link: {link}" in read(page)
    assert ("href=" in page) is linked


def test_a_complaint_without_names_holds_no_person(
    cases: list[Case], complaint: Complaint, shop: Shop, taken: Snapshot
) -> None:
    made = complaint_pack(
        cases[0], complaint, shop=shop, platform=None, zone=taken.zone, now=taken.taken_at, anonymise=True
    )
    told = f"{made.title}{made.text}{made.page}{made.head}{made.name}"

    assert [word for word in (*PEOPLE, "anna") if word in told] == []
    assert "[customer] hämtade den själv." in made.text
    assert "names removed" in made.head


def test_a_marked_passage_that_holds_a_name_can_be_told_without_it(
    cases: list[Case], shop: Shop, taken: Snapshot
) -> None:
    case = replace(cases[0], review=replace(cases[0].review, text="Elin skrek åt mig."))
    complaint = Complaint(ground=Ground.FALSE_FACTS, passage="Elin skrek")
    made = complaint_pack(
        case, complaint, shop=shop, platform=None, zone=taken.zone, now=taken.taken_at, anonymise=True
    )
    assert '"[colleague] skrek"' in made.text

    with pytest.raises(ComplaintError):
        complaint_pack(
            case,
            dataclasses.replace(complaint, passage="[colleague] skrek"),
            shop=shop,
            platform=None,
            zone=taken.zone,
            now=taken.taken_at,
            anonymise=True,
        )


def test_a_case_without_history_has_no_empty_heading(cases: list[Case], shop: Shop, taken: Snapshot) -> None:
    made = complaint_pack(
        cases[2], Complaint(ground=Ground.SPAM), shop=shop, platform=None, zone=taken.zone, now=taken.taken_at
    )

    assert "What was done" not in made.text + made.page
    assert "\n\n\n" not in made.text


def test_the_head_tells_the_shop_and_the_day_where_the_shop_is(
    cases: list[Case], complaint: Complaint, shop: Shop
) -> None:
    late = datetime(2026, 11, 21, 23, 30, tzinfo=ZoneInfo("UTC"))
    made = complaint_pack(cases[0], complaint, shop=shop, platform=None, zone=ZoneInfo("Europe/Stockholm"), now=late)

    assert made.head == "Bageri Solsidan · 2026-11-22"
    assert made.name == "complaint-google-anna-lindqvist-2026-11-22"


@given(parts=st.lists(st.text(max_size=80), min_size=1, max_size=4))
def test_a_suggested_name_fits_every_file_system(parts: list[str]) -> None:
    name = file_name("complaint", *parts)

    assert name.startswith("complaint")
    assert not re.search(r'[\\/:*?"<>|\s.\x00-\x1f]', name)
    assert not name.endswith("-")
    assert len(f"{name}.pdf") <= 4 + 5 * 25


def test_a_suggested_name_keeps_letters_of_every_script() -> None:
    assert file_name("complaint", "Google", "Мария  Петрова/ё", "2026-11-22") == (
        "complaint-google-мария-петрова-ё-2026-11-22"
    )


def test_a_text_is_saved_whole_or_not_at_all(pack: Handout, tmp_path: Path) -> None:
    path = tmp_path / "жалоба.txt"
    save_text(pack.text + "half \ud83d", path)
    assert path.read_text("utf-8") == pack.text + "half ?"

    nowhere = tmp_path / "gone" / "x.txt"
    with pytest.raises(ExportError, match="cannot be written") as trouble:
        save_text(pack.text, nowhere)
    assert "\n" not in str(trouble.value)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_complaint_shows_the_reply_as_it_stands_on_the_platform(
    cases: list[Case], complaint: Complaint, shop: Shop, taken: Snapshot
) -> None:
    posted = cases[0].last_posted
    assert posted is not None
    altered = replace(posted, state=ReplyState.ALTERED, seen_text="Hej Anna, tyvärr.")
    case = replace(cases[0], replies=(altered,))
    made = complaint_pack(case, complaint, shop=shop, platform=None, zone=taken.zone, now=taken.taken_at)

    for shown in (made.text, read(made.page)):
        assert "Hej Anna, tyvärr." in shown
        assert posted.text.splitlines()[1] not in shown
