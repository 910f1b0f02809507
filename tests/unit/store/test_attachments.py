"""The files of cases: kept once, read back as they were, gone when nothing needs them."""

import hashlib
import io
import os
import shutil
import zipfile
from datetime import UTC, datetime
from functools import partial

import pytest
from msgspec.structs import replace

from reviewdesk_gui.domain import steps
from reviewdesk_gui.domain.attachment import LARGEST, AttachmentError, MissingAttachmentError
from reviewdesk_gui.store.archive import read_manifest
from reviewdesk_gui.store.desk import Desk
from reviewdesk_gui.store.erase import erased
from reviewdesk_gui.store.errors import BackupError, ReadOnlyError, WriteError
from reviewdesk_gui.store.health import examine
from reviewdesk_gui.store.restoring import restore

NOW = datetime(2026, 6, 1, tzinfo=UTC)
PHOTO, RECEIPT = b"\xff\xd8 a photo of cold soup " * 40, b"%PDF a receipt " * 40


class StopError(Exception):
    """The owner cancelled."""


def attach(desk, case_id, name, data):
    """Attach as the window does: the bytes first, then the case."""
    case = steps.attach(desk.case(case_id), desk.attachments.keep(name, data), NOW)
    desk.save([case])
    return next(one for one in case.attachments if one.name == name)


def detach(desk, case_id, attachment):
    desk.save([steps.remove_attachment(desk.case(case_id), attachment.sha256, NOW)])


def files(path):
    folder = path.with_name("desk.json.attachments")
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def everything(path):
    """All bytes beside the desk, those within backups unpacked."""
    found = []
    for file in path.parent.rglob("*"):
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as archive:
                found += [archive.read(name) for name in archive.namelist()]
        elif file.is_file():
            found.append(file.read_bytes())
    return b"\0".join(found)


def make_empty(path, size):
    """A file of ``size`` bytes that takes no room."""
    path.touch()
    os.truncate(path, size)


def reopened(path, **how):
    """A clean start, which tidies; the desk is closed again."""
    Desk.open(path, **how).close()


@pytest.fixture
def desk_of_two(desk_path, make_case):
    with Desk.open(desk_path) as desk:
        desk.save([make_case(1), make_case(2)])
        yield desk


def test_a_file_is_read_back_as_it_was(desk_path, desk_of_two, tmp_path):
    (tmp_path / "суп.jpg").write_bytes(PHOTO)
    read = []
    kept = desk_of_two.attachments.keep_file(tmp_path / "суп.jpg", read.append)
    desk_of_two.save([steps.attach(desk_of_two.case("c1"), kept, NOW)])
    assert read == [len(PHOTO)]
    desk_of_two.close()
    with Desk.open(desk_path) as desk:
        (attachment,) = desk.case("c1").attachments
        assert (attachment.name, attachment.size) == ("суп.jpg", len(PHOTO))
        assert desk.attachments.is_there(attachment)
        assert desk.attachments.read(attachment) == PHOTO


def test_the_same_bytes_lie_on_the_disk_once(desk_path, desk_of_two):
    attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    attach(desk_of_two, "c2", "the same.jpg", PHOTO)
    assert len(files(desk_path)) == 1


