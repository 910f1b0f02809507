"""Two starts on one desk, locks left behind, disks that take no lock."""

import errno
import os
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.errors import LockedError, WriteError
from reviewdesk_gui.store.health import repair
from reviewdesk_gui.store.lock import Owner

ROOT = Path(__file__).parents[3]
HOLD = """
import sys
from pathlib import Path
from reviewdesk_gui.store.desk import Desk
desk = Desk.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other_process(desk_path):
    """Another process that has the desk open."""
    command = [sys.executable, "-c", HOLD, str(desk_path)]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline().strip() == b"open"
        yield process
        process.kill()


def test_a_second_writer_is_told_who_has_the_desk(desk_path, other_process, make_case):
    with pytest.raises(LockedError) as caught:
        Desk.open(desk_path)
    assert str(other_process.pid) in str(caught.value)
    assert f"{datetime.now().astimezone():%Y-%m-%d}" in str(caught.value)
    assert not caught.value.elsewhere
    with Desk.open(desk_path, read_only=True) as onlooker:
        assert onlooker.cases() == []


def test_a_lock_left_by_a_killed_process_is_stale(desk_path, other_process, make_case):
    other_process.kill()
    other_process.wait()
    assert desk_path.with_name("desk.json.owner").exists()
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
    assert not desk_path.with_name("desk.json.owner").exists()


def test_a_second_opening_in_the_same_process_is_refused(desk_path):
    with Desk.open(desk_path), pytest.raises(LockedError, match=str(os.getpid())):
        Desk.open(desk_path)
    Desk.open(desk_path).close()


def test_the_note_of_another_computer_is_taken_seriously_until_taken_over(desk_path):
    Desk.open(desk_path).close()
    note = desk_path.with_name("desk.json.owner")
    note.write_bytes(msgspec.json.encode(Owner("kitchen-laptop", 77, datetime(2026, 3, 1, 9, tzinfo=UTC))))
    with pytest.raises(LockedError, match="kitchen-laptop since 2026-03-01") as caught:
        Desk.open(desk_path)
    assert caught.value.elsewhere
    with Desk.open(desk_path, take_over=True):
        assert msgspec.json.decode(note.read_bytes(), type=Owner).host == socket.gethostname()


def test_a_computer_that_was_renamed_is_still_the_same(desk_path):
    Desk.open(desk_path).close()
    old_name = msgspec.structs.replace(Owner.here(), host="name-in-another-network", pid=77)
    desk_path.with_name("desk.json.owner").write_bytes(msgspec.json.encode(old_name))
    with Desk.open(desk_path) as desk:
        assert not desk.read_only


def test_repairing_takes_over_from_a_computer_that_is_gone(desk_path):
    Desk.open(desk_path).close()
    note = desk_path.with_name("desk.json.owner")
    note.write_bytes(msgspec.json.encode(Owner("kitchen-laptop", 77, datetime(2026, 3, 1, 9, tzinfo=UTC))))
    repair(desk_path)
    with Desk.open(desk_path) as desk:
        assert not desk.read_only


def test_a_disk_that_takes_no_lock_opens_for_reading_only(desk_path, make_case, monkeypatch):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
    refuse_locks(monkeypatch, errno.EROFS)
    with Desk.open(desk_path) as desk:
        assert desk.read_only
        assert desk.cases() == [make_case(1)]
        assert desk.notices == ("The desk is open for reading only: the disk is read-only. Use another disk.",)


def test_no_desk_can_be_made_on_a_read_only_disk(desk_path, monkeypatch):
    refuse_locks(monkeypatch, errno.EACCES)
    with pytest.raises(WriteError, match=r"No desk can be made at .* access is denied"):
        Desk.open(desk_path)


def refuse_locks(monkeypatch, number):
    """Root may write everywhere, so the refusal of the system is put in by hand."""
    real = os.open

    def refusing(path, flags, *args, **kwargs):
        if str(path).endswith(".lock"):
            raise OSError(number, os.strerror(number), str(path))
        return real(path, flags, *args, **kwargs)

    monkeypatch.setattr(os, "open", refusing)
