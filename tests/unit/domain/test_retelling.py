"""A case's history is told in words, whichever program version wrote it; what people wrote stays."""

from datetime import UTC, datetime

import pytest

from reviewdesk_gui import paths
from reviewdesk_gui.domain.case import Outcome
from reviewdesk_gui.domain.errors import DataFileError
from reviewdesk_gui.domain.retelling import parse_origins, retold
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.importing import formats

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FILE = paths.resources() / "importing" / "origins.toml"


@pytest.fixture
def origins() -> dict[str, str]:
    return parse_origins(FILE.read_text("utf-8"), FILE)


def texts(origins: dict[str, str], *steps: tuple[EventKind, str]) -> list[str]:
    timeline = [Event(at=AT, kind=kind, text=text) for kind, text in steps]
    return [event.text for event in retold(timeline, origins, lambda end: end.value.upper())]


@pytest.mark.parametrize("format_id", [form.id for form in formats()])
def test_every_kind_of_file_has_words(format_id: str, origins: dict[str, str]) -> None:
    [told] = texts(origins, (EventKind.RECEIVED, format_id))

    assert told not in ("", format_id)
    assert "_" not in told


def test_a_review_that_was_copied_off_a_page_is_told_so(origins: dict[str, str]) -> None:
    assert texts(origins, (EventKind.RECEIVED, "paste")) == ["pasted"]


def test_a_review_without_a_source_was_entered_by_hand_unless_it_was_erased(origins: dict[str, str]) -> None:
    assert texts(origins, (EventKind.RECEIVED, "")) == ["by hand"]
    assert texts(origins, (EventKind.RECEIVED, ""), (EventKind.ERASED, "")) == ["", ""]


def test_what_is_no_id_stays_as_it_stands(origins: dict[str, str]) -> None:
    steps = (
        (EventKind.RECEIVED, "reviews.json"),
        (EventKind.NOTE, "generic"),
        (EventKind.CLOSED, "for good"),
        (EventKind.POSTED, ""),
    )
    assert texts(origins, *steps) == [text for _kind, text in steps]


def test_how_a_case_ended_is_told_in_words(origins: dict[str, str]) -> None:
    assert texts(origins, (EventKind.CLOSED, Outcome.GAVE_UP.value)) == ["GAVE_UP"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('hand = "by hand"\npaste = 5\n', 2, "paste is written as"),
        ('hand = " "\n', 1, "hand is written as"),
        ('paste = "pasted"\n', 0, "hand is missing"),
        ("hand = by hand\n", 1, "Invalid value"),
    ],
)
def test_a_broken_file_names_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(DataFileError, match=words) as caught:
        parse_origins(text, "origins.toml")
    assert caught.value.line == line