def test_what_is_too_big_a_folder_or_gone_is_refused(desk_of_two, tmp_path, desk_path):
    make_empty(tmp_path / "big.mov", LARGEST + 1)
    (tmp_path / "album").mkdir()
    too_big = "50.0 MB; a case takes files of up to 50 MB"
    for name, words in (("big.mov", too_big), ("album", "is a folder"), ("gone.jpg", "cannot be read")):
        with pytest.raises(AttachmentError, match=words):
            desk_of_two.attachments.keep_file(tmp_path / name, lambda _done: None)
    with pytest.raises(AttachmentError, match="a case takes"):
        desk_of_two.attachments.keep("big.mov", bytes(LARGEST + 1))
    assert files(desk_path) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_what_has_no_end_is_refused(desk_of_two, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(AttachmentError, match="pipe is no file that can be attached"):
        desk_of_two.attachments.keep_file(tmp_path / "pipe", lambda _done: None)


def test_a_file_of_exactly_the_limit_is_taken(desk_of_two, tmp_path):
    make_empty(tmp_path / "big.mov", LARGEST)
    assert desk_of_two.attachments.keep_file(tmp_path / "big.mov", lambda _done: None).size == LARGEST


def test_a_desk_that_can_only_be_read_takes_none(desk_path, desk_of_two):
    with Desk.open(desk_path, read_only=True) as desk, pytest.raises(ReadOnlyError):
        desk.attachments.keep("photo.jpg", PHOTO)


def test_what_a_crash_left_is_tidied(desk_path, desk_of_two):
    desk_of_two.attachments.keep("photo.jpg", PHOTO)
    (desk_path.with_name("desk.json.attachments") / "torn.tmp").write_bytes(b"half")
    desk_of_two.close()
    reopened(desk_path)
    assert files(desk_path) == []


def test_a_removed_file_stays_while_undo_may_want_it(desk_path, desk_of_two):
    before = desk_of_two.case("c1")
    photo = attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    detach(desk_of_two, "c1", photo)
    desk_of_two.save([steps.attach(before, photo, NOW)])
    assert desk_of_two.attachments.read(photo) == PHOTO
    detach(desk_of_two, "c1", photo)
    desk_of_two.close()
    reopened(desk_path)
    assert files(desk_path) == []


def test_a_removed_file_stays_while_a_backup_needs_it(desk_path, desk_of_two):
    photo = attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    dated = desk_of_two.backups.keep_present()
    detach(desk_of_two, "c1", photo)
    desk_of_two.close()
    reopened(desk_path)
    assert len(files(desk_path)) == 1
    assert "attachments/" not in " ".join(zipfile.ZipFile(dated).namelist()), "a dated backup only names them"
    with Desk.open(desk_path) as desk:
        desk.backups.go_back(dated)
        assert desk.attachments.read(desk.case("c1").attachments[0]) == PHOTO


def test_nothing_is_removed_while_a_backup_cannot_be_read(desk_path, desk_of_two):
    photo = attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    desk_of_two.backups.keep_present().write_bytes(b"rust")
    detach(desk_of_two, "c1", photo)
    desk_of_two.close()
    reopened(desk_path)
    assert len(files(desk_path)) == 1


def test_nothing_is_removed_after_the_desk_lost_something(desk_path, desk_of_two):
    attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    desk_of_two.close()
    for companion in desk_path.parent.glob("desk.json.*"):
        if companion.is_file():
            companion.unlink()
    desk_path.write_bytes(desk_path.read_bytes()[:400].replace(b"photo", b"ph\0to"))
    reopened(desk_path)
    reopened(desk_path)
    assert len(files(desk_path)) == 1


def test_a_case_that_is_not_understood_keeps_its_files(desk_path, desk_of_two):
    attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    row = desk_of_two.database.table("cases").all()[0]
    desk_of_two.database.table("cases").update({"attachments": [*row["attachments"], {"sha256": 7}]}, doc_ids=[1])
    desk_of_two.close()
    with Desk.open(desk_path) as desk:
        assert desk.case("c1") is None
    assert len(files(desk_path)) == 1


@pytest.mark.parametrize(("ruin", "words"), [(None, "is missing"), (b"other", "is damaged")])
def test_a_missing_or_damaged_file_is_named_and_the_case_opens(desk_path, desk_of_two, ruin, words):
    photo = attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    (lying,) = desk_path.with_name("desk.json.attachments").iterdir()
    lying.unlink() if ruin is None else lying.write_bytes(ruin)
    with pytest.raises(MissingAttachmentError, match=rf"photo\.jpg {words}\. Restore a backup"):
        desk_of_two.attachments.read(photo)
    assert desk_of_two.attachments.absent(desk_of_two.cases()) == ({photo.sha256} if ruin is None else set())
    desk_of_two.close()
    report = examine(desk_path)
    assert report.cases == 2
    assert report.problems == (f"Case c1: photo.jpg {words}. Restore a backup file that holds it, or attach it again.",)
    with Desk.open(desk_path) as desk:
        desk.attachments.keep("photo.jpg", PHOTO)
        assert desk.attachments.read(photo) == PHOTO, "attached again, it is whole again"


def test_a_folder_that_cannot_be_read_is_one_without_files(desk_path, desk_of_two):
    photo = attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    folder = desk_path.with_name("desk.json.attachments")
    shutil.rmtree(folder)
    folder.write_bytes(b"a file in its place")
    assert desk_of_two.attachments.absent(desk_of_two.cases()) == {photo.sha256}
    assert not desk_of_two.attachments.is_there(photo)
    with pytest.raises(MissingAttachmentError, match=r"photo\.jpg "):
        desk_of_two.attachments.read(photo)
    with pytest.raises(WriteError, match="The file was not attached"):
        desk_of_two.attachments.keep("receipt.pdf", RECEIPT)
    desk_of_two.close()
    reopened(desk_path)


def test_a_carried_backup_holds_the_files(desk_path, desk_of_two, tmp_path):
    photo = attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    manifest = desk_of_two.backups.job(tmp_path / "carried.zip")()
    assert [one.size for one in manifest.files] == [len(PHOTO)]
    assert restore(tmp_path / "carried.zip", tmp_path / "laptop" / "desk.json") is None
    with Desk.open(tmp_path / "laptop" / "desk.json") as desk:
        assert desk.attachments.read(desk.case("c1").attachments[0]) == PHOTO
    for lying in desk_path.with_name("desk.json.attachments").iterdir():
        lying.write_bytes(b"ruined")
    desk_of_two.backups.go_back(tmp_path / "carried.zip")
    assert desk_of_two.attachments.read(photo) == PHOTO


def test_a_backup_whose_file_was_changed_is_refused(desk_of_two, tmp_path):
    attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    desk_of_two.backups.job(tmp_path / "carried.zip")()
    data = (tmp_path / "carried.zip").read_bytes()
    (tmp_path / "carried.zip").write_bytes(data.replace(PHOTO, PHOTO[::-1]))
    with pytest.raises(BackupError, match="damaged"):
        desk_of_two.backups.go_back(tmp_path / "carried.zip")
    with pytest.raises(BackupError, match="damaged"):
        restore(tmp_path / "carried.zip", tmp_path / "laptop" / "desk.json")


def test_a_desk_with_a_missing_file_can_be_backed_up(desk_path, desk_of_two, tmp_path):
    attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    attach(desk_of_two, "c2", "receipt.pdf", RECEIPT)
    next(desk_path.with_name("desk.json.attachments").iterdir()).unlink()
    assert len(desk_of_two.backups.job(tmp_path / "carried.zip")().files) == 1


def test_nothing_lies_in_clear_beside_a_protected_desk(desk_path, desk_of_two, tmp_path):
    photo = attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    dated = desk_of_two.backups.keep_present()
    assert desk_of_two.protection.set("long enough") == []
    receipt = attach(desk_of_two, "c2", "receipt.pdf", RECEIPT)
    desk_of_two.protection.change("long enough", "another phrase")
    desk_of_two.backups.job(tmp_path / "carried.zip")()
    assert PHOTO not in everything(desk_path)
    assert RECEIPT not in everything(desk_path)
    assert photo.sha256 not in " ".join([*files(desk_path), *read_manifest(dated).attachments])
    desk_of_two.close()
    with Desk.open(desk_path, passphrase="another phrase") as desk:
        assert (desk.attachments.read(photo), desk.attachments.read(receipt)) == (PHOTO, RECEIPT)
        detach(desk, "c1", photo)
    with Desk.open(desk_path, passphrase="another phrase") as desk:
        desk.backups.go_back(dated)
        assert desk.attachments.read(photo) == PHOTO
        assert desk.protection.remove("another phrase") == []
        assert desk.attachments.read(photo) == PHOTO
    assert files(desk_path)[0] in (photo.sha256, receipt.sha256)
    assert len(files(desk_path)) == 2


def test_a_protected_backup_comes_back_on_another_laptop(desk_of_two, tmp_path):
    attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    desk_of_two.protection.set("long enough")
    desk_of_two.backups.job(tmp_path / "carried.zip")()
    laptop = tmp_path / "laptop" / "desk.json"
    restore(tmp_path / "carried.zip", laptop, backup_phrase="long enough")
    with Desk.open(laptop, passphrase="long enough") as desk:
        assert desk.attachments.read(desk.case("c1").attachments[0]) == PHOTO
    assert PHOTO not in everything(laptop)
    plain = tmp_path / "plain" / "desk.json"
    with Desk.open(plain) as desk:
        desk.backups.go_back(tmp_path / "carried.zip", "long enough")
        assert desk.attachments.read(desk.case("c1").attachments[0]) == PHOTO


def test_a_damaged_file_that_cannot_be_sealed_is_named(desk_path, desk_of_two):
    attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    (lying,) = desk_path.with_name("desk.json.attachments").iterdir()
    lying.write_bytes(b"half a photo")
    assert desk_of_two.protection.set("long enough") == [lying]


@pytest.mark.parametrize("phrase", [None, "long enough"])
def test_erasing_a_person_deletes_their_files_at_once(desk_path, desk_of_two, phrase):
    attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    removed = attach(desk_of_two, "c1", "receipt.pdf", RECEIPT)
    shared = attach(desk_of_two, "c2", "menu.png", b"a menu")
    desk_of_two.save([steps.attach(desk_of_two.case("c1"), replace(shared, name="our menu.png"), NOW)])
    desk_of_two.backups.keep_present()
    detach(desk_of_two, "c1", removed)
    if phrase:
        desk_of_two.protection.set(phrase)
    desk_of_two.save([erased(desk_of_two.case("c1"), NOW)])
    assert desk_of_two.case("c1").attachments == ()
    assert desk_of_two.privacy.purge(["c1"])() == []
    assert len(files(desk_path)) == 1
    assert desk_of_two.attachments.read(shared) == b"a menu"
    assert b"photo.jpg" not in everything(desk_path)


def test_erasing_does_not_wait_for_a_backup_that_cannot_be_read(desk_path, desk_of_two):
    attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    dated = desk_of_two.backups.keep_present()
    dated.write_bytes(dated.read_bytes()[:-200])
    desk_of_two.save([erased(desk_of_two.case("c1"), NOW)])
    assert desk_of_two.privacy.purge(["c1"])() == [dated]
    assert files(desk_path) == []


def test_a_file_that_no_case_took_does_not_outlive_an_erasing(desk_path, desk_of_two):
    attach(desk_of_two, "c1", "photo.jpg", PHOTO)
    refused = desk_of_two.attachments.keep("the same again.jpg", PHOTO)
    desk_of_two.attachments.release([refused.sha256])
    desk_of_two.save([erased(desk_of_two.case("c1"), NOW)])
    desk_of_two.privacy.purge(["c1"])()
    assert files(desk_path) == []


def test_files_that_come_with_an_import_are_kept_or_none_is_on_its_way(desk_path, desk_of_two):
    wanted = {hashlib.sha256(data).hexdigest(): partial(io.BytesIO, data) for data in (PHOTO, RECEIPT)}

    def stop(number):
        if number:
            raise StopError

    with pytest.raises(StopError):
        desk_of_two.attachments.take(list(wanted), wanted, stop)
    desk_of_two.save([erased(desk_of_two.case("c1"), NOW)])
    desk_of_two.privacy.purge(["c1"])()
    assert files(desk_path) == []
    desk_of_two.attachments.take(list(wanted), wanted)
    assert files(desk_path) == sorted(wanted)


def test_a_file_of_an_import_that_is_not_what_it_was_is_refused(desk_of_two):
    with pytest.raises(AttachmentError, match="was changed while it was read"):
        desk_of_two.attachments.take(["0" * 64], {"0" * 64: partial(io.BytesIO, PHOTO)})


def test_a_file_on_its_way_into_a_case_outlives_an_erasing(desk_of_two):
    kept = desk_of_two.attachments.keep("photo.jpg", PHOTO)
    desk_of_two.save([erased(desk_of_two.case("c2"), NOW)])
    desk_of_two.privacy.purge(["c2"])()
    desk_of_two.save([steps.attach(desk_of_two.case("c1"), kept, NOW)])
    assert desk_of_two.attachments.read(kept) == PHOTO
