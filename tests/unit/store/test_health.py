"""What the doctor sees, and mending."""

import pytest

from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.errors import LockedError
from reviewdesk_gui.store.health import examine, repair


@pytest.fixture
def filled(desk_path, make_case):
    """A closed desk with two cases and a former snapshot."""
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1), make_case(2)])
    return desk_path


def everything(path):
    return {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}


def test_no_desk_yet(desk_path):
    report = examine(desk_path)
    assert not report.exists
    assert report.lines() == [f"Desk: none yet at {desk_path}"]


def test_a_healthy_desk(filled):
    report = examine(filled)
    assert report.is_well
    assert (report.cases, report.owner, report.backups) == (2, None, 0)
    assert "2 cases" in report.lines()[0]
    assert "the last one never" in report.lines()[2]


def test_a_damaged_desk_is_told_and_left_as_it_is(filled):
    filled.write_bytes(b'{"cases":{\n"1":')
    before = everything(filled)
    report = examine(filled)
    assert not report.is_well
    assert "Problem: The desk file is damaged" in report.lines()[0]
    assert report.cases == 2
    assert everything(filled) == before


def test_repair_mends_and_says_what_it_did(filled):
    filled.write_bytes(b"")
    done = repair(filled)
    assert "its former copy and the journal were opened" in done[0]
    report = examine(filled)
    assert report.is_well
    assert len(report.damaged) == 1
    assert repair(filled) == ("Nothing needed mending.",)


def test_an_open_desk_is_examined_but_not_repaired(filled, make_case):
    with Desk.open(filled) as desk:
        desk.save([make_case(3)])
        report = examine(filled)
        assert (report.is_well, report.cases) == (True, 3)
        assert report.journal_size > 0
        assert any("Opened on" in line for line in report.lines())
        with pytest.raises(LockedError):
            repair(filled)


def test_a_protected_desk_without_its_phrase_is_a_problem(filled):
    with Desk.open(filled) as desk:
        desk.protection.set("long enough")
    assert "pass-phrase" in examine(filled).problems[0]
    assert examine(filled, "long enough").cases == 2


def test_a_backup_that_cannot_be_read_is_a_problem(filled, make_case):
    with Desk.open(filled) as desk:
        desk.save([make_case(3)])
        desk.wait()
        desk.backups.all()[0].path.write_bytes(b"rust")
    assert "cannot be read" in examine(filled).problems[0]
