"""A desk of three cases for the commands that choose among them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reviewdesk_gui.domain.case import Case, CaseType, Status
from reviewdesk_gui.domain.review import Review
from reviewdesk_gui.store.desk import Desk

WRITTEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def case(case_id: str, author: str, platform: str, status: Status, text: str) -> Case:
    review = Review(platform=platform, author=author, text=text, rating=3.0, received_at=WRITTEN, keys=(f"#{case_id}",))
    return Case(id=case_id, review=review, type=CaseType.COMPLAINT, status=status)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.json"
    with Desk.open(path) as made:
        made.save(
            [
                case("a1", "Ada Berg", "google", Status.NEW, "The bread was dry."),
                case("b2", "Bo Ek", "yelp", Status.ANSWERED, "Dry cake, cold soup."),
                case("c3", "Cia Dal", "google", Status.CLOSED, "Lovely rolls."),
            ]
        )
    return path
