"""Desks of every version, steps to newer forms, and files from the future."""

import shutil
from datetime import time
from pathlib import Path

import pytest
from tinydb import TinyDB

from reviewdesk_gui.domain.case import Outcome, Status
from reviewdesk_gui.store.archive import read_manifest
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.errors import MigrationError, ReadOnlyError
from reviewdesk_gui.store.schema import CURRENT, Schema

FIXTURES = Path(__file__).parents[2] / "fixtures" / "desks"


def add_note(tables):
    """A step as a later version might bring it: every case gets a fact, the settings a name for it."""
    for case in tables["cases"].values():
        case["facts"] = f"{case['facts']} (moved up)"
    tables.setdefault("settings", {}).setdefault("1", {})["moved"] = True
    return tables


def fail(tables):
    tables["cases"].clear()
    raise KeyError("rating")


NEXT = Schema(CURRENT.version + 1, {**CURRENT.steps, CURRENT.version: add_note})
BROKEN = Schema(CURRENT.version + 1, {**CURRENT.steps, CURRENT.version: fail})


@pytest.fixture
def newest(desk_path):
    """A desk of the present version, from its fixture."""
    desk_path.parent.mkdir()
    shutil.copy(FIXTURES / f"v{CURRENT.version}.json", desk_path)
    return desk_path


@pytest.mark.parametrize("version", range(1, CURRENT.version + 1))
def test_a_desk_of_every_version_opens_whole(desk_path, version, make_case):
    desk_path.parent.mkdir()
    shutil.copy(FIXTURES / f"v{version}.json", desk_path)
    with Desk.open(desk_path) as desk:
        assert desk.notices == ()
        assert desk.case("c1") == make_case(1)
        closed = desk.case("c2")
        assert (closed.status, closed.outcome) == (Status.CLOSED, Outcome.SOLVED)
        assert closed.former_reviews == (make_case(9).review,)
        assert desk.shop().hours[1].closes == time(17, 30)
        assert desk.settings() == {"reply_clock": [1, 9, 24]}
        assert desk.templates()["thanks"]["language"] == "fy"


def test_a_step_is_made_once_after_a_backup(newest):
    with Desk.open(newest, schema=NEXT) as desk:
        assert desk.case("c1").facts == " (moved up)"
        (backup,) = desk.backups.all()
        assert (backup.why, read_manifest(backup.path).schema_version) == ("before", CURRENT.version)
    once = newest.read_bytes()
    with Desk.open(newest, schema=NEXT) as desk:
        assert desk.case("c1").facts == " (moved up)"
        assert desk.settings()["moved"] is True
        assert len(desk.backups.all()) == 1
    assert newest.read_bytes() == once


@pytest.mark.parametrize("schema", [BROKEN, Schema(CURRENT.version + 1)], ids=["step fails", "step missing"])
def test_a_failed_step_leaves_the_old_file(newest, schema):
    before = newest.read_bytes()
    with pytest.raises(MigrationError):
        Desk.open(newest, schema=schema)
    assert newest.read_bytes() == before
    with Desk.open(newest) as desk:
        assert len(desk.cases()) == 2


def test_a_desk_from_the_future_can_be_read_and_not_changed(newest, make_case):
    Desk.open(newest, schema=NEXT).close()
    before = newest.read_bytes()
    with Desk.open(newest) as desk:
        assert desk.read_only
        assert "A newer ReviewDesk wrote this desk" in desk.notices[0]
        assert len(desk.cases()) == 2
        with pytest.raises(ReadOnlyError):
            desk.save([make_case(1)])
    assert newest.read_bytes() == before


def test_an_older_backup_is_brought_up_to_date_on_going_back(newest):
    with Desk.open(newest, schema=NEXT) as desk:
        desk.save([], delete=["c1", "c2"])
        desk.backups.go_back(desk.backups.all()[-1].path)
        assert desk.case("c1").facts == " (moved up)"


def test_the_version_stands_in_the_file_for_anyone_to_read(newest):
    with TinyDB(newest, access_mode="r") as database:
        assert database.table("meta").all()[0]["schema_version"] == CURRENT.version
