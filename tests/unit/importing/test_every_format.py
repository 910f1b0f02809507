"""Every kind of export, by a fixture that holds its traps; ``expected.json`` says what each review must become."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reviewdesk_gui.importing import Scan, ScannedReview, formats

FOLDER = Path(__file__).parents[2] / "fixtures" / "imports"
EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text("utf-8"))
FIELDS = ("author", "rating", "rating_original", "title", "text", "language", "product", "order", "location", "link")


def told(row: ScannedReview) -> dict[str, Any]:
    review = row.review
    found: dict[str, Any] = {"line": row.line, "format": review.source, "platform": review.platform}
    found |= {
        name: getattr(review, name) for name in (*FIELDS, "external_id") if getattr(review, name) not in ("", None)
    }
    moments = {"written_at": review.written_at, "changed_at": review.changed_at}
    moments["reply_at"] = row.reply.at if row.reply else None
    found |= {name: moment.isoformat() for name, moment in moments.items() if moment}
    return found | ({"reply": row.reply.text} if row.reply else {})


@pytest.mark.parametrize("name", EXPECTED)
def test_an_export_becomes_the_reviews_that_stand_in_it(name: str, scan: Callable[..., Scan]) -> None:
    found = scan(FOLDER / name, read_on=date(2026, 11, 21))

    assert [told(row) for row in found.reviews] == EXPECTED[name]["reviews"]
    assert [[row.line, row.reason] for row in found.rejected] == EXPECTED[name]["rejected"]


def test_every_fixture_is_expected() -> None:
    files = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()} - {"expected.json"}

    assert {name for name in files if not name.startswith(tuple(EXPECTED))} == set()


def test_every_known_format_has_a_fixture() -> None:
    covered = {row["format"] for entry in EXPECTED.values() for row in entry["reviews"]}

    assert {info.id for info in formats()} - covered == {"reviewdesk", "reviewdesk_table"}


def test_a_format_can_be_named_and_then_no_other_is_tried(scan: Callable[..., Scan]) -> None:
    assert scan(FOLDER / "judgeme.csv", format_id="judgeme").reviews
    assert not scan(FOLDER / "judgeme.csv", format_id="loox").reviews
