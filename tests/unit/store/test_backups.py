"""Backups: made by the day, listed, thinned, gone back to, carried away, put in place on a new laptop."""

import errno
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest

from reviewdesk_gui.store.archive import read_manifest, verify
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.errors import BackupError
from reviewdesk_gui.store.files import DeskFiles
from reviewdesk_gui.store.restoring import restore
from reviewdesk_gui.store.shelf import Shelf
from reviewdesk_gui.store.thinning import superfluous


@pytest.fixture
def filled(desk_path, make_case):
    """A closed desk with two cases."""
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1), make_case(2)], settings={"theme": "dark"})
    return desk_path


def test_the_first_change_of_a_day_keeps_what_was_there_before(filled, make_case):
    with Desk.open(filled) as desk:
        desk.save([make_case(3)])
        desk.save([make_case(4)])
        desk.wait()
        (backup,) = desk.backups.all()
        assert (backup.why, backup.manifest.cases, backup.manifest.open_cases) == ("day", 2, 2)
        assert datetime.now(UTC) - desk.backups.last_made_at() < timedelta(minutes=5)


def test_looking_without_a_change_makes_no_backup(filled):
    with Desk.open(filled) as desk:
        assert desk.backups.all() == []
        assert desk.backups.last_made_at() is None


def test_going_back_and_going_back_from_that(filled, make_case):
    with Desk.open(filled) as desk:
        desk.save([make_case(3)], delete=["c1"], settings={"theme": "light"})
        desk.wait()
        now = {case.id: case for case in desk.cases()}
        kept = desk.backups.go_back(desk.backups.all()[0].path)
        assert {case.id for case in desk.cases()} == {"c1", "c2"}
        assert desk.settings() == {"theme": "dark"}
    with Desk.open(filled) as desk:
        assert {case.id for case in desk.cases()} == {"c1", "c2"}
        desk.backups.go_back(kept)
        assert {case.id: case for case in desk.cases()} == now
        assert desk.settings() == {"theme": "light"}
        desk.save([make_case(5)])
        assert len(desk.cases()) == 3


def test_a_backup_carried_away_stands_on_a_new_laptop(filled, make_case, tmp_path):
    target = tmp_path / "stick" / "my desk.zip"
    with Desk.open(filled) as desk:
        manifest = desk.backups.job(target)()
        desk.backups.note(target, manifest)
        assert desk.backups.last_carried().to == str(target)
    with Desk.open(filled) as desk:
        assert desk.backups.last_made_at() == manifest.made_at
    laptop = tmp_path / "new laptop" / "desk.json"
    assert restore(target, laptop) is None
    with Desk.open(laptop) as desk:
        assert desk.cases() == [make_case(1), make_case(2)]
        assert desk.notices == ()


def test_restoring_over_a_desk_keeps_what_was_there(filled, make_case, tmp_path):
    target = tmp_path / "out.zip"
    with Desk.open(filled) as desk:
        desk.backups.job(target)()
        desk.save([make_case(8)])
    kept = restore(target, filled)
    assert read_manifest(kept).cases == 3
    with Desk.open(filled) as desk:
        assert [case.id for case in desk.cases()] == ["c1", "c2"]


@pytest.mark.parametrize("ruin", ["flip", "cut", "text", "empty", "other zip"])
def test_a_bad_backup_is_told_and_changes_nothing(filled, make_case, tmp_path, ruin):
    target = tmp_path / "out.zip"
    with Desk.open(filled) as desk:
        desk.backups.job(target)()
        data = bytearray(target.read_bytes())
        data[200] ^= 4
        contents = {"flip": bytes(data), "cut": bytes(data[:300]), "text": b"hello", "empty": b""}
        if ruin == "other zip":
            with zipfile.ZipFile(target, "w") as archive:
                archive.writestr("readme.txt", "hello")
        else:
            target.write_bytes(contents[ruin])
        with pytest.raises(BackupError, match=r"out\.zip"):
            desk.backups.go_back(target)
        assert desk.cases() == [make_case(1), make_case(2)]
        assert desk.backups.all() == []


def test_a_missing_backup_is_told(tmp_path):
    with pytest.raises(BackupError, match=r"gone\.zip cannot be read: the folder is gone"):
        verify(tmp_path / "gone.zip")


def test_a_full_disk_leaves_no_half_backup_and_the_desk_goes_on(filled, make_case, faulty_disk, tmp_path):
    counted = faulty_disk()
    with Desk.open(filled, disk=counted) as desk:
        before = counted.count
        desk.backups.job(tmp_path / "0.zip")()
        calls = counted.count - before
    for step in range(1, calls + 1):
        disk = faulty_disk()
        with Desk.open(filled, disk=disk) as desk:
            disk.step, disk.error = disk.count + step, errno.ENOSPC
            target = tmp_path / "full" / f"{step}.zip"
            with pytest.raises(BackupError, match="the disk is full"):
                desk.backups.job(target)()
            assert not target.with_name(f"{step}.zip.tmp").exists()
            if target.exists():
                assert verify(target).cases == len(desk.cases())
            desk.save([make_case(3)])


def test_a_failed_daily_backup_is_told_but_the_change_is_saved(filled, make_case):
    filled.with_name("desk.json.backups").write_text("a file where the folder should be")
    with Desk.open(filled) as desk:
        desk.save([make_case(3)])
        desk.wait()
        assert len(desk.cases()) == 3
        assert len(desk.troubles) == 1
        assert "was not made" in desk.troubles[0]


def test_a_damaged_backup_in_the_list_says_so(filled, make_case):
    with Desk.open(filled) as desk:
        desk.save([make_case(3)])
        desk.wait()
        desk.backups.all()[0].path.write_bytes(b"rust")
        assert [backup.manifest for backup in desk.backups.all()] == [None]


def test_backups_thin_out_with_age():
    today = date(2026, 6, 30)
    noon = datetime(2026, 6, 30, 12).astimezone()
    moments = [noon - timedelta(hours=6 * step) for step in range(4 * 800)]
    kept = sorted(set(moments) - superfluous(moments, today), reverse=True)
    ages = [(today - moment.date()).days for moment in kept]
    assert ages[:3] == [0, 0, 0]
    assert ages[3:9] == [1, 2, 3, 4, 5, 6]
    assert len(kept) < 40
    assert max(ages) > 650
    assert min(moment.hour for moment in kept[3:9]) == 18, "the newest of each day stays"
    assert superfluous(kept, today) == set()


def test_the_only_backup_stays_however_old():
    ancient = datetime(2011, 1, 1).astimezone()
    assert superfluous([ancient], date(2026, 6, 30)) == set()


def test_the_shelf_thins_when_it_grows(desk_path, make_case):
    moment = datetime(2026, 1, 1, 12, tzinfo=UTC)
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1)])
        frozen, disk = desk._engine.frozen(), desk._engine.disk
        for day in range(60):
            Shelf(DeskFiles(desk_path), disk, lambda day=day: moment + timedelta(days=day)).make(frozen, None, "day")
        assert 8 <= len(desk.backups.all()) <= 14
