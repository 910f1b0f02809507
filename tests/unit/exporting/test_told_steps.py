"""Readers of exports are told the steps of a case in words; files for programs keep the ids."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain.case import Case
from reviewdesk_gui.domain.shop import Shop
from reviewdesk_gui.domain.timeline import Event, EventKind
from reviewdesk_gui.exporting import Snapshot, read_json, snapshot, write
from reviewdesk_gui.exporting.complaint_pack import Complaint, Ground, complaint_pack

AT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
STEPS = (
    Event(at=AT, kind=EventKind.RECEIVED, text="judgeme"),
    Event(at=AT, kind=EventKind.CLOSED, text="no_answer_needed"),
)
IDS = [step.text for step in STEPS]
WORDS = ["Judge.me export", "no answer needed"]


@pytest.fixture
def case(cases: list[Case]) -> Case:
    return replace(cases[2], timeline=STEPS)


@pytest.fixture
def written(case: Case, shop: Shop, taken: Snapshot, tmp_path: Path) -> Callable[[str], Path]:
    def write_(format_id: str) -> Path:
        path = tmp_path / f"history.{format_id}"
        write(snapshot([case], shop=shop, now=taken.taken_at), path, format_id)
        return path

    return write_


@pytest.mark.parametrize("format_id", ["html", "md"])
def test_a_history_to_read_tells_steps_in_words(format_id: str, written: Callable[[str], Path]) -> None:
    told = written(format_id).read_text("utf-8")

    assert [words for words in WORDS if words not in told] == []
    assert [id_ for id_ in IDS if id_ in told] == []


def test_a_complaint_tells_steps_in_words(case: Case, shop: Shop, taken: Snapshot) -> None:
    made = complaint_pack(
        case, Complaint(ground=Ground.SPAM), shop=shop, platform=None, zone=taken.zone, now=taken.taken_at
    )
    assert "2026-11-20 09:00  received: Judge.me export\n" in made.text
    assert "received: Judge.me export" in made.page
    assert "closed: no answer needed" in made.text


def test_files_for_programs_keep_the_ids(case: Case, written: Callable[[str], Path]) -> None:
    assert read_json(written("json")) == [case]
    with closing(sqlite3.connect(written("sqlite"))) as database:
        assert [row[0] for row in database.execute("SELECT text FROM timeline ORDER BY number")] == IDS
