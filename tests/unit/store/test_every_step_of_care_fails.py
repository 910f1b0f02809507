"""Setting, changing and taking away the pass-phrase, going back and purging, with a sudden death at every step."""

import contextlib
import errno
import shutil

import pytest

from reviewdesk_gui.domain.steps import attach
from reviewdesk_gui.store import sealing
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.erase import erased
from reviewdesk_gui.store.errors import PhraseNeededError, WriteError, WrongPhraseError

OLD, NEW = "old old old", "new new new"
PHOTO = b"a photo of cold soup"

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def cheap_phrases(monkeypatch):
    """A phrase is stretched some hundred times here; how long that takes is not what is tested."""
    monkeypatch.setattr(sealing, "_COST", 16)


@pytest.fixture
def plain_desk(desk_path, make_case):
    """A desk with a former snapshot, a journal, a backup and a draft."""
    with Desk.open(desk_path) as desk:
        photo = desk.attachments.keep("photo.jpg", PHOTO)
        desk.save([make_case(1), attach(make_case(2), photo, photo.added_at)])
    with Desk.open(desk_path) as desk:
        desk.save([make_case(3)])
        desk.wait()
    return desk_path


@pytest.fixture
def protected_desk(plain_desk):
    """The same under the old phrase."""
    with Desk.open(plain_desk) as desk:
        desk.protection.set(OLD)
    return plain_desk


def die_at_every_step(source, tmp_path, faulty_disk, sudden_death, phrase, act, check):
    """``act`` on a copy of the desk, dying at its first step, its second and so on until it comes through."""
    for step in range(1, 400):
        path = tmp_path / f"{act.__name__}-{step}" / source.name
        shutil.copytree(source.parent, path.parent)
        disk = faulty_disk()
        desk = Desk.open(path, passphrase=phrase, disk=disk)
        desk.save_draft("c3", "as typed")
        desk.wait()
        disk.step, disk.torn, disk.names = disk.count + step, (0.0, 0.5, 1.0)[step % 3], step % 2 == 0
        try:
            act(desk)
        except sudden_death:
            desk._lock.release()
            check(path)
            shutil.rmtree(path.parent)
        else:
            disk.step = 0
            desk.close()
            check(path)
            assert step > 3, "nothing was done"
            return
    pytest.fail("it never came through")


def opened(path, *phrases):
    """The desk under the first phrase that opens it."""
    for phrase in phrases:
        try:
            return Desk.open(path, passphrase=phrase)
        except (PhraseNeededError, WrongPhraseError):
            continue
    pytest.fail("no phrase opens the desk any more")


def holds_everything(*phrases):
    def check(path):
        with opened(path, *phrases) as desk:
            assert {case.id for case in desk.cases()} == {"c1", "c2", "c3"}
            assert desk.case("c3").draft == "as typed"
            assert desk.notices == ()
            holds_photo(desk)

    return check


def holds_photo(desk):
    """The photo can be read, and lies in clear only beside a plain desk; every backup brings it back."""
    assert desk.attachments.read(desk.case("c2").attachments[0]) == PHOTO
    folder = desk.path.with_name("desk.json.attachments")
    lying = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert (PHOTO in lying.values()) is not desk.protection.is_on
    for backup in desk.backups.all():
        desk.backups.go_back(backup.path, OLD)
        assert desk.attachments.read(desk.case("c2").attachments[0]) == PHOTO


def test_setting_the_phrase(plain_desk, tmp_path, faulty_disk, sudden_death):
    def setting(desk):
        desk.protection.set(NEW)

    die_at_every_step(plain_desk, tmp_path, faulty_disk, sudden_death, None, setting, holds_everything(None, NEW))


def test_changing_the_phrase(protected_desk, tmp_path, faulty_disk, sudden_death):
    def changing(desk):
        desk.protection.change(OLD, NEW)

    check = holds_everything(OLD, NEW)
    die_at_every_step(protected_desk, tmp_path, faulty_disk, sudden_death, OLD, changing, check)


def test_taking_the_phrase_away(protected_desk, tmp_path, faulty_disk, sudden_death):
    def removing(desk):
        desk.protection.remove(OLD)

    check = holds_everything(None, OLD)
    die_at_every_step(protected_desk, tmp_path, faulty_disk, sudden_death, OLD, removing, check)


def test_going_back(plain_desk, tmp_path, faulty_disk, sudden_death):
    def going_back(desk):
        desk.backups.go_back(desk.backups.all()[-1].path)

    def check(path):
        with Desk.open(path) as desk:
            found = {case.id for case in desk.cases()}
            assert found in ({"c1", "c2", "c3"}, {"c1", "c2"})
            kept = [backup.manifest.cases for backup in desk.backups.all() if backup.manifest]
            assert "c3" in found or 3 in kept, "the state before going back is nowhere"

    die_at_every_step(plain_desk, tmp_path, faulty_disk, sudden_death, None, going_back, check)


def test_purging(plain_desk, make_case, tmp_path, faulty_disk, sudden_death):
    def purging(desk):
        desk.save([erased(make_case(1), make_case(1).review.received_at)])
        desk.privacy.purge(["c1"])()

    def check(path):
        with Desk.open(path) as desk:
            assert {case.id for case in desk.cases()} == {"c1", "c2", "c3"}
            assert desk.case("c3").draft == "as typed"
            assert all(backup.manifest for backup in desk.backups.all())
            assert desk.attachments.read(desk.case("c2").attachments[0]) == PHOTO

    die_at_every_step(plain_desk, tmp_path, faulty_disk, sudden_death, None, purging, check)


@pytest.mark.parametrize("step", range(1, 30))
def test_a_full_disk_while_setting_the_phrase_leaves_a_desk_that_opens(plain_desk, faulty_disk, tmp_path, step):
    disk = faulty_disk()
    with Desk.open(plain_desk, disk=disk) as desk:
        disk.step, disk.error = disk.count + step, errno.ENOSPC
        with contextlib.suppress(WriteError):
            desk.protection.set(NEW)
        desk.save([], delete=["c2"])
        killed = tmp_path / "killed" / plain_desk.name
        shutil.copytree(plain_desk.parent, killed.parent)
    for path in (killed, plain_desk):
        with opened(path, None, NEW) as desk:
            assert {case.id for case in desk.cases()} == {"c1", "c3"}
