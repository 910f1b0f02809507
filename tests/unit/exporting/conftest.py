"""A small desk with everything that a case can hold, for exports."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.case import Case, CaseType, Cause, Outcome
from reviewdesk_gui.domain.followup import FollowUpKind
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.exporting import Snapshot, snapshot
from reviewdesk_gui.exporting.anonymising import anonymous_case

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def shop() -> Shop:
    return Shop(
        name="Bageri Solsidan",
        answerer="Elin",
        role="ägare",
        email="hej@bagerisolsidan.example",
        address="Solsidan 4",
        timezone="Europe/Stockholm",
        staff=("Elin", "Karim"),
    )


@pytest.fixture
def cases() -> list[Case]:
    return [settled(), dangerous(), bare()]


def settled() -> Case:
    review = Review(
        platform="google",
        author="Anna Lindqvist",
        text="Tårtan kom för sent.\nRing mig på 070-123 45 67. 😞",
        title="Sen leverans",
        rating=2.0,
        rating_original="TWO",
        language="sv",
        written_at=datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
        received_at=datetime(2026, 11, 3, 8, 0, tzinfo=UTC),
        external_id="locations/1/reviews/x",
        order="A-17",
        source="google_takeout",
        keys=("google:locations/1/reviews/x", "#aa", "~bb"),
    )
    case = Case(id="c0ffee123456", review=review, type=CaseType.COMPLAINT, cause=Cause.OURS, topics=("delivery",))
    at = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
    case = steps.mark_posted(steps.mark_copied(case, "Hej Anna!\nVi beklagar förseningen.\n/Elin", at), at)
    case = steps.offer_compensation(case, "Ny tårta", "350 kr", at)
    case = steps.add_followup(case, FollowUpKind.ASK_SOLVED, date(2026, 11, 10), "Ring Annas mobil", at)
    case = steps.add_note(case, "Budet hade fel adress, sade Karim.", at + timedelta(hours=1))
    case = steps.complete_followup(case, "1", at + timedelta(days=7))
    case = replace(case, facts="Kvittot visar 14.30.", former_reviews=(replace(review, text="Usel!", rating=1.0),))
    return steps.close(case, Outcome.SOLVED, at + timedelta(days=8))


def dangerous() -> Case:
    review = Review(
        platform="judgeme",
        author='=HYPERLINK("http://evil.example")',
        text='<script>alert(1)</script> **fet** & "citat"\n# rubrik',
        title="+46",
        rating=4.5,
        written_at=datetime(2026, 11, 20, tzinfo=UTC),
        received_at=NOW,
        keys=("#cc",),
    )
    return Case(id="bad000000001", review=review, type=CaseType.PRAISE, draft="@cmd", facts="-1")


def bare() -> Case:
    review = Review(platform="in_person", received_at=NOW, text="Дуже смачно, дякую!", language="uk", keys=("#dd",))
    return Case(id="bare00000001", review=review, type=CaseType.PRAISE)


@pytest.fixture
def taken(cases: list[Case], shop: Shop) -> Snapshot:
    return snapshot(cases, shop=shop, now=NOW)


@pytest.fixture
def cleaned(cases: list[Case]) -> Callable[[str, str], str]:
    """``cleaned(author, text)``: the text of that customer's review, with people taken out."""

    def work(author: str, text: str) -> str:
        case = replace(cases[2], review=replace(cases[2].review, author=author, text=text))
        return anonymous_case(case, 1, Shop()).review.text

    return work
